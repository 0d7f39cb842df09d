/// \file population.hpp
/// How many people live where, from a table of its own; and figures that cannot be.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/communes.hpp"
#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/finding.hpp"

namespace marchland::geo {

/// Columns commune (in the file `code`, or a name) and population; vintage may be absent. Figures of former communes are
/// carried forward as sums, those of a split commune by the shares of its parts.
///
/// Fills `population`, and `at_risk` where that was no other column; also `former_people`, by which figures a head of former
/// communes are weighed. A commune without a row, or with a part without one, is not known, and said.
void read_population(LayerSource const& source, Communes& communes, Findings& findings);

/// Names communes whose people cannot live on their ground: fifteen times as thinly as in the middle one of their neighbours and
/// thinner than in all of these; or eight times as densely, with fifteen times as many people as in the middle commune of the
/// study. Both are slips of the pen more often than places. Of the merger dossiers' 3,249 figures for Viet Nam of 2025, with the six
/// nearest centres for neighbours, that names 69 as too few, most of them below 1,000 people, and one as too many; no town.
/// \param file  that the figures are from.
void judge_density(Communes const& communes, Boundaries const& boundaries, std::string const& file,
                   Findings& findings);

/// \par Example
/// \code
/// geo::Findings findings;
/// auto const communes = geo::read_communes(
///     {.layer = "communes", .source = "communes.gpkg", .columns = {{"id", "code"}}},
///     "2025-07-01", {}, findings);
/// geo::judge_density(communes, geo::Boundaries{communes.shape}, "communes.gpkg", findings);
/// assert(!geo::stops_work(findings));
/// \endcode

}  // namespace marchland::geo
