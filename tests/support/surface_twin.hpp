// The plain and slow way to accumulated cost: a heap of all open cells, costs asked step by step.
#pragma once

#include "analysis/terrain/surface.hpp"
#include "geo/vocabulary/random.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <utility>
#include <vector>

namespace marchland::test {

/// Cost of a step between neighbours, as the header states it.
inline double step_cost(analysis::terrain::Surface const& ground, std::size_t from, std::size_t to)
{
    auto const columns = ground.cells.columns;
    bool const across = from / columns != to / columns && from % columns != to % columns;
    double const metres = ground.cells.metres * (across ? std::sqrt(2.0) : 1.0);
    double const friction =
        ground.friction.empty() ? 1.0 : 0.5 * (ground.friction[from] + ground.friction[to]);
    if (ground.height.empty()) {
        return metres * friction;
    }
    double const slope = (ground.height[to] - ground.height[from]) / metres;
    return metres * friction * 3.6 /
           analysis::travel::foot_speed_kmh(ground.foot, slope, ground.underfoot);
}

inline bool open_cell(analysis::terrain::Surface const& ground, std::size_t cell)
{
    double const friction = ground.friction.empty() ? 1.0 : ground.friction[cell];
    return std::isfinite(friction) && friction > 0.0 &&
           (ground.height.empty() || std::isfinite(ground.height[cell]));
}

inline std::vector<std::size_t> neighbours_of(geo::Cells const& cells, std::size_t cell)
{
    std::vector<std::size_t> near;
    auto const row = static_cast<long>(cell / cells.columns);
    auto const column = static_cast<long>(cell % cells.columns);
    for (long r = row - 1; r <= row + 1; ++r) {
        for (long c = column - 1; c <= column + 1; ++c) {
            bool const inside = r >= 0 && c >= 0 && r < static_cast<long>(cells.rows) &&
                                c < static_cast<long>(cells.columns);
            if (inside && (r != row || c != column)) {
                near.push_back(static_cast<std::size_t>(r) * cells.columns +
                               static_cast<std::size_t>(c));
            }
        }
    }
    return near;
}

struct TwinSpread {
    std::vector<double> cost;
    std::vector<double> node_cost;
};

inline TwinSpread twin_spread(analysis::terrain::Surface const& ground,
                              std::vector<analysis::terrain::SurfaceStart> const& starts,
                              analysis::terrain::Travel travel,
                              analysis::terrain::SurfaceRoads const& roads = {})
{
    auto const cells = ground.cells.size();
    bool const backward = travel == analysis::terrain::Travel::to_starts;
    std::vector<double> cost(cells + roads.nodes.size(), std::numeric_limits<double>::infinity());
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    auto const offer = [&](std::size_t at, double value) {
        if (value < cost[at]) {
            cost[at] = value;
            open.push({value, at});
        }
    };
    for (auto const& start : starts) {
        if (start.on_road || open_cell(ground, start.at)) {
            offer(start.on_road ? cells + start.at : start.at, start.cost);
        }
    }
    while (!open.empty()) {
        auto const [value, at] = open.top();
        open.pop();
        if (value > cost[at]) {
            continue;
        }
        if (at < cells) {
            for (auto const near : neighbours_of(ground.cells, at)) {
                if (open_cell(ground, near)) {
                    offer(near, value + (backward ? step_cost(ground, near, at)
                                                  : step_cost(ground, at, near)));
                }
            }
        }
        for (auto const& arc : roads.arcs) {
            if (cells + (backward ? arc.to : arc.from) == at) {
                offer(cells + (backward ? arc.from : arc.to), value + arc.cost);
            }
        }
        for (std::size_t node = 0; node < roads.nodes.size(); ++node) {
            auto const& cell = roads.nodes[node].cell;
            if (cell && open_cell(ground, *cell)) {
                if (at == *cell) {
                    offer(cells + node, value + roads.nodes[node].access);
                } else if (at == cells + node) {
                    offer(*cell, value + roads.nodes[node].access);
                }
            }
        }
    }
    return {{cost.begin(), cost.begin() + static_cast<std::ptrdiff_t>(cells)},
            {cost.begin() + static_cast<std::ptrdiff_t>(cells), cost.end()}};
}

/// Flat ground of so many cells.
inline analysis::terrain::Surface flat(std::uint32_t columns, std::uint32_t rows,
                                       double metres = 100.0)
{
    analysis::terrain::Surface ground{.cells = {{0.0, rows * metres}, metres, columns, rows}};
    ground.height.assign(ground.cells.size(), 0.0);
    return ground;
}

/// Hills, thickets and some barriers by dice.
inline analysis::terrain::Surface rough(std::uint32_t columns, std::uint32_t rows,
                                        std::uint64_t seed)
{
    auto ground = flat(columns, rows);
    geo::Draws draws{geo::Random{seed, "test-surface"}};
    for (auto& height : ground.height) {
        height = 40.0 * draws.uniform();
        ground.friction.push_back(1.0 + 9.0 * draws.uniform());
        if (draws.uniform() < 0.1) {
            height = std::numeric_limits<double>::quiet_NaN();
        } else if (draws.uniform() < 0.05) {
            ground.friction.back() = std::numeric_limits<double>::infinity();
        }
    }
    return ground;
}

}  // namespace marchland::test
