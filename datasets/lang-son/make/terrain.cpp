#include "datasets/lang-son/make/terrain.hpp"

#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::lang_son {
namespace {

using geo::Point;

/// Random heights on a lattice, joined smoothly. In [0, 1].
double noise(Point p, double lattice, std::uint64_t octave)
{
    double const x = p.x / lattice;
    double const y = p.y / lattice;
    auto const i = std::floor(x);
    auto const j = std::floor(y);
    auto const smooth = [](double t) { return t * t * (3.0 - 2.0 * t); };
    double const u = smooth(x - i);
    double const v = smooth(y - j);
    geo::Random const random{seed, "terrain", octave};
    auto const corner = [&](double di, double dj) {
        auto const column = static_cast<std::uint64_t>(static_cast<std::int64_t>(i + di));
        auto const row = static_cast<std::uint64_t>(static_cast<std::int64_t>(j + dj));
        return random.uniform(column * 1000003U + row);
    };
    double const south = corner(0, 0) + u * (corner(1, 0) - corner(0, 0));
    double const north = corner(0, 1) + u * (corner(1, 1) - corner(0, 1));
    return south + v * (north - south);
}

double hills(Point p)
{
    double sum = 0.0;
    double height = 0.5;
    double lattice = 16000.0;
    for (std::uint64_t octave = 0; octave < 5; ++octave) {
        sum += height * noise(p, lattice, octave);
        height *= 0.5;
        lattice *= 0.5;
    }
    return sum;
}

double bell(Point p, Point top, double width)
{
    double const away = geo::distance(p, top) / width;
    return std::exp(-0.5 * away * away);
}

}  // namespace

Raster terrain_of(Facts const& facts, Province const& province, Places const& places)
{
    geo::Box box;
    for (auto const& ring : province.outline) {
        box.add(geo::box_of(ring));
    }
    box = box.grown(5000.0);
    Raster raster;
    raster.corner = {std::floor(box.min_x / raster.cell) * raster.cell,
                     std::ceil(box.max_y / raster.cell) * raster.cell};
    raster.columns = static_cast<int>(std::ceil((box.max_x - raster.corner.x) / raster.cell));
    raster.rows = static_cast<int>(std::ceil((raster.corner.y - box.min_y) / raster.cell));
    auto const range = facts.commune("06220").centre;  // Công Sơn, at the foot of Mẫu Sơn
    Point const summit{range.x + 7000.0, range.y - 2500.0};
    for (int row = 0; row < raster.rows; ++row) {
        for (int column = 0; column < raster.columns; ++column) {
            Point const p{raster.corner.x + (column + 0.5) * raster.cell,
                          raster.corner.y - (row + 0.5) * raster.cell};
            double valley = 0.0;
            for (auto const seat : places.seats) {
                valley = std::max(valley, bell(p, seat, 2500.0));
            }
            double const height = 60.0 + 950.0 * hills(p) * hills(p) * (1.0 - 0.6 * valley) +
                                  1300.0 * bell(p, summit, 4500.0) * (0.6 + 0.6 * hills(p));
            raster.heights.push_back(static_cast<std::int16_t>(std::lround(height)));
        }
    }
    return raster;
}

}  // namespace marchland::lang_son
