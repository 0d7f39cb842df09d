// What is known of who goes where: each row a file, what is said of it and what comes out.
#include "geo/layers/given_flows.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

TEST(GivenFlows, Amounts)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;
    };
    Words const bad{"error bad-amount, row 1, amount"};
    std::vector<Row> const table{
        {"totals", "crossing,amount\nx2,5\nx1,7.33333\n", {}, {"x1 = 7.33333", "x2 = 5"}},
        {"by commune",
         "commune,crossing,amount\n06002,x1,5\n06001,x2,1\n06001,x1,2\n",
         {},
         {"06001 x1 = 2", "06001 x2 = 1", "06002 x1 = 5"}},
        {"0", "crossing,amount\nx1,0\n", {}, {"x1 = 0"}},
        {"the vintage of the study",
         "commune,vintage,crossing,amount\n06001,2025-07-01,x1,2\n",
         {},
         {"06001 x1 = 2"}},
        {"another vintage",
         "commune,vintage,crossing,amount\n06001,2020-01-01,x1,2\n",
         {"error other-vintage, row 1, vintage"},
         {}},
        {"no such crossing",
         "crossing,amount\nx9,5\n",
         {"error unknown-crossing, row 1, crossing"},
         {}},
        {"no crossing", "crossing,amount\n,5\n", {"error unknown-crossing, row 1, crossing"}, {}},
        {"below 0", "crossing,amount\nx1,-1\n", bad, {}},
        {"words", "crossing,amount\nx1,many\n", bad, {}},
        {"nothing", "crossing,amount\nx1,\n", bad, {}},
        {"infinite", "crossing,amount\nx1,inf\n", bad, {}},
        {"twice",
         "crossing,amount\nx1,1\nx1,2\n",
         {"error doubled-row, row 2, crossing"},
         {"x1 = 1"}},
        {"twice from one commune",
         "commune,crossing,amount\n06001,x1,1\n06002,x1,1\n06001,x1,2\n",
         {"error doubled-row, row 3, crossing"},
         {"06001 x1 = 1", "06002 x1 = 1"}},
        {"elsewhere",
         "commune,crossing,amount\n12345,x1,5\n",
         {"error unknown-commune, row 1, commune"},
         {}},
        {"persons", "crossing,amount,phone\nx1,5,x\n", {"error personal-data, header, phone"}, {}},
        {"no amount",
         "crossing,n\nx1,1\n",
         {"error unknown-column", "error missing-column, amount"},
         {}}};
    auto const communes = test::three_communes();
    Crossings crossings;
    for (auto const* const id : {"x1", "x2"}) {
        crossings.id.push_back(id);
    }
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        Words values;
        auto const given = read_given_flows(file.source(), communes, crossings, findings);
        for (auto const& one : given.flows) {
            values.push_back((given.by_commune ? communes.code[one.commune] + " " : "") +
                             crossings.id[one.crossing] + " = " + shortest(one.amount));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

}  // namespace
}  // namespace marchland::geo
