/// \file map_overlay.hpp
/// Lines, marks and names over the tiles, drawn once for each view and kept while only the cursor
/// moves.
#pragma once

#include "cartography/map/scene.hpp"
#include "cartography/tiles/view.hpp"

#include <QPainter>
#include <QPixmap>

namespace marchland::viewer {

class MapOverlay {
public:
    /// \param moving  the map is being dragged: what is there is shifted instead of drawn anew.
    /// \param legend  no name goes under it.
    void paint(QPainter& painter, cartography::View const& view, cartography::Scene const& scene,
               cartography::Layers const& layers, double dpr, bool moving, QRectF const& legend);

    void forget() { pixmap_ = {}; }

private:
    void draw(cartography::View const& view, cartography::Scene const& scene,
              cartography::Layers const& layers, double dpr, QRectF const& legend);
    bool fits(cartography::View const& view, double dpr) const;

    QPixmap pixmap_;
    cartography::View view_;
    cartography::Layers layers_;
    QRectF legend_;
};

}  // namespace marchland::viewer
