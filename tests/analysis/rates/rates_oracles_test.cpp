// Rates against what spdep 1.2-7 (R 4.2.2) computed for the classical maps.
//
// One definition differs on purpose. In the local estimator spdep measures how far the rate of each
// neighbour lies from the mean around that neighbour; Marshall, GeoDa (and spdep with geoda = TRUE), and
// we, from the mean around the commune itself. A plain twin here computes both, so that the difference
// is known to be this and nothing else.
#include "analysis/rates/rates.hpp"

#include "tests/support/drawn_maps.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::rates {
namespace {

struct Classic {
    std::string folder;
    std::string variable;
    std::string list;
};

class ClassicRates : public testing::TestWithParam<Classic> {};

void expect_equal(geo::PerCommune<double> const& found, std::vector<double> const& wanted,
                  std::string const& column)
{
    double worst = 0.0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        double const off = std::abs(found[test::commune(i)] - wanted[i]);
        worst = std::max(worst, off / std::max(std::abs(wanted[i]), 1e-12));
        EXPECT_NEAR(found[test::commune(i)], wanted[i], 1e-9 * std::max(std::abs(wanted[i]), 1e-6))
            << column << " of " << i;
    }
    testing::Test::RecordProperty(column, std::to_string(worst));
    std::printf("    %-18s largest relative difference %.1e\n", column.c_str(), worst);
}

/// The local estimator once more, step by step.
double local_twin(std::size_t i, test::NumberTable const& data, neighbours::Neighbours const& near,
                  bool as_spdep)
{
    auto const& cases = data.at("cases");
    auto const& people = data.at("population");
    auto const sum = [&near](std::size_t around, std::vector<double> const& values) {
        double total = values[around];
        for (auto const j : near[test::commune(around)]) {
            total += values[geo::index_of(j)];
        }
        return total;
    };
    auto const mean = [&](std::size_t around) { return sum(around, cases) / sum(around, people); };
    auto const off = [&](std::size_t j) {
        double const away = cases[j] / people[j] - mean(as_spdep ? j : i);
        return people[j] * away * away;
    };
    double spread = off(i);
    for (auto const j : near[test::commune(i)]) {
        spread += off(geo::index_of(j));
    }
    double const members = static_cast<double>(near[test::commune(i)].size()) + 1.0;
    double const between =
        std::max(0.0, spread / sum(i, people) - mean(i) / (sum(i, people) / members));
    double const within = mean(i) / people[i];
    double const weight = between + within > 0.0 ? between / (between + within) : 0.0;
    return mean(i) + weight * (cases[i] / people[i] - mean(i));
}

TEST_P(ClassicRates, AreThoseOfSpdep)
{
    auto const& [name, variable, list] = GetParam();
    auto const folder = test::shared / "reference/stats" / name;
    MARCHLAND_NEEDS(folder);
    auto const wanted =
        test::numbers_in(folder / ("expected_rates_" + variable + "_" + list + ".csv"));
    geo::PerCommune<double> const cases{wanted.at("cases")};
    auto const near = test::neighbours_in(folder / ("neighbours_" + list + ".csv"), cases.size());
    auto const rates = rates_of(cases, geo::PerCommune<double>{wanted.at("population")}, near);
    expect_equal(rates.crude, wanted.at("crude"), "crude");
    expect_equal(rates.smr, wanted.at("smr"), "smr");
    expect_equal(rates.expected, wanted.at("expected"), "expected");
    expect_equal(rates.eb, wanted.at("eb_global"), "eb_global");
    expect_equal(rates.spatial, wanted.at("spatial_rate"), "spatial_rate");
    for (std::size_t i = 0; i < cases.size(); ++i) {
        EXPECT_NEAR(rates.excess[test::commune(i)],
                    wanted.at("cases")[i] - wanted.at("expected")[i], 1e-9);
    }
    for (std::size_t i = 0; i < cases.size(); ++i) {
        auto const close = [](double value) { return 1e-9 * std::abs(value) + 1e-15; };
        if (double const local = wanted.at("eb_local")[i]; !std::isnan(local)) {
            EXPECT_NEAR(local_twin(i, wanted, near, true), local, close(local)) << i;
            EXPECT_NEAR(rates.eb_local[test::commune(i)], local_twin(i, wanted, near, false),
                        close(local))
                << i;
        } else {  // an island without cases: 0 out of 0 in spdep, rate 0 here
            EXPECT_EQ(rates.eb_local[test::commune(i)], 0.0) << i;
        }
    }
    expect_equal(rates.standardised, wanted.at("eb_standardised_z"), "eb_standardised_z");
}

INSTANTIATE_TEST_SUITE_P(Spdep, ClassicRates,
                         testing::Values(Classic{"nc_sids", "SID74", "queen"},
                                         Classic{"nc_sids", "SID74", "cressie_chan_1989"},
                                         Classic{"nc_sids", "SID79", "queen"},
                                         Classic{"ny8_leukaemia", "TRACTCAS", "queen"},
                                         Classic{"scotland_lip", "cases", "queen"}),
                         [](auto const& classic) {
                             return classic.param.folder + "_" + classic.param.variable + "_" +
                                    classic.param.list;
                         });

}  // namespace
}  // namespace marchland::analysis::rates
