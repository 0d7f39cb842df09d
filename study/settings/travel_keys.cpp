#include "study/settings/travel_keys.hpp"

#include "geo/vocabulary/text.hpp"

namespace marchland::study {
namespace {

std::vector<TravelKey> all_keys()
{
    std::vector<TravelKey> keys;
    for (std::size_t k = 0; k < analysis::travel::TravelModel{}.kmh.size(); ++k) {
        keys.push_back(
            {std::string{geo::name_of(static_cast<geo::WayClass>(k))} + "_kmh", 0.0, 120.0,
             [k](analysis::travel::TravelModel& travel) -> double& { return travel.kmh.at(k); }});
    }
    for (std::size_t k = 0; k < analysis::travel::TravelModel{}.cover_kmh.size(); ++k) {
        keys.push_back(
            {"cover_" + std::string{name_of(static_cast<analysis::travel::Cover>(k))} + "_kmh", 0.1,
             10.0, [k](analysis::travel::TravelModel& travel) -> double& {
                 return travel.cover_kmh.at(k);
             }});
    }
    auto const add = [&keys](char const* name, double analysis::travel::TravelModel::*which,
                             double lowest, double highest) {
        keys.push_back(
            {name, lowest, highest,
             [which](analysis::travel::TravelModel& travel) -> double& { return travel.*which; }});
    };
    add("access_kmh", &analysis::travel::TravelModel::access_kmh, 0.5, 60.0);
    add("off_path", &analysis::travel::TravelModel::off_path, 0.1, 1.0);
    add("wet_unpaved", &analysis::travel::TravelModel::wet_unpaved, 1.0, 10.0);
    add("wet_path", &analysis::travel::TravelModel::wet_path, 1.0, 10.0);
    add("wet_ford", &analysis::travel::TravelModel::wet_ford, 0.0, 1.0);
    add("night_rough", &analysis::travel::TravelModel::night_rough, 1.0, 10.0);
    add("grade", &analysis::travel::TravelModel::grade, 0.0, 50.0);
    add("official_minutes", &analysis::travel::TravelModel::official_minutes, 0.0, 1440.0);
    add("informal_minutes", &analysis::travel::TravelModel::informal_minutes, 0.0, 1440.0);
    add("ford_minutes", &analysis::travel::TravelModel::ford_minutes, 0.0, 1440.0);
    add("speed_spread", &analysis::travel::TravelModel::speed_spread, 0.0, 2.0);
    add("access_spread", &analysis::travel::TravelModel::access_spread, 0.0, 2.0);
    add("delay_spread", &analysis::travel::TravelModel::delay_spread, 0.0, 2.0);
    return keys;
}

}  // namespace

std::vector<TravelKey> const& travel_keys()
{
    static std::vector<TravelKey> const keys = all_keys();
    return keys;
}

std::string told(analysis::travel::TravelModel const& travel)
{
    std::string words = "season=" + std::string{name_of(travel.season)} +
                        " night=" + (travel.night ? "true" : "false") +
                        " slope=" + (travel.slope ? "true" : "false") +
                        " foot_speed=" + std::string{name_of(travel.foot)};
    analysis::travel::TravelModel copy = travel;
    for (auto const& key : travel_keys()) {
        words += " " + key.name + "=" + geo::shortest(key.of(copy));
    }
    return words;
}

}  // namespace marchland::study
