// Shapes drawn by hand, and shapes from files.
#pragma once

#include "geo/shapes/boundaries.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace marchland::geo::test {

inline Polygon box(double x0, double y0, double x1, double y1)
{
    return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}};
}

inline Area square(double x0, double y0, double x1, double y1)
{
    return {box(x0, y0, x1, y1)};
}

inline PerCommune<Area> map_of(std::vector<Area> areas)
{
    return PerCommune<Area>{std::move(areas)};
}

inline CommuneId commune(std::size_t i)
{
    return static_cast<CommuneId>(i);
}

/// Neighbours as plain numbers, easy to compare with a picture.
inline std::vector<std::vector<std::size_t>> lists(Boundaries const& map,
                                                   Contiguity kind = Contiguity::queen)
{
    std::vector<std::vector<std::size_t>> all;
    for (auto const& list : map.neighbours(kind)) {
        auto& numbers = all.emplace_back();
        std::ranges::transform(list, std::back_inserter(numbers),
                               [](CommuneId id) { return index_of(id); });
    }
    return all;
}

/// All polygons of the first layer, in the order of the file.
PerCommune<Area> areas_from(std::string const& path);

}  // namespace marchland::geo::test
