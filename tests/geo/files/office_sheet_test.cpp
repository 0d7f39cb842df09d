// Sheets as offices lay them out.
#include "geo/files/layer_reader.hpp"
#include "geo/files/read.hpp"

#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

struct Sheet {
    char const* what;
    std::string text;
    std::vector<std::string> headers;
    std::vector<std::string> first;  ///< cells of the first row
    std::size_t rows = 0;
    std::size_t titles = 0;
    std::size_t notes = 0;
};

void expect(Sheet const& sheet, std::string const& name)
{
    test::LayerFile const file{sheet.text, name};
    auto const table = read_table(file.source());
    std::vector<std::string> headers;
    std::vector<std::string> first;
    for (auto const& field : table.fields) {
        headers.push_back(field.name);
        first.push_back(field.cells.empty() ? "" : field.cells.front().value_or(""));
    }
    EXPECT_EQ(headers, sheet.headers) << sheet.what;
    EXPECT_EQ(first, sheet.first) << sheet.what;
    EXPECT_EQ(table.rows, sheet.rows) << sheet.what;
    EXPECT_EQ(table.title_rows, sheet.titles) << sheet.what;
    EXPECT_EQ(table.note_rows, sheet.notes) << sheet.what;
}

TEST(OfficeSheet, TheHeaderIsFound)
{
    std::vector<Sheet> const sheets{
        {"in the first row, as ever",
         "ma,ky,so\n06001,2024,3\n06002,2024,1\n",
         {"ma", "ky", "so"},
         {"06001", "2024", "3"},
         2},
        {"below titles in one cell",
         "UBND TỈNH,,\nBẢNG TỔNG HỢP NĂM 2024,,\n,,\nMã xã,Kỳ,Số "
         "người\n06001,2024,3\n06002,2024,1\n",
         {"Mã xã", "Kỳ", "Số người"},
         {"06001", "2024", "3"},
         2,
         3},
        {"below a title without marks between",
         "BẢNG TỔNG HỢP\nMã xã;Kỳ;Số người\n06001;2024;3\n",
         {"Mã xã", "Kỳ", "Số người"},
         {"06001", "2024", "3"},
         1,
         1},
        {"in two rows, the groups merged",
         "BẢNG TỔNG HỢP,,,,\nMã xã,Tên xã,Số người,,Tổng\n,,Nam,Nữ,\n06001,Xã 1,1,2,3\n06002,Xã "
         "2,0,1,1\n",
         {"Mã xã", "Tên xã", "Số người / Nam", "Số người / Nữ", "Tổng"},
         {"06001", "Xã 1", "1", "2", "3"},
         2,
         1},
        {"with numbers of columns and tags below",
         "BIỂU 1,,\nMã xã,Kỳ,Số người\n(1),(2),(3)\n#adm3+code,#date,#affected\n06001,2024,3\n",
         {"Mã xã", "Kỳ", "Số người"},
         {"06001", "2024", "3"},
         1,
         1},
        {"with notes and a signature below",
         "BIỂU 1,,\nMã xã,Kỳ,Số người\n06001,2024,3\n06002,2024,1\n,,\nGhi chú: số liệu sơ "
         "bộ,,\n,,Người lập biểu\n",
         {"Mã xã", "Kỳ", "Số người"},
         {"06001", "2024", "3"},
         2,
         1,
         2}};
    for (auto const& sheet : sheets) {
        expect(sheet, "sheet.csv");
    }
}

TEST(OfficeSheet, AHeaderBelowIsAskedForOnce)
{
    test::LayerFile const file{"BIỂU 1,,\n,,\nMã xã,Kỳ,Số người\n06001,2024,3\n06002,2024,1\n"};
    auto source = file.source();
    Findings asked;
    ASSERT_TRUE(LayerReader::open(source, asked));
    ASSERT_EQ(test::said(asked), (test::Words{"error header-below"}));
    EXPECT_NE(asked.front().action.find("header = 3"), std::string::npos) << asked.front().action;
    source.import.header = 3;
    Findings said;
    auto reader = LayerReader::open(source, said);
    ASSERT_TRUE(reader);
    EXPECT_EQ(test::said(said), (test::Words{"note header-below"}));
    EXPECT_EQ(reader->rows(), 2U);
    source.import.header = 2;  // a blank row is no header
    Findings wrong;
    auto const other = LayerReader::open(source, wrong);
    EXPECT_TRUE(!other || stops_work(wrong));
}

TEST(OfficeSheet, AStatedHeaderIsTakenWhereTheRowsLookLikeData)
{
    test::LayerFile const file{"2022,2023,2024\n5,2,3\n4,5,6\n"};
    auto source = file.source();
    source.import.header = 1;
    auto const table = read_table(source);
    EXPECT_EQ(table.rows, 2U);
    EXPECT_EQ(table.fields.front().name, "2022");
}

TEST(OfficeSheet, TextOfASpreadsheetProgram)
{
    Sheet const sheet{"", "", {"Mã xã", "Kỳ", "Số người"}, {"06001", "2024", "3"}, 1};
    auto with = [&sheet](char const* what, std::string text) {
        auto one = sheet;
        one.what = what;
        one.text = std::move(text);
        expect(one, "sheet.csv");
    };
    with("sep=", "sep=;\r\nMã xã;Kỳ;Số người\r\n06001;2024;3\r\n");
    with("sep= behind a byte-order mark",
         "\xEF\xBB\xBFsep=\t\nMã xã\tKỳ\tSố người\n06001\t2024\t3\n");
    auto const utf16 = [](std::u16string const& text, bool little) {
        std::string bytes;
        for (char16_t const unit : u"\uFEFF" + text) {
            auto const low = static_cast<char>(unit & 0xFF);
            auto const high = static_cast<char>(unit >> 8U);
            bytes += little ? std::string{low, high} : std::string{high, low};
        }
        return bytes;
    };
    std::u16string const text = u"Mã xã\tKỳ\tSố người\r\n06001\t2024\t3\r\n";
    with("UTF-16, little end first", utf16(text, true));
    with("UTF-16, big end first", utf16(text, false));
}

}  // namespace
}  // namespace marchland::geo
