// What the privacy gate turns away and what it lets in: headers, values, and that it repeats none.
#include "geo/layers/personal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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

/// Kind by kind, in Vietnamese with and without marks, English and Chinese.
TEST(PersonalHeaders, OfPersonsAreRefused)
{
    struct Row {
        char const* kind;
        std::vector<char const*> headers;
    };
    std::vector<Row> const table{
        {"name",
         {"name", "Name", "full name", "full_name", "First Name", "last-name", "surname", "họ tên",
          "Họ và tên", "ho_ten", "HO VA TEN", "tên", "ten", "姓名", "名字"}},
        {"nickname and initials", {"nickname", "alias", "initials", "biệt danh", "biet danh"}},
        {"telephone",
         {"phone", "phone number", "Telephone", "mobile", "tel", "SĐT", "sdt", "số điện thoại",
          "dien thoai", "电话", "手机号码"}},
        {"account on a network", {"Zalo", "facebook", "wechat", "微信"}},
        {"e-mail", {"email", "e-mail", "E_Mail", "邮箱"}},
        {"identity card",
         {"CCCD", "số CCCD", "CMND", "căn cước", "chứng minh", "ID card", "id_no", "national id",
          "person_id", "身份证", "证件号"}},
        {"passport", {"passport", "passport no", "hộ chiếu", "ho chieu", "护照"}},
        {"household book", {"household book", "sổ hộ khẩu", "ho khau", "户口"}},
        {"case, court or file number",
         {"case number", "case_no", "case id", "court", "file number", "file no", "số hồ sơ",
          "ho so", "tòa án", "mã nạn nhân", "案号", "法院"}},
        {"day of birth",
         {"date of birth", "DOB", "birthday", "birth", "ngày sinh", "nam sinh", "出生日期"}},
        {"address",
         {"address", "street", "house", "hamlet", "village", "địa chỉ", "đường", "số nhà", "thôn",
          "làng", "地址"}},
        {"coordinate",
         {"lat", "lon", "lng", "latitude", "Longitude", "GPS", "toạ độ", "tọa độ", "vĩ độ",
          "kinh do", "坐标", "经度"}},
        {"photo, voice, fingerprint",
         {"photo", "voice", "fingerprint", "ảnh", "giọng nói", "vân tay", "照片", "指纹"}},
        {"relatives",
         {"mother", "father's name", "parent", "relative", "mẹ", "cha", "thân nhân", "người thân",
          "亲属"}},
        {"victims and offenders",
         {"victim", "suspect", "offender", "trafficker", "nạn nhân", "nghi phạm", "受害人",
          "嫌疑人"}},
        {"plate and account",
         {"licence plate", "plate", "biển số", "account", "tài khoản", "车牌", "账号"}},
        {"price paid", {"price", "price paid", "价格"}},
        {"health", {"HIV", "health", "sức khỏe", "suc khoe", "病史", "健康"}},
        {"religion", {"religion", "tôn giáo", "宗教"}},
        {"orientation", {"sexual orientation", "xu hướng tính dục", "性取向"}},
        {"ethnicity", {"ethnicity", "ethnic group", "dân tộc", "dan_toc", "民族"}},
        {"free text", {"notes", "note", "comment", "ghi chú", "mô tả", "description", "备注"}},
        {"a place word excuses a name and nothing else",
         {"telephone of the agency", "price per unit", "xã/thôn", "dân tộc theo xã",
          "nạn nhân ở huyện", "họ tên, xã"}}};
    for (auto const& [kind, headers] : table) {
        for (auto const* const header : headers) {
            auto const found = judged(header, {"1"});
            ASSERT_EQ(found.size(), 1U) << kind << ": " << header;
            EXPECT_EQ(found.front().severity, Severity::error) << header;
            EXPECT_EQ(found.front().rule, "personal-data") << header;
            EXPECT_EQ(found.front().field, header);
            EXPECT_EQ(found.front().feature, "header");
        }
    }
}

TEST(PersonalHeaders, OfCountsAndPlacesComeIn)
{
    for (
        auto const* const header :
        {"commune",      "commune name",  "tên xã",  "Tên đơn vị, tỉnh", "ward_name", "agency name",
         "market name",  "crossing name", "period",  "quarter",          "role",      "form",
         "sex",          "age_group",     "count",   "amount",           "n",         "kind",
         "stratum",      "lists",         "vintage", "school",           "hours",     "km",
         "poverty rate", "tỷ lệ nghèo",   "number",  "platform",         "latest",    "long",
         "anhydrous",    "photon",        "renamed"}) {
        EXPECT_TRUE(judged(header, {"1"}).empty()) << header;
    }
}

TEST(PersonalHeaders, OfColumnsThatTheStudyAskedForNeedNoLook)
{
    EXPECT_TRUE(judged("health", {"0.4"}, {.known = {"health"}}).empty());
    EXPECT_EQ(judged("health", {"0912345678"}, {.known = {"health"}}).size(), 1U);
}

