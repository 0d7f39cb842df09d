/// \file geometry.hpp
/// Shapes as plain values. Coordinates are x east, y north, in the reference system of their layer.
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

namespace marchland::geo {

struct Point {
    double x = 0.0;
    double y = 0.0;
    bool operator==(Point const&) const = default;
};

using Line = std::vector<Point>;
using MultiLine = std::vector<Line>;

/// Closed: the last point repeats the first.
using Ring = std::vector<Point>;

/// The first ring is the shell, the others are holes.
using Polygon = std::vector<Ring>;

/// What a commune covers: one polygon or several (islands, exclaves).
using Area = std::vector<Polygon>;

struct Box {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    bool empty() const { return min_x > max_x; }
    double width() const { return max_x - min_x; }
    double height() const { return max_y - min_y; }
    Point centre() const { return {0.5 * (min_x + max_x), 0.5 * (min_y + max_y)}; }

    void add(Point p)
    {
        min_x = std::min(min_x, p.x);
        min_y = std::min(min_y, p.y);
        max_x = std::max(max_x, p.x);
        max_y = std::max(max_y, p.y);
    }
    void add(Box const& other)
    {
        min_x = std::min(min_x, other.min_x);
        min_y = std::min(min_y, other.min_y);
        max_x = std::max(max_x, other.max_x);
        max_y = std::max(max_y, other.max_y);
    }
    Box grown(double by) const { return {min_x - by, min_y - by, max_x + by, max_y + by}; }
    bool touches(Box const& other) const
    {
        return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y &&
               other.min_y <= max_y;
    }
    bool operator==(Box const&) const = default;
};

Box box_of(Line const& line);
Box box_of(Area const& area);

double distance(Point a, Point b);
double length_of(Line const& line);

/// Positive counter-clockwise; the unit is that of the coordinates, squared.
double signed_area(Ring const& ring);
double area_of(Area const& area);  ///< shells less holes, whatever the direction of the rings
Point centroid_of(Area const& area);

/// Even-odd rule: right for holes and islands alike.
bool contains(Area const& area, Point p);

/// A point well inside: the centroid where it lies inside, else the middle of the widest stretch of
/// the horizontal line through the middle of the largest part. \pre area has a part with 3 corners
Point point_inside(Area const& area);

/// The nearest point of a segment, and how far along it lies (0 at a, 1 at b).
struct Foot {
    Point at;
    double along = 0.0;
    double distance = 0.0;
};
Foot foot_on_segment(Point p, Point a, Point b);

}  // namespace marchland::geo
