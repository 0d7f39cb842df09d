// Tables of offices become one row a figure, as the recipe says; and the recipe that they suggest.
#include "geo/files/layer_reader.hpp"
#include "geo/files/likely_recipe.hpp"
#include "geo/files/read.hpp"
#include "geo/vocabulary/error.hpp"

#include "tests/support/layer_file.hpp"
#include "tests/support/workbook.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

/// A table as text: its headers, then its rows.
test::Words text_of(Table const& table)
{
    test::Words lines;
    std::string header;
    for (auto const& field : table.fields) {
        header += (header.empty() ? "" : "|") + field.name;
    }
    lines.push_back(header);
    for (std::size_t row = 0; row < table.rows; ++row) {
        std::string line;
        for (std::size_t f = 0; f < table.fields.size(); ++f) {
            line += (f == 0 ? "" : "|") + table.fields[f].cells[row].value_or("-");
        }
        lines.push_back(line);
    }
    return lines;
}

Table recast_table(std::string const& text, ImportRecipe const& recipe)
{
    test::LayerFile const file{text};
    auto source = file.source();
    source.import = recipe;
    return read_table(source);
}

constexpr auto* monthly =
    "SỞ A,,,,,\nBÁO CÁO THÁNG 3 NĂM 2024,,,,,\n,,,,,\nHuyện,Mã xã,Số "
    "người,,Tổng,Ghi chú\n,,Nam,Nữ,,\nCao Lộc,06184,1,2,3,\n,06187,0,1,1,\nVăn "
    "Lãng,06124,2,,2,\nTổng cộng,,3,3,6,\n";

TEST(Recast, AMonthlySheetIsUnderstoodByItself)
{
    test::LayerFile const file{monthly};
    auto source = file.source();
    auto const plain = read_table(source);
    ASSERT_EQ(plain.title_rows, 3U);
    source.import.header = plain.title_rows + 1;
    ImportRecipe const expected{.header = 4,
                                .fill_down = {"Huyện"},
                                .totals = {"Tổng cộng"},
                                .across = {"sex"},
                                .figures = "Số người",
                                .measure = "count",
                                .period = "title"};
    source.import = likely_recipe(plain, source, "count", false);
    EXPECT_EQ(source.import, expected);
    auto const table = read_table(source);
    EXPECT_EQ(text_of(table),
              (test::Words{"Huyện|Mã xã|Ghi chú|sex|count|period", "Cao Lộc|06184|-|M|1|2024-03",
                           "Cao Lộc|06184|-|F|2|2024-03", "Cao Lộc|06187|-|M|0|2024-03",
                           "Cao Lộc|06187|-|F|1|2024-03", "Văn Lãng|06124|-|M|2|2024-03"}));
    EXPECT_EQ(table.recast.filled, 1U);
    EXPECT_EQ(table.recast.total_rows, 1U);
    EXPECT_EQ(table.recast.total_columns, 1U);
    EXPECT_EQ(table.recast.blank_figures, 1U);
    EXPECT_EQ(table.recast.unequal, 0U);
    EXPECT_EQ(table.row_name(4), "row 8");  // as the sheet counts
}

