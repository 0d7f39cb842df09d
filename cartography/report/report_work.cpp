// The sections of the report about the work itself: layers, visits, change, lists judged, the undetected.
#include "cartography/report/report_sections.hpp"

#include "cartography/map/map_picture.hpp"
#include "cartography/report/html.hpp"
#include "cartography/words/numbers.hpp"

#include <QBuffer>

#include <algorithm>
#include <cmath>

namespace marchland::cartography {

using namespace Qt::StringLiterals;
using results::ChangeRow;

namespace {

constexpr int layer_map_width = 760;
constexpr std::size_t changes_told = 25;

QString picture(Shown const& shown, geo::Boundaries const& boundaries, Measure measure,
                Language language, geo::Job const& job)
{
    MapOptions options;
    options.width = layer_map_width;
    options.language = language;
    options.measure = measure;
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    map_picture(shown, boundaries, options, job).save(&png, "PNG");
    auto const image = u"<img src=\"data:image/png;base64,%1\" alt=\"%2\">"_s.arg(
        QString::fromLatin1(png.data().toBase64()), title_of(measure, language));
    return html::element(u"figure"_s, image);
}

bool has(results::Results const& results, Measure measure)
{
    return std::ranges::any_of(results.communes, [measure](auto const& row) {
        return std::isfinite(value_of(row, measure));
    });
}

QString verdict_word(results::Verdict verdict, Words const& words)
{
    return verdict == results::Verdict::real_rise   ? words.verdict_rise
           : verdict == results::Verdict::real_fall ? words.verdict_fall
           : verdict == results::Verdict::effort    ? words.verdict_effort
                                                    : words.verdict_unknown;
}

QString whom(Telling const& telling, results::ChangeRow const& row)
{
    if (row.scope == results::ChangeScope::region) {
        return telling.words.whole_region;
    }
    if (row.scope == results::ChangeScope::commune) {
        auto const found = telling.by_code.find(row.name);
        return found == telling.by_code.end() ? html::safe(row.name)
                                              : telling.name_of(*found->second);
    }
    return html::safe(std::string{name_of(row.scope)} + ": " + row.name);
}

QString ratio_text(results::ChangeRow const& row, Language language)
{
    if (!std::isfinite(row.ratio) && !std::isfinite(row.lower)) {
        return u"–"_s;
    }
    auto const bound = [language](double value) {
        return std::isfinite(value) ? figure(value, language) : u"∞"_s;
    };
    return u"%1 (%2–%3)"_s.arg(bound(row.ratio), bound(row.lower), bound(row.upper));
}

/// The region and its groups, then communes of which something can be told.
std::vector<results::ChangeRow const*> worth_telling(results::Results const& results)
{
    std::vector<results::ChangeRow const*> rows;
    for (auto const& row : results.changes) {
        if (row.scope != results::ChangeScope::commune ||
            row.verdict != results::Verdict::cannot_tell) {
            rows.push_back(&row);
        }
    }
    rows.resize(std::min(rows.size(), changes_told));
    return rows;
}

}  // namespace

QString layers(Telling const& telling, geo::Boundaries const& boundaries, geo::Job const& job)
{
    auto const& words = telling.words;
    QString content = html::paragraph(words.layers_intro);
    for (auto const measure : {Measure::vulnerability, Measure::hours_to_crossing,
                               Measure::found_per_effort, Measure::detectable}) {
        if (has(telling.results, measure)) {
            content += picture(telling.shown, boundaries, measure, telling.options.language, job);
        }
    }
    return html::section(u"layers"_s, words.layers, content);
}

QString plan(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    if (telling.results.plan.empty()) {
        return {};
    }
    html::Table visits{words.plan,
                       {words.column_visit, words.column_commune, words.column_team,
                        words.column_from_day, words.column_days, words.column_reach,
                        words.column_why},
                       {},
                       1};
    html::Table left{
        words.plan_left_out, {words.column_commune, words.column_days, words.column_why}, {}};
    for (auto const& row : telling.results.plan) {
        auto const found = telling.by_code.find(row.code);
        auto const name =
            found == telling.by_code.end() ? html::safe(row.name) : telling.name_of(*found->second);
        if (row.order > 0) {
            visits.rows.push_back(
                {QString::number(row.order), name, QString::number(row.team),
                 number(row.from_day, 1, language), number(row.days, 1, language),
                 with_interval(row.reach, row.reach_lower, row.reach_upper, language),
                 telling.foreign(row.reason)});
        } else {
            left.rows.push_back({name, number(row.days, 1, language), telling.foreign(row.reason)});
        }
    }
    auto content = html::paragraph(words.plan_intro) + html::table(visits);
    if (!left.rows.empty()) {
        content += html::element(u"h3"_s, words.plan_left_out) + html::table(left);
    }
    return html::section(u"plan"_s, words.plan, content);
}

QString changes(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    auto const rows = worth_telling(telling.results);
    if (rows.empty()) {
        return {};
    }
    html::Table table{words.changes,
                      {words.column_whom,
                       words.column_before + u' ' + html::safe(rows.front()->before),
                       words.column_after + u' ' + html::safe(rows.front()->after),
                       words.column_effort_ratio, words.column_ratio, words.column_verdict},
                      {}};
    bool merged = false;
    for (auto const* const row : rows) {
        merged = merged || row->units_changed;
        table.rows.push_back(
            {whom(telling, *row), banded(row->cases_before), banded(row->cases_after),
             std::isfinite(row->effort_ratio) ? figure(row->effort_ratio, language) : u"–"_s,
             ratio_text(*row, language), verdict_word(row->verdict, words)});
    }
    auto content = html::paragraph(words.changes_intro) + html::table(table);
    if (merged) {
        content += html::paragraph(words.changes_break);
    }
    return html::section(u"changes"_s, words.changes, content);
}

QString reporting(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    html::Table table{
        words.reporting,
        {words.column_stratum, words.column_observed, words.column_range, words.column_note},
        {}};
    for (auto const& row : telling.results.reporting) {
        if (row.model == "all models") {
            auto const range =
                std::isfinite(row.lower)
                    ? u"%1–%2"_s.arg(number(row.lower, 0, language), number(row.upper, 0, language))
                    : u"–"_s;
            table.rows.push_back(
                {html::safe(row.stratum), banded(row.observed), range, telling.foreign(row.note)});
        }
    }
    if (table.rows.empty()) {
        return {};
    }
    return html::section(u"reporting"_s, words.reporting,
                         html::paragraph(words.reporting_intro) + html::table(table));
}

QString validation(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    html::Table table{
        words.validation, {words.column_year, words.column_rule, words.column_caught}, {}, 1};
    for (auto const& row : telling.results.validation) {
        table.rows.push_back({html::safe(row.year), telling.foreign(row.rule),
                              share_with_interval(row.share, row.lower, row.upper, language)});
    }
    if (table.rows.empty()) {
        return {};
    }
    return html::section(u"validation"_s, words.validation,
                         html::paragraph(words.validation_intro) + html::table(table));
}

}  // namespace marchland::cartography
