// What lies within a time: by hand on a cross of roads, and laws on random networks.
#include "analysis/routes/cell_outline.hpp"
#include "analysis/routes/reach.hpp"

#include "geo/vocabulary/error.hpp"
#include "tests/support/hand_graphs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace marchland::analysis::routes {
namespace {

/// Two paths of 8 km that cross at 0, 0, and places: on a path, a little off it, and far along it.
struct Cross {
    geo::Ways ways =
        test::ways_of({{.line = {{-4000, 0}, {0, 0}, {4000, 0}}, .klass = geo::WayClass::path},
                       {.line = {{0, -4000}, {0, 0}, {0, 4000}}, .klass = geo::WayClass::path}});
    network::Network network =
        network::network_of(ways, {{{1000, 0}, 500}, {{-1000, 350}, 500}, {{0, 3000}, 500}}, 0.0);
    RouteGraph graph{network, ways, travel::Profile::foot};

    geo::JunctionId at(double x, double y) const
    {
        auto const found = std::ranges::find_if(network.junctions, [&](geo::Point p) {
            return geo::distance(p, {x, y}) < 1.0;
        });
        return test::junction(static_cast<std::size_t>(found - network.junctions.begin()));
    }
    Reach within(double minutes) const
    {
        return reach_of(network, graph, travel::Profile::foot, std::vector{at(0, 0)},
                        {.minutes = minutes});
    }
};

TEST(Reach, HalfAnHourOnACrossByHand)
{
    // docs/methods/route-search.md: on foot 4 km/h on paths, 3.5 off them
    Cross const cross;
    auto const reach = cross.within(30.0);
    double metres = 0.0;
    for (auto const& part : reach.parts) {
        metres += (part.to - part.from) * cross.network.pieces[part.piece].metres;
    }
    EXPECT_NEAR(metres, 4 * 2000.0, 0.1);
    // 1 km along: 15 minutes; 1 km and 350 m off: 15 + 6; 3 km: 45
    EXPECT_EQ(reach.places, (std::vector<std::size_t>{0, 1}));
    EXPECT_NEAR(reach.minutes[cross.at(0, 3000)], 45.0, 1e-3);
    for (auto const inside :
         {geo::Point{1900, 50}, {-1900, -50}, {50, -1900}, {1250, 750}, {-750, 1250}}) {
        EXPECT_TRUE(contains(reach.area, inside)) << inside.x << " " << inside.y;
    }
    // the way ends in the cell from 2000 to 2500; the middle 1250, 1250 is 1768 m from the centre, more than 1750 in half an hour
    for (auto const outside : {geo::Point{2600, 50}, {1250, 1250}, {-1250, 1250}, {50, 2600}}) {
        EXPECT_FALSE(contains(reach.area, outside)) << outside.x << " " << outside.y;
    }
    EXPECT_EQ(reach.area.size(), 1U);
}

TEST(Reach, InTheRainsAndByNightItIsThatMuchLess)
{
    Cross const cross;
    travel::TravelModel slow = travel::Profile::foot;
    slow.season = travel::Season::wet;  // paths and open country take twice as long
    RouteGraph const graph{cross.network, cross.ways, slow};
    auto const dry = cross.within(30.0);
    auto const wet =
        reach_of(cross.network, graph, slow, std::vector{cross.at(0, 0)}, {.minutes = 60.0});
    EXPECT_EQ(wet.places, dry.places);
    EXPECT_EQ(wet.junctions, dry.junctions);
    EXPECT_NEAR(area_of(wet.area), area_of(dry.area), 1e-6);
    slow.night = true;
    RouteGraph const dark{cross.network, cross.ways, slow};
    auto const night =
        reach_of(cross.network, dark, slow, std::vector{cross.at(0, 0)}, {.minutes = 60.0});
    EXPECT_LT(area_of(night.area), area_of(wet.area));
}

TEST(Reach, OfNoTimeIsTheStart)
{
    Cross const cross;
    auto const reach = cross.within(0.0);
    EXPECT_EQ(reach.junctions, (std::vector{cross.at(0, 0)}));
    EXPECT_DOUBLE_EQ(area_of(reach.area), 500.0 * 500.0);
}

TEST(Reach, GrowsWithTimeAndHoldsWhatItReaches)
{
    Cross const cross;
    auto before = cross.within(0.0);
    for (double minutes = 10.0; minutes <= 120.0; minutes += 10.0) {
        auto const reach = cross.within(minutes);
        EXPECT_TRUE(std::ranges::includes(reach.junctions, before.junctions));
        EXPECT_TRUE(std::ranges::includes(reach.places, before.places));
        for (double x = -7250; x <= 7250; x += 500) {
            for (double y = -7250; y <= 7250; y += 500) {
                EXPECT_LE(contains(before.area, {x, y}), contains(reach.area, {x, y}))
                    << minutes << ": " << x << " " << y;
            }
        }
        for (auto const j :
             reach.junctions) {  // a metre inside: the cross lies on the lines of the grid
            auto const p = cross.network.junctions[j];
            EXPECT_TRUE(contains(reach.area, {p.x + 1.0, p.y + 1.0})) << minutes;
        }
        before = reach;
    }
}

TEST(Reach, OfSeveralStartsIsThatOfTheNearestAndBackwardsItIsTheWayHere)
{
    auto const made = test::hand_made(40, test::random_edges(40, 7));
    auto const graph = made.graph(travel::Profile::foot);
    auto const from = [&](std::vector<geo::JunctionId> const& starts, Direction direction) {
        return reach_of(made.network, graph, travel::Profile::foot, starts,
                        {.minutes = 600.0, .direction = direction});
    };
    auto const a = from({test::junction(0)}, Direction::from_root);
    auto const b = from({test::junction(9)}, Direction::from_root);
    auto const both = from({test::junction(0), test::junction(9)}, Direction::from_root);
    for (std::size_t j = 0; j < 40; ++j) {
        EXPECT_EQ(both.minutes[test::junction(j)],
                  std::min(a.minutes[test::junction(j)], b.minutes[test::junction(j)]));
        auto const back = from({test::junction(j)}, Direction::to_root);
        EXPECT_EQ(back.minutes[test::junction(0)], a.minutes[test::junction(j)]);
    }
    for (auto const& part : both.parts) {
        EXPECT_GE(part.from, 0.0);
        EXPECT_LE(part.from, part.to);
        EXPECT_LE(part.to, 1.0);
    }
}

TEST(Reach, OptionsThatMakeNoSenseAreRefused)
{
    Cross const cross;
    auto const refused = [&cross](std::vector<geo::JunctionId> const& starts,
                                  ReachOptions const& options) {
        EXPECT_THROW(reach_of(cross.network, cross.graph, travel::Profile::foot, starts, options),
                     geo::Error);
    };
    refused({}, {});
    refused({test::junction(99)}, {});
    refused({test::junction(0)}, {.minutes = -1.0});
    refused({test::junction(0)}, {.minutes = std::nan("")});
    refused({test::junction(0)}, {.cell_m = 0.0});
    refused({test::junction(0)}, {.most_cells = 10});
}

/// Cells as drawn, the north above.
Cells drawn_cells(std::vector<std::string> const& rows)
{
    Cells cells{1.0, 0, 0, rows.front().size(), rows.size(), {}};
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        for (char const c : *row) {
            cells.marked.push_back(c == '#' ? 1 : 0);
        }
    }
    return cells;
}

