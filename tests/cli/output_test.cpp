// What the command line writes: whole or not at all, the same bytes again, in any locale and folder.
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include <unistd.h>

namespace {

using namespace marchland::tests;
namespace fs = std::filesystem;

std::size_t lines_with(std::string const& text, std::string const& word)
{
    std::istringstream in{text};
    std::size_t count = 0;
    for (std::string line; std::getline(in, line);) {
        count += line.find(word) != std::string::npos ? 1U : 0U;
    }
    return count;
}

/// run.json without its times.
std::string without_times(std::string const& json)
{
    std::istringstream in{json};
    std::string kept;
    for (std::string line; std::getline(in, line);) {
        if (line.find("\"started\"") == std::string::npos &&
            line.find("\"seconds\"") == std::string::npos) {
            kept += line + "\n";
        }
    }
    return kept;
}

TEST(Output, AllFilesOfTheContract)
{
    SampleStudy const study;
    ASSERT_EQ(study.marchland("run").code, 0);
    for (auto const* const name : {"study.gpkg", "communes.csv", "clusters.csv", "crossings.csv",
                                   "corridors.csv", "findings.csv", "run.json"}) {
        EXPECT_TRUE(fs::exists(study.file("out") / name)) << name;
    }
    auto const header = study.read("out/communes.csv").substr(0, 400);
    EXPECT_TRUE(header.starts_with(
        "\xEF\xBB\xBF"
        "code,name,vintage,population,at_risk,cases,effort,rate,eb_rate,"
        "relative_risk,lower,upper,expected,exceedance,rank,rank_lower,rank_upper,"
        "evidence,hotspot,moran_p,gi_z,gi_p,cluster,hours_to_crossing,nearest_crossing,"
        "drivers,"))
        << header;
    EXPECT_EQ(lines_with(study.read("out/communes.csv"), "2025-07-01"), 9U);
}

TEST(Output, WhatIfAnswersAndNamesTheNearestId)
{
    SampleStudy const study;
    auto const answer = study.marchland("what-if", "--json -o wi");
    ASSERT_EQ(answer.code, 0) << answer.err;
    EXPECT_TRUE(fs::exists(study.file("wi") / "closures.csv"));
    EXPECT_FALSE(fs::exists(study.file("wi") / "what_if_crossings.csv"));  // nothing was changed
    auto const unknown = study.marchland("what-if", "--close NO-SUCH-GATE -o wi2");
    EXPECT_EQ(unknown.code, 2);
    EXPECT_NE(unknown.err.find("there is no crossing or way of that id"), std::string::npos)
        << unknown.err;
    EXPECT_FALSE(fs::exists(study.file("wi2")));
    EXPECT_EQ(study.marchland("what-if", "-o wi").code, 2);  // an answer is there already
}

TEST(Output, WhatIfSaysWhatHasNoEffect)
{
    SampleStudy const study;
    auto crossings = study.read("crossings.csv");
    auto const second = crossings.find('\n') + 1;
    auto const id = crossings.substr(second, crossings.find(',', second) - second);
    auto const opened = study.marchland("what-if", "--open " + id + " -o opened");
    EXPECT_EQ(opened.code, 0) << opened.err;
    EXPECT_NE(opened.err.find("the crossing is not closed: the change changes nothing"),
              std::string::npos)
        << opened.err;
    auto const closed = study.marchland("what-if", "--close " + id + " -o closed");
    EXPECT_EQ(closed.err.find("changes nothing"), std::string::npos) << closed.err;
}

TEST(Output, ThreadsDoNotChangeTheBytes)
{
    SampleStudy const study;
    for (auto const* const threads : {"1", "2", "7"}) {
        ASSERT_EQ(
            study.marchland("run", std::string{"--threads "} + threads + " -o t" + threads).code,
            0);
    }
    for (auto const* const other : {"t2", "t7"}) {
        EXPECT_EQ(study.read("t1/communes.csv"), study.read(std::string{other} + "/communes.csv"));
        EXPECT_EQ(study.read("t1/corridors.csv"),
                  study.read(std::string{other} + "/corridors.csv"));
        EXPECT_EQ(without_times(study.read("t1/run.json")),
                  without_times(study.read(std::string{other} + "/run.json")));
    }
}

TEST(Output, TheOrderOfRowsDoesNotChangeTheBytes)
{
    SampleStudy const study;
    ASSERT_EQ(study.marchland("run", "-o one").code, 0);
    study.write("cases.csv",
                "commune,period,count\n06009,2024-05,3\n06001,2022,2\n06002,2023-Q2,1\n");
    ASSERT_EQ(study.marchland("run", "-o two").code, 0);
    EXPECT_EQ(study.read("one/communes.csv"), study.read("two/communes.csv"));
}

TEST(Output, TheSeedIsHeeded)
{
    SampleStudy const study;
    ASSERT_EQ(study.marchland("run", "-o one --seed 1").code, 0);
    ASSERT_EQ(study.marchland("run", "-o two --seed 2").code, 0);
    EXPECT_EQ(study.marchland("run", "-o three --seed -5").code, 2);
    EXPECT_EQ(study.marchland("run", "-o three --seed 99999999999999999999").code, 2);
    EXPECT_NE(study.read("one/communes.csv"), study.read("two/communes.csv"));
}

TEST(Output, VietnameseLocaleChangesNothing)
{
    auto const locales = fs::path{testing::TempDir()} / "marchland-locales";
    fs::create_directories(locales);
    if (run_shell("localedef -i vi_VN -f UTF-8 '" + (locales / "vi_VN.UTF-8").string() + "'").code >
        1) {
        GTEST_SKIP() << "the locale vi_VN cannot be made here (package locales)";
    }
    SampleStudy const study;
    ASSERT_EQ(study.marchland("run", "-o plain").code, 0);
    auto const ended = study.marchland("run", "-o vi",
                                       "LOCPATH='" + locales.string() +
                                           "' LC_ALL=vi_VN.UTF-8 TZ=Asia/Ho_Chi_Minh");
    ASSERT_EQ(ended.code, 0) << ended.all();
    EXPECT_EQ(study.read("plain/communes.csv"), study.read("vi/communes.csv"));
    EXPECT_EQ(study.read("plain/corridors.csv"), study.read("vi/corridors.csv"));
}

TEST(Output, PathsWithBlanksAndVietnameseLetters)
{
    SampleStudy const study{"Lạng Sơn – nghiên cứu thử"};
    auto const ended = study.marchland("run", "-o 'kết quả 1'");
    EXPECT_EQ(ended.code, 0) << ended.all();
    EXPECT_TRUE(fs::exists(study.file("kết quả 1/study.gpkg")));
}

TEST(Output, AnExistingResultIsKeptWithoutForce)
{
    SampleStudy const study;
    ASSERT_EQ(study.marchland("run").code, 0);
    auto const before = fs::last_write_time(study.file("out/study.gpkg"));
    auto const ended = study.marchland("run");
    EXPECT_EQ(ended.code, 2) << ended.all();
    EXPECT_NE(ended.err.find("--force"), std::string::npos) << ended.err;
    EXPECT_EQ(fs::last_write_time(study.file("out/study.gpkg")), before);
    EXPECT_EQ(study.marchland("run", "--force").code, 0);
}

TEST(Output, FilesOfTheStudyAreNeverReplaced)
{
    SampleStudy const study;
    auto const before = study.read("crossings.csv");
    for (auto const* const options : {"-o .", "-o . --force"}) {
        auto const ended = study.marchland("run", options);
        EXPECT_EQ(ended.code, 2) << ended.all();
        EXPECT_NE(ended.err.find("crossings"), std::string::npos) << ended.err;
    }
    EXPECT_EQ(study.read("crossings.csv"), before);
    EXPECT_FALSE(fs::exists(study.file("study.gpkg")));
}

TEST(Output, ReportKeepsAFileThatIsThere)
{
    SampleStudy const study;
    ASSERT_EQ(study.marchland("run").code, 0);
    auto const before = study.read("cases.csv");
    auto const ended = run_shell("'" MARCHLAND_PROGRAM "' report '" + study.file("out").string() +
                                 "' -o '" + study.file("cases.csv").string() + "'");
    EXPECT_EQ(ended.code, 2) << ended.all();
    EXPECT_EQ(study.read("cases.csv"), before);
}

TEST(Output, AStepLeavesNoPictureOfAnotherResult)
{
    SampleStudy const study;
    ASSERT_EQ(study.marchland("run").code, 0);
    study.write("out/report.html", "the report of the first run");
    study.write("out/map.png", "its map");
    ASSERT_EQ(study.marchland("risk", "--force").code, 0);
    EXPECT_FALSE(fs::exists(study.file("out/report.html")));
    EXPECT_FALSE(fs::exists(study.file("out/map.png")));
}

TEST(Output, AFolderThatCannotBeWritten)
{
    SampleStudy const study;
    study.write("out", "a file where the folder should be");
    auto const ended = study.marchland("run");
    EXPECT_EQ(ended.code, 3) << ended.all();
    EXPECT_NE(ended.err.find("out"), std::string::npos);
    EXPECT_EQ(study.read("out"), "a file where the folder should be");
}

TEST(Output, AFullDiskLeavesNothingHalf)
{
    SampleStudy const study;
    // A limit on the size of files stands in for a full disk: writing fails in the middle.
    auto const ended = study.marchland("run", "-o full", "trap '' XFSZ; ulimit -f 40;");
    EXPECT_EQ(ended.code, 3) << ended.all();
    EXPECT_NE(ended.err.find("cannot write"), std::string::npos) << ended.all();
    EXPECT_FALSE(fs::exists(study.file("full/study.gpkg")));
    EXPECT_FALSE(fs::exists(study.file("full/.study.part.gpkg")));
}

/// Either a whole result or none: study.gpkg is complete if it is there at all.
void expect_whole_or_nothing(SampleStudy const& study, std::string const& folder)
{
    if (!fs::exists(study.file(folder + "/study.gpkg"))) {
        return;
    }
    auto const read = run_shell("'" MARCHLAND_PROGRAM "' inspect '" +
                                study.file(folder + "/study.gpkg").string() + "'");
    EXPECT_EQ(read.code, 0) << read.all();
    EXPECT_NE(read.out.find("layer runs: 5 rows"), std::string::npos) << "not whole: " << read.out;
}

constexpr std::initializer_list<char const*> moments{"0.03", "0.06", "0.1", "0.15",
                                                     "0.2",  "0.3",  "0.5"};

TEST(Output, KilledInTheMiddleLeavesNoHalfGeoPackage)
{
    SampleStudy const study;
    int killed = 0;
    for (auto const* const moment : moments) {
        auto const ended = study.marchland("run", "-o k", std::string{"timeout -s KILL "} + moment);
        killed += ended.code == 137 ? 1 : 0;
        expect_whole_or_nothing(study, "k");
        fs::remove_all(study.file("k"));
    }
    EXPECT_GT(killed, 0) << "no run was slow enough to be killed";
}

TEST(Output, CtrlCStopsCleanly)
{
    SampleStudy const study;
    study.replace("study.toml", "permutations = 999", "permutations = 999999");
    int stopped = 0;
    for (auto const* const moment : moments) {
        auto const ended = study.marchland(
            "run", "-o c", std::string{"timeout --preserve-status -s INT "} + moment);
        if (ended.err.find("stopped; nothing was written") != std::string::npos) {
            ++stopped;
            EXPECT_EQ(ended.code, 3) << ended.all();
            EXPECT_FALSE(fs::exists(study.file("c/study.gpkg")));
        }
        expect_whole_or_nothing(study, "c");
        fs::remove_all(study.file("c"));
    }
    EXPECT_GT(stopped, 0) << "no run was slow enough to be stopped";
}

TEST(Output, SilenceWhenPiped)
{
    SampleStudy const study;
    auto const ended = study.marchland("run");
    EXPECT_EQ(ended.err.find('\r'), std::string::npos) << "a progress bar went into a pipe";
}

TEST(Output, JsonIsOneObject)
{
    SampleStudy const study;
    auto const ended = study.marchland("run", "--json");
    ASSERT_EQ(ended.code, 0);
    EXPECT_TRUE(ended.out.starts_with("{"));
    EXPECT_NE(ended.out.find("\"ranking\""), std::string::npos);
    EXPECT_NE(ended.out.find("\"rank_lower\""), std::string::npos);
}

TEST(Output, EachStepAlone)
{
    SampleStudy const study;
    for (auto const* const step : {"graph", "risk", "hotspots", "corridors"}) {
        auto const ended = study.marchland(step, std::string{"-o "} + step);
        EXPECT_EQ(ended.code, 0) << step << ended.all();
        EXPECT_TRUE(fs::exists(study.file(step) / "study.gpkg")) << step;
    }
    EXPECT_EQ(study.read("risk/communes.csv").find("nan"), std::string::npos);
}

TEST(Output, HelpTellsWhereEachAnswerGoes)
{
    for (auto const& [command, where] :
         {std::pair{"run", "default: out/ beside the study"},
          std::pair{"what-if", "default: what-if/ beside the study"},
          std::pair{"routes", "default: it is only printed"},
          std::pair{"simulate", "folder for the study that is made"}}) {
        auto const help =
            run_shell(std::string{"'" MARCHLAND_PROGRAM "' "} + command + " --help").all();
        EXPECT_NE(help.find(where), std::string::npos) << help;
    }
}

TEST(Output, WrongUseIsExitTwo)
{
    EXPECT_EQ(run_shell("'" MARCHLAND_PROGRAM "' nonsense").code, 2);
    EXPECT_EQ(run_shell("'" MARCHLAND_PROGRAM "' run").code, 2);
    EXPECT_EQ(run_shell("'" MARCHLAND_PROGRAM "' --help").code, 0);
    EXPECT_EQ(run_shell("'" MARCHLAND_PROGRAM "' --version").code, 0);
}

TEST(Output, NewGuessesAndSaysWhatItGuessed)
{
    SampleStudy const study;
    auto const made = run_shell(
        "cd '" + study.folder().string() +
        "' && '" MARCHLAND_PROGRAM "' new fresh --communes communes.geojson --cases cases.csv "
        "--roads roads.geojson --crossings crossings.csv --effort effort.csv");
    ASSERT_EQ(made.code, 0) << made.all();
    EXPECT_NE(made.out.find("population is the column \"population\""), std::string::npos)
        << made.out;
    auto const ended =
        run_shell("'" MARCHLAND_PROGRAM "' run '" + study.file("fresh").string() + "'");
    EXPECT_EQ(ended.code, 0) << ended.all();
}

TEST(Output, InspectTellsLayersAndDefects)
{
    SampleStudy const study;
    study.replace("communes.geojson", "06002", "06001");
    auto const ended = run_shell("'" MARCHLAND_PROGRAM "' inspect '" +
                                 study.file("communes.geojson").string() + "'");
    EXPECT_EQ(ended.code, 0) << ended.all();
    for (auto const* const word :
         {"9 rows", "EPSG:4326", "population", "repeating a value of code"}) {
        EXPECT_NE(ended.out.find(word), std::string::npos) << word << ended.out;
    }
}

}  // namespace
