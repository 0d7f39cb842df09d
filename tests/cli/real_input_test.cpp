// The whole job on real layers: the 481 communes of the northern border and the 3,321 of the nation.
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace {

using namespace marchland::tests;
namespace fs = std::filesystem;

struct Size {
    char const* name;
    std::size_t communes;
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

INSTANTIATE_TEST_SUITE_P(Sizes, RealInput,
                         testing::Values(Size{"border7", 481}, Size{"nation", 3321}),
                         [](auto const& size) { return std::string{size.param.name}; });

}  // namespace
