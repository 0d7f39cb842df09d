#include "cartography/map/draw.hpp"

#include "cartography/themes/palette.hpp"

#include <QFontMetricsF>
#include <QPen>

#include <array>
#include <cmath>

namespace marchland::cartography {

ScaleBar scale_bar(double metres_per_point, double most)
{
    double const longest = metres_per_point * most;
    double const power = std::pow(10.0, std::floor(std::log10(longest)));
    for (double const step : {5.0, 2.0, 1.0}) {
        if (step * power <= longest) {
            return {step * power, step * power / metres_per_point};
        }
    }
    return {power, power / metres_per_point};
}

void draw_scale_bar(QPainter& painter, QPointF bottom_left, double metres_per_point,
                    QString const& unit, double size)
{
    auto const bar = scale_bar(metres_per_point, 160.0 * size);
    double const high = 5.0 * size;
    auto const font = map_font(8.5 * size);
    auto const text = QString::number(bar.metres / 1000.0) + QLatin1Char(' ') + unit;
    painter.save();
    painter.setPen(QPen{QColor{colour::ink}, 1.0 * size});
    QRectF const whole{bottom_left.x(), bottom_left.y() - high, bar.points, high};
    painter.fillRect(whole, QColor{colour::paper});
    painter.fillRect(QRectF{whole.topLeft(), QSizeF{0.5 * bar.points, high}}, QColor{colour::ink});
    painter.drawRect(whole);
    draw_haloed(painter, whole.topLeft() + QPointF{0.0, -4.0 * size}, QStringLiteral("0"), font,
                QColor{colour::ink}, size);
    double const wide = QFontMetricsF{font}.horizontalAdvance(text);
    draw_haloed(painter, whole.topRight() + QPointF{-wide, -4.0 * size}, text, font,
                QColor{colour::ink}, size);
    painter.restore();
}

void draw_north(QPainter& painter, QPointF top_middle, QString const& letter, double size)
{
    auto const at = [&](double x, double y) { return top_middle + QPointF{x * size, y * size}; };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen{QColor{colour::ink}, 1.0 * size, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(QColor{colour::ink});
    painter.drawPolygon(QPolygonF{{at(0, 0), at(-8, 26), at(0, 20)}});
    painter.setBrush(QColor{colour::paper});
    painter.drawPolygon(QPolygonF{{at(0, 0), at(8, 26), at(0, 20)}});
    auto const font = map_font(10.0 * size, true);
    double const wide = QFontMetricsF{font}.horizontalAdvance(letter);
    draw_haloed(painter, at(0, 40) - QPointF{0.5 * wide, 0.0}, letter, font, QColor{colour::ink},
                size);
    painter.restore();
}

}  // namespace marchland::cartography
