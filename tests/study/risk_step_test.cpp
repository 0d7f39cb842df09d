// What a study may add to the risk: indicators, sex and age, lists of agencies, a plan; and what comes out.
#include "study/run/run.hpp"

#include "analysis/rates/counts.hpp"
#include "geo/vocabulary/calendar.hpp"
#include "geo/vocabulary/error.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <ranges>
#include <set>

namespace marchland::study {
namespace {

/// The small study with more lines in its study.toml.
StudyFile study_with(test::StudyFolder const& folder, std::string const& toml,
                     test::SmallStudy const& small = {})
{
    auto const file = test::write_study(folder, small);
    std::ifstream stream{file};
    std::string text{std::istreambuf_iterator<char>{stream}, {}};
    if (toml.find("[hotspots]") != std::string::npos) {  // the study has one already
        auto const from = text.find("[hotspots]");
        text.erase(from, text.find("\n[", from) - from);
    }
    std::ofstream{file} << text << "\n" << toml;
    return read_study_file(file);
}

results::Results run(StudyFile const& study, Step last = Step::hotspots, geo::Job const& job = {})
{
    auto const region = read_region(study);
    for (auto const& finding : region.findings) {
        EXPECT_NE(finding.severity, geo::Severity::error) << geo::sentence(finding);
    }
    return run_steps(study, region, last, job);
}

bool said(results::Results const& results, std::string const& rule)
{
    return std::ranges::any_of(results.findings,
                               [&](auto const& finding) { return finding.rule == rule; });
}

std::string const poverty = "code,rate\n90001,10\n90002,20\n90003,30\n90004,40\n90005,50\n90006,"
                            "60\n90007,70\n90008,80\n90009,90\n";
std::string const indicator = "[[indicators]]\nname = \"poverty\"\nsource = "
                              "\"poverty.csv\"\ncolumn = \"rate\"\ncommune = \"code\"\n";

TEST(StudyRisk, PartsAddUpToTheScore)
{
    test::StudyFolder const folder;
    folder.write("poverty.csv", poverty);
    auto const results = run(study_with(folder, indicator));
    double score = 0.0;
    double movement = 0.0;
    for (auto const& row : results.communes) {
        double const sum = row.from_people + row.from_indicators + row.from_exposure +
                           row.from_neighbours + row.from_itself;
        EXPECT_NEAR(sum, row.score, 1e-9) << row.code;
        EXPECT_TRUE(std::isfinite(row.hour_farther));
        score += row.score;
        movement += std::abs(row.from_indicators);
    }
    EXPECT_NEAR(score, 0.0, 1e-9);
    EXPECT_GT(movement, 0.0);
}

TEST(StudyRisk, LayersAreColumnsOfTheirOwn)
{
    test::StudyFolder const folder;
    folder.write("poverty.csv", poverty);
    auto const results = run(study_with(folder, indicator));
    EXPECT_EQ(results.communes[8].vulnerability, 100.0);
    EXPECT_EQ(results.communes[0].vulnerability_rank, 9.0);
    EXPECT_EQ(results.communes[8].vulnerability_drivers, "poverty 100 %");
    // 24 persons; the fourth commune has 9 of them for twice the usual effort
    EXPECT_GT(results.communes[3].found_per_effort, 1.0);
    EXPECT_LT(results.communes[3].found_per_effort_lower, results.communes[3].found_per_effort);
    EXPECT_TRUE(std::isnan(results.communes[5].found_per_effort));  // nobody looked
    EXPECT_TRUE(std::isnan(results.communes[5].detectable));
    EXPECT_GT(results.communes[0].detectable, 1.0);
    // the index alone never moves what was found
    test::StudyFolder const other;
    auto const without = run(study_with(other, ""));
    for (std::size_t i = 0; i < 9; ++i) {
        bool const both_nan = std::isnan(without.communes[i].found_per_effort) &&
                              std::isnan(results.communes[i].found_per_effort);
        EXPECT_TRUE(both_nan ||
                    without.communes[i].found_per_effort == results.communes[i].found_per_effort);
    }
}

TEST(StudyRisk, SexAndAgeEnterTheExpectation)
{
    // All cases of the small study are of unknown sex and age: a table of people without them changes nothing.
    test::StudyFolder const folder;
    std::string people = "commune,sex,age,count\n";
    for (int i = 1; i <= 9; ++i) {
        people += "9000" + std::to_string(i) + ",unknown,unknown," +
                  std::to_string(i == 1 ? 10000 : 5000) + "\n";
    }
    folder.write("people.csv", people);
    auto const same = run(study_with(
        folder, "[people]\nsource = \"people.csv\"\n[risk]\nmodel = \"gamma-poisson\"\n"));
    test::StudyFolder const other;
    auto const plain = run(study_with(other, "[risk]\nmodel = \"gamma-poisson\"\n"));
    for (std::size_t i = 0; i < 9; ++i) {
        EXPECT_NEAR(same.communes[i].relative_risk, plain.communes[i].relative_risk, 1e-12);
    }
    test::StudyFolder const third;
    third.write("people.csv", "commune,sex,count\n90001,F,5000\n");
    auto const none = run(study_with(third, "[people]\nsource = \"people.csv\"\n"));
    EXPECT_TRUE(
        std::isfinite(none.communes[0].relative_risk));  // no case is of a group that it has
}

TEST(StudyRisk, ListsGiveARangeOrAreRefused)
{
    test::StudyFolder const folder;
    folder.write(
        "lists.csv",
        "stratum,lists,count\nnorth,police,40\nnorth,shelter,30\nnorth,police; shelter,12\n"
        "south,police,9\nsouth,ngo,7\n");
    auto const results = run(study_with(folder, "[lists]\nsource = \"lists.csv\"\n"), Step::risk);
    ASSERT_GE(results.reporting.size(), 3U);
    EXPECT_EQ(results.reporting[0].model, "all models");
    EXPECT_EQ(results.reporting[0].observed, 82.0);
    EXPECT_NEAR(results.reporting[1].persons, 53.0 * 43.0 / 13.0 - 1.0, 1e-9);  // Chapman
    auto const south =
        std::ranges::find(results.reporting, std::string{"south"}, &results::ReportingRow::stratum);
    ASSERT_NE(south, results.reporting.end());
    EXPECT_TRUE(std::isnan(south->lower));
    EXPECT_NE(south->note.find("at least 7"), std::string::npos);
}

TEST(StudyRisk, ListsWithALowerBoundAloneHaveNoUpperEnd)
{
    test::StudyFolder const folder;
    folder.write("lists.csv", "stratum,lists,count\nall,police; shelter; ngo,20\n");
    auto const results = run(study_with(folder, "[lists]\nsource = \"lists.csv\"\n"), Step::risk);
    ASSERT_EQ(results.reporting.size(), 2U);
    for (auto const& row : results.reporting) {
        EXPECT_EQ(row.lower, 20.0) << row.model;
        EXPECT_TRUE(std::isnan(row.upper)) << row.model;
        EXPECT_NE(row.note.find("lower bound"), std::string::npos) << row.note;
    }
}

TEST(StudyRisk, PlanNamesItsLimitsAndItsBase)
{
    test::StudyFolder const folder;
    auto const study = study_with(folder, "[plan]\nteam_days = 4\nteams = 2\nbase = \"90005\"\n");
    auto const results = run(study, Step::plan);
    double days = 0.0;
    for (auto const& row : results.plan) {
        days += row.order > 0 ? row.days : 0.0;
        EXPECT_FALSE(row.reason.empty());
    }
    EXPECT_LE(days, 4.0);
    EXPECT_TRUE(said(results, "plan"));
    test::StudyFolder const other;
    auto const wrong = study_with(other, "[plan]\nbase = \"90006x\"\n");
    try {
        run(wrong, Step::plan);
        FAIL() << "there is no such commune";
    } catch (geo::Error const& error) {
        EXPECT_NE(std::string{error.what()}.find("did you mean \"90006\""), std::string::npos)
            << error.what();
    }
}

TEST(StudyRisk, PlanWithDatesKnowsVisitsAndMarkets)
{
    test::StudyFolder const folder;
    folder.write("visits.csv", "commune,date\n90001,2025-12-20\n90001,2024-05\n");
    folder.write("markets.csv", "id,lon,lat,days\nM1,106.605,21.853,thu\n");
    auto const study = study_with(
        folder, "[visits]\nsource = \"visits.csv\"\n[markets]\nsource = \"markets.csv\"\n"
                "[plan]\nteam_days = 9\nteams = 1\nbase = \"90005\"\nstart = \"2026-01-05\"\n");
    auto const results = run(study, Step::plan);
    int visited = 0;
    int markets = 0;
    for (auto const& row : results.plan) {
        EXPECT_EQ(row.date.empty(), row.order == 0);
        visited += row.last_visit == "2025-12-20" ? 1 : 0;
        markets += row.market_day.empty() ? 0 : 1;
        EXPECT_EQ(row.last_visit.empty(), row.code != "90001");
        EXPECT_TRUE(row.market_day.empty() ||
                    geo::weekday_of(*geo::parse_day(row.market_day)) == 3);
    }
    EXPECT_EQ(visited, 1);
    EXPECT_EQ(markets, 1);
    EXPECT_TRUE(said(results, "plan"));
    EXPECT_FALSE(said(results, "plan-no-start"));
    auto undated = study;
    undated.plan.calendar.start.reset();
    EXPECT_TRUE(said(run(undated, Step::plan), "plan-no-start"));
}

TEST(StudyRisk, PlanWithoutAnyPersonFoundGoesToLearn)
{
    test::StudyFolder const folder;
    test::SmallStudy nobody;
    nobody.cases.assign(9, 0);
    auto const results = run(
        study_with(folder, "[plan]\nteam_days = 20\nexploration = 0.5\nbase = \"90005\"\n", nobody),
        Step::plan);
    auto const to_learn = std::ranges::count_if(results.plan, &results::PlanRow::to_learn);
    EXPECT_GE(to_learn, 5);
    for (auto const& row : results.plan) {
        EXPECT_TRUE(std::isnan(row.reach) && std::isnan(row.reach_upper)) << row.code;
    }
}

TEST(StudyRisk, ThePlanSaysWhereItsTravelIsNotToBeBelieved)
{
    // A gate next to the south-west is off the network: who lives there is sent to the one in the north.
    test::StudyFolder const folder;
    auto const study = study_with(
        folder, "[plan]\nteam_days = 12\nbase = \"90005\"\n",
        {.rows = 12, .cases = std::vector<int>(36, 1), .effort = std::vector<int>(36, 20)});
    folder.write("crossings.csv",
                 "id,name,class,status,lon,lat\n"
                 "XX-1,Một,main,open,106.61,22.044\nXX-2,Hai,main,open,106.56,21.80\n");
    auto const results = run(study, Step::plan);
    std::size_t doubtful = 0;
    for (auto const& row : results.plan) {
        auto const commune =
            std::ranges::find(results.communes, row.code, &results::CommuneRow::code);
        EXPECT_EQ(row.doubtful, std::isnan(commune->hours_to_crossing)) << row.code;
        doubtful += row.doubtful && row.order > 0 ? 1 : 0;
    }
    EXPECT_GT(doubtful, 0U);
    EXPECT_TRUE(said(results, "plan-doubtful"));
}

TEST(StudyRisk, HoursThatNobodyKnowsAreNoReason)
{
    test::StudyFolder const folder;
    auto const study = study_with(folder, "");
    // the first column keeps its road to the only gate; another road stands apart in the south-east
    folder.write("crossings.csv",
                 "id,name,class,status,lon,lat\nXX-1,Một,main,open,106.61,21.864\n");
    folder.write("roads.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"a","class":"provincial"},"geometry":
         {"type":"LineString","coordinates":[[106.61,21.80],[106.61,21.864]]}},
        {"type":"Feature","properties":{"id":"b","class":"local"},"geometry":
         {"type":"LineString","coordinates":[[106.645,21.81],[106.656,21.81]]}}]})");
    auto const results = run(study, Step::risk);
    std::size_t missing = 0;
    for (auto const& row : results.communes) {
        EXPECT_EQ(row.hours_missing, std::isnan(row.hours_to_crossing)) << row.code;
        EXPECT_EQ(row.hours_missing, std::isnan(row.hour_farther)) << row.code;
        EXPECT_EQ(row.hours_missing,
                  row.drivers.find("hours to the crossing not known") != std::string::npos);
        EXPECT_TRUE(!row.hours_missing ||
                    row.drivers.find("hours to the crossing x") == std::string::npos);
        missing += row.hours_missing ? 1 : 0;
    }
    EXPECT_GE(missing, 1U);
    EXPECT_LT(missing, 9U);
    auto without = study;
    without.use_exposure = false;
    for (auto const& row : run(without, Step::risk).communes) {
        EXPECT_FALSE(row.hours_missing);  // the model has no hours: nothing of it rests on them
    }
}

