#include "geo/shapes/geometry.hpp"

#include <cmath>
#include <numeric>

namespace marchland::geo {
namespace {

/// Where a ring crosses the horizontal line at y.
void add_crossings(Ring const& ring, double y, std::vector<double>& xs)
{
    for (std::size_t i = 1; i < ring.size(); ++i) {
        auto const a = ring[i - 1];
        auto const b = ring[i];
        if ((a.y <= y) != (b.y <= y)) {
            xs.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
}

Polygon const& largest_part(Area const& area)
{
    return *std::ranges::max_element(area, {}, [](Polygon const& polygon) {
        return polygon.empty() ? -1.0 : std::abs(signed_area(polygon.front()));
    });
}

}  // namespace

Box box_of(Line const& line)
{
    Box box;
    for (auto const point : line) {
        box.add(point);
    }
    return box;
}

Box box_of(Area const& area)
{
    Box box;
    for (auto const& polygon : area) {
        for (auto const& ring : polygon) {
            box.add(box_of(ring));
        }
    }
    return box;
}

double distance(Point a, Point b)
{
    double const dx = b.x - a.x;
    double const dy = b.y - a.y;
    return std::sqrt(dx * dx + dy * dy);
}

double length_of(Line const& line)
{
    double sum = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum += distance(line[i - 1], line[i]);
    }
    return sum;
}

double signed_area(Ring const& ring)
{
    if (ring.size() < 4) {
        return 0.0;
    }
    auto const origin = ring.front();  // large coordinates would eat the digits of small rings
    double twice = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice += (ring[i - 1].x - origin.x) * (ring[i].y - origin.y) -
                 (ring[i].x - origin.x) * (ring[i - 1].y - origin.y);
    }
    return 0.5 * twice;
}

double area_of(Area const& area)
{
    double sum = 0.0;
    for (auto const& polygon : area) {
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            double const ring = std::abs(signed_area(polygon[i]));
            sum += i == 0 ? ring : -ring;
        }
    }
    return sum;
}

Point centroid_of(Area const& area)
{
    if (area.empty() || area.front().empty() || area.front().front().empty()) {
        return {};
    }
    auto const origin = area.front().front().front();
    double weight = 0.0;
    Point sum;
    for (auto const& polygon : area) {
        for (std::size_t k = 0; k < polygon.size(); ++k) {
            auto const& ring = polygon[k];
            // Shells count positive and holes negative, whichever way the file turned them.
            double const sign = (signed_area(ring) < 0.0) == (k == 0) ? -1.0 : 1.0;
            for (std::size_t i = 1; i < ring.size(); ++i) {
                Point const a{ring[i - 1].x - origin.x, ring[i - 1].y - origin.y};
                Point const b{ring[i].x - origin.x, ring[i].y - origin.y};
                double const cross = sign * (a.x * b.y - b.x * a.y);
                weight += cross;
                sum.x += cross * (a.x + b.x);
                sum.y += cross * (a.y + b.y);
            }
        }
    }
    if (weight == 0.0) {
        return box_of(area).centre();
    }
    return {origin.x + sum.x / (3.0 * weight), origin.y + sum.y / (3.0 * weight)};
}

bool contains(Area const& area, Point p)
{
    bool inside = false;
    for (auto const& polygon : area) {
        for (auto const& ring : polygon) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                auto const a = ring[i - 1];
                auto const b = ring[i];
                if ((a.y <= p.y) != (b.y <= p.y) &&
                    p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
                    inside = !inside;
                }
            }
        }
    }
    return inside;
}

Point point_inside(Area const& area)
{
    auto const centroid = centroid_of(area);
    if (contains(area, centroid)) {
        return centroid;
    }
    auto const& part = largest_part(area);
    auto const box = box_of(part.front());
    // off any vertex that sits in the middle
    double const y = box.centre().y + 1e-7 * box.height();
    std::vector<double> xs;
    for (auto const& ring : part) {
        add_crossings(ring, y, xs);
    }
    std::ranges::sort(xs);
    Point best{box.centre()};
    double widest = -1.0;
    for (std::size_t i = 1; i < xs.size(); i += 2) {
        if (xs[i] - xs[i - 1] > widest) {
            widest = xs[i] - xs[i - 1];
            best = {std::midpoint(xs[i - 1], xs[i]), y};
        }
    }
    return best;
}

Foot foot_on_segment(Point p, Point a, Point b)
{
    double const dx = b.x - a.x;
    double const dy = b.y - a.y;
    double const squared = dx * dx + dy * dy;
    double along = 0.0;
    if (squared > 0.0) {
        along = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0);
    }
    Point const at = along >= 1.0 ? b : Point{a.x + along * dx, a.y + along * dy};
    return {at, along, distance(p, at)};
}

}  // namespace marchland::geo
