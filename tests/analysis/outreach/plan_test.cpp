// The plan of visits against every possible plan, and its laws.
#include "analysis/outreach/plan.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/patience.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>

namespace marchland::analysis::outreach {
namespace {

constexpr double nowhere = geo::infinite;

PlanInput random_input(std::size_t n, std::uint64_t seed)
{
    PlanInput input;
    geo::Draws draws{geo::Random{seed, "plan"}};
    for (std::size_t i = 0; i < n; ++i) {
        double const expected = -std::log(draws.uniform());
        input.expected.push_back(expected);
        input.expected_lower.push_back((0.3 + 0.2 * draws.uniform()) * expected);
        input.expected_upper.push_back(2.1 * expected);
        input.evidence.push_back(static_cast<risk::Evidence>(draws.below(4)));
        input.travel_hours.push_back(8.0 * draws.uniform());
        input.district.push_back("Huyện " + std::to_string(draws.below(3)));
    }
    return input;
}

PlanOptions options_of(double team_days, int teams = 2)
{
    PlanOptions options;
    options.team_days = team_days;
    options.teams = teams;
    return options;
}

double days(PlanInput const& input, std::size_t i, PlanOptions const& options)
{
    return options.visit_days + 2.0 * input.travel_hours[test::commune(i)] / options.hours_a_day;
}

bool little_known(PlanInput const& input, std::size_t i)
{
    return input.evidence[test::commune(i)] == risk::Evidence::weak ||
           input.evidence[test::commune(i)] == risk::Evidence::none;
}

/// Fills the days kept for exploration: again and again the commune of which a visit teaches most and that still fits.
unsigned explored_of(PlanInput const& input, PlanOptions const& options)
{
    unsigned taken = 0;
    unsigned passed = 0;
    double left = options.exploration * options.team_days;
    for (;;) {
        std::optional<std::size_t> most;
        auto const teaches = [&](std::size_t i) {
            auto const id = test::commune(i);
            return std::pair{input.evidence[id] == risk::Evidence::none,
                             std::sqrt(input.expected_upper[id]) -
                                 std::sqrt(input.expected_lower[id])};
        };
        for (std::size_t i = 0; i < input.expected.size(); ++i) {
            bool const open = (passed >> i & 1U) == 0U && little_known(input, i) &&
                              days(input, i, options) <= options.team_days / options.teams + 1e-9;
            most = open && (!most || teaches(i) > teaches(*most)) ? i : most;
        }
        if (!most) {
            return taken;
        }
        passed |= 1U << *most;
        if (days(input, *most, options) <= left + 1e-9) {
            left -= days(input, *most, options);
            taken |= 1U << *most;
        }
    }
}

/// Slow and plain: goes through every set of communes.
double best_of_all(PlanInput const& input, PlanOptions const& options)
{
    auto const n = input.expected.size();
    unsigned const explored = explored_of(input, options);
    double best = -1.0;
    for (unsigned set = 0; set < (1U << n); ++set) {
        if ((set & explored) != explored) {
            continue;
        }
        double spent = 0.0;
        double reach = 0.0;
        bool possible = true;
        std::map<std::string, int> visits;
        for (std::size_t i = 0; i < n; ++i) {
            visits[input.district[test::commune(i)]] += static_cast<int>(set >> i & 1U);
            if ((set >> i & 1U) != 0U) {
                double const cost = days(input, i, options);
                possible = possible && cost <= options.team_days / options.teams + 1e-9;
                spent += cost;
                reach +=
                    options.reached * input.expected[test::commune(i)] - options.day_cost * cost;
            }
        }
        for (auto const& [name, count] : visits) {
            possible = possible && count >= options.district_minimum;
        }
        if (possible && spent <= options.team_days + 1e-9) {
            best = std::max(best, reach);
        }
    }
    return best;
}

TEST(Plan, ReachesWhatTheBestOfAllPlansReaches)
{
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        auto const input = random_input(12, seed);
        auto options =
            options_of(6.0 + static_cast<double>(seed % 9), 1 + static_cast<int>(seed % 2));
        options.exploration = seed % 3 == 0 ? 0.0 : 0.3;
        options.district_minimum = seed % 4 == 0 ? 1 : 0;
        double const best = best_of_all(input, options);
        if (best < 0.0) {
            EXPECT_THROW(plan_visits(input, options), geo::Error);
            continue;
        }
        auto const plan = plan_visits(input, options);
        EXPECT_NEAR(plan.reach, best, 1e-9) << "seed " << seed;
        EXPECT_EQ(plan.gap, 0.0);
        EXPECT_LE(plan.days, options.team_days + 1e-9);
    }
}

TEST(Plan, ThreeCommunesByHand)
{
    // docs/methods/plan.md: base at A; B one hour away, C four hours away.
    PlanInput input;
    input.expected = geo::PerCommune<double>{std::vector{2.0, 1.0, 4.0}};
    input.expected_lower = geo::PerCommune<double>{std::vector{1.0, 0.2, 2.0}};
    input.expected_upper = geo::PerCommune<double>{std::vector{4.0, 3.0, 8.0}};
    input.evidence = geo::PerCommune<risk::Evidence>{
        std::vector{risk::Evidence::strong, risk::Evidence::weak, risk::Evidence::strong}};
    input.travel_hours = geo::PerCommune<double>{std::vector{0.0, 1.0, 4.0}};
    input.district = geo::PerCommune<std::string>{3};
    auto options = options_of(3.0, 1);
    options.exploration = 0.0;
    auto const plan = plan_visits(input, options);  // A 1 day 1.0; B 1.25 days 0.5; C 2 days 2.0
    ASSERT_EQ(plan.visits.size(), 2U);
    EXPECT_EQ(plan.visits[0].commune, test::commune(0));
    EXPECT_EQ(plan.visits[1].commune, test::commune(2));
    EXPECT_NEAR(plan.reach, 3.0, 1e-12);
    EXPECT_NEAR(plan.visits[1].reach_upper, 4.0, 1e-12);
    EXPECT_EQ(plan.visits[1].from_day, 1.0);
    ASSERT_EQ(plan.left_out.size(), 1U);
    EXPECT_EQ(plan.left_out[0].commune, test::commune(1));
    options.exploration = 0.5;  // half of the days for B, of which little is known
    auto const exploring = plan_visits(input, options);
    ASSERT_EQ(exploring.visits.size(), 2U);
    EXPECT_NEAR(exploring.reach, 1.5, 1e-12);
    ASSERT_FALSE(exploring.binding.empty());
    EXPECT_NEAR(exploring.binding.back().reach, 1.5, 1e-9);  // what keeping days costs
}

TEST(Plan, ADayMoreNeverReachesLess)
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        auto const input = random_input(60, seed);
        double before = 0.0;
        for (double team_days = 0.0; team_days <= 40.0; team_days += 2.5) {
            auto options = options_of(team_days);
            options.exploration = 0.0;
            auto const plan = plan_visits(input, options);
            EXPECT_GE(plan.reach, before - 1e-9) << "seed " << seed << ", days " << team_days;
            before = plan.reach;
        }
    }
}

