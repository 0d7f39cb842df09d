/// \file crossing_choice.hpp
/// Over which crossings the expected cases of each commune would go, and how sure that is.
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
    int draws = 400;
    std::uint64_t seed = 1;
};

struct CrossingFlow {
    double flow = 0.0;   ///< persons a year
    double share = 0.0;  ///< of all that can reach a crossing
    /// 90 % over demand, theta from a half to twice, and uncertain paths
    double share_lower = 0.0;
    double share_upper = 0.0;
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

/// One possible world: theta from half to twice the given one, which of the crossings can be reached over
/// paths that are uncertain, and the persons a year of each commune. The same draw is the same world.
struct DrawnChoice {
    double theta = 1.0;
    std::vector<char> there;  ///< by crossing
    geo::PerCommune<double> people;
};
DrawnChoice drawn_world(geo::PerCommune<Demand> const& demand,
                        geo::Column<geo::CrossingId, double> const& chance,
                        ChoiceOptions const& options, std::uint64_t draw);

/// Persons a year over each crossing in one possible world, and last those that reach none. The same draw of two networks with the same communes and
/// crossings differs by the networks alone (common random numbers); the sum is the demand drawn.
std::vector<double> flows_in_draw(geo::PerCommune<std::vector<double>> const& hours,
                                  geo::PerCommune<Demand> const& demand,
                                  geo::Column<geo::CrossingId, double> const& chance,
                                  ChoiceOptions const& options, std::uint64_t draw);

/// The same by commune and crossing; the row of a commune that reaches none is all 0.
geo::PerCommune<std::vector<double>>
pair_flows_in_draw(geo::PerCommune<std::vector<double>> const& hours,
                   geo::PerCommune<Demand> const& demand,
                   geo::Column<geo::CrossingId, double> const& chance, ChoiceOptions const& options,
                   std::uint64_t draw);

/// \param chance  of each crossing that the ways to it exist; 1 for official ones. Flows are for the case
///        that they do, bands for both cases; where it is 0 nobody goes.
/// \par Source  multinomial logit, McFadden (1974).
Choice choose_crossings(geo::PerCommune<std::vector<double>> const& hours,
                        geo::PerCommune<Demand> const& demand,
                        geo::Column<geo::CrossingId, double> const& chance,
                        ChoiceOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis::flows
