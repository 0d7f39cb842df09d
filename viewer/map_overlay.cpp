#include "viewer/map_overlay.hpp"

#include "cartography/map/draw.hpp"

namespace marchland::viewer {

using cartography::Layers;
using cartography::Scene;
using cartography::View;

bool MapOverlay::fits(View const& view, double dpr) const
{
    return !pixmap_.isNull() && pixmap_.devicePixelRatio() == dpr && view.size == view_.size &&
           view.metres_per_point == view_.metres_per_point;
}

void MapOverlay::draw(View const& view, Scene const& scene, Layers const& layers, double dpr,
                      QRectF const& legend)
{
    pixmap_ = QPixmap{(view.size * dpr).toSize()};
    pixmap_.setDevicePixelRatio(dpr);
    pixmap_.fill(Qt::transparent);
    QPainter painter{&pixmap_};
    cartography::draw_lines(painter, view, scene, layers, 1.0);
    cartography::draw_marks(painter, view, scene, layers, 1.0);
    cartography::draw_labels(painter, view, scene, layers, 1.0, legend);
    view_ = view;
    layers_ = layers;
    legend_ = legend;
}

void MapOverlay::paint(QPainter& painter, View const& view, Scene const& scene,
                       Layers const& layers, double dpr, bool moving, QRectF const& legend)
{
    bool const usable = fits(view, dpr) && layers == layers_ && legend == legend_;
    if (!usable || (!moving && view.centre != view_.centre)) {
        draw(view, scene, layers, dpr, legend);
    }
    painter.drawPixmap(view.at(view_.centre) - view_.at(view_.centre), pixmap_);
}

}  // namespace marchland::viewer
