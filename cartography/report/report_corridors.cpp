// The sections of the report about corridors in detail: the corridor sheet and the posts.
#include "cartography/report/report_sections.hpp"

#include "cartography/report/html.hpp"
#include "cartography/words/corridor_texts.hpp"
#include "cartography/words/numbers.hpp"
#include "cartography/words/place_texts.hpp"
#include "cartography/words/work_texts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace marchland::cartography {

using namespace Qt::StringLiterals;
using results::SheetRow;

namespace {

constexpr std::size_t sheets_told = 20;

/// The pairs with most persons first.
std::vector<results::SheetRow const*> told_sheets(results::Results const& results)
{
    std::vector<results::SheetRow const*> rows;
    for (auto const& row : results.sheet) {
        if (row.flow > 0.0) {
            rows.push_back(&row);
        }
    }
    std::ranges::stable_sort(rows, std::greater{},
                             [](results::SheetRow const* row) { return row->flow; });
    rows.resize(std::min(rows.size(), sheets_told));
    return rows;
}

/// Where a post would be; of an informal crossing only that it is one.
QString post_place(Telling const& telling, results::PostRow const& row)
{
    if (row.kind == results::PostKind::commune) {
        return telling.name_of(row.id, row.name);
    }
    return row.id.empty() ? telling.words(text::informal_one)
                          : html::safe(row.name.empty() ? row.id : row.name);
}

/// What there is a kilometre of.
QString mix(Telling const& telling, results::SheetRow const& row)
{
    std::array const parts{row.national_km, row.provincial_km, row.local_km,
                           row.track_km + row.path_km, row.unknown_km + row.river_km};
    QStringList told;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts.at(i) >= 0.5) {
            told << telling.words(text::road_mix.at(i))
                        .arg(number(parts.at(i), 0, telling.options.language));
        }
    }
    return told.join(u", "_s);
}

}  // namespace

QString corridor_sheet(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    auto const rows = told_sheets(telling.results);
    if (rows.empty()) {
        return {};
    }
    html::Table table{words(text::sheet),
                      {words(text::column_commune), words(text::column_crossing),
                       words(text::column_share_of_commune), words(text::column_hours_range),
                       words(text::column_by_class), words(text::column_evidence)},
                      {}};
    for (auto const* row : rows) {
        table.rows.push_back(
            {telling.name_of(row->from_code, row->from_name), html::safe(row->crossing_name),
             share_with_interval(row->share, row->share_lower, row->share_upper, language),
             row->doubtful
                 ? u"–"_s
                 : with_interval(row->hours, row->hours_lower, row->hours_upper, language),
             mix(telling, *row), evidence_word(row->evidence, words)});
    }
    bool const doubtful = std::ranges::any_of(rows, [](auto const* row) { return row->doubtful; });
    return html::section(u"sheet"_s, words(text::sheet),
                         html::paragraph(words(text::sheet_intro)) + html::table(table) +
                             (doubtful ? html::paragraph(words(text::sheet_doubtful)) : QString{}));
}

QString posts(Telling const& telling)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    if (telling.results.posts.empty()) {
        return {};
    }
    html::Table table{words(text::posts),
                      {words(text::column_order), words(text::column_place),
                       words(text::column_reached), words(text::column_reached_after)},
                      {}};
    for (auto const& row : telling.results.posts) {
        auto const place = post_place(telling, row);
        table.rows.push_back(
            {row.order > 0 ? QString::number(row.order) : u"–"_s, place,
             with_interval(row.reached, row.reached_lower, row.reached_upper, language),
             number(row.reached_after, 2, language)});
    }
    return html::section(u"posts"_s, words(text::posts),
                         html::paragraph(words(text::posts_intro)) + html::table(table));
}

}  // namespace marchland::cartography
