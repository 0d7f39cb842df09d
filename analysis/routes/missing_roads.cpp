#include "analysis/routes/missing_roads.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace marchland::analysis::routes {
namespace {

using geo::index_of;
using geo::JunctionId;

constexpr double usual_detour = 2.0;  ///< of a local road in hills
constexpr std::uint32_t no_road = UINT32_MAX;

/// The way from a junction to the crossing that it reaches first.
struct Way {
    double hours = geo::infinite;
    std::uint32_t road = no_road;
};

/// A missing road, seen from one of its ends.
struct Link {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double hours = 0.0;
    std::uint32_t road = 0;
};

std::vector<Link> links_of(std::span<MissingRoad const> missing, network::Network const& network,
                           Anchors const& anchors, double kmh)
{
    std::vector<Link> links;
    for (std::uint32_t road = 0; road < missing.size(); ++road) {
        auto const& one = anchors.communes[missing[road].one];
        auto const& other = anchors.communes[missing[road].other];
        if (one && other) {
            auto const a = one->junction;
            auto const b = other->junction;
            double const straight = geo::distance(network.junctions[a], network.junctions[b]);
            double const hours = usual_detour * std::max(straight, shortest_line_m) / 1000.0 / kmh;
            auto const from = static_cast<std::uint32_t>(a);
            auto const to = static_cast<std::uint32_t>(b);
            links.push_back({from, to, hours, road});
            links.push_back({to, from, hours, road});
        }
    }
    std::ranges::stable_sort(links, {}, &Link::from);
    return links;
}

std::vector<Way> ways_as_they_are(RouteGraph const& graph, Anchors const& anchors,
                                  Exposure const& exposure, geo::Crossings const& crossings,
                                  travel::TravelModel const& travel)
{
    std::vector<Way> ways(graph.junctions());
    for (auto const id : crossings.id.ids()) {
        if (!exposure.trees[id]) {
            continue;
        }
        double const over = hours_over(*anchors.crossings[id], crossings.klass[id], travel);
        for (std::size_t node = 0; node < ways.size(); ++node) {
            double const hours =
                hours_of(exposure.trees[id]->ticks[static_cast<JunctionId>(node)]) + over;
            if (hours < ways[node].hours) {
                ways[node] = {hours, no_road};
            }
        }
    }
    return ways;
}

/// Makes ways quicker over the links, from the crossings outward.
void spread(graph::Digraph const& graph, std::vector<Link> const& links, std::vector<Way>& ways)
{
    using Step = std::pair<double, std::uint32_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
    for (auto const& link : links) {
        if (ways[link.from].hours < geo::infinite) {
            next.emplace(ways[link.from].hours, link.from);
        }
    }
    auto const improve = [&](std::uint32_t node, Way const& way) {
        if (way.hours < ways[node].hours) {
            ways[node] = way;
            next.emplace(way.hours, node);
        }
    };
    while (!next.empty()) {
        auto const [hours, node] = next.top();
        next.pop();
        auto const way = ways[node];
        if (hours > way.hours) {
            continue;
        }
        for (auto const& link : std::ranges::equal_range(links, node, {}, &Link::from)) {
            improve(link.to, {hours + link.hours, link.road});
        }
        for (auto const& step : graph.in(node)) {
            improve(step.node, {hours + hours_of(step.weight), way.road});
        }
    }
}

}  // namespace

geo::PerCommune<std::optional<HoursWithRoads>>
hours_with_roads(std::span<MissingRoad const> missing, network::Network const& network,
                 RouteGraph const& graph, Anchors const& anchors, Exposure const& exposure,
                 geo::Crossings const& crossings, travel::TravelModel const& travel)
{
    double const kmh = travel::speed_kmh(travel, geo::WayClass::local);
    auto ways = ways_as_they_are(graph, anchors, exposure, crossings, travel);
    if (kmh > 0.0) {
        spread(graph.digraph(), links_of(missing, network, anchors, kmh), ways);
    }
    geo::PerCommune<std::optional<HoursWithRoads>> with{anchors.communes.size()};
    for (auto const id : with.ids()) {
        auto const& from = anchors.communes[id];
        if (from && ways[index_of(from->junction)].hours < geo::infinite) {
            auto const& way = ways[index_of(from->junction)];
            with[id] = {access_hours(*from, travel) + way.hours,
                        way.road == no_road ? std::nullopt : std::optional{way.road}};
        }
    }
    return with;
}

}  // namespace marchland::analysis::routes
