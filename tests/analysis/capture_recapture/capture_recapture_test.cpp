// Capture-recapture against R's glm on the UK lists of 2013, and against populations that are known.
#include "analysis/capture_recapture/capture_recapture.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>

namespace marchland::analysis::capture_recapture {
namespace {

auto const home = test::shared / "reference/stats/mse_uk2013";

ListCells cells_in(std::string const& file, std::vector<std::string> const& lists)
{
    auto const table = test::numbers_in(home / file);
    ListCells cells{lists, std::vector<double>(std::size_t{1} << lists.size(), 0.0)};
    for (std::size_t row = 0; row < table.at("count").size(); ++row) {
        std::size_t pattern = 0;
        for (std::size_t l = 0; l < lists.size(); ++l) {
            pattern |= table.at(lists[l])[row] == 1.0 ? std::size_t{1} << l : 0U;
        }
        cells.count[pattern] += table.at("count")[row];
    }
    return cells;
}

struct Uk {
    std::string cells;
    std::string expected;
};

class UkLists : public testing::TestWithParam<Uk> {};

TEST_P(UkLists, AreThoseOfR)
{
    MARCHLAND_NEEDS(home);
    auto const wanted = nlohmann::json::parse(test::text_in(home / GetParam().expected));
    auto const cells = cells_in(GetParam().cells, wanted["lists"]);
    EXPECT_EQ(cells.observed(), wanted["observed"]);
    auto const same = [](LogLinearFit const& fit, nlohmann::json const& model) {
        EXPECT_NEAR(fit.total, model["N"].get<double>(), 1e-4);
        EXPECT_NEAR(fit.lower, model["N_lo"].get<double>(), 1e-3);
        EXPECT_NEAR(fit.upper, model["N_hi"].get<double>(), 1e-3);
        EXPECT_NEAR(fit.aic, model["aic"].get<double>(), 1e-6);
        EXPECT_NEAR(fit.deviance, model["deviance"].get<double>(), 1e-6);
        EXPECT_EQ(fit.df, model["df"].get<int>());
        EXPECT_NEAR(fit.intercept_se, model["se_intercept"].get<double>(), 1e-7);
    };
    same(fit_log_linear(cells, {}), wanted["independence"]);
    auto const path = stepwise(cells, Criterion::aic);
    auto const& steps = wanted["stepwise_pairs_aic"]["path"];
    ASSERT_EQ(path.size(), steps.size());
    for (std::size_t s = 0; s < path.size(); ++s) {
        same(path[s], steps[s]);
    }
    EXPECT_NEAR(chao_bound(cells), wanted["chao"]["chao_lower_bound_bias_corrected"].get<double>(),
                1e-6);
    std::size_t at = 0;
    for (std::size_t a = 0; a < cells.lists.size(); ++a) {
        for (std::size_t b = a + 1; b < cells.lists.size(); ++b) {
            auto const& pair = wanted["pairwise"][at++];
            auto const two = two_lists(cells, {a, b});
            EXPECT_NEAR(two.chapman, pair["chapman"].get<double>(), 1e-6);
            EXPECT_NEAR(two.variance / pair["chapman_var"].get<double>(), 1.0, 1e-9);
            EXPECT_EQ(two.petersen.has_value(), pair.contains("petersen"));
        }
    }
    if (wanted.contains("all_estimable_pairs")) {
        std::vector<ListPair> pairs;
        for (std::size_t a = 0; a < cells.lists.size(); ++a) {
            for (std::size_t b = a + 1; b < cells.lists.size(); ++b) {
                if (cells.on_both(a, b) > 0.0) {
                    pairs.emplace_back(a, b);
                }
            }
        }
        same(fit_log_linear(cells, pairs), wanted["all_estimable_pairs"]);
    }
}

INSTANTIATE_TEST_SUITE_P(CaptureRecapture, UkLists,
                         testing::Values(Uk{"UKdat_cells.csv", "expected_UKdat.json"},
                                         Uk{"UKdat_5_cells.csv", "expected_UKdat_5.json"}),
                         [](auto const& one) {
                             return one.index == 0 ? "six_lists" : "five_lists";
                         });

TEST(CaptureRecapture, RangeHoldsEveryModel)
{
    MARCHLAND_NEEDS(home);
    auto const cells = cells_in("UKdat_5_cells.csv", {"LA", "NG", "PFNCA", "GO", "GP"});
    auto const reporting = reporting_of("United Kingdom 2013", cells, {.resamples = 60, .seed = 3});
    ASSERT_TRUE(reporting.refusal.empty());
    EXPECT_GE(reporting.models.size(), 5U);
    for (auto const& model : reporting.models) {
        EXPECT_GE(model.lower, reporting.lower);
        EXPECT_LE(model.bound_only ? model.total : model.upper, reporting.upper);
        std::printf("    %-36s %6.0f [%6.0f, %6.0f]\n", model.name.c_str(), model.total,
                    model.lower, model.upper);
    }
    EXPECT_EQ(reporting.never_together, (std::vector<ListPair>{{0, 4}}));
    auto const again = reporting_of("United Kingdom 2013", cells, {.resamples = 60, .seed = 3},
                                    geo::Job{{}, {}, 5});
    EXPECT_EQ(again.lower, reporting.lower);
    EXPECT_EQ(again.upper, reporting.upper);
}

TEST(CaptureRecapture, ALowerBoundIsNoUpperEnd)
{
    // All on all three lists; and 20 on each of two pairs, none on the third.
    for (auto const& [counts, least] :
         {std::pair{std::vector<double>{0, 0, 0, 0, 0, 0, 0, 20}, 20.0},
          std::pair{std::vector<double>{0, 0, 0, 20, 0, 0, 20, 0}, 40.0}}) {
        auto const reporting = reporting_of("all", {{"a", "b", "c"}, counts}, {.resamples = 40});
        EXPECT_TRUE(reporting.refusal.empty());
        EXPECT_EQ(reporting.lower, least);
        EXPECT_TRUE(std::isinf(reporting.upper));
    }
}

/// `population` persons, each on list l with chance p[l]; the second list also draws on the first.
ListCells simulated(std::size_t population, std::vector<double> const& p, double referred,
                    std::uint64_t seed)
{
    ListCells cells{{"police", "shelter", "ngo", "hotline"}, std::vector<double>(16, 0.0)};
    cells.lists.resize(p.size());
    cells.count.resize(std::size_t{1} << p.size());
    for (std::size_t person = 0; person < population; ++person) {
        geo::Draws draws{geo::Random{seed, "lists", person}};
        std::size_t pattern = 0;
        for (std::size_t l = 0; l < p.size(); ++l) {
            double const chance = l == 1 && (pattern & 1U) != 0U ? referred : p[l];
            pattern |= draws.uniform() < chance ? std::size_t{1} << l : 0U;
        }
        cells.count[pattern] += 1.0;
    }
    return cells;
}

TEST(CaptureRecapture, FindsAKnownPopulation)
{
    int covered = 0;
    constexpr int worlds = 100;
    for (int world = 0; world < worlds; ++world) {
        auto const cells =
            simulated(2000, {0.2, 0.15, 0.25}, 0.15, 100 + static_cast<std::uint64_t>(world));
        auto const fit = fit_log_linear(cells, {});
        covered += fit.lower <= 2000.0 && 2000.0 <= fit.upper ? 1 : 0;
    }
    EXPECT_GE(covered, 88);  // 95 nominal; three standard errors of a hundred worlds are 6.5
    EXPECT_LE(covered, 100);
}

TEST(CaptureRecapture, ReferralIsSeenByTheInteractionAndBiasesIndependenceDown)
{
    auto const cells = simulated(4000, {0.2, 0.1, 0.2, 0.15}, 0.6, 7);
    auto const path = stepwise(cells, Criterion::bic);
    ASSERT_GE(path.size(), 2U);
    EXPECT_EQ(path[1].pairs, (std::vector<ListPair>{{0, 1}}));
    EXPECT_LT(path.front().upper, 4000.0);
    EXPECT_LT(path.back().lower, 4000.0);
    EXPECT_GT(path.back().upper, 4000.0);
}

TEST(CaptureRecapture, AnEmptyPairHasNoEstimate)
{
    // Nobody is on police and ngo together: the interaction would run to minus infinity.
    ListCells const cells{{"police", "shelter", "ngo"}, {0, 40, 30, 12, 25, 0, 9, 0}};
    EXPECT_FALSE(fit_log_linear(cells, {{0, 2}}).exists);
    EXPECT_TRUE(fit_log_linear(cells, {{0, 1}}).exists);
    // With both other pairs only police-and-ngo would speak of those on none: the dark figure has no end.
    EXPECT_FALSE(fit_log_linear(cells, {{0, 1}, {1, 2}}).exists);
    auto const reporting = reporting_of("north", cells, {.resamples = 0});
    EXPECT_TRUE(reporting.refusal.empty());
    EXPECT_EQ(reporting.never_together, (std::vector<ListPair>{{0, 2}}));
}

TEST(CaptureRecapture, NoOverlapIsRefusedInWords)
{
    ListCells const apart{{"police", "shelter"}, {0, 40, 30, 0}};
    auto const refused = reporting_of("north", apart);
    EXPECT_TRUE(refused.models.empty());
    EXPECT_NE(refused.refusal.find("0 persons are on two lists"), std::string::npos);
    ListCells const few{{"police", "shelter"}, {0, 40, 30, 6}};
    EXPECT_FALSE(reporting_of("north", few).refusal.empty());
    ListCells const one{{"police", "shelter"}, {0, 40, 0, 0}};
    EXPECT_NE(reporting_of("north", one).refusal.find("fewer than two lists"), std::string::npos);
    ListCells const enough{{"police", "shelter"}, {0, 40, 30, 7}};
    auto const range = reporting_of("north", enough);
    EXPECT_TRUE(range.refusal.empty());
    // docs/methods/capture-recapture.md: 47 on the first, 37 on the second, 7 on both
    EXPECT_NEAR(range.models.front().total, 48.0 * 38.0 / 8.0 - 1.0, 1e-9);
    auto const two = two_lists(enough, {0, 1});
    EXPECT_NEAR(*two.petersen, 47.0 * 37.0 / 7.0, 1e-9);
    EXPECT_NEAR(two.variance, 48.0 * 38.0 * 40.0 * 30.0 / (8.0 * 8.0 * 9.0), 1e-9);
    EXPECT_NEAR(range.lower, 227.0 - 1.959964 * 61.644, 0.01);
    EXPECT_NEAR(range.upper, 227.0 + 1.959964 * 61.644, 0.01);
    EXPECT_EQ(range.models.size(), 1U);
    ListCells const three{{"police", "shelter", "ngo"}, {0, 20, 15, 5, 10, 3, 2, 1}};
    EXPECT_NEAR(chao_bound(three), 56.0 + 45.0 * 44.0 / (2.0 * 11.0), 1e-9);
    EXPECT_THROW(reporting_of("north", ListCells{{"police", "shelter"}, {0, -1, 2, 3}}),
                 geo::Error);
    EXPECT_THROW(reporting_of("north", ListCells{{"police"}, {0, 1}}), geo::Error);
}

TEST(CaptureRecapture, StopsWithinASecond)
{
    auto const cells = simulated(4000, {0.2, 0.1, 0.2, 0.15}, 0.6, 7);
    std::stop_source stop;
    auto asked = std::chrono::steady_clock::now();
    geo::Job const job{stop.get_token(),
                       [&](double fraction) {
                           if (fraction > 0.0 && !stop.stop_requested()) {
                               asked = std::chrono::steady_clock::now();
                               stop.request_stop();
                           }
                       },
                       2};
    EXPECT_THROW(reporting_of("north", cells, {.resamples = 100'000}, job), geo::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, test::patience);
}

}  // namespace
}  // namespace marchland::analysis::capture_recapture
