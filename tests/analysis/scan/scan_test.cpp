// Numbers by hand: docs/methods/scan.md.
#include "analysis/scan/scan.hpp"

#include "analysis/rates/indirect_expected.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/patience.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <optional>
#include <thread>

namespace marchland::analysis::scan {
namespace {

using Counts = geo::PerCommune<std::uint32_t>;
using Numbers = geo::PerCommune<double>;
using Places = geo::PerCommune<geo::Point>;
constexpr double never = geo::infinite;

using test::commune;
std::vector<geo::CommuneId> communes(std::vector<std::size_t> const& list)
{
    std::vector<geo::CommuneId> ids;
    std::ranges::transform(list, std::back_inserter(ids), commune);
    return ids;
}

Places on_a_line(std::size_t n)
{
    Places places;
    for (std::size_t i = 0; i < n; ++i) {
        places.push_back({static_cast<double>(i), 0.0});
    }
    return places;
}

Places on_a_grid(std::size_t rows, std::size_t columns)
{
    Places places;
    for (std::size_t i = 0; i < rows * columns; ++i) {
        places.push_back(
            {1000.0 * static_cast<double>(i % columns), 1000.0 * static_cast<double>(i / columns)});
    }
    return places;
}

Counts spread(Numbers const& expected, std::size_t cases, std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "test-spread"}};
    double sum = 0.0;
    for (double const e : expected) {
        sum += e;
    }
    Counts counts{expected.size()};
    for (std::size_t c = 0; c < cases; ++c) {
        double left = draws.uniform() * sum;
        std::size_t i = 0;
        while (i + 1 < expected.size() && left >= expected[commune(i)]) {
            left -= expected[commune(i++)];
        }
        ++counts[commune(i)];
    }
    return counts;
}

void expect_words(std::function<void()> const& work, std::string const& part)
{
    try {
        work();
        ADD_FAILURE() << "nothing was said about " << part;
    } catch (geo::Error const& error) {
        EXPECT_EQ(error.kind(), geo::Trouble::usage);
        EXPECT_NE(std::string{error.what()}.find(part), std::string::npos) << error.what();
    }
}

// Four communes in a row, 100 persons each; 6, 2, 1 and 1 cases.
Counts const four_cases{std::vector<std::uint32_t>{6, 2, 1, 1}};
Numbers const four_equal{std::vector<double>{100, 100, 100, 100}};

TEST(Scan, FourInARowByHand)
{
    auto const found =
        scan_poisson(four_cases, four_equal, circular_windows(on_a_line(4)), {.replicates = 9999});
    // Windows of up to half: {0}, {0,1}, {1}, {2}, {3}, {2,3}. {0}: 6 ln(6/2.5) + 4 ln(4/7.5)
    // = 2.7384.
    ASSERT_FALSE(found.clusters.empty());
    auto const& first = found.clusters[0];
    EXPECT_EQ(first.members, communes({0}));
    EXPECT_EQ(first.cases, 6U);
    EXPECT_DOUBLE_EQ(first.expected, 2.5);
    EXPECT_NEAR(first.llr, 6.0 * std::log(2.4) + 4.0 * std::log(4.0 / 7.5), 1e-12);
    EXPECT_NEAR(first.relative_risk, (6.0 / 2.5) / (4.0 / 7.5), 1e-12);              // 4.5
    EXPECT_NEAR(first.p_value, 0.0890045, 4.0 * std::sqrt(0.089 * 0.911 / 9999.0));  // of all ways
    EXPECT_EQ(found.windows, 6U);
    EXPECT_EQ(found.maxima.size(), 9999U);
}

TEST(Scan, CirclesAreClosedUnderTies)
{
    // Around the middle of five the two neighbours enter together: never one of them alone.
    Counts const cases{std::vector<std::uint32_t>{0, 0, 5, 5, 0}};
    Numbers const equal{std::vector<double>{1, 1, 1, 1, 1}};
    auto const middle = travel_windows(5, [](geo::CommuneId, std::span<double> hours) {
        std::ranges::copy(std::vector{2.0, 1.0, 0.0, 1.0, 2.0}, hours.begin());
    });
    auto const found = scan_poisson(cases, equal, middle, {.replicates = 9});
    EXPECT_EQ(found.windows, 5U);  // of each centre {2}; {1,2,3} is more than half
    EXPECT_EQ(found.clusters.at(0).members, communes({2}));
}

