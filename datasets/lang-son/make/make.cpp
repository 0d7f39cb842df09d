#include "datasets/lang-son/make/make.hpp"

#include "datasets/lang-son/make/checksums.hpp"
#include "datasets/lang-son/make/layers.hpp"
#include "datasets/lang-son/make/programmes.hpp"
#include "datasets/lang-son/make/tables.hpp"
#include "datasets/lang-son/make/terrain.hpp"

namespace marchland::lang_son {

std::vector<std::string> make(std::filesystem::path const& facts_folder,
                              std::filesystem::path const& out)
{
    std::filesystem::create_directories(out);
    std::vector<std::string> files;
    auto const next = [&](std::string const& name) {
        files.push_back(name);
        return out / name;
    };
    Projection const projection;
    auto const facts = read_facts(facts_folder, projection);
    auto const province = build_province(facts);
    auto const places = places_of(facts, province);
    auto const ways = informal_ways_of(facts, province, places);
    auto const truth = truth_of(facts);

    write_layer(communes_layer(facts, province), next("communes.gpkg"));
    write_layer(border_layer(province), next("border.gpkg"));
    write_layer(roads_layer(roads_of(facts, province, places)), next("roads.gpkg"));
    write_layer(paths_layer(ways.paths), next("paths.gpkg"));
    write_raster(terrain_of(facts, province, places),
                 "SYNTHETIC terrain for training: hills made by dice, metres", next("dem.tif"));
    write_crossings(facts, ways, projection, next("crossings.csv"));
    write_markets(facts, projection, next("markets.csv"));
    write_cases(cases_of(facts, truth), next("cases.csv"));
    write_effort(effort_of(facts, truth), next("effort.csv"));
    write_services(facts, projection, next("services.csv"));
    write_activities(facts, next("activities.csv"));
    write_waiting(next("waiting.csv"));
    write_truth(facts, truth, next("truth.csv"));
    write_crosswalk(facts_folder, next("crosswalk.csv"));
    write_checksums(out, files);
    files.emplace_back("SHA256SUMS");
    return files;
}

}  // namespace marchland::lang_son
