// Noding on a grid: what it promises, checked pair by pair, on drawings that break others.
#include "analysis/network/snap_rounding.hpp"

#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <set>

namespace marchland::analysis::network {
namespace {

using Stretches = std::vector<Stretch>;
using Places = std::set<std::pair<GridPoint, GridPoint>>;  ///< edges by the places of their ends

__extension__ typedef __int128 Big;

Big turn(GridPoint a, GridPoint b, GridPoint c)
{
    return Big{std::int64_t{b.x} - a.x} * (std::int64_t{c.y} - a.y) -
           Big{std::int64_t{b.y} - a.y} * (std::int64_t{c.x} - a.x);
}

int sign(Big value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

bool cross_inside(GridPoint a, GridPoint b, GridPoint c, GridPoint d)
{
    return sign(turn(a, b, c)) * sign(turn(a, b, d)) < 0 &&
           sign(turn(c, d, a)) * sign(turn(c, d, b)) < 0;
}

/// Clips the stretch to the pixel, all in eighths of a pixel: another way than the corners' sides.
bool in_pixel(GridPoint a, GridPoint b, GridPoint p)
{
    // x in [p.x - 1/2, p.x + 1/2): with t in [0, 1] as a fraction, low <= t and t < high.
    struct Bound {
        Big num;
        Big den;  ///< > 0
        bool open;
    };
    std::vector<Bound> low{{0, 1, false}};
    std::vector<Bound> high{{1, 1, false}};
    for (auto const& [from, to, at] : {std::array{a.x, b.x, p.x}, std::array{a.y, b.y, p.y}}) {
        Big const step = 2 * (std::int64_t{to} - from);
        Big const lower = 2 * (std::int64_t{at} - from) - 1;
        Big const upper = lower + 2;
        if (step == 0) {
            if (lower > 0 || upper <= 0) {
                return false;
            }
        } else if (step > 0) {
            low.push_back({lower, step, false});
            high.push_back({upper, step, true});
        } else {
            low.push_back({-upper, -step, true});
            high.push_back({-lower, -step, false});
        }
    }
    for (auto const& l : low) {
        for (auto const& h : high) {
            Big const left = l.num * h.den;
            Big const right = h.num * l.den;
            if (left > right || (left == right && (l.open || h.open))) {
                return false;
            }
        }
    }
    return true;
}

Places places_of(Noding const& noding)
{
    Places edges;
    for (auto const& edge : distinct_edges(noding)) {
        edges.insert(std::minmax(noding.nodes[edge.from], noding.nodes[edge.to]));
    }
    return edges;
}

/// No two edges cross, and none comes into the pixel of a node that is not its end.
void expect_sound(Noding const& noding)
{
    auto const edges = distinct_edges(noding);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        auto const a = noding.nodes[edges[i].from];
        auto const b = noding.nodes[edges[i].to];
        ASSERT_NE(a, b);
        for (std::size_t j = i + 1; j < edges.size(); ++j) {
            ASSERT_FALSE(
                cross_inside(a, b, noding.nodes[edges[j].from], noding.nodes[edges[j].to]));
        }
        for (std::uint32_t node = 0; node < noding.nodes.size(); ++node) {
            if (node != edges[i].from && node != edges[i].to) {
                ASSERT_FALSE(in_pixel(a, b, noding.nodes[node]))
                    << "(" << noding.nodes[node].x << ", " << noding.nodes[node].y << ") on ("
                    << a.x << ", " << a.y << ") to (" << b.x << ", " << b.y << ")";
            }
        }
    }
}

void expect_near(Stretches const& stretches, Noding const& noding, double pixels)
{
    for (std::size_t s = 0; s < stretches.size(); ++s) {
        auto const along = noding.along(s);
        EXPECT_EQ(noding.nodes[along.front()], stretches[s].a);
        EXPECT_EQ(noding.nodes[along.back()], stretches[s].b);
        auto const at = [](GridPoint p) { return geo::Point{double(p.x), double(p.y)}; };
        for (auto const node : along) {
            EXPECT_LE(
                geo::foot_on_segment(at(noding.nodes[node]), at(stretches[s].a), at(stretches[s].b))
                    .distance,
                pixels);
        }
    }
}

/// All pairs, all pixels, round after round: the same answer without cells or candidates.
Places slow_edges(Stretches const& stretches)
{
    std::set<GridPoint> nodes;
    for (auto const& s : stretches) {
        nodes.insert({s.a, s.b});
        for (auto const& t : stretches) {
            if (!cross_inside(s.a, s.b, t.a, t.b)) {
                continue;
            }
            auto const part = turn(t.a, t.b, s.a);
            auto const whole = part - turn(t.a, t.b, s.b);
            auto const by = [&](std::int32_t from, std::int32_t to) {
                // floor(from + part / whole x (to - from) + 1/2), exactly
                Big const d = whole < 0 ? -2 * whole : 2 * whole;
                Big const n = (whole < 0 ? -2 : 2) * part * (std::int64_t{to} - from) + d / 2;
                Big const q = n / d - (n % d < 0 ? 1 : 0);
                return static_cast<std::int32_t>(from + static_cast<std::int64_t>(q));
            };
            nodes.insert({by(s.a.x, s.b.x), by(s.a.y, s.b.y)});
        }
    }
    std::set<std::pair<GridPoint, GridPoint>> edges;
    std::vector<std::pair<GridPoint, GridPoint>> open;
    for (auto const& s : stretches) {
        open.emplace_back(s.a, s.b);
    }
    while (!open.empty()) {
        auto const [a, b] = open.back();
        open.pop_back();
        std::vector<GridPoint> along;
        for (auto const node : nodes) {
            if (node != a && node != b && in_pixel(a, b, node)) {
                along.push_back(node);
            }
        }
        if (along.empty()) {
            if (a != b) {
                edges.insert(std::minmax(a, b));
            }
            continue;
        }
        std::ranges::sort(along, [from = a, to = b](GridPoint p, GridPoint q) {
            auto const far = [&](GridPoint r) {
                return std::pair{std::int64_t{r.x} * (from.x <= to.x ? 1 : -1),
                                 std::int64_t{r.y} * (from.y <= to.y ? 1 : -1)};
            };
            return far(p) < far(q);
        });
        auto last = a;
        for (auto const node : along) {
            open.emplace_back(last, node);
            last = node;
        }
        open.emplace_back(last, b);
    }
    return edges;
}

Stretches random_stretches(std::uint64_t seed, std::size_t count, double size, double length)
{
    geo::Draws draws{geo::Random{seed, "test-noding"}};
    auto const whole = [](double x) { return static_cast<std::int32_t>(std::lround(x)); };
    Stretches made;
    for (std::size_t i = 0; i < count; ++i) {
        double const x = size * draws.uniform();
        double const y = size * draws.uniform();
        made.push_back({{whole(x), whole(y)},
                        {whole(x + length * draws.normal()), whole(y + length * draws.normal())}});
    }
    return made;
}

void expect_right(Stretches const& stretches)
{
    auto const noding = snap_rounded(stretches);
    expect_sound(noding);
    EXPECT_EQ(places_of(noding), slow_edges(stretches));
}

TEST(SnapRounding, CrossAndT)
{
    //  three lines: a cross at (50, 50), a T at (100, 50)
    auto const noding =
        snap_rounded({{{0, 50}, {150, 50}}, {{50, 0}, {50, 100}}, {{100, 50}, {100, 90}}});
    EXPECT_EQ(noding.nodes.size(), 7U);
    EXPECT_EQ(distinct_edges(noding).size(), 6U);
    EXPECT_EQ(noding.along(0).size(), 4U);
}

TEST(SnapRounding, ByHand)
{
    // y = x / 3 and y = 2 - x / 3 cross at (3, 1); y = x / 3 also passes (1, 0) and (2, 1), at a
    // third of a pixel. A stretch that ends in (2, 1) bends the line there, one that ends in (2, 0)
    // does not: 2/3 away.
    auto const noding =
        snap_rounded({{{0, 0}, {6, 2}}, {{0, 2}, {6, 0}}, {{2, 9}, {2, 1}}, {{2, -9}, {2, 0}}});
    Places const expected{{{0, 0}, {2, 1}}, {{2, 1}, {3, 1}}, {{3, 1}, {6, 2}}, {{0, 2}, {2, 1}},
                          {{3, 1}, {6, 0}}, {{2, 1}, {2, 9}}, {{2, -9}, {2, 0}}};
    EXPECT_EQ(places_of(noding), expected);
}

TEST(SnapRounding, RandomDrawingsAreSoundAndAsTheSlowTwinSays)
{
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        SCOPED_TRACE(seed);
        expect_right(random_stretches(seed, 40, 1000.0, 400.0));
    }
}

TEST(SnapRounding, CrowdedPixelsAreSound)
{
    // Lines across a field of 12 to 40 pixels: nearly every pixel is hot, and bent lines are bent
    // again.
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        SCOPED_TRACE(seed);
        expect_right(random_stretches(100 + seed, 25, 12.0 + static_cast<double>(seed % 29), 15.0));
    }
}

