// Services: each row a file, what is said of it and what comes out.
#include "geo/layers/services.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

std::string told(Service const& service, Communes const& communes)
{
    auto const day = [](std::optional<Day> const& one) { return one ? text_of(*one) : "-"; };
    return service.id + " " + service.kind + " " +
           (service.capacity == service.capacity ? shortest(service.capacity) : "-") + " " +
           (service.opening.empty() ? "-" : service.opening) + " " + day(service.since) + " " +
           day(service.until) + " " + day(service.dated.as_of) + " " + day(service.dated.expires) +
           " " + (service.commune ? communes.code[*service.commune] : "-") +
           (service.at ? " placed" : "");
}

TEST(Services, Rows)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;
    };
    std::vector<Row> const table{
        {"all that can be known",
         "id,name,kind,capacity,opening,since,until,as_of,expires,lon,lat,commune\n"
         "S1,Trung tâm,reception_centre,20,mon;tue 07:30-16:30,2021-03,2026-12-31,2025-06-01,"
         "2026-06-30,106.7,21.9,06001\n",
         {},
         {"S1 reception_centre 20 mon;tue 07:30-16:30 2021-03-01 2026-12-31 2025-06-01 2026-06-30 "
          "06001 placed"}},
        {"the least", "id,kind,commune\nS1,shelter,06002\n", {}, {"S1 shelter - - - - - - 06002"}},
        {"in Vietnamese and Chinese",
         "id,kind,commune\nS1,nhà tạm lánh,06001\nS2,贷款,06001\nS3,Văn phòng liên lạc,06001\n",
         {},
         {"S1 shelter - - - - - - 06001", "S2 loan - - - - - - 06001",
          "S3 liaison_office - - - - - - 06001"}},
        {"by id, not by row",
         "id,kind,commune\nS2,loan,06001\nS1,loan,06001\n",
         {},
         {"S1 loan - - - - - - 06001", "S2 loan - - - - - - 06001"}},
        {"a kind on no list is left out",
         "id,kind,commune\nS1,palace,06001\n",
         {"error unlisted-word, row 1 (S1), kind"},
         {}},
        {"no kind", "id,kind,commune\nS1,,06001\n", {"error kind-missing, row 1 (S1), kind"}, {}},
        {"no id", "id,kind,commune\n,loan,06001\n", {"error id-missing, row 1, id"}, {}},
        {"an id twice",
         "id,kind,commune\nS1,loan,06001\nS1,club,06001\n",
         {"error duplicate-id, row 2 (S1), id"},
         {"S1 loan - - - - - - 06001"}},
        {"nowhere",
         "id,kind\nS1,hotline\n",
         {"note no-coordinate, row 1 (S1)"},
         {"S1 hotline - - - - - - -"}},
        {"another commune's code",
         "id,kind,commune\nS1,loan,99999\n",
         {"error unknown-commune, row 1 (S1), commune", "note no-coordinate, row 1 (S1)"},
         {"S1 loan - - - - - - -"}},
        {"it ends before it begins",
         "id,kind,commune,since,until\nS1,loan,06001,2025-01-01,2024-01-01\n",
         {"error days-turned-round, row 1 (S1), until"},
         {"S1 loan - - 2025-01-01 2024-01-01 - - 06001"}},
        {"a day that is none",
         "id,kind,commune,as_of\nS1,loan,06001,soon\n",
         {"error bad-date, row 1 (S1), as_of"},
         {"S1 loan - - - - - - 06001"}},
        {"half a bed",
         "id,kind,commune,capacity\nS1,shelter,06001,-3\n",
         {"error bad-capacity, row 1 (S1), capacity"},
         {"S1 shelter - - - - - - 06001"}},
        {"opening hours that nobody can read are not known",
         "id,kind,commune,opening\nS1,shelter,06001,mornings\n",
         {"warning bad-opening, row 1 (S1), opening"},
         {"S1 shelter - - - - - - 06001"}},
        {"who runs it",
         "id,kind,commune,phone\nS1,shelter,06001,0912345678\n",
         {"error personal-data, header, phone"},
         {}},
        {"a person's name",
         "id,name,kind,commune\nS1,Nguyễn Thị Lan,shelter,06001\n",
         {"error personal-data, row 1, name"},
         {}},
        {"no column of kinds", "id,commune\nS1,06001\n", {"error missing-column, kind"}, {}}};
    auto communes = test::three_communes();
    communes.crs = test::working;
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        Words values;
        auto const source = file.source({{"x", "lon"}, {"y", "lat"}});
        auto unmapped = source;
        if (std::string{row.file}.find("lon") == std::string::npos) {
            unmapped.columns.clear();
        }
        for (auto const& one : read_services(unmapped, communes, findings)) {
            values.push_back(told(one, communes));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(Services, TheStudyStatesTheDayOfTheWholeLayer)
{
    test::LayerFile const file{"id,kind,commune,as_of\nS1,loan,06001,\nS2,loan,06001,2024-02\n"};
    auto source = file.source();
    source.stated["as_of"] = "2025-05-01";
    Findings findings;
    auto const services = read_services(source, test::three_communes(), findings);
    ASSERT_EQ(services.size(), 2U);
    EXPECT_EQ(services[0].dated.as_of, parse_day("2025-05-01"));
    EXPECT_EQ(services[1].dated.as_of, parse_day("2024-02-29"));
}

TEST(Services, OpeningHours)
{
    for (auto const* const good :
         {"07:30-16:30", "mon;tue;wed", "mon;tue 07:30-11:30;13:00-16:30", "daily", "cn",
          "t2;t3 07:00-17:00", "daily 00:00-23:59", "lunar 2;7 06:00-12:00"}) {
        EXPECT_TRUE(are_opening_hours(good)) << good;
    }
    for (auto const* const bad : {"", " ", "mornings", "7-17", "mon 25:00-26:00", "mon 07:00",
                                  "07:30-16:30 mon", "always 07:00-08:00"}) {
        EXPECT_FALSE(are_opening_hours(bad)) << bad;
    }
}

}  // namespace
}  // namespace marchland::geo
