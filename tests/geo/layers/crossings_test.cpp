// The register of crossings and its history: each row a file, what is said of it and what comes out.
#include "geo/layers/crossings.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::LayerFile;
using test::Words;
using test::working;

std::string const register_day = "2025-06-30";

Crossings register_in(std::string const& text, Findings& findings)
{
    LayerFile const file{text};
    return read_crossings(file.source(), working, register_day, findings);
}

constexpr CrossingId only_crossing{};  // the only one

TEST(Crossings, ClassesAndStatuses)
{
    struct Row {
        char const* word;
        CrossingClass klass;
        bool known = true;
    };
    std::vector<Row> const classes{{"international", CrossingClass::international},
                                   {"Main", CrossingClass::main},
                                   {"main_bilateral", CrossingClass::main},
                                   {"national", CrossingClass::main},
                                   {"auxiliary", CrossingClass::auxiliary},
                                   {"provincial", CrossingClass::auxiliary},
                                   {"clearance lane", CrossingClass::clearance_lane},
                                   {"opening", CrossingClass::opening},
                                   {"opening (temporary route)", CrossingClass::opening},
                                   {"international_rail", CrossingClass::rail},
                                   {"ford", CrossingClass::ford},
                                   {"quốc tế", CrossingClass::international},
                                   {"Chính", CrossingClass::main},
                                   {"phụ", CrossingClass::auxiliary},
                                   {"lối mở", CrossingClass::opening},
                                   {"lối mòn", CrossingClass::informal},
                                   {"đường mòn", CrossingClass::informal},
                                   {"trail", CrossingClass::informal},
                                   {"unknown", CrossingClass::unknown},
                                   {"", CrossingClass::unknown},
                                   {"somewhere behind the hill", CrossingClass::informal, false}};
    for (auto const& row : classes) {
        Findings findings;
        auto const got =
            register_in("id,class,x,y\nx1," + std::string{row.word} + ",106.7,21.9\n", findings);
        EXPECT_EQ(got.klass[only_crossing], row.klass) << row.word;
        EXPECT_EQ(test::said(findings),
                  row.known ? Words{} : Words{"warning unknown-class, row 1 (x1), class"})
            << row.word;
    }
    std::vector<std::pair<char const*, CrossingStatus>> const statuses{
        {"open", CrossingStatus::open},
        {"Open since 2010", CrossingStatus::open},
        {"closed", CrossingStatus::closed},
        {"Closed since 2020", CrossingStatus::closed},
        {"đóng", CrossingStatus::closed},
        {"ĐÓNG CỬA từ 2020", CrossingStatus::closed},
        {"tạm đóng", CrossingStatus::closed},
        {"tạm dừng hoạt động", CrossingStatus::closed},
        {"tạm ngưng thông quan hàng hóa", CrossingStatus::closed},
        {"chưa mở lại", CrossingStatus::closed},
        {"not operating", CrossingStatus::closed},
        {"临时关闭", CrossingStatus::closed},
        {"暂停通关", CrossingStatus::closed},
        {"mở", CrossingStatus::open},
        {"đang hoạt động từ 2023", CrossingStatus::open},
        {"mở cửa trở lại", CrossingStatus::open},
        {"open; planned upgrade to international", CrossingStatus::open},
        {"正常开放", CrossingStatus::open},
        {"không rõ", CrossingStatus::unknown},
        {"unknown", CrossingStatus::unknown},
        {"", CrossingStatus::unknown}};
    for (auto const& [word, status] : statuses) {
        Findings findings;
        auto const got =
            register_in("id,status,x,y\nx1," + std::string{word} + ",106.7,21.9\n", findings);
        EXPECT_EQ(got.status[only_crossing], status) << word;
        EXPECT_TRUE(test::said(findings).empty()) << word;
    }
    Findings findings;
    EXPECT_EQ(
        register_in("id,status,x,y\nx1,gone fishing,106.7,21.9\n", findings).status[only_crossing],
        CrossingStatus::closed);
    EXPECT_EQ(test::said(findings), (Words{"warning unknown-status, row 1 (x1), status"}));
    EXPECT_EQ(sentence(findings.front()).find("fishing"), std::string::npos);
}

