// A column of persons is not mapped past the door of any table of counts.
#include "geo/layers/count_table.hpp"

#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

TEST(CountTable, AColumnOfPersonsIsNotMappedPastTheDoor)
{
    struct Row {
        char const* what;
        char const* file;
        std::map<std::string, std::string> columns;
        Words said;
    };
    std::vector<Row> const table{
        {"called as the contract does", "commune,form,count\n06001,x,1\n", {}, {}},
        {"whatever its case", "commune,Form,count\n06001,x,1\n", {}, {}},
        {"a harmless name", "commune,loai,count\n06001,x,1\n", {{"form", "loai"}}, {}},
        {"names as forms",
         "commune,ho_ten,count\n06001,x,1\n",
         {{"form", "ho_ten"}},
         {"error personal-data, header, ho_ten"}},
        {"peoples as forms",
         "commune,dân tộc,count\n06001,x,1\n",
         {{"form", "dân tộc"}},
         {"error personal-data, header, dân tộc"}},
        {"victims may be counted",
         "commune,form,nan nhan\n06001,x,1\n",
         {{"count", "nan nhan"}},
         {}},
        {"but not with many decimals unless measured",
         "commune,form,count\n06001,x,17.33333\n",
         {},
         {"error personal-data, row 1, count"}}};
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        auto reader = LayerReader::open(file.source(row.columns), findings);
        ASSERT_TRUE(reader) << row.what;
        EXPECT_EQ(refuses_columns(*reader, {"commune", "form", "count"}), !row.said.empty())
            << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
    test::LayerFile const file{"commune,form,count\n06001,x,17.33333\n"};
    Findings findings;
    auto reader = LayerReader::open(file.source(), findings);
    EXPECT_FALSE(refuses_columns(*reader, {"commune", "form", "count"}, "count"));
}

/// A table with columns that the layer does not read.
TEST(CountTable, AColumnThatNobodyAskedForIsNamedOrLeftAside)
{
    struct Row {
        char const* what;
        char const* file;
        std::vector<std::string> ignore;
        Words said;
    };
    std::vector<Row> const table{
        {"not named", "commune,form,count,extra\n06001,x,1,2\n", {}, {"error unknown-column"}},
        {"left aside", "commune,form,count,extra\n06001,x,1,2\n", {"extra"}, {}},
        {"places and numbers of rows",
         "STT,Tên xã,Huyện cũ,commune,form,count\n1,Xã 1,Cao Lộc,06001,x,1\n",
         {},
         {}},
        {"empty", "commune,form,count,extra\n06001,x,1,\n", {}, {}},
        {"of persons by its header",
         "commune,form,count,ho_ten\n06001,x,1,2\n",
         {"ho_ten"},
         {"error personal-data, header, ho_ten"}},
        {"of persons by a value",
         "commune,form,count,extra\n06001,x,1,0912345678\n",
         {"extra"},
         {"error personal-data, row 1, extra"}},
        {"left aside and not there",
         "commune,form,count\n06001,x,1\n",
         {"extra"},
         {"note ignored-column-missing"}}};
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        auto source = file.source();
        source.ignore = row.ignore;
        Findings findings;
        auto reader = LayerReader::open(source, findings);
        ASSERT_TRUE(reader) << row.what;
        refuses_columns(*reader, {"commune", "form", "count"});
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(CountTable, WhatTheRecipeLeavesOutIsJudgedToo)
{
    struct Row {
        char const* what;
        char const* file;
        ImportRecipe recipe;
        char const* where;
    };
    for (auto const& row : std::vector<Row>{{"a row of sums",
                                             "commune,form,count\n06001,x,1\nTổng,0912345678,1\n",
                                             {.totals = {"Tổng"}},
                                             ""},
                                            {"a column of sums",
                                             "commune,Nam,Nữ,Tổng\n06001,1,2,0912345678\n",
                                             {.header = 1, .across = {"sex"}, .measure = "count"},
                                             ""},
                                            {"a row that is not taken",
                                             "commune,form,count\n06001,x,1\n06002,0912345678,1\n",
                                             {},
                                             "commune = '06001'"}}) {
        test::LayerFile const file{row.file};
        auto source = file.source();
        source.import = row.recipe;
        source.where = row.where;
        Findings findings;
        auto reader = LayerReader::open(source, findings);
        ASSERT_TRUE(reader) << row.what;
        EXPECT_TRUE(refuses_columns(*reader, {"commune", "form", "sex", "count"})) << row.what;
    }
}

}  // namespace
}  // namespace marchland::geo
