#include "cartography/disclosure/shown.hpp"

#include "cartography/map/map_picture.hpp"
#include "cartography/report/report.hpp"
#include "cartography/themes/theme.hpp"
#include "results/tables.hpp"
#include "tests/support/fake_results.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <type_traits>

using namespace marchland;
using namespace marchland::cartography;
using support::Hidden;

// Whoever forgets the gate does not compile.
static_assert(!std::is_convertible_v<results::Results, Shown>);
static_assert(!std::is_constructible_v<Shown, results::Results>);
static_assert(!std::is_default_constructible_v<Shown>);
static_assert(
    !std::is_invocable_v<decltype(make_scene), results::Results const&, geo::Boundaries const&>);
static_assert(!std::is_invocable_v<decltype(map_over), Scene const&, results::Results const&,
                                   geo::Boundaries const&, MapOptions const&, geo::Job const&>);
static_assert(!std::is_invocable_v<decltype(map_picture), results::Results const&,
                                   geo::Boundaries const&, MapOptions const&, geo::Job const&>);
static_assert(!std::is_invocable_v<decltype(report_html), results::Results const&,
                                   geo::Boundaries const&, ReportOptions const&, geo::Job const&>);
static_assert(!std::is_invocable_v<decltype(make_theme), results::Results const&, Measure, Language,
                                   std::optional<Classes> const&>);

namespace {

struct ShownTest : testing::Test {
    results::Results results = support::fake_results();
};

/// Every text of every table, as a reader of them could print it.
std::string texts_of(results::Results const& results)
{
    std::string all = results.about.title + results.about.purpose;
    for (auto const& source : results.about.sources) {
        all += source + "\n";
    }
    results::each_table([&]<class Row>(results::TableOf<Row> const& table) {
        for (auto const& row : table.rows.of(results)) {
            for (auto const& column : table.columns) {
                if (auto const* const member = std::get_if<std::string Row::*>(&column.member)) {
                    all += row.*(*member) + "\n";
                }
            }
        }
    });
    return all;
}

bool touches_hidden(geo::Shape const& shape)
{
    auto const is_hidden = [](geo::Point point) { return point == Hidden::at; };
    if (auto const* const point = std::get_if<geo::Point>(&shape)) {
        return is_hidden(*point);
    }
    auto const* const lines = std::get_if<geo::MultiLine>(&shape);
    return lines != nullptr && std::ranges::any_of(*lines, [&](auto const& line) {
               return std::ranges::any_of(line, is_hidden);
           });
}

/// Tables with a shape that touches the informal crossing.
std::vector<std::string> tables_that_touch(results::Results const& results)
{
    std::vector<std::string> names;
    results::each_table([&](auto const& table) {
        bool const touches = table.shape.of != nullptr &&
                             std::ranges::any_of(table.rows.of(results), [&](auto const& row) {
                                 return touches_hidden(table.shape.of(row));
                             });
        if (touches) {
            names.emplace_back(table.name);
        }
    });
    return names;
}

}  // namespace

TEST_F(ShownTest, NoTextHoldsAnInformalPlace)
{
    ASSERT_NE(texts_of(results).find(Hidden::name), std::string::npos);
    auto const shown = texts_of(*discreet(results));
    for (auto const* trace : Hidden::traces) {
        EXPECT_EQ(shown.find(trace), std::string::npos) << trace;
    }
    EXPECT_NE(shown.find("by … (…)"), std::string::npos);
}

TEST_F(ShownTest, NoShapeTouchesAnInformalPlace)
{
    EXPECT_THAT(tables_that_touch(results),
                testing::UnorderedElementsAre("crossings", "crossing_candidates", "corridors",
                                              "chokepoints", "ways", "repairs"));
    EXPECT_THAT(tables_that_touch(*discreet(results)), testing::IsEmpty());
}

TEST_F(ShownTest, InformalCrossingsAreOneRowTogether)
{
    results.crossings.push_back(results.crossings.back());
    results.crossings.back().id = "XX-INFORMAL-2";
    results.crossings.back().share_upper = 0.9;
    auto const shown = discreet(results);
    ASSERT_EQ(shown->crossings.size(), 4U);
    auto const& together = shown->crossings.back();
    EXPECT_TRUE(together.id.empty() && together.name.empty() && !together.placed);
    EXPECT_DOUBLE_EQ(together.share, 0.5);
    EXPECT_DOUBLE_EQ(together.share_upper, 1.0);  // a share has no more
    EXPECT_TRUE(std::isnan(together.hours_mean));
}

