// What amounts of effort are: in all or a head, and how much each kind counts.
#include "study/run/run.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace marchland::study {
namespace {

/// Nine communes of 5,000; 5 outreach visits and 300 hours over the region.
Region read(test::StudyFolder const& folder, std::string const& lines)
{
    auto const file = test::write_study(folder);
    folder.write("effort.csv", "commune,period,kind,amount\n"
                               "90001,2024,outreach,2\n90001,2024,patrol,60\n"
                               "90002,2024,outreach,3\n90002,2024,patrol,240\n");
    std::ofstream{file, std::ios::app} << "\n" << lines;
    return read_region(read_study_file(file));
}

std::vector<double> sums(Region const& region)
{
    std::vector<double> sum(region.communes.size(), 0.0);
    for (auto const& entry : region.effort) {
        sum[geo::index_of(entry.commune)] += entry.amount;
    }
    return sum;
}

auto said(Region const& region, std::string const& rule)
{
    return std::ranges::count(region.findings, rule, &geo::Finding::rule);
}

TEST(EffortUnit, KindsCountAsTheStudySays)
{
    test::StudyFolder const folder;
    auto const region = read(folder, "[effort.kinds]\n\"field visits\" = 8\npatrol = 1\n");
    EXPECT_EQ(sums(region)[0], 76.0);
    EXPECT_EQ(sums(region)[1], 264.0);
    EXPECT_EQ(said(region, "effort-kinds"), 0);
}

TEST(EffortUnit, AStudyHasKindsOfItsOwn)
{
    test::StudyFolder const folder;
    auto const file = test::write_study(folder);
    folder.write("effort.csv",
                 "commune,period,kind,amount\n90001,2024,boat trips,2\n90002,2024,river,3\n");
    std::ofstream{file, std::ios::app} << "\n[effort.kinds]\n\"boat trips\" = 8\n"
                                          "[words.effort_kind]\nriver = \"boat trips\"\n";
    auto const region = read_region(read_study_file(file));
    EXPECT_EQ(sums(region)[0], 16.0);
    EXPECT_EQ(sums(region)[1], 24.0);
    EXPECT_FALSE(geo::stops_work(region.findings));
}

TEST(EffortUnit, KindsWithoutAWordHaveTheSameSay)
{
    test::StudyFolder const folder;
    auto const region = read(folder, "");
    // docs/methods/counts.md
    EXPECT_NEAR(sums(region)[0], 2.0 * 305.0 / 10.0 + 60.0 * 305.0 / 600.0, 1e-9);
    EXPECT_NEAR(sums(region)[0] + sums(region)[1], 305.0, 1e-9);
    EXPECT_EQ(said(region, "effort-kinds"), 1);
}

TEST(EffortUnit, AKindThatIsNotNamedIsAnError)
{
    test::StudyFolder const folder;
    auto const region = read(folder, "[effort.kinds]\noutreach = 8\n");
    EXPECT_EQ(said(region, "effort-kind-unweighed"), 1);
    EXPECT_TRUE(geo::stops_work(region.findings));
}

TEST(EffortUnit, InAllIsBroughtToAThousandPersons)
{
    test::StudyFolder const folder;
    auto const file = test::write_study(folder, {.people = 4000});
    auto const plain = sums(read_region(read_study_file(file)));
    auto const in_all = sums(
        read_region(with(read_study_file(file), {changed("effort.unit", std::string{"in-all"})})));
    for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_NEAR(in_all[i] * 4.0, plain[i], 1e-9) << i;
    }
}

}  // namespace
}  // namespace marchland::study
