// The sections of the report that are about places: headline, ranks, hotspots, corridors.
#include "cartography/report/report_sections.hpp"

#include "cartography/report/html.hpp"
#include "cartography/words/corridor_texts.hpp"
#include "cartography/words/dates.hpp"
#include "cartography/words/drivers.hpp"
#include "cartography/words/numbers.hpp"
#include "cartography/words/place_texts.hpp"
#include "results/reading.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace marchland::cartography {

using namespace Qt::StringLiterals;
using results::CommuneRow;
using results::CrossingRow;

namespace {

std::vector<results::CommuneRow const*> in_order(results::Results const& results)
{
    std::vector<results::CommuneRow const*> rows;
    for (auto const& row : results.communes) {
        if (is_ranked(row)) {
            rows.push_back(&row);
        }
    }
    std::ranges::stable_sort(rows, {}, &results::CommuneRow::rank);
    return rows;
}

std::vector<results::CommuneRow const*> without_information(results::Results const& results)
{
    std::vector<results::CommuneRow const*> rows;
    for (auto const& row : results.communes) {
        if (has_no_information(row)) {
            rows.push_back(&row);
        }
    }
    return rows;
}

/// Whether any method that finds clusters was asked for.
bool hotspots_sought(results::About const& about)
{
    return std::ranges::any_of(about.hotspot_methods, [](auto const& method) {
        return method == "local-moran" || method == "scan";
    });
}

auto high_count(results::Results const& results)
{
    return std::ranges::count_if(results.clusters, results::is_high);
}

QString rank_of(results::CommuneRow const& row)
{
    return rank_text(static_cast<double>(row.rank), row.rank_lower, row.rank_upper);
}

QString risk_of(results::CommuneRow const& row, Language language)
{
    if (is_low_by_missing_hours(row)) {
        return u"–"_s;
    }
    return with_interval(row.relative_risk, row.lower, row.upper, language);
}

QStringList ranked_row(Telling const& telling, results::CommuneRow const& row)
{
    auto const language = telling.options.language;
    auto rank = rank_of(row);
    if (is_like_first(row)) {
        rank += u" <abbr title=\"%1\">=</abbr>"_s.arg(telling.words(text::same_as_first));
    }
    return {rank,
            telling.name_of(row),
            risk_of(row, language),
            with_interval(row.expected, row.expected_lower, row.expected_upper, language),
            is_low_by_missing_hours(row) ? u"–"_s : html::safe(chance(row.exceedance, language)),
            evidence_word(row.evidence, telling.words),
            banded(row.cases, language),
            number(row.hours_to_crossing, 1, language),
            html::safe(drivers_text(row, language))};
}

/// Those of the cluster, first to visit first; the first one names it.
std::vector<results::CommuneRow const*> members(Telling const& telling,
                                                results::ClusterRow const& cluster)
{
    std::vector<results::CommuneRow const*> rows;
    for (auto const& code : QString::fromStdString(cluster.communes).split(u';')) {
        auto const found = telling.by_code.find(code.trimmed().toStdString());
        if (found != telling.by_code.end()) {
            rows.push_back(found->second);
        }
    }
    std::ranges::stable_sort(rows, {}, [](results::CommuneRow const* row) {
        return row->rank > 0 ? row->rank : std::numeric_limits<std::int64_t>::max();
    });
    return rows;
}

QString told(Telling const& telling, results::ClusterRow const& cluster)
{
    auto const& words = telling.words;
    auto const language = telling.options.language;
    auto const rows = members(telling, cluster);
    QStringList names;
    for (auto const* row : rows) {
        names += telling.name_of(*row);
    }
    auto const heading = is_high(cluster) ? words(text::hotspot_high) : words(text::hotspot_low);
    QString text = words(text::hotspot_members).arg(names.join(u", "_s));
    if (std::isfinite(cluster.expected)) {
        text +=
            u' ' + words(text::hotspot_figures)
                       .arg(banded(cluster.cases, language), figure(cluster.expected, language));
    }
    if (std::isfinite(cluster.p_value)) {
        text +=
            u' ' + words(text::hotspot_chance).arg(html::safe(p_value(cluster.p_value, language)));
    }
    if (!cluster.period_from.empty()) {
        text += u' ' + words(text::hotspot_period)
                           .arg(html::safe(date_text(cluster.period_from, language)),
                                html::safe(date_text(cluster.period_to, language)));
    }
    return html::element(u"h3"_s,
                         heading.arg(names.isEmpty() ? words(text::none_known) : names.front())) +
           html::paragraph(text);
}

QStringList crossing_row(Telling const& telling, results::CrossingRow const& row)
{
    auto const language = telling.options.language;
    if (!is_official(row)) {
        return {telling.words(text::informal_together), telling.words(text::none_known),
                share_with_interval(row.share, row.share_lower, row.share_upper, language),
                telling.words(text::none_known)};
    }
    return {html::safe(row.name), status_word(row, telling.words),
            share_with_interval(row.share, row.share_lower, row.share_upper, language),
            number(row.hours_mean, 1, language)};
}

}  // namespace

