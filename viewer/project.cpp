#include "viewer/project.hpp"

#include "cartography/map/map_picture.hpp"
#include "geo/vocabulary/error.hpp"
#include "results/store.hpp"

namespace marchland::viewer {

namespace fs = std::filesystem;

namespace {

std::optional<geo::Transform> to_degrees(std::string const& crs)
{
    try {
        return geo::Transform{geo::Crs::parse(crs), geo::Crs::wgs84()};
    } catch (geo::Error const&) {
        return std::nullopt;  // the map does without; only the place under the cursor is not told
    }
}

}  // namespace

fs::path result_folder(fs::path const& named)
{
    std::error_code ignored;
    auto const folder = fs::is_directory(named, ignored) ? named : named.parent_path();
    for (auto const& candidate : {folder, folder / "out"}) {
        if (fs::exists(candidate / "study.gpkg", ignored)) {
            return candidate;
        }
    }
    auto const study = named.extension() == ".toml" ? named : folder / "study.toml";
    if (fs::exists(study, ignored)) {
        throw geo::Error{geo::Trouble::usage, study.string() +
                                                  " has no results yet; make them with: "
                                                  "marchland run " +
                                                  study.string()};
    }
    throw geo::Error{geo::Trouble::usage, named.string() + " holds no results (study.gpkg)"};
}

ProjectPtr make_project(results::Results results, fs::path folder, geo::Job const& job)
{
    auto project = std::make_shared<Project>();
    project->folder = std::move(folder);
    project->results = std::move(results);
    project->boundaries =
        std::make_shared<geo::Boundaries const>(cartography::boundaries_of(project->results, job));
    project->levels = std::make_shared<cartography::Levels const>(project->boundaries);
    project->scene = cartography::make_scene(project->results, *project->boundaries);
    project->to_degrees = to_degrees(project->results.about.crs);
    return project;
}

ProjectPtr open_project(fs::path const& named, geo::Job const& job)
{
    auto const folder = result_folder(named);
    auto results = results::read_results(folder);
    job.at(0.4);
    return make_project(std::move(results), folder, job.part(0.4, 1.0));
}

}  // namespace marchland::viewer
