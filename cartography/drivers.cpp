#include "cartography/drivers.hpp"

#include "cartography/numbers.hpp"
#include "geo/text.hpp"

#include <QRegularExpression>
#include <QStringList>

namespace marchland::cartography {

using namespace Qt::StringLiterals;

namespace {

QString figure_in(QString const& text, Language language)
{
    return number(geo::number_in(text.toStdString()).value_or(analysis::unknown), 1, language);
}

/// One clause in the language of the page; empty where it is not known.
QString translated(QString const& clause, Language language)
{
    static QRegularExpression const cases{
        u"^(\\d+) detected, ([\\d.]+) expected at the region's rate$"_s};
    static QRegularExpression const effort{u"^effort ([\\d.]+) x the region's$"_s};
    auto const& words = words_in(language);
    if (auto const found = cases.match(clause); found.hasMatch()) {
        return words.driver_cases.arg(banded(found.captured(1).toDouble()),
                                      figure_in(found.captured(2), language));
    }
    if (auto const found = effort.match(clause); found.hasMatch()) {
        return words.driver_effort.arg(figure_in(found.captured(1), language));
    }
    if (clause == u"no effort on record"_s) {
        return words.driver_no_effort;
    }
    return clause == u"no population figure"_s ? words.driver_no_population : QString{};
}

}  // namespace

Drivers drivers_text(analysis::CommuneRow const& row, Discretion const& discretion,
                     Language language)
{
    static QRegularExpression const any_count{u"\\b(\\d+) detected"_s};
    auto const instead = words_in(Language::english).informal_one.toStdString();
    auto const said = QString::fromStdString(discretion.said(row.drivers, instead));
    Drivers drivers;
    QStringList clauses;
    for (auto clause : said.split(u"; "_s, Qt::SkipEmptyParts)) {
        auto const known = translated(clause, language);
        drivers.english |= known.isEmpty();
        if (auto const count = any_count.match(clause); count.hasMatch()) {
            clause.replace(count.capturedStart(1), count.capturedLength(1),
                           banded(count.captured(1).toDouble()));
        }
        clauses += known.isEmpty() ? clause : known;
    }
    drivers.text = clauses.join(u"; "_s);
    return drivers;
}

}  // namespace marchland::cartography
