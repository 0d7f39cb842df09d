// Numbers by hand: docs/methods/rates.md.
#include "analysis/rates/rates.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::rates {
namespace {

using Numbers = geo::PerCommune<double>;

// Four communes in a row: A - B - C - D.
Numbers const four_cases{std::vector{1.0, 4.0, 0.0, 15.0}};
Numbers const four_people{std::vector{1000.0, 2000.0, 3000.0, 4000.0}};

void expect_near(Numbers const& found, std::vector<double> const& wanted, double tolerance)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_NEAR(found[test::commune(i)], wanted[i], tolerance) << "commune " << i;
    }
}

TEST(Rates, FourCommunesByHand)
{
    auto const rates = rates_of(four_cases, four_people, test::path_neighbours(4));
    EXPECT_DOUBLE_EQ(rates.overall, 0.002);
    expect_near(rates.crude, {0.001, 0.002, 0.0, 0.00375}, 1e-15);
    expect_near(rates.expected, {2.0, 4.0, 6.0, 8.0}, 1e-12);
    expect_near(rates.smr, {0.5, 1.0, 0.0, 1.875}, 1e-12);
    // s2 = 2.525e-6, b/Pbar = 0.8e-6, so A = 1.725e-6; weights 0.4631, 0.6330, 0.7213, 0.7753.
    expect_near(rates.eb, {0.001536913, 0.002, 0.000557491, 0.003356742}, 1e-9);
    expect_near(rates.standardised, {-0.518128, 0.0, -1.293242, 1.173203}, 1e-6);
    expect_near(rates.spatial, {5.0 / 3000.0, 5.0 / 6000.0, 19.0 / 9000.0, 15.0 / 7000.0}, 1e-15);
    expect_near(rates.excess, {-1.0, 0.0, -6.0, 7.0}, 1e-12);
}

TEST(Rates, LocalPoolsByHand)
{
    auto const rates = rates_of(four_cases, four_people, test::path_neighbours(4));
    // A with B: rates differ less than chance makes them, so both get the mean 5/3000.
    EXPECT_NEAR(rates.eb_local[test::commune(0)], 5.0 / 3000.0, 1e-15);
    // D with C: b = 15/7000, A = 2.83163e-6, weight 0.840909.
    EXPECT_NEAR(rates.eb_local[test::commune(3)], 0.00349432, 1e-8);
}

TEST(Rates, ShrinkingIsTowardsTheMeanAndNeverPast)
{
    auto const rates = rates_of(four_cases, four_people, test::path_neighbours(4));
    for (auto const id : four_cases.ids()) {
        double const way = std::abs(rates.crude[id] - rates.overall);
        EXPECT_LE(std::abs(rates.eb[id] - rates.overall), way);
        EXPECT_GE((rates.eb[id] - rates.overall) * (rates.crude[id] - rates.overall), 0.0);
    }
}

TEST(Rates, UnitOfExposureOnlyScalesRates)
{
    auto thousands = four_people;
    for (double& people : thousands) {
        people *= 1024.0;
    }
    auto const one = rates_of(four_cases, four_people, test::path_neighbours(4));
    auto const other = rates_of(four_cases, thousands, test::path_neighbours(4));
    EXPECT_EQ(one.smr, other.smr);
    EXPECT_EQ(one.standardised, other.standardised);
    for (auto const id : four_cases.ids()) {
        EXPECT_NEAR(one.eb[id], other.eb[id] * 1024.0, 1e-15);
    }
}

TEST(Rates, OrderOfRowsDoesNotMatter)
{
    std::vector<std::size_t> const place{2, 0, 3, 1};
    auto const near = test::path_neighbours(4);
    auto const one = rates_of(four_cases, four_people, near);
    auto const other = rates_of(test::moved(four_cases, place), test::moved(four_people, place),
                                test::moved(near, place));
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(one.eb[test::commune(i)], other.eb[test::commune(place[i])], 1e-18);
        EXPECT_NEAR(one.eb_local[test::commune(i)], other.eb_local[test::commune(place[i])], 1e-18);
    }
}