TEST(Recast, SumsThatDoNotAddUpAreCounted)
{
    ImportRecipe const recipe{.totals = {"Tổng", "Cộng"}};
    struct Sums {
        char const* what;
        char const* text;
        std::size_t rows;
        std::size_t unequal;
    };
    for (auto const& [what, text, rows, unequal] : std::initializer_list<Sums>{
             {"of all", "x,n\na,1\nb,2\nTổng,3\n", 2, 0},
             {"of none", "x,n\na,1\nb,2\nTổng,4\n", 2, 1},
             {"of parts, then of all", "x,n\na,1\nb,2\nCộng,3\nc,4\nCộng,4\nTổng:,7\n", 3, 0},
             {"of what stands below", "x,n\nCộng (2),3\na,1\nb,2\nCộng,4\nc,4\n", 3, 0},
             {"a name that begins alike", "x,n\nTổng Cọt,1\nb,2\n", 2, 0},
             {"thousands", "x,n\na,1.100\nb,2.200\nTổng,3.300\n", 2, 0}}) {
        auto const table = recast_table(text, recipe);
        EXPECT_EQ(table.rows, rows) << what;
        EXPECT_EQ(table.recast.unequal, unequal) << what;
    }
    auto const across = recast_table("ma,2023,2024,Tổng\na,1,2,3\nb,1,2,4\n",
                                     {.header = 1, .across = {"period"}, .measure = "count"});
    EXPECT_EQ(across.rows, 4U);
    EXPECT_EQ(across.recast.unequal, 1U);
    EXPECT_EQ(across.recast.unequal_row, "row 3");
}

TEST(Recast, WhatHeadersTellAcross)
{
    ImportRecipe const recipe{.header = 1, .across = {"period", "sex"}, .measure = "amount"};
    EXPECT_EQ(text_of(recast_table("ma,2023 - Nam,2023 - Nữ,Nam_2024\na,1,2,3\n", recipe)),
              (test::Words{"ma|period|sex|amount", "a|2023|M|1", "a|2023|F|2", "a|2024|M|3"}));
    // what tells only a part of it, or something else, stays a column, which the layer will not know
    auto const other = recast_table("ma,2023 - Nam,2023,2023 - Nam - vụ\na,1,2,3\n", recipe);
    EXPECT_EQ(text_of(other).front(), "ma|2023|2023 - Nam - vụ|period|sex|amount");
}

TEST(Recast, TwoFiguresAcrossAreNotGuessed)
{
    test::LayerFile const file{"ma,Số người,,Số vụ,\n,Nam,Nữ,Nam,Nữ\na,1,2,3,4\nb,1,2,3,4\n"};
    auto source = file.source();
    source.import.header = 1;
    auto const recipe = likely_recipe(read_table(source), source, "count", true);
    EXPECT_EQ(recipe.across, test::Words{});
    source.import = {.header = 1, .across = {"sex"}, .figures = "số người", .measure = "count"};
    EXPECT_EQ(text_of(read_table(source)).front(), "ma|Số vụ / Nam|Số vụ / Nữ|sex|count");
}

TEST(Recast, ABlankIsAsAboveOnlyWhereGroupsAreMerged)
{
    auto const groups = [](char const* text) {
        test::LayerFile const file{text};
        auto const source = file.source();
        return likely_recipe(read_table(source), source, "count", true).fill_down;
    };
    EXPECT_EQ(groups("huyen,ma,n\nA,06001,1\n,06002,2\nB,06003,3\n"), test::Words{"huyen"});
    EXPECT_EQ(groups("stt,ma,gioi,n\n1,06001,Nam,1\n2,,Nữ,2\n3,06003,Nam,3\n"), test::Words{"ma"});
    EXPECT_EQ(groups("huyen,ma,gioi,n\nA,06001,Nam,1\n,,Nữ,2\n,06003,Nam,3\n"),
              (test::Words{"huyen", "ma"}));
    // a form that nobody wrote down is not that of the row above, nor is a figure
    EXPECT_EQ(groups("ten,form,n\nA,forced_labour,1\nB,,2\nC,sexual,3\n"), test::Words{});
    EXPECT_EQ(groups("n,ten\n1,A\n,B\n3,C\n"), test::Words{});
}

