// The sections of the report about services and activities. Shelters are counted and never placed: see disclosure.
#include "cartography/report/report_sections.hpp"

#include "cartography/report/html.hpp"
#include "cartography/words/dates.hpp"
#include "cartography/words/numbers.hpp"
#include "cartography/words/place_texts.hpp"
#include "cartography/words/programme_texts.hpp"
#include "cartography/words/programme_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace marchland::cartography {

using namespace Qt::StringLiterals;
using results::DueKind;
using results::Freshness;
using results::ServiceReach;
using results::Visited;

namespace {

constexpr std::size_t most_rows = 25;

/// Below this a count of persons is told in bands.
constexpr double small_count = 20.0;

QString people(double value, Language language)
{
    return whole(std::llround(value), language);
}

QString people_with_interval(double value, double lower, double upper, Language language)
{
    return u"%1 (%2–%3)"_s.arg(people(value, language), people(lower, language),
                               people(upper, language));
}

/// "4–7", in bands where persons are few.
QString count_range(double lower, double upper, Language language)
{
    auto const told = [language](double count) {
        return count < small_count ? banded(count, language) : people(count, language);
    };
    return told(lower) == told(upper) ? told(lower) : told(lower) + u" … "_s + told(upper);
}

QString day_told(Telling const& telling)
{
    return html::safe(date_text(telling.results.about.programme_day, telling.words.language()));
}

/// A span of months, or one.
QString period_told(std::string const& period, Words const& words)
{
    return period.find(' ') == period.npos ? date_text(period, words.language())
                                           : span_text(period, words);
}

/// A table of the first rows, and how many more are in a file.
QString first_rows(html::Table table, char const* file, Words const& words)
{
    auto const all = table.rows.size();
    table.rows.resize(std::min(most_rows, all));
    auto content = html::table(table);
    if (all > most_rows) {
        content +=
            html::paragraph(words(text::more_rows)
                                .arg(QString::number(all - most_rows), QString::fromLatin1(file)));
    }
    return content;
}

void add_freshness(Freshness freshness, Words const& words, QStringList& remarks)
{
    if (freshness == Freshness::stale) {
        remarks += words(text::remark_stale);
    } else if (freshness == Freshness::undated) {
        remarks += words(text::remark_undated);
    }
}

// ---- services

QString coverage_table(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = words.language();
    auto const& rows = telling.results.service_coverage;
    html::Table table{
        words(text::services),
        {words(text::column_service), words(text::column_open), words(text::column_within_hour),
         words(text::column_beyond_hour),
         words(text::column_beyond_limit).arg(plain(rows.front().limit_hours, language)),
         words(text::column_not_known)},
        {}};
    for (auto const& row : rows) {
        auto const open = QString::number(row.services);
        table.rows.push_back({html::safe(service_word(row.kind, words)),
                              row.not_fresh > 0
                                  ? words(text::not_fresh).arg(open, QString::number(row.not_fresh))
                                  : open,
                              people_with_interval(row.within_hour, row.within_hour_lower,
                                                   row.within_hour_upper, language),
                              people_with_interval(row.beyond_hour, row.beyond_hour_lower,
                                                   row.beyond_hour_upper, language),
                              people_with_interval(row.beyond_limit, row.beyond_limit_lower,
                                                   row.beyond_limit_upper, language),
                              people(row.not_known, language)});
    }
    return html::table(table);
}

/// \pre there is a row of coverage
QString gaps(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = words.language();
    std::vector<results::ServiceHoursRow const*> far;
    for (auto const& row : telling.results.service_hours) {
        if (row.reach == ServiceReach::beyond_limit) {
            far.push_back(&row);
        }
    }
    if (far.empty()) {
        return {};
    }
    std::ranges::stable_sort(far, std::ranges::greater{}, [](auto const* row) {
        return std::isnan(row->at_risk) ? 0.0 : row->at_risk;
    });
    html::Table table{words(text::services_gaps),
                      {words(text::column_commune), words(text::column_service),
                       words(text::column_hours_one_way), words(text::column_people),
                       words(text::column_remarks)},
                      {}};
    for (auto const* const gap : far) {
        auto const& row = *gap;
        QStringList remarks;
        add_freshness(row.freshness, words, remarks);
        table.rows.push_back({telling.name_of(row.code, row.name),
                              html::safe(service_word(row.kind, words)),
                              with_interval(row.hours, row.lower, row.upper, language),
                              number(row.at_risk, 0, language), remarks.join(u"; "_s)});
    }
    auto const limit = telling.results.service_coverage.front().limit_hours;
    return html::element(u"h3"_s, words(text::services_gaps)) +
           html::paragraph(words(text::services_gaps_intro).arg(plain(limit, language))) +
           first_rows(std::move(table), "service_hours.csv", words);
}

// ---- activities

QString amount_told(results::ActivityRow const& row, double value, Language language)
{
    bool const few_persons = row.unit == "person" && value < small_count;
    return few_persons ? banded(value, language)
                       : number(value, value == std::floor(value) ? 0 : 1, language);
}

QString reached_told(results::ActivityRow const& row, Language language)
{
    return std::isnan(row.reached_high) ? u"–"_s
                                        : count_range(row.reached_low, row.reached_high, language);
}

QString remarks_on(results::ActivityRow const& row, Words const& words)
{
    QStringList remarks;
    if (row.mixed) {
        remarks += words(text::remark_mixed);
    }
    if (row.unit_doubtful) {
        remarks += words(text::remark_unit).arg(figure(row.persons_a_copy, words.language()));
    }
    if (row.planned_missing > 0) {
        remarks += words(text::remark_planned_missing).arg(row.planned_missing);
    }
    if (row.done_missing > 0) {
        remarks += words(text::remark_done_missing).arg(row.done_missing);
    }
    add_freshness(row.freshness, words, remarks);
    return remarks.join(u"; "_s);
}

/// What cannot be added as it stands, then the newest.
std::vector<results::ActivityRow const*> worth_reading_first(results::Results const& results)
{
    std::vector<results::ActivityRow const*> rows;
    for (auto const& row : results.activities) {
        rows.push_back(&row);
    }
    std::ranges::stable_sort(rows, std::ranges::greater{}, [](auto const* row) {
        return std::pair{row->mixed || row->unit_doubtful, row->period};
    });
    return rows;
}

// ---- visits

QString last_visit(results::VisitedRow const& row, Words const& words)
{
    auto const language = words.language();
    auto const from = html::safe(date_text(row.last_from, language));
    auto const to = html::safe(date_text(row.last_to, language));
    return row.last_to.empty()            ? words(text::no_record)
           : row.last_from == row.last_to ? to
                                          : words(text::between_days).arg(from, to);
}

// ---- due

Text const& due_text(DueKind kind)
{
    static constexpr std::array texts{text::due_confirm, text::due_ends, text::due_visit,
                                      text::due_report, text::due_answer};
    return texts.at(static_cast<std::size_t>(kind));
}

QString when(results::DueRow const& row, Words const& words)
{
    auto const language = words.language();
    auto const from = html::safe(date_text(row.from, language));
    auto const to = html::safe(date_text(row.to, language));
    auto const told = row.to.empty()       ? words(text::due_now)
                      : row.from.empty()   ? words(text::due_before).arg(to)
                      : row.from == row.to ? to
                                           : words(text::between_days).arg(from, to);
    return row.overdue && !row.to.empty() ? told + u" ("_s + words(text::overdue) + u')' : told;
}

/// "club, womens_union, 2024-03 to 2024-05", or a kind of service.
QString note_told(std::string const& note, Words const& words)
{
    auto const parts = QString::fromStdString(note).split(u", "_s);
    if (parts.size() != 3) {
        return service_word(note, words);
    }
    return activity_word(parts[0].toStdString(), words) + u", "_s +
           actor_word(parts[1].toStdString(), words) + u", "_s +
           period_told(parts[2].toStdString(), words);
}

QString where(Telling const& telling, results::DueRow const& row)
{
    if (row.what == DueKind::visit || row.what == DueKind::report) {
        auto const place = row.code.empty() ? telling.words(text::whole_region_name)
                                            : telling.name_of(row.code, row.name);
        return row.note.empty() ? place
                                : place + u": "_s + html::safe(note_told(row.note, telling.words));
    }
    if (row.what == DueKind::answer) {
        return count_range(row.persons_low, row.persons_high, telling.words.language());
    }
    auto const kind = html::safe(note_told(row.note, telling.words));
    return kind + u": "_s +
           (row.name.empty() ? telling.words(text::name_withheld) : html::safe(row.name));
}

}  // namespace

