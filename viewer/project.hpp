/// \file project.hpp
/// A result folder, opened: what the windows show. Immutable, shared by models and views.
#pragma once

#include "cartography/disclosure/shown.hpp"
#include "cartography/map/scene.hpp"
#include "cartography/tiles/levels.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/vocabulary/job.hpp"
#include "results/results.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace marchland::viewer {

struct Project {
    std::filesystem::path folder;
    cartography::Shown shown;  ///< all that windows, pictures and reports may know
    std::shared_ptr<geo::Boundaries const> boundaries;
    std::shared_ptr<cartography::Levels const> levels;
    cartography::Scene scene;
    std::optional<geo::Transform> to_degrees;  ///< absent where the reference system is not known
};

using ProjectPtr = std::shared_ptr<Project const>;

/// The folder that holds the results meant by what somebody named: the folder itself, the
/// study.gpkg in it, or a study (file or folder) with its results in out/ beside it. \throws
/// Error{usage}  there are none; the words say how to make them.
std::filesystem::path result_folder(std::filesystem::path const& named);

/// \throws Error  as read_results does. \throws Cancelled
ProjectPtr open_project(std::filesystem::path const& named, geo::Job const& job = {});

/// From results in memory, as tests have them. What may not be seen does not get in.
ProjectPtr make_project(results::Results results, std::filesystem::path folder = {},
                        geo::Job const& job = {});

}  // namespace marchland::viewer
