// Neighbours against what others found: spdep for the classical maps, GEOS for every pair.
#include "tests/support/drawn_areas.hpp"

#include "geo/vocabulary/random.hpp"

#include <geos_c.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <set>

namespace marchland::geo::test {
namespace {

using Edges = std::set<std::pair<std::size_t, std::size_t>>;

std::filesystem::path const shared{MARCHLAND_SHARED};

Edges edges_in(std::filesystem::path const& csv)
{
    std::ifstream file{csv};
    std::string header;
    std::getline(file, header);
    Edges edges;
    std::size_t from = 0;
    std::size_t to = 0;
    char comma = 0;
    while (file >> from >> comma >> to) {
        edges.emplace(from, to);
    }
    return edges;
}

Edges edges_of(Boundaries const& map, Contiguity kind)
{
    Edges edges;
    auto const all = lists(map, kind);
    for (std::size_t from = 0; from < all.size(); ++from) {
        for (auto const to : all[from]) {
            edges.emplace(from, to);
        }
    }
    return edges;
}

struct Classic {
    std::string folder;
    std::string list;
    Contiguity kind;
};

class ClassicMaps : public testing::TestWithParam<Classic> {};

TEST_P(ClassicMaps, HaveTheNeighboursOfSpdep)
{
    auto const& [name, list, kind] = GetParam();
    auto const folder = shared / "reference/stats" / name;
    if (!exists(folder)) {
        GTEST_SKIP() << "needs " << folder << ": set MARCHLAND_SHARED";
    }
    auto const areas = areas_from(folder / "areas.gpkg");
    Box extent;
    for (auto const& area : areas) {
        extent.add(box_of(area));
    }
    Boundaries const map{areas, 1e-9 * extent.width()};
    EXPECT_EQ(edges_of(map, kind), edges_in(folder / (list + ".csv")));
}

INSTANTIATE_TEST_SUITE_P(
    Spdep, ClassicMaps,
    testing::Values(Classic{"nc_sids", "neighbours_queen", Contiguity::queen},
                    Classic{"nc_sids", "neighbours_rook", Contiguity::rook},
                    Classic{"columbus", "neighbours_queen", Contiguity::queen},
                    Classic{"scotland_lip", "neighbours_queen", Contiguity::queen},
                    Classic{"ny8_leukaemia", "neighbours_queen", Contiguity::queen}),
    [](auto const& classic) {
        return classic.param.folder + (classic.param.kind == Contiguity::rook ? "_rook" : "_queen");
    });

/// Around each of a few random centres a polygon of random radii: they overlap, touch or stay
/// apart.
PerCommune<Area> random_stars(std::uint64_t seed)
{
    PerCommune<Area> stars;
    for (std::uint64_t star = 0; star < 60; ++star) {
        Draws draws{Random{seed, "stars", star}};
        Point const centre{1000.0 * draws.uniform(), 1000.0 * draws.uniform()};
        Ring ring;
        for (int corner = 0; corner < 9; ++corner) {
            double const turn = corner * 2.0 * std::numbers::pi / 9.0;
            double const radius = 20.0 + 80.0 * draws.uniform();
            ring.push_back(
                {centre.x + radius * std::cos(turn), centre.y + radius * std::sin(turn)});
        }
        ring.push_back(ring.front());
        stars.push_back({{ring}});
    }
    return stars;
}

/// Rectangles on a lattice, each grown from a random cell: shared sides, T-junctions and corners.
PerCommune<Area> random_bricks(std::uint64_t seed)
{
    PerCommune<Area> bricks;
    Draws draws{Random{seed, "bricks"}};
    for (int row = 0; row < 8; ++row) {
        double x = 0.0;
        while (x < 20.0) {
            double const end = std::min(20.0, x + 1.0 + static_cast<double>(draws.below(4)));
            if (draws.below(6) != 0) {  // some are missing, so that there are holes and islands
                bricks.push_back(square(10.0 * x, 10.0 * row, 10.0 * end, 10.0 * row + 10.0));
            }
            x = end;
        }
    }
    return bricks;
}

GEOSGeometry* geos_of(GEOSContextHandle_t context, Ring const& ring)
{
    auto* const points = GEOSCoordSeq_create_r(context, static_cast<unsigned>(ring.size()), 2);
    for (unsigned i = 0; i < ring.size(); ++i) {
        GEOSCoordSeq_setXY_r(context, points, i, ring[i].x, ring[i].y);
    }
    return GEOSGeom_createPolygon_r(context, GEOSGeom_createLinearRing_r(context, points), nullptr,
                                    0);
}

Edges intersecting(PerCommune<Area> const& areas)
{
    auto* const context = GEOS_init_r();
    std::vector<GEOSGeometry*> all;
    for (auto const& area : areas) {
        all.push_back(geos_of(context, area.front().front()));
    }
    Edges edges;
    for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = 0; b < all.size(); ++b) {
            if (a != b && GEOSIntersects_r(context, all[a], all[b]) == 1) {
                edges.emplace(a, b);
            }
        }
    }
    for (auto* const one : all) {
        GEOSGeom_destroy_r(context, one);
    }
    GEOS_finish_r(context);
    return edges;
}

TEST(BoundariesOracles, QueenIsWhatGeosCallsIntersecting)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        for (auto const& areas : {random_stars(seed), random_bricks(seed)}) {
            EXPECT_EQ(edges_of(Boundaries{areas, 1e-9}, Contiguity::queen), intersecting(areas));
        }
    }
}

TEST(BoundariesOracles, RealMapOfTheBorderKeepsItsAreas)
{
    auto const file = shared / "data/vn-communes-2009/communes_2009_border7_gso5.gpkg";
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
    for (auto const id : areas.ids()) {
        EXPECT_NEAR(area_of(map.shape(id)), area_of(areas[id]), 2e-4 * area_of(areas[id]) + 100.0);
    }
    // Thinned one by one: with a tolerance of the size of the gaps nobody of the mainland is alone.
    auto const near = Boundaries{areas, 150.0}.neighbours(Contiguity::rook);
    auto const alone = std::ranges::count_if(near, [](auto const& list) { return list.empty(); });
    EXPECT_LE(alone, 4);
}

}  // namespace
}  // namespace marchland::geo::test
