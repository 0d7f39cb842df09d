// Markets: each row a file, what is said of it and what comes out.
#include "geo/layers/markets.hpp"

#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

TEST(Markets, Rows)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;
    };
    std::vector<Row> const table{
        {"in the order of their ids",
         "id,name,kind,x,y\nb,B,chợ phiên,106.7,21.9\na,A,,106.7,21.9\n",
         {},
         {"a A unknown placed", "b B periodic_market placed"}},
        {"a word on no list is said and not known",
         "id,name,kind,x,y\nb,B,night,106.7,21.9\n",
         {"warning unlisted-word, row 1 (b), kind"},
         {"b B unknown placed"}},
        {"a name of a person",
         "id,name,x,y\nb,Nguyễn Thị Lan,106.7,21.9\n",
         {"error personal-data, row 1, name"},
         {}},
        {"a telephone beside it",
         "id,sdt,x,y\nb,1,106.7,21.9\n",
         {"error personal-data, header, sdt"},
         {}},
        {"a name is not needed", "id,x,y\na,106.7,21.9\n", {}, {"a a unknown placed"}},
        {"well-known text", "id,wkt\na,POINT(106.7 21.9)\n", {}, {"a a unknown placed"}},
        {"a line is no market",
         "id,wkt\na,\"LINESTRING(106.7 21.9,106.8 21.9)\"\n",
         {"error not-a-point, row 1", "note no-coordinate, row 1 (a)"},
         {"a a unknown -"}},
        {"no place", "id,x,y\na,,\n", {"note no-coordinate, row 1 (a)"}, {"a a unknown -"}},
        {"no id", "id,x,y\n,106.7,21.9\n", {"error id-missing, row 1, id"}, {}},
        {"one id twice",
         "id,x,y\na,106.7,21.9\na,106.8,21.9\n",
         {"error duplicate-id, row 2 (a), id"},
         {"a a unknown placed"}},
        {"a decimal comma", "id,x,y\na,\"106,7\",21.9\n", {}, {"a a unknown placed"}},
        {"days of the week",
         "id,x,y,days\na,106.7,21.9,Sun;wed\n",
         {},
         {"a a unknown placed wed;sun"}},
        {"as Vietnamese tables write them",
         "id,x,y,days\na,106.7,21.9,\"T7, CN\"\n",
         {},
         {"a a unknown placed sat;sun"}},
        {"days of the lunar month",
         "id,x,y,days\na,106.7,21.9,lunar 7 2 12\n",
         {},
         {"a a unknown placed lunar 2;7;12"}},
        {"no word of days",
         "id,x,y,days\na,106.7,21.9,sometimes\n",
         {"error bad-market-days, row 1 (a), days"},
         {"a a unknown placed"}},
        {"no ids at all", "name,x,y\nA,106.7,21.9\n", {"error missing-column, id"}, {}}};
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        auto const got = read_markets(file.source(), Crs::parse("EPSG:9215"), findings);
        Words values;
        for (auto const id : got.id.ids()) {
            values.push_back(got.id[id] + " " + got.name[id] + " " + got.kind[id] +
                             (got.at[id] ? " placed" : " -") +
                             (got.days[id].ever() ? " " + got.days[id].text() : ""));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

}  // namespace
}  // namespace marchland::geo
