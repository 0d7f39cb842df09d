// Numbers by hand: docs/methods/local-moran.md.
#include "analysis/numerics/multiple_testing.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace marchland::analysis::numerics {
namespace {

void expect_q(std::vector<double> const& p, std::vector<double> const& wanted)
{
    auto const q = adjusted(p, Correction::benjamini_hochberg);
    ASSERT_EQ(q.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_NEAR(q[i], wanted[i], 1e-12) << i;
    }
}

TEST(BenjaminiHochberg, FiveByHand)
{
    // p x 5 / rank is 0.05, 0.05, 0.05, 0.05, 0.05: all are finds at 5 %.
    expect_q({0.01, 0.02, 0.03, 0.04, 0.05}, {0.05, 0.05, 0.05, 0.05, 0.05});
}

TEST(BenjaminiHochberg, StepsUpFromTheLargest)
{
    // p x 4 / rank is 0.04, 0.058, 0.04, 0.9: the third pulls the second down, as in R's p.adjust.
    expect_q({0.01, 0.029, 0.03, 0.9}, {0.04, 0.04, 0.04, 0.9});
}

TEST(BenjaminiHochberg, TheFifteenOfThePaper)
{
    // Benjamini and Hochberg (1995), section 3.2: four of fifteen are finds at 5 %.
    std::vector<double> const p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    auto const q = adjusted(p, Correction::benjamini_hochberg);
    EXPECT_EQ(std::ranges::count_if(q, [](double one) { return one <= 0.05; }), 4);
    EXPECT_NEAR(q[3], 0.0095 * 15.0 / 4.0, 1e-12);
    EXPECT_NEAR(q[4], 0.0298 * 15.0 / 7.0 < 0.0201 * 15.0 / 5.0 ? 0.0298 * 15.0 / 7.0 : 0.0603,
                1e-12);
}

TEST(Corrections, FourByHand)
{
    // docs/methods/local-statistics.md
    std::vector<double> const p{0.01, 0.029, 0.03, 0.9};
    auto const expect = [&p](Correction correction, std::vector<double> const& wanted) {
        auto const found = adjusted(p, correction);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            EXPECT_NEAR(found[i], wanted[i], 1e-12) << name_of(correction) << i;
        }
    };
    double const harmonic = 1.0 + 1.0 / 2.0 + 1.0 / 3.0 + 1.0 / 4.0;
    expect(Correction::benjamini_hochberg, {0.04, 0.04, 0.04, 0.9});
    expect(Correction::benjamini_yekutieli,
           {0.04 * harmonic, 0.04 * harmonic, 0.04 * harmonic, 1.0});
    expect(Correction::holm, {0.04, 0.087, 0.087, 0.9});
    expect(Correction::bonferroni, {0.04, 0.116, 0.12, 1.0});
}

TEST(BenjaminiHochberg, UntestedStaysUntestedAndDoesNotCount)
{
    auto const q = adjusted(std::vector{0.02, geo::unknown, 0.5}, Correction::benjamini_hochberg);
    EXPECT_NEAR(q[0], 0.04, 1e-12);
    EXPECT_TRUE(std::isnan(q[1]));
    EXPECT_NEAR(q[2], 0.5, 1e-12);
    EXPECT_TRUE(adjusted({}, Correction::benjamini_hochberg).empty());
}

TEST(BenjaminiHochberg, TwinFindsTheSameAtEveryLevel)
{
    // Slow and plain: the largest k with p(k) <= k level / m; p(1) to p(k) are finds.
    geo::Draws draws{geo::Random{7, "p-values"}};
    for (int round = 0; round < 50; ++round) {
        std::vector<double> p;
        for (int i = 0; i < 40; ++i) {
            p.push_back(std::ceil(draws.uniform() * draws.uniform() * 50.0) / 50.0);  // with ties
        }
        auto const q = adjusted(p, Correction::benjamini_hochberg);
        auto sorted = p;
        std::ranges::sort(sorted);
        for (double const level : {0.01, 0.05, 0.1, 0.3}) {
            double limit = -1.0;
            for (std::size_t k = 1; k <= sorted.size(); ++k) {
                if (sorted[k - 1] <= static_cast<double>(k) * level / 40.0 + 1e-15) {
                    limit = sorted[k - 1];
                }
            }
            for (std::size_t i = 0; i < p.size(); ++i) {
                EXPECT_EQ(q[i] <= level + 1e-15, p[i] <= limit);
            }
        }
    }
}

}  // namespace
}  // namespace marchland::analysis::numerics
