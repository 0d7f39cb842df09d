#include "study/rows/risk_input.hpp"

#include "analysis/rates/age_sex.hpp"
#include "analysis/rates/counts.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <cmath>

namespace marchland::study {
namespace {

/// On the scale of the model; NaN where no crossing can be reached, or the hours are not to be believed.
geo::PerCommune<double> hours_to_crossing(analysis::routes::Routes const& routes,
                                          std::size_t communes)
{
    geo::PerCommune<double> scaled{communes, geo::unknown};
    for (auto const id : scaled.ids()) {
        auto const& hours = routes.exposure.to_crossing[id];
        auto const nearest = analysis::routes::nearest_of(hours);
        if (nearest && !routes.doubts.doubtful(id)) {
            scaled[id] = analysis::risk::exposure_scale(hours[*nearest]);
        }
    }
    return scaled;
}

bool wants_hours(StudyFile const& study, Region const& region,
                 analysis::routes::Routes const* routes)
{
    return study.use_exposure && routes != nullptr && region.crossings.size() > 0;
}

}  // namespace

analysis::risk::RiskInput risk_input(Region const& region,
                                     analysis::neighbours::Neighbours const& near,
                                     geo::Period const& window, geo::Findings& findings,
                                     double half_life_years)
{
    auto const communes = region.communes.size();
    auto counts = analysis::rates::count_cases(region.cases, communes, window, half_life_years);
    analysis::risk::RiskInput input{.cases = std::move(counts.cases),
                                    .at_risk = region.communes.at_risk,
                                    .years = analysis::rates::years_in(window, half_life_years),
                                    .near = near};
    if (half_life_years == 0.0) {
        input.hidden = std::move(counts.hidden);
        input.hidden_most = std::move(counts.hidden_most);
    }
    if (region.has("effort")) {
        input.effort =
            analysis::rates::sum_effort(region.effort, communes, window, half_life_years);
    }
    if (!region.people.empty()) {
        input.structure =
            analysis::rates::structure_of(region.people, region.cases, communes, window, findings);
    }
    for (auto const& indicator : region.indicators) {
        if (indicator.in_model) {
            input.covariates.push_back(
                {{indicator.name, indicator.value}, analysis::risk::Layer::vulnerability});
        }
    }
    return input;
}

void add_exposure(StudyFile const& study, Region const& region,
                  analysis::routes::Routes const* routes, analysis::risk::RiskInput& input)
{
    if (wants_hours(study, region, routes)) {
        input.covariates.push_back(
            {{"hours to the nearest crossing", hours_to_crossing(*routes, region.communes.size())},
             analysis::risk::Layer::exposure});
    }
}

geo::PerCommune<std::uint8_t> hours_missing(StudyFile const& study, Region const& region,
                                            analysis::routes::Routes const* routes)
{
    geo::PerCommune<std::uint8_t> missing{region.communes.size(), 0};
    if (wants_hours(study, region, routes)) {
        auto const hours = hours_to_crossing(*routes, region.communes.size());
        for (auto const id : missing.ids()) {
            missing[id] = std::isnan(hours[id]) ? 1 : 0;
        }
    }
    return missing;
}

}  // namespace marchland::study
