// Worlds with a known truth: are they what they say?
#include "analysis/simulation/simulate.hpp"

#include "geo/vocabulary/error.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace marchland::analysis::simulation {
namespace {

constexpr std::size_t side = 20;

geo::Communes square_communes()
{
    geo::Communes communes;
    for (std::size_t i = 0; i < side * side; ++i) {
        double const x = 5000.0 * static_cast<double>(i % side);
        double const y = 5000.0 * static_cast<double>(i / side);
        communes.code.push_back(std::to_string(10000 + i));
        communes.name.push_back("Xã");
        communes.population.push_back(5000.0);
        communes.at_risk.push_back(1000.0 + 10.0 * static_cast<double>(i % 7));
        communes.centre.push_back({x, y});
        communes.shape.push_back({{{{x, y}, {x + 1.0, y}, {x, y + 1.0}, {x, y}}}});
    }
    return communes;
}

struct Case {
    WorldFamily family;
};

double mean_risk(World const& world, geo::Communes const& communes)
{
    double people = 0.0;
    double sum = 0.0;
    for (auto const id : communes.code.ids()) {
        people += communes.at_risk[id];
        sum += communes.at_risk[id] * world.relative_risk[id];
    }
    return sum / people;
}

class EveryFamily : public testing::TestWithParam<WorldFamily> {};

TEST_P(EveryFamily, KeepsItsPromises)
{
    auto const communes = square_communes();
    auto const near = test::grid_neighbours(side, side);
    WorldOptions const options{
        .family = GetParam(), .persons_a_year = 400.0, .years = 20, .reporting_ratio = 4.0};
    auto const world = simulate(communes, near, options);
    EXPECT_NEAR(mean_risk(world, communes), 1.0, 1e-12);
    double detected = 0.0;
    double expected = 0.0;
    for (auto const& year : world.detected) {
        for (double const count : year) {
            detected += count;
        }
    }
    for (auto const id : world.persons.ids()) {
        expected += world.persons[id] * world.reporting[id];
        EXPECT_GT(world.reporting[id], 0.0);
        EXPECT_LE(world.reporting[id], 0.5);
        EXPECT_NEAR(world.effort[id], 100.0 * world.reporting[id], 1e-9);
    }
    EXPECT_NEAR(expected, 400.0, 1e-9);
    EXPECT_NEAR(detected, 8000.0, 4.0 * std::sqrt(8000.0));
    auto const [least, most] = std::ranges::minmax(world.reporting);
    EXPECT_GT(most / least, 3.0);
    EXPECT_LE(most / least, 4.0 + 1e-9);
    EXPECT_EQ(simulate(communes, near, options).detected, world.detected);
}

INSTANTIATE_TEST_SUITE_P(Simulate, EveryFamily,
                         testing::Values(WorldFamily::null, WorldFamily::smooth,
                                         WorldFamily::clusters, WorldFamily::corridor),
                         [](auto const& one) { return std::string{name_of(one.param)}; });

TEST(Simulate, NullIsTheSameEverywhere)
{
    auto const world = simulate(square_communes(), test::grid_neighbours(side, side),
                                {.family = WorldFamily::null});
    EXPECT_TRUE(std::ranges::all_of(world.relative_risk,
                                    [](double risk) { return std::abs(risk - 1.0) < 1e-12; }));
}

TEST(Simulate, ClustersAndCorridorsAreInOnePieceAndTimesTheRest)
{
    auto const communes = square_communes();
    auto const near = test::grid_neighbours(side, side);
    for (auto const family : {WorldFamily::clusters, WorldFamily::corridor}) {
        auto const world = simulate(communes, near, {.family = family, .times = 3.0, .seed = 5});
        double inside = 0.0;
        double outside = 0.0;
        std::set<int> numbers;
        for (auto const id : world.planted.ids()) {
            (world.planted[id] > 0 ? inside : outside) = world.relative_risk[id];
            numbers.insert(world.planted[id]);
            if (world.planted[id] > 0) {
                EXPECT_TRUE(std::ranges::any_of(near[id], [&](auto other) {
                    return world.planted[other] == world.planted[id];
                }));
            }
        }
        EXPECT_NEAR(inside / outside, 3.0, 1e-9);
        EXPECT_EQ(numbers.size(), family == WorldFamily::clusters ? 5U : 2U);
    }
}

TEST(Simulate, FieldHasItsVarianceAndNearCommunesAreAlike)
{
    auto const communes = square_communes();
    auto const near = test::grid_neighbours(side, side);
    double squares = 0.0;
    double products = 0.0;
    double pairs = 0.0;
    double count = 0.0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        auto const world =
            simulate(communes, near, {.spread = 0.5, .smooth_share = 1.0, .seed = seed});
        double mean = 0.0;
        for (double const risk : world.relative_risk) {
            mean += std::log(risk) / 400.0;
        }
        for (auto const id : near.ids()) {
            double const here = std::log(world.relative_risk[id]) - mean;
            squares += here * here;
            count += 1.0;
            for (auto const other : near[id]) {
                products += here * (std::log(world.relative_risk[other]) - mean);
                pairs += 1.0;
            }
        }
    }
    EXPECT_NEAR(std::sqrt(squares / count), 0.5,
                0.05);  // a little less: the mean of each map is taken off
    auto const rows = smoother(communes, WorldOptions{}.reach);
    double alike = 0.0;  // what A A' says of neighbours
    for (auto const id : near.ids()) {
        for (auto const other : near[id]) {
            for (auto const& link : rows[id]) {
                auto const there = std::ranges::find(rows[other], link.to, &neighbours::Link::to);
                alike +=
                    there == rows[other].end() ? 0.0 : link.weight * there->weight / pairs * 60.0;
            }
        }
    }
    EXPECT_GT(alike, 0.5);
    EXPECT_NEAR(products / pairs / (squares / count), alike, 0.05);
}

TEST(Simulate, IndicatorHasItsCorrelation)
{
    auto const communes = square_communes();
    double sum = 0.0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto const world =
            simulate(communes, test::grid_neighbours(side, side), {.indicator = 0.6, .seed = seed});
        double xy = 0.0;
        double xx = 0.0;
        double yy = 0.0;
        double mx = 0.0;
        double my = 0.0;
        for (auto const id : world.indicator.ids()) {
            mx += world.indicator[id] / 400.0;
            my += std::log(world.relative_risk[id]) / 400.0;
        }
        for (auto const id : world.indicator.ids()) {
            double const x = world.indicator[id] - mx;
            double const y = std::log(world.relative_risk[id]) - my;
            xy += x * y;
            xx += x * x;
            yy += y * y;
        }
        sum += xy / std::sqrt(xx * yy) / 20.0;
    }
    EXPECT_NEAR(sum, 0.6, 0.05);
}

TEST(Simulate, NonsenseIsRefusedInWords)
{
    auto const near = test::grid_neighbours(side, side);
    auto communes = square_communes();
    EXPECT_THROW(simulate(communes, near, {.persons_a_year = 0.0}), geo::Error);
    EXPECT_THROW(simulate(communes, near, {.reporting_ratio = 0.5}), geo::Error);
    EXPECT_THROW(simulate(communes, near, {.indicator = 1.0}), geo::Error);
    communes.at_risk = geo::PerCommune<double>{side * side, 0.0};
    EXPECT_THROW(simulate(communes, near, {}), geo::Error);
}

}  // namespace
}  // namespace marchland::analysis::simulation