TEST(Crossings, Details)
{
    struct Row {
        char const* column;
        char const* cell;
        CrossingDetail detail;
        Words said;
    };
    auto const bad = [](std::string const& rule, std::string const& field) {
        return Words{"warning " + rule + ", row 1 (x1), " + field};
    };
    std::vector<Row> const table{
        {"name_other", "友谊关", {.name_other = "友谊关"}, {}},
        {"code_other", "451400", {.code_other = "451400"}, {}},
        {"hours", "07:00-18:00", {.hours = "07:00-18:00"}, {}},
        {"hours", "07:00-11:30;13:00-24:00", {.hours = "07:00-11:30;13:00-24:00"}, {}},
        {"hours", "22:00-05:00", {.hours = "22:00-05:00"}, {}},
        {"hours", "7-18h", {}, bad("bad-hours", "hours")},
        {"hours", "07:00-07:00", {}, bad("bad-hours", "hours")},
        {"hours", "07:00-25:00", {}, bad("bad-hours", "hours")},
        {"hours", "07:00-18:60", {}, bad("bad-hours", "hours")},
        {"season", "Dry", {.season = "dry"}, {}},
        {"season", "wet", {.season = "wet"}, {}},
        {"season", "summer", {}, bad("bad-season", "season")},
        {"source", "decision 1234", {.source = "decision 1234"}, {}},
        {"certainty", "0.5", {.certainty = 0.5}, {}},
        {"certainty", "high (existence); low (point)", {.certainty = 0.9}, {}},
        {"certainty", "perhaps", {}, bad("bad-certainty", "certainty")}};
    for (auto const& row : table) {
        Findings findings;
        auto const got = register_in("id,x,y," + std::string{row.column} + "\nx1,106.7,21.9,\"" +
                                         row.cell + "\"\n",
                                     findings);
        EXPECT_EQ(got.detail(only_crossing), row.detail) << row.cell;
        EXPECT_EQ(test::said(findings), row.said) << row.cell;
    }
}