TEST(Plan, SecondVisitsReachAShareOfTheRest)
{
    auto const input = random_input(3, 4);
    auto options = options_of(1000.0, 1);
    options.visits = 3;
    auto const plan = plan_visits(input, options);
    EXPECT_EQ(plan.visits.size(), 9U);  // more days than there is to do
    double all = 0.0;
    for (double const expected : input.expected) {
        all += expected * (1.0 - 0.125);
    }
    EXPECT_NEAR(plan.reach, all, 1e-9);
    EXPECT_TRUE(plan.left_out.empty());
}

TEST(Plan, NoTeamIsInTwoPlaces)
{
    auto const plan = plan_visits(random_input(80, 5), options_of(30.0, 3));
    std::map<int, double> busy;
    for (auto const& visit : plan.visits) {
        EXPECT_NEAR(visit.from_day, busy[visit.team], 1e-9);
        busy[visit.team] += visit.days;
    }
    for (auto const& [team, until] : busy) {
        EXPECT_NEAR(until, plan.team_ends[static_cast<std::size_t>(team) - 1], 1e-9);
    }
}

TEST(Plan, RealSizesAreExactOrSayHowFar)
{
    auto const input = random_input(3321, 9);
    auto const plan = plan_visits(input, options_of(120.0, 3));
    std::printf("    3,321 communes, 120 days: %zu visits, gap %.2g\n", plan.visits.size(),
                plan.gap);
    EXPECT_GT(plan.visits.size(), 30U);
    EXPECT_LT(plan.gap, 1e-3);
}

