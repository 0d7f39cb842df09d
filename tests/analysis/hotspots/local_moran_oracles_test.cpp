// Local statistics against spdep 1.2-7 (closed forms) and against 999,999 draws of another program (p).
#include "analysis/hotspots/local_moran.hpp"

#include "tests/support/drawn_maps.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::hotspots {
namespace {

struct Classic {
    std::string folder;
    std::string variable;
    std::string list;
};

std::string name_of_case(testing::TestParamInfo<Classic> const& info)
{
    return info.param.folder + "_" + info.param.variable + "_" + info.param.list;
}

std::filesystem::path folder_of(Classic const& classic)
{
    return test::shared / "reference/stats" / classic.folder;
}

test::NumberTable table_of(Classic const& classic, std::string const& kind)
{
    return test::numbers_in(folder_of(classic) /
                            (kind + classic.variable + "_" + classic.list + ".csv"));
}

LocalMoran found_in(Classic const& classic, test::NumberTable const& table, int permutations)
{
    geo::PerCommune<double> const values{table.at("x")};
    auto const near = test::neighbours_in(
        folder_of(classic) / ("neighbours_" + classic.list + ".csv"), values.size());
    return local_moran(values, near, {.permutations = permutations, .seed = 20261121});
}

class ClassicStatistics : public testing::TestWithParam<Classic> {};

TEST_P(ClassicStatistics, AreThoseOfSpdep)
{
    MARCHLAND_NEEDS(folder_of(GetParam()));
    auto const wanted = table_of(GetParam(), "expected_local_");
    auto const found = found_in(GetParam(), wanted, 99);
    double worst_moran = 0.0;
    double worst_gi = 0.0;
    for (std::size_t i = 0; i < wanted.at("x").size(); ++i) {
        auto const id = test::commune(i);
        if (wanted.at("card")[i] == 0.0) {  // spdep says 0, we say that there is no answer
            EXPECT_TRUE(std::isnan(found.moran[id]));
            continue;
        }
        double const moran = wanted.at("Ii")[i];
        double const gi = wanted.at("Gstar_z")[i];
        worst_moran = std::max(worst_moran,
                               std::abs(found.moran[id] - moran) / std::max(1.0, std::abs(moran)));
        worst_gi =
            std::max(worst_gi, std::abs(found.gi_star[id] - gi) / std::max(1.0, std::abs(gi)));
        EXPECT_NEAR(found.lag[id], wanted.at("lag_W")[i],
                    1e-9 * std::max(1.0, std::abs(found.lag[id])));
    }
    std::printf("    largest difference: I %.1e, Gi* z %.1e\n", worst_moran, worst_gi);
    EXPECT_LT(worst_moran, 1e-9);
    EXPECT_LT(worst_gi, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(
    Spdep, ClassicStatistics,
    testing::Values(Classic{"nc_sids", "SID74", "queen"},
                    Classic{"nc_sids", "SID74", "cressie_chan_1989"},
                    Classic{"nc_sids", "SID79", "queen"}, Classic{"nc_sids", "EBz_SID74", "queen"},
                    Classic{"nc_sids", "EBz_SID74", "cressie_chan_1989"},
                    Classic{"nc_sids", "EBz_SID79", "queen"}, Classic{"columbus", "CRIME", "queen"},
                    Classic{"columbus", "CRIME", "gal"}, Classic{"columbus", "HOVAL", "gal"},
                    Classic{"ny8_leukaemia", "TRACTCAS", "queen"},
                    Classic{"ny8_leukaemia", "EBz_TRACTCAS", "queen"},
                    Classic{"scotland_lip", "cases", "queen"},
                    Classic{"scotland_lip", "EBz_cases", "queen"}),
    name_of_case);

class ClassicPermutations : public testing::TestWithParam<Classic> {};

TEST_P(ClassicPermutations, AgreeWithAMillionDraws)
{
    MARCHLAND_NEEDS(folder_of(GetParam()));
    constexpr double draws = 99999.0;
    auto const values = table_of(GetParam(), "expected_local_");
    auto const wanted = table_of(GetParam(), "expected_local_moran_perm999999_");
    auto const found = found_in(GetParam(), values, static_cast<int>(draws));
    double worst = 0.0;
    for (std::size_t i = 0; i < values.at("x").size(); ++i) {
        if (values.at("card")[i] == 0.0) {
            EXPECT_TRUE(std::isnan(found.p_value[test::commune(i)]));
            continue;
        }
        auto const compare = [&](double p, double exact) {
            double const se = std::sqrt(exact * (1.0 - exact) * (1.0 / draws + 1.0 / 999999.0));
            EXPECT_LE(std::abs(p - exact), 4.0 * se + 1.0 / draws) << "unit " << i;
            worst = std::max(worst, std::abs(p - exact));
        };
        compare(found.p_greater[test::commune(i)], wanted.at("p_greater")[i]);
        compare(found.p_less[test::commune(i)], wanted.at("p_less")[i]);
    }
    std::printf("    largest difference of p: %.4f\n", worst);
}

INSTANTIATE_TEST_SUITE_P(Draws, ClassicPermutations,
                         testing::Values(Classic{"nc_sids", "SID74", "queen"},
                                         Classic{"nc_sids", "SID74", "cressie_chan_1989"},
                                         Classic{"nc_sids", "SID79", "queen"},
                                         Classic{"columbus", "CRIME", "queen"},
                                         Classic{"columbus", "CRIME", "gal"},
                                         Classic{"ny8_leukaemia", "TRACTCAS", "queen"},
                                         Classic{"scotland_lip", "cases", "queen"}),
                         name_of_case);

}  // namespace
}  // namespace marchland::analysis::hotspots
