// Services, activities and waits through a small study: tables, findings, and what settings change.
#include "geo/vocabulary/error.hpp"
#include "results/held.hpp"
#include "study/run/run.hpp"
#include "study/settings/guess.hpp"
#include "tests/support/study_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace marchland::study {
namespace {

using testing::HasSubstr;

/// Nine communes of 5,000, a road through each; what the tables hold is judged on 1 July 2025.
class Programmes {
public:
    explicit Programmes(std::string const& lines = "", bool roads = true)
    {
        file_ = test::write_study(folder_, {.roads = roads});
        folder_.write("services.csv", "id,name,kind,as_of,until,commune\n"
                                      "S1,Office,loan,2025-06-01,,90001\n"
                                      "S2,Old office,loan,2023-01-01,,90009\n"
                                      "S3,House,shelter,2025-06-01,2025-01-31,90005\n"
                                      "S4,Call,hotline,,,\n");
        folder_.write("activities.csv",
                      "commune,kind,actor,period,unit,planned,done,reached,population,as_of\n"
                      "90001,club,women's union,2025-05,session,2,1,,women,2025-06-30\n"
                      "90001,club,ngo,2025-Q2,session,2,2,,women,2025-06-30\n"
                      "90002,club,ngo,2024,session,2,2,,women,2025-06-30\n"
                      "region,leaflet,women's union,2025,copy,,2422,100000,,2025-06-30\n"
                      "region,loan,women's union,2024,person,,7013,,at risk; returned,2025-06-30\n"
                      "90003,meeting,ngo,2025-Q1,session,3,,,women,2025-06-30\n");
        folder_.write("waiting.csv", "period,kind,band,count\n2025-06,answer,29-42,4\n"
                                     "2025-06,answer,43+,<5\n2025-06,notice,0-9,2\n");
        std::ofstream{file_, std::ios::app}
            << "[services]\nsource = \"services.csv\"\n[activities]\nsource = \"activities.csv\"\n"
               "[waiting]\nsource = \"waiting.csv\"\n"
            << lines;
    }

