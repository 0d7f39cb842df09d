// What the model of risk is given for a window of years: one place, so that what is judged by the year it had
// not seen is the model that the map shows.
#pragma once

#include "analysis/risk/risk.hpp"
#include "analysis/routes/routes.hpp"
#include "study/input/region.hpp"

namespace marchland::study {

/// Counts with their hidden cells, effort, sex and age, and indicators.
///
/// \param near      linked both ways.
/// \param window    see analysis::rates::window_of.
/// \param findings  what is said of sex and age.
/// \param half_life_years  how soon cases and effort fade, see analysis::rates::Fading; 0: they do not. Hidden cells then
///        stand for their middle, as a range of whole persons cannot be weighed.
analysis::risk::RiskInput risk_input(Region const& region,
                                     analysis::neighbours::Neighbours const& near,
                                     geo::Period const& window, geo::Findings& findings,
                                     double half_life_years = 0.0);

/// Adds hours to the nearest crossing as a covariate, where the study wants them and there are routes.
/// \param routes  nullptr: the study has no network.
void add_exposure(StudyFile const& study, Region const& region,
                  analysis::routes::Routes const* routes, analysis::risk::RiskInput& input);

/// 1: the study wants hours in the model of risk and has routes, but none for this commune that are to be believed.
geo::PerCommune<std::uint8_t> hours_missing(StudyFile const& study, Region const& region,
                                            analysis::routes::Routes const* routes);

}  // namespace marchland::study