TEST_F(ShownTest, HoursAreThoseToAnOfficialCrossing)
{
    auto& row = results.communes[9];
    ASSERT_EQ(row.code, "90010");
    row.nearest_crossing = Hidden::id;
    row.hours_to_crossing = 0.2;
    auto const shown = discreet(results);
    EXPECT_DOUBLE_EQ(shown->communes[9].hours_to_crossing, 1.9);
    EXPECT_EQ(shown->communes[9].nearest_crossing, "XX-QT");
    // no corridor by public road: the hours to the hidden one stay untold
    EXPECT_TRUE(std::isnan(shown->communes[8].hours_to_crossing));
    EXPECT_TRUE(shown->communes[8].nearest_crossing.empty());
}

TEST_F(ShownTest, CorridorsArePublicRoadsToOfficialCrossings)
{
    auto by_road = results.corridors[1];
    by_road.informal_share = 0.0;  // a road all along still ends at the informal crossing
    auto unknown = results.corridors[0];
    unknown.informal_share = geo::unknown;
    results.corridors.push_back(by_road);
    results.corridors.push_back(unknown);
    auto const shown = discreet(results);
    ASSERT_EQ(shown->corridors.size(), 1U);
    EXPECT_EQ(shown->corridors[0].id, results.corridors[0].id);
}

TEST_F(ShownTest, WaysAreRoadsThatAreNotRestricted)
{
    results.ways[1].sensitivity = results::Sensitivity::restricted;  // a patrol road
    auto const shown = discreet(results);
    ASSERT_EQ(shown->ways.size(), 1U);
    EXPECT_EQ(shown->ways[0].id, "w1");
}

TEST_F(ShownTest, FindingsAboutInformalPlacesKeepTheirKindAlone)
{
    results.findings.push_back(results.findings[1]);
    results.findings.back().feature = "row 4";  // may be the informal one
    auto const shown = discreet(results);
    EXPECT_EQ(shown->findings[0], results.findings[0]);
    EXPECT_EQ(shown->findings[1], results.findings[1]);
    for (std::size_t const at : {2U, 3U, 5U}) {
        EXPECT_TRUE(is_withheld(shown->findings[at])) << at;
        EXPECT_EQ(shown->findings[at].rule, results.findings[at].rule);
    }
}

TEST_F(ShownTest, ANameThatSomethingElseBearsTellsNothing)
{
    results.crossings[3].name = "Đồng Đăng";
    results.plan.front().reason = "near Đồng Đăng";
    EXPECT_EQ(discreet(results)->plan.front().reason, "near Đồng Đăng");
}

TEST_F(ShownTest, AnIdInsideAWordIsNoName)
{
    results.crossings[3].id = "12";
    results.plan.front().reason = "1.125 persons, 12 of them by 12";
    EXPECT_EQ(discreet(results)->plan.front().reason, "1.125 persons, … of them by …");
}

TEST_F(ShownTest, OfficialPlacesStay)
{
    auto const shown = discreet(results);
    EXPECT_EQ(shown->crossings[0].name, results.crossings[0].name);
    EXPECT_EQ(shown->sheet.size(), 1U);
    EXPECT_EQ(shown->communes.size(), results.communes.size());
}

TEST_F(ShownTest, SheltersAreCountedAndNeitherNamedNorPlaced)
{
    support::add_programmes(results);
    using support::HiddenShelter;
    ASSERT_NE(texts_of(results).find(HiddenShelter::name), std::string::npos);
    auto const shown = discreet(results);
    auto const texts = texts_of(*shown);
    for (auto const* trace : HiddenShelter::traces) {
        EXPECT_EQ(texts.find(trace), std::string::npos) << trace;
    }
    ASSERT_EQ(shown->services.size(), 2U);
    EXPECT_EQ(shown->services[0].name, results.services[0].name);
    EXPECT_TRUE(shown->services[0].placed);
    EXPECT_EQ(shown->services[1].kind, "shelter");
    EXPECT_TRUE(shown->services[1].code.empty() && !shown->services[1].placed);
    EXPECT_EQ(shown->services[1].at, geo::Point{});
    EXPECT_EQ(shown->service_coverage.size(), 2U);  // of the whole region
    ASSERT_EQ(shown->service_hours.size(), 1U);     // hours from communes would place it
    EXPECT_EQ(shown->service_hours[0].kind, "reception_centre");
    for (auto const& row : shown->due) {
        EXPECT_TRUE(row.note != "shelter" || (row.code.empty() && row.name.empty()));
    }
    EXPECT_TRUE(is_withheld(shown->findings.back()));
}
