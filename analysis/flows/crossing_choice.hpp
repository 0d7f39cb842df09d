/// \file crossing_choice.hpp
/// Multinomial logit of the crossing: over which the expected cases of each commune would go.
#pragma once

#include "analysis/routes/exposure.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <vector>

namespace marchland::analysis::flows {

/// What draws people to crossings besides hours: see given_demand.hpp.
struct Pull {
    std::vector<double> weight;  ///< by crossing; empty: all draw alike
    std::vector<double> since;   ///< hours at which the weights hold, by crossing; empty: 0
};

/// Persons a year from a commune, with the bounds of its interval. NaN: no figure, no demand.
struct Demand {
    double expected = 0.0;
    double lower = 0.0;
    double upper = 0.0;
    Pull pull{};
};

/// Hours by which people put off a crossing that is watched or has a post: see docs/methods/what-if.md.
inline constexpr double watched_hours = 2.0;

struct ChoiceOptions {
    double theta = 1.0;  ///< per hour: how much one more hour puts off
    /// shares below it are not followed; the rest is scaled up to 1
    double smallest_share = 0.005;
    int draws =
        400;  ///< worlds; 1,000 in a study; 0: the central one alone, in which nothing is drawn
    std::uint64_t seed = 1;
};

struct CrossingFlow {
    double flow = 0.0;        ///< persons a year
    double share = 0.0;       ///< of all that can reach a crossing
    double hours_mean = 0.0;  ///< weighted by flow; NaN without flow
};

struct Choice {
    /// by crossing; sums to 1, or all 0 where none is reached
    geo::PerCommune<std::vector<double>> share;
    geo::Column<geo::CrossingId, CrossingFlow> crossings;
    double demand = 0.0;        ///< that reaches a crossing, persons a year
    double out_of_reach = 0.0;  ///< that reaches none
};

/// The logit shares of a row of hours: weight exp(-theta (hours - since)), small ones dropped and the rest
/// scaled. Where none of those with a weight can be reached the pull is forgotten: people go elsewhere.
std::vector<double> logit_shares(std::vector<double> const& hours, double theta, double smallest,
                                 Pull const& pull = {});

/// What a world draws of the choice: theta from half to twice the given one, and the persons a year of each
/// commune. The same draw of the same communes is the same, whatever the network (common random numbers).
struct DrawnChoice {
    double theta = 1.0;
    geo::PerCommune<double> people;
};
DrawnChoice drawn_world(geo::PerCommune<Demand> const& demand, ChoiceOptions const& options,
                        std::uint64_t draw);

/// In the central world: every path that may exist does. How sure that is say the bands of bands.hpp.
/// \param chance  of each crossing that the ways to it exist; where it is 0 nobody goes.
/// \par Source  multinomial logit, McFadden (1974).
/// \par Cost  O(communes x crossings).
Choice choose_crossings(geo::PerCommune<std::vector<double>> const& hours,
                        geo::PerCommune<Demand> const& demand,
                        geo::Column<geo::CrossingId, double> const& chance,
                        ChoiceOptions const& options = {});

/// \namespace marchland::analysis::flows
/// \par Example
/// \code
/// using namespace analysis::flows;
/// geo::PerCommune<std::vector<double>> const hours{1, {1.0, 2.0}};  // to two crossings
/// geo::PerCommune<Demand> const demand{1, {.expected = 10.0, .lower = 5.0, .upper = 20.0}};
/// geo::Column<geo::CrossingId, double> const chance{2, 1.0};
/// auto const choice = choose_crossings(hours, demand, chance, {.theta = 1.0});
/// assert(std::abs(choice.crossings[geo::CrossingId{0}].flow - 7.31) < 0.01);  // e^-1 to e^-2
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.
///      A Ground refers to what others own, which must not change meanwhile.

}  // namespace marchland::analysis::flows
