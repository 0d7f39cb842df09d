// The scan over a study, put into clusters.
#include "analysis/scan/scan.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/input/nearness.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::study {
namespace {

using geo::CommuneId;
using geo::index_of;

constexpr double told_p = 0.05;  // what chance brings more often is no cluster
constexpr double border_reach_m = 20000.0;

geo::PerCommune<geo::Point> places_of(geo::Communes const& communes)
{
    geo::PerCommune<geo::Point> places{communes.size()};
    for (auto const id : places.ids()) {
        places[id] = communes.centre[id];
    }
    return places;
}

/// Where a point lies along the border, and how far from it.
struct Foot {
    double along = 0.0;
    double away = geo::infinite;
};

Foot foot_on(geo::MultiLine const& border, geo::Point at)
{
    Foot best;
    double start = 0.0;
    for (auto const& line : border) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            auto const foot = geo::foot_on_segment(at, line[i - 1], line[i]);
            double const length = geo::distance(line[i - 1], line[i]);
            if (foot.distance < best.away) {
                best = {start + foot.along * length, foot.distance};
            }
            start += length;
        }
    }
    return best;
}

analysis::scan::WindowFamily along_the_border(Region const& region)
{
    geo::PerCommune<std::optional<geo::Metres>> along{region.communes.size()};
    for (auto const id : along.ids()) {
        auto const foot = foot_on(region.border, region.communes.centre[id]);
        if (region.communes.has_shape(id) && foot.away <= border_reach_m) {
            along[id] = geo::Metres{foot.along};
        }
    }
    return analysis::scan::border_windows(along);
}

/// Communes without a shape have no place and are in no circle but their own.
analysis::scan::WindowFamily around_places(Region const& region, bool ellipses)
{
    auto const places = places_of(region.communes);
    auto family = ellipses ? analysis::scan::elliptic_windows(places)
                           : analysis::scan::circular_windows(places);
    family.distances = [inner = family.distances, &region,
                        rows = family.rows](std::size_t row, std::span<double> distance) {
        inner(row, distance);
        auto const centre = rows[row].centre;
        for (auto const id : region.communes.code.ids()) {
            bool const placeless =
                !region.communes.has_shape(id) || !region.communes.has_shape(centre);
            if (placeless && id != centre) {
                distance[index_of(id)] = geo::infinite;
            }
        }
    };
    return family;
}

/// Why the windows asked for cannot be made; empty: they can. Circles in their place would answer another
/// question.
std::string refusal_of(ScanWindows windows, Region const& region,
                       analysis::routes::Routes const* routes)
{
    if (windows == ScanWindows::travel_time && routes == nullptr) {
        return "windows = \"travel-time\" needs a layer [roads] or [paths]";
    }
    if (windows == ScanWindows::border && region.border.empty()) {
        return "windows = \"border\" needs a layer [border]";
    }
    return {};
}

analysis::scan::WindowFamily family_of(StudyFile const& study, Region const& region,
                                       analysis::routes::Routes const* routes)
{
    switch (study.scan.windows) {
    case ScanWindows::travel_time:
        return analysis::scan::travel_windows(region.communes.size(),
                                              [from = hours_between(*routes, study.travel)](
                                                  CommuneId centre, std::span<double> hours) {
                                                  std::ranges::copy(from(centre), hours.begin());
                                              });
    case ScanWindows::border:
        return along_the_border(region);
    case ScanWindows::ellipses:
        return around_places(region, true);
    case ScanWindows::circles:
        break;
    }
    return around_places(region, false);
}

/// Whole persons where something can be expected; others are left out of the scan.
struct Material {
    geo::PerCommune<std::uint32_t> cases;
    geo::PerCommune<double> expected;
};

Material material_of(geo::PerCommune<double> const& cases, geo::PerCommune<double> const& exposure,
                     geo::PerCommune<double> const& structure)
{
    Material material{geo::PerCommune<std::uint32_t>{cases.size(), 0U},
                      geo::PerCommune<double>{cases.size(), 0.0}};
    for (auto const id : cases.ids()) {
        if (exposure[id] > 0.0) {
            double const share =
                structure.empty() || std::isnan(structure[id]) ? 1.0 : structure[id];
            material.expected[id] = exposure[id] * share;
            material.cases[id] = material.expected[id] > 0.0
                                     ? static_cast<std::uint32_t>(std::lround(cases[id]))
                                     : 0U;
        }
    }
    return material;
}

