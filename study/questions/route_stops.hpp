// Places that a question about routes names, on the network. Private to analysis.
#pragma once

#include "study/input/named_places.hpp"
#include "study/rows/rows.hpp"

#include <map>
#include <optional>
#include <string>

namespace marchland::study {

/// \throws geo::Error{usage}  always: the question cannot be answered as it is put.
[[noreturn]] void refuse(std::string const& words);

/// A place that was asked for, on the network.
struct Stop {
    std::string name;
    geo::JunctionId junction{};
    double access_hours = 0.0;
    double access_metres = 0.0;
    std::optional<geo::CrossingId> crossing;
    bool point = false;  ///< given as lon,lat
};

/// Finds places by what people call them.
class Stops {
public:
    Stops(Region const& region, analysis::routes::Routes const& routes,
          analysis::travel::TravelModel const& travel);

    /// By the code of a commune, the id of a crossing or market, the name of one of these, or "lon,lat".
    /// \param option    how the name was given. \param findings  says which place a name was taken for.
    /// \throws Error{usage} with the nearest code, or with all who are called so.
    Stop named(std::string const& name, std::string const& option, geo::Findings& findings) const;
    /// The same for who starts there. \throws as named
    Stop start(std::string const& name, std::string const& option, geo::Findings& findings) const;

private:
    void add(std::string const& name, std::optional<analysis::network::Anchor> const& anchor,
             std::optional<geo::CrossingId> crossing);
    Stop stop(std::string const& name, geo::JunctionId junction, double metres) const;
    std::optional<geo::Point> point_in(std::string const& name) const;
    Stop nearest(std::string const& name, geo::Point p) const;

    Region const& region_;
    analysis::routes::Routes const& routes_;
    analysis::travel::TravelModel const& travel_;
    std::map<std::string, std::optional<Stop>> known_;
    NamedPlaces names_;
};

/// A point that was taken to a junction far from it, once.
void say_far_point(Stop const& stop, geo::Findings& findings);

}  // namespace marchland::study