TEST(Scan, FindsThePlantedCluster)
{
    auto const places = on_a_grid(15, 15);
    Numbers const expected{225, 10.0};
    auto cases = spread(expected, 300, 7);
    for (std::size_t const i : {112U, 111U, 113U, 97U, 127U}) {
        cases[commune(i)] += 5;
    }
    auto const found = scan_poisson(cases, expected, circular_windows(places));
    auto const& first = found.clusters.at(0);
    EXPECT_EQ(first.members, communes({97, 111, 112, 113, 127}));
    EXPECT_EQ(first.centre, commune(112));
    EXPECT_DOUBLE_EQ(first.radius, 1000.0);
    EXPECT_DOUBLE_EQ(first.p_value, 0.001);
    EXPECT_LT(first.p_gumbel, 1e-4);
}

TEST(Scan, ThreadsDoNotChangeTheAnswer)
{
    Numbers const expected{225, 10.0};
    auto const cases = spread(expected, 300, 8);
    auto const family = elliptic_windows(on_a_grid(15, 15), {.non_compactness = 0.5});
    auto const run = [&](unsigned threads) {
        return scan_poisson(cases, expected, family, {.rates = ScanFor::both, .replicates = 99}, {},
                            geo::Job{{}, {}, threads});
    };
    auto const one = run(1);
    for (unsigned const threads : {2U, 8U}) {
        auto const many = run(threads);
        EXPECT_EQ(many.maxima, one.maxima);
        ASSERT_EQ(many.clusters.size(), one.clusters.size());
        for (std::size_t i = 0; i < one.clusters.size(); ++i) {
            EXPECT_EQ(many.clusters[i].members, one.clusters[i].members);
            EXPECT_EQ(many.clusters[i].llr, one.clusters[i].llr);
            EXPECT_EQ(many.clusters[i].p_value, one.clusters[i].p_value);
        }
    }
}

TEST(Scan, OrderOfRowsAndUnitsDoNotChangeTheClusters)
{
    auto const places = on_a_grid(7, 9);
    Numbers const expected{63, 3.0};
    auto const cases = spread(expected, 80, 9);
    auto const found = scan_poisson(cases, expected, circular_windows(places), {.replicates = 9});
    Places turned;
    Numbers scaled;
    Counts reversed;
    for (std::size_t i = 63; i-- > 0;) {
        turned.push_back({7.0 - 0.25 * places[commune(i)].x, 0.25 * places[commune(i)].y});
        scaled.push_back(8.0 * expected[commune(i)]);
        reversed.push_back(cases[commune(i)]);
    }
    auto const other = scan_poisson(reversed, scaled, circular_windows(turned), {.replicates = 9});
    ASSERT_FALSE(found.clusters.empty());
    EXPECT_EQ(other.clusters.at(0).llr, found.clusters[0].llr);
    EXPECT_EQ(other.clusters[0].cases, found.clusters[0].cases);
    EXPECT_NEAR(other.clusters[0].radius, 0.25 * found.clusters[0].radius, 1e-9);
}

TEST(Scan, WindowsByTravelTimeFollowTheRoad)
{
    // Two valleys side by side: near as the crow flies, far by road, and one commune with no road.
    Counts const cases{std::vector<std::uint32_t>{8, 7, 0, 0, 0, 0, 0}};
    Numbers const equal{7, 1.0};
    auto const family = travel_windows(7, [](geo::CommuneId from, std::span<double> hours) {
        for (std::size_t i = 0; i < 7; ++i) {
            bool const same_valley = (geo::index_of(from) < 3) == (i < 3);
            double const apart =
                std::abs(static_cast<double>(geo::index_of(from)) - static_cast<double>(i));
            hours[i] = i == 6 || from == commune(6) ? never : same_valley ? apart : never;
        }
        hours[geo::index_of(from)] = 0.0;
    });
    auto const found = scan_poisson(cases, equal, family, {.replicates = 99});
    EXPECT_EQ(found.clusters.at(0).members, communes({0, 1}));
    EXPECT_DOUBLE_EQ(found.clusters[0].radius, 1.0);
    EXPECT_EQ(found.clusters[0].measure, WindowMeasure::hours);
}

