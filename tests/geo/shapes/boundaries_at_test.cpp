// Which commune is at a point, and which a line passes: pictures, laws, and GEOS.
#include "tests/support/drawn_areas.hpp"

#include "geo/vocabulary/random.hpp"

#include <geos_c.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <numbers>
#include <set>

namespace marchland::geo::test {
namespace {

using Ids = std::vector<std::size_t>;

Ids numbers_of(std::vector<CommuneId> const& ids)
{
    Ids numbers;
    std::ranges::transform(ids, std::back_inserter(numbers),
                           [](CommuneId id) { return index_of(id); });
    return numbers;
}

/// A commune with a hole, filled by 1; 2 has two parts, 3 lies over the right of 0.
//   0 0 0 0 0 3
//   0 1 1 0 . 3    and 2 above and below
Boundaries const& picture()
{
    static Boundaries const map{map_of({{{{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}},
                                          {{20, 20}, {20, 60}, {60, 60}, {60, 20}, {20, 20}}}},
                                        square(20, 20, 60, 60),
                                        {box(0, 100, 100, 150), box(0, -50, 100, -10)},
                                        square(90, 0, 150, 100)}),
                                1e-6};
    return map;
}

struct Spot {
    Point at;
    Ids communes;
};

class AtPoint : public testing::TestWithParam<Spot> {};

TEST_P(AtPoint, AreThose)
{
    auto const& [p, communes] = GetParam();
    EXPECT_EQ(numbers_of(picture().all_at(p)), communes);
    auto const first = picture().at(p);
    ASSERT_EQ(first.has_value(), !communes.empty());
    if (first) {
        EXPECT_EQ(index_of(*first), communes.front());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Picture, AtPoint,
    testing::Values(Spot{{10, 50}, {0}},      // inside
                    Spot{{40, 40}, {1}},      // in the hole of 0, which 1 fills
                    Spot{{20, 40}, {0, 1}},   // on the border of the hole
                    Spot{{60, 60}, {0, 1}},   // on its corner
                    Spot{{50, 120}, {2}},     // one part
                    Spot{{50, -20}, {2}},     // the other part
                    Spot{{50, -5}, {}},       // between the parts
                    Spot{{50, 100}, {0, 2}},  // on a shared border
                    Spot{{95, 50}, {0, 3}},   // where two overlap
                    Spot{{120, 50}, {3}},     // beyond the overlap
                    Spot{{0, 0}, {0}},        // the outer corner
                    Spot{{0, 50}, {0}},       // the outer edge
                    Spot{{100, 50}, {0, 3}},  // the edge of 0, inside 3
                    Spot{{-1, 50}, {}},       // outside, at the height of vertices and not
                    Spot{{-1, 100}, {}}, Spot{{151, 50}, {}}, Spot{{1e9, 1e9}, {}}));

TEST(AtPoint, AWideCommuneBesideAFineOneIsTheSameThroughout)
{
    Ring round;  // so many corners that the cells are far smaller than the wide commune
    for (int i = 0; i < 2000; ++i) {
        double const turn = 2.0 * std::numbers::pi * i / 2000.0;
        round.push_back({130.0 + 20.0 * std::cos(turn), 50.0 + 20.0 * std::sin(turn)});
    }
    round.push_back(round.front());
    auto const areas = map_of({square(0, 0, 100, 100), {{round}}});
    Boundaries const map{areas, 1e-6};
    for (double x = -0.5; x < 152.0; x += 1.7) {
        for (double y = -0.5; y < 102.0; y += 3.1) {
            Ids expected;
            for (auto const id : areas.ids()) {
                if (contains(areas[id], {x, y})) {
                    expected.push_back(index_of(id));
                }
            }
            EXPECT_EQ(numbers_of(map.all_at({x, y})), expected) << x << ' ' << y;
        }
    }
}

struct Way {
    char const* what;
    Line line;
    Ids passed;
};

TEST(Along, ALinePassesInTheOrderOfTravel)
{
    std::vector<Way> const table{
        {"a straight line has no vertex in what it passes", {{10, 40}, {80, 40}}, {0, 1, 0}},
        {"and back", {{80, 40}, {10, 40}}, {0, 1, 0}},
        {"out of the map and in again", {{50, 80}, {50, 160}}, {0, 2}},
        {"a gap between parts is no commune", {{50, -20}, {50, 10}}, {2, 0}},
        {"out and in again is one stay", {{50, 10}, {50, -5}, {70, -5}, {70, 10}}, {0}},
        {"an overlap is the lower one's", {{80, 50}, {120, 50}}, {0, 3}},
        {"a corner that is only touched", {{10, 70}, {50, 110}, {50, 120}}, {0, 2}},
        {"a border that it runs along", {{10, 100}, {90, 100}}, {0}},
        {"a vertex on a border", {{10, 40}, {20, 40}, {30, 40}}, {0, 1}},
        {"through the corner of the hole", {{10, 70}, {70, 10}}, {0, 1, 0}},
        {"past the corner of the hole", {{50, 70}, {70, 50}}, {0}},
        {"outside", {{-10, -60}, {200, -60}}, {}},
        {"a point", {{40, 40}}, {}},
        {"twice the same point", {{40, 40}, {40, 40}}, {}},
        {"nothing", {}, {}},
        {"a short piece behind a border", {{10, 40}, {20.001, 40}}, {0, 1}}};
    for (auto const& [what, line, passed] : table) {
        EXPECT_EQ(numbers_of(picture().along(line)), passed) << what;
    }
}

/// Communes of random outline that share their arcs: a lattice of shaken corners.
PerCommune<Area> shaken_lattice(std::uint64_t seed, int side)
{
    Draws draws{Random{seed, "lattice"}};
    std::vector<Point> corners;
    for (int y = 0; y <= side; ++y) {
        for (int x = 0; x <= side; ++x) {
            corners.push_back({100.0 * x + 70.0 * (draws.uniform() - 0.5),
                               100.0 * y + 70.0 * (draws.uniform() - 0.5)});
        }
    }
    PerCommune<Area> areas;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            auto const corner = [&](int dx, int dy) {
                return corners[static_cast<std::size_t>((y + dy) * (side + 1) + x + dx)];
            };
            areas.push_back(
                {{{corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)}}});
        }
    }
    return areas;
}

