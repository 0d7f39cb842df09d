/// \file scene.hpp
/// What lies over the colours: lines, symbols and names, ready to draw. Nothing informal gets in.
#pragma once

#include "cartography/disclosure/shown.hpp"
#include "geo/shapes/boundaries.hpp"
#include "results/results.hpp"

#include <QString>

#include <cstdint>
#include <vector>

namespace marchland::cartography {

/// The switches of a map. The border line is always drawn.
struct Layers {
    bool communes = true;
    bool hotspots = true;
    bool crossings = true;
    bool markets = true;
    bool roads = true;
    bool corridors = true;
    bool labels = true;
    bool operator==(Layers const&) const = default;
};

struct SceneLine {
    geo::Line points;
    geo::Box box;
    float weight = 1.0F;  ///< 0 thin to 1 thick
};

enum class CrossingGrade : std::uint8_t { international, bilateral, other, unknown };
CrossingGrade grade_of(results::CrossingRow const& crossing);

struct CrossingMark {
    geo::Point at;
    QString name;
    CrossingGrade grade = CrossingGrade::other;
    bool closed = false;
    std::size_t row = 0;  ///< in Shown::crossings
};

struct MarketMark {
    geo::Point at;
    QString name;
    std::size_t row = 0;  ///< in Shown::markets
};

struct CommuneMark {
    geo::Point at;
    QString name;
    double across_m = 0.0;  ///< a measure of its size
    std::int64_t rank = 0;  ///< 0 = not ranked
};

/// Immutable once made; a view and a picture may share it.
struct Scene {
    geo::Box box;  ///< of the communes
    std::vector<SceneLine> border;
    std::vector<SceneLine> major_roads;
    std::vector<SceneLine> minor_roads;
    std::vector<SceneLine> corridors;  ///< faint first
    std::vector<SceneLine> hotspots;   ///< outlines of groups with more than expected
    std::vector<CrossingMark> crossings;
    std::vector<MarketMark> markets;
    std::vector<CommuneMark> communes;  ///< in the order of the results
};

Scene make_scene(Shown const& shown, geo::Boundaries const& boundaries);

}  // namespace marchland::cartography