TEST(Rates, NoExposureTakesNoPart)
{
    Numbers const cases{std::vector{1.0, 4.0, 0.0, 15.0, 3.0, 3.0, 3.0}};
    Numbers const people{std::vector{1000.0, 2000.0, 3000.0, 4000.0, 0.0, geo::unknown, -5.0}};
    auto const rates = rates_of(cases, people, test::path_neighbours(7));
    EXPECT_DOUBLE_EQ(rates.overall, 0.002);
    for (std::size_t i = 4; i < 7; ++i) {
        EXPECT_TRUE(std::isnan(rates.crude[test::commune(i)]));
        EXPECT_TRUE(std::isnan(rates.standardised[test::commune(i)]));
    }
    EXPECT_NEAR(rates.eb_local[test::commune(3)], 0.00349432,
                1e-8);  // its neighbour 4 does not count
}

TEST(Rates, NoCasesAtAll)
{
    auto const rates = rates_of(Numbers{4}, four_people, test::path_neighbours(4));
    for (auto const id : four_people.ids()) {
        EXPECT_EQ(rates.crude[id], 0.0);
        EXPECT_EQ(rates.eb[id], 0.0);
        EXPECT_TRUE(std::isnan(rates.smr[id]));
        EXPECT_TRUE(std::isnan(rates.standardised[id]));
    }
}

TEST(Rates, OneCommuneIsItsOwnMean)
{
    auto const rates =
        rates_of(Numbers{std::vector{7.0}}, Numbers{std::vector{900.0}}, neighbours::Neighbours{1});
    EXPECT_DOUBLE_EQ(rates.eb[test::commune(0)], 7.0 / 900.0);
    EXPECT_DOUBLE_EQ(rates.eb_local[test::commune(0)], 7.0 / 900.0);
    EXPECT_DOUBLE_EQ(rates.smr[test::commune(0)], 1.0);
    EXPECT_EQ(rates.standardised[test::commune(0)], 0.0);
}

TEST(Rates, EqualRatesStandOutNowhere)
{
    // 3 in 3333.3 everywhere; in binary the quotients differ in their last place.
    Numbers cases;
    Numbers people;
    for (double i = 1.0; i <= 60.0; i += 1.0) {
        cases.push_back(3.0 * i);
        people.push_back(10000.0 * i / 3.0);
    }
    for (double const z : rates_of(cases, people, test::path_neighbours(60)).standardised) {
        EXPECT_EQ(z, 0.0);
    }
}

TEST(Rates, SizesMustAgree)
{
    EXPECT_THROW(rates_of(four_cases, Numbers{3}, test::path_neighbours(4)), geo::Error);
    EXPECT_THROW(rates_of(four_cases, four_people, test::path_neighbours(3)), geo::Error);
}

// Bounds as epitools' pois.exact and R's qgamma give them.
TEST(PoissonBounds, KnownValues)
{
    EXPECT_EQ(poisson_bounds(0.0, 0.95).lower, 0.0);
    EXPECT_NEAR(poisson_bounds(0.0, 0.95).upper, 3.688879, 1e-6);
    EXPECT_NEAR(poisson_bounds(5.0, 0.95).lower, 1.623486, 1e-6);
    EXPECT_NEAR(poisson_bounds(5.0, 0.95).upper, 11.668332, 1e-6);
    EXPECT_NEAR(poisson_bounds(0.0, 0.90).upper, -std::log(0.05), 1e-12);
}

TEST(PoissonBounds, TailsAreWhatTheyClaim)
{
    // Sums of Poisson probabilities: P(Y >= y | lower) = P(Y <= y | upper) = 0.05.
    for (double const count : {1.0, 3.0, 12.0, 40.0}) {
        auto const bounds = poisson_bounds(count, 0.90);
        double below = 0.0;
        double not_above = 0.0;
        for (double k = 0.0; k <= count; k += 1.0) {
            auto const chance = [k](double mean) {
                return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
            };
            below += k < count ? chance(bounds.lower) : 0.0;
            not_above += chance(bounds.upper);
        }
        EXPECT_NEAR(1.0 - below, 0.05, 1e-12) << count;
        EXPECT_NEAR(not_above, 0.05, 1e-12) << count;
    }
}

}  // namespace
}  // namespace marchland::analysis::rates
