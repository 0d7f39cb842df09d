#include "analysis/terrain/open_country.hpp"

#include "analysis/terrain/river_cells.hpp"
#include "analysis/travel/foot_pace.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::terrain {
namespace {

constexpr double barrier = geo::infinite;

/// How the ground is walked where no cover is known at all: the rule's own off path, which for all
/// but one rule is a share of the speed on a path.
double plain_friction(travel::TravelModel const& travel)
{
    return travel.foot == travel::FootSpeed::irmischer_clarke
               ? 1.0
               : travel::off_path_share / travel.off_path;
}

/// The same where it is known of other cells: times the pace on a path.
double unknown_friction(travel::TravelModel const& travel)
{
    if (travel.foot == travel::FootSpeed::irmischer_clarke) {
        return travel::foot_speed_kmh(travel.foot, 0.0) /
               travel::foot_speed_kmh(travel.foot, 0.0, travel::Underfoot::off_path);
    }
    return 1.0 / travel.off_path;
}

double cover_friction(travel::Cover cover, travel::TravelModel const& travel)
{
    return cover == travel::Cover::water ? barrier
                                         : travel::foot_speed_kmh(travel.foot, 0.0) /
                                               travel.cover_kmh.at(static_cast<std::size_t>(cover));
}

std::vector<double> heights_of(geo::Raster const& terrain, travel::TravelModel const& travel)
{
    auto heights = terrain.values;
    if (!travel.slope) {
        for (auto& height : heights) {
            height = std::isfinite(height) ? 0.0 : height;
        }
    }
    return heights;
}

/// Land cover, season and night; fills in where water is.
void lay_cover(CountrySources const& sources, travel::TravelModel const& travel,
               OpenCountry& country, geo::Job const& job)
{
    auto& friction = country.ground.friction;
    double const rough = travel::rough_factor(travel);
    if (sources.land_cover == nullptr) {
        country.ground.underfoot = travel::Underfoot::off_path;
        double const all = plain_friction(travel) * rough;
        if (all != 1.0) {
            friction.assign(country.ground.cells.size(), all);
        }
        return;
    }
    country.ground.underfoot = travel::Underfoot::path;
    country.water.assign(country.ground.cells.size(), Water::none);
    double const unknown = unknown_friction(travel) * rough;
    friction.reserve(country.ground.cells.size());
    auto const cells = country.ground.cells.size();
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if ((cell & 0xfffffU) == 0) {
            job.at(static_cast<double>(cell) / static_cast<double>(cells));
        }
        auto const cover = travel::cover_of(sources.land_cover->values[cell], sources.classes);
        friction.push_back(cover ? cover_friction(*cover, travel) * rough : unknown);
        if (cover == travel::Cover::water) {
            country.water[cell] = Water::shut;
        }
    }
}

struct Fords {
    std::vector<FordPlace> places;
    std::vector<geo::CrossingId> crossings;
};

Fords fords_of(geo::Crossings const& crossings)
{
    Fords fords;
    for (auto const id : crossings.id.ids()) {
        bool const open = crossings.klass[id] == geo::CrossingClass::ford &&
                          crossings.status[id] != geo::CrossingStatus::closed;
        if (open && crossings.at[id]) {
            double const accuracy = crossings.accuracy_m[id];
            fords.places.push_back({*crossings.at[id], std::isfinite(accuracy) ? accuracy : 0.0});
            fords.crossings.push_back(id);
        }
    }
    return fords;
}

/// Rivers on top: what they cover is shut, or is waded through.
void lay_rivers(RiverCells const& rivers, travel::TravelModel const& travel, OpenCountry& country)
{
    auto& ground = country.ground;
    if (rivers.water.empty()) {
        return;
    }
    if (ground.friction.empty()) {
        ground.friction.assign(ground.cells.size(), 1.0);
    }
    country.water.resize(ground.cells.size(), Water::none);
    double const pace = 3.6 / travel::foot_speed_kmh(ground.foot, 0.0, ground.underfoot);
    double const bed = ground.underfoot == travel::Underfoot::path
                           ? unknown_friction(travel) * travel::rough_factor(travel)
                           : 0.0;
    for (std::size_t cell = 0; cell < rivers.water.size(); ++cell) {
        if (rivers.water[cell] == Water::none) {
            continue;
        }
        country.water[cell] = rivers.water[cell];
        auto& friction = ground.friction[cell];
        if (rivers.water[cell] == Water::shut) {
            friction = barrier;
            continue;
        }
        friction = std::isfinite(friction) ? friction : bed;  // the cover there is the river itself
        friction += 60.0 * travel.ford_minutes / (rivers.width_m[cell] * pace);
    }
}

void say_dry_fords(std::vector<std::size_t> const& dry, Fords const& fords,
                   geo::Crossings const& crossings, geo::Findings& findings)
{
    for (auto const number : dry) {
        auto const id = fords.crossings[number];
        findings.push_back({.severity = geo::Severity::note,
                            .rule = "ford-at-no-river",
                            .layer = "crossings",
                            .feature = crossings.id[id],
                            .message = "the crossing is a ford, but no river passes within its "
                                       "accuracy; it opens none",
                            .action = "check its place, its accuracy_m and [rivers]"});
    }
}

}  // namespace

OpenCountry open_country(CountrySources const& sources, travel::TravelModel const& travel,
                         geo::Job const& job)
{
    auto const& cells = sources.terrain.cells;
    if (sources.land_cover != nullptr && !(sources.land_cover->cells == cells)) {
        throw geo::Error{geo::Trouble::usage,
                         "land cover must be read on the cells of the terrain"};
    }
    OpenCountry country{.ground = {.cells = cells,
                                   .friction = {},
                                   .height = heights_of(sources.terrain, travel),
                                   .foot = travel.foot}};
    lay_cover(sources, travel, country, job.part(0.0, 0.7));
    job.at(0.7);
    if (!sources.rivers.empty()) {
        auto const fords = fords_of(sources.crossings);
        auto const rivers = river_cells(sources.rivers, fords.places, cells, job.part(0.7, 1.0));
        lay_rivers(rivers, travel, country);
        say_dry_fords(rivers.dry_fords, fords, sources.crossings, country.findings);
    }
    return country;
}

}  // namespace marchland::analysis::terrain