Line random_line(Draws& draws, Box const& box, int corners)
{
    Line line;
    for (int i = 0; i < corners; ++i) {
        line.push_back({box.min_x + box.width() * draws.uniform(),
                        box.min_y + box.height() * draws.uniform()});
    }
    return line;
}

Line densified(Line const& line, Draws& draws)
{
    Line dense;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) {
            double const share = draws.uniform();
            dense.push_back({std::lerp(line[i - 1].x, line[i].x, share),
                             std::lerp(line[i - 1].y, line[i].y, share)});
        }
        dense.push_back(line[i]);
    }
    return dense;
}

TEST(Along, DirectionAndCornersOfTheLineDoNotMatter)
{
    Boundaries const map{shaken_lattice(3, 20), 1e-6};
    Draws draws{Random{4, "lines"}};
    for (int i = 0; i < 200; ++i) {
        auto line = random_line(draws, map.box().grown(50.0), 2 + i % 4);
        auto passed = map.along(line);
        EXPECT_EQ(map.along(densified(densified(line, draws), draws)), passed);
        std::ranges::reverse(line);
        std::ranges::reverse(passed);
        EXPECT_EQ(map.along(line), passed);
    }
}

TEST(Along, OrderOfTheRingsOfACommuneDoesNotMatter)
{
    auto areas = shaken_lattice(5, 12);
    Boundaries const map{areas, 1e-6};
    for (auto& area : areas) {
        auto& ring = area.front().front();
        ring.pop_back();
        std::ranges::rotate(ring, ring.begin() + 2);
        std::ranges::reverse(ring);
        ring.push_back(ring.front());
    }
    Boundaries const turned{areas, 1e-6};
    Draws draws{Random{6, "lines"}};
    for (int i = 0; i < 100; ++i) {
        auto const line = random_line(draws, map.box(), 3);
        EXPECT_EQ(map.along(line), turned.along(line));
        EXPECT_EQ(map.at(line[0]), turned.at(line[0]));
    }
}

TEST(Along, ACopyAndAMovedMapAnswerAlike)
{
    Boundaries map{shaken_lattice(7, 5), 1e-6};
    auto const copy = map;
    auto const line = Line{{20, 20}, {480, 470}};
    auto const passed = map.along(line);
    Boundaries const moved{std::move(map)};
    EXPECT_EQ(copy.along(line), passed);
    EXPECT_EQ(moved.along(line), passed);
}

/// Communes as GEOS sees them.
class Geos {
public:
    explicit Geos(Boundaries const& map)
    {
        for (std::size_t i = 0; i < map.size(); ++i) {
            areas_.push_back(area_of(map.shape(commune(i))));
            prepared_.push_back(GEOSPrepare_r(context_, areas_.back()));
        }
    }
    ~Geos()
    {
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            GEOSPreparedGeom_destroy_r(context_, prepared_[i]);
            GEOSGeom_destroy_r(context_, areas_[i]);
        }
        GEOS_finish_r(context_);
    }
    Geos(Geos const&) = delete;
    Geos& operator=(Geos const&) = delete;

    Ids at(Point p) const
    {
        auto* const point = GEOSGeom_createPointFromXY_r(context_, p.x, p.y);
        Ids found;
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            if (GEOSPreparedCovers_r(context_, prepared_[i], point) == 1) {
                found.push_back(i);
            }
        }
        GEOSGeom_destroy_r(context_, point);
        return found;
    }

    /// Metres of a line in each commune that it runs in.
    std::map<std::size_t, double> lengths(Line const& line) const
    {
        auto* const shape = GEOSGeom_createLineString_r(context_, points_of(line));
        std::map<std::size_t, double> found;
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            if (GEOSPreparedIntersects_r(context_, prepared_[i], shape) != 1) {
                continue;
            }
            auto* const part = GEOSIntersection_r(context_, areas_[i], shape);
            double metres = 0.0;
            GEOSLength_r(context_, part, &metres);
            GEOSGeom_destroy_r(context_, part);
            if (metres > 0.0) {
                found[i] = metres;
            }
        }
        GEOSGeom_destroy_r(context_, shape);
        return found;
    }

