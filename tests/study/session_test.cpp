// A session that is kept open gives the same bytes as one that begins from nothing, and works no more than
// it must.
#include "study/run/session.hpp"

#include "geo/vocabulary/error.hpp"
#include "results/store.hpp"
#include "study/questions/what_if_study.hpp"
#include "tests/support/reference.hpp"
#include "tests/support/study_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace marchland::study {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::NanSensitiveDoubleEq;
using testing::Not;

/// Every table of a result as it is written, but for the times in run.json and study.gpkg.
std::map<std::string, std::string> bytes_of(results::Results const& results)
{
    test::StudyFolder const folder;
    results::write_results(results, folder.path());
    std::map<std::string, std::string> files;
    for (auto const& name : results::files_in(folder.path())) {
        if (name.ends_with(".csv")) {
            files[name] = test::text_in(folder.path() / name);
        }
    }
    for (auto const& row : results.ways) {
        files["ways"] += row.id + " " + std::to_string(row.flow) + " " +
                         std::to_string(row.flow_upper) + " " + std::to_string(row.hours) + "\n";
    }
    return files;
}

StudyFile quick_study()
{
    auto study =
        read_study_file(std::filesystem::path{MARCHLAND_SOURCE} / "datasets/lang-son/study.toml");
    study.worlds = 50;  // the law holds for any number
    study.permutations = 99;
    study.scan.replicates = 99;
    study.posts.count = 1;
    return study;
}

struct Change {
    char const* what;
    void (*make)(StudyFile&);
};

/// Every setting that study.toml has, changed.
std::vector<Change> const changes{
    {"seed", [](StudyFile& s) { s.seed = 7; }},
    {"window", [](StudyFile& s) { s.window_years = 2; }},
    {"half-life", [](StudyFile& s) { s.half_life_years = 2.0; }},
    {"snap", [](StudyFile& s) { s.snap_m = 20.0; }},
    {"doubt", [](StudyFile& s) { s.doubt_m = 15.0; }},
    {"candidates", [](StudyFile& s) { s.candidate_m = 900.0; }},
    {"a speed", [](StudyFile& s) { s.travel.kmh[1] *= 0.5; }},
    {"a spread", [](StudyFile& s) { s.travel.delay_spread = 1.0; }},
    {"slopes", [](StudyFile& s) { s.travel.slope = !s.travel.slope; }},
    {"unit of effort", [](StudyFile& s) { s.effort.in_all = true; }},
    {"kinds of effort", [](StudyFile& s) { s.effort.kinds["outreach"] = 3.0; }},
    {"season", [](StudyFile& s) { s.travel.season = analysis::travel::Season::wet; }},
    {"neighbours", [](StudyFile& s) { s.neighbours.rule = NeighbourRule::nearest; }},
    {"kernel",
     [](StudyFile& s) {
         s.neighbours.rule = NeighbourRule::kernel;
         s.neighbours.kernel = analysis::neighbours::Kernel::gaussian;
     }},
    {"hours between neighbours",
     [](StudyFile& s) { s.neighbours.rule = NeighbourRule::travel_time; }},
    {"edge", [](StudyFile& s) { s.neighbours.edge = true; }},
    {"model", [](StudyFile& s) { s.risk_model = analysis::risk::RiskModel::gamma_poisson; }},
    {"rank by", [](StudyFile& s) { s.rank_by = analysis::risk::RankBy::exceedance; }},
    {"top", [](StudyFile& s) { s.top = 5; }},
    {"exposure", [](StudyFile& s) { s.use_exposure = false; }},
    {"methods",
     [](StudyFile& s) {
         s.hotspot_methods = {"local-moran", "geary"};
     }},
    {"permutations", [](StudyFile& s) { s.permutations = 199; }},
    {"fdr", [](StudyFile& s) { s.fdr = 0.5; }},
    {"correction", [](StudyFile& s) { s.correction = analysis::numerics::Correction::bonferroni; }},
    {"scan windows", [](StudyFile& s) { s.scan.windows = ScanWindows::border; }},
    {"scan share", [](StudyFile& s) { s.scan.max_share = 0.1; }},
    {"scan replicates", [](StudyFile& s) { s.scan.replicates = 199; }},
    {"scan over time", [](StudyFile& s) { s.scan.over_time = !s.scan.over_time; }},
    {"team days", [](StudyFile& s) { s.plan.team_days = 20.0; }},
    {"start", [](StudyFile& s) { s.plan.calendar.start = geo::parse_day("2026-01-05"); }},
    {"base", [](StudyFile& s) { s.plan_bases = {"06349"}; }},
    {"limit of services", [](StudyFile& s) { s.programmes.limit_hours = 1.0; }},
    {"months of entries", [](StudyFile& s) { s.programmes.fresh_months = 1; }},
    {"alternatives", [](StudyFile& s) { s.alternatives = 1; }},
    {"theta", [](StudyFile& s) { s.theta = 2.0; }},
    {"worlds", [](StudyFile& s) { s.worlds = 60; }},
    {"detour", [](StudyFile& s) { s.detour = 1.3; }},
    {"posts", [](StudyFile& s) { s.posts.count = 2; }},
    {"reach of posts", [](StudyFile& s) { s.posts.reach = PostsReach::people; }},
    {"minutes of posts",
     [](StudyFile& s) {
         s.posts.reach = PostsReach::people;
         s.posts.minutes = 20.0;
     }},
    {"period", [](StudyFile& s) { s.period.to.index -= 12; }},
};