TEST(CellOutline, HolesAndCorners)
{
    auto const area = outline_of(drawn_cells({"###.#", "#.##.", "####."}));
    ASSERT_EQ(area.size(), 2U);  // the lone cell touches at a corner only
    ASSERT_EQ(area[0].size(), 2U);
    EXPECT_EQ(area[0][0], (geo::Ring{{0, 0}, {4, 0}, {4, 2}, {3, 2}, {3, 3}, {0, 3}, {0, 0}}));
    EXPECT_EQ(area[0][1], (geo::Ring{{1, 2}, {2, 2}, {2, 1}, {1, 1}, {1, 2}}));
    EXPECT_GT(signed_area(area[0][0]), 0.0);
    EXPECT_LT(signed_area(area[0][1]), 0.0);
}

TEST(CellOutline, OfRandomCellsIsThoseCells)
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        geo::Draws draws{geo::Random{seed, "cells"}};
        Cells cells{1.0, -3, 5, 12, 9, {}};
        double count = 0.0;
        for (std::size_t i = 0; i < 12 * 9; ++i) {
            cells.marked.push_back(draws.below(5) < 3 ? 1 : 0);
            count += cells.marked.back();
        }
        auto const area = outline_of(cells);
        EXPECT_DOUBLE_EQ(area_of(area), count) << seed;
        for (std::int64_t y = 0; y < 9; ++y) {
            for (std::int64_t x = 0; x < 12; ++x) {
                geo::Point const middle{static_cast<double>(x) - 2.5, static_cast<double>(y) + 5.5};
                EXPECT_EQ(contains(area, middle), cells.at(x, y)) << seed;
            }
        }
    }
}

}  // namespace
}  // namespace marchland::analysis::routes