analysis::scan::Scan over_time(Region const& region, Material const& material,
                               analysis::scan::WindowFamily const& family,
                               std::vector<geo::Period> const& years,
                               analysis::scan::ScanOptions const& options, geo::Job const& job)
{
    auto const communes = region.communes.size();
    std::vector<std::uint32_t> cases(communes * years.size());
    std::vector<double> expected(cases.size());
    geo::Period const all{years.front().from, years.back().to};
    auto const whole = analysis::rates::sum_effort(region.effort, communes, all);
    for (std::size_t y = 0; y < years.size(); ++y) {
        auto const counted = analysis::rates::count_cases(region.cases, communes, years[y]).cases;
        auto const effort = analysis::rates::sum_effort(region.effort, communes, years[y]);
        for (auto const id : counted.ids()) {
            // effort of the year over that of the window; even where none is known
            double const share =
                (whole[id] > 0.0 ? effort[id] / whole[id] : years[y].months() * 1.0 / all.months());
            auto const cell = index_of(id) * years.size() + y;
            expected[cell] = material.expected[id] * share;
            cases[cell] =
                expected[cell] > 0.0 ? static_cast<std::uint32_t>(std::lround(counted[id])) : 0U;
        }
    }
    return analysis::scan::scan_space_time(cases, expected, years.size(), family,
                                           {.whole_time_too = true}, options, job);
}

results::ClusterRow row_of(analysis::scan::ScanCluster const& found, Region const& region,
                           std::string const& from, std::string const& to)
{
    results::ClusterRow cluster;
    cluster.kind = results::ClusterKind::scan_high;
    cluster.cases = static_cast<double>(found.cases);
    cluster.expected = found.expected;
    cluster.relative_risk = std::isfinite(found.relative_risk) ? found.relative_risk : geo::unknown;
    cluster.llr = found.llr;
    cluster.p_value = found.p_value;
    cluster.p_gumbel = found.p_gumbel;
    cluster.period_from = from;
    cluster.period_to = to;
    cluster.words =
        analysis::scan::plain_words(found, region.communes.name[found.centre], from + " to " + to);
    for (auto const id : found.members) {
        cluster.communes += (cluster.communes.empty() ? "" : "; ") + region.communes.code[id];
    }
    cluster.outline = region.boundaries->outline(found.members);
    return cluster;
}

}  // namespace

ScanFound scan_of(StudyFile const& study, Region const& region,
                  analysis::routes::Routes const* routes, analysis::rates::Counts const& counts,
                  geo::PerCommune<double> const& exposure, geo::PerCommune<double> const& structure,
                  geo::Job const& job)
{
    if (auto refusal = refusal_of(study.scan.windows, region, routes); !refusal.empty()) {
        return {.scan = {.note = std::move(refusal)}};
    }
    auto const family = family_of(study, region, routes);
    auto const material = material_of(counts.cases, exposure, structure);
    analysis::scan::ScanOptions const options{
        .max_share = study.scan.max_share, .replicates = study.scan.replicates, .seed = study.seed};
    auto const years = analysis::rates::years_of(counts.window, region.cases);
    bool const timed = study.scan.over_time && years.size() > 1;
    auto scan = timed ? over_time(region, material, family, years, options, job)
                      : analysis::scan::scan_poisson(material.cases, material.expected, family,
                                                     options, {}, job);
    return {std::move(scan), timed ? years : std::vector{counts.window}, timed};
}

geo::Findings scan_findings(ScanFound const& found)
{
    if (!found.scan.note.empty()) {
        return {{.severity = geo::Severity::warning,
                 .rule = "scan",
                 .layer = "hotspots",
                 .message = "the scan has no answer: " + found.scan.note}};
    }
    if (!found.scan.clusters.empty() && found.scan.clusters.front().p_value > told_p) {
        auto const& strongest = found.scan.clusters.front();
        return {{.severity = geo::Severity::note,
                 .rule = "scan-by-chance",
                 .layer = "hotspots",
                 .message = "the strongest of all windows of the scan holds " +
                            std::to_string(strongest.cases) + " persons where " +
                            geo::fixed(strongest.expected, 1) +
                            " were expected; chance alone brings one as strong in " +
                            geo::fixed(100.0 * strongest.p_value, 0) +
                            " of 100 maps, so it is no cluster"}};
    }
    return {};
}

void put_scan(ScanFound const& found, Region const& region,
              std::vector<results::ClusterRow>& clusters, CommuneRows& rows)
{
    for (auto const& cluster : found.scan.clusters) {
        if (cluster.p_value <= told_p) {
            auto const& from =
                found.periods.at(found.timed ? static_cast<std::size_t>(cluster.period_from) : 0);
            auto const& to =
                found.periods.at(found.timed ? static_cast<std::size_t>(cluster.period_to) : 0);
            auto row = row_of(cluster, region, from.from.text(), to.to.text());
            row.id = static_cast<std::int64_t>(clusters.size()) + 1;
            for (auto const id : cluster.members) {
                auto& commune = rows[index_of(id)];
                commune.scan_cluster = commune.scan_cluster == 0 ? row.id : commune.scan_cluster;
            }
            clusters.push_back(std::move(row));
        }
    }
}

}  // namespace marchland::study