/// The small study scanned by such windows.
results::Results scanned(std::string const& windows, std::string const& layers,
                         test::SmallStudy const& small = {})
{
    test::StudyFolder const folder;
    folder.write("border.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{},"geometry":{"type":"LineString",
        "coordinates":[[106.60,21.864],[106.66,21.864]]}}]})");
    return run(study_with(folder,
                          layers +
                              "[hotspots]\nmethods = [\"scan\"]\nreplicates = 199\nwindows = \"" +
                              windows + "\"\n",
                          small));
}

std::string const border = "[border]\nsource = \"border.geojson\"\n";

TEST(StudyRisk, ScanUsesTheWindowsAskedFor)
{
    for (auto const* const windows : {"circles", "ellipses", "travel-time", "border"}) {
        auto const results = scanned(windows, border, {.cases = {4, 0, 2, 40, 1, 0, 3, 5, 0}});
        auto const scan = std::ranges::find(results.clusters, results::ClusterKind::scan_high,
                                            &results::ClusterRow::kind);
        ASSERT_NE(scan, results.clusters.end()) << windows;
        EXPECT_GT(scan->llr, 0.0);
        EXPECT_FALSE(scan->words.empty());
        EXPECT_GT(results.communes[3].scan_cluster, 0) << windows;  // 40 of 55 persons
        EXPECT_LE(scan->p_value, 0.05);
    }
}

