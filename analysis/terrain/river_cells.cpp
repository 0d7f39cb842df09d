#include "analysis/terrain/river_cells.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace marchland::analysis::terrain {
namespace {

struct GridPlace {
    std::int64_t column;
    std::int64_t row;
};

/// In cells from the north-west corner.
geo::Point in_cells(geo::Point p, geo::Cells const& cells)
{
    return {(p.x - cells.corner.x) / cells.metres, (cells.corner.y - p.y) / cells.metres};
}

GridPlace place_of(geo::Point p)
{
    return {static_cast<std::int64_t>(std::floor(p.x)), static_cast<std::int64_t>(std::floor(p.y))};
}

std::optional<std::size_t> cell_at(GridPlace place, geo::Cells const& cells)
{
    bool const inside = place.column >= 0 && place.row >= 0 && place.column < cells.columns &&
                        place.row < cells.rows;
    return inside ? std::optional{static_cast<std::size_t>(place.row) * cells.columns +
                                  static_cast<std::size_t>(place.column)}
                  : std::nullopt;
}

/// Steps of one side each from the cell of a to that of b. As many as there are columns and rows
/// between them, so rounding can move a step but never make one across a corner.
template <class Visit>
void walk(geo::Point a, geo::Point b, Visit const& visit)
{
    auto here = place_of(a);
    auto const end = place_of(b);
    std::int64_t const east = end.column > here.column ? 1 : -1;
    std::int64_t const south = end.row > here.row ? 1 : -1;
    // The share of the way at which the next line between columns, or rows, is met.
    auto const met = [](std::int64_t at, std::int64_t step, double from, double to) {
        return (static_cast<double>(step > 0 ? at + 1 : at) - from) / (to - from);
    };
    visit(here);
    while (here.column != end.column || here.row != end.row) {
        bool const sideways = here.row == end.row ||
                              (here.column != end.column &&
                               met(here.column, east, a.x, b.x) <= met(here.row, south, a.y, b.y));
        (sideways ? here.column : here.row) += sideways ? east : south;
        visit(here);
    }
}

/// Calls visit(cell) for every cell whose middle is within a distance of a segment.
template <class Visit>
void around(geo::Point a, geo::Point b, double metres, geo::Cells const& cells, Visit const& visit)
{
    geo::Box box{a.x, a.y, a.x, a.y};
    box.add(b);
    box = box.grown(metres);
    auto const first = place_of(in_cells({box.min_x, box.max_y}, cells));
    auto const last = place_of(in_cells({box.max_x, box.min_y}, cells));
    auto const top = [](std::uint32_t count) { return std::int64_t{count} - 1; };
    for (auto row = std::max<std::int64_t>(0, first.row);
         row <= std::min(top(cells.rows), last.row); ++row) {
        for (auto column = std::max<std::int64_t>(0, first.column);
             column <= std::min(top(cells.columns), last.column); ++column) {
            auto const cell = *cell_at({column, row}, cells);
            if (geo::foot_on_segment(cells.centre(cell), a, b).distance <= metres) {
                visit(cell);
            }
        }
    }
}

class RiverMap {
public:
    explicit RiverMap(geo::Cells const& cells)
        : cells_{cells}, made_{std::vector<Water>(cells.size(), Water::none),
                               std::vector<double>(cells.size(), 0.0),
                               {}}
    {
    }

    void add(geo::River const& river)
    {
        double const width = std::max(river.width_m, cells_.metres);
        auto const mark = [&](std::size_t cell) {
            auto& water = made_.water[cell];
            water = river.ford && water != Water::shut ? Water::ford : Water::shut;
            made_.width_m[cell] = std::max(made_.width_m[cell], width);
            any_ = true;
        };
        std::ranges::for_each(cells_along(river.line, cells_), mark);
        if (river.width_m > cells_.metres) {
            for (std::size_t i = 1; i < river.line.size(); ++i) {
                around(river.line[i - 1], river.line[i], 0.5 * river.width_m, cells_, mark);
            }
        }
    }

    void open(FordPlace const& ford, std::size_t number)
    {
        auto const nearest = nearest_water(ford);
        if (!nearest) {
            made_.dry_fords.push_back(number);
            return;
        }
        auto const middle = cells_.centre(*nearest);
        double const reach = 0.5 * made_.width_m[*nearest] + cells_.metres;
        opened_.push_back(*nearest);
        around(middle, middle, reach, cells_,
               [this](std::size_t cell) { opened_.push_back(cell); });
    }

    RiverCells take()
    {
        for (auto const cell : opened_) {  // after all are found, so their order does not count
            if (made_.water[cell] != Water::none) {
                made_.water[cell] = Water::ford;
            }
        }
        if (!any_) {
            made_.water.clear();
            made_.width_m.clear();
        }
        return std::move(made_);
    }

private:
    std::optional<std::size_t> nearest_water(FordPlace const& ford) const
    {
        std::optional<std::size_t> nearest;
        double least = geo::infinite;
        double const far = std::max(ford.accuracy_m, 1.5 * cells_.metres);
        around(ford.at, ford.at, far, cells_, [&](std::size_t cell) {
            double const metres = geo::distance(ford.at, cells_.centre(cell));
            if (made_.water[cell] != Water::none && metres < least) {
                least = metres;
                nearest = cell;
            }
        });
        return nearest;
    }

    geo::Cells const& cells_;
    RiverCells made_;
    std::vector<std::size_t> opened_;
    bool any_ = false;
};

}  // namespace

std::vector<std::size_t> cells_along(geo::Line const& line, geo::Cells const& cells)
{
    std::vector<std::size_t> along;
    auto const box = cells.box();
    for (std::size_t i = 1; i < line.size(); ++i) {
        geo::Box const segment = geo::box_of(geo::Line{line[i - 1], line[i]});
        if (!segment.touches(box)) {
            continue;
        }
        walk(in_cells(line[i - 1], cells), in_cells(line[i], cells), [&](GridPlace place) {
            auto const cell = cell_at(place, cells);
            if (cell && (along.empty() || along.back() != *cell)) {
                along.push_back(*cell);
            }
        });
    }
    return along;
}

RiverCells river_cells(std::span<geo::River const> rivers, std::span<FordPlace const> fords,
                       geo::Cells const& cells, geo::Job const& job)
{
    if (rivers.empty()) {
        return {};
    }
    RiverMap map{cells};
    for (std::size_t i = 0; i < rivers.size(); ++i) {
        job.at(static_cast<double>(i) / static_cast<double>(rivers.size()));
        map.add(rivers[i]);
    }
    for (std::size_t i = 0; i < fords.size(); ++i) {
        map.open(fords[i], i);
    }
    return map.take();
}

}  // namespace marchland::analysis::terrain
