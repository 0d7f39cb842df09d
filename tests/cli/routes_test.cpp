// marchland routes: clear answers, and clear words for what it does not know.
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace marchland::tests;
using Json = nlohmann::json;

/// The training study itself: routes writes nothing into it.
Ended ask(std::string const& more)
{
    return run_shell("'" MARCHLAND_PROGRAM "' routes '" MARCHLAND_SOURCE
                     "/datasets/lang-son/study.toml' --quiet " +
                     more);
}

Json answer(std::string const& more)
{
    auto const ended = ask(more + " --json");
    EXPECT_EQ(ended.code, 0) << ended.all();
    return Json::parse(ended.out);
}

TEST(Routes, OtherWaysAscend)
{
    for (auto const* const kind : {"reasonable", "loopless", "apart"}) {
        auto const found = answer("--from 05977 --to LS-CHIMA LS-TANTHANH --ways 4 --kind " +
                                  std::string{kind})["routes"];
        ASSERT_GE(found.size(), 2U) << kind;
        double before = 0.0;
        for (auto const& row : found) {
            double const hours = row["hours"];
            before = row["number"] == 1 ? 0.0 : before;
            EXPECT_GE(hours, before) << kind;
            EXPECT_GT(row["km"].get<double>(), 0.0);
            before = hours;
        }
    }
}

TEST(Routes, FirstOfEveryKindIsTheQuickest)
{
    double const hours = answer("--from 05977 --to LS-CHIMA")["routes"][0]["hours"];
    EXPECT_NEAR(
        answer("--from 05977 --to LS-CHIMA --kind loopless")["routes"][0]["hours"].get<double>(),
        hours, 1e-9);
    EXPECT_NEAR(
        answer("--from 05977 --to LS-CHIMA --kind apart")["routes"][0]["hours"].get<double>(),
        hours, 1e-9);
    EXPECT_NEAR(
        answer("--from 05977 --to LS-CHIMA --depart 09:00")["routes"][0]["hours"].get<double>(),
        hours, 1e-5);
}

TEST(Routes, ClosingAWayNeverShortens)
{
    auto const open = answer("--from 05977 --to LS-CHIMA")["routes"][0];
    auto const first =
        open["ways"].get<std::string>().substr(0, open["ways"].get<std::string>().find(';'));
    auto const closed = answer("--from 05977 --to LS-CHIMA --close " + first);
    EXPECT_TRUE(closed["routes"].empty() ||
                closed["routes"][0]["hours"].get<double>() >= open["hours"].get<double>());
}

TEST(Routes, MoreMinutesReachMore)
{
    std::size_t before = 0;
    for (auto const* const minutes : {"10", "40", "120"}) {
        auto const found =
            answer("--from 06184 --reach " + std::string{minutes})["reach"][0]["communes"];
        EXPECT_GE(found.size(), before);
        for (auto const& commune : found) {
            EXPECT_LE(commune["minutes"].get<double>(), std::stod(minutes) + 1e-9);
        }
        before = found.size();
    }
    EXPECT_GT(before, 10U);
}

TEST(Routes, TakesNamesAndSaysWhatItTook)
{
    struct Row {
        char const* from;
        int code;
        char const* said;
    };
    for (auto const& [from, code, said] :
         {Row{"dong dang", 0, "taken for 06184 Đồng Đăng; also called so: MK-LS-DONGDANG"},
          Row{"Chợ Đồng Đăng", 0, "taken for MK-LS-DONGDANG"},
          Row{"CK Hữu Nghị", 0, "taken for LS-HUUNGHI"},
          Row{"Xã Thanh Long", 0,
              "taken for 06148 Thuỵ Hùng, which took in the former Xã Thanh Long"},
          Row{"Tân Thanh", 2, "several are called so"},
          Row{"Nowhere", 2, "there is no commune, crossing or market of that code or name"}}) {
        auto const ended = run_shell("'" MARCHLAND_PROGRAM "' routes '" MARCHLAND_SOURCE
                                     "/datasets/lang-son/study.toml' --to LS-CHIMA --from '" +
                                     std::string{from} + "'");
        EXPECT_EQ(ended.code, code) << from << ended.all();
        EXPECT_NE(ended.err.find(said), std::string::npos) << from << ended.err;
    }
}

