// Figures that contradict themselves are an error that says where, and never a row in a file.
#include "results/held.hpp"

#include "geo/vocabulary/error.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace marchland::results {
namespace {

Results sound()
{
    Results made;
    made.about.years = 2.0;
    made.communes = {{.code = "A",
                      .cases = 6.0,
                      .relative_risk = 1.5,
                      .lower = 0.5,
                      .upper = 2.5,
                      .expected = 3.0,
                      .expected_lower = 1.0,
                      .expected_upper = 5.0,
                      .exceedance = 0.8,
                      .rank = 1,
                      .rank_lower = 1.0,
                      .rank_upper = 2.0,
                      .score = 0.3,
                      .from_people = 0.1,
                      .from_indicators = 0.0,
                      .from_exposure = 0.0,
                      .from_neighbours = 0.5,
                      .from_itself = -0.3},
                     {.code = "B"}};
    made.crossings = {
        {.id = "G", .flow = 2.0, .share = 0.4, .share_lower = 0.1, .share_upper = 0.6}};
    made.sheet = {{.from_code = "A",
                   .km = 10.0,
                   .national_km = 4.0,
                   .provincial_km = 6.0,
                   .local_km = 0.0,
                   .track_km = 0.0,
                   .path_km = 0.0,
                   .inferred_km = 0.0,
                   .river_km = 0.0,
                   .unknown_km = 0.0}};
    made.validation = {{.year = "2024", .rule = "r", .caught = 2.0, .cases = 5.0, .share = 0.4}};
    made.changes = {{.ratio = geo::infinite, .lower = 0.2, .upper = geo::infinite}};
    return made;
}

TEST(Held, SoundFiguresAndUnknownOnesPass)
{
    EXPECT_NO_THROW(hold(sound()));
    EXPECT_NO_THROW(hold({}));
    auto rounded = sound();
    rounded.crossings[0].share = 1.0 + 1e-12;
    rounded.crossings[0].share_upper = 1.0;
    EXPECT_NO_THROW(hold(rounded));
    auto faded = sound();  // 8 persons, of whom some count in part
    faded.communes[0].cases = 8.0;
    faded.about.faded_found = 3.0;
    EXPECT_NO_THROW(hold(faded));
}

TEST(Held, ABreachNamesMethodTableRowAndColumn)
{
    struct Breach {
        std::function<void(Results&)> make;
        std::vector<std::string> said;
    };
    for (auto const& [make, said] : std::vector<Breach>{
             {[](Results& r) { r.crossings[0].share_randomised = -38.0; },
              {"method flows", "table crossings", "row 1 (G)", "column share_randomised",
               "found -38, expected 0 to 1"}},
             {[](Results& r) { r.crossings[0].share = 1.2; }, {"column share", "1.2"}},
             {[](Results& r) { r.crossings[0].share_lower = 0.5; },
              {"column share_lower", "lies above the figure 0.4"}},
             {[](Results& r) { r.crossings[0].share_upper = 0.3; },
              {"column share_upper", "lies below the figure 0.4"}},
             {[](Results& r) { r.communes[1].hours_to_crossing = -0.1; },
              {"method risk", "row 2 (B)", "hours_to_crossing"}},
             {[](Results& r) { r.communes[0].exceedance = 1.5; }, {"column exceedance"}},
             {[](Results& r) { r.communes[0].rank_upper = 0.0; }, {"column rank"}},
             {[](Results& r) { r.communes[0].from_itself = 0.0; },
              {"column score", "its parts sum to 0.6"}},
             {[](Results& r) { r.sheet[0].km = 11.0; },
              {"method corridor-sheet", "table sheet", "column km"}},
             {[](Results& r) { r.communes[0].cases = 7.0; },
              {"all rows", "column expected", "3.5 were found"}},
             {[](Results& r) { r.about.faded_found = 2.5; },
              {"all rows", "column expected", "2.5 were found"}},
             {[](Results& r) { r.validation[0].caught = 6.0; }, {"table validation", "caught"}},
             {[](Results& r) { r.changes[0].lower = -0.2; }, {"method change", "column lower"}},
             {[](Results& r) { r.corridors.push_back({.id = "A>G/1", .hours = -1.0}); },
              {"table corridors", "row 1 (A>G/1)", "hours"}},
             {[](Results& r) { r.border_profile.push_back({.hours = 1.0, .hours_low = 2.0}); },
              {"table border_profile", "hours_low"}},
         }) {
        auto results = sound();
        make(results);
        try {
            hold(results);
            ADD_FAILURE() << said.front() << ": nothing was said";
        } catch (geo::Error const& error) {
            EXPECT_EQ(error.kind(), geo::Trouble::failed);
            for (auto const& words : said) {
                EXPECT_NE(std::string{error.what()}.find(words), std::string::npos)
                    << words << " in: " << error.what();
            }
        }
    }
}

}  // namespace
}  // namespace marchland::results
