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
         "commune,victims,nan nhan\n06001,x,1\n",
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

}  // namespace
}  // namespace marchland::geo
