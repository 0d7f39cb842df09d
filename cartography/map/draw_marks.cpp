#include "cartography/map/draw.hpp"

#include "cartography/themes/palette.hpp"

#include <QPen>

namespace marchland::cartography {

namespace {

double reach_of(CrossingGrade grade)
{
    switch (grade) {
    case CrossingGrade::international:
        return 8.0;
    case CrossingGrade::bilateral:
        return 6.2;
    case CrossingGrade::other:
    case CrossingGrade::unknown:
        return 4.6;
    }
    return 4.6;
}

}  // namespace

void draw_crossing(QPainter& painter, QPointF at, CrossingGrade grade, bool closed, double size)
{
    double const reach = reach_of(grade) * size;
    QPolygonF const diamond{{at + QPointF{0.0, -reach}, at + QPointF{reach, 0.0},
                             at + QPointF{0.0, reach}, at + QPointF{-reach, 0.0}}};
    QColor const fill{closed                            ? colour::no_information
                      : grade == CrossingGrade::unknown ? colour::paper
                                                        : colour::crossing};
    painter.setPen(
        QPen{QColor{colour::paper}, 2.4 * size, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin});
    painter.setBrush(fill);
    painter.drawPolygon(diamond);
    painter.setPen(QPen{QColor{colour::crossing},
                        grade == CrossingGrade::unknown ? 1.6 * size : size, Qt::SolidLine,
                        Qt::SquareCap, Qt::MiterJoin});
    painter.drawPolygon(diamond);
    if (grade == CrossingGrade::international && !closed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor{colour::paper});
        painter.drawEllipse(at, 0.27 * reach, 0.27 * reach);
    }
}

void draw_market(QPainter& painter, QPointF at, double size)
{
    double const half = 5.0 * size;
    QRectF const frame{at.x() - half, at.y() - half, 2.0 * half, 2.0 * half};
    painter.setBrush(QColor{colour::paper});
    painter.setPen(
        QPen{QColor{colour::market}, 1.4 * size, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin});
    painter.drawRect(frame);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor{colour::market});
    double const inset = 2.6 * size;
    painter.drawRect(frame.adjusted(inset, inset, -inset, -inset));
}

void draw_marks(QPainter& painter, View const& view, Scene const& scene, Layers const& layers,
                double size)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    auto const seen = view.box().grown(20.0 * view.metres_per_point * size);
    auto const in_sight = [&seen](geo::Point p) { return seen.touches({p.x, p.y, p.x, p.y}); };
    if (layers.markets) {
        for (auto const& market : scene.markets) {
            if (in_sight(market.at)) {
                draw_market(painter, view.at(market.at), size);
            }
        }
    }
    if (layers.crossings) {
        for (auto const& mark : scene.crossings) {
            if (in_sight(mark.at)) {
                draw_crossing(painter, view.at(mark.at), mark.grade, mark.closed, size);
            }
        }
    }
    painter.restore();
}

}  // namespace marchland::cartography
