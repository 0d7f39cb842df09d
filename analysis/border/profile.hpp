/// \file profile.hpp
/// Accessibility profile of the border, how easily each kilometre is reached: stretches to look at, never
/// trails.
#pragma once

#include "analysis/terrain/open_country.hpp"
#include "analysis/terrain/surface.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/layers/communes.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/finding.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace marchland::analysis::border {

struct BorderProfileOptions {
    travel::TravelModel travel;  ///< along ways; beside them people walk
    double stretch_m = 1000.0;   ///< length of a stretch
    double slow_kmh = 2.0;       ///< ground on which people walk slower than this is slow
    double likely = 0.5;         ///< ways and fords at least so sure count for `hours`
    double certain = 0.95;       ///< ways and fords at least so sure count for `hours_high`
    double quickest = 1.25;      ///< times the speed: `hours_low`
    double slowest = 0.8;        ///< times the speed: `hours_high`
    double gap_m = 1.0;          ///< ends of the border nearer than this are one
};

/// A stretch of the border.
struct BorderStretch {
    std::uint32_t part = 1;  ///< of a border that does not hang together, from the west
    double from_km = 0.0;    ///< along the part, from its western end
    double to_km = 0.0;
    double hours = 0.0;  ///< from the nearest commune to the quickest point of it; NaN: not known
    double hours_low = 0.0;   ///< every mapped way exists, and people are quick
    double hours_high = 0.0;  ///< only certain ways exist, and people are slow; NaN: then no way
    std::optional<geo::CommuneId> commune;  ///< the nearest, by `hours`
    double slow_share = 0.0;  ///< of the known ground along it: slow, or a barrier; NaN: none known
    double known_share = 0.0;  ///< of its length that the terrain covers with heights
};

struct BorderProfile {
    std::vector<BorderStretch> stretches;  ///< part by part, each from its western end
    /// a border in parts, communes off the terrain, stretches without a figure
    geo::Findings findings;
    BorderProfileOptions options;
};

/// What people can start from and walk on.
struct BorderGround {
    geo::Communes const& communes;
    geo::MultiLine const& border;
    terrain::Surface const& ground;  ///< with heights; nodata is a barrier
    network::Network const& network;
    geo::Ways const& ways;
    geo::PerCommune<std::optional<network::Anchor>> const&
        anchors;  ///< of the communes; empty: none
    /// of each cell, as of OpenCountry; empty: none known
    std::span<terrain::Water const> water = {};
};

/// The lines of a border put end to end, each part from west to east, the western part first: the
/// same for any order and direction of the lines. A ring starts at its westernmost corner.
/// \par Cost  O(lines^2).
geo::MultiLine joined_border(geo::MultiLine const& border, double gap_m);

/// Hours over roads and terrain, from every commune at once. A commune starts at its centre and, as
/// for travel times, at its anchor on the network after the way there.
///
/// Where the border runs in water a stretch has the hours to the banks next to it (up to 2 km off):
/// who stands there has come to the border. Fords count where ford_chance(travel) is that of the
/// case or more.
///
/// Nothing of the way itself is kept: only how long it takes to a stretch.
///
/// \throws Error{usage}  the ground has no heights, options are out of range. \throws Cancelled
/// \par Cost  three searches over the terrain, side by side where there are threads.
BorderProfile border_profile(BorderGround const& on, BorderProfileOptions const& options = {},
                             geo::Job const& job = {});

/// \namespace marchland::analysis::border
/// \par Example
/// \code
/// geo::MultiLine const pieces{{{5000, 0}, {9000, 0}}, {{5000, 0}, {0, 0}}};
/// auto const border = analysis::border::joined_border(pieces, 1.0);
/// assert(border.size() == 1 && border.front().front() == (geo::Point{0, 0}));
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::border
