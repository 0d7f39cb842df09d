// Neighbours drawn a hair apart.
#include "tests/support/drawn_areas.hpp"

#include <gtest/gtest.h>

namespace marchland::geo::test {
namespace {

Finding const* gap_in(Boundaries const& map)
{
    auto const found = std::ranges::find(map.findings(), "gap", &Finding::rule);
    return found == map.findings().end() ? nullptr : &*found;
}

TEST(Seams, AreToldWithTheirWidthAndLength)
{
    struct Case {
        double gap;
        bool neighbours;
        char const* words;  ///< nullptr: nothing is said
    };
    std::vector<Case> const cases{{0.0, true, nullptr},
                                  {0.6, true, nullptr},
                                  {5.0, false, "gap of 5.0 m along 1.0 km"},
                                  {30.0, false, "gap of 30 m along 1.0 km"},
                                  {99.0, false, "gap of 99 m along 1.0 km"},
                                  {300.0, false, nullptr}};
    for (auto const& one : cases) {
        Boundaries const map{
            map_of({square(0, 0, 1000, 1000), square(1000 + one.gap, 0, 2000 + one.gap, 1000)})};
        EXPECT_EQ(!map.neighbours(Contiguity::queen)[commune(0)].empty(), one.neighbours)
            << one.gap;
        auto const* const gap = gap_in(map);
        ASSERT_EQ(gap != nullptr, one.words != nullptr) << one.gap;
        if (gap != nullptr) {
            EXPECT_EQ(gap->severity, Severity::warning);
            EXPECT_NE(gap->message.find(one.words), std::string::npos) << gap->message;
            EXPECT_EQ(gap->message.find("1 pair of communes"), 0U) << gap->message;
        }
    }
}

TEST(Seams, ASeamThroughTheMapNamesThePairsThatLoseContact)
{
    Boundaries const map{map_of({square(0, 0, 1000, 1000), square(1000, 0, 2000, 1000),
                                 square(0, 1005, 1000, 2005), square(1000, 1005, 2000, 2005)})};
    auto const* const gap = gap_in(map);
    ASSERT_NE(gap, nullptr);
    EXPECT_EQ(gap->message.find("2 pairs of communes"), 0U) << gap->message;
    std::vector<std::string> pairs;
    for (auto const& finding : map.findings()) {
        if (finding.rule == "gap" && !finding.feature.empty()) {
            pairs.push_back(finding.feature);
        }
    }
    EXPECT_EQ(pairs, (std::vector<std::string>{"#0 / #2", "#1 / #3"}));
}

TEST(Seams, CornersThatNearlyMeetAreNone)
{
    Boundaries const map{map_of({square(0, 0, 1000, 1000), square(1010, 1010, 2000, 2000)})};
    EXPECT_EQ(gap_in(map), nullptr);
}

TEST(Seams, PairsThatTouchElsewhereAreNone)
{
    // an inlet 20 m wide between two that share the rest of their border
    Boundaries const map{map_of(
        {Area{Polygon{Ring{{0, 0}, {1000, 0}, {1000, 1000}, {980, 2000}, {0, 2000}, {0, 0}}}},
         square(1000, 0, 2000, 2000)})};
    EXPECT_EQ(gap_in(map), nullptr);
}

}  // namespace
}  // namespace marchland::geo::test
