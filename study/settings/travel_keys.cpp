#include "study/settings/travel_keys.hpp"

#include "geo/vocabulary/text.hpp"

namespace marchland::analysis {
namespace {

std::vector<TravelKey> all_keys()
{
    std::vector<TravelKey> keys;
    for (std::size_t k = 0; k < TravelModel{}.kmh.size(); ++k) {
        keys.push_back({std::string{geo::name_of(static_cast<geo::WayClass>(k))} + "_kmh", 0.0,
                        120.0, [k](TravelModel& travel) -> double& { return travel.kmh.at(k); }});
    }
    for (std::size_t k = 0; k < TravelModel{}.cover_kmh.size(); ++k) {
        keys.push_back({"cover_" + std::string{name_of(static_cast<Cover>(k))} + "_kmh", 0.1, 10.0,
                        [k](TravelModel& travel) -> double& { return travel.cover_kmh.at(k); }});
    }
    auto const add = [&keys](char const* name, double TravelModel::*which, double lowest,
                             double highest) {
        keys.push_back({name, lowest, highest,
                        [which](TravelModel& travel) -> double& { return travel.*which; }});
    };
    add("access_kmh", &TravelModel::access_kmh, 0.5, 60.0);
    add("off_path", &TravelModel::off_path, 0.1, 1.0);
    add("wet_unpaved", &TravelModel::wet_unpaved, 1.0, 10.0);
    add("wet_path", &TravelModel::wet_path, 1.0, 10.0);
    add("wet_ford", &TravelModel::wet_ford, 0.0, 1.0);
    add("night_rough", &TravelModel::night_rough, 1.0, 10.0);
    add("grade", &TravelModel::grade, 0.0, 50.0);
    add("official_minutes", &TravelModel::official_minutes, 0.0, 1440.0);
    add("informal_minutes", &TravelModel::informal_minutes, 0.0, 1440.0);
    add("ford_minutes", &TravelModel::ford_minutes, 0.0, 1440.0);
    add("speed_spread", &TravelModel::speed_spread, 0.0, 2.0);
    add("access_spread", &TravelModel::access_spread, 0.0, 2.0);
    add("delay_spread", &TravelModel::delay_spread, 0.0, 2.0);
    return keys;
}

}  // namespace

std::vector<TravelKey> const& travel_keys()
{
    static std::vector<TravelKey> const keys = all_keys();
    return keys;
}

std::string told(TravelModel const& travel)
{
    std::string words = "season=" + std::string{name_of(travel.season)} +
                        " night=" + (travel.night ? "true" : "false") +
                        " slope=" + (travel.slope ? "true" : "false") +
                        " foot_speed=" + std::string{name_of(travel.foot)};
    TravelModel copy = travel;
    for (auto const& key : travel_keys()) {
        words += " " + key.name + "=" + geo::shortest(key.of(copy));
    }
    return words;
}

}  // namespace marchland::analysis
