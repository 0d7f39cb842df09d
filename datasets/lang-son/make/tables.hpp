// The tables of the training region as CSV. Points in WGS 84 degrees.
#pragma once

#include "datasets/lang-son/make/cases.hpp"
#include "datasets/lang-son/make/paths.hpp"
#include "datasets/lang-son/make/truth.hpp"

#include <filesystem>

namespace marchland::lang_son {

void write_crossings(Facts const& facts, InformalWays const& ways, Projection const& projection,
                     std::filesystem::path const& path);
void write_markets(Facts const& facts, Projection const& projection,
                   std::filesystem::path const& path);
void write_cases(std::vector<CaseCount> const& cases, std::filesystem::path const& path);
void write_effort(std::vector<EffortRow> const& effort, std::filesystem::path const& path);
void write_truth(Facts const& facts, std::vector<Truth> const& truth,
                 std::filesystem::path const& path);

/// Which former commune became which present one; a share only where it is known.
void write_crosswalk(std::filesystem::path const& facts_folder, std::filesystem::path const& path);

}  // namespace marchland::lang_son
