// Visits that teams have made: each row a file, what is said of it and what comes out.
#include "geo/layers/team_visits.hpp"

#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

TEST(TeamVisits, Rows)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;
    };
    Words const bad{"error bad-date, row 1, date"};
    std::vector<Row> const table{
        {"a day", "commune,date\n06001,2025-11-20\n", {}, {"06001 2025-11-20"}},
        {"a month is its last day", "commune,date\n06001,2024-02\n", {}, {"06001 2024-02-29"}},
        {"a quarter", "commune,date\n06001,2025-Q4\n", {}, {"06001 2025-12-31"}},
        {"a commune twice",
         "commune,date\n06001,2025-11-20\n06001,2025-05-02\n",
         {},
         {"06001 2025-11-20", "06001 2025-05-02"}},
        {"a lost zero",
         "commune,date\n6001,2025-11\n",
         {"warning lost-zero, row 1, commune"},
         {"06001 2025-11-30"}},
        {"elsewhere",
         "commune,date\n12345,2025-11\n",
         {"error unknown-commune, row 1, commune"},
         {}},
        {"another vintage",
         "commune,vintage,date\n06001,2020-01-01,2025-11\n",
         {"error other-vintage, row 1, vintage"},
         {}},
        {"not written as ISO has it", "commune,date\n06001,T11 2025\n", bad, {}},
        {"no such day", "commune,date\n06001,2025-Q5\n", bad, {}},
        {"no date", "commune,date\n06001,\n", bad, {}},
        {"who was met",
         "commune,date,victim\n06001,2025-11,x\n",
         {"error personal-data, header, victim"},
         {}},
        {"days of persons beside the teams' own",
         "commune,date,seen\n06001,2025-11,2001-02-03\n",
         {"error personal-data, row 1, seen"},
         {}},
        {"no dates at all",
         "commune,team\n06001,1\n",
         {"error unknown-column", "error missing-column, date"},
         {}}};
    auto const communes = test::three_communes();
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        Words values;
        for (auto const& one : read_team_visits(file.source(), communes, findings)) {
            values.push_back(communes.code[one.commune] + " " + text_of(one.day));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

}  // namespace
}  // namespace marchland::geo
