#include "analysis/programmes/waiting_times.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace marchland::analysis::programmes {
namespace {

using geo::Waiting;
using geo::WaitingKind;

geo::Day counted_on(Waiting const& row)
{
    return row.dated.as_of.value_or(geo::last_day(row.period.to));
}

/// Whether all, some or none of a band is late.
enum class Late : std::uint8_t { none, some, all };

Late late_of(Waiting const& row)
{
    if (!row.band) {
        return Late::some;
    }
    auto const [from, to] = *row.band;
    if (row.kind == WaitingKind::answer) {
        return from > answer_days ? Late::all : !to || *to > answer_days ? Late::some : Late::none;
    }
    return to && *to < notice_days ? Late::all : from < notice_days ? Late::some : Late::none;
}

/// Entries of a period grow stale by the day on which they were counted, stated or not.
geo::Dated dated(Waiting const& row)
{
    return {counted_on(row), row.dated.expires};
}

}  // namespace

std::vector<WaitingTime> waiting_times(std::span<Waiting const> waiting, FreshnessRule const& rule)
{
    std::map<std::tuple<geo::Month, geo::Month, WaitingKind>, WaitingTime> groups;
    for (auto const& row : waiting) {
        auto const [at, is_new] = groups.try_emplace({row.period.from, row.period.to, row.kind},
                                                     WaitingTime{.period = row.period,
                                                                 .kind = row.kind,
                                                                 .all = {},
                                                                 .late = {},
                                                                 .as_of = counted_on(row)});
        auto& group = at->second;
        auto const late = late_of(row);
        group.all.add({row.lower, row.upper});
        group.late.add({late == Late::all ? row.lower : 0.0, late == Late::none ? 0.0 : row.upper});
        group.as_of = std::max(group.as_of, counted_on(row));
        group.freshness = std::max(group.freshness, freshness_of(dated(row), rule));
    }
    std::vector<WaitingTime> times;
    for (auto& [key, group] : groups) {
        times.push_back(group);
    }
    return times;
}

std::vector<AnswerDue> answers_due(std::span<Waiting const> waiting)
{
    std::optional<geo::Day> last;
    for (auto const& row : waiting) {
        if (row.kind == WaitingKind::answer) {
            last = std::max(last, std::optional{counted_on(row)});
        }
    }
    std::vector<AnswerDue> all;
    for (auto const& row : waiting) {
        bool const ahead = row.kind == WaitingKind::answer && row.band && row.upper > 0.0;
        if (!ahead || counted_on(row) != *last) {
            continue;
        }
        using std::chrono::days;
        auto const on_day = [&last](int waited) { return *last + days{answer_days - waited}; };
        auto const earliest =
            row.band->to ? std::optional{on_day(*row.band->to)} : std::optional<geo::Day>{};
        all.push_back({earliest, on_day(row.band->from), {row.lower, row.upper}});
    }
    std::ranges::stable_sort(all, {}, [](AnswerDue const& one) {
        return std::pair{one.from, one.to};
    });
    return all;
}

}  // namespace marchland::analysis::programmes
