// Which names of columns the gate turns away: shares over words as offices write them, and the rules one by one.
#include "geo/gate/personal_headers.hpp"
#include "geo/gate/readings.hpp"

#include "tests/geo/gate/corpus.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

TEST(GateHeaders, OfPersonsAreRefused)
{
    auto const lines = test::corpus("headers_of_persons.txt");
    ASSERT_GT(lines.size(), 1000U);
    auto const shares =
        test::shares_of(lines, [](auto const& line) { return personal_header(line).has_value(); });
    EXPECT_GE(shares.fitting(), 0.97) << ::testing::PrintToString(shares.others);
}

TEST(GateHeaders, OfCountsAndPlacesComeIn)
{
    auto const lines = test::corpus("harmless_headers.txt");
    ASSERT_GT(lines.size(), 400U);
    auto const shares =
        test::shares_of(lines, [](auto const& line) { return !personal_header(line); });
    EXPECT_GE(shares.fitting(), 0.99) << ::testing::PrintToString(shares.others);
}

TEST(GateHeaders, TellWhatTheyHold)
{
    struct Row {
        PersonalKind kind;
        std::vector<char const*> headers;
    };
    std::vector<Row> const table{{PersonalKind::name, {"HoTen", "Họ và tên", "FULLNAME", "姓名"}},
                                 {PersonalKind::some_name, {"name", "Tên", "name_vi"}},
                                 {PersonalKind::telephone, {"SODT", "phoneNumber", "手机"}},
                                 {PersonalKind::identity, {"SoCCCD", "passport", "身份证号"}},
                                 {PersonalKind::case_number, {"Số hồ sơ", "caseNumber", "案号"}},
                                 {PersonalKind::birth, {"NTNS", "DOB", "出生日期"}},
                                 {PersonalKind::day, {"Ngày giải cứu", "incident date"}},
                                 {PersonalKind::settlement, {"thôn", "village", "số nhà"}},
                                 {PersonalKind::address, {"DIACHI", "quê quán", "住址"}},
                                 {PersonalKind::belief, {"DanToc", "religion", "民族"}},
                                 {PersonalKind::free_text, {"Ghi chú", "notes", "备注"}}};
    for (auto const& [kind, headers] : table) {
        for (auto const* const header : headers) {
            EXPECT_EQ(personal_header(header), kind) << header;
        }
    }
}

TEST(GateHeaders, AQuantityExcusesWhatCanBeCounted)
{
    for (auto const* const header : {"số nạn nhân", "number of victims", "victim count",
                                     "tỷ lệ hộ nghèo", "số thôn", "受害人数", "HIV rate"}) {
        EXPECT_FALSE(personal_header(header)) << header;
    }
    for (auto const* const header : {"nạn nhân", "victim number", "số điện thoại", "số CCCD",
                                     "số nhà", "số hồ sơ nạn nhân", "mã số nạn nhân", "受害人"}) {
        EXPECT_TRUE(personal_header(header)) << header;
    }
}

TEST(GateHeaders, APlaceExcusesOnlyANameBesideIt)
{
    for (auto const* const header : {"tên xã", "commune name", "name of district", "Tên đơn vị"}) {
        EXPECT_FALSE(personal_header(header)) << header;
    }
    for (auto const* const header :
         {"họ tên xã", "tên, người ở xã", "phone of commune", "địa chỉ xã", "tên nạn nhân, xã"}) {
        EXPECT_TRUE(personal_header(header)) << header;
    }
}

TEST(GateReadings, MakeOneTextOfManySpellings)
{
    struct Row {
        char const* written;
        char const* words;
    };
    std::vector<Row> const table{{"HoTenMe", "ho ten me"},   {"SDTLienHe", "sdt lien he"},
                                 {"ho_ten-2", "ho ten"},     {"Ｈọ　ｔên", "ho ten"},
                                 {"h.o.t.e.n", "hoten"},     {"НоТеn", "ho ten"},
                                 {"Số\u200B nhà", "so nha"}, {"D.O.B", "dob"},
                                 {"ĐỊA CHỈ", "dia chi"},     {"group/ho_ten", "group ho ten"}};
    for (auto const& [written, words] : table) {
        EXPECT_EQ(words_of(written), words) << written;
    }
}

TEST(GateReadings, KnowTheCodesOfOldVietnameseFiles)
{
    for (auto const* const written :
         {"Hä tªn", "Hoï teân", "Há»\u008D tÃªn", "H\\u1ecd t\\u00ean"}) {
        auto const readings = readings_of(written);
        EXPECT_NE(std::ranges::find(readings, "ho ten"), readings.end()) << written;
    }
}

}  // namespace
}  // namespace marchland::geo
