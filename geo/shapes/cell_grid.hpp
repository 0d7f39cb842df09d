// Square cells over a box, numbered row by row: finds what lies near a point or along a segment.
// Private.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace marchland::geo {

class CellGrid {
public:
    /// Cells at least `cell` wide, and about as many as there are things.
    CellGrid(Box const& box, double cell, std::size_t things) : box_{box}
    {
        double const width = std::max(box.width(), 0.0);
        double const height = std::max(box.height(), 0.0);
        double const many = static_cast<double>(std::max<std::size_t>(things, 1));
        // The second term keeps a long thin map from having far more cells than things.
        cell_ = std::max({cell, std::sqrt(width * height / many), (width + height) / many, 1e-300});
        columns_ = static_cast<std::size_t>(width / cell_) + 1;
        rows_ = static_cast<std::size_t>(height / cell_) + 1;
    }

    std::size_t size() const { return columns_ * rows_; }
    std::size_t columns() const { return columns_; }
    Point centre(std::size_t cell) const
    {
        return {box_.min_x + (static_cast<double>(cell % columns_) + 0.5) * cell_,
                box_.min_y + (static_cast<double>(cell / columns_) + 0.5) * cell_};
    }
    std::size_t cell_of(Point p) const { return row(p.y) * columns_ + column(p.x); }

    /// Calls visit(cell) for every cell within `margin` of the segment from a to b, and for few
    /// others.
    template <class Visit>
    void along(Point a, Point b, double margin, Visit const& visit) const
    {
        if (a.y > b.y) {
            std::swap(a, b);
        }
        std::size_t const last = row(b.y + margin);
        for (std::size_t r = row(a.y - margin); r <= last; ++r) {
            double const floor = box_.min_y + static_cast<double>(r) * cell_;
            double const from = x_at(a, b, floor - margin);
            double const to = x_at(a, b, floor + cell_ + margin);
            std::size_t const end = column(std::max(from, to) + margin);
            for (std::size_t c = column(std::min(from, to) - margin); c <= end; ++c) {
                visit(r * columns_ + c);
            }
        }
    }

private:
    static std::size_t clamped(double value, std::size_t count)
    {
        return value <= 0.0 ? 0 : std::min(static_cast<std::size_t>(value), count - 1);
    }
    std::size_t column(double x) const { return clamped((x - box_.min_x) / cell_, columns_); }
    std::size_t row(double y) const { return clamped((y - box_.min_y) / cell_, rows_); }

    /// Where the segment (a below b) is at height y, or at the end nearer to it. A level segment is
    /// at its left end below and at its right end above, so that the row between sees all of it.
    static double x_at(Point a, Point b, double y)
    {
        if (y <= a.y) {
            return a.x;
        }
        if (y >= b.y) {
            return b.x;
        }
        return a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
    }

    Box box_;
    double cell_ = 1.0;
    std::size_t columns_ = 1;
    std::size_t rows_ = 1;
};

}  // namespace marchland::geo
