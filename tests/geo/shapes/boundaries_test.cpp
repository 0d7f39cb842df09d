#include "tests/support/drawn_areas.hpp"

#include "geo/vocabulary/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

namespace marchland::geo::test {
namespace {

using Lists = std::vector<std::vector<std::size_t>>;

double sum_of_areas(Boundaries const& map, std::uint8_t level)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < map.size(); ++i) {
        sum += area_of(map.shape(commune(i), level));
    }
    return sum;
}

double area_inside(MultiLine const& outline)
{
    return std::accumulate(outline.begin(), outline.end(), 0.0, [](double sum, Ring const& ring) {
        return sum + signed_area(ring);  // holes count negative
    });
}

std::vector<CommuneId> everybody(Boundaries const& map)
{
    std::vector<CommuneId> all;
    for (std::size_t i = 0; i < map.size(); ++i) {
        all.push_back(commune(i));
    }
    return all;
}

// 2 3
// 0 1
PerCommune<Area> four_squares()
{
    return map_of({square(0, 0, 100, 100), square(100, 0, 200, 100), square(0, 100, 100, 200),
                   square(100, 100, 200, 200)});
}

TEST(Boundaries, SquaresShareSidesAndACorner)
{
    Boundaries const map{four_squares()};
    EXPECT_EQ(lists(map), (Lists{{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {0, 1, 2}}));
    EXPECT_EQ(lists(map, Contiguity::rook), (Lists{{1, 2}, {0, 3}, {0, 3}, {1, 2}}));
    EXPECT_EQ(map.arcs().size(), 8U);  // four between, four corners of the outside
    ASSERT_EQ(map.contacts().size(), 6U);
    EXPECT_DOUBLE_EQ(map.contacts().front().length_m, 100.0);
    EXPECT_DOUBLE_EQ(map.contacts()[2].length_m, 0.0);
    EXPECT_TRUE(map.findings().empty());
}

TEST(Boundaries, OneSideMayMeetTwo)
{
    //  1 2
    //  0 0   without a vertex of 0 where 1 and 2 meet it
    Boundaries const map{
        map_of({square(0, 0, 200, 100), square(0, 100, 80, 200), square(80, 100, 200, 200)})};
    EXPECT_EQ(lists(map, Contiguity::rook), (Lists{{1, 2}, {0, 2}, {0, 1}}));
    EXPECT_DOUBLE_EQ(map.contacts().front().length_m, 80.0);
}

TEST(Boundaries, NeighboursNeedNotShareVertices)
{
    Area const left{{{{0, 0}, {100, 0}, {100.4, 33}, {99.8, 66}, {100, 100}, {0, 100}, {0, 0}}}};
    Area const right{
        {{{100.3, 0.2}, {200, 0}, {200, 100}, {99.7, 99.9}, {100.1, 50}, {100.3, 0.2}}}};
    Boundaries const map{map_of({left, right}), 1.0};
    EXPECT_EQ(lists(map, Contiguity::rook), (Lists{{1}, {0}}));
    EXPECT_NEAR(map.contacts().front().length_m, 100.0, 1.0);
    EXPECT_FALSE(map.contacts().front().overlap);
    EXPECT_EQ(map.arcs().size(), 3U);

    EXPECT_TRUE(
        lists(Boundaries{map_of({square(0, 0, 1, 1), square(1.5, 0, 2, 1)}), 0.1})[0].empty());
}

TEST(Boundaries, IslandHasNoNeighbourAndExclaveHasItsOwn)
{
    // 0 with an exclave beyond 1; 2 is an island
    Boundaries const map{map_of({{box(0, 0, 10, 10), box(20, 0, 30, 10)},
                                 square(10, 0, 20, 10),
                                 square(50, 0, 60, 10)}),
                         0.1};
    EXPECT_EQ(lists(map), (Lists{{1}, {0}, {}}));
    EXPECT_DOUBLE_EQ(map.contacts().front().length_m, 20.0);
    EXPECT_EQ(map.rings_of(commune(0)).size(), 2U);
    ASSERT_EQ(map.findings().size(), 1U);
    EXPECT_EQ(map.findings().front().rule, "no-neighbours");
    EXPECT_EQ(map.findings().front().severity, Severity::note);
    EXPECT_EQ(map.findings().front().feature, "#2");
}

TEST(Boundaries, OverlapIsAWarningAndMakesNeighbours)
{
    Boundaries const map{map_of({square(0, 0, 100, 100), square(90, 20, 200, 120)})};
    EXPECT_EQ(lists(map, Contiguity::rook), (Lists{{1}, {0}}));
    EXPECT_TRUE(map.contacts().front().overlap);
    ASSERT_EQ(map.findings().size(), 1U);
    EXPECT_EQ(map.findings().front().rule, "overlap");
    EXPECT_EQ(map.findings().front().severity, Severity::warning);
    EXPECT_EQ(map.findings().front().feature, "#0 / #1");
    EXPECT_NE(map.findings().front().message.find("800 m2"), std::string::npos);
}

TEST(Boundaries, OverlapIsSeenWithoutAnyCrossing)
{
    auto const overlapping = [](Area const& one, Area const& two) {
        Boundaries const map{map_of({one, two})};
        return map.contacts().size() == 1 && map.contacts().front().overlap;
    };
    auto const big = square(0, 0, 100, 100);
    EXPECT_TRUE(overlapping(big, big)) << "the same twice";
    EXPECT_TRUE(overlapping(big, square(40, 40, 60, 60))) << "free in the middle";
    EXPECT_TRUE(overlapping(big, square(0, 0, 50, 50))) << "in the corner";
    Area const across{{{{0, 0}, {100, 100}, {100, 200}, {0, 200}, {0, 0}}}};
    EXPECT_TRUE(overlapping(big, across)) << "crossing in common vertices";
    EXPECT_FALSE(overlapping(big, square(100, 0, 200, 100)));
}

TEST(Boundaries, EnclaveLiesInAHole)
{
    auto around = box(0, 0, 30, 30);
    around.push_back(box(10, 10, 20, 20).front());
    Boundaries const map{map_of({{around}, square(10, 10, 20, 20)}), 0.1};
    EXPECT_EQ(lists(map, Contiguity::rook), (Lists{{1}, {0}}));
    EXPECT_FALSE(map.contacts().front().overlap);
    auto const shape = map.shape(commune(0));
    ASSERT_EQ(shape.size(), 1U);
    ASSERT_EQ(shape.front().size(), 2U);
    EXPECT_GT(signed_area(shape.front()[0]), 0.0);
    EXPECT_LT(signed_area(shape.front()[1]), 0.0);
    EXPECT_DOUBLE_EQ(area_of(shape), 800.0);
    std::array const group{commune(0)};
    EXPECT_DOUBLE_EQ(area_inside(map.outline(group)), 800.0);
}

TEST(Boundaries, PartsThatTouchInACornerStayTwoShells)
{
    Boundaries const map{map_of({{box(0, 0, 10, 10), box(10, 10, 20, 20)}}), 0.1};
    EXPECT_EQ(map.rings_of(commune(0)).size(), 2U);
    EXPECT_DOUBLE_EQ(area_of(map.shape(commune(0))), 200.0);
}

TEST(Boundaries, RepeatedVerticesAndSpikesFallOut)
{
    Area const spiked{{{{0, 0},
                        {0, 0},
                        {50, 0},
                        {50, -40},
                        {50, 0},
                        {100, 0},
                        {100, 100},
                        {100, 100},
                        {0, 100},
                        {0, 0}}}};
    Boundaries const map{map_of({spiked, {}})};
    EXPECT_DOUBLE_EQ(area_of(map.shape(commune(0))), 10000.0);
    EXPECT_DOUBLE_EQ(map.box_of(commune(0)).min_y, 0.0);
    EXPECT_TRUE(map.shape(commune(1)).empty());
}

TEST(Boundaries, OutlineGoesAroundTheGroup)
{
    Boundaries const map{four_squares()};
    std::array const below{commune(0), commune(1)};
    auto const lines = map.outline(below);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_DOUBLE_EQ(area_inside(lines), 20000.0);
    EXPECT_DOUBLE_EQ(length_of(lines.front()), 600.0);
    std::array const apart{commune(0), commune(3)};  // they meet in a corner only
    EXPECT_EQ(map.outline(apart).size(), 2U);
    EXPECT_TRUE(map.outline({}).empty());
}

TEST(Boundaries, LevelsKeepTheirPromise)
{
    EXPECT_EQ(Boundaries::metres_of(0), 0.0);
    EXPECT_EQ(Boundaries::level_for(0.1), 0);
    EXPECT_GT(Boundaries::metres_of(254), 100000.0);
    for (int level = 0; level < 255; ++level) {
        auto const byte = static_cast<std::uint8_t>(level);
        EXPECT_EQ(Boundaries::level_for(Boundaries::metres_of(byte)), byte);
    }
}

/// A patchwork of hexagon-like cells whose shared sides are ragged.
PerCommune<Area> ragged_patchwork(int columns, int rows)
{
    auto const corner = [](int i, int j) {
        Random const random{7, "corner", static_cast<std::uint64_t>(100 * i + j)};
        return Point{1000.0 * i + 600.0 * (random.uniform(0) - 0.5),
                     1000.0 * j + 600.0 * (random.uniform(1) - 0.5)};
    };
    auto const side = [&corner](int i, int j, int k, int l, Ring& ring) {
        bool const turned = std::pair{k, l} < std::pair{i, j};
        auto const a = turned ? corner(k, l) : corner(i, j);
        auto const b = turned ? corner(i, j) : corner(k, l);
        Line line{a};
        Draws draws{Random{8, "side", static_cast<std::uint64_t>(a.x * 31.0 + b.y + 1e6)}};
        for (int step = 1; step < 20; ++step) {
            double const t = step / 20.0;
            line.push_back({a.x + t * (b.x - a.x) + 30.0 * (draws.uniform() - 0.5),
                            a.y + t * (b.y - a.y) + 30.0 * (draws.uniform() - 0.5)});
        }
        line.push_back(b);
        if (turned) {
            std::ranges::reverse(line);
        }
        ring.insert(ring.end(), line.begin(), line.end() - 1);
    };
    PerCommune<Area> cells;
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i < columns; ++i) {
            Ring ring;
            side(i, j, i + 1, j, ring);
            side(i + 1, j, i + 1, j + 1, ring);
            side(i + 1, j + 1, i, j + 1, ring);
            side(i, j + 1, i, j, ring);
            ring.push_back(ring.front());
            cells.push_back({{ring}});
        }
    }
    return cells;
}

