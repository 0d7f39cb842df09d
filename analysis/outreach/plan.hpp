/// \file plan.hpp
/// A knapsack of visits, which communes the teams go to: a portfolio under a budget of team-days, not a
/// ranking.
#pragma once

#include "analysis/outreach/calendar.hpp"
#include "analysis/risk/risk.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/job.hpp"

#include <optional>
#include <string>
#include <vector>

namespace marchland::analysis::outreach {

struct PlanInput {
    geo::PerCommune<double> expected;  ///< persons a year; NaN: no figure, never visited
    geo::PerCommune<double>
        expected_lower;  ///< 90 % bounds; NaN: not known, as `expected` then is 0
    geo::PerCommune<double> expected_upper;
    geo::PerCommune<risk::Evidence> evidence;
    geo::PerCommune<double> travel_hours;   ///< one way from the base; infinite: cannot be reached
    geo::PerCommune<std::string> district;  ///< former district; empty: none
    /// How wide the interval of its persons is, in any one unit: what there is to learn. Empty: of the bounds above,
    /// on the scale of square roots, where that of a count is as wide whatever was found: it narrows by looking alone.
    geo::PerCommune<double> open;
    /// Years from each earlier visit to the start of this plan, 0 where it is as good as made; empty: none is known.
    geo::PerCommune<std::vector<double>> visited;
    geo::PerCommune<geo::Recurring> market;  ///< days of its markets; empty: none is known
};

struct PlanOptions {
    double team_days = 40.0;   ///< of all teams together
    int teams = 3;             ///< at work side by side, each with its share of the days
    double visit_days = 1.0;   ///< in the commune, for each visit
    double hours_a_day = 8.0;  ///< travel beyond the visit counts in days of so many hours
    int visits = 1;            ///< most visits to a commune
    double reached = 0.5;  ///< share of the expected persons that a visit reaches; the next visit
                           ///< reaches that share of the rest
    double exploration =
        0.2;  ///< share of the days kept to learn of communes with evidence weak or none
    int district_minimum = 0;  ///< visits that each former district must get
    double day_cost = 0.0;     ///< persons that a team-day must reach to be worth its cost
    Calendar calendar{};       ///< without a start, visits have no date
};

struct Visit {
    geo::CommuneId commune{};
    int number = 1;      ///< first, second ... visit to it
    double days = 0.0;   ///< with the travel both ways
    double reach = 0.0;  ///< persons a year that it is expected to reach
    double reach_lower = 0.0;
    double reach_upper = 0.0;
    int team = 0;           ///< from 1
    double from_day = 0.0;  ///< of this team's days at work, from 0; with a start, waiting counts
    bool to_learn = false;  ///< made in the days kept for exploration
    std::optional<geo::Day> date;        ///< the first day away
    std::optional<geo::Day> market_day;  ///< on which a market meets while the team is there
    std::string reason;
};

struct LeftOut {
    geo::CommuneId commune{};
    double days = 0.0;  ///< that a visit would take; infinite: cannot be reached
    double reach = 0.0;
    std::string reason;
};

/// A limit and what it costs: how much more would be reached without it.
struct Binding {
    std::string limit;
    double reach = 0.0;
};

struct Plan {
    std::vector<Visit> visits;  ///< by reach for each day, the best first
    /// communes that would come next by expected persons, 20 at most
    std::vector<LeftOut> left_out;
    std::vector<Binding> binding;
    double days = 0.0;
    double reach = 0.0;
    double gap = 0.0;               ///< no plan reaches more than reach x (1 + gap); 0: exact
    std::vector<double> team_ends;  ///< days that each team is busy
};

/// The plan with the largest expected reach (less day_cost for each day) within the limits, by branch
/// and cut. Visits are trips out and back from the base. Days kept for exploration go first, to the little-known
/// communes where a visit teaches most: those where nobody has searched or been, then those whose interval is widest,
/// times what earlier visits have left; of equals where the last visit is longest ago, and where there were fewest. What is left of these days is
/// free. More days never reach less where none are kept.
///
/// A visit reaches its share of the persons of a year. Of those, a visit t years ago has reached its share of the
/// 1 - t that were there by then, as the second of two visits reaches a share of the rest.
///
/// \throws Error{usage}     sizes differ, an option is out of range, or the calendar has a start and no day at work.
/// \throws Error{findings}  the minimum service of the districts does not fit into the days; says how
///         many it needs.
/// \throws Cancelled
/// \par Source  a knapsack with side limits; Kellerer, Pferschy, Pisinger (2004) Knapsack Problems.
/// \par Cost    exponential at worst, so the search ends after a number of steps and tells the gap; as many searches
///      again as there are limits to price.
Plan plan_visits(PlanInput const& input, PlanOptions const& options, geo::Job const& job = {});

}  // namespace marchland::analysis::outreach