TEST(Session, AnOpenOneGivesTheBytesOfOneFromNothing)
{
    auto const study = quick_study();
    Session open{study};
    auto const before = bytes_of(open.results(Step::corridors));
    std::size_t felt = 0;
    for (auto const& change : changes) {
        auto other = study;
        change.make(other);
        open.set(other);
        auto const kept = bytes_of(open.results(Step::corridors));
        auto const anew = bytes_of(Session{other}.results(Step::corridors));
        for (auto const& [name, text] : anew) {
            EXPECT_TRUE(kept.contains(name) && kept.at(name) == text)
                << change.what << " changes " << name << " and the open session does not know";
        }
        EXPECT_EQ(kept.size(), anew.size()) << change.what;
        felt += kept != before ? 1U : 0U;
    }
    EXPECT_GT(felt, changes.size() * 3 / 4);  // else the changes would test nothing
    open.set(study);                          // from change to change, and back
    EXPECT_EQ(bytes_of(open.results(Step::corridors)), before);
}

TEST(Session, NothingIsDoneTwice)
{
    Session session{quick_study()};
    session.results(Step::corridors);
    EXPECT_THAT(session.carried_out(), Contains("risk"));
    session.results(Step::corridors);
    EXPECT_THAT(session.carried_out(), IsEmpty());
    session.results(Step::graph);
    EXPECT_THAT(session.carried_out(), IsEmpty());
}

TEST(Session, ThetaFitsNoModelAgain)
{
    Session session{quick_study()};
    session.results(Step::corridors);
    auto study = session.study();
    study.theta = 2.0;
    session.set(study);
    session.results(Step::corridors);
    EXPECT_THAT(session.carried_out(), ElementsAre("demand", "choice", "bands", "alternatives",
                                                   "randomised", "passing places", "posts"));
}

TEST(Session, ATitleAsksForNothing)
{
    Session session{quick_study()};
    session.results(Step::corridors);
    auto study = session.study();
    study.title = "Another name";
    session.set(study);
    EXPECT_EQ(session.results(Step::corridors).about.title, "Another name");
    EXPECT_THAT(session.carried_out(), IsEmpty());
}

TEST(Session, AnUndoneRepairIsFelt)
{
    auto study = quick_study();
    Session session{study};
    auto const repairs = session.results(Step::graph).repairs;
    ASSERT_FALSE(repairs.empty());
    study.undo = {repairs.front().id};
    session.set(study);
    EXPECT_EQ(bytes_of(session.results(Step::risk)), bytes_of(Session{study}.results(Step::risk)));
    EXPECT_THAT(session.carried_out(), Contains("network"));
}

