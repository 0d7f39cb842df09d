// Tables with a row for each person: the record without names is counted and dropped, all others are refused.
#include "geo/layers/cases.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

Words read(std::string const& file, Findings& findings)
{
    test::LayerFile const layer{file};
    Period const study{parse_period("2022")->from, parse_period("2024")->to};
    Words values;
    for (auto const& one : read_cases(layer.source(), test::three_communes(), study, findings)) {
        values.push_back((one.commune ? test::three_communes().code[*one.commune] : "unknown") +
                         " " + one.period.from.text() + " " + one.form + " " + one.sex + " " +
                         one.age + " " + shortest(one.count));
    }
    return values;
}

std::string const header = "rec_id,case_class,victim_status,detect_period,origin_unit,unit_vintage,"
                           "exploitation,sex,age_band\n";

std::string record(std::string const& rest)
{
    static int number = 0;
    return "a3f09c77d1e2b45" + std::to_string(number++ % 10) + "," + rest + "\n";
}

TEST(CaseRecords, AreCountedAndDropped)
{
    Findings findings;
    auto const values = read(
        header +
            record("trafficking,presumed,2023-Q1,06001,2025-07-01,forced_labour;begging,F,16-17") +
            record("mua bán người,đã xác định là nạn nhân,2023-Q1,06001,2025-07-01,cưỡng bức lao "
                   "động,Nữ,16–17 tuổi") +
            record("trafficking,not_victim,2023-Q1,06001,2025-07-01,forced_labour,F,16-17") +
            record("smuggling,presumed,2023-Q1,06001,2025-07-01,forced_labour,F,16-17") +
            record("trafficking,presumed,2024,unknown,2025-07-01,unknown,refused,not_collected"),
        findings);
    EXPECT_EQ(values, (Words{"unknown 2024-01 unknown unknown unknown 1",
                             "06001 2023-01 forced_labour F 16-17 2"}));
    EXPECT_EQ(test::said(findings), (Words{"note records-counted"}));
    EXPECT_EQ(sentence(findings.front()).find("a3f09c77"), std::string::npos);
}

TEST(CaseRecords, WithAnythingElseAreRefused)
{
    struct Row {
        char const* what;
        std::string file;
        Words said;
    };
    std::string const rest = "trafficking,presumed,2023-Q1,06001,2025-07-01,forced_labour,F,16-17";
    std::vector<Row> const table{
        {"another column", "ho_ten," + header + "x," + record(rest), {"error unknown-column"}},
        {"a key of the agency",
         header + "HS-2023-017," + rest + "\n",
         {"error bad-record, row 1, rec_id"}},
        {"the same key twice",
         header + "a3f09c77d1e2b459," + rest + "\na3f09c77d1e2b459," + rest + "\n",
         {"error bad-record, row 2, rec_id"}},
        {"a month",
         header + record("trafficking,presumed,2023-05,06001,2025-07-01,forced_labour,F,16-17"),
         {"error bad-record, row 1, detect_period"}},
        {"an age in years",
         header + record("trafficking,presumed,2023,06001,2025-07-01,forced_labour,F,17"),
         {"error unlisted-word, row 1, age_band"}},
        {"a form on no list",
         header + record("trafficking,presumed,2023,06001,2025-07-01,something,F,16-17"),
         {"error bad-record, row 1, exploitation"}},
        {"a name for a place",
         header +
             record("trafficking,presumed,2023,Nguyễn Thị Lan,2025-07-01,forced_labour,F,16-17"),
         {"error bad-record, row 1, origin_unit"}}};
    for (auto const& row : table) {
        Findings findings;
        EXPECT_TRUE(read(row.file, findings).empty()) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
        for (auto const& finding : findings) {
            EXPECT_EQ(sentence(finding).find("Nguyễn"), std::string::npos);
            EXPECT_EQ(sentence(finding).find("HS-2023"), std::string::npos);
        }
    }
}

TEST(CaseRecords, AnyOtherTableOfPersonsIsRefusedWithTheWayToCountIt)
{
    for (std::string const& file :
         {std::string{"HoTen,NTNS,CMT,quê quán,lien_he\nA1,x,y,z,w\nA2,x,y,z,w\n"},
          std::string{
              "commune,period,form,sex\n06001,2023,forced labour,F\n06001,2023,forced labour,F\n"},
          std::string{"commune,ngay,key\n06001,2023-05-02,NN01\n"}}) {
        Findings findings;
        EXPECT_TRUE(read(file, findings).empty());
        ASSERT_FALSE(findings.empty());
        EXPECT_EQ(findings.front().rule, "single-persons");
        EXPECT_NE(findings.front().action.find("pivot table"), std::string::npos);
        EXPECT_TRUE(stops_work(findings));
    }
}

}  // namespace
}  // namespace marchland::geo
