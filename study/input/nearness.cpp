#include "study/input/nearness.hpp"

#include "analysis/neighbours/proximity.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <cmath>

namespace marchland::study {
namespace {

using geo::CommuneId;

constexpr double nowhere = geo::infinite;

analysis::neighbours::Weights unedged(StudyFile const& study, Region const& region,
                                      analysis::routes::Routes const* routes, geo::Job const& job)
{
    auto const& near = study.neighbours;
    auto const contiguous = [&](geo::Contiguity kind) {
        return analysis::neighbours::binary(analysis::neighbours::higher_order(
            region.boundaries->neighbours(kind), near.order, true));
    };
    switch (near.rule) {
    case NeighbourRule::queen:
        return contiguous(geo::Contiguity::queen);
    case NeighbourRule::rook:
        return contiguous(geo::Contiguity::rook);
    case NeighbourRule::nearest:
        return analysis::neighbours::nearest(analysis::neighbours::centres_of(region.communes),
                                             near.k);
    case NeighbourRule::distance:
        return analysis::neighbours::within(analysis::neighbours::centres_of(region.communes),
                                            near.metres);
    case NeighbourRule::kernel:
        return near.metres > 0.0
                   ? analysis::neighbours::by_kernel(
                         analysis::neighbours::centres_of(region.communes), near.kernel,
                         near.metres)
                   : analysis::neighbours::by_kernel(
                         analysis::neighbours::centres_of(region.communes), near.kernel, near.k);
    case NeighbourRule::travel_time:
        return routes == nullptr
                   ? analysis::neighbours::Weights{region.communes.size()}
                   : analysis::neighbours::within_hours(region.communes.size(),
                                                        hours_between(*routes, study.travel),
                                                        near.hours, job);
    case NeighbourRule::file:
        return region.weights.value_or(analysis::neighbours::Weights{region.communes.size()});
    }
    return {};
}

}  // namespace

geo::PerCommune<double> outer_shares(geo::Boundaries const& boundaries)
{
    geo::PerCommune<double> all{boundaries.size(), 0.0};
    geo::PerCommune<double> outer{boundaries.size(), 0.0};
    for (auto const& arc : boundaries.arcs()) {
        double const length = geo::length_of(arc.points);
        for (auto const side : arc.sides) {
            all[side] += length;
            outer[side] += arc.sides.size() == 1 ? length : 0.0;
        }
    }
    for (auto const id : outer.ids()) {
        outer[id] = all[id] > 0.0 ? outer[id] / all[id] : 1.0;
    }
    return outer;
}

analysis::neighbours::HoursFrom hours_between(analysis::routes::Routes const& routes,
                                              analysis::travel::TravelModel const& travel)
{
    return [&routes, travel](CommuneId from) {
        auto const& anchors = routes.anchors.communes;
        geo::PerCommune<double> hours{anchors.size(), nowhere};
        if (!anchors[from]) {
            return hours;
        }
        auto const access = [&](analysis::network::Anchor const& anchor) {
            return anchor.metres / 1000.0 / analysis::travel::access_speed_kmh(travel);
        };
        auto const tree =
            routes.graph.tree(anchors[from]->junction, analysis::routes::Direction::from_root);
        for (auto const id : anchors.ids()) {
            if (anchors[id] && tree.ticks[anchors[id]->junction] != analysis::routes::unreachable) {
                hours[id] = access(*anchors[from]) +
                            analysis::routes::hours_of(tree.ticks[anchors[id]->junction]) +
                            access(*anchors[id]);
            }
        }
        hours[from] = 0.0;
        return hours;
    };
}

analysis::neighbours::Weights weights_of(StudyFile const& study, Region const& region,
                                         analysis::routes::Routes const* routes,
                                         geo::Job const& job)
{
    auto weights = unedged(study, region, routes, job);
    return study.neighbours.edge ? analysis::neighbours::edge_corrected(
                                       std::move(weights), outer_shares(*region.boundaries))
                                 : analysis::neighbours::row_standardised(std::move(weights));
}

}  // namespace marchland::study