TEST(StudyRisk, AWindowThatChanceBringsOftenIsNoCluster)
{
    auto const results = scanned("circles", border);  // 9 of 24 persons
    EXPECT_TRUE(results.clusters.empty());
    EXPECT_TRUE(said(results, "scan-by-chance"));
    for (auto const& row : results.communes) {
        EXPECT_EQ(row.scan_cluster, 0);
    }
}

TEST(StudyRisk, ScanRefusesWindowsThatItCannotMake)
{
    for (auto const& [windows, results] :
         {std::pair{"travel-time", scanned("travel-time", border, {.roads = false})},
          std::pair{"border", scanned("border", "")}}) {
        EXPECT_TRUE(results.clusters.empty()) << windows;
        EXPECT_TRUE(results.about.hotspot_methods.empty()) << windows;
        auto const finding =
            std::ranges::find(results.findings, std::string{"scan"}, &geo::Finding::rule);
        ASSERT_NE(finding, results.findings.end()) << windows;
        EXPECT_NE(finding->message.find(std::string{windows} + "\" needs"), std::string::npos);
    }
}

/// Columns that a method fills: what one commune has of each.
std::map<std::string, bool> filled(results::Results const& results)
{
    auto const any = [&](double results::CommuneRow::*column) {
        return std::ranges::any_of(results.communes,
                                   [&](auto const& row) { return std::isfinite(row.*column); });
    };
    return {{"local-moran", any(&results::CommuneRow::moran_p)},
            {"gi-star", any(&results::CommuneRow::gi_z)},
            {"geary", any(&results::CommuneRow::geary_p)},
            {"median-moran", any(&results::CommuneRow::median_moran_p)}};
}