QString services(Telling const& telling)
{
    if (telling.results.service_coverage.empty()) {
        return {};
    }
    return html::section(
        u"services"_s, telling.words(text::services),
        html::paragraph(telling.words(text::services_intro).arg(day_told(telling))) +
            coverage_table(telling) + gaps(telling));
}

QString activities(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = words.language();
    if (telling.results.activities.empty()) {
        return {};
    }
    html::Table table{words(text::activities),
                      {words(text::column_activity), words(text::column_actor),
                       words(text::column_period), words(text::column_counted),
                       words(text::column_planned), words(text::column_done),
                       words(text::column_persons_reached), words(text::column_remarks)},
                      {}};
    for (auto const* const line : worth_reading_first(telling.results)) {
        auto const& row = *line;
        table.rows.push_back(
            {html::safe(activity_word(row.kind, words)), html::safe(actor_word(row.actor, words)),
             html::safe(period_told(row.period, words)),
             html::safe(unit_word(row.unit, words) + u"; "_s +
                        population_word(row.population, words)),
             amount_told(row, row.planned, language), amount_told(row, row.done, language),
             reached_told(row, language), remarks_on(row, words)});
    }
    return html::section(u"activities"_s, words(text::activities),
                         html::paragraph(words(text::activities_intro)) +
                             first_rows(std::move(table), "activities.csv", words));
}

