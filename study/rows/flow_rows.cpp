// Flows of crossings and ways, with their bands and by both models of choice, as rows.
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>

namespace marchland::study {
namespace {

using geo::CrossingId;
using geo::index_of;

/// Of the flow of each crossing, what comes from communes whose hours are not to be believed; NaN where none does.
geo::Column<CrossingId, double> doubtful_shares(analysis::flows::Movement const& movement,
                                                analysis::routes::Doubts const& doubts,
                                                std::size_t crossings)
{
    geo::Column<CrossingId, double> all{crossings, 0.0};
    geo::Column<CrossingId, double> doubtful{crossings, 0.0};
    for (auto const& corridor : movement.corridors) {
        all[corridor.crossing] += corridor.flow;
        doubtful[corridor.crossing] += doubts.doubtful(corridor.from) ? corridor.flow : 0.0;
    }
    for (auto const id : all.ids()) {
        doubtful[id] = all[id] > 0.0 ? doubtful[id] / all[id] : geo::unknown;
    }
    return doubtful;
}

void put_crossings(analysis::flows::Movement const& movement,
                   analysis::routes::Doubts const& doubts, Region const& region,
                   std::vector<results::CrossingRow>& rows)
{
    auto const doubtful = doubtful_shares(movement, doubts, region.crossings.size());
    for (auto const id : region.crossings.id.ids()) {
        auto& row = rows[index_of(id)];
        if (!doubts.tells_flow(id)) {
            continue;
        }
        auto const& flow = movement.bands.crossings[id];
        auto const& share = movement.bands.shares[id];
        row.flow = flow.mean;
        row.flow_lower = flow.lower;
        row.flow_upper = flow.upper;
        row.share = share.mean;
        row.share_lower = share.lower;
        row.share_upper = share.upper;
        auto const& hours = movement.bands.hours[id];
        row.hours_mean = hours.mean;
        row.hours_mean_lower = hours.lower;
        row.hours_mean_upper = hours.upper;
        row.doubtful_share = doubtful[id];
        row.share_randomised = movement.second.share[id];
        row.share_randomised_lower = movement.second.share_lower[id];
        row.share_randomised_upper = movement.second.share_upper[id];
    }
}

void put_ways(analysis::flows::Movement const& movement, Region const& region,
              std::vector<results::WayRow>& rows)
{
    for (auto const id : region.ways.id.ids()) {
        auto& row = rows[index_of(id)];
        auto const& flow = movement.bands.ways[id];
        double const all = movement.bands.reached.mean;
        row.flow = flow.mean;
        row.flow_lower = flow.lower;
        row.flow_upper = flow.upper;
        row.betweenness = all > 0.0 ? row.flow / all : geo::unknown;
        row.flow_randomised = movement.second.ways[id];
    }
}

}  // namespace

analysis::flows::FlowOptions flow_options(StudyFile const& study)
{
    return {.choice = {.theta = study.theta, .draws = study.worlds, .seed = study.seed},
            .speed_spread = study.travel.speed_spread,
            .access_spread = study.travel.access_spread,
            .delay_spread = study.travel.delay_spread};
}

void put_flows(analysis::flows::Movement const& movement, analysis::routes::Routes const& routes,
               Region const& region, std::vector<results::CrossingRow>& crossings,
               std::vector<results::WayRow>& ways)
{
    put_crossings(movement, routes.doubts, region, crossings);
    put_ways(movement, region, ways);
}

/// How far the two models agree, and what the second one rests on.
std::vector<results::ModelRow> model_rows(analysis::flows::Movement const& movement,
                                          Region const& region)
{
    if (!(movement.choice.demand > 0.0)) {
        return {};
    }
    if (!movement.second.refusal.empty()) {
        return {{.name = "agreement on crossings", .note = movement.second.refusal}};
    }
    geo::Column<CrossingId, double> logit{region.crossings.size()};
    for (auto const id : logit.ids()) {
        logit[id] = movement.choice.crossings[id].share;
    }
    return {
        {.name = "agreement on crossings",
         .mean = analysis::flows::agreement_of(logit, movement.second.share),
         .note =
             "share of people whom the logit and the randomised paths send over the same crossing"},
        {.name = "theta of randomised paths",
         .mean = movement.second.theta,
         .note = "per hour; people take " + geo::fixed(movement.second.detour, 2) +
                 " times the quickest time"}};
}

}  // namespace marchland::study
