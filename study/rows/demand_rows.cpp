#include "analysis/flows/given_demand.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>

namespace marchland::study {
namespace {

using geo::CrossingId;

/// Totals that are kept to this are not spoken of.
constexpr double gap_told = 0.001;

void say_fit(analysis::flows::GivenFit const& fit, bool by_commune, geo::Findings& findings)
{
    if (fit.unreached > 0.0) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "given-out-of-reach",
             .layer = "demand",
             .field = "amount",
             .message =
                 geo::fixed(100.0 * fit.unreached, 1) +
                 (by_commune
                      ? " % of the amounts go over crossings that their communes cannot reach"
                      : " % of the amounts are at crossings that nobody can reach") +
                 " on this network; they are left out",
             .action = "add the roads that are missing, or look at the status of the crossings"});
    }
    if (fit.largest_gap > gap_told) {
        findings.push_back({.severity = geo::Severity::warning,
                            .rule = "given-not-met",
                            .layer = "demand",
                            .field = "amount",
                            .message = "the flows cannot stand in the ratio of the totals: up to " +
                                       geo::fixed(100.0 * fit.largest_gap, 1) +
                                       " % of a crossing's are missing or too many",
                            .action = "look for crossings that only few communes can reach"});
    }
}

}  // namespace

geo::PerCommune<analysis::flows::Demand> demand_of(analysis::risk::Risk const& risk,
                                                   analysis::routes::Routes const& routes,
                                                   Region const& region,
                                                   geo::Column<CrossingId, double> const& chance,
                                                   double theta, geo::Findings& findings)
{
    geo::PerCommune<analysis::flows::Demand> demand{risk.expected.size()};
    for (auto const id : demand.ids()) {
        double const scale = risk.expected[id] / risk.relative_risk[id];
        demand[id] = {.expected = risk.expected[id],
                      .lower = risk.lower[id] * scale,
                      .upper = risk.upper[id] * scale};
    }
    auto const fit = analysis::flows::pull_by(region.given_flows, routes.exposure.to_crossing,
                                              chance, theta, demand);
    say_fit(fit, region.given_flows.by_commune, findings);
    return demand;
}

analysis::flows::Ground ground_of(analysis::routes::Routes const& routes, Region const& region,
                                  analysis::travel::TravelModel const& travel,
                                  geo::PerCommune<analysis::flows::Demand> const& demand,
                                  geo::Column<CrossingId, double> const& chance)
{
    return {routes.network, region.ways, region.crossings, routes.anchors,     routes.exposure,
            demand,         chance,      travel,           routes.doubts.hours};
}

}  // namespace marchland::study