TEST(Boundaries, SimplifyingLeavesNoGap)
{
    Boundaries const map{ragged_patchwork(7, 5)};
    auto const all = everybody(map);
    std::size_t fewer = 0;
    for (double const metres : {0.0, 2.0, 5.0, 10.0, 20.0, 100.0}) {
        auto const level = Boundaries::level_for(metres);
        EXPECT_NEAR(sum_of_areas(map, level), area_inside(map.outline(all, level)), 1e-3) << metres;
        std::size_t points = 0;
        for (auto const& line : map.outline(all, level)) {
            points += line.size();
        }
        EXPECT_TRUE(fewer == 0 || points <= fewer);
        fewer = points;
    }
}

TEST(Boundaries, SimplifiedLinesStayWithinTheirPromise)
{
    Boundaries const map{ragged_patchwork(3, 3)};
    for (double const metres : {3.0, 8.0, 15.0}) {
        auto const level = Boundaries::level_for(metres);
        for (auto const& arc : map.arcs()) {
            Line kept;
            for (std::size_t i = 0; i < arc.points.size(); ++i) {
                if (arc.level[i] >= level) {
                    kept.push_back(arc.points[i]);
                }
            }
            for (auto const point : arc.points) {
                double nearest = 1e9;
                for (std::size_t i = 1; i < kept.size(); ++i) {
                    nearest =
                        std::min(nearest, foot_on_segment(point, kept[i - 1], kept[i]).distance);
                }
                EXPECT_LE(nearest, metres);
            }
        }
    }
}

