#include "analysis/routes/exposure.hpp"

#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace marchland::analysis::routes {
namespace {

using geo::CommuneId;

constexpr double commune_reach_m = 20000.0;
constexpr double crossing_reach_m = 3000.0;
constexpr double market_reach_m = 5000.0;

/// Hours from each commune to a place, by the tree towards it.
void fill_hours(Tree const& tree, Anchors const& anchors, travel::TravelModel const& travel,
                double at_the_end, std::size_t column, geo::PerCommune<std::vector<double>>& hours)
{
    for (auto const id : anchors.communes.ids()) {
        auto const& from = anchors.communes[id];
        if (from && tree.ticks[from->junction] != unreachable) {
            hours[id][column] =
                access_hours(*from, travel) + hours_of(tree.ticks[from->junction]) + at_the_end;
        }
    }
}

}  // namespace

double access_hours(network::Anchor const& anchor, travel::TravelModel const& travel)
{
    return anchor.metres / 1000.0 / travel::access_speed_kmh(travel);
}

double hours_over(network::Anchor const& anchor, geo::CrossingClass klass,
                  travel::TravelModel const& travel)
{
    return access_hours(anchor, travel) + geo::Hours{travel::crossing_delay(travel, klass)}.count();
}

std::vector<network::Place> places_of(geo::Communes const& communes,
                                      geo::Crossings const& crossings, geo::Markets const& markets)
{
    std::vector<network::Place> places;
    for (auto const id : communes.centre.ids()) {
        places.push_back({communes.centre[id], communes.has_shape(id) ? commune_reach_m : -1.0});
    }
    for (auto const id : crossings.at.ids()) {
        auto const accuracy = crossings.accuracy_m[id];
        double const reach =
            std::isnan(accuracy) ? crossing_reach_m : std::max(crossing_reach_m, accuracy);
        bool const on_ways = crossings.at[id] && crossings.klass[id] != geo::CrossingClass::rail;
        places.push_back({crossings.at[id].value_or(geo::Point{}), on_ways ? reach : -1.0,
                          std::isnan(accuracy) ? crossing_accuracy_m : accuracy});
    }
    for (auto const& at : markets.at) {
        places.push_back({at.value_or(geo::Point{}), at ? market_reach_m : -1.0});
    }
    return places;
}

Anchors anchors_of(network::Network const& network, geo::Communes const& communes,
                   geo::Crossings const& crossings, geo::Markets const& markets)
{
    Anchors anchors{geo::PerCommune<std::optional<network::Anchor>>{communes.size()},
                    geo::Column<geo::CrossingId, std::optional<network::Anchor>>{crossings.size()},
                    geo::Column<geo::MarketId, std::optional<network::Anchor>>{markets.size()}};
    auto next = network.anchors.begin();
    std::copy_n(next, communes.size(), anchors.communes.begin());
    next += static_cast<std::ptrdiff_t>(communes.size());
    std::copy_n(next, crossings.size(), anchors.crossings.begin());
    next += static_cast<std::ptrdiff_t>(crossings.size());
    std::copy_n(next, markets.size(), anchors.markets.begin());
    return anchors;
}

std::optional<std::size_t> nearest_of(std::vector<double> const& hours)
{
    auto const best = std::ranges::min_element(hours);
    if (best == hours.end() || !std::isfinite(*best)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(best - hours.begin());
}

Exposure exposure_of(RouteGraph const& graph, Anchors const& anchors,
                     geo::Crossings const& crossings, travel::TravelModel const& travel,
                     geo::Job const& job)
{
    auto const communes = anchors.communes.size();
    auto const crossing_count = crossings.size();
    auto const market_count = anchors.markets.size();
    Exposure exposure{geo::PerCommune<std::vector<double>>{
                          communes, std::vector<double>(crossing_count, geo::infinite)},
                      geo::PerCommune<std::vector<double>>{
                          communes, std::vector<double>(market_count, geo::infinite)},
                      geo::Column<geo::CrossingId, std::optional<Tree>>{crossing_count}};
    std::atomic<std::size_t> done{0};
    geo::for_each_index(crossing_count + market_count, job.threads(), [&](std::size_t i) {
        job.at(static_cast<double>(done++) / static_cast<double>(crossing_count + market_count));
        if (i < crossing_count) {
            auto const id = static_cast<geo::CrossingId>(i);
            auto const& anchor = anchors.crossings[id];
            if (anchor && crossings.status[id] != geo::CrossingStatus::closed) {
                exposure.trees[id] = graph.tree(anchor->junction, Direction::to_root);
                fill_hours(*exposure.trees[id], anchors, travel,
                           hours_over(*anchor, crossings.klass[id], travel), i,
                           exposure.to_crossing);
            }
        } else {
            auto const& anchor = anchors.markets[static_cast<geo::MarketId>(i - crossing_count)];
            if (anchor) {
                fill_hours(graph.tree(anchor->junction, Direction::to_root), anchors, travel,
                           access_hours(*anchor, travel), i - crossing_count, exposure.to_market);
            }
        }
    });
    return exposure;
}

}  // namespace marchland::analysis::routes
