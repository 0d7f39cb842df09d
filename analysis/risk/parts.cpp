#include "analysis/risk/parts.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <cmath>

namespace marchland::analysis::risk {
namespace {

using geo::CommuneId;
using geo::PerCommune;

bool known(double people)
{
    return people > 0.0 && std::isfinite(people);
}

double or_else(PerCommune<double> const& column, CommuneId id, double otherwise)
{
    return column.empty() || std::isnan(column[id]) ? otherwise : column[id];
}

void check(RiskInput const& input)
{
    auto const n = input.cases.size();
    auto const fits = [n](auto const& column) { return column.empty() || column.size() == n; };
    bool right = input.at_risk.size() == n && fits(input.effort) && fits(input.hidden) &&
                 fits(input.hidden_most) && fits(input.structure) && fits(input.near);
    for (auto const& one : input.covariates) {
        right = right && one.covariate.values.size() == n;
    }
    if (!right) {
        throw geo::Error{geo::Trouble::usage,
                         "risk needs one figure of each kind for each commune"};
    }
}

/// Somebody was found although no effort is on record: the average effort is the fairest guess.
bool effort_guessed(RiskInput const& input, CommuneId id)
{
    return input.effort[id] == 0.0 && input.cases[id] > 0.0;
}

/// Effort relative to its mean over people; 1 in a study without effort.
double effort_share(RiskInput const& input, CommuneId id, double mean)
{
    if (input.effort.empty() || effort_guessed(input, id)) {
        return 1.0;
    }
    return mean > 0.0 ? input.effort[id] / mean : 0.0;
}

PerCommune<double> exposures(RiskInput const& input)
{
    PerCommune<double> exposure{input.cases.size(), geo::unknown};
    double people = 0.0;
    double weighted = 0.0;
    // So weighed the shares have the mean 1, and persons expected at even effort sum to those found.
    for (auto const id : exposure.ids()) {
        if (known(input.at_risk[id]) && !input.effort.empty() && !effort_guessed(input, id)) {
            double const weight = input.at_risk[id] * or_else(input.structure, id, 1.0);
            people += weight;
            weighted += weight * input.effort[id];
        }
    }
    double const mean = weighted > 0.0 ? weighted / people : 0.0;
    for (auto const id : exposure.ids()) {
        if (known(input.at_risk[id])) {
            exposure[id] = input.at_risk[id] * input.years * effort_share(input, id, mean);
        }
    }
    return exposure;
}

}  // namespace

Exposed exposed_of(RiskInput const& input)
{
    check(input);
    Exposed exposed{exposures(input), 0.0};
    double cases = 0.0;
    double exposure = 0.0;
    for (auto const id : exposed.exposure.ids()) {
        if (known(input.at_risk[id])) {
            cases += input.cases[id];
            exposure += exposed.exposure[id] * or_else(input.structure, id, 1.0);
        }
    }
    exposed.region_rate = exposure > 0.0 ? cases / exposure : 0.0;
    return exposed;
}

Parts parts_of(RiskInput const& input)
{
    Parts parts{exposed_of(input), {}};
    auto const& [exposure, region_rate] = parts.exposed;
    double cases = 0.0;
    for (auto const id : exposure.ids()) {
        if (known(input.at_risk[id])) {
            cases += input.cases[id];
            double const structure = or_else(input.structure, id, 1.0);
            parts.list.push_back({id,
                                  input.at_risk[id],
                                  structure,
                                  {input.cases[id], exposure[id] * structure * region_rate},
                                  or_else(input.hidden, id, 0.0),
                                  or_else(input.hidden_most, id, 0.0),
                                  exposure[id] > 0.0});
        }
    }
    // Without a case, or alone, no commune is above or below another.
    bool const comparable = cases > 0.0 && parts.list.size() > 1;
    for (auto& part : parts.list) {
        part.ranked = part.looked && comparable;
    }
    return parts;
}

}  // namespace marchland::analysis::risk