TEST(SnapRounding, NearlyParallelBundlesAreSound)
{
    for (std::int32_t off = 0; off < 6; ++off) {
        Stretches bundle;
        for (std::int32_t i = 0; i < 14; ++i) {
            bundle.push_back({{i % 3, i}, {3000 + off * i, 13 - i + off}});
        }
        expect_right(bundle);
    }
}

TEST(SnapRounding, OverlapsSharedEndsAndSlivers)
{
    expect_right(
        {{{0, 0}, {900, 300}}, {{300, 100}, {1200, 400}}, {{0, 0}, {1200, 400}}});  // in one line
    expect_right({{{0, 0}, {1000, 1}}, {{0, 0}, {1000, 0}}, {{0, 1}, {1000, 0}}});  // slivers
    expect_right(
        {{{0, 0}, {500, 500}}, {{0, 0}, {501, 500}}, {{0, 0}, {500, 501}}});  // from one end
    expect_right(
        {{{0, 0}, {1000, 0}}, {{500, 1}, {500, 900}}, {{700, 0}, {700, 900}}});  // T, one missed
    expect_right(
        {{{0, 0}, {10, 10}}, {{0, 1}, {10, 9}}, {{1, 0}, {9, 10}}, {{5, 5}, {5, 5}}});  // no length
    expect_right({{{0, 0}, {100, 0}}, {{0, 0}, {100, 0}}, {{100, 0}, {0, 0}}});  // thrice the same
}

