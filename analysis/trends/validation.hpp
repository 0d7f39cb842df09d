/// \file validation.hpp
/// Hold-out validation by time: would last year's list have been right?
#pragma once

#include "geo/vocabulary/column.hpp"

#include <functional>
#include <string>
#include <vector>

namespace marchland::analysis::trends {

/// A way to make a list: what it expects of each commune in the year after the given ones. NaN: nothing.
struct Forecaster {
    std::string name;
    std::function<geo::PerCommune<double>(std::vector<geo::PerCommune<double>> const& years_before)>
        forecast;
};

/// One rule judged on one year that it had not seen.
struct HoldOut {
    std::string rule;
    int year = 0;         ///< number of the year held out, from 0
    double top = 0.0;     ///< length of the list
    double caught = 0.0;  ///< cases of that year in the communes of the list
    double cases = 0.0;   ///< all cases of that year
    double share = 0.0;   ///< caught / cases; NaN: no case
    double lower = 0.0;   ///< exact 90 % bounds of the share
    double upper = 0.0;
    double by_lot = 0.0;  ///< cases that a list of as many people, drawn by lot, would have caught
    double accuracy = 0.0;  ///< predictive accuracy index: share of cases over share of people
    /// cases that the rule expected in its list, scaled to all cases
    double expected_inside = 0.0;
};

/// Judges every rule on each year that has at least `least_years` years before it, on lists of `top`
/// communes; ties in a list go to the commune that comes first.
/// \param people  at risk; NaN or 0: the commune cannot be on a list.
/// \throws Error{usage} top < 1 or sizes differ.
/// \par Source  Chainey, Tompson and Uhlig (2008) Security Journal 21, 4-28 (predictive accuracy index).
std::vector<HoldOut> hold_out(std::vector<geo::PerCommune<double>> const& cases_by_year,
                              geo::PerCommune<double> const& people,
                              std::vector<Forecaster> const& rules, int top, int least_years = 1);

/// The chance that lists drawn by lot catch as many or more of `cases`, where `by_lot` are to be expected (binomial).
double chance_by_lot(double caught, double cases, double by_lot);

/// The chance that of the cases on either of two lists as many or more would be on the first by the toss of a coin.
/// Cases on both lists are taken as two, one on each, which never makes it smaller.
/// \par Source  sign test of McNemar (1947) Psychometrika 12, 153-157, exact.
double chance_by_coin(double first, double second);

/// Rules that need no model: the sum of all years before; the year before; persons at risk alone.
std::vector<Forecaster> simple_rules(geo::PerCommune<double> const& people);

/// The `top` communes with the largest values; NaN never, ties to the first.
std::vector<geo::CommuneId> top_of(geo::PerCommune<double> const& values, int top);

}  // namespace marchland::analysis::trends
