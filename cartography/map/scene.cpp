#include "cartography/map/scene.hpp"

#include "cartography/map/corridor_flow.hpp"
#include "results/reading.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::cartography {

using results::Results;

namespace {

SceneLine scene_line(geo::Line const& points)
{
    return {points, geo::box_of(points)};
}

std::vector<SceneLine> scene_lines(geo::MultiLine const& lines)
{
    std::vector<SceneLine> kept;
    for (auto const& line : lines) {
        if (line.size() > 1) {
            kept.push_back(scene_line(line));
        }
    }
    return kept;
}

bool is_major(results::WayClass klass)
{
    using enum results::WayClass;
    return klass == expressway || klass == national || klass == provincial;
}

void add_roads(results::Results const& results, Scene& scene)
{
    for (auto const& way : results.ways) {
        if (way.line.size() > 1) {
            (is_major(way.klass) ? scene.major_roads : scene.minor_roads)
                .push_back(scene_line(way.line));
        }
    }
}

void add_hotspots(results::Results const& results, Scene& scene)
{
    for (auto const& cluster : results.clusters) {
        if (is_high(cluster)) {
            std::ranges::move(scene_lines(cluster.outline), std::back_inserter(scene.hotspots));
        }
    }
}

void add_places(results::Results const& results, Scene& scene)
{
    for (std::size_t i = 0; i < results.crossings.size(); ++i) {
        auto const& row = results.crossings[i];
        if (row.placed) {
            scene.crossings.push_back({row.at, QString::fromStdString(row.name), grade_of(row),
                                       row.status == results::CrossingStatus::closed, i});
        }
    }
    for (std::size_t i = 0; i < results.markets.size(); ++i) {
        auto const& row = results.markets[i];
        if (row.placed) {
            scene.markets.push_back({row.at, QString::fromStdString(row.name), i});
        }
    }
}

CommuneMark commune_mark(results::CommuneRow const& row, geo::Area const& shape)
{
    CommuneMark mark{{}, QString::fromStdString(row.name), 0.0, is_ranked(row) ? row.rank : 0};
    auto const has_corners = std::ranges::any_of(
        shape, [](auto const& part) { return !part.empty() && part[0].size() > 3; });
    if (has_corners) {
        mark.at = geo::point_inside(shape);
        mark.across_m = std::sqrt(geo::area_of(shape));
    }
    return mark;
}

void add_communes(results::Results const& results, geo::Boundaries const& boundaries, Scene& scene)
{
    auto const level = geo::Boundaries::level_for(100.0);  // a name needs no finer place
    for (std::size_t i = 0; i < results.communes.size() && i < boundaries.size(); ++i) {
        auto const id = static_cast<geo::CommuneId>(i);
        auto shape = boundaries.shape(id, level);
        if (shape.empty()) {
            shape = boundaries.shape(id);
        }
        scene.communes.push_back(commune_mark(results.communes[i], shape));
    }
}

}  // namespace

CrossingGrade grade_of(results::CrossingRow const& crossing)
{
    using enum results::CrossingClass;
    switch (crossing.klass) {
    case international:
        return CrossingGrade::international;
    case main:
        return CrossingGrade::bilateral;
    case unknown:
        return CrossingGrade::unknown;
    default:
        return CrossingGrade::other;
    }
}

Scene make_scene(Shown const& shown, geo::Boundaries const& boundaries)
{
    auto const& results = *shown;
    Scene scene;
    scene.box = boundaries.box();
    scene.border = scene_lines(results.border);
    add_roads(results, scene);
    scene.corridors = corridor_lines(shown);
    add_hotspots(results, scene);
    add_places(results, scene);
    add_communes(results, boundaries, scene);
    return scene;
}

}  // namespace marchland::cartography
