#include "cartography/tiles/id_grid.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace marchland::cartography {

namespace {

/// Where a ring passes through the middle of a row.
struct Crossing {
    int row;
    double x;
};

/// First cell whose centre is at or after `x`, in cells.
int first_after(double x, int limit)
{
    return static_cast<int>(std::clamp(std::ceil(x - 0.5), 0.0, static_cast<double>(limit)));
}

void add_crossings(geo::Point a, geo::Point b, int height, std::vector<Crossing>& found)
{
    if (a.y > b.y) {
        std::swap(a, b);  // the same x for both communes along a shared stretch
    }
    int const from = first_after(a.y, height);
    int const to = first_after(b.y, height);
    double const slope = (b.x - a.x) / (b.y - a.y);
    for (int row = from; row < to; ++row) {
        found.push_back({row, a.x + (row + 0.5 - a.y) * slope});
    }
}

template <class Cell>
void fill_spans(std::vector<Crossing> const& crossings, int width, Cell value,
                std::vector<Cell>& cells)
{
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        auto const row = cells.begin() + static_cast<std::ptrdiff_t>(crossings[i].row) * width;
        std::fill(row + first_after(crossings[i].x, width),
                  row + first_after(crossings[i + 1].x, width), value);
    }
}

}  // namespace

IdGrid::IdGrid(int width, int height, geo::Point top_left, double metres_per_cell,
               std::size_t communes)
    : width_{width}, height_{height}, top_left_{top_left}, metres_{metres_per_cell}
{
    auto const cells = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    if (communes < 65'535) {
        cells_ = std::vector<std::uint16_t>(cells);
    } else {
        cells_ = std::vector<std::uint32_t>(cells);
    }
}

geo::Box IdGrid::box() const
{
    return {top_left_.x, top_left_.y - height_ * metres_, top_left_.x + width_ * metres_,
            top_left_.y};
}

std::optional<geo::CommuneId> IdGrid::at(int x, int y) const
{
    auto const cell = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                      static_cast<std::size_t>(x);
    auto const value = visit([cell](auto const& cells) -> std::uint32_t { return cells[cell]; });
    if (value == 0) {
        return std::nullopt;
    }
    return static_cast<geo::CommuneId>(value - 1);
}

void IdGrid::fill(geo::CommuneId id, std::vector<geo::Line> const& rings)
{
    static thread_local std::vector<Crossing> crossings;
    crossings.clear();
    auto const cell = [this](geo::Point p) {
        return geo::Point{(p.x - top_left_.x) / metres_, (top_left_.y - p.y) / metres_};
    };
    for (auto const& ring : rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            add_crossings(cell(ring[i - 1]), cell(ring[i]), height_, crossings);
        }
    }
    std::ranges::sort(crossings, [](Crossing const& a, Crossing const& b) {
        return std::tie(a.row, a.x) < std::tie(b.row, b.x);
    });
    std::visit(
        [&]<class Cell>(std::vector<Cell>& cells) {
            fill_spans(crossings, width_, static_cast<Cell>(static_cast<std::uint32_t>(id) + 1),
                       cells);
        },
        cells_);
}

}  // namespace marchland::cartography
