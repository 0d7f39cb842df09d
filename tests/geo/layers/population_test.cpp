// People from a table of their own, and figures that cannot be.
#include "geo/layers/population.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::geo {
namespace {

using test::LayerFile;
using test::Words;

/// Squares of 10 km, in rows of five.
Communes squares(std::vector<double> const& people)
{
    Communes communes;
    communes.vintage = "2025-07-01";
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto const code = "S" + std::to_string(10 + i);
        auto const x = static_cast<double>(i % 5) * 1e4;
        auto const y = static_cast<double>(i / 5) * 1e4;
        communes.by_code.emplace(code, static_cast<CommuneId>(i));
        communes.code.push_back(code);
        communes.name.push_back("Xã " + code);
        communes.district.push_back("");
        communes.province.push_back("");
        communes.population.push_back(people[i]);
        communes.at_risk.push_back(people[i]);
        communes.shape.push_back(
            {{{{x, y}, {x + 1e4, y}, {x + 1e4, y + 1e4}, {x, y + 1e4}, {x, y}}}});
    }
    return communes;
}

Words judged(Communes const& communes)
{
    Findings findings;
    judge_density(communes, Boundaries{communes.shape}, "communes.gpkg", findings);
    Words named;
    for (auto const& finding : findings) {
        named.push_back(finding.feature);
    }
    return named;
}

TEST(Density, SlipsOfThePenAreNamedBothWaysAndTownsAreNot)
{
    std::vector<double> const usual(15, 10000.0);
    auto const with = [&usual](double people) {
        auto changed = usual;
        changed[7] = people;  // in the middle
        return judged(squares(changed));
    };
    Words const it{"S17 Xã S17"};
    EXPECT_EQ(with(10000.0), Words{});
    EXPECT_EQ(with(692.0), Words{}) << "a thinly settled one";
    EXPECT_EQ(with(600.0), it) << "15 times thinner";
    EXPECT_EQ(with(653422.0), it);
    EXPECT_EQ(with(100000.0), Words{}) << "a town: dense, with ten times as many people";
    EXPECT_EQ(with(0.0), Words{}) << "said elsewhere";
}

TEST(Density, AThinlySettledRegionIsNone)
{
    EXPECT_EQ(judged(squares(std::vector<double>(15, 40.0))), Words{})
        << "0.4 a km2 in the mountains";
}

TEST(Population, ComesFromATableOfItsOwn)
{
    struct Row {
        char const* what;
        std::string rows;
        Words said;
        double people;  ///< of S10
    };
    double const none = std::nan("");
    std::vector<Row> const table{
        {"of the study", "S10,2025-07-01,700\nS11,,800\n", {}, 700.0},
        {"of former communes",
         "A,2020-01-01,300\nB,2020-01-01,400\nS11,,800\n",
         {"note codes-carried"},
         700.0},
        {"with dots that group",
         "S10,,1.234\nS11,,2.345\n",
         {"warning separators, population"},
         1234.0},
        {"of one former commune of two",
         "A,2020-01-01,300\nS11,,800\n",
         {"note codes-carried", "warning population-missing"},
         none},
        {"twice", "S10,,1\nS10,,2\nS11,,800\n", {"error doubled-row, row 2, code"}, 1.0},
        {"none", "S11,,800\n", {"warning population-missing"}, none},
        {"words",
         "S10,,being updated\nS11,,800\n",
         {"warning population-text, row 1, population", "warning population-missing"},
         none}};
    for (auto const& row : table) {
        auto communes = squares({none, none});
        communes.former = Crosswalk{{{"A", "2020-01-01", "S10", "2025-07-01", {}},
                                     {"B", "2020-01-01", "S10", "2025-07-01", {}}}};
        index_names(communes, {});
        LayerFile const file{"code,vintage,population\n" + row.rows};
        auto source = file.source();
        source.usual = {{"commune", "code"}};
        Findings findings;
        read_population(source, communes, findings);
        EXPECT_EQ(test::said(findings), row.said) << row.what;
        auto const found = communes.population[CommuneId{0}];
        EXPECT_TRUE(std::isnan(row.people) ? std::isnan(found) : found == row.people)
            << row.what << ": " << found;
        EXPECT_TRUE(std::isnan(found) || communes.at_risk[CommuneId{0}] == found) << row.what;
    }
}

}  // namespace
}  // namespace marchland::geo
