#include "study/input/weighed_effort.hpp"

#include "geo/gate/shown.hpp"

#include <map>

namespace marchland::study {
namespace {

constexpr double people_a_unit = 1000.0;

using Kinds = std::map<std::string, double>;

Kinds sums_of(std::vector<geo::EffortEntry> const& effort)
{
    Kinds sums;
    for (auto const& entry : effort) {
        sums[entry.kind] += entry.amount;
    }
    return sums;
}

std::string listed(Kinds const& kinds)
{
    std::string list;
    for (auto const& [kind, sum] : kinds) {
        list += (list.empty() ? "" : ", ") + kind;
    }
    return list;
}

/// As if all kinds had summed to the same over the region, and together to what they do.
Kinds even_say(Kinds const& sums, geo::Findings& findings)
{
    double all = 0.0;
    double kinds = 0.0;
    for (auto const& [kind, sum] : sums) {
        all += sum;
        kinds += sum > 0.0 ? 1.0 : 0.0;
    }
    Kinds weights;
    for (auto const& [kind, sum] : sums) {
        weights[kind] = sum > 0.0 && kinds > 1.0 ? all / (kinds * sum) : 1.0;
    }
    if (kinds > 1.0) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "effort-kinds",
             .layer = "effort",
             .field = "kind",
             .message = "the study does not say how much each kind of effort counts (" +
                        listed(sums) + "); over the region each is given the same weight",
             .action = "say it in a section [effort.kinds], a line for each kind: patrol = 1"});
    }
    return weights;
}

void say_unweighed(Kinds const& sums, Kinds const& weights, geo::Findings& findings)
{
    Kinds missing = sums;
    std::erase_if(missing, [&](auto const& one) { return weights.contains(one.first); });
    if (!missing.empty()) {
        findings.push_back(
            {.severity = geo::Severity::error,
             .rule = "effort-kind-unweighed",
             .layer = "effort",
             .field = "kind",
             .message = "found kinds that [effort.kinds] does not name: " + listed(missing),
             .action = "add a line for each, 0 where it should not count"});
    }
}

}  // namespace

void weigh_effort(EffortSettings const& settings, geo::Communes const& communes,
                  std::vector<geo::EffortEntry>& effort, geo::Findings& findings)
{
    auto const sums = sums_of(effort);
    bool const stated = !settings.kinds.empty();
    auto weights = stated ? settings.kinds : even_say(sums, findings);
    if (stated) {
        say_unweighed(sums, weights, findings);
    }
    for (auto& entry : effort) {
        entry.amount *= weights[entry.kind];
        if (settings.in_all) {
            double const people = communes.at_risk[entry.commune];
            entry.amount = people > 0.0 ? entry.amount * people_a_unit / people : 0.0;
        }
    }
}

}  // namespace marchland::study
