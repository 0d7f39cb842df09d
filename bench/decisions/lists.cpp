#include "bench/decisions/lists.hpp"

#include "analysis/hotspots/hotspots.hpp"
#include "analysis/rates/rates.hpp"
#include "analysis/risk/risk.hpp"
#include "analysis/scan/scan.hpp"

#include <algorithm>

namespace marchland::decisions {
namespace {

/// People x years, or people x years x effort over its mean.
geo::PerCommune<double> exposure(Seen const& seen, bool by_effort)
{
    auto const& people = seen.border.communes.at_risk;
    auto shown = people;
    double all = 0.0;
    double weighted = 0.0;
    for (auto const id : people.ids()) {
        all += people[id];
        weighted += people[id] * seen.effort[id];
    }
    for (auto const id : people.ids()) {
        shown[id] *= seen.years * (by_effort ? seen.effort[id] * all / weighted : 1.0);
    }
    return shown;
}

Score times_people(Seen const& seen, geo::PerCommune<double> const& rate)
{
    auto score = rate;
    for (auto const id : score.ids()) {
        score[id] *= seen.border.communes.at_risk[id];
    }
    return score;
}

analysis::rates::Rates rates_in(Seen const& seen, bool by_effort)
{
    return analysis::rates::rates_of(seen.cases, exposure(seen, by_effort), seen.border.near);
}

analysis::risk::RiskInput input_of(Seen const& seen)
{
    return {.cases = seen.cases,
            .at_risk = seen.border.communes.at_risk,
            .effort = seen.effort,
            .years = seen.years,
            .near = seen.border.near};
}

Score ours(analysis::risk::RiskInput const& input, analysis::risk::RiskModel model,
           std::uint64_t seed)
{
    return analysis::risk::risk_of(input, {.draws = 1, .seed = seed, .model = model}).expected;
}

/// The found ones first, the surer group before the weaker; within a group by expected persons.
Score found_first(Score score, geo::PerCommune<int> const& group)
{
    double const most = *std::ranges::max_element(score);
    for (auto const id : score.ids()) {
        score[id] += group[id] > 0 ? most * (1.0 + 1.0 / group[id]) : 0.0;
    }
    return score;
}

Score by_hotspots(Seen const& seen)
{
    auto const rates = rates_in(seen, true);
    auto const found = analysis::hotspots::find_hotspots(rates.standardised, seen.border.near,
                                                         {.test = {.seed = seen.seed}});
    geo::PerCommune<int> group{seen.cases.size(), 0};
    for (auto const id : group.ids()) {
        group[id] = found.hotspot[id] == analysis::hotspots::Pattern::high_high ? 1 : 0;
    }
    return found_first(times_people(seen, rates.eb), group);
}

Score by_scan(Seen const& seen)
{
    geo::PerCommune<std::uint32_t> cases;
    for (double const count : seen.cases) {
        cases.push_back(static_cast<std::uint32_t>(count));
    }
    auto const scan = analysis::scan::scan_poisson(
        cases, exposure(seen, true), analysis::scan::circular_windows(seen.border.communes.centre),
        {.seed = seen.seed});
    geo::PerCommune<int> group{seen.cases.size(), 0};
    int number = 0;
    for (auto const& cluster : scan.clusters) {
        ++number;
        for (auto const id : cluster.members) {
            if (cluster.p_value <= 0.05 && group[id] == 0) {
                group[id] = number;
            }
        }
    }
    return found_first(times_people(seen, rates_in(seen, true).eb), group);
}

}  // namespace

Seen seen_in(Border const& border, analysis::simulation::World const& world, std::uint64_t seed)
{
    Seen seen{border,          geo::PerCommune<double>{border.communes.size(), 0.0}, world.effort,
              world.indicator, static_cast<double>(world.detected.size()),           seed};
    for (auto const& year : world.detected) {
        for (auto const id : year.ids()) {
            seen.cases[id] += year[id];
        }
    }
    return seen;
}

std::vector<Rule> rules()
{
    return {{"ours (BYM2, effort, neighbours)",
             [](Seen const& seen) {
                 return ours(input_of(seen), analysis::risk::RiskModel::bym2, seen.seed);
             }},
            {"ours, gamma-Poisson",
             [](Seen const& seen) {
                 return ours(input_of(seen), analysis::risk::RiskModel::gamma_poisson, seen.seed);
             }},
            {"crude rate", [](Seen const& seen) { return rates_in(seen, false).crude; }},
            {"raw counts", [](Seen const& seen) { return seen.cases; }},
            {"EB x people",
             [](Seen const& seen) { return times_people(seen, rates_in(seen, false).eb); }},
            {"EB with effort x people",
             [](Seen const& seen) { return times_people(seen, rates_in(seen, true).eb); }},
            {"local Moran hotspots, then EB with effort", by_hotspots},
            {"scan clusters, then EB with effort", by_scan}};
}

Rule with_indicator()
{
    return {"ours with the indicator", [](Seen const& seen) {
                auto input = input_of(seen);
                input.covariates.push_back(
                    {{"indicator", seen.indicator}, analysis::risk::Layer::vulnerability});
                return ours(input, analysis::risk::RiskModel::bym2, seen.seed);
            }};
}

}  // namespace marchland::decisions
