// The numbers of the cost model by their names in study.toml. Private to analysis.
#pragma once

#include "analysis/travel/travel_model.hpp"

#include <functional>
#include <string>
#include <vector>

namespace marchland::study {

struct TravelKey {
    std::string name;
    double lowest;
    double highest;
    std::function<double&(analysis::travel::TravelModel&)> of;
};

/// All of them: speeds by class of way, speeds by cover, factors, waits, spreads.
std::vector<TravelKey> const& travel_keys();

/// "season=wet night slope=true foot_speed=tobler national_kmh=45 ...": enough to run it again.
std::string told(analysis::travel::TravelModel const& travel);

}  // namespace marchland::study
