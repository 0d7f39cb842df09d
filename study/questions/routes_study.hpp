/// \file routes_study.hpp
/// Questions about ways put to a study: from here to there, other ways, how far in an hour.
#pragma once

#include "geo/vocabulary/job.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "results/results.hpp"
#include "study/run/session.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::study {

enum class WaysKind : std::uint8_t {
    reasonable,  ///< with little in common: alternatives.hpp
    loopless,    ///< the quickest that visit no junction twice: k_shortest.hpp
    apart        ///< with no stretch in common: disjoint_ways
};

/// Places are codes of communes, ids of crossings or markets, or "lon,lat" in WGS 84 degrees.
struct RouteQuestion {
    std::vector<std::string> from;
    std::vector<std::string> to;
    int ways = 1;
    WaysKind kind = WaysKind::reasonable;
    std::vector<std::string> close;       ///< ids of ways
    std::optional<std::string> depart;    ///< "21:30": gates keep their hours
    std::optional<double> reach_minutes;  ///< from the places of `from`
};

struct RouteRow {
    std::string from;
    std::string to;
    std::int64_t number = 1;
    double hours = geo::unknown;  ///< with access at both ends, the crossing itself, and waiting
    /// hours at a gate that is shut; unknown without a time of departure
    double waiting = geo::unknown;
    std::string arrive;        ///< "06:10", "06:10 +1 day"; empty without a time of departure
    double km = geo::unknown;  ///< on the network
    /// to the network at both ends, straight; in the hours, not in the km
    double access_m = geo::unknown;
    std::string by_class;  ///< "national 62 %, local 38 %"
    std::string ways;      ///< ids in the order of travel; paths that may not exist: "inferred"
    bool informal = false;
    geo::MultiLine line;  ///< empty where it runs over a path that may not exist
};

struct ReachedRow {
    std::string from;
    std::string code;
    std::string name;
    double minutes = geo::unknown;
};

/// What lies within the minutes.
struct ReachRow {
    std::string from;
    double minutes = 0.0;
    std::int64_t communes = 0;  ///< whose centre is reached
    double at_risk = 0.0;       ///< persons at risk in them
    geo::Area area;
};

struct RouteTables {
    results::About about;
    std::vector<RouteRow> routes;
    std::vector<ReachRow> reach;
    std::vector<ReachedRow> reached;
    std::vector<std::string> without;  ///< "06184 > LS-HUUNGHI": no way
    geo::Findings findings;
};

/// \throws Error{usage}  a place or way is not known (names the nearest), lies off the network, or the question
///         asks for what does not go together; the study has no roads. \throws Cancelled
RouteTables route_tables(Session& session, RouteQuestion const& question, geo::Job const& job = {});

/// Writes routes.csv, reached.csv and routes.gpkg (layers routes and reach) into a folder, those that have rows. They are held
/// against what their figures can be before one is written. \returns their names. \throws Error{failed}
std::vector<std::string> write_routes(RouteTables const& tables,
                                      std::filesystem::path const& folder);

/// \namespace marchland::study
/// \par Example
/// \code
/// study::Session session{study::read_study_file("study.toml")};
/// auto const tables = study::route_tables(session, {.from = {"05977"}, .to = {"LS-HUUNGHI"}});
/// assert(tables.routes.front().hours > 0.0);
/// \endcode
/// \par Threads  a session answers one question at a time.

}  // namespace marchland::study
