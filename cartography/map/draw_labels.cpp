#include "cartography/map/draw.hpp"

#include "cartography/themes/palette.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace marchland::cartography {

namespace {

constexpr std::int64_t always_named = 10;  ///< the communes ranked first, whatever their size

struct Label {
    QPointF at;
    QString text;
    bool bold = false;
    double gap = 0.0;  ///< between a symbol and its name; 0 puts the name on the point
    QRgb ink = colour::ink;
};

/// Places labels one after the other where nothing lies yet.
class Placing {
public:
    static constexpr double edge = 3.0;  ///< points between a name and the frame

    Placing(QPainter& painter, View const& view, double size)
        : painter_{painter},
          frame_{QRectF{QPointF{}, view.size}.adjusted(edge, edge, -edge, -edge)}, size_{size}
    {
    }

    void keep_free(QRectF const& rect) { taken_.push_back(rect); }

    void keep_free(QPointF at, double reach)
    {
        taken_.emplace_back(at.x() - reach, at.y() - reach, 2.0 * reach, 2.0 * reach);
    }

    void place(Label const& label)
    {
        auto const font = map_font((label.bold ? 9.0 : 8.2) * size_, label.bold);
        QFontMetricsF const metrics{font};
        QSizeF const room{metrics.horizontalAdvance(label.text), metrics.height()};
        for (auto const& corner : corners(label, room)) {
            QRectF const rect{corner, room};
            if (is_free(rect)) {
                taken_.push_back(rect.adjusted(-2.0, -1.0, 2.0, 1.0));
                draw_haloed(painter_, corner + QPointF{0.0, metrics.ascent()}, label.text, font,
                            QColor{label.ink}, size_);
                return;
            }
        }
    }

private:
    static std::vector<QPointF> corners(Label const& label, QSizeF room)
    {
        double const left = label.at.x() - room.width() - label.gap;
        double const middle_x = label.at.x() - 0.5 * room.width();
        double const middle_y = label.at.y() - 0.5 * room.height();
        if (label.gap == 0.0) {
            return {{middle_x, middle_y},
                    {middle_x, middle_y + 0.8 * room.height()},
                    {middle_x, middle_y - 0.8 * room.height()}};
        }
        return {{label.at.x() + label.gap, middle_y},
                {left, middle_y},
                {middle_x, label.at.y() - room.height() - 0.7 * label.gap},
                {middle_x, label.at.y() + 0.7 * label.gap},
                {label.at.x() + 0.8 * label.gap, middle_y - 0.7 * room.height()},
                {left, middle_y - 0.7 * room.height()},
                {label.at.x() + 0.8 * label.gap, middle_y + 0.7 * room.height()},
                {left, middle_y + 0.7 * room.height()}};
    }

    bool is_free(QRectF const& rect) const
    {
        return frame_.contains(rect) && std::ranges::none_of(taken_, [&](auto const& other) {
                   return other.intersects(rect);
               });
    }

    QPainter& painter_;
    QRectF frame_;
    double size_;
    std::vector<QRectF> taken_;
};

void name_crossings(View const& view, Scene const& scene, double size, Placing& placing)
{
    auto by_grade = scene.crossings;
    std::ranges::stable_sort(by_grade, {}, &CrossingMark::grade);
    for (auto const& mark : by_grade) {
        placing.place({view.at(mark.at), mark.name, true, 10.0 * size, colour::crossing});
    }
}

void name_communes(View const& view, Scene const& scene, double size, Placing& placing)
{
    std::vector<CommuneMark const*> order;
    for (auto const& mark : scene.communes) {
        bool const first = mark.rank > 0 && mark.rank <= always_named;
        double const room = mark.across_m / view.metres_per_point / size;
        if (first || room > 46.0) {
            order.push_back(&mark);
        }
    }
    auto const key = [](CommuneMark const* mark) {
        bool const first = mark->rank > 0 && mark->rank <= always_named;
        return std::pair{first ? mark->rank : always_named + 1, -mark->across_m};
    };
    std::ranges::stable_sort(order, {}, key);
    auto const seen = view.box();
    for (auto const* mark : order) {
        if (seen.touches({mark->at.x, mark->at.y, mark->at.x, mark->at.y})) {
            placing.place({view.at(mark->at), mark->name});
        }
    }
}

}  // namespace

QFont map_font(double points, bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(std::max(1, qRound(points * 4.0 / 3.0)));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void draw_haloed(QPainter& painter, QPointF at, QString const& text, QFont const& font, QColor ink,
                 double size)
{
    // Not by outlines: FreeType's depend on what was drawn before, and pictures must not.
    constexpr int around = 12;
    painter.save();
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setFont(font);
    painter.setPen(QColor{colour::paper});
    for (int i = 0; i < around; ++i) {
        double const turn = 2.0 * std::numbers::pi * i / around;
        painter.drawText(at + 1.5 * size * QPointF{std::cos(turn), std::sin(turn)}, text);
    }
    painter.setPen(ink);
    painter.drawText(at, text);
    painter.restore();
}

void draw_labels(QPainter& painter, View const& view, Scene const& scene, Layers const& layers,
                 double size, QRectF const& taken)
{
    if (!layers.labels) {
        return;
    }
    Placing placing{painter, view, size};
    placing.keep_free(taken);
    if (layers.markets) {
        for (auto const& market : scene.markets) {
            placing.keep_free(view.at(market.at), 5.0 * size);
        }
    }
    if (layers.crossings) {
        for (auto const& mark : scene.crossings) {
            placing.keep_free(view.at(mark.at), 6.0 * size);
        }
        name_crossings(view, scene, size, placing);
    }
    if (layers.communes) {
        name_communes(view, scene, size, placing);
    }
}

}  // namespace marchland::cartography