TEST(Crossings, PlacesAndIds)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;  ///< id, name, whether there is a place, accuracy
    };
    std::vector<Row> const table{
        {"in the order of their ids",
         "id,name,x,y,accuracy_m\nb,B,106.7,21.9,50\na,,106.7,21.9,\n",
         {},
         {"a a placed ", "b B placed 50"}},
        {"no place",
         "id,x,y\na,,\nb,106.7,21.9\n",
         {"note no-coordinate, row 1 (a)"},
         {"a a - ", "b b placed "}},
        {"half a place",
         "id,x,y\na,106.7,\nb,106.7,21.9\n",
         {"error bad-coordinate, row 1, y", "note no-coordinate, row 1 (a)"},
         {"a a - ", "b b placed "}},
        {"no id", "id,x,y\n,106.7,21.9\n", {"error id-missing, row 1, id"}, {}},
        {"swapped",
         "id,x,y\na,21.9,106.7\n",
         {"error lat-lon-swapped", "note no-coordinate, row 1 (a)"},
         {"a a - "}},
        {"no ids at all", "name,x,y\nA,106.7,21.9\n", {"error missing-column, id"}, {}},
        {"no places at all",
         "id,name\na,A\n",
         {"error missing-column, x", "error missing-column, y", "note no-coordinate, row 1 (a)"},
         {"a A - "}}};
    for (auto const& row : table) {
        Findings findings;
        auto const got = register_in(row.file, findings);
        Words values;
        for (auto const id : got.id.ids()) {
            values.push_back(got.id[id] + " " + got.name[id] + (got.at[id] ? " placed " : " - ") +
                             shortest(got.accuracy_m[id]));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(Crossings, HistoryOnADay)
{
    struct Row {
        char const* what;
        std::string rows;  ///< class, status, valid_from, valid_to of x1
        Words said;
        char const* now;
        char const* history;
    };
    std::string const was = "x1,auxiliary,open,,2024-05-26\n";
    std::vector<Row> const table{
        {"always", "x1,main,open,,\n", {}, "main open", ""},
        {"changed before the day",
         was + "x1,clearance_lane,open,2024-05-27,\n",
         {},
         "clearance_lane open",
         "auxiliary to 2024-05-26; clearance lane from 2024-05-27"},
        {"whatever the order of the rows",
         "x1,clearance_lane,open,2024-05-27,\n" + was,
         {},
         "clearance_lane open",
         "auxiliary to 2024-05-26; clearance lane from 2024-05-27"},
        {"the x1 day counts",
         "x1,main,open,2025-06-30,\n",
         {},
         "main open",
         "main from 2025-06-30"},
        {"the last day counts",
         "x1,main,open,,2025-06-30\n",
         {},
         "main open",
         "main to 2025-06-30"},
        {"not yet",
         "x1,main,open,2025-07-01,\n",
         {"note not-in-force, row 1 (x1), valid_from"},
         "main closed",
         "main from 2025-07-01"},
        {"no longer",
         "x1,main,open,,2025-06-29\n",
         {"note not-in-force, row 1 (x1), valid_from"},
         "main closed",
         "main to 2025-06-29"},
        {"a gap",
         "x1,main,open,,2024-12-31\nx1,main,open,2026-01-01,\n",
         {"note history-gap, row 2 (x1), valid_from", "note not-in-force, row 1 (x1), valid_from"},
         "main unknown",
         "main to 2024-12-31; main from 2026-01-01"},
        {"a status that changes is told",
         "x1,main,open,,2024-12-31\nx1,main,closed,2025-01-01,\n",
         {},
         "main closed",
         "main (open) to 2024-12-31; main (closed) from 2025-01-01"},
        {"two rows on one day",
         "x1,main,open,,2024-12-31\nx1,opening,open,2024-12-31,\n",
         {"error overlapping-history, row 2 (x1), valid_from"},
         "opening open",
         "main to 2024-12-31; opening from 2024-12-31"},
        {"twice without days",
         "x1,main,open,,\nx1,opening,open,,\n",
         {"error overlapping-history, row 2 (x1), valid_from"},
         "main open",
         "main; opening"},
        {"ends before it begins",
         "x1,main,open,2025-05-01,2025-04-01\n",
         {"error reversed-history, row 1 (x1), valid_to",
          "note not-in-force, row 1 (x1), valid_from"},
         "main closed",
         "main from 2025-05-01 to 2025-04-01"},
        {"not a day",
         "x1,main,open,May 2024,\n",
         {"error bad-date, row 1 (x1), valid_from"},
         "main open",
         ""}};
    for (auto const& row : table) {
        std::string text = "id,class,status,valid_from,valid_to,x,y\n";
        for (char const letter : row.rows) {
            text += letter == '\n' ? ",106.7,21.9\n" : std::string(1, letter);
        }
        Findings findings;
        auto const got = register_in(text, findings);
        ASSERT_EQ(got.size(), 1U) << row.what;
        EXPECT_EQ(std::string{name_of(got.klass[only_crossing])} + " " +
                      std::string{name_of(got.status[only_crossing])},
                  row.now)
            << row.what;
        EXPECT_EQ(got.detail(only_crossing).history, row.history) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(Crossings, AnotherRowOfTheHistoryMayKnowThePlace)
{
    Findings findings;
    auto const got =
        register_in("id,valid_from,valid_to,x,y,accuracy_m\nx1,,2024-12-31,106.7,21.9,30\n"
                    "x1,2025-01-01,,,,\n",
                    findings);
    EXPECT_TRUE(got.at[only_crossing]);
    EXPECT_EQ(got.accuracy_m[only_crossing], 30.0);
    EXPECT_TRUE(test::said(findings).empty());
}

}  // namespace
}  // namespace marchland::geo
