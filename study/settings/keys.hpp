// Every section and key that study.toml may have. Private to analysis.
#pragma once

#include "study/settings/toml.hpp"

#include <map>

namespace marchland::study {

/// Sections that are layers, with the columns that can be mapped.
std::map<std::string, Keys> const& layer_columns();

/// Roads and paths: a layer of which something can be stated as a whole.
bool is_layer_of_ways(std::string const& section);

/// Whether the day on which the whole layer was true can be stated.
bool may_state_as_of(std::string const& section);

/// Says every section and key that is not known, with the nearest known one.
/// \returns the sections that this version knows but does not use yet.
Keys check_keys(StudyToml& toml);

}  // namespace marchland::study
