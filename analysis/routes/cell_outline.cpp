#include "analysis/routes/cell_outline.hpp"

#include <array>
#include <limits>

namespace marchland::analysis::routes {
namespace {

struct Step {
    std::int64_t x = 0;
    std::int64_t y = 0;
};

/// Sides of a cell, with the cell to the left: south (heading east), east, north, west.
constexpr std::array<Step, 4> heading{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
constexpr std::array<Step, 4> start_corner{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};

class Tracing {
public:
    explicit Tracing(Cells const& cells)
        : cells_{cells}, group_(cells.marked.size(), none), traced_(cells.marked.size(), false)
    {
    }

    /// Rows from the south: the first ring of a group is its shell.
    geo::Area run()
    {
        geo::Area area;
        for (std::int64_t y = 0; y < static_cast<std::int64_t>(cells_.height); ++y) {
            for (std::int64_t x = 0; x < static_cast<std::int64_t>(cells_.width); ++x) {
                if (!cells_.at(x, y)) {
                    continue;
                }
                if (group_[index(x, y)] == none) {
                    fill(x, y, area.size());
                    area.emplace_back();
                }
                if (!cells_.at(x, y - 1) && !traced_[index(x, y)]) {
                    area[group_[index(x, y)]].push_back(ring_from({x, y}));
                }
            }
        }
        return area;
    }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    std::size_t index(std::int64_t x, std::int64_t y) const
    {
        return static_cast<std::size_t>(y) * cells_.width + static_cast<std::size_t>(x);
    }

    void fill(std::int64_t x, std::int64_t y, std::size_t group)
    {
        std::vector<Step> waiting{{x, y}};
        group_[index(x, y)] = group;
        while (!waiting.empty()) {
            auto const cell = waiting.back();
            waiting.pop_back();
            for (auto const step : heading) {
                Step const next{cell.x + step.x, cell.y + step.y};
                if (cells_.at(next.x, next.y) && group_[index(next.x, next.y)] == none) {
                    group_[index(next.x, next.y)] = group;
                    waiting.push_back(next);
                }
            }
        }
    }

    /// From a cell's south side around. Where two cells meet at a corner only it stays with its
    /// own.
    geo::Ring ring_from(Step const first)
    {
        geo::Ring ring;
        auto cell = first;
        std::size_t side = 0;
        std::size_t before = 4;
        do {
            if (side != before) {
                auto const corner = start_corner[side];
                ring.push_back(
                    {static_cast<double>(cells_.first_x + cell.x + corner.x) * cells_.size,
                     static_cast<double>(cells_.first_y + cell.y + corner.y) * cells_.size});
            }
            before = side;
            if (side == 0) {
                traced_[index(cell.x, cell.y)] = true;
            }
            auto const on = heading[side];
            auto const right = heading[(side + 3) % 4];
            Step const ahead{cell.x + on.x, cell.y + on.y};
            Step const beside{ahead.x + right.x, ahead.y + right.y};
            if (!cells_.at(ahead.x, ahead.y)) {
                side = (side + 1) % 4;
            } else if (!cells_.at(beside.x, beside.y)) {
                cell = ahead;
            } else {
                cell = beside;
                side = (side + 3) % 4;
            }
        } while (cell.x != first.x || cell.y != first.y || side != 0);
        if (before == 0) {
            ring.erase(ring.begin());  // it began in the middle of a side
        }
        ring.push_back(ring.front());
        return ring;
    }

    Cells const& cells_;
    std::vector<std::size_t> group_;
    std::vector<bool> traced_;  ///< south sides
};

}  // namespace

geo::Area outline_of(Cells const& cells)
{
    return Tracing{cells}.run();
}

}  // namespace marchland::analysis::routes
