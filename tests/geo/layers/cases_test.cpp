// Tables of counts and of effort: each row a file, what is said of it and what comes out.
#include "geo/layers/cases.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace marchland::geo {
namespace {

using test::LayerFile;
using test::Words;

Period const years{parse_period("2022")->from, parse_period("2024")->to};

std::string told(std::optional<CommuneId> commune)
{
    return commune ? test::three_communes().code[*commune] : "unknown";
}

std::string told(Period const& period)
{
    return period.from.text() + ".." + period.to.text();
}

struct CasesFile {
    char const* what;
    std::string file;
    Words said;
    Words values;
    std::map<std::string, std::string> columns = {};
};

Words cases_in(CasesFile const& row, Findings& findings)
{
    LayerFile const file{row.file};
    Words values;
    for (auto const& one :
         read_cases(file.source(row.columns), test::three_communes(), years, findings)) {
        values.push_back(told(one.commune) + " " + told(one.period) + " " +
                         std::string{name_of(one.role)} + " " + one.form + " " + one.sex + " " +
                         one.age + " " + shortest(one.count) +
                         (one.censored ? " of at most " + shortest(one.most) : ""));
    }
    return values;
}

void expect_cases(std::vector<CasesFile> const& table)
{
    for (auto const& row : table) {
        Findings findings;
        EXPECT_EQ(cases_in(row, findings), row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

std::string with_count(std::string const& count)
{
    return "commune,period,count\n06001,2024,\"" + count + "\"\n";
}

TEST(Cases, Counts)
{
    Words const one{"06001 2024-01..2024-12 origin unknown unknown unknown 3"};
    Words const bad{"error bad-count, row 1, count"};
    Words const none{"warning count-missing, row 1, count"};
    Words const hidden{"warning count-hidden, row 1, count"};
    auto const value = [](std::string const& words) {
        return Words{"06001 2024-01..2024-12 origin unknown unknown unknown " + words};
    };
    expect_cases({{"a whole number", with_count("3"), {}, one},
                  {"zero", with_count("0"), {}, value("0")},
                  {"blanks around", with_count(" 3 "), {}, one},
                  {"a hidden count", with_count("<5"), hidden, value("2 of at most 4")},
                  {"a smaller one", with_count("<3"), hidden, value("1 of at most 2")},
                  {"only 0 or 1", with_count("<2"), hidden, value("0 of at most 1")},
                  {"hidden and not small", with_count("<50"), bad, {}},
                  {"hidden and not a number", with_count("<few"), bad, {}},
                  {"two points", with_count(".."), none, {}},
                  {"a dash", with_count("-"), none, {}},
                  {"n/a", with_count("N/A"), none, {}},
                  {"suppressed", with_count("Suppressed"), none, {}},
                  {"an empty cell", with_count(""), none, {}},
                  {"below 0", with_count("-1"), bad, {}},
                  {"a fraction", with_count("2.5"), bad, {}},
                  {"a decimal comma", with_count("2,5"), bad, {}},
                  {"a year that slid", with_count("200000"), bad, {}},
                  {"words", with_count("a lot"), bad, {}},
                  {"infinite", with_count("inf"), bad, {}}});
}

TEST(Cases, CodesOfCommunes)
{
    auto const with = [](std::string const& code) {
        return "commune,period,count\n\"" + code + "\",2024,3\n";
    };
    auto const value = [](std::string const& code) {
        return Words{code + " 2024-01..2024-12 origin unknown unknown unknown 3"};
    };
    Words const strange{"error unknown-commune, row 1, commune"};
    expect_cases(
        {{"a code", with("06002"), {}, value("06002")},
         {"a lost zero", with("6002"), {"warning lost-zero, row 1, commune"}, value("06002")},
         {"a code of elsewhere", with("99999"), strange, {}},
         {"a name", with("Đồng Đăng"), strange, {}},
         {"an empty cell", with(""), {"error commune-missing, row 1, commune"}, {}},
         {"unknown", with("unknown"), {}, value("unknown")},
         {"không rõ", with("Không rõ"), {}, value("unknown")},
         {"-99", with("-99"), {}, value("unknown")},
         {"the vintage of the study",
          "commune,period,count,vintage\n06001,2024,3,2025-07-01\n",
          {},
          value("06001")},
         {"another vintage",
          "commune,period,count,vintage\n06001,2024,3,2020-01-01\n",
          {"error other-vintage, row 1, vintage"},
          {}}});
}

TEST(Cases, PeriodsRolesAndWords)
{
    auto const at = [](std::string const& period) {
        return "commune,period,count\n06001," + period + ",3\n";
    };
    auto const as = [](std::string const& role) {
        return "commune,period,count,role\n06001,2024,3," + role + "\n";
    };
    auto const value = [](std::string const& period, std::string const& rest) {
        return Words{"06001 " + period + " " + rest + " 3"};
    };
    std::string const plain = "origin unknown unknown unknown";
    std::string const year = "2024-01..2024-12";
    expect_cases(
        {{"a quarter", at("2024-Q2"), {}, value("2024-04..2024-06", plain)},
         {"a month", at("2024-05"), {}, value("2024-05..2024-05", plain)},
         {"no period", at("May or so"), {"error bad-period, row 1, period"}, {}},
         {"an empty period", at(""), {"error bad-period, row 1, period"}, {}},
         {"an exact day is of a person",
          at("2024-05-06"),
          {"error personal-data, row 1, period"},
          {}},
         {"outside the study", at("2019"), {"warning outside-period, row 1, period"}, {}},
         {"transit", as("Transit"), {}, value(year, "transit unknown unknown unknown")},
         {"recruit", as("recruit"), {}, value(year, "recruitment unknown unknown unknown")},
         {"destination", as("destination"), {}, value(year, "destination unknown unknown unknown")},
         {"no role is an origin", as(""), {}, value(year, plain)},
         {"a role that is none", as("passing"), {"error bad-role, row 1, role"}, {}},
         {"form, sex and age",
          "commune,period,count,form,sex,age\n06001,2024,3,forced marriage,F,14-17\n",
          {},
          value(year, "origin forced_marriage F 14-17")}});
}

TEST(Cases, PeriodsCountForTheMonthsThatTheStudyCovers)
{
    struct Cut {
        char const* record;
        char const* from;
        char const* to;
        std::string covered;  ///< empty: nothing is
        bool told;
    };
    for (auto const& [record, from, to, covered, cut] :
         std::vector<Cut>{{"2025", "2021-01", "2025-06", "2025-01..2025-06", true},
                          {"2021", "2021-04", "2025-06", "2021-04..2021-12", true},
                          {"2025", "2025-03", "2025-06", "2025-03..2025-06", true},
                          {"2025-H1", "2021-01", "2025-06", "2025-01..2025-06", false},
                          {"2025-H2", "2021-01", "2025-09", "2025-07..2025-09", true},
                          {"2025-H2", "2021-01", "2025-06", "", false},
                          {"2025-Q2", "2021-01", "2025-04", "2025-04..2025-04", true},
                          {"2021-Q1", "2021-03", "2025-06", "2021-03..2021-03", true},
                          {"2025-06", "2021-01", "2025-06", "2025-06..2025-06", false},
                          {"2025-07", "2021-01", "2025-06", "", false}}) {
        Period const study{parse_period(from)->from, parse_period(to)->to};
        Words const said = cut               ? Words{"note period-cut"}
                           : covered.empty() ? Words{"warning outside-period, row 1, period"}
                                             : Words{};
        Words const read = covered.empty() ? Words{} : Words{covered};
        LayerFile const persons{std::string{"commune,period,count\n06001,"} + record + ",3\n"};
        LayerFile const hours{std::string{"commune,period,amount\n06001,"} + record + ",85\n"};
        Findings of_cases;
        Findings of_effort;
        Words cases;
        for (auto const& one :
             read_cases(persons.source({}), test::three_communes(), study, of_cases)) {
            EXPECT_EQ(one.count, 3.0);
            cases.push_back(told(one.period));
        }
        Words effort;
        for (auto const& one :
             read_effort(hours.source({}), test::three_communes(), study, of_effort)) {
            EXPECT_EQ(one.amount, 85.0);
            effort.push_back(told(one.period));
        }
        EXPECT_EQ(cases, read) << record << " in " << from << " to " << to;
        EXPECT_EQ(effort, read) << record << " in " << from << " to " << to;
        EXPECT_EQ(test::said(of_cases), said) << record << " in " << from << " to " << to;
        EXPECT_EQ(test::said(of_effort), said) << record << " in " << from << " to " << to;
        if (cut) {
            EXPECT_NE(of_cases.front().message.find("(3 persons)"), std::string::npos);
            EXPECT_NE(of_effort.front().message.find("(85 of effort)"), std::string::npos);
        }
    }
}

TEST(Cases, ColumnsAndThePrivacyGate)
{
    Words const one{"06001 2024-01..2024-12 origin unknown unknown unknown 3"};
    expect_cases({{"columns by other names",
                   "xa,quy,so_nguoi\n06001,2024,3\n",
                   {},
                   one,
                   {{"commune", "xa"}, {"period", "quy"}, {"count", "so_nguoi"}}},
                  {"whatever their case", "Commune,PERIOD,Count\n06001,2024,3\n", {}, one},
                  {"a column that is missing",
                   "commune,count\n06001,3\n",
                   {"error missing-column, period"},
                   {}},
                  {"a mapped column that is missing",
                   "commune,period,count\n06001,2024,3\n",
                   {"error missing-column, vai_tro"},
                   one,
                   {{"role", "vai_tro"}}},
                  {"a column of names",
                   "commune,period,count,họ tên\n06001,2024,3,x\n",
                   {"error personal-data, header, họ tên"},
                   {}},
                  {"and none is let in by mapping it",
                   "commune,period,count,ho_ten\n06001,2024,3,x\n",
                   {"error personal-data, header, ho_ten"},
                   {},
                   {{"form", "ho_ten"}}},
                  {"telephones in a column of words",
                   "commune,period,count,form\n06001,2024,3,0912345678\n",
                   {"error personal-data, row 1, form"},
                   {}},
                  {"no rows", "commune,period,count\n", {"error empty-layer"}, {}}});
}

TEST(Cases, TextsAreRepairedAndSaid)
{
    expect_cases({{"escapes",
                   "commune,period,count,form\n06001,2024,3,mang thai h\\u1ed9\n",
                   {"warning escaped-text, row 1, form"},
                   {"06001 2024-01..2024-12 origin surrogacy unknown unknown 3"}},
                  {"marks apart",
                   "commune,period,count,form\n06001,2024,3,e\xCC\x81p h\u00f4n\n",
                   {"warning not-nfc, row 1, form"},
                   {"06001 2024-01..2024-12 origin forced_marriage unknown unknown 3"}}});
}

TEST(Cases, PastADozenOfOneKindTheRestIsCounted)
{
    std::string file = "commune,period,count\n";
    for (int i = 0; i < 15; ++i) {
        file += "06001,2024,x" + std::to_string(i) + "\n";
    }
    Findings findings;
    EXPECT_TRUE(cases_in({"", file, {}, {}}, findings).empty());
    ASSERT_EQ(findings.size(), 13U);
    EXPECT_EQ(findings.back().feature, "3 more rows, the last row 15");
}

TEST(Cases, WhatMayBeANameIsNotRepeated)
{
    Findings findings;
    cases_in({"", "commune,period,count\nNguyễn Thị Lan,2024,3\n06001,2024,Trần Văn Nam\n", {}, {}},
             findings);
    ASSERT_EQ(findings.size(), 2U);
    for (auto const& finding : findings) {
        EXPECT_EQ(sentence(finding).find("Nguyễn"), std::string::npos) << sentence(finding);
        EXPECT_EQ(sentence(finding).find("Trần"), std::string::npos) << sentence(finding);
    }
}

TEST(Effort, Amounts)
{
    std::vector<CasesFile> const table{
        {"an amount of a month",
         "commune,period,kind,amount\n06001,2024-05,patrol,3.5\n",
         {},
         {"06001 2024-05..2024-05 patrol 3.5"}},
        {"many decimals",
         "commune,amount\n06001,17.33333\n",
         {},
         {"06001 2022-01..2024-12 unknown 17.33333"}},
        {"a share",
         "commune,amount\n06001,0.123456789\n",
         {},
         {"06001 2022-01..2024-12 unknown 0.123456789"}},
        {"without period it is of the whole study",
         "commune,amount\n06001,2\n",
         {},
         {"06001 2022-01..2024-12 unknown 2"}},
        {"sorted by commune",
         "commune,amount\n06003,1\n06001,2\n06001,1\n",
         {},
         {"06001 2022-01..2024-12 unknown 1", "06001 2022-01..2024-12 unknown 2",
          "06003 2022-01..2024-12 unknown 1"}},
        {"nothing", "commune,amount\n06001,\n", {"warning effort-missing, row 1, amount"}, {}},
        {"below 0", "commune,amount\n06001,-2\n", {"error bad-effort, row 1, amount"}, {}},
        {"words", "commune,amount\n06001,much\n", {"error bad-effort, row 1, amount"}, {}},
        {"nobody knows where", "commune,amount\nunknown,2\n", {}, {}},
        {"elsewhere", "commune,amount\n12345,2\n", {"error unknown-commune, row 1, commune"}, {}},
        {"another vintage",
         "commune,amount,vintage\n06001,2,2020-01-01\n",
         {"error other-vintage, row 1, vintage"},
         {}},
        {"a column of notes",
         "commune,amount,ghi chú\n06001,2,x\n",
         {"error personal-data, header, ghi chú"},
         {}},
        {"no amount at all", "commune,period\n06001,2024\n", {"error missing-column, amount"}, {}}};
    for (auto const& row : table) {
        LayerFile const file{row.file};
        Findings findings;
        Words values;
        for (auto const& one :
             read_effort(file.source(row.columns), test::three_communes(), years, findings)) {
            values.push_back(told(one.commune) + " " + told(one.period) + " " + one.kind + " " +
                             shortest(one.amount));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(Cases, WhatIsCountedTwice)
{
    std::string const head = "commune,period,sex,count\n";
    auto const two = [](char const* first, char const* second) { return Words{first, second}; };
    std::string const male = " origin unknown M unknown ";
    expect_cases({{"the same row twice",
                   head + "06001,2024,nam,3\n06001,2024,nam,3\n",
                   {"warning doubled-rows"},
                   two(("06001 2024-01..2024-12" + male + "3").c_str(),
                       ("06001 2024-01..2024-12" + male + "3").c_str())},
                  {"a quarter beside its year",
                   head + "06001,2024,nam,3\n06001,2024-Q2,nam,1\n",
                   {"warning overlapping-periods"},
                   two(("06001 2024-01..2024-12" + male + "3").c_str(),
                       ("06001 2024-04..2024-06" + male + "1").c_str())},
                  {"of another sex",
                   head + "06001,2024,nam,3\n06001,2024-Q2,nu,1\n",
                   {},
                   two(("06001 2024-01..2024-12" + male + "3").c_str(),
                       "06001 2024-04..2024-06 origin unknown F unknown 1")},
                  {"two sources of one period",
                   head + "06001,2024,nam,3\n06001,2024,nam,1\n",
                   {},
                   two(("06001 2024-01..2024-12" + male + "3").c_str(),
                       ("06001 2024-01..2024-12" + male + "1").c_str())}});
}

}  // namespace
}  // namespace marchland::geo
