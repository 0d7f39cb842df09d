// People by sex and age: each row a file, what is said of it and what comes out.
#include "geo/layers/people.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

TEST(People, Groups)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;
    };
    Words const bad{"error bad-people, row 1, count"};
    std::vector<Row> const table{
        {"sex and age", "commune,sex,age,count\n06001,F,14-17,120\n", {}, {"06001 F 14-17 120"}},
        {"neither", "commune,count\n06001,120\n", {}, {"06001 unknown unknown 120"}},
        {"a projection with decimals",
         "commune,count\n06001,120.12345\n",
         {},
         {"06001 unknown unknown 120.12345"}},
        {"nobody", "commune,count\n06001,0\n", {}, {"06001 unknown unknown 0"}},
        {"the vintage of the study",
         "commune,vintage,count\n06001,2025-07-01,5\n",
         {},
         {"06001 unknown unknown 5"}},
        {"another vintage",
         "commune,vintage,count\n06001,2020-01-01,5\n",
         {"error other-vintage, row 1, vintage"},
         {}},
        {"a lost zero",
         "commune,count\n6001,5\n",
         {"warning lost-zero, row 1, commune"},
         {"06001 unknown unknown 5"}},
        {"elsewhere", "commune,count\n12345,5\n", {"error unknown-commune, row 1, commune"}, {}},
        {"nobody knows where", "commune,count\nunknown,5\n", {}, {}},
        {"below 0", "commune,count\n06001,-1\n", bad, {}},
        {"nothing", "commune,count\n06001,\n", bad, {}},
        {"words", "commune,count\n06001,many\n", bad, {}},
        {"persons", "commune,count,CCCD\n06001,1,x\n", {"error personal-data, header, CCCD"}, {}},
        {"days of birth",
         "commune,age,count\n06001,2001-02-03,1\n",
         {"error personal-data, row 1, age"},
         {}},
        {"no count", "commune,sex\n06001,F\n", {"error missing-column, count"}, {}}};
    auto const communes = test::three_communes();
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        Words values;
        for (auto const& one : read_people(file.source(), communes, findings)) {
            values.push_back(communes.code[one.commune] + " " + one.sex + " " + one.age + " " +
                             shortest(one.count));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

}  // namespace
}  // namespace marchland::geo