TEST(StudyRisk, TheYearUnseenJudgesTheModelOfTheMap)
{
    auto study =
        read_study_file(std::filesystem::path{MARCHLAND_SOURCE} / "datasets/lang-son/study.toml");
    study.use_exposure = false;  // gates of another day would change the hours
    auto const whole = run(study, Step::risk);
    auto const judged =
        std::ranges::find_if(whole.validation | std::views::reverse,
                             [](auto const& row) { return row.rule == "expected persons"; });
    // The map as it would have been a year before, and who was found in the year that followed.
    auto earlier = study;
    earlier.period.to.index -= 12;
    auto map = run(earlier, Step::risk).communes;
    std::ranges::stable_sort(map, std::greater{}, [](results::CommuneRow const& row) {
        return std::isnan(row.expected) ? -1.0 : row.expected;
    });
    std::set<std::string> list;
    for (int i = 0; i < study.top; ++i) {
        list.insert(map[static_cast<std::size_t>(i)].code);
    }
    auto const region = read_region(study);
    auto const found = analysis::rates::count_cases(
        region.cases, region.communes.size(), {{earlier.period.to.index + 1}, study.period.to});
    double caught = 0.0;
    for (auto const id : region.communes.code.ids()) {
        caught += list.contains(region.communes.code[id]) ? found.cases[id] : 0.0;
    }
    EXPECT_EQ(judged->caught, caught);
    EXPECT_GT(caught, 0.0);
}

TEST(StudyRisk, MethodsThatAreNotListedAreNotComputed)
{
    for (std::string const method : {"local-moran", "gi-star", "geary", "median-moran", "scan"}) {
        test::StudyFolder const folder;
        auto const results = run(
            study_with(folder, "[hotspots]\nreplicates = 99\nmethods = [\"" + method + "\"]\n"));
        for (auto const& [name, is_filled] : filled(results)) {
            EXPECT_EQ(is_filled, name == method) << name << " of " << method;
        }
        for (auto const& row : results.communes) {
            EXPECT_EQ(row.hotspot == results::Hotspot::not_sought, method != "local-moran");
            EXPECT_EQ(std::isfinite(row.gi_p), std::isfinite(row.gi_z));
            EXPECT_EQ(std::isfinite(row.gi_q), std::isfinite(row.gi_p));
            EXPECT_TRUE(std::isnan(row.gi_q) || row.gi_q >= row.gi_p);
        }
        EXPECT_EQ(results.about.hotspot_methods, std::vector{method});
        for (auto const& cluster : results.clusters) {
            EXPECT_EQ(cluster.kind == results::ClusterKind::scan_high, method == "scan");
        }
    }
}

