// [corridors], [posts] and [plan] in study.toml.
#include "study/settings/sections.hpp"

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

}  // namespace

std::string_view name_of(PostsReach reach)
{
    return reach_names.at(static_cast<std::size_t>(reach));
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
    if (auto const several = toml.list("plan", "base")) {
        study.plan_bases = *several;
    } else if (auto const base = toml.text("plan", "base")) {
        study.plan_bases = {*base};
    }
}

}  // namespace marchland::study