QString headline(Telling const& telling)
{
    auto const& words = telling.words;
    auto const order = in_order(telling.results);
    auto const group = results::rank_group(telling.results);
    QStringList items;
    auto const& about = telling.results.about;
    if (results::has_few_persons(telling.results)) {
        items += words(text::headline_few);
    }
    if (results::no_better_than_by_lot(about)) {
        auto const share = [&](double persons) {
            return percent(persons / about.held_out_cases, telling.options.language);
        };
        items += words(text::headline_by_lot)
                     .arg(share(about.held_out_caught), share(about.held_out_by_lot));
    }
    if (order.empty()) {
        items += words(text::headline_unknown_first);
    } else {
        auto const& first = *order.front();
        items += words(text::headline_first)
                     .arg(telling.name_of(first), risk_of(first, telling.options.language),
                          rank_of(first), evidence_word(first.evidence, words));
        items += group.like_first > 0
                     ? words(text::headline_cannot_tell).arg(group.like_first).arg(group.ranked)
                     : words(text::headline_all_apart);
    }
    if (auto const unknown = without_information(telling.results); !unknown.empty()) {
        items += words(text::headline_no_information)
                     .arg(unknown.size())
                     .arg(telling.results.communes.size());
    }
    auto const high = high_count(telling.results);
    if (hotspots_sought(telling.results.about)) {
        items +=
            high > 0 ? words(text::headline_hotspots).arg(high) : words(text::headline_no_hotspots);
    }
    items += words(text::headline_role);
    return html::section(u"headline"_s, words(text::headline), html::list(items));
}

QString ranked(Telling const& telling)
{
    auto const& words = telling.words;
    auto const order = in_order(telling.results);
    html::Table table{words(text::ranked),
                      {words(text::column_rank), words(text::column_commune),
                       words(text::column_risk), words(text::column_expected),
                       words(text::column_above), words(text::column_evidence),
                       words(text::column_detected), words(text::column_hours_official),
                       words(text::column_drivers)},
                      {},
                      1};
    auto const listed =
        std::min(order.size(), static_cast<std::size_t>(telling.options.communes_listed));
    for (std::size_t i = 0; i < listed; ++i) {
        table.rows.push_back(ranked_row(telling, *order[i]));
    }
    auto content =
        html::paragraph(words(text::ranked_intro).arg(order_word(telling.results.about, words))) +
        html::table(table);
    if (listed < order.size()) {
        content += html::paragraph(words(text::ranked_left_out).arg(listed).arg(order.size()));
    }
    content += html::paragraph(words(text::intervals_note), u"class=\"small\""_s);
    return html::section(u"ranked"_s, words(text::ranked), content);
}

QString not_looked(Telling const& telling)
{
    auto const& words = telling.words;
    QStringList names;
    for (auto const* row : without_information(telling.results)) {
        names += telling.name_of(*row);
    }
    auto const content =
        names.isEmpty() ? html::paragraph(words(text::not_looked_none))
                        : html::paragraph(words(text::not_looked_intro)) +
                              html::paragraph(names.join(u", "_s) + u'.', u"class=\"unknown\""_s);
    return html::section(u"no-information"_s, words(text::not_looked), content);
}

QString hotspots(Telling const& telling)
{
    auto const& words = telling.words;
    auto const& about = telling.results.about;
    if (!hotspots_sought(about)) {
        return html::section(u"hotspots"_s, words(text::hotspots),
                             html::paragraph(words(text::hotspots_not_sought)));
    }
    auto content = html::paragraph(words(text::hotspots_intro).arg(false_finds(about, words)));
    if (std::isfinite(about.clustering_p)) {
        auto const language = telling.options.language;
        auto const& seen =
            about.clustering_p <= about.fdr ? text::clustering_seen : text::clustering_not_seen;
        content +=
            html::paragraph(words(seen).arg(number(about.clustering_i, 2, language),
                                            html::safe(p_value(about.clustering_p, language))));
    }
    for (auto const& cluster : telling.results.clusters) {
        content += told(telling, cluster);
    }
    if (telling.results.clusters.empty()) {
        content += html::paragraph(words(text::hotspots_none));
    }
    return html::section(u"hotspots"_s, words(text::hotspots), content);
}

QString corridors(Telling const& telling)
{
    auto const& words = telling.words;
    std::vector<results::CrossingRow const*> rows;
    for (auto const& row : telling.results.crossings) {
        if (std::isfinite(row.share) || row.network != results::NetworkTie::joined) {
            rows.push_back(&row);
        }
    }
    auto const share = [](results::CrossingRow const* row) {
        return std::isfinite(row->share) ? row->share : -1.0;
    };
    std::ranges::stable_sort(rows, [&](auto const* one, auto const* other) {
        return std::pair{is_official(*other), share(other)} <
               std::pair{is_official(*one), share(one)};
    });
    html::Table table{words(text::corridors),
                      {words(text::column_crossing), words(text::column_status),
                       words(text::column_share), words(text::column_mean_hours)},
                      {}};
    for (auto const* row : rows) {
        table.rows.push_back(crossing_row(telling, *row));
    }
    auto content = html::paragraph(words(text::corridors_intro));
    content +=
        table.rows.empty() ? html::paragraph(words(text::corridors_none)) : html::table(table);
    content += html::paragraph(words(text::corridors_informal_note), u"class=\"small\""_s);
    return html::section(u"corridors"_s, words(text::corridors), content);
}

}  // namespace marchland::cartography
