#include "analysis/routes/slopes.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::routes {
namespace {

constexpr double shortest_step_m = 50.0;  ///< below it the slope is that of the noise

/// Points along a line, about `step` apart, with both ends.
std::vector<geo::Point> along(geo::Line const& line, double step)
{
    std::vector<geo::Point> points{line.front()};
    double left = step;
    for (std::size_t i = 1; i < line.size(); ++i) {
        double const length = geo::distance(line[i - 1], line[i]);
        double done = 0.0;
        while (length - done >= left) {
            done += left;
            double const t = done / length;
            points.push_back({line[i - 1].x + t * (line[i].x - line[i - 1].x),
                              line[i - 1].y + t * (line[i].y - line[i - 1].y)});
            left = step;
        }
        left -= length - done;
    }
    if (points.size() == 1 || geo::distance(points.back(), line.back()) > 0.5 * step) {
        points.push_back(line.back());
    } else {
        points.back() = line.back();
    }
    return points;
}

void weigh(network::Piece& piece, geo::Raster const& terrain, travel::TravelModel const& travel,
           double step)
{
    auto const points = along(piece.line, step);
    double metres = 0.0;
    double there = 0.0;
    double back = 0.0;
    double before = geo::between_centres(terrain.cells, terrain.values, points.front());
    for (std::size_t i = 1; i < points.size(); ++i) {
        double const here = geo::between_centres(terrain.cells, terrain.values, points[i]);
        double const run = geo::distance(points[i - 1], points[i]);
        double const rise = here - before;
        bool const known = std::isfinite(rise) && run > 0.0;
        metres += run;
        there += run * (known ? travel::slope_factor(travel, rise / run) : 1.0);
        back += run * (known ? travel::slope_factor(travel, -rise / run) : 1.0);
        before = here;
    }
    if (metres > 0.0) {
        piece.slower_there = there / metres;
        piece.slower_back = back / metres;
    }
}

}  // namespace

void weigh_slopes(geo::Raster const& terrain, geo::Ways const& ways,
                  travel::TravelModel const& travel, network::Network& network)
{
    double const step = std::max(shortest_step_m, terrain.cells.metres);
    for (auto& piece : network.pieces) {
        bool const carried =
            piece.way && (ways.bridge[*piece.way] != 0 || ways.tunnel[*piece.way] != 0);
        if (!carried && piece.line.size() >= 2) {
            weigh(piece, terrain, travel, step);
        }
    }
}

}  // namespace marchland::analysis::routes
