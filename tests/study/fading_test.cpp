// A past that fades: what it changes, what it leaves, and when it is offered.
#include "results/held.hpp"
#include "study/rows/rows.hpp"
#include "study/run/run.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace marchland::study {
namespace {

/// Lists of one year: what the map's held, and what others held.
std::vector<results::ValidationRow> judged(double map, double half_life_2, double not_fading = 0.0)
{
    auto const row = [](char const* rule, double caught) {
        return results::ValidationRow{
            .year = "2024", .rule = rule, .caught = caught, .cases = 100.0, .by_lot = 20.0};
    };
    return {row("expected persons", map),
            row("expected persons, half-life 1 year", std::min(30.0, map)),
            row("expected persons, half-life 2 years", half_life_2),
            row("expected persons, past not fading", not_fading)};
}

/// P(63 or more of 103 at 0.5) = 0.0148, and three were tried: docs/methods/change.md.
TEST(Fading, IsOfferedWhereItsListHeldClearlyMore)
{
    auto const found = fading_findings(judged(40.0, 63.0), {});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].message,
              "of 100 persons in years held out, the list of the map held 40; with "
              "persons and effort counting half after every 2 years it would have held "
              "63");
    EXPECT_EQ(found[0].action, "try [risk] half_life_years = 2");
    results::About about;
    put_held_out(judged(40.0, 63.0), {}, about);
    EXPECT_EQ(about.offered_half_life, 2.0);
}

TEST(Fading, IsNotOfferedWhereChanceMayHaveDoneIt)
{
    for (double const caught : {30.0, 40.0, 62.0}) {
        EXPECT_TRUE(fading_findings(judged(40.0, caught), {}).empty()) << caught;
        results::About about;
        put_held_out(judged(40.0, caught), {}, about);
        EXPECT_TRUE(std::isnan(about.offered_half_life));
        EXPECT_EQ(about.held_out_caught, 40.0);
    }
    for (auto const& [map, other] : {std::pair{0.0, 1.0}, {0.0, 5.0}, {1.0, 6.0}, {2.0, 8.0}}) {
        EXPECT_TRUE(fading_findings(judged(map, other), {}).empty()) << map << " " << other;
    }
    EXPECT_TRUE(fading_findings({}, {}).empty());
}

TEST(Fading, WhatTheStudyHasIsNotOfferedAgain)
{
    StudyFile study;
    study.half_life_years = 2.0;
    EXPECT_TRUE(fading_findings(judged(40.0, 90.0), study).empty());
    auto const found = fading_findings(judged(40.0, 90.0, 70.0), study);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].action, "leave half_life_years out");
}

/// Six persons a year in every fifth commune, of one column for three years and of another for two: the old column
/// has more in all, the new one more lately.
StudyFile moved(test::StudyFolder const& folder, std::string const& risk)
{
    auto const file = test::write_study(
        folder, {.rows = 5, .columns = 5, .cases = std::vector<int>(25, 1), .effort = {}});
    std::string cases = "commune,period,count\n";
    for (int year = 2020; year <= 2024; ++year) {
        for (int row = 0; row < 5; ++row) {
            auto const commune = 90001 + 5 * row + (year < 2023 ? 0 : 4);
            cases += std::to_string(commune) + "," + std::to_string(year) + ",6\n";
        }
    }
    folder.write("cases.csv", cases);
    std::ifstream stream{file};
    std::string text{std::istreambuf_iterator<char>{stream}, {}};
    std::string const period = "[\"2022-07\", \"2025-06\"]";
    text.replace(text.find(period), period.size(), "[\"2020\", \"2024\"]");
    std::ofstream{file} << text << "[risk]\ntop = 5\n" << risk;
    return read_study_file(file);
}

TEST(Fading, WhereThePlacesMovedTheRunOffersItAndItChangesTheOrder)
{
    test::StudyFolder const folder;
    auto const plain = moved(folder, "");
    auto const region = read_region(plain);
    auto const kept = run_steps(plain, region, Step::hotspots);
    EXPECT_EQ(kept.about.offered_half_life, 1.0);
    EXPECT_EQ(std::ranges::count(kept.findings, "fading", &geo::Finding::rule), 1);
    EXPECT_TRUE(std::isnan(kept.about.faded_found));
    EXPECT_GT(kept.communes[10].relative_risk, kept.communes[14].relative_risk);

    auto const faded = run_steps(moved(folder, "half_life_years = 1\n"), region, Step::hotspots);
    EXPECT_LT(faded.communes[10].relative_risk, faded.communes[14].relative_risk);
    EXPECT_NO_THROW(results::hold(faded));
    // a rate that is the same every year is the same whatever fades: 30 persons
    EXPECT_NEAR(faded.about.faded_found, 30.0, 1e-9);
    EXPECT_NEAR(faded.about.region_rate, kept.about.region_rate, 1e-12);
    // fewer persons say less
    auto const& sure = kept.communes[10];
    auto const& unsure = faded.communes[10];
    EXPECT_GT(unsure.upper / unsure.lower, sure.upper / sure.lower);
    // all that does not rest on the relative risk stays
    for (std::size_t i = 0; i < kept.communes.size(); ++i) {
        EXPECT_EQ(faded.communes[i].cases, kept.communes[i].cases);
        EXPECT_EQ(faded.communes[i].found_per_effort, kept.communes[i].found_per_effort);
        EXPECT_EQ(faded.communes[i].moran_i, kept.communes[i].moran_i);
    }
}

}  // namespace
}  // namespace marchland::study
