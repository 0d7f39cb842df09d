// Going along a line. Private to analysis.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::border {

/// Points every `step` along a line, each in the middle of its step, with the metres to it.
template <class Visit>
void each_sample(geo::Line const& line, double from, double to, double step, Visit const& visit)
{
    auto const count = std::max(1.0, std::ceil((to - from) / step));
    double before = 0.0;
    std::size_t i = 1;
    for (double k = 0.0; k < count; k += 1.0) {
        double const metres = from + (k + 0.5) * (to - from) / count;
        double length = geo::distance(line[i - 1], line[i]);
        while (i + 1 < line.size() && before + length < metres) {
            before += length;
            ++i;
            length = geo::distance(line[i - 1], line[i]);
        }
        double const share = length > 0.0 ? std::min(1.0, (metres - before) / length) : 0.0;
        visit(geo::Point{line[i - 1].x + share * (line[i].x - line[i - 1].x),
                         line[i - 1].y + share * (line[i].y - line[i - 1].y)});
    }
}

}  // namespace marchland::analysis::border
