#include "analysis/travel/foot_speed.hpp"

#include "analysis/travel/foot_pace.hpp"

#include <array>

namespace marchland::analysis::travel {
namespace {

constexpr std::array rule_names{std::string_view{"tobler"}, std::string_view{"irmischer-clarke"},
                                std::string_view{"langmuir"}};
constexpr std::array cover_names{std::string_view{"open"}, std::string_view{"low"},
                                 std::string_view{"medium"}, std::string_view{"dense"},
                                 std::string_view{"water"}};
constexpr std::array cover_speeds{5.0, 4.0, 3.0, 2.0, 0.0};

/// The slope on which a rule is quickest.
double best_slope(FootSpeed rule, Underfoot underfoot)
{
    switch (rule) {
    case FootSpeed::irmischer_clarke:
        return underfoot == Underfoot::path ? -0.05 : -0.02;
    case FootSpeed::langmuir:
        return steep_descent;
    default:
        return -0.05;
    }
}

}  // namespace

std::string_view name_of(FootSpeed rule)
{
    return rule_names.at(static_cast<std::size_t>(rule));
}

std::string_view name_of(Cover cover)
{
    return cover_names.at(static_cast<std::size_t>(cover));
}

double foot_speed_kmh(FootSpeed rule, double slope, Underfoot underfoot)
{
    return with_pace(rule, underfoot, [slope](auto const& pace) { return 3.6 / pace(slope); });
}

double top_foot_speed_kmh(FootSpeed rule, Underfoot underfoot)
{
    return foot_speed_kmh(rule, best_slope(rule, underfoot), underfoot);
}

double cover_speed_kmh(Cover cover)
{
    return cover_speeds.at(static_cast<std::size_t>(cover));
}

double cover_friction(Cover cover, FootSpeed rule)
{
    return foot_speed_kmh(rule, 0.0) / cover_speed_kmh(cover);
}

}  // namespace marchland::analysis::travel