TEST(StudyRisk, GiStarIsTheSameWithAndWithoutLocalMoran)
{
    test::StudyFolder const one;
    test::StudyFolder const other;
    auto const both = run(study_with(one, ""));
    auto const alone =
        run(study_with(other, "[hotspots]\npermutations = 999\nmethods = [\"gi-star\"]\n"));
    for (std::size_t i = 0; i < both.communes.size(); ++i) {
        EXPECT_EQ(std::isnan(both.communes[i].gi_z), std::isnan(alone.communes[i].gi_z));
        if (std::isfinite(both.communes[i].gi_z)) {
            EXPECT_EQ(both.communes[i].gi_z, alone.communes[i].gi_z);
            EXPECT_EQ(both.communes[i].gi_p, alone.communes[i].gi_p);
        }
    }
}

TEST(StudyRisk, GiStarCountsNeighboursAlikeWhateverTheirWeight)
{
    // The same neighbours, once by weight and once alike.
    test::StudyFolder const one;
    test::StudyFolder const other;
    std::string const within = "metres = 3500\n";
    auto const weighted =
        run(study_with(one, "[neighbours]\nrule = \"kernel\"\nkernel = \"triangular\"\n" + within));
    auto const alike = run(study_with(other, "[neighbours]\nrule = \"distance\"\n" + within));
    int moved = 0;
    for (std::size_t i = 0; i < alike.communes.size(); ++i) {
        auto const& row = weighted.communes[i];
        auto const& twin = alike.communes[i];
        EXPECT_EQ(std::isnan(row.gi_p), std::isnan(twin.gi_p));
        if (std::isfinite(twin.gi_p)) {
            EXPECT_EQ(row.gi_z, twin.gi_z) << row.code;
            EXPECT_EQ(row.gi_p, twin.gi_p) << row.code;
            moved += row.moran_p != twin.moran_p ? 1 : 0;
        }
    }
    EXPECT_GT(moved, 0);
}

TEST(StudyRisk, GapsOfEffortAndPeopleAreSaid)
{
    test::StudyFolder const folder;
    auto const file = test::write_study(folder, {});
    std::ofstream{folder.path() / "effort.csv"} << "commune,amount\n90001,20\n90002,30\n";
    auto const results = run(read_study_file(file), Step::risk);
    EXPECT_TRUE(said(results, "effort-not-told"));
    EXPECT_TRUE(said(results, "cases-without-effort"));
    test::StudyFolder const empty;
    auto const nobody = run(study_with(empty, "", {.people = 0}), Step::risk);
    EXPECT_TRUE(said(nobody, "cases-without-people"));
    EXPECT_EQ(nobody.communes[0].rank, 0);
}

TEST(StudyRisk, EveryModelAndThreadCountGivesItsOwnSameAnswer)
{
    for (auto const* const model : {"bym2", "bym2-negbin", "gamma-poisson"}) {
        test::StudyFolder const folder;
        folder.write("poverty.csv", poverty);
        auto const study = study_with(folder, indicator + "[risk]\nmodel = \"" + model +
                                                  "\"\n[hotspots]\nmethods = [\"local-moran\", "
                                                  "\"scan\", \"geary\", \"median-moran\"]\n");
        auto const one = run(study, Step::hotspots, geo::Job{{}, {}, 1});
        for (unsigned const threads : {2U, 8U}) {
            auto const many = run(study, Step::hotspots, geo::Job{{}, {}, threads});
            for (std::size_t i = 0; i < 9; ++i) {
                EXPECT_EQ(one.communes[i].relative_risk, many.communes[i].relative_risk) << model;
                EXPECT_EQ(one.communes[i].upper, many.communes[i].upper) << model;
                EXPECT_EQ(one.communes[i].expected_rank == many.communes[i].expected_rank,
                          one.communes[i].evidence != results::Evidence::none)
                    << model;
                EXPECT_EQ(one.communes[i].vulnerability_rank_upper,
                          many.communes[i].vulnerability_rank_upper);
            }
        }
    }
}

}  // namespace
}  // namespace marchland::study
