// The programme figures that the project began with: what must not be added is not, and what cannot be is said. The
// figures are those of the reports; the table of activities is made here.
#include "analysis/programmes/donor_lines.hpp"
#include "geo/files/read.hpp"
#include "tests/support/layer_file.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace marchland::analysis::programmes {
namespace {

using geo::Activity;
using geo::ActivityUnit;

/// What a row of seed_figures.csv is as an activity; spans of years are dated by their last.
struct Founding {
    char const* id;
    char const* value;
    char const* activity;  ///< commune, kind, actor, period, unit, population
};

std::vector<Founding> const founding{
    {"S057", "2422", "toàn tỉnh,tờ rơi,Hội LHPN,2005,tờ,người dân"},
    {"S058", "100000", "toàn tỉnh,tờ rơi,Hội LHPN,2005,người,người dân"},
    {"S062", "7013", "toàn tỉnh,vay vốn,Hội LHPN,2005,người,phụ nữ có nguy cơ hoặc phụ nữ trở về"},
    {"S064", "600000", "unknown,outreach,IOM,2000,USD,unknown"},
    {"S066", "120", "unknown,training of trainers,IOM,2000,persons,trainers"},
    {"S067", "6600", "unknown,training,IOM,2000,persons,activists"},
    {"S068", "500000", "unknown,pamphlet,IOM,2000,pamphlets,high-risk"},
    {"S069", "500", "unknown,training,IOM,2000,persons,media people"}};

std::string as_table(std::vector<Founding> const& figures)
{
    std::string text = "commune,kind,actor,period,unit,population,done,as_of\n";
    for (auto const& one : figures) {
        text += std::string{one.activity} + "," + one.value + ",2005-12-31\n";
    }
    return text;
}

std::vector<Activity> read(std::string const& text, geo::Findings& findings)
{
    test::LayerFile const file{text};
    return geo::read_activities(file.source(), test::three_communes(), {}, findings);
}

FreshnessRule const in_2006{*geo::parse_day("2006-01-01"), 12};

DonorLine const* line_with(std::vector<DonorLine> const& lines, char const* kind, double done)
{
    auto const found = std::ranges::find_if(
        lines, [&](DonorLine const& line) { return line.kind == kind && line.done == done; });
    return found == lines.end() ? nullptr : &*found;
}

TEST(FoundingFigures, AllOfThemLoadAndTwoAreWarnedOf)
{
    geo::Findings findings;
    auto const activities = read(as_table(founding), findings);
    EXPECT_EQ(activities.size(), founding.size());
    EXPECT_EQ(test::said(findings), test::Words{"warning mixed-populations, row 3, population"});
    auto const lines = donor_lines(activities, in_2006);
    EXPECT_EQ(std::ranges::count_if(lines, &DonorLine::mixed), 1);
    EXPECT_EQ(std::ranges::count_if(lines, &DonorLine::doubts_unit), 1);
    auto const* const leaflets = line_with(lines, "leaflet", 2422.0);
    ASSERT_NE(leaflets, nullptr);
    EXPECT_NEAR(leaflets->persons_a_copy, 41.3, 0.05);
    EXPECT_TRUE(leaflets->doubts_unit());
    auto const* const pamphlets = line_with(lines, "leaflet", 500000.0);
    ASSERT_NE(pamphlets, nullptr);
    EXPECT_FALSE(pamphlets->doubts_unit());
}

TEST(FoundingFigures, LoansOfTwoPopulationsAreAddedToNeither)
{
    auto figures = founding;
    figures.push_back({"", "10", "toàn tỉnh,vay vốn,Hội LHPN,2005,người,phụ nữ có nguy cơ"});
    figures.push_back({"", "4", "toàn tỉnh,vay vốn,Hội LHPN,2005,người,người trở về"});
    geo::Findings findings;
    auto const lines = donor_lines(read(as_table(figures), findings), in_2006);
    ASSERT_NE(line_with(lines, "loan", 7013.0), nullptr);
    EXPECT_TRUE(line_with(lines, "loan", 7013.0)->mixed());
    EXPECT_NE(line_with(lines, "loan", 10.0), nullptr);
    EXPECT_NE(line_with(lines, "loan", 4.0), nullptr);
}

TEST(FoundingFigures, MoneyStaffAndMediaAreLinesOfTheirOwn)
{
    geo::Findings findings;
    auto const lines = donor_lines(read(as_table(founding), findings), in_2006);
    EXPECT_EQ(lines.size(), founding.size());
    ASSERT_NE(line_with(lines, "outreach", 600000.0), nullptr);
    EXPECT_EQ(line_with(lines, "outreach", 600000.0)->unit, ActivityUnit::usd);
    EXPECT_EQ(line_with(lines, "training", 6600.0)->populations.front(), "staff");
    EXPECT_EQ(line_with(lines, "training", 500.0)->populations.front(), "media");
}

TEST(FoundingFigures, AreThoseOfTheReports)
{
    auto const file = test::shared / "facts/seed_figures.csv";
    MARCHLAND_NEEDS(file);
    auto const table = geo::read_table({.layer = "facts", .source = file.string()});
    auto const* const ids = table.field("id");
    auto const* const values = table.field("value");
    ASSERT_TRUE(ids != nullptr && values != nullptr);
    std::map<std::string, std::string> reported;
    for (std::size_t row = 0; row < table.rows; ++row) {
        reported[ids->cells[row].value_or("")] = values->cells[row].value_or("");
    }
    for (auto const& one : founding) {
        EXPECT_EQ(reported[one.id], one.value) << one.id;
    }
}

}  // namespace
}  // namespace marchland::analysis::programmes