    Region region() const { return read_region(read_study_file(file_)); }
    results::Results results() const
    {
        auto const study = read_study_file(file_);
        return run_steps(study, read_region(study), Step::graph);
    }
    std::filesystem::path file() const { return file_; }

private:
    test::StudyFolder folder_;
    std::filesystem::path file_;
};

auto said(geo::Findings const& findings, std::string const& rule)
{
    return std::ranges::count(findings, rule, &geo::Finding::rule);
}

TEST(Programmes, CheckSaysWhatIsStaleUndatedMixedAndDoubtful)
{
    auto const findings = Programmes{}.region().findings;
    EXPECT_FALSE(geo::stops_work(findings));
    EXPECT_EQ(said(findings, "stale-entry"), 1);
    EXPECT_EQ(said(findings, "undated-entry"), 1);
    EXPECT_EQ(said(findings, "mixed-populations"), 1);
    EXPECT_EQ(said(findings, "persons-a-copy"), 1);
    auto const stale = *std::ranges::find(findings, "stale-entry", &geo::Finding::rule);
    EXPECT_EQ(stale.feature, "S2");
}

TEST(Programmes, TheDayIsTheFirstOfThePlanAndTheMonthsAreTheStudys)
{
    EXPECT_EQ(
        said(Programmes{"[programmes]\nfresh_months = 48\n"}.region().findings, "stale-entry"), 0);
    auto const later = Programmes{"[plan]\nstart = \"2027-01-04\"\n"}.region().findings;
    EXPECT_EQ(std::ranges::find(later, "stale-entry", &geo::Finding::rule)->feature, "S1, S2, S3");
    EXPECT_EQ(Programmes{"[plan]\nstart = \"2027-01-04\"\n"}.results().about.programme_day,
              "2027-01-04");
}

TEST(Programmes, TablesByHand)
{
    auto const results = Programmes{}.results();
    EXPECT_NO_THROW(results::hold(results));
    EXPECT_EQ(results.about.programme_day, "2025-07-01");

    ASSERT_EQ(results.services.size(), 4U);
    EXPECT_EQ(results.services[2].state, results::ServiceState::closed);
    EXPECT_EQ(results.services[1].freshness, results::Freshness::stale);
    EXPECT_EQ(results.services[3].network, results::NetworkTie::none);
    EXPECT_TRUE(results.services[0].by_commune);
    EXPECT_EQ(results.services[0].code, "90001");

    ASSERT_EQ(results.service_coverage.size(), 2U);  // nobody travels to a telephone
    auto const& loan = results.service_coverage[0];
    EXPECT_EQ(loan.services, 2);
    EXPECT_EQ(loan.not_fresh, 1);
    EXPECT_EQ(loan.at_risk, 45000.0);
    EXPECT_EQ(loan.within_hour, 45000.0);  // the region is 6 km wide
    auto const& shelter = results.service_coverage[1];
    EXPECT_EQ(shelter.services, 0);  // closed in January
    EXPECT_EQ(shelter.beyond_limit, 45000.0);
    EXPECT_EQ(results.service_hours.size(), 18U);
    EXPECT_EQ(results.service_hours[0].service, "S1");
    EXPECT_LE(results.service_hours[0].lower, results.service_hours[0].hours);

    EXPECT_EQ(results.activities.size(), 6U);
    ASSERT_EQ(results.overlaps.size(), 1U);
    EXPECT_EQ(results.overlaps[0].period, "2025-05");
    EXPECT_EQ(results.overlaps[0].actors, "ngo; womens_union");
    ASSERT_EQ(results.visited.size(), 9U);
    EXPECT_EQ(results.visited[0].visited, results::Visited::yes);
    EXPECT_EQ(results.visited[1].visited, results::Visited::perhaps);
    EXPECT_EQ(results.visited[2].visited, results::Visited::never);

    ASSERT_EQ(results.waiting.size(), 2U);
    EXPECT_EQ(results.waiting[0].persons_low, 4.0);
    EXPECT_EQ(results.waiting[0].persons_high, 8.0);
    EXPECT_EQ(results.waiting[0].late_low, 0.0);
    EXPECT_EQ(results.waiting[0].late_high, 4.0);
    EXPECT_EQ(results.waiting[1].late_low, 2.0);
    auto const due = [&results](results::DueKind what) {
        return std::ranges::count(results.due, what, &results::DueRow::what);
    };
    EXPECT_EQ(due(results::DueKind::confirm), 3);  // not of the house that is closed
    EXPECT_EQ(due(results::DueKind::visit), 9);
    EXPECT_EQ(due(results::DueKind::report), 1);
    EXPECT_EQ(due(results::DueKind::answer), 2);
}

TEST(Programmes, WithoutRoadsNoHoursAreTold)
{
    auto const results = Programmes{"", false}.results();
    ASSERT_EQ(results.service_coverage.size(), 2U);
    EXPECT_EQ(results.service_coverage[0].not_known, 45000.0);
    EXPECT_EQ(results.service_coverage[0].within_hour, 0.0);
    EXPECT_EQ(results.service_coverage[0].within_hour_upper, 45000.0);
    EXPECT_TRUE(std::isnan(results.service_hours[0].hours));
    EXPECT_EQ(results.service_hours[0].reach, results::ServiceReach::not_known);
}

TEST(Programmes, AStudyWithoutThemHasNoneOfTheirTables)
{
    test::StudyFolder const folder;
    auto const study = read_study_file(test::write_study(folder));
    auto const results = run_steps(study, read_region(study), Step::graph);
    EXPECT_TRUE(results.services.empty() && results.service_coverage.empty() &&
                results.service_hours.empty() && results.activities.empty() &&
                results.overlaps.empty() && results.visited.empty() && results.due.empty() &&
                results.waiting.empty());
}

TEST(Programmes, SettingsOutOfRangeAndUnknownKeysAreRefused)
{
    struct Row {
        char const* lines;
        char const* words;
    };
    for (auto const& [lines, words] :
         {Row{"[programmes]\nlimit_hours = 0.5\n", "[programmes] limit_hours"},
          Row{"[programmes]\nfresh_months = 0\n", "[programmes] fresh_months"},
          Row{"[programmes]\nvisit_months = 1.5\n", "[programmes] visit_months"},
          Row{"[programmes]\nlimit_hour = 2\n", "did you mean \"limit_hours\""},
          Row{"[words.activity_unit]\nbarrel = \"barrel\"\n", "[words.activity_unit]"}}) {
        Programmes const study{lines};
        try {
            read_study_file(study.file());
            ADD_FAILURE() << lines;
        } catch (geo::Error const& error) {
            EXPECT_THAT(std::string{error.what()}, HasSubstr(words));
        }
    }
}

TEST(Programmes, NewKnowsTheHeadersOfOffices)
{
    test::StudyFolder const folder;
    test::write_study(folder);
    auto const activities = folder.write(
        "hoat_dong.csv", "Mã xã,Loại hoạt động,Cơ quan thực hiện,Kỳ báo cáo,Đơn vị tính,Kế hoạch,"
                         "Thực hiện,Số người tiếp cận,Nhóm hưởng lợi,as_of,Thời tiết\n"
                         "90001,câu lạc bộ,Hội LHPN,Quý 1/2025,buổi,2,1,30,phụ nữ,2025-06-30,x\n");
    auto const services =
        folder.write("dich_vu.csv", "Mã cơ sở,Tên cơ sở,Loại dịch vụ,Sức chứa,Mã xã\n"
                                    "S1,A,nhà tạm lánh,8,90001\n");
    auto const guessed = guess_study({{"communes", folder.path() / "communes.geojson"},
                                      {"cases", folder.path() / "cases.csv"},
                                      {"activities", activities},
                                      {"services", services}},
                                     folder.path());
    for (auto const* const line :
         {"[activities]", "kind = \"Loại hoạt động\"", "actor = \"Cơ quan thực hiện\"",
          "unit = \"Đơn vị tính\"", "planned = \"Kế hoạch\"", "done = \"Thực hiện\"",
          "reached = \"Số người tiếp cận\"", "population = \"Nhóm hưởng lợi\"",
          "ignore = [\"Thời tiết\"]", "[services]", "id = \"Mã cơ sở\"", "capacity = \"Sức chứa\"",
          "kind = \"Loại dịch vụ\""}) {
        EXPECT_THAT(guessed.toml, HasSubstr(line));
    }
    auto const file = folder.write("study.toml", guessed.toml);
    auto const region = read_region(read_study_file(file));
    EXPECT_EQ(region.activities.size(), 1U);
    EXPECT_EQ(region.services.size(), 1U);
}

}  // namespace
}  // namespace marchland::study
