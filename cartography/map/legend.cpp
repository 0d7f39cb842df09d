#include "cartography/map/legend.hpp"

#include "cartography/map/draw.hpp"
#include "cartography/themes/palette.hpp"
#include "cartography/words/map_texts.hpp"

#include <QFontMetricsF>
#include <QPen>

#include <algorithm>

namespace marchland::cartography {

using Kind = LegendRow::Kind;

namespace {

constexpr double swatch = 24.0;
constexpr double text_from = 34.0;
constexpr double figure_room = 38.0;

QFont font_of(LegendRow const& row, double size)
{
    switch (row.kind) {
    case Kind::heading:
        return map_font(10.5 * size, true);
    case Kind::note:
        return map_font(8.0 * size);
    default:
        return map_font(9.0 * size);
    }
}

bool has_swatch(LegendRow const& row)
{
    return row.kind != Kind::heading && row.kind != Kind::note;
}

QRectF text_box(LegendRow const& row, double width, double size)
{
    double const from = has_swatch(row) ? text_from * size : 0.0;
    double const to = width - (row.figure.isEmpty() ? 0.0 : figure_room * size);
    QFontMetricsF const metrics{font_of(row, size)};
    auto const bounds = metrics.boundingRect(QRectF{from, 0.0, to - from, 10'000.0},
                                             Qt::TextWordWrap | Qt::AlignLeft, row.text);
    return {from, 0.0, to - from, bounds.height()};
}

double row_height(LegendRow const& row, double width, double size)
{
    double const text =
        std::max(text_box(row, width, size).height(), QFontMetricsF{font_of(row, size)}.height());
    double const least = has_swatch(row) ? 19.0 * size : 0.0;
    double const air = row.kind == Kind::heading ? 3.0 * size : 2.0 * size;
    return std::max(text, least) + air;
}

double gap_above(LegendRow const& row, bool first, double size)
{
    return row.kind == Kind::heading && !first ? 10.0 * size : 0.0;
}

void draw_box(QPainter& painter, QRectF const& box, LegendRow const& row, double size)
{
    painter.fillRect(box, QColor{row.kind == Kind::striped ? paler(row.colour) : row.colour});
    if (row.kind == Kind::striped) {
        painter.save();
        painter.setClipRect(box);
        painter.setPen(QPen{QColor{stripe_of(row.colour)}, 2.1 * size});
        for (double x = box.left(); x < box.right() + box.height(); x += 5.7 * size) {
            painter.drawLine(QPointF{x, box.top() - 1.0},
                             QPointF{x - box.height() - 2.0, box.bottom() + 1.0});
        }
        painter.restore();
    }
    painter.setPen(QPen{QColor{colour::outline}, 0.8 * size});
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

void draw_line(QPainter& painter, QRectF const& box, LegendRow const& row, double size)
{
    QPen pen{QColor{row.colour}, row.width * size, Qt::SolidLine, Qt::FlatCap};
    if (row.kind == Kind::border) {
        pen.setDashPattern({4.0, 1.6, 0.8, 1.6});
    }
    painter.setPen(pen);
    painter.drawLine(QPointF{box.left(), box.center().y()}, QPointF{box.right(), box.center().y()});
}

void draw_swatch(QPainter& painter, QPointF top_left, LegendRow const& row, double size)
{
    QRectF const box{top_left + QPointF{0.0, 2.5 * size}, QSizeF{swatch * size, 14.0 * size}};
    switch (row.kind) {
    case Kind::fill:
    case Kind::striped:
        draw_box(painter, box, row, size);
        break;
    case Kind::crossing:
        draw_crossing(painter, box.center(), row.grade, false, size);
        break;
    case Kind::closed_crossing:
        draw_crossing(painter, box.center(), row.grade, true, size);
        break;
    case Kind::market:
        draw_market(painter, box.center(), size);
        break;
    case Kind::line:
    case Kind::border:
        draw_line(painter, box, row, size);
        break;
    case Kind::heading:
    case Kind::note:
        break;
    }
}

void add_classes(Theme const& theme, Words const& words, std::vector<LegendRow>& rows)
{
    rows.push_back({Kind::heading, theme.title, {}});
    rows.push_back({Kind::note, theme.note, {}});
    rows.push_back({Kind::note, {}, words(text::legend_communes)});
    for (auto klass = theme.classes.rbegin(); klass != theme.classes.rend(); ++klass) {
        rows.push_back({Kind::fill, klass->label, QString::number(klass->communes), klass->colour});
    }
    if (theme.shows_certainty) {
        rows.push_back({Kind::striped, words(text::unsure), QString::number(theme.unsure),
                        theme.classes.back().colour});
    }
    rows.push_back({theme.unknown_striped ? Kind::striped : Kind::fill, theme.unknown,
                    QString::number(theme.no_information), colour::no_information});
    if (theme.open > 0) {
        rows.push_back({Kind::striped, words(text::open_risk), QString::number(theme.open),
                        colour::no_information});
    }
    if (theme.shows_certainty) {
        rows.push_back({Kind::note, words(text::unsure_note), {}});
    }
    if (theme.open > 0) {
        rows.push_back({Kind::note, words(text::open_note), {}});
    }
    rows.push_back({Kind::note, theme.unknown_note, {}});
}

void add_crossings(Scene const& scene, Words const& words, std::vector<LegendRow>& rows)
{
    auto const has = [&](CrossingGrade grade) {
        return std::ranges::any_of(scene.crossings, [grade](auto const& mark) {
            return mark.grade == grade && !mark.closed;
        });
    };
    auto const add = [&](CrossingGrade grade, QString const& text) {
        if (has(grade)) {
            rows.push_back({Kind::crossing, text, {}, 0, grade});
        }
    };
    add(CrossingGrade::international, words(text::crossing_international));
    add(CrossingGrade::bilateral, words(text::crossing_bilateral));
    add(CrossingGrade::other, words(text::crossing_other));
    add(CrossingGrade::unknown, words(text::crossing_unknown));
    if (std::ranges::any_of(scene.crossings, &CrossingMark::closed)) {
        rows.push_back(
            {Kind::closed_crossing, words(text::crossing_closed), {}, 0, CrossingGrade::bilateral});
    }
}

void add_marks(Scene const& scene, Layers const& layers, Words const& words,
               std::vector<LegendRow>& rows)
{
    auto const line = [&rows](bool shown, QString const& text, QRgb colour, double width,
                              Kind kind = Kind::line) {
        if (shown) {
            rows.push_back({kind, text, {}, colour, {}, width});
        }
    };
    if (layers.crossings) {
        add_crossings(scene, words, rows);
    }
    if (layers.markets && !scene.markets.empty()) {
        rows.push_back({Kind::market, words(text::market), {}});
    }
    line(layers.hotspots && !scene.hotspots.empty(), words(text::hotspot_outline), colour::hotspot,
         2.2);
    line(layers.corridors && !scene.corridors.empty(), words(text::corridor), colour::corridor,
         3.0);
    line(layers.roads && !(scene.major_roads.empty() && scene.minor_roads.empty()),
         words(text::road), colour::road, 1.1);
    line(!scene.border.empty(), words(text::border), colour::border, 1.8, Kind::border);
}

}  // namespace

std::vector<LegendRow> legend_rows(Theme const& theme, Scene const& scene, Layers const& layers,
                                   Words const& words)
{
    std::vector<LegendRow> rows;
    if (layers.communes) {
        add_classes(theme, words, rows);
    }
    std::vector<LegendRow> marks;
    add_marks(scene, layers, words, marks);
    if (!marks.empty()) {
        rows.push_back({Kind::heading, words(text::legend_lines), {}});
        std::ranges::move(marks, std::back_inserter(rows));
    }
    return rows;
}

double legend_height(std::vector<LegendRow> const& rows, double width, double size)
{
    double height = 0.0;
    for (auto const& row : rows) {
        height += gap_above(row, height == 0.0, size) + row_height(row, width, size);
    }
    return height;
}

void draw_legend(QPainter& painter, QPointF top_left, std::vector<LegendRow> const& rows,
                 double width, double size)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    double y = top_left.y();
    for (auto const& row : rows) {
        y += gap_above(row, y == top_left.y(), size);
        double const high = row_height(row, width, size);
        draw_swatch(painter, {top_left.x(), y}, row, size);
        painter.setFont(font_of(row, size));
        painter.setPen(QColor{row.kind == Kind::note ? colour::faint_ink : colour::ink});
        auto box = text_box(row, width, size).translated(top_left.x(), y);
        box.setHeight(has_swatch(row) ? std::max(box.height(), 19.0 * size) : box.height());
        painter.drawText(box, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, row.text);
        painter.drawText(QRectF{top_left.x(), y, width, row.text.isEmpty() ? high : box.height()},
                         Qt::AlignRight | Qt::AlignVCenter, row.figure);
        y += high;
    }
    painter.restore();
}

}  // namespace marchland::cartography
