// The sections of the report about the work itself: layers, visits, change, lists judged, the undetected.
#include "cartography/report/report_sections.hpp"

#include "cartography/map/map_picture.hpp"
#include "cartography/report/html.hpp"
#include "cartography/words/dates.hpp"
#include "cartography/words/named.hpp"
#include "cartography/words/numbers.hpp"
#include "cartography/words/place_texts.hpp"
#include "cartography/words/work_texts.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::cartography {

using namespace Qt::StringLiterals;
using results::ChangeRow;

namespace {

constexpr int layer_map_width = 760;
constexpr std::size_t changes_told = 25;

bool has(results::Results const& results, Measure measure)
{
    return std::ranges::any_of(results.communes, [measure](auto const& row) {
        return std::isfinite(value_of(row, measure));
    });
}

QString verdict_word(results::Verdict verdict, Words const& words)
{
    return verdict == results::Verdict::real_rise   ? words(text::verdict_rise)
           : verdict == results::Verdict::real_fall ? words(text::verdict_fall)
           : verdict == results::Verdict::effort    ? words(text::verdict_effort)
                                                    : words(text::verdict_unknown);
}

QString whom(Telling const& telling, results::ChangeRow const& row)
{
    if (row.scope == results::ChangeScope::region) {
        return telling.words(text::whole_region);
    }
    if (row.scope == results::ChangeScope::commune) {
        auto const found = telling.by_code.find(row.name);
        return found == telling.by_code.end() ? html::safe(row.name)
                                              : telling.name_of(*found->second);
    }
    return html::safe(group_word(row.scope, row.name, telling.words));
}

QString ratio_text(results::ChangeRow const& row, Words const& words)
{
    if (std::isinf(row.ratio)) {
        return words(
            text::ratio_without_before);  // a reader takes an infinite ratio for a giant rise
    }
    return with_interval(row.ratio, row.lower, row.upper, words.language());
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

/// From the figures and not from the sentence of the tables, which is English.
QString plan_reason(Telling const& telling, results::PlanRow const& row)
{
    auto const& words = telling.words;
    auto const language = words.language();
    auto const found = telling.by_code.find(row.code);
    if (found == telling.by_code.end()) {
        return telling.foreign(row.reason);
    }
    auto const& commune = *found->second;
    auto reason =
        (row.to_learn ? words(text::plan_to_learn) + u": "_s : QString{}) +
        (std::isnan(row.reach) ? words(text::plan_no_figure)
                               : words(text::plan_reason)
                                     .arg(with_interval(commune.expected, commune.expected_lower,
                                                        commune.expected_upper, language),
                                          evidence_word(commune.evidence, words),
                                          figure(row.reach / row.days, language)));
    if (row.visit > 1) {
        reason += u"; "_s + words(text::plan_visit).arg(row.visit);
    }
    if (row.doubtful) {
        reason += u"; "_s + words(text::plan_doubtful);
    }
    if (!row.market_day.empty()) {
        reason += u"; "_s + words(text::plan_market_day).arg(date_text(row.market_day, language));
    }
    if (!row.last_visit.empty()) {
        reason += u"; "_s + words(text::plan_last_visit).arg(date_text(row.last_visit, language));
    }
    return reason;
}

/// The tables give the cause in English alone; of it, Vietnamese has what the figures tell.
QString left_out_reason(Telling const& telling, results::PlanRow const& row)
{
    auto const& words = telling.words;
    if (words.language() == Language::english) {
        return html::safe(row.reason);
    }
    return std::isfinite(row.days)
               ? words(text::plan_left_figure).arg(figure(row.reach / row.days, words.language()))
               : words(text::plan_no_way);
}

}  // namespace

QString layers(Telling const& telling, PageMaps& maps)
{
    auto const& words = telling.words;
    QString content = html::paragraph(words(text::layers_intro));
    for (auto const measure : {Measure::vulnerability, Measure::hours_to_crossing,
                               Measure::found_per_effort, Measure::detectable}) {
        if (has(telling.results, measure)) {
            MapOptions options;
            options.width = layer_map_width;
            options.language = telling.options.language;
            options.measure = measure;
            content += maps.figure(options, title_of(measure, options.language));
        }
    }
    return html::section(u"layers"_s, words(text::layers), content);
}

QString plan(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    if (telling.results.plan.empty()) {
        return {};
    }
    bool const dated = !telling.results.plan.front().date.empty();  // visits come first
    html::Table visits{
        words(text::plan),
        {words(text::column_visit), words(text::column_commune), words(text::column_team),
         words(dated ? text::column_date : text::column_from_day), words(text::column_days),
         words(text::column_reach), words(text::column_why)},
        {},
        1};
    html::Table left{
        words(text::plan_left_out),
        {words(text::column_commune), words(text::column_days), words(text::column_why)},
        {}};
    for (auto const& row : telling.results.plan) {
        auto const name = telling.name_of(row.code, row.name);
        if (row.order > 0) {
            visits.rows.push_back(
                {QString::number(row.order), name, QString::number(row.team),
                 dated ? date_text(row.date, language) : number(row.from_day, 1, language),
                 number(row.days, 1, language),
                 with_interval(row.reach, row.reach_lower, row.reach_upper, language),
                 plan_reason(telling, row)});
        } else {
            left.rows.push_back(
                {name, number(row.days, 1, language), left_out_reason(telling, row)});
        }
    }
    auto content = html::paragraph(words(text::plan_intro)) + html::table(visits);
    if (!left.rows.empty()) {
        content += html::element(u"h3"_s, words(text::plan_left_out)) + html::table(left);
    }
    return html::section(u"plan"_s, words(text::plan), content);
}

QString changes(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    auto const rows = worth_telling(telling.results);
    if (rows.empty()) {
        return {};
    }
    html::Table table{words(text::changes),
                      {words(text::column_whom),
                       words(text::column_before) + u" ("_s +
                           html::safe(span_text(rows.front()->before, words)) + u')',
                       words(text::column_after) + u" ("_s +
                           html::safe(span_text(rows.front()->after, words)) + u')',
                       words(text::column_effort_ratio), words(text::column_ratio),
                       words(text::column_verdict)},
                      {}};
    bool merged = false;
    for (auto const* const row : rows) {
        merged = merged || row->units_changed;
        table.rows.push_back(
            {whom(telling, *row), banded(row->cases_before, language),
             banded(row->cases_after, language),
             std::isfinite(row->effort_ratio) ? figure(row->effort_ratio, language) : u"–"_s,
             ratio_text(*row, words), verdict_word(row->verdict, words)});
    }
    auto content = html::paragraph(words(text::changes_intro)) + html::table(table);
    if (merged) {
        content += html::paragraph(words(text::changes_break));
    }
    return html::section(u"changes"_s, words(text::changes), content);
}

/// "120–400"; "at least 120" where nothing bounds the number from above.
QString range_text(results::ReportingRow const& row, Words const& words)
{
    auto const language = words.language();
    if (!std::isfinite(row.lower)) {
        return u"–"_s;
    }
    auto const lower = number(row.lower, 0, language);
    return std::isfinite(row.upper) ? u"%1–%2"_s.arg(lower, number(row.upper, 0, language))
                                    : words(text::at_least).arg(lower);
}

QString reporting(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    html::Table table{words(text::reporting),
                      {words(text::column_stratum), words(text::column_observed),
                       words(text::column_range), words(text::column_note)},
                      {}};
    for (auto const& row : telling.results.reporting) {
        if (row.model == "all models") {
            table.rows.push_back({html::safe(row.stratum), banded(row.observed, language),
                                  range_text(row, words), telling.foreign(row.note)});
        }
    }
    if (table.rows.empty()) {
        return {};
    }
    return html::section(u"reporting"_s, words(text::reporting),
                         html::paragraph(words(text::reporting_intro)) + html::table(table));
}

/// What half-life the hold-out offers, as a paragraph; nothing where none did clearly better.
QString offer(Telling const& telling)
{
    double const half_life = telling.results.about.offered_half_life;
    if (!std::isfinite(half_life)) {
        return {};
    }
    auto const& words = telling.words;
    return html::paragraph(
        half_life > 0.0
            ? words(text::offers_fading).arg(number(half_life, 0, telling.options.language))
            : words(text::offers_no_fading));
}

QString validation(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    html::Table table{
        words(text::validation),
        {words(text::column_year), words(text::column_rule), words(text::column_caught)},
        {},
        1};
    for (auto const& row : telling.results.validation) {
        table.rows.push_back({html::safe(span_text(row.year, words)),
                              html::safe(rule_word(row.rule, words)),
                              share_with_interval(row.share, row.lower, row.upper, language)});
    }
    if (table.rows.empty()) {
        return {};
    }
    return html::section(u"validation"_s, words(text::validation),
                         html::paragraph(words(text::validation_intro)) + html::table(table) +
                             offer(telling));
}

}  // namespace marchland::cartography