TEST(SnapRounding, HalvesGoOneWay)
{
    // Lines through corners of pixels: only the south-west corner is a pixel's own.
    for (std::int32_t dx : {-3, -1, 1, 3}) {
        for (std::int32_t dy : {-3, -1, 1, 3}) {
            Stretches drawn{{{0, 0}, {20 * dx, 20 * dy}}};
            for (std::int32_t x = -12; x <= 12; x += 3) {
                for (std::int32_t y = -12; y <= 12; y += 4) {
                    drawn.push_back({{x, y}, {x, y}});
                }
            }
            expect_right(drawn);
        }
    }
}

TEST(SnapRounding, FarAndLongStretchesDoNotOverflow)
{
    constexpr std::int32_t far = 2'000'000'000;
    Stretches const drawn{{{-far, -far}, {far, far}},
                          {{-far, far}, {far, -far + 1}},
                          {{-far, 7}, {far, 8}},
                          {{0, -far}, {1, far}}};
    expect_right(drawn);
}

TEST(SnapRounding, NoVertexStraysFar)
{
    auto const drawn = random_stretches(77, 400, 20000.0, 6000.0);
    expect_near(drawn, snap_rounded(drawn), 1.5);
}

TEST(SnapRounding, OrderDoesNotMatter)
{
    auto const drawn = random_stretches(5, 300, 3000.0, 700.0);
    auto const once = places_of(snap_rounded(drawn));
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        Stretches other;
        for (auto const i : test::shuffled(drawn.size(), seed)) {
            other.push_back(drawn[i]);
            if (i % 2 == 0) {
                std::swap(other.back().a, other.back().b);
            }
        }
        EXPECT_EQ(places_of(snap_rounded(other)), once);
    }
}

