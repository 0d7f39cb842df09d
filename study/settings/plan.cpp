// [corridors], [posts], [plan] and [programmes] in study.toml.
#include "geo/vocabulary/calendar.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/settings/sections.hpp"

#include <cmath>

namespace marchland::study {
namespace {

constexpr std::array reach_names{std::string_view{"flow"}, std::string_view{"people"}};

void read_corridors(StudyToml& toml, StudyFile& study)
{
    toml.number("corridors", "alternatives", study.alternatives, 1, 20);
    toml.number("corridors", "theta", study.theta, 0.01, 100.0);
    toml.number("corridors", "worlds", study.worlds, 1, 100'000);
    toml.number("corridors", "detour", study.detour, 1.01, 5.0);
}

void read_posts(StudyToml& toml, PostSettings& posts)
{
    toml.number("posts", "count", posts.count, 0, 1000);
    toml.choice("posts", "reach", reach_names, posts.reach);
    toml.number("posts", "minutes", posts.minutes, 1.0, 6000.0);
    toml.number("posts", "robust", posts.robust, 0.0, 1.0);
    toml.texts("posts", "standing", posts.standing);
}

/// "2026-01-26", any day of the week, or "2026-01-26 team 2".
std::optional<analysis::outreach::WeekOff> week_off_in(std::string const& text, int teams)
{
    constexpr std::string_view of_team = " team ";
    constexpr std::size_t day_letters = 10;
    auto const day = geo::parse_day(text.substr(0, day_letters));
    if (!day || text.size() == day_letters) {
        return day ? std::optional{analysis::outreach::WeekOff{*day}} : std::nullopt;
    }
    auto const rest = std::string_view{text}.substr(day_letters);
    auto const team = rest.starts_with(of_team)
                          ? geo::number_in(std::string{rest.substr(of_team.size())})
                          : std::nullopt;
    return team && *team >= 1.0 && *team <= teams && *team == std::floor(*team)
               ? std::optional{analysis::outreach::WeekOff{*day, static_cast<int>(*team)}}
               : std::nullopt;
}

void read_calendar(StudyToml& toml, analysis::outreach::PlanOptions& plan)
{
    auto& calendar = plan.calendar;
    if (auto const start = toml.text("plan", "start")) {
        calendar.start = geo::parse_day(*start);
        if (!calendar.start) {
            toml.wrong("[plan] start = \"" + *start + "\": expected a day like 2026-01-05");
        }
    }
    Keys names;
    toml.texts("plan", "work_days", names);
    if (toml.has("plan", "work_days")) {
        std::string all;
        for (auto const& name : names) {
            all += name + ";";
        }
        auto const days = geo::Recurring::parse(all);
        if (days && days->ever()) {
            calendar.work_days = *days;
        } else {
            toml.wrong("[plan] work_days: expected days of the week, e.g. work_days = "
                       "[\"mon\", \"tue\", \"sat\"]");
        }
    }
    Keys weeks;
    toml.texts("plan", "weeks_off", weeks);
    for (auto const& week : weeks) {
        if (auto const off = week_off_in(week, plan.teams)) {
            calendar.weeks_off.push_back(*off);
        } else {
            toml.wrong("[plan] weeks_off: \"" + week +
                       "\" is no week of the plan; expected a day of it, and the team where it is "
                       "not all of them: \"2026-01-26\" or \"2026-01-26 team 2\", teams 1 to " +
                       std::to_string(plan.teams));
        }
    }
    if (!calendar.start && (toml.has("plan", "weeks_off") || toml.has("plan", "work_days")) &&
        !toml.has("plan", "start")) {
        toml.wrong("[plan] weeks_off and work_days count from a start; expected also start = "
                   "\"2026-01-05\"");
    }
}

}  // namespace

std::string_view name_of(PostsReach reach)
{
    return reach_names.at(static_cast<std::size_t>(reach));
}

std::string told(analysis::outreach::Calendar const& calendar)
{
    if (!calendar.start) {
        return "";
    }
    auto words =
        " start=" + geo::text_of(*calendar.start) + " work_days=" + calendar.work_days.text();
    for (auto const& off : calendar.weeks_off) {
        words += (&off == calendar.weeks_off.data() ? " weeks_off=" : ",") + geo::text_of(off.day) +
                 (off.team > 0 ? "/" + std::to_string(off.team) : "");
    }
    return words;
}

void read_plan(StudyToml& toml, StudyFile& study)
{
    read_corridors(toml, study);
    read_posts(toml, study.posts);
    study.has_plan = toml.is_section("plan");
    auto& plan = study.plan;
    toml.number("plan", "team_days", plan.team_days, 0.0, 1e6);
    toml.number("plan", "teams", plan.teams, 1, 1000);
    toml.number("plan", "exploration", plan.exploration, 0.0, 1.0);
    toml.number("plan", "visit_days", plan.visit_days, 0.01, 366.0);
    toml.number("plan", "hours_a_day", plan.hours_a_day, 0.5, 24.0);
    toml.number("plan", "visits", plan.visits, 1, 12);
    toml.number("plan", "reached", plan.reached, 0.01, 1.0);
    toml.number("plan", "district_minimum", plan.district_minimum, 0, 1000);
    toml.number("plan", "day_cost", plan.day_cost, 0.0, 1e6);
    read_calendar(toml, plan);
    auto& programmes = study.programmes;
    toml.number("programmes", "limit_hours", programmes.limit_hours, 1.0, 100.0);
    toml.number("programmes", "fresh_months", programmes.fresh_months, 1, 120);
    toml.number("programmes", "visit_months", programmes.visit_months, 1, 120);
    if (auto const several = toml.list("plan", "base")) {
        study.plan_bases = *several;
    } else if (auto const base = toml.text("plan", "base")) {
        study.plan_bases = {*base};
    }
}

}  // namespace marchland::study