TEST(Scan, WindowsAlongTheBorderLeaveOutTheRest)
{
    using geo::Metres;
    geo::PerCommune<std::optional<Metres>> along{6};
    for (std::size_t i = 0; i < 5; ++i) {
        along[commune(i)] = Metres{std::vector{0.0, 2000.0, 2500.0, 6000.0, 9000.0}[i]};
    }
    Counts const cases{std::vector<std::uint32_t>{0, 4, 5, 0, 0, 9}};
    auto const found =
        scan_poisson(cases, Numbers{6, 1.0}, border_windows(along), {.replicates = 99});
    EXPECT_EQ(found.clusters.at(0).members, communes({1, 2}));
    EXPECT_DOUBLE_EQ(found.clusters[0].radius, 500.0);
    for (auto const& cluster : found.clusters) {
        EXPECT_FALSE(std::ranges::binary_search(cluster.members, commune(5)));
    }
}

TEST(Scan, AnEllipseFindsAValleyThatACircleCannotHold)
{
    auto const places = on_a_grid(9, 9);
    Numbers const expected{81, 10.0};
    Counts cases{81, 1};
    for (std::size_t i = 38; i < 43; ++i) {
        cases[commune(i)] = 8;  // five in a row, west to east
    }
    auto const circle = scan_poisson(cases, expected, circular_windows(places), {.replicates = 9});
    auto const ellipse = scan_poisson(cases, expected, elliptic_windows(places), {.replicates = 9});
    EXPECT_GT(ellipse.clusters.at(0).llr, circle.clusters.at(0).llr);
    EXPECT_EQ(ellipse.clusters[0].members, communes({38, 39, 40, 41, 42}));
    EXPECT_GT(ellipse.clusters[0].shape, 2.0);
    auto const strict = scan_poisson(
        cases, expected, elliptic_windows(places, {.non_compactness = 10.0}), {.replicates = 9});
    EXPECT_EQ(strict.clusters.at(0).llr,
              circle.clusters[0].llr);  // the penalty leaves circles only
}

TEST(Scan, SecondaryRules)
{
    // Highs at 1 and 3; the best window around 2 is weaker than both and touches them.
    Counts const cases{std::vector<std::uint32_t>{0, 9, 5, 9, 0, 0, 0, 0, 0, 0}};
    Numbers const equal{10, 1.0};
    auto const family = circular_windows(on_a_line(10));
    auto const apart = scan_poisson(cases, equal, family, {.replicates = 9});
    std::vector<bool> seen(10, false);
    for (auto const& cluster : apart.clusters) {
        for (auto const id : cluster.members) {
            EXPECT_FALSE(seen[geo::index_of(id)]);
            seen[geo::index_of(id)] = true;
        }
    }
    auto const looser = scan_poisson(
        cases, equal, family, {.replicates = 9, .secondary = SecondaryRule::no_centre_in_stronger});
    EXPECT_GT(looser.clusters.size(), apart.clusters.size());
    for (std::size_t i = 0; i < looser.clusters.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_FALSE(
                std::ranges::binary_search(looser.clusters[j].members, looser.clusters[i].centre));
        }
    }
}

TEST(Scan, SaysAClusterInWords)
{
    ScanCluster cluster{.members = communes({1, 2, 3}),
                        .cases = 14,
                        .expected = 5.23,
                        .relative_risk = 2.71,
                        .p_value = 0.003};
    EXPECT_EQ(plain_words(cluster, "Tan Thanh"),
              "3 communes around Tan Thanh: 14 persons detected, 5.2 expected; 2.7 times the level "
              "elsewhere; chance p = 0.003");
    cluster.members = communes({1});
    cluster.cases = 1;
    cluster.relative_risk = never;
    EXPECT_EQ(plain_words(cluster, "Bao Lam", "2024-01 to 2024-06"),
              "Bao Lam, 2024-01 to 2024-06: 1 person detected, 5.2 expected; none elsewhere; "
              "chance p = 0.003");
}

