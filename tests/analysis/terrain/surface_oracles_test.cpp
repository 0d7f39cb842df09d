// Times over real terrain, as SciPy and scikit-image find them.
#include "analysis/terrain/surface.hpp"

#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <fstream>

namespace marchland::analysis::terrain {
namespace {

std::filesystem::path const folder{test::shared / "reference/routes/surface"};

std::vector<double> grid_in(std::string const& name)
{
    std::ifstream file{folder / name};
    std::string word;
    for (int i = 0; i < 12; ++i) {  // six lines of a name and a number
        file >> word;
    }
    std::vector<double> values;
    for (double value = 0.0; file >> value;) {
        values.push_back(value);
    }
    return values;
}

class SurfaceOracle : public testing::Test {
protected:
    void SetUp() override
    {
        MARCHLAND_NEEDS(folder);
        expected = nlohmann::json::parse(test::text_in(folder / "expected.json"));
        terrain.cells = {{0.0, 250.0 * 90.0}, 90.0, 250, 250};
        terrain.height = grid_in("dem.asc");
        centre = {{place("centre_rc")}};
        target = {{place("target_rc")}};
    }

    std::size_t place(std::string const& name) const
    {
        return expected.at(name)[0].get<std::size_t>() * 250 +
               expected.at(name)[1].get<std::size_t>();
    }

    /// Within 1e-4 s, the last digit of the files; what takes years has fewer digits than that.
    static void expect_as_in(std::string const& file, std::vector<double> const& found)
    {
        auto const wanted = grid_in(file);
        ASSERT_EQ(found.size(), wanted.size());
        double worst = 0.0;
        for (std::size_t i = 0; i < found.size(); ++i) {
            worst =
                std::max(worst, std::abs(found[i] - wanted[i]) / std::max(1.0, wanted[i] * 1e-8));
        }
        EXPECT_LE(worst, 1e-4) << file;
    }

    nlohmann::json expected;
    Surface terrain;
    std::vector<SurfaceStart> centre;
    std::vector<SurfaceStart> target;
};

TEST_F(SurfaceOracle, ToblerFromTheCentre)
{
    auto const spread = accumulated_cost(terrain, centre, Travel::from_starts);
    expect_as_in("tobler_from_centre_s.asc", spread.cost);
    EXPECT_NEAR(spread.cost[target[0].at], expected.at("time_centre_to_target_s").get<double>(),
                1e-6);
    double const most = expected.at("max_from_s");
    EXPECT_NEAR(*std::ranges::max_element(spread.cost), most, 1e-6 * most);
}

TEST_F(SurfaceOracle, ToblerToTheCentre)
{
    auto const spread = accumulated_cost(terrain, centre, Travel::to_starts);
    expect_as_in("tobler_to_centre_s.asc", spread.cost);
    EXPECT_NEAR(spread.cost[target[0].at], expected.at("time_target_to_centre_s").get<double>(),
                1e-6);
}

TEST_F(SurfaceOracle, ToblerTimesFriction)
{
    terrain.friction = grid_in("friction.asc");
    expect_as_in("tobler_times_friction_from_centre_s.asc",
                 accumulated_cost(terrain, centre, Travel::from_starts).cost);
}

TEST_F(SurfaceOracle, CorridorAndItsBands)
{
    auto const corridor = least_cost_corridor(terrain, centre, target);
    expect_as_in("corridor_centre_to_r10c240_s.asc", corridor.cost);
    EXPECT_NEAR(corridor.least, expected.at("corridor_min_s").get<double>(), 1e-6);
    std::array const percents{1.0, 5.0};
    auto const bands = bands_of(corridor, percents);
    EXPECT_EQ(bands[0].cells, expected.at("corridor_cells_within_1pct").get<std::size_t>());
    EXPECT_EQ(bands[1].cells, expected.at("corridor_cells_within_5pct").get<std::size_t>());
}

TEST_F(SurfaceOracle, FrictionAlone)
{
    Surface const ground{.cells = {{0.0, 250.0}, 1.0, 250, 250},
                         .friction = grid_in("friction.asc")};
    auto const cost = accumulated_cost(ground, centre, Travel::from_starts).cost;
    auto const wanted = grid_in("friction_cost_from_centre_geometric.asc");
    double sum = 0.0;
    for (std::size_t i = 0; i < cost.size(); ++i) {
        ASSERT_NEAR(cost[i], wanted[i], 1e-6) << i;
        sum += cost[i];
    }
    EXPECT_NEAR(sum, expected.at("friction_cost_sum").get<double>(), 1e-3);
    EXPECT_NEAR(*std::ranges::max_element(cost), expected.at("friction_cost_max").get<double>(),
                1e-9);
}

}  // namespace
}  // namespace marchland::analysis::terrain
