// The register of crossings: what it says of one day, and what contradicts.
#include "results/store.hpp"
#include "study/input/region.hpp"
#include "study/run/run.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

namespace marchland::study {
namespace {

using geo::CrossingClass;
using geo::CrossingId;
using geo::CrossingStatus;
using geo::Severity;

struct Register {
    geo::Crossings crossings;
    geo::Findings findings;

    CrossingId id_of(std::string const& id) const
    {
        auto const found = std::ranges::find(crossings.id, id);
        EXPECT_NE(found, crossings.id.end()) << id;
        return static_cast<CrossingId>(found - crossings.id.begin());
    }
    CrossingClass klass(std::string const& id) const { return crossings.klass[id_of(id)]; }
    CrossingStatus status(std::string const& id) const { return crossings.status[id_of(id)]; }
    geo::CrossingDetail detail(std::string const& id) const { return crossings.detail(id_of(id)); }
    bool nothing_wrong() const
    {
        return std::ranges::none_of(findings,
                                    [](auto const& one) { return one.severity > Severity::note; });
    }
    geo::Finding const* said(std::string const& rule) const
    {
        auto const found = std::ranges::find(findings, rule, &geo::Finding::rule);
        return found == findings.end() ? nullptr : &*found;
    }
};

Register register_in(std::string const& csv, std::string const& day = "2025-06-30")
{
    test::StudyFolder const folder;
    folder.write("crossings.csv", csv);
    Register made;
    made.crossings =
        geo::read_crossings({.layer = "crossings",
                             .source = "crossings.csv",
                             .usual = {{"x", "lon"}, {"y", "lat"}, {"name_other", "doi_dien"}},
                             .folder = folder.path()},
                            geo::Crs::parse("EPSG:9215"), day, made.findings);
    return made;
}

constexpr auto two_rows = "id,name,class,status,valid_from,valid_to,lon,lat\n"
                          "TT,Tân Thanh,clearance lane,open,2024-05-27,,106.68,22.00\n"
                          "TT,Tân Thanh,auxiliary,open,,2024-05-26,106.68,22.00\n";

TEST(CrossingDetails, AreReadFromMappedColumns)
{
    auto const found =
        register_in("id,doi_dien,code_other,hours,season,source,certainty,lon,lat\n"
                    "A,Hữu Nghị Quan,CN-PXG,07:00-18:00;19:00-21:30,wet,a decree,high,106.7,22.0\n"
                    "B,,,22:00-02:00,Dry,,0.35,106.7,22.1\n"
                    "C,,,,,,,106.7,22.2\n");
    EXPECT_EQ(found.detail("A"),
              (geo::CrossingDetail{"Hữu Nghị Quan", "CN-PXG", "07:00-18:00;19:00-21:30", "wet",
                                   "a decree", 0.9, ""}));
    EXPECT_EQ(found.detail("B"), (geo::CrossingDetail{"", "", "22:00-02:00", "dry", "", 0.35, ""}));
    EXPECT_EQ(found.detail("C"), geo::CrossingDetail{});
    EXPECT_TRUE(found.nothing_wrong());
}

TEST(CrossingDetails, WhatCannotBeUnderstoodIsSaidAndNotKept)
{
    auto const found = register_in("id,hours,season,certainty,lon,lat\n"
                                   "A,mornings,harvest,sure,106.7,22.0\n");
    EXPECT_EQ(found.detail("A"), geo::CrossingDetail{});
    for (auto const* const rule : {"bad-hours", "bad-season", "bad-certainty"}) {
        ASSERT_NE(found.said(rule), nullptr) << rule;
        EXPECT_EQ(found.said(rule)->severity, Severity::warning);
        EXPECT_EQ(found.said(rule)->feature, "row 1 (A)");
    }
}

TEST(CrossingDetails, HoursAreTimesOfDay)
{
    for (auto const* const good :
         {"07:00-18:00", "00:00-24:00", "18:00-06:00", "07:00-11:30; 13:00-17:00"}) {
        EXPECT_TRUE(geo::are_hours(good)) << good;
    }
    for (auto const* const bad :
         {"", "7-18", "07:00", "07:00-25:00", "07:60-08:00", "07:00-18:00;", "24:01-25:00",
          "08:00-08:00", "07.00-18.00", "07:00-18:00,19:00-20:00"}) {
        EXPECT_FALSE(geo::are_hours(bad)) << bad;
    }
}

TEST(CrossingHistory, TheRowOfTheDayIsTaken)
{
    EXPECT_EQ(register_in(two_rows, "2024-05-26").klass("TT"), CrossingClass::auxiliary);
    EXPECT_EQ(register_in(two_rows, "2024-05-27").klass("TT"), CrossingClass::clearance_lane);
    auto const found = register_in(two_rows);
    EXPECT_EQ(found.crossings.size(), 1U);
    EXPECT_EQ(found.detail("TT").history,
              "auxiliary to 2024-05-26; clearance lane from 2024-05-27");
    EXPECT_TRUE(found.nothing_wrong());
}

TEST(CrossingHistory, TellsTheStatusWhereItChanges)
{
    auto const found = register_in(
        "id,class,status,valid_from,valid_to,lon,lat\n"
        "A,main,open,,2020-01-31,106.7,22\nA,main,closed,2020-02-01,2023-02-19,106.7,22\n"
        "A,main,open,2023-02-20,,106.7,22\n");
    EXPECT_EQ(found.detail("A").history, "main (open) to 2020-01-31; main (closed) from 2020-02-01 "
                                         "to 2023-02-19; main (open) from 2023-02-20");
}

TEST(CrossingHistory, AGapHasTheClassBeforeAndAnUnknownStatus)
{
    std::string const gap = "id,class,status,valid_from,valid_to,lon,lat\n"
                            "A,auxiliary,open,2019-01-01,2020-02-28,106.7,22\nA,main,open,2021-01-"
                            "01,2022-12-31,106.7,22\n";
    auto const within = register_in(gap, "2020-02-29");
    EXPECT_EQ(within.klass("A"), CrossingClass::auxiliary);
    EXPECT_EQ(within.status("A"), CrossingStatus::unknown);
    ASSERT_NE(within.said("history-gap"), nullptr);
    EXPECT_EQ(within.said("history-gap")->severity, Severity::note);
    EXPECT_NE(within.said("history-gap")->message.find("between 2020-02-28 and 2021-01-01"),
              std::string::npos);
    ASSERT_NE(within.said("not-in-force"), nullptr);
    EXPECT_EQ(register_in(gap, "2018-12-31").status("A"), CrossingStatus::closed);
    auto const after = register_in(gap, "2023-01-01");
    EXPECT_EQ(after.status("A"), CrossingStatus::closed);
    EXPECT_EQ(after.klass("A"), CrossingClass::main);
    EXPECT_EQ(register_in(gap, "2021-01-01").status("A"), CrossingStatus::open);
}

TEST(CrossingHistory, NoGapOverTheEndOfALeapFebruary)
{
    auto const found =
        register_in("id,class,valid_from,valid_to,lon,lat\n"
                    "A,auxiliary,,2024-02-29,106.7,22\nA,main,2024-03-01,2024-12-31,106.7,22\n"
                    "A,main,2025-01-01,,106.7,22\n");
    EXPECT_EQ(found.said("history-gap"), nullptr);
}

TEST(CrossingHistory, OverlappingRowsAreAnErrorThatNamesBoth)
{
    auto const found = register_in(
        "id,class,valid_from,valid_to,lon,lat\n"
        "A,main,2010-01-01,,106.7,22\nB,main,,,106.8,22\nA,auxiliary,,2010-01-01,106.7,22\n",
        "2025-06-30");  // they contradict long before the day that is asked for
    auto const* const said = found.said("overlapping-history");
    ASSERT_NE(said, nullptr);
    EXPECT_EQ(said->severity, Severity::error);
    EXPECT_NE(said->message.find("row 3 (to 2010-01-01) and row 1 (from 2010-01-01)"),
              std::string::npos)
        << said->message;
}

TEST(CrossingHistory, ALongRowOverlapsAllThatBeginWithinIt)
{
    auto const found = register_in(
        "id,class,valid_from,valid_to,lon,lat\n"
        "A,main,,,106.7,22\nA,main,2001-01-01,2001-12-31,106.7,22\nA,main,2010-01-01,,106.7,22\n");
    EXPECT_EQ(std::ranges::count(found.findings, "overlapping-history", &geo::Finding::rule), 2);
}

TEST(CrossingHistory, ARowThatEndsBeforeItBeginsIsAnError)
{
    auto const found = register_in(
        "id,class,valid_from,valid_to,lon,lat\nA,main,2024-05-27,2024-05-26,106.7,22\n");
    ASSERT_NE(found.said("reversed-history"), nullptr);
    EXPECT_EQ(found.said("reversed-history")->severity, Severity::error);
}

TEST(CrossingHistory, ThePlaceMayStandInAnotherRow)
{
    auto const found =
        register_in("id,class,valid_from,valid_to,accuracy_m,lon,lat\n"
                    "A,auxiliary,,2024-05-26,150,106.68,22.00\nA,main,2024-05-27,,,,\n");
    EXPECT_TRUE(found.crossings.at[found.id_of("A")].has_value());
    EXPECT_EQ(found.crossings.accuracy_m[found.id_of("A")], 150.0);
    EXPECT_EQ(found.said("no-coordinate"), nullptr);
}

TEST(CrossingClasses, WordsInBracketsAreLeftAside)
{
    auto const found =
        register_in("id,class,certainty,lon,lat\nA,opening (temporary route),high (pair); "
                    "low (point),106.7,22\n");
    EXPECT_EQ(found.klass("A"), CrossingClass::opening);
    EXPECT_EQ(found.detail("A").certainty, 0.9);
    EXPECT_TRUE(found.nothing_wrong());
}

// ---- the bundled study, replayed

std::filesystem::path const training_study =
    std::filesystem::path{MARCHLAND_SOURCE} / "datasets/lang-son/study.toml";

Register register_at(std::string const& end)
{
    auto study = read_study_file(training_study);
    study.period.to = geo::parse_period(end)->to;
    auto region = read_region(study);
    return {std::move(region.crossings), std::move(region.findings)};
}

TEST(TrainingRegister, TheEndOfThePeriodReplaysIt)
{
    auto const before = register_at("2024-04");
    auto const after = register_at("2024-05");
    for (auto const* const lane : {"LS-TANTHANH", "LS-COCNAM"}) {
        EXPECT_EQ(before.klass(lane), CrossingClass::auxiliary) << lane;
        EXPECT_EQ(after.klass(lane), CrossingClass::clearance_lane) << lane;
        EXPECT_EQ(after.detail(lane).history,
                  "auxiliary to 2024-05-26; clearance lane from 2024-05-27");
    }
    EXPECT_EQ(before.crossings.id, after.crossings.id);
    EXPECT_EQ(after.klass("LS-HUUNGHI"), CrossingClass::international);
}

TEST(TrainingRegister, ItsCandidatesAreRestrictedAndMostAreRegistered)
{
    auto const study = read_study_file(training_study);
    auto const results = run_steps(study, read_region(study), Step::graph);
    ASSERT_FALSE(results.crossing_candidates.empty());
    std::set<std::string> registered;
    for (auto const& row : results.crossing_candidates) {
        EXPECT_TRUE(row.placed);
        EXPECT_TRUE(row.informal || !row.crossing.starts_with("SYN-INF")) << row.id;
        registered.insert(row.crossing);
    }
    for (auto const* const id :
         {"LS-HUUNGHI", "LS-CHIMA", "LS-TANTHANH", "SYN-INF-1", "SYN-INF-4"}) {
        EXPECT_TRUE(registered.contains(id)) << id;
    }
    for (auto const& finding : results.findings) {
        EXPECT_EQ(finding.feature.find("SYN-INF"), std::string::npos) << geo::sentence(finding);
    }
}

TEST(CrossingRows, GoToTheResultsAndBack)
{
    test::StudyFolder const folder;
    auto const file = test::write_study(folder);
    folder.write(
        "crossings.csv",
        "id,name,class,status,valid_from,valid_to,name_other,code_other,hours,season,source,"
        "certainty,lon,lat\n"
        "XX-1,Một,auxiliary,open,,2024-05-26,,,,,,,106.61,21.864\n"
        "XX-1,Một,international,open,2024-05-27,,Yī,CN1,07:00-18:00,dry,decree,medium,106.61,21."
        "864\n");
    folder.write(
        "border.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
        R"({"type":"LineString","coordinates":[[106.59,21.862],[106.64,21.862]]}}]})");
    std::ofstream{file, std::ios::app} << "[border]\nsource = \"border.geojson\"\n";
    auto const study = read_study_file(file);
    auto const results = run_steps(study, read_region(study), Step::corridors);
    ASSERT_EQ(results.crossings.size(), 1U);
    ASSERT_FALSE(results.sheet.empty());
    for (auto const& row : results.sheet) {
        EXPECT_EQ(row.crossing_history, "auxiliary to 2024-05-26; international from 2024-05-27");
    }
    results::write_results(results, folder.path() / "out");
    auto const again = results::read_results(folder.path() / "out").crossings.at(0);
    EXPECT_EQ(again.name_other, "Yī");
    EXPECT_EQ(again.code_other, "CN1");
    EXPECT_EQ(again.hours, "07:00-18:00");
    EXPECT_EQ(again.season, "dry");
    EXPECT_EQ(again.source, "decree");
    EXPECT_EQ(again.certainty, 0.6);
    EXPECT_EQ(again.history, results.crossings[0].history);
    ASSERT_EQ(results.crossing_candidates.size(), 2U);
    auto const candidates = results::read_results(folder.path() / "out").crossing_candidates;
    ASSERT_EQ(candidates.size(), 2U);
    EXPECT_EQ(candidates[0].id, "K1");
    EXPECT_EQ(candidates[0].crossing, "XX-1");
    EXPECT_EQ(candidates[0].kind, results::CandidateKind::crosses);
    EXPECT_EQ(candidates[0].way_class, results::WayClass::provincial);
    EXPECT_EQ(candidates[0].at, results.crossing_candidates[0].at);
    EXPECT_EQ(candidates[1].crossing, "");
    EXPECT_TRUE(std::isnan(candidates[1].metres));
}

}  // namespace
}  // namespace marchland::study
