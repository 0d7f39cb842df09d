/// \file discretion.hpp
/// What may be said and drawn about crossings and paths: informal ones never get a name or a place.
#pragma once

#include "results/results.hpp"

#include <optional>
#include <string>
#include <vector>

namespace marchland::cartography {

/// Neither marked informal nor of a class that is.
bool is_official(results::CrossingRow const& crossing);

/// Knows which names belong to informal crossings, and keeps them out of texts.
class Discretion {
public:
    explicit Discretion(results::Results const& results);

    /// The official crossing of that id; nothing for informal or unknown ones.
    results::CrossingRow const* official(std::string const& id) const;
    bool is_informal(std::string const& id) const;

    /// To the nearest official crossing by public road: hours to an informal one would tell, from
    /// several communes, where it lies. Not a number where none can be reached so.
    double hours_to_crossing(results::CommuneRow const& commune) const;

    /// May be drawn: public roads all along, to an official crossing.
    bool may_draw(results::CorridorRow const& corridor) const;
    bool may_draw(results::WayRow const& way) const;

    /// May be printed: says nothing about one informal crossing or path, nor where it lies.
    bool may_say(geo::Finding const& finding) const;

    /// The text with ids and names of informal crossings replaced. Names that an official crossing
    /// or a commune bears too stay: they tell nothing.
    std::string said(std::string text, std::string const& instead) const;

private:
    bool names_informal(std::string const& text) const;

    results::Results const& results_;
    std::vector<std::string> informal_;  ///< ids and names, longest first
};

}  // namespace marchland::cartography