TEST(Boundaries, SmallIslandStaysARing)
{
    Ring circle;
    for (int i = 0; i <= 64; ++i) {
        double const turn = (i % 64) * 2.0 * 3.14159265358979 / 64.0;
        circle.push_back({50.0 * std::cos(turn), 20.0 * std::sin(turn)});
    }
    Boundaries const map{map_of({{{circle}}})};
    EXPECT_EQ(map.shape(commune(0)).front().front().size(), 65U);
    EXPECT_EQ(map.shape(commune(0), Boundaries::level_for(40.0)).front().front().size(), 4U);
    EXPECT_TRUE(map.shape(commune(0), Boundaries::level_for(500.0)).empty());
}

TEST(Boundaries, OrderOfRowsChangesNothing)
{
    auto const straight = ragged_patchwork(6, 4);
    auto const count = straight.size();
    PerCommune<Area> turned{count};
    for (auto const id : straight.ids()) {
        turned[commune(count - 1 - index_of(id))] = straight[id];
    }
    Boundaries const one{straight, 40.0};
    Boundaries const two{turned, 40.0};
    ASSERT_EQ(one.arcs().size(), two.arcs().size());
    for (std::size_t i = 0; i < one.arcs().size(); ++i) {
        EXPECT_EQ(one.arcs()[i].points, two.arcs()[i].points);
    }
    auto const there = lists(one);
    auto const back = lists(two);
    for (std::size_t i = 0; i < count; ++i) {
        auto mirrored = back[count - 1 - i];
        for (auto& number : mirrored) {
            number = count - 1 - number;
        }
        std::ranges::sort(mirrored);
        EXPECT_EQ(there[i], mirrored);
    }
}

TEST(Boundaries, ThreadsDoNotChangeTheAnswer)
{
    auto const cells = ragged_patchwork(6, 4);
    Boundaries const one{cells, 1.0, Job{{}, {}, 1}};
    Boundaries const many{cells, 1.0, Job{{}, {}, 7}};
    for (std::size_t i = 0; i < one.arcs().size(); ++i) {
        EXPECT_EQ(one.arcs()[i].level, many.arcs()[i].level);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(one.shape(commune(i), 50), many.shape(commune(i), 50));
    }
}

TEST(Boundaries, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((Boundaries{four_squares(), 1.0, Job{stop.get_token()}}), Cancelled);
}

}  // namespace
}  // namespace marchland::geo::test
