#include "datasets/lang-son/make/truth.hpp"

#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::lang_son {
namespace {

using geo::Point;

constexpr double high = 3.2;
constexpr double low = 0.4;
constexpr double full_effort = 800.0;  // hours a year of the commune that is watched most
constexpr double full_reporting = 0.8;

Planted planted_in(std::string const& code)
{
    if (std::ranges::find(planted_high, code) != planted_high.end()) {
        return Planted::high;
    }
    return std::ranges::find(planted_low, code) != planted_low.end() ? Planted::low : Planted::none;
}

/// A few broad hills and hollows: neighbours are alike.
double smooth_log_risk(Point p, geo::Box const& box)
{
    constexpr double width = 22000.0;
    double sum = 0.0;
    for (std::uint64_t bump = 0; bump < 8; ++bump) {
        geo::Draws draws{geo::Random{seed, "risk", bump}};
        Point const top{box.min_x + draws.uniform() * box.width(),
                        box.min_y + draws.uniform() * box.height()};
        double const away = geo::distance(p, top) / width;
        sum += 0.4 * draws.normal() * std::exp(-0.5 * away * away);
    }
    return sum;
}

/// What is planted nearly replaces the smooth field: on a hill a hollow would vanish.
double planted_risk(Planted planted, double smooth)
{
    switch (planted) {
    case Planted::high:
        return high * std::exp(0.2 * smooth);
    case Planted::low:
        return low * std::exp(0.2 * smooth);
    case Planted::none:
        break;
    }
    return std::exp(smooth);
}

void scale_to_mean_one(Facts const& facts, std::vector<Truth>& truth)
{
    double weighted = 0.0;
    double people = 0.0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        weighted += truth[i].relative_risk * facts.communes[i].population;
        people += facts.communes[i].population;
    }
    for (auto& one : truth) {
        one.relative_risk *= people / weighted;
    }
}

/// One to four quarters of the full effort; the border communes are among those watched most.
double share_of_effort(CommuneFact const& commune, std::size_t i)
{
    if (std::ranges::find(without_effort, commune.code) != without_effort.end()) {
        return 0.0;
    }
    double const u = geo::Random{seed, "effort", i}.uniform(0);
    return commune.at_border ? 0.6 + 0.4 * u : std::pow(4.0, u - 1.0);
}

}  // namespace

std::string_view name_of(Planted planted)
{
    constexpr std::array<std::string_view, 3> names{"none", "high", "low"};
    return names.at(static_cast<std::size_t>(planted));
}

std::vector<Truth> truth_of(Facts const& facts)
{
    geo::Box box;
    for (auto const& commune : facts.communes) {
        box.add(commune.centre);
    }
    std::vector<Truth> truth;
    for (std::size_t i = 0; i < facts.communes.size(); ++i) {
        auto const& commune = facts.communes[i];
        Truth one;
        one.planted = planted_in(commune.code);
        one.relative_risk = planted_risk(one.planted, smooth_log_risk(commune.centre, box));
        double const share = share_of_effort(commune, i);
        one.effort = std::round(share * full_effort);
        one.reporting = share * full_reporting;
        truth.push_back(one);
    }
    scale_to_mean_one(facts, truth);
    return truth;
}

}  // namespace marchland::lang_son
