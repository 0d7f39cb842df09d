#include "analysis/outreach/plan.hpp"

#include "analysis/numerics/binary_program.hpp"
#include "analysis/outreach/schedule.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace marchland::analysis::outreach {
namespace {

using geo::CommuneId;
using geo::Error;
using geo::Trouble;

constexpr std::size_t most_left_out = 20;
constexpr double slack_days = 1e-9;

/// A visit that could be made.
struct Offer {
    CommuneId commune{};
    int number = 1;
    double days = 0.0;
    double share = 0.0;  ///< of the commune's persons that it reaches
    double reach = 0.0;
    bool known = true;  ///< evidence strong or moderate
};

void check(PlanInput const& input, PlanOptions const& options)
{
    auto const n = input.expected.size();
    if (input.evidence.size() != n || input.travel_hours.size() != n ||
        input.district.size() != n || input.expected_lower.size() != n ||
        input.expected_upper.size() != n) {
        throw Error{Trouble::usage,
                    "a plan needs as many figures of evidence, travel and district as communes"};
    }
    auto const need = [](bool right, std::string const& key, double found,
                         std::string const& expected) {
        if (!right) {
            throw Error{Trouble::usage,
                        "plan: " + key + " is " + geo::told(found) + "; expected " + expected};
        }
    };
    auto const fits = [n](auto const& column) { return column.empty() || column.size() == n; };
    if (!fits(input.open) || !fits(input.visited) || !fits(input.market)) {
        throw Error{Trouble::usage, "a plan needs as many visits and market days as communes"};
    }
    if (options.calendar.start && !options.calendar.work_days.ever()) {
        throw Error{Trouble::usage, "a plan with a start needs a day of the week at work"};
    }
    need(options.team_days >= 0.0 && options.team_days <= 1e6, "team_days", options.team_days,
         "0 to 1000000");
    need(options.teams >= 1 && options.teams <= 1000, "teams", options.teams, "1 to 1000");
    need(options.visit_days > 0.0 && options.visit_days <= 366.0, "visit_days", options.visit_days,
         "above 0, up to 366");
    need(options.hours_a_day > 0.0 && options.hours_a_day <= 24.0, "hours_a_day",
         options.hours_a_day, "above 0, up to 24");
    need(options.visits >= 1 && options.visits <= 12, "visits", options.visits, "1 to 12");
    need(options.reached > 0.0 && options.reached <= 1.0, "reached", options.reached,
         "above 0, up to 1");
    need(options.exploration >= 0.0 && options.exploration <= 1.0, "exploration",
         options.exploration, "0 to 1");
    need(options.district_minimum >= 0 && options.district_minimum <= 1000, "district_minimum",
         options.district_minimum, "0 to 1000");
    need(options.day_cost >= 0.0 && std::isfinite(options.day_cost), "day_cost", options.day_cost,
         "0 or more");
}

bool well_known(risk::Evidence evidence)
{
    return evidence == risk::Evidence::strong || evidence == risk::Evidence::moderate;
}

/// A visit with the way there and back.
double days_of(double travel_hours, PlanOptions const& options)
{
    return options.visit_days + 2.0 * travel_hours / options.hours_a_day;
}

double days_a_team(PlanOptions const& options)
{
    return options.team_days / options.teams;
}

/// Share of a year's persons that earlier visits have not reached.
double left_by_visits(CommuneId id, PlanInput const& input, double reached)
{
    double left = 1.0;
    if (!input.visited.empty()) {
        for (double const years : input.visited[id]) {
            left *= 1.0 - reached * std::max(0.0, 1.0 - years);
        }
    }
    return left;
}

/// Infinite where nobody has been.
double years_since_visit(CommuneId id, PlanInput const& input)
{
    return input.visited.empty() || input.visited[id].empty() ? geo::infinite
                                                              : std::ranges::min(input.visited[id]);
}

/// Persons a year that the first visit reaches.
double first_reach(CommuneId id, PlanInput const& input, PlanOptions const& options)
{
    return input.expected[id] * options.reached * left_by_visits(id, input, options.reached);
}

/// All visits that one team could make at all.
std::vector<Offer> offers_of(PlanInput const& input, PlanOptions const& options)
{
    std::vector<Offer> offers;
    for (auto const id : input.expected.ids()) {
        double const days = days_of(input.travel_hours[id], options);
        if (std::isnan(input.expected[id]) || days > days_a_team(options) + slack_days) {
            continue;
        }
        double left = left_by_visits(id, input, options.reached);
        for (int number = 1; number <= options.visits; ++number) {
            double const share = left * options.reached;
            offers.push_back({id, number, days, share, input.expected[id] * share,
                              well_known(input.evidence[id])});
            left -= share;
        }
    }
    return offers;
}

/// What a visit teaches: first where nobody has looked, then by what is open and was not just looked at; of equals
/// where the last visit is longest ago, and where there were fewest.
std::tuple<bool, double, double, double> to_be_learned(CommuneId id, PlanInput const& input,
                                                       double reached)
{
    double const years = years_since_visit(id, input);
    double const open = input.open.empty() ? std::sqrt(input.expected_upper[id]) -
                                                 std::sqrt(input.expected_lower[id])
                                           : input.open[id];
    double const visits =
        input.visited.empty() ? 0.0 : static_cast<double>(input.visited[id].size());
    return {input.evidence[id] == risk::Evidence::none && std::isinf(years),
            std::isnan(open) ? 0.0 : open * left_by_visits(id, input, reached), years, -visits};
}

/// Puts the visits that fill the days kept for exploration first, and says how many they are.
std::size_t explored_first(std::vector<Offer>& offers, PlanInput const& input,
                           PlanOptions const& options)
{
    auto const may = [&](Offer const& offer) { return !offer.known && offer.number == 1; };
    auto const end = std::ranges::stable_partition(offers, may).begin();
    std::ranges::stable_sort(offers.begin(), end, std::greater{}, [&](Offer const& offer) {
        return to_be_learned(offer.commune, input, options.reached);
    });
    double left = options.exploration * options.team_days + slack_days;
    auto const taken = std::stable_partition(offers.begin(), end, [&left](Offer const& offer) {
        bool const fits = offer.days <= left;
        left -= fits ? offer.days : 0.0;
        return fits;
    });
    return static_cast<std::size_t>(taken - offers.begin());
}

/// \param explored  so many offers at the front are visits already.
numerics::BinaryProgram program_of(std::vector<Offer> const& offers, std::size_t explored,
                                   PlanInput const& input, PlanOptions const& options)
{
    numerics::BinaryProgram program;
    numerics::BinaryProgram::Limit all{.most = options.team_days};
    std::map<std::string, numerics::BinaryProgram::Limit> districts;
    std::map<std::string, double> served;
    for (std::size_t o = 0; o < explored; ++o) {
        all.most -= offers[o].days;
        served[input.district[offers[o].commune]] += 1.0;
    }
    all.most = std::max(0.0, all.most);
    for (std::size_t o = explored; o < offers.size(); ++o) {
        auto const& offer = offers[o];
        program.worth.push_back(offer.reach - options.day_cost * offer.days);
        all.uses.emplace_back(o - explored, offer.days);
        if (auto const& district = input.district[offer.commune]; !district.empty()) {
            districts[district].uses.emplace_back(o - explored, 1.0);
        }
    }
    program.limits = {std::move(all)};
    for (auto& [name, limit] : districts) {
        limit.least = std::min(options.district_minimum - served[name],
                               static_cast<double>(limit.uses.size()));
        if (limit.least > 0.0) {
            program.limits.push_back(std::move(limit));
        }
    }
    return program;
}

/// The fewest days in which every district gets its visits.
double days_for_districts(std::vector<Offer> const& offers, PlanInput const& input,
                          PlanOptions const& options)
{
    std::map<std::string, std::vector<double>> days;
    for (auto const& offer : offers) {
        if (auto const& district = input.district[offer.commune]; !district.empty()) {
            days[district].push_back(offer.days);
        }
    }
    double needed = 0.0;
    for (auto& [name, list] : days) {
        std::ranges::sort(list);
        for (std::size_t v = 0;
             v < std::min(list.size(), static_cast<std::size_t>(options.district_minimum)); ++v) {
            needed += list[v];
        }
    }
    return needed;
}

/// What is chosen of all offers, exploration included.
numerics::BinaryChoice solve(std::vector<Offer> const& offers, std::size_t explored,
                             PlanInput const& input, PlanOptions const& options,
                             geo::Job const& job)
{
    auto choice = numerics::best_choice(program_of(offers, explored, input, options), job);
    if (!choice.feasible) {
        double const needed = days_for_districts(offers, input, options);
        std::string words = "the plan asks for " + std::to_string(options.district_minimum) +
                            " visits in every former district";
        words += needed > options.team_days + slack_days
                     ? ", which takes at least " + geo::fixed(needed, 1) +
                           " team-days; there are " + geo::fixed(options.team_days, 1)
                     : ", which does not fit beside the share kept for communes of which little is "
                       "known";
        throw Error{Trouble::findings,
                    words + ". Give more days, or lower district_minimum or exploration"};
    }
    choice.chosen.insert(choice.chosen.begin(), explored, true);
    for (std::size_t o = 0; o < explored; ++o) {
        double const worth = offers[o].reach - options.day_cost * offers[o].days;
        choice.worth += worth;
        choice.bound += worth;
    }
    return choice;
}

/// ", last visited 40 days before"; nothing where nobody has been.
std::string last_visit_words(CommuneId id, PlanInput const& input)
{
    double const years = years_since_visit(id, input);
    return std::isinf(years)
               ? ""
               : ", last visited " + geo::fixed(years * std::chrono::days{365}.count(), 0) +
                     " days before";
}

std::string reason_of(Offer const& offer, bool to_learn, PlanInput const& input)
{
    std::string const learn = !to_learn ? ""
                              : input.evidence[offer.commune] != risk::Evidence::none
                                  ? "to learn, little is known: "
                              : std::isinf(years_since_visit(offer.commune, input))
                                  ? "to learn, nobody has looked there: "
                                  : "to learn, no search on record but visits: ";
    std::string words = learn;
    if (std::isnan(input.expected_upper[offer.commune])) {
        words += "nothing tells how many persons";
    } else {
        words += geo::fixed(input.expected[offer.commune], 2) + " persons a year expected (" +
                 geo::fixed(input.expected_lower[offer.commune], 2) + " to " +
                 geo::fixed(input.expected_upper[offer.commune], 2) + "), evidence " +
                 std::string{name_of(input.evidence[offer.commune])} + ", " +
                 geo::fixed(offer.reach / offer.days, 3) + " reached a team-day";
    }
    words += last_visit_words(offer.commune, input);
    if (offer.number > 1) {
        words += ", visit " + std::to_string(offer.number);
    }
    return words;
}

/// Longest processing time first: each to the team that is free first.
void share_out(Plan& plan, int teams)
{
    std::vector<Visit*> longest;
    for (auto& visit : plan.visits) {
        longest.push_back(&visit);
    }
    std::ranges::stable_sort(longest, std::greater{},
                             [](Visit const* visit) { return visit->days; });
    plan.team_ends.assign(static_cast<std::size_t>(teams), 0.0);
    for (auto* const visit : longest) {
        auto const free = std::ranges::min_element(plan.team_ends);
        visit->team = static_cast<int>(free - plan.team_ends.begin()) + 1;
        *free += visit->days;
    }
}

void take(Plan& plan, std::vector<Offer> const& offers, std::size_t explored,
          numerics::BinaryChoice const& choice, PlanInput const& input)
{
    for (std::size_t o = 0; o < offers.size(); ++o) {
        if (!choice.chosen[o]) {
            continue;
        }
        auto const& offer = offers[o];
        plan.visits.push_back({.commune = offer.commune,
                               .number = offer.number,
                               .days = offer.days,
                               .reach = offer.reach,
                               .reach_lower = input.expected_lower[offer.commune] * offer.share,
                               .reach_upper = input.expected_upper[offer.commune] * offer.share,
                               .to_learn = o < explored,
                               .reason = reason_of(offer, o < explored, input)});
        plan.days += offer.days;
        plan.reach += offer.reach;
    }
    std::ranges::stable_sort(plan.visits, std::greater{},
                             [](Visit const& visit) { return visit.reach / visit.days; });
    plan.gap = choice.worth > 0.0 ? std::max(0.0, choice.bound / choice.worth - 1.0) : 0.0;
}

std::string why_not(CommuneId id, PlanInput const& input, PlanOptions const& options)
{
    double const days = days_of(input.travel_hours[id], options);
    if (std::isinf(input.travel_hours[id])) {
        return "no way on the network leads there from the base";
    }
    if (days > days_a_team(options) + slack_days) {
        return "a visit takes " + geo::fixed(days, 1) + " days; a team has " +
               geo::fixed(days_a_team(options), 1);
    }
    double const a_day = first_reach(id, input, options) / days;
    if (a_day < options.day_cost) {
        return "reaches " + geo::fixed(a_day, 3) +
               " persons a team-day, less than the day_cost of " + geo::fixed(options.day_cost, 3);
    }
    return "reaches " + geo::fixed(a_day, 3) + " persons a team-day in " + geo::fixed(days, 1) +
           " days" + last_visit_words(id, input) +
           "; the team-days are better spent on the communes above";
}

void say_left_out(Plan& plan, PlanInput const& input, PlanOptions const& options)
{
    geo::PerCommune<std::uint8_t> visited{input.expected.size()};
    for (auto const& visit : plan.visits) {
        visited[visit.commune] = 1;
    }
    std::vector<CommuneId> next;
    for (auto const id : input.expected.ids()) {
        if (visited[id] == 0 && input.expected[id] > 0.0) {
            next.push_back(id);
        }
    }
    std::ranges::stable_sort(next, std::greater{},
                             [&](CommuneId id) { return input.expected[id]; });
    next.resize(std::min(next.size(), most_left_out));
    for (auto const id : next) {
        plan.left_out.push_back({id, days_of(input.travel_hours[id], options),
                                 first_reach(id, input, options), why_not(id, input, options)});
    }
}

/// What each limit costs, by solving without it.
void say_binding(Plan& plan, double worth, PlanInput const& input, PlanOptions const& options,
                 geo::Job const& job)
{
    constexpr double matters = 1e-9;
    auto const without = [&](std::string limit, PlanOptions const& looser) {
        auto offers = offers_of(input, looser);
        auto const explored = explored_first(offers, input, looser);
        double const more = solve(offers, explored, input, looser, job).worth - worth;
        if (more > matters) {
            plan.binding.push_back({std::move(limit), more});
        }
    };
    auto looser = options;
    looser.team_days += 1.0;
    without("one more team-day", looser);
    looser = options;
    looser.exploration = 0.0;
    without("no days kept for exploration", looser);
    if (options.district_minimum > 0) {
        looser = options;
        looser.district_minimum = 0;
        without("no minimum for districts", looser);
    }
}

}  // namespace

Plan plan_visits(PlanInput const& input, PlanOptions const& options, geo::Job const& job)
{
    check(input, options);
    auto offers = offers_of(input, options);
    auto const explored = explored_first(offers, input, options);
    auto const choice = solve(offers, explored, input, options, job.part(0.0, 0.4));
    Plan plan;
    take(plan, offers, explored, choice, input);
    share_out(plan, options.teams);
    lay_out(plan, input, options);
    say_left_out(plan, input, options);
    say_binding(plan, choice.worth, input, options, job.part(0.4, 1.0));
    return plan;
}

}  // namespace marchland::analysis::outreach
