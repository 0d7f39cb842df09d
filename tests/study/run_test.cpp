// Whole runs of small studies, from files to files.
#include "study/run/output_folder.hpp"
#include "study/run/run.hpp"

#include "geo/vocabulary/error.hpp"
#include "results/store.hpp"
#include "results/tables.hpp"
#include "tests/support/reference.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

namespace marchland::study {
namespace {

results::Results run(test::StudyFolder const& folder, test::SmallStudy const& small = {},
                     geo::Job const& job = {})
{
    auto const study = read_study_file(test::write_study(folder, small));
    auto const region = read_region(study, job);
    for (auto const& finding : region.findings) {
        EXPECT_NE(finding.severity, geo::Severity::error) << geo::sentence(finding);
    }
    return run_steps(study, region, Step::corridors, job);
}

geo::Job on_threads(unsigned threads)
{
    return geo::Job{{}, {}, threads};
}

bool is_said(results::Results const& results, std::string const& rule)
{
    return std::ranges::any_of(results.findings,
                               [&](auto const& finding) { return finding.rule == rule; });
}

// ---- a run

TEST(Study, FillsEveryTable)
{
    test::StudyFolder const folder;
    auto const results = run(folder);
    ASSERT_EQ(results.communes.size(), 9U);
    double flow = 0.0;
    double expected = 0.0;
    for (auto const& row : results.communes) {
        EXPECT_EQ(row.rank >= 1, row.evidence != results::Evidence::none) << row.code;
        EXPECT_TRUE(std::isfinite(row.relative_risk)) << row.code;
        EXPECT_TRUE(std::isfinite(row.hours_to_crossing)) << row.code;
        EXPECT_GE(row.expected_upper, row.expected);
        EXPECT_LE(row.expected_lower, row.expected);
        expected += row.expected;
    }
    for (auto const& row : results.crossings) {
        flow += row.flow;
    }
    EXPECT_NEAR(flow, expected, 0.01 * expected);  // the mean of a thousand worlds
    EXPECT_NEAR(expected, 24.0 / 3.0, 0.8);  // 24 persons in three years, one place without effort
    EXPECT_EQ(results.communes[5].evidence, results::Evidence::none);  // nobody looked there
    EXPECT_EQ(results.runs.size(), 5U);
    EXPECT_FALSE(results.corridors.empty());
    EXPECT_EQ(results.about.window_from, "2022-07");
    EXPECT_TRUE(is_said(results, "network"));
}

TEST(Study, StopsAfterTheStepThatWasAskedFor)
{
    test::StudyFolder const folder;
    auto const study = read_study_file(test::write_study(folder));
    auto const region = read_region(study);
    std::vector<std::string> steps;
    auto const results = run_steps(study, region, Step::risk, {},
                                   [&](std::string_view step) { steps.emplace_back(step); });
    EXPECT_EQ(steps, (std::vector<std::string>{"graph", "risk"}));
    EXPECT_EQ(results.runs.size(), 3U);
    EXPECT_TRUE(std::isnan(results.communes[0].moran_p));
    EXPECT_TRUE(results.corridors.empty());
}

// ---- to files and back

template <class Row>
void expect_same(results::TableOf<Row> const& table, results::Results const& one,
                 results::Results const& other)
{
    auto const before = table.rows.of(one);
    auto const after = table.rows.of(other);
    ASSERT_EQ(before.size(), after.size()) << table.name;
    for (std::size_t i = 0; i < before.size(); ++i) {
        for (auto const& column : table.columns) {
            std::visit(
                [&](auto member) {
                    if constexpr (requires { member.name(before[i]); }) {
                        EXPECT_EQ(member.name(before[i]), member.name(after[i]));
                    } else {
                        auto const& a = before[i].*member;
                        auto const& b = after[i].*member;
                        bool const both_unknown = a != a && b != b;
                        EXPECT_TRUE(a == b || both_unknown)
                            << column.name << " of row " << i << ": " << a << ", " << b;
                    }
                },
                column.member);
        }
    }
}

TEST(Study, ResultsComeBackAsTheyWereWritten)
{
    test::StudyFolder const folder;
    auto const one = run(folder);
    results::write_results(one, folder.path() / "out");
    auto const other = results::read_results(folder.path() / "out");
    results::each_table([&](auto const& table) { expect_same(table, one, other); });
    EXPECT_EQ(one.findings, other.findings);
    for (std::size_t i = 0; i < one.communes.size(); ++i) {
        EXPECT_EQ(one.communes[i].shape, other.communes[i].shape);
    }
    for (std::size_t i = 0; i < one.corridors.size(); ++i) {
        EXPECT_EQ(one.corridors[i].line, other.corridors[i].line);
    }
    for (std::size_t i = 0; i < one.crossings.size(); ++i) {
        EXPECT_EQ(one.crossings[i].placed, other.crossings[i].placed);
        EXPECT_EQ(one.crossings[i].at, other.crossings[i].at);
    }
    // The words about it come back too: written again they are the same bytes.
    results::write_results(other, folder.path() / "again");
    EXPECT_EQ(test::text_in(folder.path() / "out/run.json"),
              test::text_in(folder.path() / "again/run.json"));
}

/// run.json less the clock.
std::string timeless(std::filesystem::path const& file)
{
    auto json = nlohmann::ordered_json::parse(test::text_in(file));
    for (auto& one : json["runs"]) {
        one.erase("started");
        one.erase("seconds");
    }
    return json.dump();
}

TEST(Study, AResultKeepsAllThatItTakesToRunItAgain)
{
    test::StudyFolder const folder;
    auto const file = test::write_study(folder);
    std::vector<std::string> const options{changed("study.seed", std::int64_t{7}),
                                           changed("corridors.theta", 0.5),
                                           changed("plan.base", "90001")};
    auto const write = [&](StudyFile const& study, std::string const& name) {
        results::write_results(run_steps(study, read_region(study), Step::corridors),
                               folder.path() / name);
    };
    write(read_study_file(file, options), "one");
    auto const about = results::read_results(folder.path() / "one").about;
    EXPECT_EQ(about.study, test::text_in(file));
    EXPECT_EQ(about.changed, options);
    EXPECT_EQ(about.seed, 7);
    auto const again = parse_study(about.study, file, about.changed);
    EXPECT_EQ(again.seed, 7U);
    EXPECT_EQ(again.theta, 0.5);
    EXPECT_EQ(again.plan_bases, std::vector<std::string>{"90001"});
    EXPECT_EQ(again.text, about.study);
    write(again, "again");
    for (auto const& name : results::files_in(folder.path() / "one")) {
        if (name.ends_with(".csv")) {
            EXPECT_EQ(test::text_in(folder.path() / "one" / name),
                      test::text_in(folder.path() / "again" / name))
                << name;
        }
    }
    EXPECT_EQ(timeless(folder.path() / "one/run.json"), timeless(folder.path() / "again/run.json"));
    EXPECT_EQ(test::text_in(folder.path() / "one/run.json").find(folder.path().string()),
              std::string::npos)
        << "the user's folder was written";
}

TEST(Study, FoldersWithoutAResultAreRefused)
{
    test::StudyFolder const folder;
    EXPECT_THROW(results::read_results(folder.path()), geo::Error);
    refuse_existing_results(folder.path());
    results::write_results(run(folder), folder.path() / "out");
    EXPECT_THROW(refuse_existing_results(folder.path() / "out"), geo::Error);
    folder.write("study.gpkg", "no database");
    folder.write("run.json", "{}");
    EXPECT_THROW(results::read_results(folder.path()), geo::Error);
}

TEST(Study, ThreadsDoNotChangeAByte)
{
    test::StudyFolder const folder;
    auto const out = [&folder](unsigned threads) {
        return folder.path() / ("on-" + std::to_string(threads));
    };
    for (unsigned const threads : {1U, 2U, 7U}) {
        results::write_results(run(folder, {}, on_threads(threads)), out(threads));
    }
    for (unsigned const threads : {2U, 7U}) {
        for (auto const* const name :
             {"communes.csv", "clusters.csv", "crossings.csv", "corridors.csv", "findings.csv"}) {
            EXPECT_EQ(test::text_in(out(1) / name), test::text_in(out(threads) / name)) << name;
        }
        EXPECT_EQ(timeless(out(1) / "run.json"), timeless(out(threads) / "run.json"));
    }
}

TEST(Study, OrderOfTheFileDoesNotChangeAByte)
{
    test::StudyFolder const folder;
    auto const study = read_study_file(test::write_study(folder));
    auto const communes = nlohmann::json::parse(test::text_in(folder.path() / "communes.geojson"));
    auto turned = communes;
    std::ranges::reverse(turned["features"]);
    auto const write = [&](std::string const& name) {
        results::write_results(run_steps(study, read_region(study), Step::corridors),
                               folder.path() / name);
        return test::text_in(folder.path() / name / "communes.csv");
    };
    auto const one = write("one");
    folder.write("communes.geojson", turned.dump());
    EXPECT_EQ(one, write("other"));
}

// ---- stopped

TEST(Study, CancelledRunsLeaveNothing)
{
    for (double const when : {0.0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95}) {
        test::StudyFolder const folder;
        auto const study = read_study_file(test::write_study(folder));
        auto const region = read_region(study);
        std::stop_source stop;
        geo::Job const job{stop.get_token(), [&](double done) {
                               if (done >= when) {
                                   stop.request_stop();
                               }
                           }};
        EXPECT_THROW(results::write_results(run_steps(study, region, Step::corridors, job),
                                            folder.path() / "out"),
                     geo::Cancelled)
            << "at " << when;
        EXPECT_FALSE(std::filesystem::exists(folder.path() / "out"));
    }
}

TEST(Study, NothingStartsOnceStopIsAsked)
{
    test::StudyFolder const folder;
    auto const study = read_study_file(test::write_study(folder));
    auto const region = read_region(study);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(read_region(study, geo::Job{stop.get_token()}), geo::Cancelled);
    EXPECT_THROW(run_steps(study, region, Step::graph, geo::Job{stop.get_token()}), geo::Cancelled);
}

TEST(Study, ProgressOnlyGrows)
{
    test::StudyFolder const folder;
    std::vector<double> seen;
    auto const study = read_study_file(test::write_study(folder));
    run_steps(study, read_region(study), Step::corridors,
              geo::Job{{}, [&seen](double done) { seen.push_back(done); }, 1});
    EXPECT_TRUE(std::ranges::is_sorted(seen));
    EXPECT_LE(seen.back(), 1.0);
}

// ---- small and strange

TEST(Study, OneCommune)
{
    test::StudyFolder const folder;
    auto const results = run(folder, {.rows = 1, .columns = 1, .cases = {4}, .effort = {10}});
    ASSERT_EQ(results.communes.size(), 1U);
    EXPECT_EQ(results.communes[0].rank, 0);
    EXPECT_EQ(results.communes[0].relative_risk, 1.0);
    EXPECT_EQ(results.communes[0].hotspot, results::Hotspot::none);
    EXPECT_TRUE(std::isnan(results.communes[0].moran_p));
    results::write_results(results, folder.path() / "out");
    EXPECT_EQ(results::read_results(folder.path() / "out").communes.size(), 1U);
}

TEST(Study, WhereAllIsEqualNothingStandsOut)
{
    test::StudyFolder const folder;
    auto const results =
        run(folder,
            {.cases = std::vector<int>(9, 3), .effort = std::vector<int>(9, 7), .people = 5003});
    for (auto const& row : results.communes) {
        EXPECT_NEAR(row.relative_risk, 1.0,
                    0.05);  // places differ in hours and neighbours, counts do not
        EXPECT_LT(row.lower, 1.0);
        EXPECT_GT(row.upper, 1.0);
        EXPECT_EQ(row.hotspot, results::Hotspot::none);
        EXPECT_TRUE(std::isnan(row.moran_p));
    }
    EXPECT_TRUE(results.clusters.empty());
}

TEST(Study, WithoutAnyCase)
{
    test::StudyFolder const folder;
    auto const results = run(folder, {.cases = std::vector<int>(9, 0)});
    EXPECT_TRUE(is_said(results, "no-cases"));
    for (auto const& row : results.communes) {
        EXPECT_EQ(row.expected, 0.0);
        EXPECT_EQ(row.hotspot, results::Hotspot::none);
        EXPECT_TRUE(row.evidence == results::Evidence::weak ||
                    row.evidence == results::Evidence::none);
    }
    for (auto const& row : results.crossings) {
        EXPECT_EQ(row.flow, 0.0);
    }
    results::write_results(results, folder.path() / "out");
}

TEST(Study, WithoutRoads)
{
    test::StudyFolder const folder;
    auto const results = run(folder, {.roads = false});
    EXPECT_TRUE(is_said(results, "absent"));
    EXPECT_TRUE(results.corridors.empty());
    EXPECT_TRUE(std::isnan(results.communes[0].hours_to_crossing));
    EXPECT_TRUE(std::isnan(results.crossings[0].flow));
    EXPECT_GE(results.communes[0].rank, 1);
    results::write_results(results, folder.path() / "out");
}

TEST(Study, WithoutEffort)
{
    test::StudyFolder const folder;
    auto const results = run(folder, {.effort = {}});
    EXPECT_FALSE(results.about.has_effort);
    for (auto const& row : results.communes) {
        EXPECT_TRUE(std::isnan(row.effort));
        EXPECT_NE(row.evidence, results::Evidence::none);
    }
}

TEST(Study, EffortThatIsNothingIsSaid)
{
    test::StudyFolder const folder;
    auto const results = run(folder, {.effort = std::vector<int>(9, 0)});
    EXPECT_TRUE(is_said(results, "no-effort"));
    EXPECT_EQ(results.communes[1].evidence, results::Evidence::none);
    EXPECT_NE(results.communes[0].evidence, results::Evidence::none);
}

}  // namespace
}  // namespace marchland::study
