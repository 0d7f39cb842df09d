// What became of former communes, and what is counted under their codes.
#include "geo/layers/cases.hpp"
#include "geo/layers/crosswalk.hpp"
#include "geo/layers/given_flows.hpp"
#include "geo/layers/indicators.hpp"
#include "geo/layers/people.hpp"
#include "geo/layers/team_visits.hpp"
#include "geo/vocabulary/random.hpp"
#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>

namespace marchland::geo {
namespace {

using test::LayerFile;
using test::Words;

constexpr auto old_day = "2020-01-01";
constexpr auto new_day = "2025-07-01";
Period const eight_years{parse_period("2019")->from, parse_period("2026")->to};

CrosswalkLink link(std::string from, std::string to, std::optional<double> share = {})
{
    return {std::move(from), old_day, std::move(to), new_day, share};
}

std::string told(Share const& share)
{
    auto const rounded = [](double value) { return shortest(std::round(value * 1e4) / 1e4); };
    return share.known()
               ? rounded(share.likely)
               : rounded(share.least) + ".." + rounded(share.likely) + ".." + rounded(share.most);
}

Words told(std::vector<Successor> const& parts)
{
    Words words;
    for (auto const& part : parts) {
        words.push_back(part.code + " " + told(part.share));
    }
    return words;
}

TEST(Crosswalk, FollowsWhatBecameOfACommune)
{
    struct Row {
        char const* what;
        std::vector<CrosswalkLink> links;
        char const* day;
        Words parts;
    };
    auto const step = [](char const* from, char const* day, char const* to, char const* until,
                         std::optional<double> share = {}) {
        return CrosswalkLink{from, day, to, until, share};
    };
    std::vector<Row> const table{
        {"a merger", {link("A", "B")}, old_day, {"B 1"}},
        {"on a day between", {link("A", "B")}, "2023-05-06", {"B 1"}},
        {"a split with shares",
         {link("A", "B", 0.75), link("A", "C", 0.25)},
         old_day,
         {"B 0.75", "C 0.25"}},
        {"a split without",
         {link("A", "B"), link("A", "C")},
         old_day,
         {"B 0..0.5..1", "C 0..0.5..1"}},
        {"one share tells the other",
         {link("A", "B", 0.75), link("A", "C")},
         old_day,
         {"B 0.75", "C 0.25"}},
        {"one share bounds two others",
         {link("A", "B", 0.5), link("A", "C"), link("A", "D")},
         old_day,
         {"B 0.5", "C 0..0.25..0.5", "D 0..0.25..0.5"}},
        {"two reforms",
         {step("A", "2019-01-01", "B", old_day), step("B", old_day, "C", new_day)},
         "2019-04-01",
         {"C 1"}},
        {"split, then merged again: all of it is there",
         {step("A", "2019-01-01", "B", old_day), step("A", "2019-01-01", "C", old_day),
          link("B", "D"), link("C", "D")},
         "2019-04-01",
         {"D 1"}},
        {"split twice",
         {step("A", "2019-01-01", "B", old_day, 0.5), step("A", "2019-01-01", "C", old_day, 0.5),
          link("B", "D"), link("B", "E"), link("C", "E")},
         "2019-04-01",
         {"D 0..0.25..0.5", "E 0.5..0.75..1"}},
        {"not mentioned: left as it was", {link("B", "C")}, old_day, {"A 1"}},
        {"not mentioned by the first reform only",
         {step("X", "2019-01-01", "Y", old_day), link("A", "B")},
         "2019-04-01",
         {"B 1"}},
        {"a code that is new with the reform", {link("B", "A")}, old_day, {}},
        {"nobody knows", {link("A", "")}, old_day, {}}};
    for (auto const& row : table) {
        EXPECT_EQ(told(Crosswalk{row.links}.successors("A", row.day, new_day)), row.parts)
            << row.what;
    }
}

/// Every commune of a day goes to the same two of the next: 2^60 ways, that meet again on each day.
TEST(Crosswalk, WaysThatMeetAreFollowedOnce)
{
    std::vector<CrosswalkLink> links;
    for (int year = 0; year < 60; ++year) {
        auto const from = std::to_string(1900 + year) + "-01-01";
        auto const to = std::to_string(1901 + year) + "-01-01";
        for (auto const* const old_code : {"A", "B"}) {
            for (auto const* const new_code : {"A", "B"}) {
                links.push_back({old_code, from, new_code, to, 0.5});
            }
        }
    }
    auto const found = Crosswalk{links}.successors("A", "1900-01-01", "1960-01-01");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_DOUBLE_EQ(found[0].share.likely, 0.5);
    EXPECT_DOUBLE_EQ(found[1].share.likely, 0.5);
}

TEST(Crosswalk, IsReadAndJudged)
{
    struct Row {
        char const* what;
        std::string rows;
        Words said;
        Words parts;  ///< of A
    };
    Words const fine{"note former-communes"};
    auto const one = [](std::string const& share) {
        return "A,2020-01-01,B,2025-07-01," + share + "\n";
    };
    std::vector<Row> const table{
        {"a merger", one("1"), fine, {"B 1"}},
        {"no share", one(""), fine, {"B 1"}},
        {"a share of nothing",
         one("0"),
         {"error bad-share, row 1, share", "note former-communes"},
         {"B 1"}},
        {"a share over all",
         one("1.5"),
         {"error bad-share, row 1, share", "note former-communes"},
         {"B 1"}},
        {"a year for a day",
         "A,2020,B,2025-07-01,1\n",
         {"error bad-vintage, row 1, old_vintage", "note former-communes"},
         {"A 1"}},
        {"backwards",
         "A,2025-07-01,B,2020-01-01,1\n",
         {"error vintage-order, row 1, old_code", "note former-communes"},
         {"A 1"}},
        {"twice the same",
         one("") + one(""),
         {"warning doubled-row, row 2, old_code", "note former-communes"},
         {"B 1"}},
        {"too much",
         one("0.8") + "A,2020-01-01,C,2025-07-01,0.8\n",
         {"error shares-over-one, row 1, old_code", "note former-communes"},
         {"A 1"}},
        {"thirds",
         one("0.33") + "A,2020-01-01,C,2025-07-01,0.33\nA,2020-01-01,D,2025-07-01,0.33\n",
         fine,
         {"B 0.3333", "C 0.3333", "D 0.3333"}},
        {"too little",
         one("0.5"),
         {"warning shares-under-one, row 1, old_code", "note former-communes"},
         {"B 0.5"}},
        {"without a successor",
         "A,2020-01-01,,2025-07-01,\n",
         {"warning successor-missing, row 1, new_code", "note former-communes"},
         {}},
        {"two endings",
         one("0.5") + "A,2020-01-01,C,2026-07-01,0.5\n",
         {"error two-endings, row 2, old_code", "note former-communes"},
         {"A 1"}}};
    for (auto const& row : table) {
        LayerFile const file{"old_code,old_vintage,new_code,new_vintage,share\n" + row.rows};
        Findings findings;
        auto const source = file.source();
        auto const crosswalk = read_crosswalk({&source, 1}, findings);
        EXPECT_EQ(test::said(findings), row.said) << row.what;
        EXPECT_EQ(told(crosswalk.successors("A", old_day, new_day)), row.parts) << row.what;
    }
}

TEST(Crosswalk, TakesDaysFromTheStudyWhereTheTableHasNone)
{
    LayerFile const file{"cu,moi\nA,B\n"};
    auto source = file.source({{"old_code", "cu"}, {"new_code", "moi"}});
    source.stated = {{"old_vintage", old_day}, {"new_vintage", new_day}};
    Findings findings;
    auto const crosswalk = read_crosswalk({&source, 1}, findings);
    EXPECT_EQ(told(crosswalk.successors("A", old_day, new_day)), (Words{"B 1"}));
}

/// Communes of the study, with the former ones.
Communes after(std::vector<std::string> const& codes, std::vector<CrosswalkLink> links)
{
    Communes communes;
    communes.vintage = new_day;
    for (auto const& code : codes) {
        communes.by_code.emplace(code, static_cast<CommuneId>(communes.size()));
        communes.code.push_back(code);
        communes.name.push_back("Xã " + code);
    }
    communes.former = Crosswalk{std::move(links)};
    return communes;
}

/// 001 and 002 became 002, which was 002 alone before; 003 went to 001 and 004; 005 lies elsewhere now.
Communes const& reformed()
{
    static Communes const communes =
        after({"001", "002", "004"}, {link("001", "002"), link("002", "002"), link("003", "001"),
                                      link("003", "004"), link("005", "999")});
    return communes;
}

struct Counted {
    Words rows;
    Words said;
};

Counted counted(std::string const& text, Communes const& communes = reformed(),
                std::string const& vintage = {})
{
    LayerFile const file{text};
    auto source = file.source();
    if (!vintage.empty()) {
        source.stated["vintage"] = vintage;
    }
    Findings findings;
    Counted found;
    for (auto const& one : read_cases(source, communes, eight_years, findings)) {
        found.rows.push_back(
            (one.commune ? communes.code[*one.commune] : "unknown") + " " + shortest(one.count) +
            (one.censored ? " of " + shortest(one.least) + " to " + shortest(one.most) : ""));
    }
    found.said = test::said(findings);
    std::erase_if(found.said,
                  [](std::string const& one) { return one.starts_with("note codes-"); });
    return found;
}

TEST(FormerCommunes, AreCarriedForward)
{
    struct Row {
        char const* what;
        std::string row;
        Words rows;
        Words said = {};
    };
    Words const split{"warning split-commune"};
    Words const unknown{"error unknown-commune, row 1, commune"};
    Words const other{"error other-vintage, row 1, vintage"};
    std::vector<Row> const table{
        {"a merger", "001,2020-01-01,2024,3", {"002 3"}},
        {"one that kept its code", "002,2020-01-01,2024,3", {"002 3"}},
        {"of the study", "001,2025-07-01,2024,3", {"001 3"}},
        {"with a year for its vintage", "001,2020,2024,3", {"002 3"}},
        {"with the year of the reform", "001,2025,2024,3", {"001 3"}},
        {"with a month", "001,2025-06,2024,3", {"002 3"}},
        {"hidden, merged: stays hidden",
         "001,2020-01-01,2024,<5",
         {"002 2 of 0 to 4"},
         {"warning count-hidden, row 1, count"}},
        {"a split: persons are not cut",
         "003,2020-01-01,2024,3",
         {"001 2 of 0 to 3", "004 1 of 0 to 3"},
         split},
        {"hidden, split",
         "003,2020-01-01,2024,<5",
         {"001 1 of 0 to 4", "004 1 of 0 to 4"},
         {"warning count-hidden, row 1, count", "warning split-commune"}},
        {"nobody, split", "003,2020-01-01,2024,0", {"001 0", "004 0"}},
        {"elsewhere now", "005,2020-01-01,2024,3", {}, {"warning beyond-study"}},
        {"a lost zero", "3,2020-01-01,2024,1", {"001 1 of 0 to 1", "004 0 of 0 to 1"}, split},
        {"no such commune then", "004,2020-01-01,2024,3", {}, unknown},
        {"no such commune ever", "777,2020-01-01,2024,3", {}, unknown},
        {"before the table begins", "001,2019-04-01,2024,3", {}, other},
        {"after the study", "001,2026-01-01,2024,3", {}, other},
        {"no day", "001,old,2024,3", {}, other},
        {"not known where", "unknown,2020-01-01,2024,3", {"unknown 3"}},
        {"bare, means one thing", "002,,2024,3", {"002 3"}},
        {"bare, known before only", "003,,2026,1", {"001 1 of 0 to 1", "004 0 of 0 to 1"}, split},
        {"bare, known now only", "004,,2020,1", {"004 1"}},
        {"bare, before the reform", "001,,2024,3", {"002 3"}, {"warning vintage-by-period"}},
        {"bare, after it", "001,,2025-Q3,3", {"001 3"}, {"warning vintage-by-period"}},
        {"bare, over it", "001,,2025,3", {}, {"error code-of-two-vintages, row 1, commune"}},
        {"bare, before the table begins",
         "001,,2019,3",
         {},
         {"error code-of-two-vintages, row 1, commune"}}};
    for (auto const& row : table) {
        auto const found = counted("commune,vintage,period,count\n" + row.row + "\n");
        EXPECT_EQ(found.rows, row.rows) << row.what;
        EXPECT_EQ(found.said, row.said) << row.what;
    }
}

TEST(FormerCommunes, OneVintageForTheWholeTable)
{
    auto const table = "commune,period,count\n001,2025,3\n";
    EXPECT_EQ(counted(table, reformed(), old_day).rows, (Words{"002 3"}));
    EXPECT_EQ(counted(table, reformed(), new_day).rows, (Words{"001 3"}));
    EXPECT_TRUE(counted(table, reformed(), old_day).said.empty());
}

TEST(FormerCommunes, LargerUnitsAreInNoCommune)
{
    auto const found = counted("commune,level,period,count\n20,province,2024,3\n002,xã,2024,1\n");
    EXPECT_EQ(found.rows, (Words{"unknown 3", "002 1"}));
    EXPECT_EQ(found.said, (Words{"note larger-units"}));
}

TEST(FormerCommunes, KnownSharesBoundEachPartByTheBinomial)
{
    // 100 persons, three quarters to B: 90 % of Binomial(100, 0.75) is 68 to 82 (tables of the distribution).
    auto const communes = after({"B", "C"}, {link("A", "B", 0.75), link("A", "C", 0.25)});
    EXPECT_EQ(counted("commune,vintage,period,count\nA,2020-01-01,2024,100\n", communes).rows,
              (Words{"B 75 of 68 to 82", "C 25 of 18 to 32"}));
}

TEST(FormerCommunes, PartsAreSharedOutOverAllRows)
{
    // Eight rows of one person each: rounding each by itself would leave all eight with the larger part.
    auto const communes = after({"B", "C"}, {link("A", "B", 0.75), link("A", "C", 0.25)});
    std::string text = "commune,vintage,period,count\n";
    for (int year = 2019; year < 2027; ++year) {
        text += "A,2020-01-01," + std::to_string(year) + ",1\n";
    }
    LayerFile const file{text};
    Findings findings;
    std::map<std::string, double> sums;
    for (auto const& one : read_cases(file.source(), communes, eight_years, findings)) {
        sums[communes.code[*one.commune]] += one.count;
    }
    EXPECT_EQ(sums, (std::map<std::string, double>{{"B", 6.0}, {"C", 2.0}}));
}

/// Random reforms in three steps, mergers and splits, with and without shares, and counts under all vintages.
struct RandomReform {
    std::vector<CrosswalkLink> links;
    std::string cases = "commune,vintage,period,count\n";
    double persons = 0.0;
    double hidden = 0.0;
};

RandomReform random_reform(std::uint64_t seed)
{
    constexpr std::size_t units = 12;
    std::vector<std::string> const days{"2010-01-01", "2015-01-01", "2020-01-01", "2025-07-01"};
    Draws draws{Random{seed, "reform"}};
    RandomReform reform;
    auto const code = [](std::size_t i) { return "U" + std::to_string(i); };
    for (std::size_t step = 0; step + 1 < days.size(); ++step) {
        for (std::size_t i = 0; i < units; ++i) {
            auto const parts = 1 + draws.below(3);
            bool const shared = draws.below(2) == 0;
            for (std::size_t part = 0; part < parts; ++part) {
                auto const to = (i / 2 + part * 5) % units;  // mergers by pairs
                reform.links.push_back(
                    {code(i), days[step], code(to), days[step + 1],
                     shared ? std::optional{1.0 / static_cast<double>(parts)} : std::nullopt});
            }
        }
    }
    for (int row = 0; row < 200; ++row) {
        auto const count = draws.below(5);
        bool const small = draws.below(10) == 0;
        reform.cases += code(draws.below(units)) + "," + days[draws.below(3)] + "," +
                        std::to_string(2019 + draws.below(7)) + "," +
                        (small ? std::string{"<5"} : std::to_string(count)) + "\n";
        reform.persons += small ? 2.0 : static_cast<double>(count);
        reform.hidden += small ? 4.0 : static_cast<double>(count);
    }
    return reform;
}

TEST(FormerCommunes, TotalsAreEqualBeforeAndAfter)
{
    std::vector<std::string> codes;
    for (int i = 0; i < 12; ++i) {
        codes.push_back("U" + std::to_string(i));
    }
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        auto const reform = random_reform(seed);
        auto const communes = after(codes, reform.links);
        LayerFile const file{reform.cases};
        Findings findings;
        double persons = 0.0;
        double most = 0.0;
        for (auto const& one : read_cases(file.source(), communes, eight_years, findings)) {
            ASSERT_TRUE(one.commune);
            ASSERT_EQ(one.count, std::floor(one.count)) << "persons are not cut";
            ASSERT_TRUE(!one.censored || (one.least <= one.count && one.count <= one.most));
            persons += one.count;
            most += one.censored ? one.most : one.count;
        }
        EXPECT_EQ(persons, reform.persons) << seed;
        EXPECT_GE(most, reform.hidden) << seed;
    }
}

TEST(FormerCommunes, OrderOfTheRowsDoesNotMatter)
{
    auto const reform = random_reform(3);
    auto lines = reform.cases.substr(reform.cases.find('\n') + 1);
    std::vector<std::string> rows;
    for (std::size_t from = 0; from < lines.size();) {
        auto const to = lines.find('\n', from);
        rows.push_back(lines.substr(from, to - from));
        from = to + 1;
    }
    std::ranges::reverse(rows);
    std::string turned = "commune,vintage,period,count\n";
    for (auto const& row : rows) {
        turned += row + "\n";
    }
    auto const communes = after(
        {"U0", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9", "U10", "U11"}, reform.links);
    auto a = counted(reform.cases, communes).rows;
    auto b = counted(turned, communes).rows;
    std::ranges::sort(a);
    std::ranges::sort(b);
    EXPECT_EQ(a, b);
}

TEST(FormerCommunes, EffortInAllIsSummedAndEffortAHeadIsAveraged)
{
    LayerFile const file{
        "commune,vintage,period,amount\n001,2020-01-01,2024,10\n002,2020-01-01,2024,30\n"};
    auto const in_002 = [&](EffortUnit unit) {
        Findings findings;
        double sum = 0.0;
        for (auto const& one :
             read_effort(file.source(), reformed(), eight_years, findings, unit)) {
            sum += reformed().code[one.commune] == "002" ? one.amount : 1000.0;
        }
        return sum;
    };
    EXPECT_EQ(in_002(EffortUnit::in_all), 40.0);
    EXPECT_EQ(in_002(EffortUnit::a_head), 20.0);
}

TEST(FormerCommunes, OtherTables)
{
    Findings findings;
    LayerFile const figures{
        "commune,vintage,rate\n001,2020-01-01,10\n002,2020-01-01,30\n004,2025-07-01,7\n"};
    auto const indicator = read_indicator(figures.source({{"value", "rate"}}), reformed(),
                                          {.name = "poverty", .as_of = "", .value = {}}, findings);
    EXPECT_TRUE(std::isnan(indicator.value[CommuneId{0}]));
    EXPECT_EQ(indicator.value[CommuneId{1}], 20.0);
    EXPECT_EQ(indicator.value[CommuneId{2}], 7.0);

    LayerFile const people{"commune,vintage,sex,count\n003,2020-01-01,F,500\n"};
    double sum = 0.0;
    for (auto const& group : read_people(people.source(), reformed(), findings)) {
        sum += group.count;
    }
    EXPECT_EQ(sum, 500.0);

    LayerFile const visits{"commune,vintage,date\n003,2020-01-01,2025-03-04\n"};
    EXPECT_EQ(read_team_visits(visits.source(), reformed(), findings).size(), 2U);
}

TEST(FormerCommunes, WithoutATableTheyAreRefused)
{
    auto const communes = after({"001", "002"}, {});
    auto const found = counted("commune,vintage,period,count\n001,2020-01-01,2024,3\n", communes);
    EXPECT_TRUE(found.rows.empty());
    EXPECT_EQ(found.said, (Words{"error other-vintage, row 1, vintage"}));
}

std::filesystem::path const real{std::string{MARCHLAND_SHARED} + "/data"};

LayerSource of_the_nation()
{
    LayerSource source{.layer = "crosswalk",
                       .source = (real / "vn-crosswalk-2025/crosswalk_old_new_2025.csv").string()};
    source.stated = {{"old_vintage", "2024-11-10"}, {"new_vintage", new_day}};
    return source;
}

TEST(RealCrosswalk, TheNationOf2025)
{
    auto const source = of_the_nation();
    if (!std::filesystem::exists(source.source)) {
        GTEST_SKIP() << "needs " << source.source << ": set MARCHLAND_SHARED";
    }
    Findings findings;
    auto const crosswalk = read_crosswalk({&source, 1}, findings);
    EXPECT_EQ(test::said(findings), (Words{"note former-communes"}));
    EXPECT_NE(findings.front().message.find("9592 former communes"), std::string::npos)
        << findings.front().message;
    EXPECT_NE(findings.front().message.find("460 were split; of 460"), std::string::npos)
        << findings.front().message;
    EXPECT_EQ(crosswalk.codes_on("2024-11-10").size(), 10052U);
    std::set<std::string> present;
    for (auto const& code : crosswalk.codes_on("2024-11-10")) {
        double likely = 0.0;
        for (auto const& part : crosswalk.successors(code, "2025-01-01", new_day)) {
            present.insert(part.code);
            likely += part.share.likely;
        }
        ASSERT_NEAR(likely, 1.0, 1e-12) << code;
    }
    EXPECT_EQ(present.size(), 3321U);
    EXPECT_EQ(told(crosswalk.successors("06622", "2024-11-10", new_day)),
              (Words{"06613 0..0.5..1", "06625 0..0.5..1"}));
}

TEST(RealCrosswalk, CodesOf2009And2019AreCarriedOn)
{
    LayerSource changes{
        .layer = "crosswalk",
        .source = (real / "vn-census-2019/ward_changes_2019-01-01_to_2024-11-10.csv").string(),
        .columns = {{"old_code", "Xã"}, {"new_code", "Xã DC"}}};
    changes.stated = {{"old_vintage", "2019-01-01"}, {"new_vintage", "2024-11-10"}};
    LayerSource of_2009{.layer = "crosswalk",
                        .source =
                            (real / "vn-communes-2009/communes_2009_border7_gso5.gpkg").string(),
                        .columns = {{"old_code", "old_commune_id"}, {"new_code", "gso_code"}}};
    of_2009.stated = {{"old_vintage", "2009-04-01"}, {"new_vintage", "2019-01-01"}};
    std::vector<LayerSource> const sources{of_2009, changes, of_the_nation()};
    for (auto const& source : sources) {
        if (!std::filesystem::exists(source.source)) {
            GTEST_SKIP() << "needs " << source.source << ": set MARCHLAND_SHARED";
        }
    }
    Findings findings;
    auto const crosswalk = read_crosswalk(sources, findings);
    for (auto const& finding : findings) {
        EXPECT_NE(finding.severity, Severity::error) << sentence(finding);
    }
    for (auto const& [day, least] :
         {std::pair{"2009-04-01", 1150U}, std::pair{"2019-01-01", 10600U}}) {
        std::size_t reached = 0;
        for (auto const& code : crosswalk.codes_on(day)) {
            reached += crosswalk.successors(code, day, new_day).empty() ? 0U : 1U;
        }
        EXPECT_GE(reached, least) << day;
    }
}

}  // namespace
}  // namespace marchland::geo
