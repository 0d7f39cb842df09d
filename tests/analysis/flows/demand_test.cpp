// The chance that a crossing can be used: drawn paths that may or may not exist.
#include "analysis/flows/demand.hpp"

#include "tests/support/drawn_region.hpp"

#include <gtest/gtest.h>

namespace marchland::analysis::flows {
namespace {

using geo::CrossingClass;

TEST(Chances, OfInformalCrossingsAreThoseOfTheSurestWayThatEndsThere)
{
    auto const path = [](geo::Line line, double p) {
        return test::DrawnWay{.line = std::move(line),
                              .klass = geo::WayClass::path,
                              .kind = geo::WayKind::path,
                              .p_exists = p};
    };
    auto const region = test::region_of({{.line = {{0, 0}, {20000, 0}}},
                                         path({{2000, 0}, {2000, 3000}}, 0.4),
                                         path({{4000, 0}, {2000, 3000}}, 0.7),
                                         path({{10000, 0}, {10000, 3000}}, 0.5),
                                         path({{15000, 0}, {15000, 3000}}, 0.5)},
                                        {{0, 0}},
                                        {{.at = {2000, 3000}, .klass = CrossingClass::informal},
                                         {.at = {10000, 3000}, .klass = CrossingClass::ford},
                                         {.at = {15000, 3000}, .klass = CrossingClass::main},
                                         {.at = {90000, 90000}, .klass = CrossingClass::informal},
                                         {.at = {90000, 0}, .klass = CrossingClass::ford}});
    travel::TravelModel dry;
    auto wet = dry;
    wet.season = travel::Season::wet;
    struct Row {
        std::size_t crossing;
        char const* why;
        double dry;
        double wet;
    };
    std::vector<Row> const table{{0, "two paths end there", 0.7, 0.7},
                                 {1, "a ford at the end of a path", 0.5, 0.5 * wet.wet_ford},
                                 {2, "a gate needs no path", 1.0, 1.0},
                                 {3, "off the network", 1.0, 1.0},
                                 {4, "a ford off the network", 1.0, wet.wet_ford}};
    auto const of = [&](travel::TravelModel const& travel) {
        return chances(region.network, region.ways, region.crossings, region.anchors, travel);
    };
    for (auto const& row : table) {
        EXPECT_DOUBLE_EQ(of(dry)[test::crossing(row.crossing)], row.dry) << row.why;
        EXPECT_DOUBLE_EQ(of(wet)[test::crossing(row.crossing)], row.wet) << row.why;
    }
}

}  // namespace
}  // namespace marchland::analysis::flows
