// The whole job on real layers: the 481 communes of the northern border and the 3,321 of the nation.
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace {

using namespace marchland::tests;
namespace fs = std::filesystem;

/// A tenth of the worlds: no test here reads a band, and a thousand would be most of its time.
std::string const few_worlds = "\n[corridors]\nworlds = 100\n";
/// The default model is run on the smaller ones.
std::string const quick_model = "\n[risk]\nmodel = \"gamma-poisson\"\n";

struct Size {
    char const* name;
    std::size_t communes;
    std::string more;  ///< lines of the study
    friend std::ostream& operator<<(std::ostream& out, Size const& size)
    {
        return out << size.name;
    }
};

class RealInput : public testing::TestWithParam<Size> {};

std::size_t lines_of(fs::path const& file)
{
    std::ifstream in{file};
    std::size_t count = 0;
    for (std::string line; std::getline(in, line);) {
        ++count;
    }
    return count;
}

TEST_P(RealInput, GivesAWholeResult)
{
    auto const data = fs::path{MARCHLAND_SHARED} / "data";
    if (!fs::exists(data)) {
        GTEST_SKIP() << data << " is missing: the real layers are not part of the project";
    }
    SampleStudy const place;
    auto const study = place.file(GetParam().name).string();
    auto const made = run_shell("'" MARCHLAND_REAL_INPUT "' " + std::string{GetParam().name} +
                                " '" + data.string() + "' '" + study + "'");
    ASSERT_EQ(made.code, 0) << made.all();
    place.append(std::string{GetParam().name} + "/study.toml", GetParam().more);
    auto const ended = run_shell("'" MARCHLAND_PROGRAM "' run '" + study + "' --quiet");
    ASSERT_EQ(ended.code, 0) << ended.all();
    EXPECT_EQ(lines_of(fs::path{study} / "out/communes.csv"), GetParam().communes + 1);
    EXPECT_GT(lines_of(fs::path{study} / "out/corridors.csv"), 1000U);
    auto const findings = place.read(std::string{GetParam().name} + "/out/findings.csv");
    EXPECT_NE(findings.find("after closing"), std::string::npos) << findings;
    auto const repairs = run_shell("'" MARCHLAND_PROGRAM "' inspect '" + study +
                                   "/out/study.gpkg' | grep 'layer repairs'");
    EXPECT_EQ(repairs.out.find(" 0 rows"), std::string::npos)
        << "no repair was logged: " << repairs.out;
}

/// What somebody with a road map would see first.
TEST(RealInputRoads, GatesCarryAFlowOrSayWhyNot)
{
    auto const data = fs::path{MARCHLAND_SHARED} / "data";
    if (!fs::exists(data)) {
        GTEST_SKIP() << data << " is missing: the real layers are not part of the project";
    }
    SampleStudy const place;
    auto const study = place.file("agency").string();
    auto const made =
        run_shell("'" MARCHLAND_REAL_INPUT "' agency '" + data.string() + "' '" + study + "'");
    ASSERT_EQ(made.code, 0) << made.all();
    auto const run = [&](std::string const& command) {
        return run_shell("'" MARCHLAND_PROGRAM "' " + command + " '" + study + "'");
    };
    place.append("agency/study.toml", few_worlds);
    ASSERT_EQ(run("corridors --quiet").code, 0);
    auto const table = place.read("agency/out/crossings.csv");
    auto const names = column(table, "name");
    auto const flows = column(table, "flow");
    auto const networks = column(table, "network");
    ASSERT_EQ(names.size(), 15U);
    std::map<std::string, std::string> network;
    for (std::size_t i = 0; i < names.size(); ++i) {
        network[names[i]] = networks[i];
        // 0 would be an answer: where there is no network there is no figure
        EXPECT_EQ(flows[i].empty(), networks[i] != "joined") << names[i];
        EXPECT_TRUE(flows[i].empty() || std::stod(flows[i]) > 0.0) << names[i];
    }
    EXPECT_EQ(network["Hữu Nghị"], "joined");
    EXPECT_EQ(network["Móng Cái"], "apart");
    auto const findings = place.read("agency/out/findings.csv");
    EXPECT_NE(findings.find("213 m"), std::string::npos) << "the gap before Móng Cái is not named";
    // western Cao Bằng: road 34 is missing for 1.8 km, and the way left leads to another province
    EXPECT_NE(findings.find("01279 Nùng Trí Cao and 01654 Hoà An ("), std::string::npos);
    auto const communes = place.read("agency/out/communes.csv");
    auto const codes = column(communes, "code");
    auto const hours = column(communes, "hours_to_crossing");
    for (auto const* const code : {"01366", "01729", "01738", "01768", "01777"}) {
        EXPECT_EQ(hours[static_cast<std::size_t>(std::ranges::find(codes, code) - codes.begin())],
                  "")
            << code;
    }
    EXPECT_GT(std::ranges::count_if(hours, [](auto const& told) { return !told.empty(); }), 300);
    // one line of the study closes the gap before Móng Cái
    place.replace("agency/study.toml", "snap_m = 200\n", "snap_m = 200\naccept = [\"RRG63P6T\"]\n");
    ASSERT_EQ(run("graph --force --quiet").code, 0);
    auto const closed = place.read("agency/out/crossings.csv");
    EXPECT_EQ(column(closed, "network")[static_cast<std::size_t>(
                  std::ranges::find(names, "Móng Cái") - names.begin())],
              "joined");
}

TEST(RealInputRoads, CodesBeforeTheReformAreCarriedForwardOrRefused)
{
    auto const data = fs::path{MARCHLAND_SHARED} / "data";
    if (!fs::exists(data)) {
        GTEST_SKIP() << data << " is missing: the real layers are not part of the project";
    }
    SampleStudy const place;
    auto const study = place.file("agency-old").string();
    auto const made =
        run_shell("'" MARCHLAND_REAL_INPUT "' agency-old '" + data.string() + "' '" + study + "'");
    ASSERT_EQ(made.code, 0) << made.all();
    auto const carried = run_shell("'" MARCHLAND_PROGRAM "' check '" + study + "'");
    EXPECT_EQ(carried.code, 0) << carried.all();
    EXPECT_NE(carried.all().find("116 rows of former communes were carried forward"),
              std::string::npos);
    run_shell("sed -i /crosswalk/d '" + study + "/study.toml'");
    auto const ended = run_shell("'" MARCHLAND_PROGRAM "' run '" + study + "' --quiet");
    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.all().find("of the vintage \"2024-01-01\""), std::string::npos);
    EXPECT_FALSE(fs::exists(fs::path{study} / "out/study.gpkg"));
}

INSTANTIATE_TEST_SUITE_P(Sizes, RealInput,
                         testing::Values(Size{"border7", 481, few_worlds},
                                         Size{"agency", 481, few_worlds},
                                         Size{"nation", 3321, few_worlds + quick_model}),
                         [](auto const& size) { return std::string{size.param.name}; });

}  // namespace
