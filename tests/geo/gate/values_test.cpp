// Which cells the gate turns away: shares over spellings as people type them, and the rules one by one.
#include "geo/gate/person_names.hpp"
#include "geo/gate/personal_values.hpp"
#include "geo/gate/shown.hpp"

#include "tests/geo/gate/corpus.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

TEST(GateValues, OfPersonsAreRefused)
{
    auto const lines = test::corpus("values_of_persons.txt");
    ASSERT_GT(lines.size(), 240U);
    auto const shares =
        test::shares_of(lines, [](auto const& line) { return personal_value(line).has_value(); });
    EXPECT_GE(shares.fitting(), 0.97) << ::testing::PrintToString(shares.others);
}

TEST(GateValues, OfCountsAndPlacesComeIn)
{
    auto const lines = test::corpus("harmless_values.txt");
    ASSERT_GT(lines.size(), 150U);
    auto const shares =
        test::shares_of(lines, [](auto const& line) { return !personal_value(line); });
    EXPECT_GE(shares.fitting(), 0.99) << ::testing::PrintToString(shares.others);
}

TEST(GateValues, TellWhatTheyAre)
{
    struct Row {
        PersonalKind kind;
        std::vector<char const*> values;
    };
    std::vector<Row> const table{
        {PersonalKind::telephone,
         {"0912 345 678", "+84912345678", "138 1234 5678", "ĐT: 0912345678"}},
        {PersonalKind::identity,
         {"123456789", "34195001234", "1.2345678E+11", "45010219900315123X", "B1234567"}},
        {PersonalKind::day,
         {"15/3/90", "15 tháng 3 năm 1990", "March 15, 1990", "2024-03-05T10:00:00Z"}},
        {PersonalKind::coordinate,
         {"21.8501, 106.7601", "21°51'", "POINT(106.76 21.85)", "106.76011"}},
        {PersonalKind::account, {"12A-123.45", "桂A12345"}},
        {PersonalKind::case_number, {"12/2024/HS-ST", "LS-2024-0012", "NN001"}},
        {PersonalKind::online, {"a@b.vn", "fb.com/lan", "zalo: Lan"}},
        {PersonalKind::address, {"thôn Nà Pàn", "Tổ 5, khối 3", "12 Main Street"}},
        {PersonalKind::name,
         {"Nguyễn Thị Lan", "NGUYEN VAN A", "Giàng A Páo", "王小明", "Bà Lan", "NguyÔn ThÞ Lan"}},
        {PersonalKind::free_text, {"She was taken from her home to the border at night"}}};
    for (auto const& [kind, values] : table) {
        for (auto const* const value : values) {
            EXPECT_EQ(personal_value(value), kind) << value;
        }
    }
}

TEST(GateValues, FreeTextIsMoreThanFortyLettersWhateverTheirBytes)
{
    std::string letters;
    for (int i = 0; i < 40; ++i) {
        letters += "ệ";
    }
    EXPECT_FALSE(personal_value(letters));
    EXPECT_EQ(personal_value(letters + "ệ"), PersonalKind::free_text);
    EXPECT_FALSE(personal_value(letters + ";" + letters));
}

TEST(GateValues, OfPlacesMayHaveDaysCodesAndLaws)
{
    for (auto const* const value :
         {"2025-07-01", "106.76011", "1192964137", "123456789", "Nghị định 34/2023/NĐ-CP",
          "Thôn Lũng Vân, xã An Khánh", "Bản Nà Lùng", "Chợ Kỳ Lừa", "Phường Hoàng Văn Thụ",
          "https://www.gso.gov.vn/du-lieu"}) {
        EXPECT_FALSE(personal_value(value, CellOf::places)) << value;
    }
    for (auto const* const value : {"0912 345 678", "lan@example.org", "facebook.com/lan",
                                    "Nguyễn Thị Lan", "Nguyễn Văn A (0912345678)"}) {
        EXPECT_TRUE(personal_value(value, CellOf::places)) << value;
    }
}

TEST(GateNames, OfPlacesAreNoPersons)
{
    for (auto const* const place :
         {"Hoàng Văn Thụ", "Lương Văn Tri", "Trần Hưng Đạo", "Nguyễn Thị Minh Khai", "Bế Văn Đàn",
          "Phố Lê Lợi", "Hữu Nghị", "Đồng Đăng", "Chi Lăng", "Bản Phiệt", "Văn Lãng", "凭祥市",
          "友谊关", "Pingxiang"}) {
        EXPECT_LT(person_name(place), NameLikeness::likely) << place;
    }
}

TEST(GateShown, NeverAWordAndNeverALongNumber)
{
    EXPECT_EQ(without_names("Nguyễn Thị Lan"), "a text of 3 words (not shown here)");
    EXPECT_EQ(without_names("Lan"), "a word (not shown here)");
    EXPECT_EQ(without_names("0912345678"), "a long number (not shown here)");
    EXPECT_EQ(without_names("06999"), "\"06999\"");
    EXPECT_EQ(without_names("<5"), "\"<5\"");
    EXPECT_EQ(without_names("2024-Q7"), "\"2024-Q7\"");
    EXPECT_EQ(shown_header("form", 2), "form");
    EXPECT_EQ(shown_header("Nguyễn Thị Lan", 2), "column 3");
    EXPECT_EQ(shown_header("0912345678", 0), "column 1");
}

}  // namespace
}  // namespace marchland::geo
