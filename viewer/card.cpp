#include "viewer/card.hpp"

#include "cartography/map/draw.hpp"
#include "cartography/themes/palette.hpp"
#include "cartography/themes/theme.hpp"
#include "cartography/words/corridor_texts.hpp"
#include "cartography/words/map_texts.hpp"
#include "cartography/words/numbers.hpp"
#include "cartography/words/place_texts.hpp"
#include "results/reading.hpp"

#include <QFontMetricsF>
#include <QPen>

#include <algorithm>

namespace marchland::viewer {

using namespace cartography;
using namespace Qt::StringLiterals;
using results::CommuneRow;

namespace {

constexpr double padding = 10.0;
constexpr double text_points = 9.0;
constexpr double widest_note = 300.0;

/// Hours to an official crossing, and to which.
QString crossing_text(Project const& project, results::CommuneRow const& row, Language language)
{
    auto const hours = number(row.hours_to_crossing, 1, language);
    auto const& crossings = project.shown->crossings;
    auto const found =
        std::ranges::find(crossings, row.nearest_crossing, &results::CrossingRow::id);
    return row.nearest_crossing.empty() || found == crossings.end()
               ? hours
               : hours + u" – "_s + QString::fromStdString(found->name);
}

QString note_of(results::CommuneRow const& row, Words const& words)
{
    return has_no_information(row)                     ? words(text::no_information_note)
           : is_low_by_missing_hours(row)              ? words(text::open_note)
           : is_unsure(row, Measure::relative_risk, 0) ? words(text::unsure_note)
                                                       : QString{};
}

QString rank_of(results::CommuneRow const& row, Words const& words)
{
    return is_ranked(row) ? rank_text(static_cast<double>(row.rank), row.rank_lower, row.rank_upper)
                          : words(text::none_known);
}

/// Where everything on a card goes.
struct Measures {
    double label = 0.0;
    double value = 0.0;
    double line = 0.0;
    QRectF note;
    QSizeF size;
};

Measures measured(Card const& card)
{
    QFontMetricsF const plain{map_font(text_points)};
    QFontMetricsF const bold{map_font(text_points, true)};
    QFontMetricsF const title{map_font(text_points + 1.5, true)};
    Measures sizes;
    for (auto const& line : card.lines) {
        sizes.label = std::max(sizes.label, plain.horizontalAdvance(line.label) + 14.0);
        sizes.value = std::max(sizes.value, bold.horizontalAdvance(line.value));
    }
    sizes.line = plain.height() + 2.0;
    double const wide = std::max({sizes.label + sizes.value, title.horizontalAdvance(card.title),
                                  card.note.isEmpty() ? 0.0 : widest_note});
    if (!card.note.isEmpty()) {
        sizes.note = plain.boundingRect({0.0, 0.0, wide, 1000.0}, Qt::TextWordWrap, card.note);
    }
    sizes.size = {wide + 2.0 * padding, title.height() + 4.0 + sizes.note.height() +
                                            sizes.line * static_cast<double>(card.lines.size()) +
                                            2.0 * padding};
    return sizes;
}

QRectF placed(QPointF at, QSizeF size, QRectF const& frame)
{
    QRectF box{at + QPointF{16.0, 16.0}, size};
    if (box.right() > frame.right()) {
        box.moveRight(at.x() - 12.0);
    }
    if (box.bottom() > frame.bottom()) {
        box.moveBottom(at.y() - 12.0);
    }
    box.moveLeft(std::max(box.left(), frame.left()));
    box.moveTop(std::max(box.top(), frame.top()));
    return box;
}

}  // namespace

QString Card::spoken() const
{
    QStringList parts{title};
    for (auto const& line : lines) {
        parts += line.label + u": "_s + line.value;
    }
    if (!note.isEmpty()) {
        parts += note;
    }
    return parts.join(u"; "_s);
}

Card commune_card(Project const& project, geo::CommuneId id, Language language)
{
    Words const words{language};
    auto const& row = project.shown->communes[geo::index_of(id)];
    Card card{QString::fromStdString(row.name + " " + row.code), {}, note_of(row, words)};
    auto const say = [&card](QString const& label, QString const& value) {
        card.lines.push_back({label, value});
    };
    if (!has_no_information(row)) {
        say(words(text::column_risk),
            is_low_by_missing_hours(row)
                ? words(text::hours_unknown)
                : with_interval(row.relative_risk, row.lower, row.upper, language));
        say(words(text::column_expected),
            with_interval(row.expected, row.expected_lower, row.expected_upper, language));
        say(words(text::column_rank), rank_of(row, words));
    }
    say(words(text::column_evidence), evidence_word(row.evidence, words));
    say(words(text::column_detected), banded(row.cases, language));
    say(words(text::column_hours_official), crossing_text(project, row, language));
    return card;
}

Card crossing_card(Project const& project, std::size_t row, Language language)
{
    Words const words{language};
    auto const& crossing = project.shown->crossings[row];
    return {QString::fromStdString(crossing.name),
            {{words(text::column_status), status_word(crossing, words)},
             {words(text::column_share), share_with_interval(crossing.share, crossing.share_lower,
                                                             crossing.share_upper, language)},
             {words(text::column_mean_hours), number(crossing.hours_mean, 1, language)}},
            {}};
}

Card market_card(Project const& project, std::size_t row, Language language)
{
    return {QString::fromStdString(project.shown->markets[row].name),
            {},
            Words{language}(text::market)};
}

void draw_card(QPainter& painter, QPointF at, QRectF const& frame, Card const& card)
{
    auto const sizes = measured(card);
    auto const box = placed(at, sizes.size, frame);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{QColor{colour::outline}, 1.0});
    painter.setBrush(QColor{colour::paper});
    painter.drawRoundedRect(box, 4.0, 4.0);
    painter.setPen(QColor{colour::ink});
    auto line = box.adjusted(padding, padding, -padding, -padding);
    painter.setFont(map_font(text_points + 1.5, true));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, card.title);
    line.setTop(line.top() + QFontMetricsF{painter.font()}.height() + 4.0);
    for (auto const& row : card.lines) {
        painter.setFont(map_font(text_points));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, row.label);
        painter.setFont(map_font(text_points, true));
        painter.drawText(line.adjusted(sizes.label, 0.0, 0.0, 0.0), Qt::AlignLeft | Qt::AlignTop,
                         row.value);
        line.setTop(line.top() + sizes.line);
    }
    painter.setFont(map_font(text_points));
    painter.setPen(QColor{colour::restricted});
    painter.drawText(line, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, card.note);
    painter.restore();
}

}  // namespace marchland::viewer
