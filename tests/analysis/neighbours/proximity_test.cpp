// Who is near whom by distance and by hours, against a look at every pair.
#include "analysis/neighbours/proximity.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace marchland::analysis::neighbours {
namespace {

Points random_places(std::size_t n, std::uint64_t seed)
{
    Points places{n};
    geo::Draws draws{geo::Random{seed, "places"}};
    for (auto& place : places) {
        place = geo::Point{std::floor(draws.uniform() * 40.0) * 100.0,
                           std::floor(draws.uniform() * 40.0) * 100.0};
    }
    places[test::commune(n / 2)].reset();  // one is on the register only
    return places;
}

double metres(Points const& places, std::size_t i, std::size_t j)
{
    return std::hypot(places[test::commune(i)]->x - places[test::commune(j)]->x,
                      places[test::commune(i)]->y - places[test::commune(j)]->y);
}

TEST(Proximity, NearestAreThoseOfEveryPair)
{
    auto const places = random_places(200, 7);  // on a lattice: full of ties
    auto const found = nearest(places, 6);
    for (std::size_t i = 0; i < 200; ++i) {
        std::vector<std::pair<double, std::size_t>> pairs;
        for (std::size_t j = 0; j < 200; ++j) {
            if (i != j && places[test::commune(i)] && places[test::commune(j)]) {
                pairs.emplace_back(metres(places, i, j), j);
            }
        }
        std::ranges::sort(pairs);
        std::vector<geo::CommuneId> wanted;
        for (std::size_t k = 0; k < std::min<std::size_t>(6, pairs.size()); ++k) {
            wanted.push_back(test::commune(pairs[k].second));
        }
        std::ranges::sort(wanted);
        EXPECT_EQ(lists_of(found)[test::commune(i)], wanted) << i;
    }
}

TEST(Proximity, WithinADistanceAreThoseOfEveryPair)
{
    auto const places = random_places(150, 3);
    auto const found = lists_of(within(places, 500.0));
    for (std::size_t i = 0; i < 150; ++i) {
        std::vector<geo::CommuneId> wanted;
        for (std::size_t j = 0; j < 150; ++j) {
            if (i != j && places[test::commune(i)] && places[test::commune(j)] &&
                metres(places, i, j) <= 500.0) {
                wanted.push_back(test::commune(j));
            }
        }
        EXPECT_EQ(found[test::commune(i)], wanted);
    }
    EXPECT_EQ(found, symmetric(found));
}

TEST(Proximity, KernelsByHand)
{
    Points places{3};
    places[test::commune(0)] = geo::Point{0.0, 0.0};
    places[test::commune(1)] = geo::Point{500.0, 0.0};
    places[test::commune(2)] = geo::Point{5000.0, 0.0};
    auto const weight = [&](Kernel kernel) {
        return by_kernel(places, kernel, 1000.0)[test::commune(0)].front().weight;
    };
    EXPECT_NEAR(weight(Kernel::triangular), 0.5, 1e-15);
    EXPECT_NEAR(weight(Kernel::epanechnikov), 0.5625, 1e-15);
    EXPECT_NEAR(weight(Kernel::bisquare), 0.5625, 1e-15);
    EXPECT_NEAR(weight(Kernel::gaussian), std::exp(-0.125), 1e-15);
    EXPECT_TRUE(by_kernel(places, Kernel::gaussian, 1000.0)[test::commune(2)]
                    .empty());  // too far: an island
    auto const adaptive = by_kernel(places, Kernel::bisquare, 2);
    EXPECT_EQ(adaptive[test::commune(2)].size(), 2U);
}

TEST(Proximity, HoursFollowTheWays)
{
    // 0 -1h- 1 -1h- 2, and 3 that no way reaches.
    constexpr double none = geo::infinite;
    std::vector<std::vector<double>> const hours{{0.0, 1.0, 2.0, none},
                                                 {1.0, 0.0, 1.0, none},
                                                 {2.0, 1.0, 0.0, none},
                                                 {none, none, none, 0.0}};
    auto const from = [&](geo::CommuneId id) {
        return geo::PerCommune<double>{hours[geo::index_of(id)]};
    };
    auto const near = lists_of(within_hours(4, from, 1.5));
    EXPECT_EQ(near[test::commune(0)], std::vector{test::commune(1)});
    EXPECT_EQ(near[test::commune(1)], (std::vector{test::commune(0), test::commune(2)}));
    EXPECT_TRUE(near[test::commune(3)].empty());
    EXPECT_EQ(lists_of(nearest_by_hours(4, from, 3))[test::commune(0)],
              (std::vector{test::commune(1), test::commune(2)}));
}

TEST(Proximity, HigherOrdersStepByStep)
{
    auto const path = test::path_neighbours(5);
    EXPECT_EQ(higher_order(path, 2)[test::commune(0)], std::vector{test::commune(2)});
    EXPECT_EQ(
        higher_order(path, 2, true)[test::commune(2)],
        (std::vector{test::commune(0), test::commune(1), test::commune(3), test::commune(4)}));
    EXPECT_EQ(higher_order(path, 1), path);
    EXPECT_TRUE(higher_order(path, 9)[test::commune(0)].empty());
}

TEST(Proximity, RowsSumToOneAndTheBorderTakesItsShare)
{
    auto const weights = row_standardised(binary(test::path_neighbours(3)));
    EXPECT_EQ(weights[test::commune(1)].front().weight, 0.5);
    auto const corrected =
        edge_corrected(weights, geo::PerCommune<double>{std::vector{0.25, 0.0, 1.0}});
    EXPECT_EQ(corrected[test::commune(0)].front().weight, 0.75);
    EXPECT_EQ(corrected[test::commune(1)].front().weight, 0.5);
    EXPECT_TRUE(corrected[test::commune(2)].empty());
}

TEST(Proximity, PiecesAreNumberedInOrder)
{
    Neighbours near{5};
    near[test::commune(1)] = {test::commune(4)};
    near[test::commune(4)] = {test::commune(1)};
    EXPECT_EQ(components(near),
              (geo::PerCommune<std::size_t>{std::vector<std::size_t>{0, 1, 2, 3, 1}}));
}

TEST(Proximity, NonsenseIsRefused)
{
    EXPECT_THROW(nearest(Points{3}, 0), geo::Error);
    EXPECT_THROW(within(Points{3}, -1.0), geo::Error);
    EXPECT_THROW(by_kernel(Points{3}, Kernel::gaussian, std::nan("")), geo::Error);
    EXPECT_TRUE(nearest(Points{2}, 4)[test::commune(0)].empty());  // nobody has a place
}

}  // namespace
}  // namespace marchland::analysis::neighbours
