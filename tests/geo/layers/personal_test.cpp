// What the privacy gate turns away and what it lets in: headers, values, and that it repeats none.
#include "geo/layers/personal.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace marchland::geo {
namespace {

Table table_of(std::string const& header, std::vector<Cell> cells)
{
    Table table{.file = "counts.csv", .layer = "counts"};
    table.rows = cells.size();
    table.fields = {{.name = header, .kind = FieldKind::text, .cells = std::move(cells)}};
    return table;
}

/// What is said of a column that the study has not asked for.
Findings judged(std::string const& header, std::vector<Cell> cells, ExpectedColumns expected = {})
{
    return personal_data(table_of(header, std::move(cells)), "cases", expected);
}

TEST(Personal, AColumnIsRefusedByItsHeader)
{
    for (auto const* const header :
         {"họ tên", "HoTen", "SODT", "số CCCD", "ngày sinh", "địa chỉ", "ghi chú", "姓名"}) {
        auto const found = judged(header, {"1"});
        ASSERT_EQ(found.size(), 1U) << header;
        EXPECT_EQ(found.front().severity, Severity::error) << header;
        EXPECT_EQ(found.front().rule, "personal-data") << header;
        EXPECT_EQ(found.front().field, header);
        EXPECT_EQ(found.front().feature, "header");
    }
    for (auto const* const header :
         {"commune", "tên xã", "age_group", "count", "kind", "tỷ lệ nghèo", "photon"}) {
        EXPECT_TRUE(judged(header, {"1"}).empty()) << header;
    }
}

TEST(Personal, ATableWithoutAHeaderIsRefusedWithoutItsFirstRow)
{
    for (auto const* const header :
         {"Nguyễn Thị Lan", "0912345678", "123456789", "21.8501, 106.7601"}) {
        auto const found = judged(header, {"1"});
        ASSERT_EQ(found.size(), 1U) << header;
        EXPECT_EQ(found.front().field, "column 1");
        EXPECT_EQ(sentence(found.front()).find(header), std::string::npos);
    }
}

TEST(Personal, AFigureMayBeCalledByWhatWasCounted)
{
    EXPECT_TRUE(judged("health", {"0.4"}, {.known = {"health"}, .figures = {"health"}}).empty());
    EXPECT_EQ(judged("health", {"0.4"}, {.known = {"health"}}).size(), 1U);
    EXPECT_EQ(judged("health", {"0912345678"}, {.known = {"health"}, .figures = {"health"}}).size(),
              1U);
    EXPECT_EQ(judged("CCCD", {"1"}, {.known = {"CCCD"}, .figures = {"CCCD"}}).size(), 1U);
    EXPECT_TRUE(judged("nơi cư trú", {"06148"}, {.known = {"nơi cư trú"}}).empty());
}

TEST(Personal, AColumnIsRefusedByItsFirstTellingCell)
{
    for (auto const* const value :
         {"0912345678", "123456789", "a@b.vn", "15/3/1990", "21.8501", "Nguyễn Thị Lan",
          "thôn Nà Pàn", "12A-123.45", "LS-2024-0012"}) {
        auto const found = judged("x", {{}, "1", value, value});
        ASSERT_EQ(found.size(), 1U) << value;  // one word for the column
        EXPECT_EQ(found.front().rule, "personal-data");
        EXPECT_EQ(found.front().feature, "row 3");
        EXPECT_EQ(sentence(found.front()).find(value), std::string::npos)
            << sentence(found.front());
    }
    EXPECT_TRUE(
        judged("x", {"1", "<5", "2024-Q2", "forced marriage", "06184", "police; shelter"}).empty());
}

TEST(Personal, NamesOfPlacesComeInAndNamesOfPersonsDoNot)
{
    EXPECT_TRUE(
        judged("x", {"Cao Lộc", "Văn Lãng", "Hoàng Văn Thụ", "Lê Lợi", "Đồng Đăng", "Chi Lăng"})
            .empty());
    std::vector<Cell> communes;
    for (int i = 0; i < 40; ++i) {
        communes.emplace_back("Xã Số " + std::to_string(i));
    }
    auto one_after_a_person = communes;
    one_after_a_person.emplace_back("Trần Quốc Bảo");
    EXPECT_TRUE(judged("x", one_after_a_person).empty());
    communes.emplace_back("Nguyễn Thị Lan");
    EXPECT_EQ(judged("x", communes).size(), 1U);
    EXPECT_EQ(judged("x", {"Trần Lâm", "Lê Cúc", "Phạm Sen", "Vũ Mận"}).size(), 1U);
}

TEST(Personal, ADayIsWelcomeInTheColumnOfTheVintageOnly)
{
    ExpectedColumns const expected{.known = {"valid", "form"}, .vintage = "valid"};
    EXPECT_TRUE(judged("valid", {"2025-07-01"}, expected).empty());
    EXPECT_EQ(judged("valid", {"0912345678"}, expected).size(), 1U);
    EXPECT_EQ(judged("form", {"2025-07-01"}, expected).size(), 1U);
}

TEST(Personal, AMeasuredFigureMayHaveManyDecimalsAndNothingElse)
{
    ExpectedColumns const expected{.known = {"hours", "other"}, .measured = "hours"};
    EXPECT_TRUE(judged("hours", {"17.33333"}, expected).empty());
    EXPECT_TRUE(judged("hours", {"84.123456789"}, expected).empty());
    EXPECT_EQ(judged("other", {"17.33333"}, expected).size(), 1U);
    EXPECT_EQ(judged("hours", {"21.8501, 106.7601"}, expected).size(), 1U);
    EXPECT_EQ(judged("hours", {"0912345678"}, expected).size(), 1U);
}

TEST(Personal, CodesOfCommunesMayBeLong)
{
    EXPECT_TRUE(judged("unit", {"451481101123"}, {.known = {"unit"}, .code = "unit"}).empty());
    EXPECT_EQ(judged("unit", {"451481101123"}, {.known = {"unit"}}).size(), 1U);
}

TEST(Personal, EveryColumnIsTold)
{
    auto table = table_of("họ tên", {"x"});
    table.fields.push_back({.name = "b", .kind = FieldKind::text, .cells = {"0912345678"}});
    table.fields.push_back({.name = "count", .kind = FieldKind::text, .cells = {"3"}});
    auto const found = personal_data(table, "cases", {});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].field, "họ tên");
    EXPECT_EQ(found[1].field, "b");
    EXPECT_EQ(found[1].file, "counts.csv");
    EXPECT_EQ(found[1].layer, "cases");
}

TEST(Personal, ARegisterOfPlacesHoldsPlaces)
{
    for (auto const* const header :
         {"name", "thôn", "lat", "valid_from", "note", "osm_id", "đường"}) {
        EXPECT_TRUE(
            personal_data_of_places(table_of(header, {"Bản Nà Lùng"}), "markets", {header}).empty())
            << header;
    }
    for (auto const* const header :
         {"HoTen", "SĐT", "CCCD", "ngay_sinh", "quê quán", "dân tộc", "nạn nhân"}) {
        EXPECT_EQ(personal_data_of_places(table_of(header, {"1"}), "markets", {}).size(), 1U)
            << header;
    }
    EXPECT_EQ(
        personal_data_of_places(table_of("name", {"Nguyễn Thị Lan"}), "markets", {"name"}).size(),
        1U);
    EXPECT_EQ(
        personal_data_of_places(table_of("name", {"0912 345 678"}), "markets", {"name"}).size(),
        1U);
}

}  // namespace
}  // namespace marchland::geo
