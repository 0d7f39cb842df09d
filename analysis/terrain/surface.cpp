#include "analysis/terrain/surface.hpp"

#include "analysis/terrain/surface_wave.hpp"
#include "analysis/travel/foot_pace.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/text.hpp"

#include <array>
#include <memory>
#include <string>

namespace marchland::analysis::terrain {
namespace {

[[noreturn]] void refuse(std::string const& words)
{
    throw geo::Error{geo::Trouble::usage, words};
}

void check_column(std::vector<double> const& column, std::size_t cells, std::string const& name)
{
    if (!column.empty() && column.size() != cells) {
        refuse("the " + name + " has " + std::to_string(column.size()) +
               " values, expected one for each of " + std::to_string(cells) + " cells");
    }
}

void check(Surface const& ground, std::span<SurfaceStart const> starts, SurfaceRoads const* roads)
{
    auto const cells = ground.cells.size();
    check_column(ground.friction, cells, "friction");
    check_column(ground.height, cells, "height");
    if (cells > geo::most_raster_cells || !(ground.cells.metres > 0.0)) {
        refuse("the surface has " + std::to_string(cells) + " cells of " +
               geo::told(ground.cells.metres) + " m; expected at most " +
               std::to_string(geo::most_raster_cells) + ", of more than 0 m");
    }
    for (auto const& start : starts) {
        auto const places = !start.on_road ? cells : roads != nullptr ? roads->nodes.size() : 0;
        if (start.at >= places || !(start.cost >= 0.0)) {
            refuse("a start is not on the surface, or its cost is below 0");
        }
    }
    if (roads != nullptr &&
        std::ranges::any_of(roads->arcs, [](RoadArc const& arc) { return !(arc.cost >= 0.0); })) {
        refuse("a road costs less than 0");
    }
}

bool is_barrier(Surface const& ground, std::size_t cell)
{
    double const friction = ground.friction.empty() ? 1.0 : ground.friction[cell];
    bool const hole = !ground.height.empty() && !std::isfinite(ground.height[cell]);
    return hole || !(friction > 0.0) || std::isinf(friction);
}

/// The cells of a ground as a search wants them.
struct Laid {
    SurfaceTiles tiles;
    LargeArray<WaveCell> cells;    ///< then the nodes of the roads
    std::vector<double> height;    ///< in tiles
    double least = geo::infinite;  ///< friction
    double mean = 0.0;
};

Laid laid(Surface const& ground, std::size_t nodes)
{
    SurfaceTiles const tiles{ground.cells.columns, ground.cells.rows};
    Laid out{tiles, LargeArray<WaveCell>{tiles.size() + nodes}, {}};
    std::uninitialized_fill_n(out.cells.data(), out.cells.size(), WaveCell{});
    out.height.resize(ground.height.empty() ? 0 : out.tiles.size());
    double sum = 0.0;
    std::size_t open = 0;
    out.tiles.each([&](std::uint32_t at, std::size_t cell) {
        if (is_barrier(ground, cell)) {
            return;
        }
        double const friction = ground.friction.empty() ? 1.0 : ground.friction[cell];
        out.cells[at].half = 0.5 * ground.cells.metres * friction;
        if (!out.height.empty()) {
            out.height[at] = ground.height[cell];
        }
        out.least = std::min(out.least, friction);
        sum += friction;
        ++open;
    });
    out.mean = sum / static_cast<double>(std::max<std::size_t>(open, 1));
    return out;
}

using NodeSteps = std::vector<std::pair<std::uint32_t, WaveRoads::Step>>;  ///< row, step

/// Rows of steps out of pairs, in the order of rows and within a row of the pairs.
void into_rows(NodeSteps& pairs, std::size_t rows, std::vector<std::uint32_t>& start,
               std::vector<WaveRoads::Step>& steps)
{
    std::ranges::stable_sort(pairs, {}, &NodeSteps::value_type::first);
    start.assign(rows + 1, 0);
    for (auto const& [row, step] : pairs) {
        ++start[row + 1];
        steps.push_back(step);
    }
    for (std::size_t i = 0; i < rows; ++i) {
        start[i + 1] += start[i];
    }
}

WaveRoads wave_roads(SurfaceRoads const& roads, Laid const& laid, bool backward)
{
    WaveRoads net;
    net.first_node = static_cast<std::uint32_t>(laid.tiles.size());
    net.row_of_cell.assign(laid.tiles.size(), 0);
    NodeSteps from_nodes;
    NodeSteps from_cells;
    for (auto const& arc : roads.arcs) {
        auto const [from, to] =
            backward ? std::pair{arc.to, arc.from} : std::pair{arc.from, arc.to};
        from_nodes.push_back({from, {net.first_node + to, arc.cost}});
    }
    std::uint32_t rows = 0;
    for (std::uint32_t node = 0; node < roads.nodes.size(); ++node) {
        auto const& one = roads.nodes[node];
        auto const at = one.cell ? laid.tiles.of_cell(*one.cell) : 0;
        if (!one.cell || std::isinf(laid.cells[at].half)) {
            continue;
        }
        auto& row = net.row_of_cell[at];
        row = row != 0 ? row : ++rows;
        from_nodes.push_back({node, {at, one.access}});
        from_cells.push_back({row - 1, {net.first_node + node, one.access}});
    }
    into_rows(from_nodes, roads.nodes.size(), net.start, net.steps);
    into_rows(from_cells, rows, net.cell_start, net.cell_steps);
    return net;
}

/// Calls visit(step, cheapest pace): how a step costs on this ground.
template <class Visit>
void with_step(Surface const& ground, Laid const& laid, bool backward, Visit const& visit)
{
    if (ground.height.empty()) {
        visit(FlatStep{}, 1.0);
        return;
    }
    double const per_metre = (backward ? -1.0 : 1.0) / ground.cells.metres;
    travel::with_pace(ground.foot, ground.underfoot, [&](auto const& pace) {
        visit(SlopeStep<std::remove_cvref_t<decltype(pace)>>{pace, laid.height.data(), per_metre,
                                                             per_metre / std::numbers::sqrt2},
              3.6 / travel::top_foot_speed_kmh(ground.foot, ground.underfoot));
    });
}

/// The width of a bucket: the cheapest step if that is not far below the usual one.
double bucket_width(Surface const& ground, Laid const& laid, double least_pace)
{
    double const friction = std::isinf(laid.least) ? 1.0 : std::max(laid.least, laid.mean / 64.0);
    return ground.cells.metres * friction * least_pace * (1.0 - 1e-9);
}

template <bool told, bool roads>
void spread_over(Surface const& ground, std::span<SurfaceStart const> starts, bool backward,
                 Laid& laid, WaveRoads const& net, std::vector<std::uint32_t>& owner,
                 geo::Job const& job)
{
    with_step(ground, laid, backward, [&](auto const& step, double least_pace) {
        Wave<told, roads, std::remove_cvref_t<decltype(step)>> wave{
            laid.tiles, laid.cells, owner, net, step, bucket_width(ground, laid, least_pace)};
        for (std::uint32_t i = 0; i < starts.size(); ++i) {
            auto const& start = starts[i];
            auto const entry = start.on_road ? net.first_node + static_cast<std::uint32_t>(start.at)
                                             : laid.tiles.of_cell(start.at);
            if (start.on_road || !std::isinf(laid.cells[entry].half)) {
                wave.offer(entry, start.cost, i);
            }
        }
        wave.run(job);
    });
}

Spread answer(Surface const& ground, Laid const& laid, std::vector<std::uint32_t> const& owner)
{
    Spread spread;
    spread.cost.reserve(ground.cells.size());
    laid.tiles.each(
        [&](std::uint32_t at, std::size_t) { spread.cost.push_back(laid.cells[at].cost); });
    if (!owner.empty()) {
        spread.start.reserve(ground.cells.size());
        laid.tiles.each([&](std::uint32_t at, std::size_t) { spread.start.push_back(owner[at]); });
    }
    for (auto node = laid.tiles.size(); node < laid.cells.size(); ++node) {
        spread.node_cost.push_back(laid.cells[node].cost);
    }
    return spread;
}

}  // namespace

Spread accumulated_cost(Surface const& ground, std::span<SurfaceStart const> starts, Travel travel,
                        SurfaceRoads const* roads, geo::Job const& job)
{
    check(ground, starts, roads);
    job.at(0.0);
    bool const backward = travel == Travel::to_starts;
    auto cells = laid(ground, roads != nullptr ? roads->nodes.size() : 0);
    auto const net = roads != nullptr ? wave_roads(*roads, cells, backward) : WaveRoads{};
    // With one start everybody knows where they came from.
    std::vector<std::uint32_t> owner(starts.size() > 1 ? cells.cells.size() : 0, Spread::nobody);
    auto const run = [&](auto const& search) {
        search(ground, starts, backward, cells, net, owner, job);
    };
    if (roads != nullptr) {
        run(owner.empty() ? spread_over<false, true> : spread_over<true, true>);
    } else {
        run(owner.empty() ? spread_over<false, false> : spread_over<true, false>);
    }
    auto spread = answer(ground, cells, owner);
    job.at(1.0);
    return spread;
}

SurfaceCorridor least_cost_corridor(Surface const& ground, std::span<SurfaceStart const> from,
                                    std::span<SurfaceStart const> to, SurfaceRoads const* roads,
                                    geo::Job const& job)
{
    std::array<Spread, 2> spreads;
    geo::for_each_index(2, job.threads(), [&](std::size_t i) {
        spreads[i] = accumulated_cost(ground, i == 0 ? from : to,
                                      i == 0 ? Travel::from_starts : Travel::to_starts, roads,
                                      job.part(0.0, 1.0));
    });
    SurfaceCorridor corridor{std::move(spreads[0].cost)};
    for (std::size_t cell = 0; cell < corridor.cost.size(); ++cell) {
        corridor.cost[cell] += spreads[1].cost[cell];
        corridor.least = std::min(corridor.least, corridor.cost[cell]);
    }
    // The best way may keep to the roads all along, starts and ends included.
    for (std::size_t node = 0; node < spreads[0].node_cost.size(); ++node) {
        corridor.least =
            std::min(corridor.least, spreads[0].node_cost[node] + spreads[1].node_cost[node]);
    }
    return corridor;
}

std::vector<SurfaceBand> bands_of(SurfaceCorridor const& corridor, std::span<double const> percents)
{
    auto const open =
        std::ranges::count_if(corridor.cost, [](double c) { return std::isfinite(c); });
    std::vector<SurfaceBand> bands;
    for (double const percent : percents) {
        // The two halves of the best way itself add up to its cost but for rounding.
        double const most = corridor.least * (1.0 + percent / 100.0) * (1.0 + 1e-12);
        auto const within =
            std::isinf(corridor.least)
                ? 0
                : std::ranges::count_if(corridor.cost, [most](double c) { return c <= most; });
        bands.push_back(
            {percent, static_cast<std::size_t>(within),
             static_cast<double>(within) / static_cast<double>(std::max<std::ptrdiff_t>(open, 1))});
    }
    return bands;
}

}  // namespace marchland::analysis::terrain
