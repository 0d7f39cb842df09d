#include "analysis/terrain/river_cells.hpp"

#include "geo/vocabulary/random.hpp"
#include "tests/support/surface_twin.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace marchland::analysis::terrain {
namespace {

geo::Cells grid(std::uint32_t columns, std::uint32_t rows)
{
    return {{0.0, rows * 100.0}, 100.0, columns, rows};
}

bool share_a_side(std::size_t a, std::size_t b, geo::Cells const& cells)
{
    auto const apart = [](std::size_t x, std::size_t y) { return x > y ? x - y : y - x; };
    return apart(a / cells.columns, b / cells.columns) +
               apart(a % cells.columns, b % cells.columns) ==
           1;
}

void expect_chain(std::vector<std::size_t> const& along, geo::Cells const& cells)
{
    for (std::size_t i = 1; i < along.size(); ++i) {
        EXPECT_TRUE(share_a_side(along[i - 1], along[i], cells)) << along[i - 1] << " " << along[i];
    }
}

/// Cells that can be come to from one by steps to eight neighbours, none of them water.
std::set<std::size_t> reached_from(std::size_t start, std::vector<Water> const& water,
                                   geo::Cells const& cells)
{
    std::set<std::size_t> reached{start};
    std::vector<std::size_t> open{start};
    while (!open.empty()) {
        auto const at = open.back();
        open.pop_back();
        for (auto const near : test::neighbours_of(cells, at)) {
            if (water[near] != Water::shut && reached.insert(near).second) {
                open.push_back(near);
            }
        }
    }
    return reached;
}

TEST(RiverCells, ThroughCornersByHand)
{
    auto const cells = grid(3, 3);
    auto const along = cells_along({{10.0, 10.0}, {290.0, 290.0}}, cells);
    EXPECT_EQ(along.size(), 5U);  // three on the diagonal, two beside it
    EXPECT_EQ(along.front(), 6U);
    EXPECT_EQ(along.back(), 2U);
    expect_chain(along, cells);
    EXPECT_EQ(cells_along({{50.0, 150.0}, {250.0, 150.0}}, cells),
              (std::vector<std::size_t>{3, 4, 5}));
    EXPECT_TRUE(cells_along({{500.0, 0.0}, {500.0, 300.0}}, cells).empty());
}

TEST(RiverCells, EachCellSharesASideWithTheLastAndNoneIsLeftOut)
{
    auto const cells = grid(40, 30);
    geo::Draws draws{geo::Random{1, "test-rivers"}};
    for (int trial = 0; trial < 300; ++trial) {
        // Every third on the lines between cells, where rounding could go either way.
        auto const coordinate = [&](double most) {
            double const at = most * draws.uniform();
            return trial % 3 == 0 ? 100.0 * std::floor(at / 100.0) : at;
        };
        geo::Line const line{{coordinate(4000.0), coordinate(3000.0)},
                             {coordinate(4000.0), coordinate(3000.0)}};
        auto const along = cells_along(line, cells);
        expect_chain(along, cells);
        std::set<std::size_t> const passed{along.begin(), along.end()};
        for (double share = 0.0; share <= 1.0; share += 1e-3) {
            geo::Point const p{line[0].x + share * (line[1].x - line[0].x),
                               line[0].y + share * (line[1].y - line[0].y)};
            auto const inside = [](double at) {
                double const part = at / 100.0 - std::floor(at / 100.0);
                return part > 1e-6 && part < 1.0 - 1e-6;
            };
            auto const cell = cells.at(p);
            if (cell && inside(p.x) && inside(p.y)) {
                EXPECT_TRUE(passed.contains(*cell));
            }
        }
    }
}

TEST(RiverCells, NobodySlipsThroughBetweenTwoOfThem)
{
    auto const cells = grid(40, 40);
    geo::Draws draws{geo::Random{2, "test-rivers"}};
    for (int trial = 0; trial < 40; ++trial) {
        geo::River river;
        for (double x = -500.0; x <= 4500.0; x += 250.0) {  // from the west to the east
            double const y = 300.0 + 3400.0 * draws.uniform();
            river.line.push_back({x, trial % 2 == 0 ? 100.0 * std::floor(y / 100.0) : y});
        }
        auto const made = river_cells({&river, 1}, {}, cells);
        auto const north = reached_from(0, made.water, cells);
        EXPECT_FALSE(north.contains(cells.size() - 1));
    }
}

TEST(RiverCells, AWidthCoversWhatLiesWithinHalfOfIt)
{
    auto const cells = grid(9, 3);
    geo::River const river{"r", {{450.0, -50.0}, {450.0, 350.0}}, 350.0, false};
    auto const made = river_cells({&river, 1}, {}, cells);
    for (std::size_t column = 0; column < 9; ++column) {
        // middles 100 m off; the next are 200 m off
        bool const within = column >= 3 && column <= 5;
        EXPECT_EQ(made.water[9 + column] == Water::shut, within) << column;
        EXPECT_EQ(made.width_m[9 + column], within ? 350.0 : 0.0);
    }
}

TEST(RiverCells, AFordOpensTheRiverFromBankToBankAndNothingElse)
{
    auto const cells = grid(21, 21);
    for (double const width : {0.0, 350.0, 700.0}) {
        geo::River const river{"r", {{1050.0, -50.0}, {1050.0, 2150.0}}, width, false};
        FordPlace const ford{{1080.0, 1050.0}, 0.0};
        auto const shut = river_cells({&river, 1}, {}, cells);
        EXPECT_FALSE(reached_from(0, shut.water, cells).contains(20));
        auto const open = river_cells({&river, 1}, {&ford, 1}, cells);
        EXPECT_TRUE(open.dry_fords.empty());
        EXPECT_TRUE(reached_from(0, open.water, cells).contains(20));
        for (std::size_t cell = 0; cell < cells.size(); ++cell) {
            EXPECT_EQ(open.water[cell] == Water::none, shut.water[cell] == Water::none);
            if (open.water[cell] == Water::ford) {
                EXPECT_LE(geo::distance(cells.centre(cell), ford.at), 0.5 * width + 250.0);
            }
        }
    }
}

TEST(RiverCells, AFordAwayFromRiversOpensNone)
{
    auto const cells = grid(21, 21);
    geo::River const river{"r", {{1050.0, -50.0}, {1050.0, 2150.0}}, 0.0, false};
    std::vector<FordPlace> const fords{{{1550.0, 1050.0}, 0.0}, {{1550.0, 1050.0}, 600.0}};
    auto const made = river_cells({&river, 1}, fords, cells);
    EXPECT_EQ(made.dry_fords, (std::vector<std::size_t>{0}));  // the other is only known to 600 m
    EXPECT_EQ(made.water[10 * 21 + 10], Water::ford);
}

TEST(RiverCells, WhereAFordMeetsADeepRiverItIsShutInAnyOrder)
{
    auto const cells = grid(9, 9);
    geo::River const deep{"deep", {{50.0, 450.0}, {850.0, 450.0}}, 0.0, false};
    geo::River const shallow{"shallow", {{450.0, 50.0}, {450.0, 850.0}}, 0.0, true};
    auto const one = river_cells(std::vector{deep, shallow}, {}, cells);
    auto const other = river_cells(std::vector{shallow, deep}, {}, cells);
    EXPECT_EQ(one.water, other.water);
    EXPECT_EQ(one.water[4 * 9 + 4], Water::shut);
    EXPECT_EQ(one.water[3 * 9 + 4], Water::ford);
}

}  // namespace
}  // namespace marchland::analysis::terrain