TEST(Plan, ImpossibleBudgetsAreSaid)
{
    auto const input = random_input(20, 2);
    auto options = options_of(2.0, 1);
    options.district_minimum = 2;
    try {
        plan_visits(input, options);
        FAIL() << "two visits in three districts do not fit into two days";
    } catch (geo::Error const& error) {
        EXPECT_EQ(error.kind(), geo::Trouble::findings);
        EXPECT_NE(std::string{error.what()}.find("there are 2.0"), std::string::npos)
            << error.what();
    }
    EXPECT_TRUE(plan_visits(input, options_of(0.0)).visits.empty());
    options = options_of(-1.0);
    EXPECT_THROW(plan_visits(input, options), geo::Error);
    options = options_of(10.0);
    options.exploration = 1.5;
    EXPECT_THROW(plan_visits(input, options), geo::Error);
    auto far = input;
    far.travel_hours = geo::PerCommune<double>{20, nowhere};
    auto const none = plan_visits(far, options_of(10.0));
    EXPECT_TRUE(none.visits.empty());
    ASSERT_FALSE(none.left_out.empty());
    EXPECT_NE(none.left_out[0].reason.find("no way"), std::string::npos);
}

TEST(Plan, StopsWithinASecond)
{
    auto const input = random_input(3321, 9);
    std::stop_source stop;
    stop.request_stop();
    auto const asked = std::chrono::steady_clock::now();
    EXPECT_THROW(plan_visits(input, options_of(500.0), geo::Job{stop.get_token()}), geo::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, test::patience);
}

/// Ten rounds with the same risk everywhere: what earlier visits found must not draw the next ones. Each round the
/// posterior of gamma-Poisson at equal risk, narrower where there were visits.
geo::PerCommune<int> after_ten_rounds(double exploration)
{
    PlanInput input = random_input(40, 3);
    input.travel_hours = geo::PerCommune<double>{40, 1.0};
    geo::PerCommune<int> visited{40, 0};
    geo::PerCommune<double> found{40, 0.0};
    for (int round = 0; round < 10; ++round) {
        for (auto const id : input.expected.ids()) {
            geo::Draws draws{
                geo::Random{static_cast<std::uint64_t>(round), "round", geo::index_of(id)}};
            found[id] += visited[id] > 0 ? static_cast<double>(draws.poisson(1.0)) : 0.0;
            double const shape = 20.0 + found[id];
            double const rate = 20.0 + visited[id];
            input.expected[id] = shape / rate;
            input.expected_lower[id] = std::max(0.0, shape - 1.64 * std::sqrt(shape)) / rate;
            input.expected_upper[id] = (shape + 1.64 * std::sqrt(shape)) / rate;
            input.evidence[id] = visited[id] == 0 ? risk::Evidence::none : risk::Evidence::weak;
        }
        auto options = options_of(15.0);
        options.exploration = exploration;
        for (auto const& visit : plan_visits(input, options).visits) {
            ++visited[visit.commune];
        }
    }
    return visited;
}

TEST(Plan, EvenTruthKeepsAttentionEven)
{
    EXPECT_EQ(after_ten_rounds(1.0), (geo::PerCommune<int>{40, 3}));  // 120 visits to 40 communes
    // a fifth of the days to learn: hardly a commune is never seen, and none is drawn again and again
    auto const usual = after_ten_rounds(0.2);
    EXPECT_LE(std::ranges::count(usual, 0), 1);
    EXPECT_LE(std::ranges::max(usual), 8);
}

TEST(Plan, DaysToLearnGoWhereAVisitTeachesMost)
{
    PlanInput input = random_input(6, 5);
    input.travel_hours = geo::PerCommune<double>{6, 1.0 / 6.0};
    input.expected = geo::PerCommune<double>{6, 1.0};
    input.expected_lower = geo::PerCommune<double>{std::vector{0.9, 0.1, 0.5, 0.8, 0.9, 0.9}};
    input.expected_upper = geo::PerCommune<double>{std::vector{1.1, 3.0, 2.0, 1.2, 1.1, 1.1}};
    input.evidence = geo::PerCommune<risk::Evidence>{
        std::vector{risk::Evidence::strong, risk::Evidence::weak, risk::Evidence::weak,
                    risk::Evidence::weak, risk::Evidence::none, risk::Evidence::strong}};
    auto options = options_of(3.2, 1);
    options.exploration = 2.1 / 3.2;
    auto const plan = plan_visits(input, options);
    ASSERT_EQ(plan.visits.size(), 3U);
    std::map<std::size_t, bool> to_learn;
    for (auto const& visit : plan.visits) {
        EXPECT_NEAR(visit.days, 1.0 + 20.0 / 60.0 / 8.0, 1e-12);  // ten minutes each way cost that
        to_learn[geo::index_of(visit.commune)] = visit.to_learn;
    }
    EXPECT_TRUE(to_learn.at(4));  // nobody has looked
    EXPECT_TRUE(to_learn.at(1));  // then the widest
    EXPECT_EQ(std::ranges::count_if(plan.visits, &Visit::to_learn), 2);
}

