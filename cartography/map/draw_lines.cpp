#include "cartography/map/draw.hpp"

#include "cartography/themes/palette.hpp"

#include <QPen>

namespace marchland::cartography {

namespace {

/// Below this many metres a point every road is drawn, above it only the larger ones.
constexpr double all_roads_below = 60.0;

/// Thin corridors need no rim of paper to be seen beside wide ones.
constexpr double haloed_from = 0.4;

/// The line on the picture, without points that nobody could tell from the one before.
void thinned(View const& view, geo::Line const& line, QPolygonF& out)
{
    constexpr double nearest = 1.4;
    out.clear();
    for (std::size_t i = 0; i < line.size(); ++i) {
        auto const p = view.at(line[i]);
        bool const last = i + 1 == line.size();
        if (out.isEmpty() || last || (p - out.back()).manhattanLength() >= nearest) {
            out.push_back(p);
        }
    }
}

void draw(QPainter& painter, View const& view, std::vector<SceneLine> const& lines, QPen pen,
          double width_from, double width_to, double least_weight = 0.0)
{
    auto const seen = view.box().grown(10.0 * view.metres_per_point);
    QPolygonF points;
    for (auto const& line : lines) {
        double const weight = static_cast<double>(line.weight);
        if (weight >= least_weight && line.box.touches(seen)) {
            thinned(view, line.points, points);
            pen.setWidthF(width_from + weight * (width_to - width_from));
            painter.setPen(pen);
            painter.drawPolyline(points);
        }
    }
}

/// Bevels cost a tenth of round joins, and at these widths nobody can tell them apart.
QPen line_pen(QRgb colour)
{
    return QPen{QColor{colour}, 1.0, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin};
}

void draw_roads(QPainter& painter, View const& view, Scene const& scene, double size)
{
    if (view.metres_per_point * size < all_roads_below || scene.major_roads.empty()) {
        draw(painter, view, scene.minor_roads, line_pen(colour::road), 0.6 * size, 0.6 * size);
    }
    draw(painter, view, scene.major_roads, line_pen(colour::road), 1.1 * size, 1.1 * size);
}

void draw_border(QPainter& painter, View const& view, Scene const& scene, double size)
{
    auto pen = line_pen(colour::border);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({4.0, 1.6, 0.8, 1.6});
    draw(painter, view, scene.border, pen, 1.8 * size, 1.8 * size);
}

}  // namespace

void draw_lines(QPainter& painter, View const& view, Scene const& scene, Layers const& layers,
                double size)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (layers.roads) {
        draw_roads(painter, view, scene, size);
    }
    if (layers.corridors) {
        draw(painter, view, scene.corridors, line_pen(colour::paper), 0.6 * size, 6.0 * size,
             haloed_from);
        draw(painter, view, scene.corridors, line_pen(colour::corridor), 0.2 * size, 4.2 * size);
    }
    if (layers.hotspots) {
        draw(painter, view, scene.hotspots, line_pen(colour::paper), 4.0 * size, 4.0 * size);
        draw(painter, view, scene.hotspots, line_pen(colour::hotspot), 2.2 * size, 2.2 * size);
    }
    draw_border(painter, view, scene, size);
    painter.restore();
}

}  // namespace marchland::cartography