QString overlaps(Telling const& telling)
{
    auto const& words = telling.words;
    if (telling.results.overlaps.empty()) {
        return {};
    }
    html::Table table{words(text::overlaps),
                      {words(text::column_commune), words(text::column_activity),
                       words(text::column_period), words(text::column_actors),
                       words(text::column_remarks)},
                      {}};
    for (auto const& row : telling.results.overlaps) {
        table.rows.push_back(
            {row.code.empty() ? words(text::whole_region_name)
                              : telling.name_of(row.code, row.name),
             html::safe(activity_word(row.kind, words)), html::safe(period_told(row.period, words)),
             html::safe(actors_word(row.actors, words)),
             row.coarsest_months > 1 ? words(text::remark_coarse).arg(row.coarsest_months)
                                     : QString{}});
    }
    return html::section(u"overlaps"_s, words(text::overlaps),
                         html::paragraph(words(text::overlaps_intro)) +
                             first_rows(std::move(table), "overlaps.csv", words));
}

QString visited(Telling const& telling)
{
    auto const& words = telling.words;
    auto const& rows = telling.results.visited;
    if (rows.empty()) {
        return {};
    }
    auto const count = [&rows](Visited which) {
        return QString::number(std::ranges::count(rows, which, &results::VisitedRow::visited));
    };
    html::Table table{
        words(text::visited).arg(rows.front().months),
        {words(text::column_commune), words(text::column_last_visit), words(text::column_people)},
        {}};
    for (auto const which : {Visited::never, Visited::no, Visited::perhaps}) {
        for (auto const& row : rows) {
            if (row.visited == which) {
                table.rows.push_back({telling.name_of(row.code, row.name), last_visit(row, words),
                                      number(row.at_risk, 0, words.language())});
            }
        }
    }
    auto content = html::paragraph(words(text::visited_intro).arg(day_told(telling))) +
                   html::paragraph(words(text::visited_counts)
                                       .arg(count(Visited::yes), count(Visited::perhaps),
                                            count(Visited::no), count(Visited::never)));
    if (!table.rows.empty()) {
        content += first_rows(std::move(table), "visited.csv", words);
    }
    return html::section(u"visited"_s, words(text::visited).arg(rows.front().months), content);
}

QString due(Telling const& telling)
{
    auto const& words = telling.words;
    auto rows = telling.results.due;
    // Visits never made have a list of their own.
    std::erase_if(rows,
                  [](auto const& row) { return row.what == DueKind::visit && row.to.empty(); });
    if (rows.empty()) {
        return {};
    }
    html::Table table{
        words(text::due),
        {words(text::column_due), words(text::column_when), words(text::column_where)},
        {}};
    for (auto const& row : rows) {
        table.rows.push_back({words(due_text(row.what)), when(row, words), where(telling, row)});
    }
    return html::section(u"due"_s, words(text::due),
                         html::paragraph(words(text::due_intro).arg(day_told(telling))) +
                             first_rows(std::move(table), "due.csv", words));
}

QString waiting(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = words.language();
    if (telling.results.waiting.empty()) {
        return {};
    }
    html::Table table{words(text::waiting),
                      {words(text::column_period), words(text::column_due),
                       words(text::column_as_of), words(text::column_waiting),
                       words(text::column_late), words(text::column_remarks)},
                      {}};
    auto newest_first = telling.results.waiting;
    std::ranges::reverse(newest_first);
    for (auto const& row : newest_first) {
        QStringList remarks;
        add_freshness(row.freshness, words, remarks);
        table.rows.push_back(
            {html::safe(period_told(row.period, words)),
             words(row.kind == "answer" ? text::waiting_answer : text::waiting_notice),
             html::safe(date_text(row.as_of, language)),
             count_range(row.persons_low, row.persons_high, language),
             count_range(row.late_low, row.late_high, language), remarks.join(u"; "_s)});
    }
    return html::section(u"waiting"_s, words(text::waiting),
                         html::paragraph(words(text::waiting_intro)) +
                             first_rows(std::move(table), "waiting.csv", words));
}

}  // namespace marchland::cartography
