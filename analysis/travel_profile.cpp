#include "analysis/travel_profile.hpp"

#include <array>

namespace marchland::analysis {
namespace {

/// In the order of geo::WayClass. Motorbikes may not use expressways in Viet Nam.
constexpr std::array motorbike{0.0, 45.0, 38.0, 28.0, 25.0, 15.0, 12.0, 8.0, 6.0, 20.0};
constexpr std::array foot{0.0, 4.8, 4.8, 4.8, 4.8, 4.8, 4.5, 4.0, 6.0, 4.5};

}  // namespace

double speed_kmh(Profile profile, geo::WayClass klass)
{
    auto const at = static_cast<std::size_t>(klass);
    return profile == Profile::motorbike ? motorbike.at(at) : foot.at(at);
}

double access_speed_kmh(Profile profile) { return profile == Profile::motorbike ? 10.0 : 3.5; }

geo::Seconds crossing_delay(geo::CrossingClass klass)
{
    switch (klass) {
    case geo::CrossingClass::informal:
    case geo::CrossingClass::ford: return geo::Seconds{0.0};
    default: return std::chrono::minutes{20};
    }
}

}  // namespace marchland::analysis
