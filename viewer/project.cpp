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
    auto boundaries =
        std::make_shared<geo::Boundaries const>(cartography::boundaries_of(results, job));
    auto shown = cartography::discreet(std::move(results));
    auto scene = cartography::make_scene(shown, *boundaries);
    auto degrees = to_degrees(shown->about.crs);
    return std::make_shared<Project const>(
        Project{std::move(folder), std::move(shown), boundaries,
                std::make_shared<cartography::Levels const>(boundaries), std::move(scene),
                std::move(degrees)});
}

ProjectPtr open_project(fs::path const& named, geo::Job const& job)
{
    auto const folder = result_folder(named);
    auto results = results::read_results(folder);
    job.at(0.4);
    return make_project(std::move(results), folder, job.part(0.4, 1.0));
}

}  // namespace marchland::viewer
