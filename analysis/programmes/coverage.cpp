#include "analysis/programmes/coverage.hpp"

#include "geo/vocabulary/error.hpp"

#include <cmath>
#include <map>

namespace marchland::analysis::programmes {
namespace {

constexpr double one_hour = 1.0;
constexpr double normal_95 = 1.6448536269514722;  // a tenth of a normal variable lies beyond ± this

void check(CoverageInput const& input, CoverageOptions const& options)
{
    auto const n = input.at_risk.size();
    bool const sizes =
        input.hours.size() == n && (input.doubted.empty() || input.doubted.size() == n);
    bool const ranges = options.limit_hours >= one_hour && options.speed_spread >= 0.0;
    for (auto const& hours : input.hours) {
        if (hours.size() != input.services.size()) {
            throw geo::Error{geo::Trouble::usage, "coverage: hours to each service are needed"};
        }
    }
    if (!sizes || !ranges) {
        throw geo::Error{
            geo::Trouble::usage,
            "coverage: sizes differ, the limit is below an hour, or the spread is negative"};
    }
}

Reach reach_of(NearestService const& nearest, double limit)
{
    // A place that may lie on either side of a line is on neither.
    return nearest.upper <= one_hour                            ? Reach::within_hour
           : nearest.lower > limit                              ? Reach::beyond_limit
           : nearest.lower > one_hour && nearest.upper <= limit ? Reach::within_limit
                                                                : Reach::cannot_tell;
}

NearestService nearest_of(std::vector<std::size_t> const& open, std::vector<double> const& hours,
                          bool doubted, CoverageOptions const& options)
{
    NearestService nearest;
    if (open.empty()) {
        nearest.reach = Reach::no_service;
        return nearest;
    }
    for (auto const service : open) {
        if (std::isfinite(hours[service]) &&
            (!nearest.service || hours[service] < hours[*nearest.service])) {
            nearest.service = service;
        }
    }
    if (!nearest.service || doubted) {
        nearest.service.reset();
        return nearest;
    }
    double const factor = std::exp(normal_95 * options.speed_spread);
    nearest.hours = hours[*nearest.service];
    nearest.lower = nearest.hours / factor;
    nearest.upper = nearest.hours * factor;
    nearest.reach = reach_of(nearest, options.limit_hours);
    return nearest;
}

/// Counts persons for whom hours are beyond a line; `within` the rest.
void count(NearestService const& nearest, double line, double persons, Persons& beyond,
           Persons* within)
{
    bool const is = nearest.hours > line;
    bool const surely = nearest.lower > line;
    bool const possibly = nearest.upper > line;
    beyond.value += is ? persons : 0.0;
    beyond.lower += surely ? persons : 0.0;
    beyond.upper += possibly ? persons : 0.0;
    if (within != nullptr) {
        within->value += is ? 0.0 : persons;
        within->lower += possibly ? 0.0 : persons;
        within->upper += surely ? 0.0 : persons;
    }
}

void add(NearestService const& nearest, double persons, CoverageOptions const& options,
         KindCoverage& sum)
{
    if (nearest.reach == Reach::no_service) {
        for (auto* const beyond : {&sum.beyond_hour, &sum.beyond_limit}) {
            beyond->value += persons;
            beyond->lower += persons;
            beyond->upper += persons;
        }
    } else if (nearest.reach == Reach::not_known) {
        sum.not_known += persons;
        for (auto* const possible : {&sum.within_hour, &sum.beyond_hour, &sum.beyond_limit}) {
            possible->upper += persons;
        }
    } else {
        count(nearest, one_hour, persons, sum.beyond_hour, &sum.within_hour);
        count(nearest, options.limit_hours, persons, sum.beyond_limit, nullptr);
    }
}

}  // namespace

std::vector<KindCoverage> coverage_of(CoverageInput const& input, CoverageOptions const& options)
{
    check(input, options);
    std::map<std::string, std::vector<std::size_t>> open_of_kind;
    for (std::size_t i = 0; i < input.services.size(); ++i) {
        if (!input.services[i].placed) {
            continue;
        }
        auto& open = open_of_kind[input.services[i].kind];
        if (input.services[i].open) {
            open.push_back(i);
        }
    }
    std::vector<KindCoverage> all;
    for (auto const& [kind, open] : open_of_kind) {
        KindCoverage sum{.kind = kind,
                         .open = open.size(),
                         .nearest = geo::PerCommune<NearestService>{input.at_risk.size()},
                         .within_hour = {},
                         .beyond_hour = {},
                         .beyond_limit = {}};
        for (auto const id : input.at_risk.ids()) {
            bool const doubted = !input.doubted.empty() && input.doubted[id] != 0;
            sum.nearest[id] = nearest_of(open, input.hours[id], doubted, options);
            if (std::isfinite(input.at_risk[id])) {
                add(sum.nearest[id], input.at_risk[id], options, sum);
            }
        }
        all.push_back(std::move(sum));
    }
    return all;
}

}  // namespace marchland::analysis::programmes
