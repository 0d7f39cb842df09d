#include "cartography/tiles/view.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::cartography {

View fitting(geo::Box const& box, QSizeF size, double margin)
{
    if (box.empty() || size.isEmpty()) {
        return View{{}, 1.0, size};
    }
    double const grown = 1.0 + 2.0 * margin;
    double const metres =
        std::max(grown * box.width() / size.width(), grown * box.height() / size.height());
    return View{box.centre(), std::max(metres, 0.01), size};
}

double metres_at(int step)
{
    return std::exp2(0.25 * step);
}

int step_below(double metres)
{
    return static_cast<int>(std::floor(4.0 * std::log2(metres) + 1e-9));
}

int step_above(double metres)
{
    return static_cast<int>(std::ceil(4.0 * std::log2(metres) - 1e-9));
}

}  // namespace marchland::cartography