TEST(Recast, SheetsOfOneLayout)
{
    test::StudyFolder const folder;
    auto const sheet = [](char const* name, char const* month, char const* count) {
        return test::WorkSheet{
            name,
            {{"HỘI PHỤ NỮ"}, {month}, {}, {"Mã xã", "Số người"}, {"06001", count}, {"06002", "1"}}};
    };
    test::write_workbook(folder.path() / "year.xlsx",
                         {{"Hướng dẫn", {{"Cột", "Nghĩa"}, {"Mã xã", "theo danh mục"}}},
                          sheet("Tháng 1", "NĂM 2024", "3"),
                          sheet("Tháng 2", "NĂM 2024", "4"),
                          sheet("Tổng hợp", "NĂM 2024", "7")});
    LayerSource source{.layer = "cases",
                       .source = "year.xlsx",
                       .import = {.header = 4, .sheets = {"*"}, .period = "sheet"},
                       .folder = folder.path()};
    EXPECT_EQ(like_sheets(source), (test::Words{"Tháng 1", "Tháng 2"}));
    auto const table = read_table(source);
    EXPECT_EQ(text_of(table),
              (test::Words{"Mã xã|Số người|period", "06001|3|2024-01", "06002|1|2024-01",
                           "06001|4|2024-02", "06002|1|2024-02"}));
    EXPECT_EQ(table.row_name(2), "sheet Tháng 2, row 5");
    EXPECT_EQ(table.sheets_left_out, (test::Words{"Hướng dẫn", "Tổng hợp"}));
    for (auto const& [sheets, period] :
         {std::pair{test::Words{"Tháng 1", "Hướng dẫn"}, ""},
          std::pair{test::Words{"Tháng 1", "Tháng 1"}, ""}, std::pair{test::Words{"Tháng 3"}, ""},
          std::pair{test::Words{"Hướng dẫn"}, "sheet"}}) {
        source.import.sheets = sheets;
        source.import.period = period;
        EXPECT_THROW(read_table(source), Error) << sheets.back();
    }
}

TEST(Recast, ARecipeThatDoesNotFitIsRefused)
{
    auto const* const text = "ma,n\n06001,3\n";
    for (auto const& recipe : std::vector<ImportRecipe>{{.fill_down = {"huyen"}},
                                                        {.across = {"sex"}, .measure = "count"},
                                                        {.period = "title"}}) {
        EXPECT_THROW(recast_table(text, recipe), Error);
    }
    EXPECT_THROW(recast_table("period,n\n2024,3\n", {.period = "2024-03"}), Error);
    // what would be counted twice: a figure of the file's own beside those across, or one column twice
    ImportRecipe const by_sex{.header = 1, .across = {"sex"}, .measure = "count"};
    for (auto const* const twice : {"ma,count,Nam,Nữ\na,5,2,3\nb,7,3,4\n",
                                    "ma,sex,Nam,Nữ\na,M,2,3\n", "ma,Nam,nam,Nữ\na,2,2,3\n"}) {
        EXPECT_THROW(recast_table(twice, by_sex), Error) << twice;
    }
    EXPECT_THROW(recast_table("ma,count\na,5\nb,\n", {.fill_down = {"count"}, .measure = "count"}),
                 Error);
    EXPECT_EQ(text_of(recast_table(text, {.period = "2024-Q1"})),
              (test::Words{"ma|n|period", "06001|3|2024-Q1"}));
}

TEST(ToolColumns, OfAnExportAreLeftAsideAndOfOtherTablesNot)
{
    struct Export {
        char const* what;
        char const* text;
        char const* kept;
        std::size_t dropped;
    };
    for (auto const& [what, text, kept, dropped] : std::initializer_list<Export>{
             {"KoboToolbox",
              "start,r/ma_xa,r/n,_id,_uuid,_submission_time,_submitted_by\n1,a,2,3,u,t,\n",
              "r/ma_xa|r/n", 5},
             {"of somebody", "r/n,_uuid,_submission_time,_submitted_by,status\n2,u,t,b,x\n",
              "r/n|_submitted_by|status", 2},
             {"ODK Central", "SubmissionDate,ma_xa,n,KEY\n2024-03-05 10:11:12,a,2,k\n", "ma_xa|n",
              2},
             {"with words in a key", "SubmissionDate,n,KEY\n2024-03-05,2,two words\n", "n|KEY", 1},
             {"DHIS2", "dataelement,period,orgunit,value,storedby,created\nd,202403,a,2,b,t\n",
              "dataelement|period|orgunit|value|storedby", 1},
             {"of an office", "ma_xa,n,_id,start\na,2,b,x\n", "ma_xa|n|_id|start", 0}}) {
        test::LayerFile const file{text};
        auto const table = read_table(file.source());
        EXPECT_EQ(text_of(table).front(), kept) << what;
        EXPECT_EQ(table.tool_columns, dropped) << what;
    }
    test::LayerFile const file{"_uuid,_submission_time,start,n\nu,t,06001,3\n"};
    EXPECT_EQ(text_of(read_table(file.source({{"commune", "start"}}))).front(), "start|n");
}