TEST(PersonalValues, OfPersonsAreRefused)
{
    struct Row {
        char const* what;
        std::vector<char const*> values;
    };
    std::vector<Row> const table{
        {"telephone numbers",
         {"0912345678", "0912 345 678", "0912.345.678", "0912-345-678", "(0205) 3812 345",
          "+84912345678", "+84 912 345 678", "84912345678", "0084 912 345 678", "+86 138 1234 5678",
          "+8613812345678"}},
        {"identity numbers (9 or 12 digits)", {"123456789", "180123456789"}},
        {"e-mail addresses", {"a@b.vn", "Lan <lan@example.org>"}},
        {"exact days",
         {"2024-03-05", "2024-03-05T10:00:00", "2024-03-05 10:00", "2024/03/05", "5/3/2024",
          "05/03/2024", "05-03-2024", "5.3.2024", "05/03/24"}},
        {"exact coordinates",
         {"106.76011", "21.8501", "-21.85013", "21.8501, 106.7601", "21.8501 106.7601",
          "21.8501;106.7601"}},
        {"free text",
         {"She was taken from her home to the border at night",
          "Bị lừa sang bên kia biên giới để làm việc ở nhà hàng",
          "forced labour; was told that there is good work in a shop"}}};
    for (auto const& [what, values] : table) {
        for (auto const* const value : values) {
            auto const found = judged("x", {{}, "1", value, value});
            ASSERT_EQ(found.size(), 1U) << what << ": " << value;  // one word for the column
            EXPECT_EQ(found.front().rule, "personal-data");
            EXPECT_EQ(found.front().feature, "row 3");
            EXPECT_NE(found.front().message.find(what), std::string::npos)
                << value << ": " << found.front().message;
        }
    }
}

TEST(PersonalValues, OfCountsAndPlacesComeIn)
{
    for (auto const* const value :
         {"0",
          "3",
          "<5",
          "..",
          "12345",
          "06184",
          "24",
          "10416",
          "1234567890",
          "2024",
          "2024-Q2",
          "2024-05",
          "05/2024",
          "0.123456789",
          "84.5",
          "0.3333",
          "21.850",
          "106.76",
          "200.12345",
          "origin",
          "forced marriage",
          "Phường Đông Kinh",
          "police; shelter",
          "7-9",
          "18-24",
          "1.2.3",
          "07:00-18:00",
          "border guard; police; women's union; reception centre; hotline"}) {
        EXPECT_TRUE(judged("x", {value}).empty()) << value;
    }
}

TEST(PersonalValues, FreeTextIsMoreThanFortyLettersWhateverTheirBytes)
{
    std::string letters;
    for (int i = 0; i < 40; ++i) {
        letters += "ệ";
    }
    EXPECT_TRUE(judged("x", {letters}).empty());
    EXPECT_EQ(judged("x", {letters + "ệ"}).size(), 1U);
}

TEST(PersonalValues, ADayIsWelcomeInTheColumnOfTheVintageOnly)
{
    ExpectedColumns const expected{.known = {"valid", "form"}, .vintage = "valid"};
    EXPECT_TRUE(judged("valid", {"2025-07-01"}, expected).empty());
    EXPECT_EQ(judged("valid", {"0912345678"}, expected).size(), 1U);
    EXPECT_EQ(judged("form", {"2025-07-01"}, expected).size(), 1U);
}

TEST(PersonalValues, AMeasuredFigureMayHaveManyDecimalsAndNothingElse)
{
    ExpectedColumns const expected{.known = {"hours", "other"}, .measured = "hours"};
    EXPECT_TRUE(judged("hours", {"17.33333"}, expected).empty());
    EXPECT_TRUE(judged("hours", {"84.123456789"}, expected).empty());
    EXPECT_EQ(judged("other", {"17.33333"}, expected).size(), 1U);
    EXPECT_EQ(judged("hours", {"21.8501, 106.7601"}, expected).size(), 1U);
    EXPECT_EQ(judged("hours", {"0912345678"}, expected).size(), 1U);
}

TEST(Personal, NoValueIsRepeated)
{
    for (auto const* const value : {"0912345678", "123456789", "a@b.vn", "2024-03-05", "21.8501"}) {
        for (auto const& finding : judged("x", {value})) {
            EXPECT_EQ(sentence(finding).find(value), std::string::npos) << sentence(finding);
        }
    }
    EXPECT_EQ(without_names("Nguyễn Thị Lan"), "a text of 3 words (not shown here)");
    EXPECT_EQ(without_names("lots"), "\"lots\"");
    EXPECT_EQ(without_names("3 x"), "\"3 x\"");
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

}  // namespace
}  // namespace marchland::geo
