#include "analysis/programmes/donor_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace marchland::analysis::programmes {
namespace {

using geo::Activity;
using geo::ActivityUnit;

using LineKey = std::tuple<std::string, std::string, geo::Month, geo::Month, ActivityUnit,
                           std::vector<std::string>>;

LineKey key_of(Activity const& activity)
{
    return {activity.kind,      activity.actor, activity.period.from,
            activity.period.to, activity.unit,  activity.populations};
}

/// Adds what a row says, and counts it where it says nothing.
void add(double value, double& sum, std::size_t& missing)
{
    if (std::isnan(value)) {
        ++missing;
    } else {
        sum = std::isnan(sum) ? value : sum + value;
    }
}

DonorLine line_of(std::vector<Activity const*> const& rows, FreshnessRule const& rule)
{
    auto const& first = *rows.front();
    DonorLine line{.kind = first.kind,
                   .actor = first.actor,
                   .period = first.period,
                   .unit = first.unit,
                   .populations = first.populations,
                   .entries = rows.size()};
    std::set<geo::CommuneId> communes;
    for (auto const* const row : rows) {
        if (row->commune) {
            communes.insert(*row->commune);
        }
        line.everywhere = line.everywhere || row->everywhere;
        add(row->planned, line.planned, line.planned_missing);
        add(row->done, line.done, line.done_missing);
        if (!std::isnan(row->reached)) {
            bool const is_first = std::isnan(line.reached_upper);
            line.reached_lower =
                is_first ? row->reached : std::max(line.reached_lower, row->reached);
            line.reached_upper = is_first ? row->reached : line.reached_upper + row->reached;
        }
        line.freshness = std::max(line.freshness, freshness_of(*row, rule));
    }
    line.communes = communes.size();
    return line;
}

double persons_beside(DonorLine const& copies, std::vector<DonorLine> const& all)
{
    double most = copies.reached_upper;
    for (auto const& other : all) {
        bool const same = other.kind == copies.kind && other.actor == copies.actor &&
                          other.period.overlap(copies.period) > 0;
        if (same && other.unit == ActivityUnit::person && !std::isnan(other.done)) {
            most = std::isnan(most) ? other.done : std::max(most, other.done);
        }
    }
    return most;
}

}  // namespace

std::vector<DonorLine> donor_lines(std::span<Activity const> activities, FreshnessRule const& rule)
{
    std::map<LineKey, std::vector<Activity const*>> groups;
    for (auto const& activity : activities) {
        groups[key_of(activity)].push_back(&activity);
    }
    std::vector<DonorLine> lines;
    for (auto const& [key, rows] : groups) {
        lines.push_back(line_of(rows, rule));
    }
    for (auto& line : lines) {
        if (line.unit == ActivityUnit::copy && line.done > 0.0) {
            line.persons_a_copy = persons_beside(line, lines) / line.done;
        }
    }
    return lines;
}

}  // namespace marchland::analysis::programmes
