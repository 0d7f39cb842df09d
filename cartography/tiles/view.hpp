/// \file view.hpp
/// Where the eye stands over the map: ground metres to picture points and back.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <QPointF>
#include <QSizeF>

namespace marchland::cartography {

struct View {
    geo::Point centre;
    double metres_per_point = 1.0;  ///< points are logical: device pixels / dpr
    QSizeF size;                    ///< in points

    QPointF at(geo::Point p) const
    {
        return {0.5 * size.width() + (p.x - centre.x) / metres_per_point,
                0.5 * size.height() - (p.y - centre.y) / metres_per_point};
    }
    geo::Point ground(QPointF p) const
    {
        return {centre.x + (p.x() - 0.5 * size.width()) * metres_per_point,
                centre.y - (p.y() - 0.5 * size.height()) * metres_per_point};
    }
    geo::Box box() const
    {
        geo::Box seen;
        seen.add(ground({0.0, 0.0}));
        seen.add(ground({size.width(), size.height()}));
        return seen;
    }
};

/// The view that shows the whole box, with `margin` (a share of its size) around it.
View fitting(geo::Box const& box, QSizeF size, double margin = 0.03);

/// Metres per point at a step of the tile pyramid: four steps double the scale.
double metres_at(int step);

/// The nearest step that shows at least as much detail as `metres` per point, or no more than it.
int step_below(double metres);
int step_above(double metres);

}  // namespace marchland::cartography
