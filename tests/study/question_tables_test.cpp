// Answers to questions are held against what their figures can be, before one file is there.
#include "geo/vocabulary/error.hpp"
#include "study/questions/routes_study.hpp"
#include "study/questions/what_if_study.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace marchland::study {
namespace {

WhatIfTables sound_answer()
{
    WhatIfTables tables;
    tables.crossings = {{.id = "G",
                         .flow_before = 2.0,
                         .flow_after = 1.0,
                         .change = -1.0,
                         .change_lower = -1.5,
                         .change_upper = -0.5}};
    tables.corridors = {{.code = "A", .flow_before = 1.0, .hours_before = 2.0}};
    tables.communes = {{.code = "A", .mean_before = 3.0, .mean_after = 2.5}};
    tables.closures = {{.id = "G",
                        .flow = 2.0,
                        .added_hours = -0.3,  // fewer go far: no mistake
                        .flow_bounds = {1.5, 2.5},
                        .added_bounds = {-0.4, 0.1}}};
    return tables;
}

RouteTables sound_ways()
{
    RouteTables tables;
    tables.about.crs = "EPSG:3405";
    tables.routes = {{.from = "A", .to = "G", .hours = 1.0, .km = 20.0, .access_m = 100.0}};
    tables.reached = {{.from = "A", .code = "B", .minutes = 20.0}};
    tables.reach = {{.from = "A", .minutes = 30.0, .communes = 1, .at_risk = 100.0}};
    return tables;
}

void expect_refused(std::function<void(std::filesystem::path const&)> const& write,
                    std::vector<std::string> const& said)
{
    test::StudyFolder const folder;
    auto const answer = folder.path() / "answer";
    try {
        write(answer);
        ADD_FAILURE() << said.front() << ": nothing was said";
    } catch (geo::Error const& error) {
        EXPECT_EQ(error.kind(), geo::Trouble::failed);
        for (auto const& words : said) {
            EXPECT_NE(std::string{error.what()}.find(words), std::string::npos)
                << words << " in: " << error.what();
        }
    }
    EXPECT_FALSE(std::filesystem::exists(answer));
}

TEST(QuestionTables, SoundOnesAreWritten)
{
    test::StudyFolder const folder;
    EXPECT_EQ(write_what_if(sound_answer(), folder.path() / "what-if").size(), 4U);
    EXPECT_EQ(write_routes(sound_ways(), folder.path() / "routes").size(), 3U);
}

TEST(QuestionTables, ABreachOfWhatIfLeavesNoFile)
{
    struct Breach {
        std::function<void(WhatIfTables&)> make;
        std::vector<std::string> said;
    };
    for (auto const& [make, said] : std::vector<Breach>{
             {[](auto& t) { t.crossings[0].flow_after = -1.0; },
              {"method what-if", "table what_if_crossings", "row 1", "column flow_after"}},
             {[](auto& t) { t.crossings[0].change_lower = -0.9; }, {"column change_lower"}},
             {[](auto& t) { t.corridors[0].hours_before = -2.0; },
              {"table what_if_corridors", "column hours_before"}},
             {[](auto& t) { t.communes[0].mean_after = -2.0; }, {"column mean_hours_after"}},
             {[](auto& t) { t.closures[0].moved = -2.0; }, {"table closures", "column moved"}},
             {[](auto& t) { t.closures[0].flow_bounds.lower = 2.1; }, {"column flow_lower"}},
             {[](auto& t) { t.closures[0].added_bounds.upper = -0.35; },
              {"column added_hours_upper"}}}) {
        auto tables = sound_answer();
        make(tables);
        expect_refused([&](auto const& folder) { write_what_if(tables, folder); }, said);
    }
}

TEST(QuestionTables, ABreachOfRoutesLeavesNoFile)
{
    struct Breach {
        std::function<void(RouteTables&)> make;
        std::vector<std::string> said;
    };
    for (auto const& [make, said] : std::vector<Breach>{
             {[](auto& t) { t.routes[0].hours = -1.0; }, {"method routes", "column hours"}},
             {[](auto& t) { t.routes[0].waiting = -1.0; }, {"column waiting"}},
             {[](auto& t) { t.reached[0].minutes = -1.0; }, {"table reached", "minutes"}},
             {[](auto& t) { t.reach[0].at_risk = -1.0; }, {"table reach,", "at_risk"}}}) {
        auto tables = sound_ways();
        make(tables);
        expect_refused([&](auto const& folder) { write_routes(tables, folder); }, said);
    }
}

}  // namespace
}  // namespace marchland::study