/// Communes that differ in nothing.
PlanInput even_input(std::size_t n)
{
    return {.expected = geo::PerCommune<double>{n, 1.0},
            .expected_lower = geo::PerCommune<double>{n, 0.5},
            .expected_upper = geo::PerCommune<double>{n, 2.0},
            .evidence = geo::PerCommune<risk::Evidence>{n, risk::Evidence::weak},
            .travel_hours = geo::PerCommune<double>{n, 1.0},
            .district = geo::PerCommune<std::string>{n}};
}

TEST(Plan, LastVisitsKeepAttentionEvenBeforeCountsComeIn)
{
    // Ten rounds, a month apart or a quarter or a year; nothing is known of what the visits found.
    for (double const apart : {1.0 / 12.0, 0.25, 1.0}) {
        auto input = even_input(40);
        input.visited = geo::PerCommune<std::vector<double>>{40};
        geo::PerCommune<int> visits{40, 0};
        for (int round = 0; round < 10; ++round) {
            auto options = options_of(15.0);  // twelve visits of 1.25 days
            options.exploration = 1.0;
            auto const plan = plan_visits(input, options);
            EXPECT_EQ(plan.visits.size(), 12U);
            for (auto const& visit : plan.visits) {
                ++visits[visit.commune];
                input.visited[visit.commune].push_back(0.0);
            }
            for (auto& years : input.visited) {
                for (double& one : years) {
                    one += apart;
                }
            }
        }
        EXPECT_EQ(visits, (geo::PerCommune<int>{40, 3})) << apart;  // 120 visits
    }
}

TEST(Plan, AVisitLeavesWhatASecondOneWouldReach)
{
    auto input = even_input(4);
    input.evidence = geo::PerCommune<risk::Evidence>{4, risk::Evidence::strong};
    // just been there; half a year ago; twice, now and half a year ago; longer than a year ago
    input.visited = geo::PerCommune<std::vector<double>>{
        std::vector<std::vector<double>>{{0.0}, {0.5}, {0.0, 0.5}, {1.5}}};
    auto options = options_of(100.0, 1);
    options.exploration = 0.0;
    auto const plan = plan_visits(input, options);
    std::map<std::size_t, Visit> by;
    for (auto const& visit : plan.visits) {
        by[geo::index_of(visit.commune)] = visit;
    }
    ASSERT_EQ(by.size(), 4U);
    EXPECT_NEAR(by[0].reach, 0.5 * 0.5, 1e-12);
    EXPECT_NEAR(by[1].reach, 0.5 * (1.0 - 0.5 * 0.5), 1e-12);
    EXPECT_NEAR(by[2].reach, 0.5 * 0.5 * 0.75, 1e-12);
    EXPECT_NEAR(by[3].reach, 0.5, 1e-12);
    EXPECT_NEAR(by[0].reach_upper, 0.25 * 2.0, 1e-12);
    EXPECT_NE(by[3].reason.find("last visited 548 days before"), std::string::npos) << by[3].reason;
}

TEST(Plan, DaysToLearnAreGivenOutWhereNobodyWasFound)
{
    auto input = even_input(6);
    input.expected = geo::PerCommune<double>{6, 0.0};
    input.expected_lower = input.expected_upper = geo::PerCommune<double>{6, geo::unknown};
    input.open = geo::PerCommune<double>{std::vector{1.0, 5.0, 2.0, 4.0, 3.0, 9.0}};
    input.evidence[test::commune(2)] = risk::Evidence::none;
    input.expected[test::commune(5)] = geo::unknown;  // nobody lives there
    auto options = options_of(10.0, 1);
    options.exploration = 0.375;  // three visits of 1.25 days
    auto const plan = plan_visits(input, options);
    std::vector<std::size_t> to_learn;
    for (auto const& visit : plan.visits) {
        EXPECT_NE(visit.commune, test::commune(5));
        if (visit.to_learn) {
            to_learn.push_back(geo::index_of(visit.commune));
            EXPECT_NE(visit.reason.find("nothing tells how many persons"), std::string::npos);
        }
    }
    EXPECT_EQ(to_learn, (std::vector<std::size_t>{2, 1, 3}));
}

geo::Day day(char const* text)
{
    return *geo::parse_day(text);
}

