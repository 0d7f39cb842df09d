// Seconds a metre of each foot speed, for inner loops. Private.
#pragma once

#include "analysis/travel/foot_speed.hpp"

#include <cmath>

namespace marchland::analysis::travel {

inline constexpr double off_path_share = 0.6;
inline constexpr double steep_descent = -0.2125;  // tan(-12 degrees), as r.walk rounds it

struct ToblerPace {
    double share = 1.0;
    double operator()(double slope) const
    {
        return 0.6 * std::exp(3.5 * std::abs(slope + 0.05)) / share;
    }
};

struct IrmischerClarkePace {
    double factor = 1.0;
    double shift = 5.0;
    double operator()(double slope) const
    {
        double const percent = 100.0 * slope + shift;
        return 1.0 / (0.11 + factor * std::exp(-percent * percent / 1800.0));
    }
};

struct LangmuirPace {
    double share = 1.0;
    double operator()(double slope) const
    {
        double const a_metre = slope >= 0.0 ? 6.0 : slope < steep_descent ? -1.9998 : 1.9998;
        return (0.72 + a_metre * slope) / share;
    }
};

/// Calls visit(pace) with the pace of a rule.
template <class Visit>
auto with_pace(FootSpeed rule, Underfoot underfoot, Visit const& visit)
{
    bool const off = underfoot == Underfoot::off_path;
    double const share = off ? off_path_share : 1.0;
    switch (rule) {
    case FootSpeed::irmischer_clarke:
        return visit(off ? IrmischerClarkePace{0.67, 2.0} : IrmischerClarkePace{});
    case FootSpeed::langmuir:
        return visit(LangmuirPace{share});
    default:
        return visit(ToblerPace{share});
    }
}

}  // namespace marchland::analysis::travel
