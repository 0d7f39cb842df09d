// Counts of persons on several lists: each row a file, what is said of it and what comes out.
#include "geo/layers/agency_lists.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

TEST(AgencyLists, Counts)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;
    };
    Words const bad{"error bad-count, row 1, count"};
    Words const none{"error lists-missing, row 1, lists"};
    std::vector<Row> const table{
        {"one list", "stratum,lists,count\nnorth,police,12\n", {}, {"north: police = 12"}},
        {"two, sorted",
         "stratum,lists,count\nnorth,shelter; police,3\n",
         {},
         {"north: police shelter = 3"}},
        {"with a plus, and one named twice",
         "stratum,lists,count\nnorth,a+b+a,3\n",
         {},
         {"north: a b = 3"}},
        {"no stratum is all", "stratum,lists,count\n,police,3\n", {}, {"all: police = 3"}},
        {"nobody", "stratum,lists,count\nnorth,police,0\n", {}, {"north: police = 0"}},
        {"many agencies of long names",
         "stratum,lists,count\nnorth,women's union of the province; border guard; reception "
         "centre,3\n",
         {},
         {"north: border guard reception centre women's union of the province = 3"}},
        {"no list", "stratum,lists,count\nnorth,,3\n", none, {}},
        {"only signs", "stratum,lists,count\nnorth,; +,3\n", none, {}},
        {"below 0", "stratum,lists,count\nnorth,police,-1\n", bad, {}},
        {"a fraction", "stratum,lists,count\nnorth,police,1.5\n", bad, {}},
        {"hidden", "stratum,lists,count\nnorth,police,<5\n", bad, {}},
        {"persons",
         "stratum,lists,count,họ tên\nnorth,police,1,x\n",
         {"error personal-data, header, họ tên"},
         {}},
        {"numbers of identity cards",
         "stratum,lists,count\n180123456789,police,1\n",
         {"error personal-data, row 1, stratum"},
         {}},
        {"no lists at all", "stratum,count\nnorth,1\n", {"error missing-column, lists"}, {}}};
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        Words values;
        for (auto const& one : read_agency_lists(file.source(), findings)) {
            std::string words = one.stratum + ":";
            for (auto const& list : one.lists) {
                words += " " + list;
            }
            values.push_back(words + " = " + shortest(one.count));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(AgencyLists, NamesAreNoStratum)
{
    test::LayerFile const file{"ho_ten,lists,count\nx,police,1\n"};
    Findings findings;
    EXPECT_TRUE(read_agency_lists(file.source({{"stratum", "ho_ten"}}), findings).empty());
    EXPECT_EQ(test::said(findings), (Words{"error personal-data, header, ho_ten"}));
}

}  // namespace
}  // namespace marchland::geo
