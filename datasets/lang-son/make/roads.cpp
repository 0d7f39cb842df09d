#include "datasets/lang-son/make/roads.hpp"

#include "datasets/lang-son/make/junctions.hpp"
#include "datasets/lang-son/make/routes.hpp"

#include "geo/vocabulary/random.hpp"

#include <algorithm>

namespace marchland::lang_son {
namespace {

/// One piece of the road over the Mẫu Sơn range goes through it.
void dig_tunnel(std::vector<Road>& roads)
{
    auto const longest = std::ranges::max_element(roads, {}, [](Road const& road) {
        return road.kind == "provincial" ? geo::length_of(road.line) : 0.0;
    });
    auto& line = longest->line;
    if (line.size() < 7) {
        return;
    }
    auto const middle = static_cast<std::ptrdiff_t>(line.size() / 2);
    Road tunnel = *longest;
    Road rest = *longest;
    tunnel.tunnel = true;
    tunnel.level = -1;
    tunnel.line.assign(line.begin() + middle, line.begin() + middle + 2);
    rest.line.assign(line.begin() + middle + 1, line.end());
    line.resize(static_cast<std::size_t>(middle) + 1);
    roads.push_back(std::move(tunnel));
    roads.push_back(std::move(rest));
}

/// Ends some local roads a little short of where they should meet others.
void leave_gaps(std::vector<Road>& roads)
{
    constexpr std::size_t every = 90;
    std::size_t locals = 0;
    geo::Draws draws{geo::Random{seed, "gaps"}};
    for (auto& road : roads) {
        if (road.kind != "local" || road.bridge || ++locals % every != 0) {
            continue;
        }
        auto& end = road.line.back();
        auto const before = road.line[road.line.size() - 2];
        double const length = geo::distance(before, end);
        double const gap = 10.0 + 30.0 * draws.uniform();
        if (length > 2.0 * gap) {
            end = rounded({end.x + gap / length * (before.x - end.x),
                           end.y + gap / length * (before.y - end.y)});
        }
    }
}

}  // namespace

std::vector<Road> roads_of(Facts const& facts, Province const& province, Places const& places)
{
    std::vector<Road> roads;
    add_national_roads(facts, province, places, roads);
    add_gate_roads(facts, province, places, roads);
    add_other_roads(province, places, roads);
    add_streets(facts, places, roads);
    roads = cut_at_crossings(roads);
    dig_tunnel(roads);
    leave_gaps(roads);
    return roads;
}

}  // namespace marchland::lang_son