TEST(SnapRounding, NodingAgainChangesNothing)
{
    auto const once = snap_rounded(random_stretches(6, 300, 3000.0, 700.0));
    Stretches again;
    for (auto const& edge : distinct_edges(once)) {
        again.push_back({once.nodes[edge.from], once.nodes[edge.to]});
    }
    EXPECT_EQ(places_of(snap_rounded(again)), places_of(once));
}

TEST(SnapRounding, PlanesDoNotMeetButAtEnds)
{
    Stretch const road{{0, 50}, {100, 50}};
    Stretch above{{50, 0}, {50, 100}, 1};
    EXPECT_EQ(snap_rounded({road, above}).nodes.size(), 4U);
    above.b = {50, 50};
    EXPECT_EQ(snap_rounded({road, above}).along(0).size(), 3U);
    above.ends_at_b = false;  // a corner of another plane
    EXPECT_EQ(snap_rounded({road, above}).along(0).size(), 2U);
}

TEST(SnapRounding, SharedNodesMeetOnlyThere)
{
    Stretch const one{.a = {0, 50}, .b = {100, 50}, .shared = true};
    Stretch const other{.a = {50, 0}, .b = {50, 100}, .shared = true};
    EXPECT_EQ(snap_rounded({one, other}).nodes.size(), 4U);
    Stretch foreign = other;
    foreign.shared = false;
    EXPECT_EQ(snap_rounded({one, foreign}).nodes.size(), 5U);
}

TEST(SnapRounding, PinsBecomeVertices)
{
    Stretch const bridge{.a = {0, 0}, .b = {100, 33}, .plane = -1, .closed = true};
    auto const noding = snap_rounded({bridge, {{0, 33}, {100, 0}}}, {{{70, 23}, 0}});
    EXPECT_EQ(noding.along(0).size(), 3U);
    EXPECT_EQ(noding.along(1).size(), 2U);
}

TEST(SnapRounding, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(snap_rounded(random_stretches(1, 10, 100.0, 10.0), {}, geo::Job{stop.get_token()}),
                 geo::Cancelled);
}

TEST(SnapRounding, PlacesOutOfTheWorldAreRefused)
{
    EXPECT_THROW(on_grid({3e7, 0.0}), geo::Error);
    EXPECT_THROW(on_grid({0.0, std::nan("")}), geo::Error);
    EXPECT_EQ(on_grid({1.005, -1.005}), (GridPoint{100, -100}));  // 1.005 is a little less
}

TEST(SnapRounding, FiveThousandSegmentsAsGeosCutsThem)
{
    auto const file = test::shared / "reference/routes/noding/segments_x1_y1_x2_y2.csv";
    MARCHLAND_NEEDS(file);
    std::ifstream in{file};
    Stretches drawn;
    char comma = 0;
    geo::Point a;
    geo::Point b;
    while (in >> a.x >> comma >> a.y >> comma >> b.x >> comma >> b.y) {
        drawn.push_back(
            {on_grid({1000.0 * a.x, 1000.0 * a.y}), on_grid({1000.0 * b.x, 1000.0 * b.y})});
    }
    ASSERT_EQ(drawn.size(), 5000U);
    auto const noding = snap_rounded(drawn);
    auto const edges = distinct_edges(noding);
    EXPECT_NEAR(static_cast<double>(edges.size()), 19858.0, 2.0);
    EXPECT_NEAR(static_cast<double>(noding.nodes.size()), 17429.0, 2.0);
    double metres = 0.0;
    for (auto const& edge : edges) {
        metres +=
            geo::distance(in_metres(noding.nodes[edge.from]), in_metres(noding.nodes[edge.to]));
    }
    EXPECT_NEAR(metres / 1000.0, 2425000.003832045, 0.01);
}

}  // namespace
}  // namespace marchland::analysis::network