private:
    GEOSCoordSequence* points_of(Line const& line) const
    {
        auto* const points = GEOSCoordSeq_create_r(context_, static_cast<unsigned>(line.size()), 2);
        for (unsigned i = 0; i < line.size(); ++i) {
            GEOSCoordSeq_setXY_r(context_, points, i, line[i].x, line[i].y);
        }
        return points;
    }
    GEOSGeometry* ring_of(Ring const& ring) const
    {
        return GEOSGeom_createLinearRing_r(context_, points_of(ring));
    }
    GEOSGeometry* area_of(Area const& area) const
    {
        std::vector<GEOSGeometry*> parts;
        for (auto const& polygon : area) {
            std::vector<GEOSGeometry*> holes;
            for (std::size_t i = 1; i < polygon.size(); ++i) {
                holes.push_back(ring_of(polygon[i]));
            }
            parts.push_back(GEOSGeom_createPolygon_r(context_, ring_of(polygon.front()),
                                                     holes.data(),
                                                     static_cast<unsigned>(holes.size())));
        }
        return GEOSGeom_createCollection_r(context_, GEOS_MULTIPOLYGON, parts.data(),
                                           static_cast<unsigned>(parts.size()));
    }

    GEOSContextHandle_t context_ = GEOS_init_r();
    std::vector<GEOSGeometry*> areas_;
    std::vector<GEOSPreparedGeometry const*> prepared_;
};

/// Corners, middles of stretches and random points.
std::vector<Point> points_on(Boundaries const& map, std::size_t every, std::uint64_t seed)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < map.arcs().size(); i += every) {
        points.push_back(map.arcs()[i].points.front());
    }
    Draws draws{Random{seed, "points"}};
    for (int i = 0; i < 150; ++i) {
        points.push_back(random_line(draws, map.box(), 1).front());
    }
    return points;
}

void expect_as_geos(Boundaries const& map, std::vector<Line> const& lines, std::size_t every)
{
    Geos const geos{map};
    for (auto const p : points_on(map, every, 8)) {
        EXPECT_EQ(numbers_of(map.all_at(p)), geos.at(p)) << p.x << ' ' << p.y;
    }
    std::set<std::size_t> shared_ground;  // there the lower code speaks for the others
    for (auto const& contact : map.contacts()) {
        if (contact.overlap) {
            shared_ground.insert({index_of(contact.a), index_of(contact.b)});
        }
    }
    for (auto const& line : lines) {
        auto const passed = numbers_of(map.along(line));
        auto const lengths = geos.lengths(line);
        for (auto const id : passed) {
            EXPECT_TRUE(lengths.contains(id)) << id;
        }
        for (auto const& [id, metres] : lengths) {
            if (metres > 1e-4 && !shared_ground.contains(id)) {
                EXPECT_TRUE(std::ranges::find(passed, id) != passed.end()) << id << ": " << metres;
            }
        }
    }
}

std::vector<Line> random_lines(Boundaries const& map, int count, double reach)
{
    Draws draws{Random{9, "lines"}};
    std::vector<Line> lines;
    for (int i = 0; i < count; ++i) {
        auto line = random_line(draws, map.box(), 1);
        for (int k = 0; k < 3; ++k) {
            line.push_back({line.back().x + reach * (draws.uniform() - 0.5),
                            line.back().y + reach * (draws.uniform() - 0.5)});
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

TEST(AtOracles, GeosFindsTheSameOnDrawnMaps)
{
    expect_as_geos(picture(), random_lines(picture(), 200, 100.0), 1);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Boundaries const map{shaken_lattice(seed, 9), 1e-6};
        expect_as_geos(map, random_lines(map, 60, 500.0), 1);
    }
}

TEST(AtOracles, GeosFindsTheSameOnTheRealMapOfTheBorder)
{
    auto const file = std::filesystem::path{MARCHLAND_SHARED} /
                      "data/vn-communes-2025/communes_2025_border7.gpkg";
    if (!exists(file)) {
        GTEST_SKIP() << "needs " << file << ": set MARCHLAND_SHARED";
    }
    auto areas = areas_from(file);
    for (auto& area : areas) {  // metres, well enough for a test
        for (auto& polygon : area) {
            for (auto& ring : polygon) {
                for (auto& point : ring) {
                    point = {point.x * 103000.0, point.y * 110800.0};
                }
            }
        }
    }
    Boundaries const map{areas, 1.0};
    expect_as_geos(map, random_lines(map, 20, 20000.0), 97);
}

}  // namespace
}  // namespace marchland::geo::test
