/// \file study_file.hpp
/// study.toml: what to read and how to work. Every key is known by name here; an unknown one is an error.
#pragma once

#include "geo/period.hpp"
#include "geo/read.hpp"

#include <cstdint>
#include <string_view>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace marchland::analysis {

enum class RankBy : std::uint8_t { expected, relative_risk, exceedance };
enum class Profile : std::uint8_t { motorbike, foot };

std::string_view name_of(RankBy rank_by);
std::string_view name_of(Profile profile);

struct StudyFile {
    std::filesystem::path file;
    std::string title;
    std::string purpose = "not stated";
    std::optional<std::string> crs;  ///< working system; nothing: a fitting one is chosen
    geo::Period period;
    std::string vintage = "2025-07-01";
    std::uint64_t seed = 1;
    bool synthetic = false;

    std::map<std::string, geo::LayerSource> layers;  ///< by section name, those that are present
    std::vector<std::string> unused;  ///< sections that this version knows but does not use yet

    Profile profile = Profile::motorbike;  // [graph]
    double snap_m = 50.0;

    std::string risk_model = "gamma-poisson";  // [risk]
    int window_years = 3;
    RankBy rank_by = RankBy::expected;

    std::vector<std::string> hotspot_methods{"local-moran"};  // [hotspots]
    int permutations = 9999;
    double fdr = 0.05;

    int alternatives = 3;  // [corridors]
    double theta = 1.0;

    geo::LayerSource const* layer(std::string const& name) const;  ///< nullptr where absent
};

/// \throws Error{usage}  the file is missing or not TOML, keys are unknown (with the nearest known one),
///         of the wrong type or out of range: all of them in one message, a line each.
StudyFile read_study_file(std::filesystem::path const& file);

}  // namespace marchland::analysis
