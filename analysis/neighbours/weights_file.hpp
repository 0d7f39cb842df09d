/// \file weights_file.hpp
/// Spatial weights given by the user: files as GeoDa and spdep write them, or a plain table.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/finding.hpp"

#include <filesystem>

namespace marchland::analysis::neighbours {

/// Reads GAL, GWT or CSV, by the ending of the name; ids are commune codes of the study.
///
/// GAL: a header "0 n ..." or "n", then for each commune a line "id k" and a line of k ids; weights 1.
/// GWT: a header "0 n ...", then lines "from to weight". CSV: columns from, to and perhaps weight, header
/// needed. The weight column of a GWT that GeoDa writes for k nearest or a distance band is the
/// distance; then `as_distance` must be set and every link counts 1.
///
/// Findings (layer "neighbours"): unknown ids and weights that are no positive numbers are errors; links
/// of a commune to itself are left out with a warning; doubled links count once; lists that are not
/// symmetric and communes without neighbours are said.
Weights read_weights(std::filesystem::path const& file, geo::Communes const& communes,
                     geo::Findings& findings, bool as_distance = false);

enum class WeightsFormat : std::uint8_t { gal, gwt, csv };

/// \throws Error{failed} the file cannot be written.
void write_weights(std::filesystem::path const& file, Weights const& weights,
                   geo::Communes const& communes, WeightsFormat format);

}  // namespace marchland::analysis::neighbours
