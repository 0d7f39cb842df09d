// The monthly workbook of an agency that does not exist: from the file to a plan, and next month's without a question.
#include "tests/support/sample_study.hpp"
#include "tests/support/workbook.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace marchland::tests;
namespace fs = std::filesystem;
using Sheet = marchland::test::WorkSheet;

/// Men and women found, by a former commune as the office writes it; a district over its communes, sums below.
Sheet district(std::string const& name, std::string const& month,
               std::vector<std::array<std::string, 3>> const& communes)
{
    Sheet sheet{name,
                {{"HỘI LIÊN HIỆP PHỤ NỮ (không có thật)"},
                 {"BÁO CÁO THÁNG " + month + " NĂM 2024"},
                 {},
                 {"STT", "Huyện", "Xã", "Số nạn nhân", "", "Tổng"},
                 {"", "", "", "Nam", "Nữ", ""}}};
    int men = 0;
    int women = 0;
    for (std::size_t i = 0; i < communes.size(); ++i) {
        auto const& [commune, m, w] = communes[i];
        int const here = (m.empty() ? 0 : std::stoi(m)) + (w.empty() ? 0 : std::stoi(w));
        men += m.empty() ? 0 : std::stoi(m);
        women += w.empty() ? 0 : std::stoi(w);
        sheet.rows.push_back(
            {std::to_string(i + 1), i == 0 ? name : "", commune, m, w, std::to_string(here)});
    }
    sheet.rows.push_back({"Tổng cộng", "", "", std::to_string(men), std::to_string(women),
                          std::to_string(men + women)});
    sheet.rows.push_back({});
    sheet.rows.push_back({"", "", "", "", "Người lập biểu"});
    return sheet;
}

/// Names without marks, with and without prefixes, of before July 2025.
std::vector<Sheet> workbook(std::string const& month, std::string const& more)
{
    return {district("Cao Loc", month, {{"TT. Dong Dang", "1", more}, {"xa Bao Lam", "", "1"}}),
            district("Van Lang", month, {{"TT Na Sam", "0", "2"}, {"Tan Thanh", "1", "1"}}),
            district("Trang Dinh", month, {{"Thi tran That Khe", "2", ""}})};
}

TEST(AgencyWorkbook, GoesFromFileToPlanWithTwoAnswersAndNextMonthWithALaterPeriod)
{
    SampleStudy const place{"agency"};
    auto const region = fs::path{MARCHLAND_SOURCE} / "datasets/lang-son";
    marchland::test::write_workbook(place.file("month.xlsx"), workbook("3", "3"));
    auto const study = place.file("training").string();
    auto const run = [&](std::string const& command) {
        return run_shell("'" MARCHLAND_PROGRAM "' " + command);
    };
    auto const made = run("new '" + study + "' --communes '" + (region / "communes.gpkg").string() +
                          "' --roads '" + (region / "roads.gpkg").string() + "' --crossings '" +
                          (region / "crossings.csv").string() + "' --crosswalk '" +
                          (region / "crosswalk.csv").string() + "' --cases '" +
                          place.file("month.xlsx").string() + "'");
    ASSERT_EQ(made.code, 0) << made.all();
    // Of "Tan Thanh" there are two, so it asks; the other answer is what the teams can do.
    auto const asked = run("check '" + study + "'");
    EXPECT_EQ(asked.code, 1) << asked.all();
    EXPECT_NE(asked.all().find("\"Tan Thanh, Van Lang\" = "), std::string::npos) << asked.all();
    place.append(
        "training/study.toml",
        "[cases.names]\n\"Tan Thanh, Van Lang\" = \"06166 2020-01-01\"\n[plan]\nteam_days = "
        "10\n");
    auto const checked = run("check '" + study + "'");
    EXPECT_EQ(checked.code, 0) << checked.all();
    auto const persons = [&](char const* out) {
        auto const planned = run("plan '" + study + "' -o '" + place.file(out).string() + "'");
        EXPECT_EQ(planned.code, 0) << planned.all();
        auto const counted =
            run("run '" + study + "' -o '" + place.file(out).string() + "' --force");
        EXPECT_EQ(counted.code, 0) << counted.all();
        double sum = 0.0;
        for (auto const& cell : column(place.read(std::string{out} + "/communes.csv"), "cases")) {
            sum += std::stod(cell);
        }
        EXPECT_FALSE(column(place.read(std::string{out} + "/plan.csv"), "code").empty());
        return sum;
    };
    EXPECT_DOUBLE_EQ(persons("march"), 11.0);
    marchland::test::write_workbook(place.file("month.xlsx"), workbook("4", "5"));
    place.replace("training/study.toml", "period = [\"2024-03\", \"2024-03\"]",
                  "period = [\"2024-03\", \"2024-04\"]");
    EXPECT_DOUBLE_EQ(persons("april"), 13.0);
}

}  // namespace
