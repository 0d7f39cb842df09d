// What is wrong with ways, crossings and the questions asked of them: said, and the work goes on or ends.
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace {

using namespace marchland::tests;
using Json = nlohmann::json;

std::string way(std::string const& id, std::string const& coordinates, std::string const& more = "")
{
    return R"({"type":"Feature","properties":{"id":")" + id + R"(","class":"local")" + more +
           R"(},"geometry":{"type":"LineString","coordinates":[)" + coordinates + "]}}";
}

std::string const middle = "[106.5,21.85],[106.65,21.85],[106.8,21.85]";
std::string const upward = "[106.65,21.7],[106.65,21.85],[106.65,22.0]";

/// The findings of a step that must end well.
std::string findings_of(SampleStudy const& study, std::string const& step = "graph")
{
    auto const ended = study.marchland(step, "--quiet --force");
    EXPECT_EQ(ended.code, 0) << ended.all();
    return study.read("out/findings.csv");
}

bool says(std::string const& text, std::string const& words)
{
    return text.find(words) != std::string::npos;
}

TEST(BadNetwork, WaysOfNoLengthAreLeftOutAndSaid)
{
    SampleStudy const study;
    study.write("roads.geojson",
                feature_collection(way("A", middle) + ",\n" + way("B", upward) + ",\n" +
                                   way("NIL", "[106.6,21.8],[106.6,21.8]")));
    EXPECT_TRUE(says(findings_of(study), "zero-length"));
}

TEST(BadNetwork, DuplicatesAndLoopsAreSaidAndHarmNobody)
{
    SampleStudy const study;
    findings_of(study);
    auto const sound = study.read("out/communes.csv");
    study.write(
        "roads.geojson",
        feature_collection(
            way("A", middle) + ",\n" + way("B", upward) + ",\n" + way("B2", upward) + ",\n" +
            way("RING", "[106.65,21.85],[106.652,21.853],[106.655,21.852],[106.65,21.85]")));
    auto const findings = findings_of(study);
    EXPECT_TRUE(says(findings, "duplicate-way")) << findings;
    EXPECT_TRUE(says(findings, "self-loop")) << findings;
    auto const spoilt = study.read("out/communes.csv");
    EXPECT_EQ(std::ranges::count(sound, '\n'), std::ranges::count(spoilt, '\n'));
}

TEST(BadNetwork, ACommuneFarFromEveryWayIsReportedAndNotAttached)
{
    SampleStudy const study;
    study.write("roads.geojson",
                feature_collection(way("B", "[106.78,21.85],[106.65,21.99],[106.65,22.0]")));
    // Square communes are 10 km wide; one more lies 60 km to the west, no way near it.
    auto communes = study.read("communes.geojson");
    communes.insert(communes.rfind(']'),
                    ",\n" + commune_feature("06010", "Xã 10", "9000",
                                            R"({"type":"Polygon","coordinates":[)" +
                                                square(106.0, 21.7, 0.1) + "]}"));
    study.write("communes.geojson", communes);
    auto const ended = study.marchland("routes", "--from 06010 --to G1 --quiet");
    EXPECT_EQ(ended.code, 2);
    EXPECT_TRUE(says(ended.err, "06010 lies farther from every way than it may")) << ended.all();
    auto const findings = findings_of(study);
    EXPECT_TRUE(says(findings, "commune-off-network")) << findings;
    EXPECT_TRUE(says(findings, "farther than 20 km from every way")) << findings;
}

TEST(BadNetwork, ACrossingFarFromEveryWayIsReportedAndHasNoFlow)
{
    SampleStudy const study;
    study.append("crossings.csv", "G2,Xa,main,open,106.9,22.1");
    auto const findings = findings_of(study, "corridors");
    EXPECT_TRUE(says(findings, "crossing-off-network")) << findings;
    EXPECT_TRUE(
        says(study.read("out/crossings.csv"), "G2,Xa,main,open,,,"))  // 0 would be an answer
        << study.read("out/crossings.csv");
    auto const closed = study.marchland("what-if", "--close G2 -o w");
    EXPECT_EQ(closed.code, 0);
    EXPECT_TRUE(says(closed.err, "no way comes near the crossing: the change changes nothing"))
        << closed.err;
}

TEST(BadNetwork, AWayFarRoundIsAFindingAndNoHours)
{
    SampleStudy const study;
    // The road to the crossing leads round by 380 km.
    study.write("roads.geojson", feature_collection(way(
                                     "A", "[106.55,21.75],[106.55,20.9],[107.4,20.9],[107.4,22.0],"
                                          "[106.65,22.0]")));
    auto const findings = findings_of(study, "risk");
    EXPECT_TRUE(says(findings, "long-way-to-crossing")) << findings;
    auto const table = study.read("out/communes.csv");
    ASSERT_EQ(column(table, "code").front(), "06001");
    EXPECT_EQ(column(table, "hours_to_crossing").front(), "");
    EXPECT_EQ(column(table, "nearest_crossing").front(), "");
    EXPECT_TRUE(says(findings, "hours to the nearest crossing is not known for")) << findings;
}

TEST(BadNetwork, FlowsOnHoursNotToBeBelievedSaySo)
{
    SampleStudy const study;
    study.write("roads.geojson", feature_collection(way(
                                     "A", "[106.55,21.75],[106.55,20.9],[107.4,20.9],[107.4,22.0],"
                                          "[106.65,22.0]")));
    auto const run = study.marchland("run");
    ASSERT_EQ(run.code, 0) << run.all();
    auto const communes = study.read("out/communes.csv");
    auto const hours = column(communes, "hours_to_crossing");
    std::set<std::string> told;
    for (std::size_t i = 0; i < hours.size(); ++i) {
        if (!hours[i].empty()) {
            told.insert(column(communes, "code")[i]);
        }
    }
    ASSERT_FALSE(told.contains("06001"));
    for (auto const* const name : {"out/corridors.csv", "out/sheet.csv"}) {
        auto const table = study.read(name);
        auto const from = column(table, "from_code");
        auto const doubtful = column(table, "doubtful");
        for (std::size_t i = 0; i < from.size(); ++i) {
            EXPECT_EQ(doubtful[i], told.contains(from[i]) ? "0" : "1") << from[i];
        }
    }
    auto const corridors = study.read("out/corridors.csv");  // all over the one crossing
    auto const flows = column(corridors, "flow");
    double all = 0.0;
    double doubtful = 0.0;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        all += std::stod(flows[i]);
        doubtful += column(corridors, "doubtful")[i] == "1" ? std::stod(flows[i]) : 0.0;
    }
    auto const shares = column(study.read("out/crossings.csv"), "doubtful_share");
    EXPECT_NEAR(std::stod(shares.front()), doubtful / all, 1e-9);
    EXPECT_TRUE(says(run.out, "of it on hours not to be believed")) << run.out;
    EXPECT_TRUE(says(study.read("out/findings.csv"), "flow-doubtful"));
    EXPECT_TRUE(
        says(study.read("out/report.html"), "roads around the commune are missing in the data"));
}

