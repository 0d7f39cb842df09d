// Neighbours out of files and back.
#include "analysis/neighbours/weights_file.hpp"

#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace marchland::analysis::neighbours {
namespace {

geo::Communes four()
{
    geo::Communes communes;
    for (std::size_t i = 0; i < 4; ++i) {
        std::string const code = "0618" + std::to_string(i);
        communes.code.push_back(code);
        communes.name.push_back("Xã " + std::to_string(i));
        communes.by_code[code] = test::commune(i);
    }
    return communes;
}

struct Read {
    Weights weights;
    geo::Findings findings;

    bool has(std::string const& rule) const
    {
        return std::ranges::any_of(findings, [&](auto const& one) { return one.rule == rule; });
    }
};

Read read(std::string const& name, std::string const& text, bool as_distance = false)
{
    auto const file = std::filesystem::path{testing::TempDir()} / ("weights-" + name);
    std::ofstream{file} << text;
    Read result;
    result.weights = read_weights(file, four(), result.findings, as_distance);
    return result;
}

TEST(WeightsFile, GalAsGeoDaWritesIt)
{
    auto const gal = read(
        "a.gal",
        "0 4 communes code\n06180 1\n06181\n06181 2\n06180 06182\n06182 1\n06181\n06183 0\n\n");
    EXPECT_FALSE(geo::stops_work(gal.findings));
    EXPECT_EQ(gal.weights[test::commune(1)],
              (std::vector<Link>{{test::commune(0), 1.0}, {test::commune(2), 1.0}}));
    EXPECT_TRUE(gal.weights[test::commune(3)].empty());
    EXPECT_TRUE(gal.has("no-neighbours"));
}

TEST(WeightsFile, GwtHasWeightsOrDistances)
{
    std::string const text = "0 4 communes code\n06180 06181 812.5\n06181 06180 812.5\n";
    EXPECT_EQ(read("a.gwt", text).weights[test::commune(0)].front().weight, 812.5);
    EXPECT_EQ(read("a.gwt", text, true).weights[test::commune(0)].front().weight, 1.0);
}

TEST(WeightsFile, CsvMayLeaveTheWeightOut)
{
    auto const csv = read("a.csv", "from,to\n06180,06181\n06181,06180\n06182,06180\n");
    EXPECT_EQ(csv.weights[test::commune(2)], (std::vector<Link>{{test::commune(0), 1.0}}));
    EXPECT_TRUE(csv.has("one-way-link"));
    EXPECT_EQ(read("b.csv", "from,to,weight\n06180,06181,0.25\n")
                  .weights[test::commune(0)]
                  .front()
                  .weight,
              0.25);
}

TEST(WeightsFile, EveryFormatComesBackAsItWas)
{
    auto weights = binary(test::path_neighbours(4));
    auto const folder = std::filesystem::path{testing::TempDir()};
    for (auto const& [name, format] :
         {std::pair{"back.gal", WeightsFormat::gal}, std::pair{"back.gwt", WeightsFormat::gwt},
          std::pair{"back.csv", WeightsFormat::csv}}) {
        if (format != WeightsFormat::gal) {
            weights[test::commune(0)].front().weight = 0.1;  // GAL has no weights
        }
        write_weights(folder / name, weights, four(), format);
        geo::Findings findings;
        EXPECT_EQ(read_weights(folder / name, four(), findings), weights) << name;
        EXPECT_TRUE(findings.empty());
    }
}

TEST(WeightsFile, DefectsAreSaid)
{
    EXPECT_TRUE(read("c.csv", "from,to\n06180,06180\n").has("self-neighbour"));
    auto const unknown = read("d.csv", "from,to\n06180,06811\n");
    ASSERT_TRUE(unknown.has("unknown-commune"));
    EXPECT_TRUE(geo::stops_work(unknown.findings));
    EXPECT_TRUE(read("e.csv", "from,to,weight\n06180,06181,-2\n").has("bad-weight"));
    EXPECT_TRUE(read("f.csv", "from,to,weight\n06180,06181,nan\n").has("bad-weight"));
    EXPECT_TRUE(read("g.csv", "a,b\n1,2\n").has("missing-column"));
    EXPECT_TRUE(read("h.gal", "0 4 x y\n06180 3\n06181 06182\n").has("weights-line"));
    EXPECT_TRUE(read("i.gwt", "0 4 x y\n06180 06181\n").has("weights-line"));
    EXPECT_TRUE(read("j.csv", "from,to\n06180,06181\n06180,06181\n").has("doubled-link"));
    EXPECT_TRUE(read("k.gal", "").findings.size() == 1);  // nobody has a neighbour
}

}  // namespace
}  // namespace marchland::analysis::neighbours