TEST(Routes, WritesTablesAndAnArea)
{
    SampleStudy const study;
    auto const ended =
        study.marchland("routes", "--from 06001 --to 06009 --reach 90 -o answer --quiet");
    ASSERT_EQ(ended.code, 0) << ended.all();
    EXPECT_NE(study.read("answer/routes.csv").find("06001,06009,1,"), std::string::npos);
    EXPECT_NE(study.read("answer/reached.csv").find("06001"), std::string::npos);
    auto const info =
        run_shell("ogrinfo -so '" + study.file("answer/routes.gpkg").string() + "' reach");
    EXPECT_NE(info.out.find("Multi Polygon"), std::string::npos) << info.all();
    EXPECT_EQ(study.marchland("routes", "--from 06001 --to 06009 -o answer --quiet").code, 2)
        << "replaced unasked";
}

TEST(Routes, AccessIsToldAndAFarPointIsSaid)
{
    SampleStudy const study;  // the road runs along 21.85; one thousandth of a degree is some 110 m
    auto const asked = [&study](std::string const& point, std::string const& more) {
        auto const ended = study.marchland("routes", "--from " + point + " --to 06009 " + more);
        EXPECT_EQ(ended.code, 0) << ended.all();
        return ended;
    };
    std::string const far_point = "106.658,21.857";
    std::string const near_point = "106.6505,21.8505";
    auto const far = asked(far_point, "--json");
    auto const near = asked(near_point, "--json");
    EXPECT_NE(far.err.find(far_point + ": the nearest junction is "), std::string::npos) << far.err;
    EXPECT_EQ(near.err.find("the nearest junction"), std::string::npos) << near.err;
    auto const far_row = Json::parse(far.out)["routes"][0];
    auto const near_row = Json::parse(near.out)["routes"][0];
    EXPECT_EQ(far_row["km"], near_row["km"]);  // the same junction
    double const farther = far_row["access_m"].get<double>() - near_row["access_m"].get<double>();
    EXPECT_GT(farther, 500.0);
    EXPECT_GT(far_row["hours"].get<double>(), near_row["hours"].get<double>());
    EXPECT_NE(asked(far_point, "").out.find("access m"), std::string::npos);
}

TEST(Routes, GatesKeepTheirHours)
{
    SampleStudy const study;
    auto crossings = study.read("crossings.csv");
    auto const head = crossings.find('\n');
    auto const id = crossings.substr(head + 1, crossings.find(',', head) - head - 1);
    crossings.insert(crossings[head - 1] == '\r' ? head - 1 : head, ",hours");
    while (!crossings.empty() && (crossings.back() == '\n' || crossings.back() == '\r')) {
        crossings.pop_back();
    }
    study.write("crossings.csv", crossings + ",07:00-18:00\n");
    auto const night =
        study.marchland("routes", "--from 06001 --to " + id + " --depart 22:00 --json --quiet");
    ASSERT_EQ(night.code, 0) << night.all();
    auto const row = Json::parse(night.out)["routes"][0];
    EXPECT_EQ(row["arrive"], "07:00 +1 day");
    EXPECT_GT(row["waiting"].get<double>(), 5.0);
}

TEST(Routes, WhatIsNotKnownIsSaidWithTheNearestName)
{
    struct Case {
        char const* more;
        char const* words;
    };
    for (auto const& [more, words] :
         {Case{"--from 05977 --to LS-CHIMAA", "did you mean LS-CHIMA"},
          Case{"--from 99999 --to LS-CHIMA", "of that code or name; a point is given as lon,lat"},
          Case{"--from 05977", "--to or --reach"}, Case{"--to LS-CHIMA", "--from is needed"},
          Case{"--from 0,0 --to LS-CHIMA", "within 5 km"},
          Case{"--from 200,10 --to LS-CHIMA", "lon,lat"},
          Case{"--from 05977 --to LS-CHIMA --close R00711", "did you mean R0"},
          Case{"--from 05977 --to LS-CHIMA --depart 25:00", "time of day"},
          Case{"--from 05977 --to LS-CHIMA --depart 07:00 --ways 3", "earliest way only"}}) {
        auto const ended = ask(more);
        EXPECT_EQ(ended.code, 2) << more << ended.all();
        EXPECT_NE(ended.err.find(words), std::string::npos) << more << "\n" << ended.all();
    }
}

}  // namespace
