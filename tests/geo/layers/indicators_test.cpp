// An indicator of each commune: each row a file, what is said of it and what comes out.
#include "geo/layers/indicators.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

TEST(Indicators, Figures)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;  ///< of the three communes; empty: none
    };
    Words const missing_one{"warning indicator-missing"};
    auto const bad = [](char const* rule) {
        return Words{"error " + std::string{rule}, "warning indicator-missing"};
    };
    std::vector<Row> const table{
        {"all three",
         "commune,value\n06001,1\n06003,0.12345678\n06002,-2.5\n",
         {},
         {"1", "-2.5", "0.12345678"}},
        {"more than 90 with decimals",
         "commune,value\n06001,84.123456789\n06002,0\n06003,0\n",
         {},
         {"84.123456789", "0", "0"}},
        {"one has no row", "commune,value\n06001,1\n06002,2\n", missing_one, {"1", "2", ""}},
        {"one has no figure",
         "commune,value\n06001,1\n06002,2\n06003,..\n",
         missing_one,
         {"1", "2", ""}},
        {"a dash and nothing",
         "commune,value\n06001,-\n06002,\n06003,3\n",
         missing_one,
         {"", "", "3"}},
        {"words",
         "commune,value\n06001,poor\n06002,2\n06003,3\n",
         bad("bad-indicator, row 1, value"),
         {"", "2", "3"}},
        {"a decimal comma",
         "commune,value\n06001,\"1,5\"\n06002,2\n06003,3\n",
         {},
         {"1.5", "2", "3"}},
        {"twice the same commune",
         "commune,value\n06001,1\n06001,9\n06002,2\n06003,3\n",
         {"error doubled-row, row 2, commune"},
         {"1", "2", "3"}},
        {"elsewhere",
         "commune,value\n06001,1\n06002,2\n99999,3\n",
         bad("unknown-commune, row 3, commune"),
         {"1", "2", ""}},
        {"the vintage of the study",
         "commune,value,vintage\n06001,1,2025-07-01\n06002,2,2025-07-01\n06003,3,2025-07-01\n",
         {},
         {"1", "2", "3"}},
        {"persons",
         "commune,value,phone\n06001,1,x\n",
         {"error personal-data, header, phone"},
         {"", "", ""}},
        {"no such column",
         "commune,rate\n06001,1\n",
         {"error unknown-column", "error missing-column, value"},
         {"", "", ""}}};
    auto const communes = test::three_communes();
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        Words values;
        for (double const value :
             read_indicator(file.source(), communes, {.name = "poverty"}, findings).value) {
            values.push_back(shortest(value));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(Indicators, ACommonColumnOfManyIsMappedAndWhatTheStudyStatesIsKept)
{
    test::LayerFile const file{"commune,health\n06001,1\n06002,2\n06003,3\n"};
    Findings findings;
    auto const read = read_indicator(
        file.source({{"value", "health"}}), test::three_communes(),
        {.name = "health", .as_of = "2024-01-01", .higher_is_worse = false, .weight = 2.0},
        findings);
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(read.value[static_cast<CommuneId>(2)], 3.0);
    EXPECT_EQ(read.as_of, "2024-01-01");
    EXPECT_FALSE(read.higher_is_worse);
    EXPECT_EQ(read.weight, 2.0);
}

}  // namespace
}  // namespace marchland::geo