TEST(BadNetwork, ACommuneWithoutAWayToTheCrossingIsToldSo)
{
    SampleStudy const study;
    // Two roads that never meet; the crossing is on one of them.
    study.write("roads.geojson",
                feature_collection(way("A", "[106.5,21.72],[106.8,21.72]") + ",\n" +
                                   way("B", "[106.5,21.98],[106.65,22.0]")));
    auto const none = study.marchland("routes", "--from 06001 --to G1 --quiet");
    EXPECT_EQ(none.code, 0) << none.all();
    EXPECT_TRUE(says(none.out, "06001 > G1: no way on this network")) << none.out;
    auto const shut = study.marchland("what-if", "--close B -o w --json --quiet");
    ASSERT_EQ(shut.code, 0) << shut.all();
    auto const found = Json::parse(shut.out);
    EXPECT_GT(found["cut_off"].get<double>(), 0.0);
    EXPECT_LE(found["cut_off_bounds"][0].get<double>(), found["cut_off"].get<double>());
    // most communes cannot get to the crossing: what the few do is no figure of it
    auto const& crossing = found["crossings"][0];
    EXPECT_TRUE(crossing["before"].is_null() && crossing["after"].is_null());
    EXPECT_TRUE(says(study.read("w/what_if_crossings.csv"), "apart"));
}

TEST(BadNetwork, AOneWayDeadEndIsSaid)
{
    SampleStudy const study;
    study.write(
        "roads.geojson",
        feature_collection(way("A", middle) + ",\n" + way("B", upward) + ",\n" +
                           way("ONE", "[106.7,21.85],[106.7,21.75]", R"(,"oneway":"yes")")));
    EXPECT_TRUE(says(findings_of(study), "ONE")) << study.read("out/findings.csv");
}

TEST(BadNetwork, UnknownIdsNameTheNearest)
{
    SampleStudy const study;
    study.write(
        "crossings.csv",
        "id,name,class,status,lon,lat\nLS-HUUNGHI,Hữu Nghị,international,open,106.65,22.0\n");
    for (auto const* const option : {"--close", "--open", "--watch"}) {
        for (auto const* const wanted : {"LS-HUNGHI", "LS-HUUNGH"}) {
            auto const ended = study.marchland("what-if", std::string{option} + " " + wanted +
                                                              " -o never --quiet");
            EXPECT_EQ(ended.code, 2) << ended.all();
            EXPECT_TRUE(says(ended.err, "did you mean LS-HUUNGHI?"))
                << option << " " << wanted << ended.err;
        }
    }
    for (auto const* const wanted : {"'Hữu Nghị'", "'huu nghi'"}) {  // a name is as good as an id
        auto const ended = study.marchland("what-if", std::string{"--close "} + wanted +
                                                          " -o named --force --json");
        EXPECT_EQ(ended.code, 0) << wanted << ended.all();
        EXPECT_TRUE(says(ended.out, "LS-HUUNGHI")) << wanted << ended.out;
    }
}

TEST(BadNetwork, AChangeOfBothKindsIsRefused)
{
    SampleStudy const study;
    for (auto const* const both : {"--close G1 --open G1", "--close G1 --watch G1"}) {
        EXPECT_EQ(study.marchland("what-if", std::string{both} + " -o never --quiet").code, 2)
            << both;
    }
}

}  // namespace