TEST(Session, OneIndicatorsWeightTouchesTheIndexAlone)
{
    test::StudyFolder const folder;
    auto const file = test::write_study(folder);
    folder.write("rates.csv",
                 "commune,poverty,distance\n90001,3,9\n90002,5,1\n90003,9,4\n90004,1,5\n"
                 "90005,7,7\n90006,2,3\n90007,8,2\n90008,4,8\n90009,6,6\n");
    std::ofstream{file, std::ios::app}
        << "\n[[indicators]]\nname = \"poverty\"\nsource = \"rates.csv\"\ncolumn = \"poverty\"\n"
           "[[indicators]]\nname = \"distance\"\nsource = \"rates.csv\"\ncolumn = \"distance\"\n";
    auto study = read_study_file(file);
    ASSERT_EQ(study.indicators.size(), 2U);
    Session session{study};
    auto const before = session.results(Step::corridors).communes.front().vulnerability;
    study.indicators.front().stated.weight = 5.0;
    session.set(study);
    auto const after = session.results(Step::corridors).communes.front().vulnerability;
    EXPECT_THAT(session.carried_out(), ElementsAre("vulnerability"));
    EXPECT_NE(before, after);
    EXPECT_EQ(after, Session{study}.results(Step::risk).communes.front().vulnerability);
}

TEST(Session, AClosedCrossingLeavesTheNetworkAsItIs)
{
    auto const study = quick_study();
    Session session{study};
    session.results(Step::corridors);
    auto crossings = session.region().crossings;
    auto const gate = static_cast<geo::CrossingId>(0);
    ASSERT_NE(crossings.status[gate], geo::CrossingStatus::closed);
    crossings.status[gate] = geo::CrossingStatus::closed;
    session.set_crossings(crossings);
    auto const kept = session.results(Step::corridors);
    EXPECT_THAT(session.carried_out(), Not(Contains("network")));
    EXPECT_THAT(session.carried_out(), Contains("hours"));
    auto region = read_region(study);
    region.crossings = crossings;
    EXPECT_EQ(bytes_of(kept), bytes_of(Session{study, region}.results(Step::corridors)));
    EXPECT_EQ(kept.crossings.front().flow, 0.0);
}

TEST(Session, QuestionsGoOnFromARun)
{
    Session session{quick_study()};
    session.results(Step::corridors);
    auto const gate = session.region().crossings.id.span().front();
    auto const asked = what_if_tables(session, {.close = {gate}});
    EXPECT_THAT(session.carried_out(), IsEmpty());
    Session fresh{quick_study()};
    auto const alone = what_if_tables(fresh, {.close = {gate}});
    EXPECT_THAT(fresh.carried_out(), Contains("risk"));
    ASSERT_EQ(asked.crossings.size(), alone.crossings.size());
    for (std::size_t i = 0; i < asked.crossings.size(); ++i) {
        EXPECT_THAT(asked.crossings[i].flow_after,
                    NanSensitiveDoubleEq(alone.crossings[i].flow_after));
        EXPECT_THAT(asked.crossings[i].change_upper,
                    NanSensitiveDoubleEq(alone.crossings[i].change_upper));
    }
}

TEST(Session, WhatIsBrokenOffIsMadeAnew)
{
    test::StudyFolder const folder;
    auto const study = read_study_file(test::write_study(folder));
    auto const whole = bytes_of(Session{study}.results(Step::corridors));
    Session session{study};
    for (double const when : {0.1, 0.3, 0.5, 0.7, 0.9}) {
        std::stop_source stop;
        geo::Job const job{stop.get_token(), [&](double done) {
                               if (done >= when) {
                                   stop.request_stop();
                               }
                           }};
        try {
            session.results(Step::corridors, job);
        } catch (geo::Cancelled const&) {
        }
    }
    EXPECT_EQ(bytes_of(session.results(Step::corridors)), whole);
}

TEST(Session, LayersAreReadAgainWhereTheirSourceChanges)
{
    test::StudyFolder const folder;
    auto study = read_study_file(test::write_study(folder));
    Session session{study};
    ASSERT_TRUE(session.region().has("effort"));
    study.layers.erase("effort");
    session.set(study);
    EXPECT_FALSE(session.region().has("effort"));
    EXPECT_FALSE(session.results(Step::corridors).about.has_effort);
}

}  // namespace
}  // namespace marchland::study