TEST(Scan, StopsEarlyWhenThereIsNothing)
{
    Numbers const expected{100, 1.0};
    auto const cases = spread(expected, 100, 4);
    auto const family = circular_windows(on_a_grid(10, 10));
    auto const all = scan_poisson(cases, expected, family, {.replicates = 9999});
    auto const early =
        scan_poisson(cases, expected, family, {.replicates = 9999, .stop_after = 20});
    ASSERT_GT(all.clusters.at(0).p_value, 0.05);
    ASSERT_LT(early.maxima.size(), all.maxima.size());
    EXPECT_TRUE(std::ranges::equal(early.maxima, std::span{all.maxima}.first(early.maxima.size())));
    EXPECT_DOUBLE_EQ(early.clusters.at(0).p_value, 20.0 / static_cast<double>(early.maxima.size()));
}

TEST(ScanBadInput, NothingToFindIsSaid)
{
    auto const line = circular_windows(on_a_line(4));
    EXPECT_EQ(scan_poisson(Counts{4}, four_equal, line).note, "there are no cases to scan");
    auto const one = scan_poisson(Counts{std::vector<std::uint32_t>{3}}, Numbers{std::vector{1.0}},
                                  circular_windows(on_a_line(1)));
    EXPECT_EQ(one.note, "a scan needs two communes or more");
    EXPECT_TRUE(one.clusters.empty());
    auto const giants =
        scan_poisson(Counts{std::vector<std::uint32_t>{3, 0}}, Numbers{std::vector{9.0, 0.0}},
                     circular_windows(on_a_line(2)), {.max_share = 0.4});
    EXPECT_TRUE(giants.clusters.empty());
    EXPECT_EQ(scan_bernoulli(four_cases, Counts{4}, line).note,
              "there are no controls to compare with");
}

TEST(ScanBadInput, TwoCommunesAndAllCasesInOne)
{
    auto const two =
        scan_poisson(Counts{std::vector<std::uint32_t>{5, 0}}, Numbers{std::vector{1.0, 1.0}},
                     circular_windows(on_a_line(2)), {.replicates = 9999});
    ASSERT_EQ(two.clusters.size(), 1U);
    EXPECT_NEAR(two.clusters[0].llr, 5.0 * std::log(2.0), 1e-12);
    EXPECT_TRUE(std::isinf(two.clusters[0].relative_risk));
    EXPECT_GT(two.clusters[0].p_gumbel, 0.0);
    EXPECT_NEAR(two.clusters[0].p_value, 2.0 / 32.0, 0.01);  // all five on one side or the other
}

TEST(ScanBadInput, OneReplicateHasNoLaw)
{
    auto const found =
        scan_poisson(four_cases, four_equal, circular_windows(on_a_line(4)), {.replicates = 1});
    EXPECT_TRUE(std::isnan(found.clusters.at(0).p_gumbel));
    EXPECT_GE(found.clusters[0].p_value, 0.5);
}

TEST(ScanBadInput, IsRefusedInWords)
{
    auto const line = circular_windows(on_a_line(4));
    auto const scan = [&](Numbers const& expected, ScanOptions const& options) {
        scan_poisson(four_cases, expected, line, options);
    };
    expect_words([&] { scan(four_equal, {.replicates = 0}); }, "1 to 999999 replicates, not 0");
    expect_words([&] { scan(four_equal, {.replicates = 100'000'000}); }, "not 100000000");
    expect_words([&] { scan(four_equal, {.max_share = 0.0}); }, "largest window");
    expect_words([&] { scan(four_equal, {.max_share = std::nan("")}); }, "largest window");
    expect_words(
        [&] {
            scan(Numbers{std::vector{1.0, 0.0, 1.0, 1.0}}, {});
        },
        "commune number 2 has 2 cases where none can be expected");
    expect_words([&] { scan(Numbers{std::vector{1.0, -1.0, 1.0, 1.0}}, {}); }, "commune number 2");
    expect_words(
        [&] {
            scan(Numbers{std::vector{1.0, 1.0, std::nan(""), 1.0}}, {});
        },
        "commune number 3");
    expect_words([&] { scan(Numbers{3, 1.0}, {}); }, "different numbers of communes");
    expect_words([&] { scan(four_equal, {.rates = ScanFor::low, .isotonic = true}); }, "isotonic");
    expect_words(
        [] {
            circular_windows(Places{std::vector<geo::Point>{{0, 0}, {never, 1}}});
        },
        "commune number 2");
    auto const negative = travel_windows(
        4, [](geo::CommuneId, std::span<double> hours) { std::ranges::fill(hours, -1.0); });
    expect_words([&] { scan_poisson(four_cases, four_equal, negative); },
                 "negative or not a number");
    expect_words(
        [&] {
            scan_space_time(std::vector<std::uint32_t>{1, 2, 3}, std::vector{1.0, 1.0, 1.0}, 2,
                            line);
        },
        "one for each commune and step");
    expect_words([&] { scan_permutation(std::vector<std::uint32_t>(1604, 1), 401, line); },
                 "up to 400 steps of time, not 401");
    expect_words([&] { elliptic_windows(on_a_line(3), {.shapes = {0.5}, .angles = {1}}); },
                 "shape");
}