/// Two teams from a Monday on, visits of a day without travel.
PlanOptions dated_options(double team_days, int teams)
{
    auto options = options_of(team_days, teams);
    options.exploration = 0.0;
    options.calendar.start = day("2026-01-05");
    return options;
}

PlanInput near_input(std::size_t n)
{
    auto input = even_input(n);
    input.travel_hours = geo::PerCommune<double>{n, 0.0};
    return input;
}

TEST(Plan, DatesPassOverWeekendsAndWeeksThatArePlannedAlready)
{
    auto options = dated_options(14.0, 2);
    options.calendar.weeks_off = {{day("2026-01-14")}, {day("2026-01-19"), 2}};
    auto const plan = plan_visits(near_input(14), options);
    std::map<int, std::vector<std::string>> dates;
    for (auto const& visit : plan.visits) {
        dates[visit.team].push_back(geo::text_of(*visit.date));
    }
    std::vector<std::string> const first_week{"2026-01-05", "2026-01-06", "2026-01-07",
                                              "2026-01-08", "2026-01-09"};
    auto one = first_week;
    one.insert(one.end(), {"2026-01-19", "2026-01-20"});
    auto two = first_week;
    two.insert(two.end(), {"2026-01-26", "2026-01-27"});
    EXPECT_EQ(dates[1], one);
    EXPECT_EQ(dates[2], two);
}

TEST(Plan, MarketsAreVisitedWhenTheyMeet)
{
    auto input = near_input(6);
    input.market = geo::PerCommune<geo::Recurring>{6};
    input.market[test::commune(1)] = *geo::Recurring::parse("wed");
    input.market[test::commune(3)] = *geo::Recurring::parse("fri;sun");
    input.market[test::commune(4)] = *geo::Recurring::parse("sun");
    auto const plan = plan_visits(input, dated_options(6.0, 1));
    std::map<std::string, std::size_t> who;
    for (auto const& visit : plan.visits) {
        who[geo::text_of(*visit.date)] = geo::index_of(visit.commune);
        bool const at_market = input.market[visit.commune].ever() &&
                               geo::index_of(visit.commune) != 4;  // never on a day at work
        EXPECT_EQ(visit.market_day, at_market ? visit.date : std::nullopt);
    }
    // communes without a market fill the days until Wednesday and Friday
    EXPECT_EQ(who, (std::map<std::string, std::size_t>{{"2026-01-05", 4},
                                                       {"2026-01-06", 0},
                                                       {"2026-01-07", 1},
                                                       {"2026-01-08", 2},
                                                       {"2026-01-09", 3},
                                                       {"2026-01-12", 5}}));
}

TEST(Plan, ATeamIsAtTheMarketForHalfOfItsDay)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto input = random_input(30, seed);
        input.market = geo::PerCommune<geo::Recurring>{30};
        geo::Draws draws{geo::Random{seed, "markets"}};
        for (auto& market : input.market) {
            auto const number = std::to_string(1 + draws.below(3));
            market = draws.below(2) == 0
                         ? *geo::Recurring::parse("lunar " + number + ";" + number + "0")
                         : geo::Recurring{};
        }
        auto options = dated_options(25.0, 2);
        options.visit_days = seed % 2 == 0 ? 1.0 : 0.4;
        auto const plan = plan_visits(input, options);
        std::map<int, double> free;
        std::map<int, std::vector<Visit>> of_team;
        for (auto const& visit : plan.visits) {
            of_team[visit.team].push_back(visit);
        }
        for (auto& [team, visits] : of_team) {
            std::ranges::sort(visits, {}, &Visit::from_day);
            double until = 0.0;
            for (auto const& visit : visits) {
                EXPECT_GE(visit.from_day, until - 1e-9);
                until = visit.from_day + visit.days;
                EXPECT_EQ(visit.market_day.has_value(), input.market[visit.commune].ever());
                if (!visit.market_day) {
                    continue;
                }
                EXPECT_TRUE(input.market[visit.commune].on(*visit.market_day));
                // days at work from Monday, 2026-01-05, five a week
                auto const since = (*visit.market_day - day("2026-01-05")).count();
                auto const at = static_cast<double>(since / 7 * 5 + since % 7);
                double const arrives = visit.from_day + (visit.days - options.visit_days) / 2.0;
                double const leaves = arrives + options.visit_days;
                EXPECT_GE(std::min(leaves, at + 1.0) - std::max(arrives, at),
                          std::min(0.5, options.visit_days) - 1e-6);
            }
        }
    }
}

}  // namespace
}  // namespace marchland::analysis::outreach