TEST(OfficeSheet, TagsBelowAHeaderInTheFirstRowAreNoData)
{
    for (auto const* const below : {"#adm3+code,#date,#affected", "(1),(2),(3)"}) {
        test::LayerFile const file{std::string{"Mã xã,Kỳ,Số người\n"} + below +
                                   "\n06001,2024,3\n06002,2024,4\n"};
        EXPECT_EQ(read_table(file.source()).rows, 2U) << below;
    }
}

TEST(Where, RowsThatAreTaken)
{
    auto const taken = [](std::string const& condition) {
        test::LayerFile const file{
            "tinh,Tên xã,n\nLạng Sơn,Đồng Đăng,3\nCao Bằng,Trà Lĩnh,12\nLạng Sơn,Tân Thanh,5\n"};
        auto source = file.source();
        source.where = condition;
        auto const table = read_table(source);
        return std::pair{text_of(table), table.where_left_out};
    };
    EXPECT_EQ(
        taken("tinh = 'Lạng Sơn'"),
        (std::pair{test::Words{"tinh|Tên xã|n", "Lạng Sơn|Đồng Đăng|3", "Lạng Sơn|Tân Thanh|5"},
                   std::size_t{1}}));
    EXPECT_EQ(taken("CAST(n AS integer) > 4 AND \"Tên xã\" LIKE 'T%'").first.size(), 3U);
    EXPECT_THROW(taken("huyen = 'A'"), Error);
    EXPECT_THROW(taken("tinh = "), Error);
    EXPECT_EQ(taken("n IS NULL").second, 3U);
}

TEST(Recast, WhatIsLeftOutIsKeptForTheGate)
{
    auto const cells = [](Table const& table) {
        std::string all;
        for (auto const& aside : table.set_aside) {
            for (auto const& field : aside.fields) {
                for (auto const& cell : field.cells) {
                    all += cell.value_or("") + ";";
                }
            }
        }
        return all;
    };
    EXPECT_EQ(cells(recast_table("x,n\na,1\nTổng,1\n", {.totals = {"Tổng"}})), "Tổng;1;");
    EXPECT_EQ(cells(recast_table("ma,Nam,Nữ,Tổng\na,1,2,3\n",
                                 {.header = 1, .across = {"sex"}, .measure = "count"})),
              "3;");
    test::LayerFile const file{"x,n\na,1\nb,2\n"};
    auto source = file.source();
    source.where = "x = 'a'";
    EXPECT_EQ(cells(read_table(source)), "b;2;");
}

TEST(Where, RowsKeepTheirNumbersAndAreCounted)
{
    test::LayerFile const file{"tinh,n\nA,3\nB,12\nB,5\n"};
    auto source = file.source();
    source.where = "tinh = 'B'";
    Findings findings;
    auto reader = LayerReader::open(source, findings);
    ASSERT_TRUE(reader);
    EXPECT_EQ(test::said(findings), (test::Words{"note where"}));
    EXPECT_EQ(reader->table().row_name(1), "row 3");
}

}  // namespace
}  // namespace marchland::geo