TEST(ScanBadInput, CancelsWithinASecond)
{
    Numbers const expected{3600, 1.0};
    auto const cases = spread(expected, 2000, 1);
    auto const family = circular_windows(on_a_grid(60, 60));
    for (auto const wait : {std::chrono::milliseconds{5}, std::chrono::milliseconds{150}}) {
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread const impatient{[&] {
            std::this_thread::sleep_for(wait);
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        }};
        EXPECT_THROW(scan_poisson(cases, expected, family, {.replicates = 999'999}, {},
                                  geo::Job{stop.get_token(), {}, 2}),
                     geo::Cancelled);
        EXPECT_LT(std::chrono::steady_clock::now() - asked, test::patience);
    }
}

TEST(ScanBadInput, AHundredThousandCommunes)
{
    // Only those near the border are centres; memory for all pairs would be 40 GB.
    geo::PerCommune<std::optional<geo::Metres>> along{100'000};
    Counts cases{100'000};
    for (std::size_t i = 0; i < 200; ++i) {
        along[commune(500 * i)] = geo::Metres{1000.0 * static_cast<double>(i * i)};
        cases[commune(500 * i)] = i == 20 || i == 21 ? 6 : 1;
    }
    auto const found = scan_poisson(cases, Numbers{100'000, 1.0}, border_windows(along),
                                    {.max_share = 0.001, .replicates = 31});
    EXPECT_GT(found.clusters.at(0).cases, 100U);
    EXPECT_DOUBLE_EQ(found.clusters[0].p_value, 1.0 / 32.0);

    std::stop_source stop;
    auto const family = circular_windows(on_a_grid(250, 400));
    std::chrono::steady_clock::time_point asked;
    std::jthread const impatient{[&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
        asked = std::chrono::steady_clock::now();
        stop.request_stop();
    }};
    EXPECT_THROW(scan_poisson(cases, Numbers{100'000, 1.0}, family, {}, {},
                              geo::Job{stop.get_token(), {}, 1}),
                 geo::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, test::patience);
}

TEST(IndirectExpected, TwoGroupsByHand)
{
    // Young 4 of 400, old 6 of 200: the first place has 300 young and 50 old.
    auto const expected =
        rates::indirect_expected(std::vector{300.0, 50.0, 100.0, 150.0}, std::vector{4.0, 6.0});
    EXPECT_DOUBLE_EQ(expected[0], 3.0 + 1.5);
    EXPECT_DOUBLE_EQ(expected[1], 1.0 + 4.5);
    expect_words(
        [] {
            rates::indirect_expected(std::vector{1.0, 0.0}, std::vector{1.0, 2.0});
        },
        "no population");
    expect_words(
        [] {
            rates::indirect_expected(std::vector{1.0, -1.0}, std::vector{1.0, 2.0});
        },
        "negative");
    expect_words(
        [] {
            rates::indirect_expected(std::vector{1.0}, std::vector{1.0, 2.0});
        },
        "each group");
}

}  // namespace
}  // namespace marchland::analysis::scan
