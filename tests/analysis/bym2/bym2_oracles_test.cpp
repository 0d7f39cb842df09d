// The risk model against long runs of Markov chains that others made.
#include "analysis/bym2/bym2.hpp"

#include "tests/support/drawn_maps.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace marchland::analysis::bym2 {
namespace {

using Numbers = geo::PerCommune<double>;

std::filesystem::path const scotland{test::shared / "reference/stats/scotland_lip"};

struct LipCancer {
    char const* neighbours;
    char const* expected;
};

Bym2Fit fit_of(LipCancer const& map)
{
    auto const table = test::numbers_in(scotland / "attributes.csv");
    auto share = table.at("aff");
    for (double& one : share) {
        one *= 10.0;
    }
    Bym2Data const data{.cases = Numbers{table.at("cases")},
                        .expected = Numbers{table.at("expected")},
                        .covariates = {{"outdoor work", Numbers{share}}},
                        .near = test::neighbours_in(scotland / map.neighbours, share.size())};
    double const vague = std::sqrt(1000.0);
    return fit_bym2(data, {.intercept_sd = vague, .coefficient_sd = vague, .standardise = false});
}

class ScottishLipCancer : public testing::TestWithParam<LipCancer> {};

/// Largest difference of means in posterior sd, and of sds as a share.
struct Off {
    double mean = 0.0;
    double sd = 0.0;

    void add(double found_mean, double found_sd, double mean_wanted, double sd_wanted)
    {
        mean = std::max(mean, std::abs(found_mean - mean_wanted) / sd_wanted);
        sd = std::max(sd, std::abs(found_sd / sd_wanted - 1.0));
    }
};

TEST_P(ScottishLipCancer, IsThatOfTheMarkovChains)
{
    MARCHLAND_NEEDS(scotland / GetParam().expected);
    auto const wanted = nlohmann::json::parse(test::text_in(scotland / GetParam().expected));
    auto const fit = fit_of(GetParam());
    Off theta;
    auto const compare = [&](char const* name, Estimate const& found) {
        auto const& truth = wanted.at("mcmc").at(name);
        std::printf("    %-6s %8.4f (%.4f), chains %8.4f (%.4f)  [%.3f %.3f %.3f]\n", name,
                    found.mean, found.sd, truth.at("mean").get<double>(),
                    truth.at("sd").get<double>(), found.lower, found.median, found.upper);
        theta.add(found.mean, found.sd, truth.at("mean"), truth.at("sd"));
    };
    compare("beta0", fit.intercept);
    compare("beta1", fit.coefficients.at(0).estimate);
    compare("sigma", fit.sigma);
    compare("phi", fit.phi);
    Off risk;
    for (auto const& one : wanted.at("relative_risk_mcmc")) {
        auto const id = test::commune(one.at("id"));
        risk.add(fit.log_mean[id], fit.log_sd[id], one.at("log_mean"), one.at("log_sd"));
    }
    std::printf(
        "    theta: means off by %.3f sd, sds by %.1f %%; log risks: %.3f sd, %.1f %%; points %d\n",
        theta.mean, 100.0 * theta.sd, risk.mean, 100.0 * risk.sd, fit.points);
    EXPECT_LT(theta.mean, 0.1);
    EXPECT_LT(theta.sd, 0.05);
    EXPECT_LT(risk.mean, 0.1);
    EXPECT_LT(risk.sd, 0.05);
}

INSTANTIATE_TEST_SUITE_P(Maps, ScottishLipCancer,
                         testing::Values(LipCancer{"neighbours_classic_connected.csv",
                                                   "expected_bym2_classic_connected_aff.json"},
                                         LipCancer{"neighbours_queen.csv",
                                                   "expected_bym2_queen_islands_aff.json"}));

}  // namespace
}  // namespace marchland::analysis::bym2
