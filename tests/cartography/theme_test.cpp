#include "cartography/themes/theme.hpp"

#include "cartography/themes/palette.hpp"
#include "tests/support/fake_results.hpp"

#include <gtest/gtest.h>

#include <numeric>

using namespace marchland;
using namespace marchland::cartography;

namespace {

results::CommuneRow estimated(double risk, double lower, double upper,
                              results::Evidence evidence = results::Evidence::strong)
{
    results::CommuneRow row;
    row.relative_risk = risk;
    row.lower = lower;
    row.upper = upper;
    row.evidence = evidence;
    return row;
}

Theme risk_theme(std::vector<results::CommuneRow> rows)
{
    results::Results results;
    results.communes = std::move(rows);
    return make_theme(discreet(results), Measure::relative_risk, Language::english);
}

constexpr geo::CommuneId first{0};

}  // namespace

TEST(Theme, UnsureIsWeakEvidenceOrAWideInterval)
{
    EXPECT_FALSE(is_unsure(estimated(2.0, 1.0, 4.0)));
    EXPECT_TRUE(is_unsure(estimated(2.0, 1.0, 4.1)));
    EXPECT_TRUE(is_unsure(estimated(2.0, 1.9, 2.1, results::Evidence::weak)));
    EXPECT_TRUE(is_unsure(estimated(2.0, geo::unknown, geo::unknown)));
}

TEST(Theme, WhereNobodyLookedIsGreyAndNeverLow)
{
    auto const theme = risk_theme({estimated(0.01, 0.005, 0.015, results::Evidence::none)});
    EXPECT_EQ(theme.fills[first].klass, -1);
    EXPECT_FALSE(theme.fills[first].unsure);
    EXPECT_EQ(theme.no_information, 1);
    EXPECT_EQ(lut_of(theme).fill[1], colour::no_information);
}

TEST(Theme, RiskWithoutHoursIsStripedAndNeverLow)
{
    auto low = estimated(0.5, 0.4, 0.6);
    auto high = estimated(3.0, 2.5, 3.5);
    low.hours_missing = high.hours_missing = true;
    auto const theme = risk_theme({low, high, estimated(0.5, 0.4, 0.6), estimated(3.0, 2.5, 3.5)});
    auto const lut = lut_of(theme);
    EXPECT_EQ(theme.fills[first].klass, -1);
    EXPECT_EQ(theme.open, 1);
    EXPECT_EQ(theme.no_information, 0);
    EXPECT_NE(lut.fill[1], lut.stripe[1]);
    EXPECT_EQ(lut.stripe[1], stripe_of(colour::no_information));
    EXPECT_EQ(theme.fills[geo::CommuneId{1}].klass, theme.fills[geo::CommuneId{3}].klass);
    EXPECT_TRUE(theme.fills[geo::CommuneId{1}].unsure);
    EXPECT_FALSE(theme.fills[geo::CommuneId{3}].unsure);
    EXPECT_GE(theme.fills[geo::CommuneId{2}].klass, 0);
    // what was found has nothing to do with hours
    results::Results results;
    low.rate = low.eb_rate = 0.2;
    results.communes = {low};
    EXPECT_EQ(make_theme(discreet(results), Measure::eb_rate, Language::english).open, 0);
}

TEST(Theme, UnsureLooksDifferentFromSure)
{
    auto const theme = risk_theme({estimated(3.0, 2.5, 3.5), estimated(3.0, 0.5, 9.0)});
    auto const lut = lut_of(theme);
    EXPECT_EQ(lut.fill[1], lut.stripe[1]);
    EXPECT_NE(lut.fill[2], lut.stripe[2]);
    EXPECT_EQ(lut.stripe[2], lut.fill[1]);  // same class, same colour in the stripes
    EXPECT_EQ(theme.unsure, 1);
}

TEST(Theme, LegendCountsEveryCommuneOnce)
{
    auto const results = support::fake_results();
    for (auto const measure : all_measures) {
        auto const theme = make_theme(discreet(results), measure, Language::vietnamese);
        int const classed =
            std::accumulate(theme.classes.begin(), theme.classes.end(), 0,
                            [](int sum, auto const& klass) { return sum + klass.communes; });
        EXPECT_EQ(classed + theme.no_information, static_cast<int>(results.communes.size()));
        EXPECT_FALSE(theme.title.isEmpty());
    }
}

TEST(Theme, FixedClassesMakeTwoMapsComparable)
{
    auto results = support::fake_results();
    Classes const kept{{0.1, 0.3}};
    auto const before = make_theme(discreet(results), Measure::expected, Language::english, kept);
    for (auto& row : results.communes) {
        row.expected *= 10.0;
    }
    auto const after = make_theme(discreet(results), Measure::expected, Language::english, kept);
    ASSERT_EQ(before.classes.size(), after.classes.size());
    EXPECT_EQ(before.classes[1].label, after.classes[1].label);
    EXPECT_GT(after.classes[2].communes, before.classes[2].communes);
}

TEST(Theme, ClassLabelsByLanguage)
{
    auto const results = support::fake_results();
    auto const vi = make_theme(discreet(results), Measure::relative_risk, Language::vietnamese);
    EXPECT_EQ(vi.classes[0].label.toStdString(), "dưới 0,5");
    EXPECT_EQ(vi.classes[1].label.toStdString(), "0,5–0,8");
    EXPECT_EQ(vi.classes[4].label.toStdString(), "từ 2 trở lên");
}

TEST(Theme, EachLayerHasItsOwnDoubt)
{
    results::Results results;
    for (int i = 0; i < 6; ++i) {
        results.communes.push_back(
            estimated(1.0, 0.9, 1.1, i == 5 ? results::Evidence::none : results::Evidence::strong));
        auto& row = results.communes.back();
        row.found_per_effort = 3.0;
        row.found_per_effort_lower = i == 0 ? 0.1 : 2.0;
        row.found_per_effort_upper = 5.0;
        row.vulnerability = 90.0;
        row.vulnerability_rank_lower = 1.0;
        row.vulnerability_rank_upper = i == 1 ? 6.0 : 2.0;
        row.detectable = 12.0;
    }
    auto const found = make_theme(discreet(results), Measure::found_per_effort, Language::english);
    EXPECT_EQ(found.unsure, 1);
    EXPECT_EQ(found.no_information, 1);  // nobody looked: never a colour
    auto const vulnerable =
        make_theme(discreet(results), Measure::vulnerability, Language::vietnamese);
    EXPECT_EQ(vulnerable.unsure, 1);
    EXPECT_EQ(vulnerable.no_information, 0);  // indicators need no case
    auto const power = make_theme(discreet(results), Measure::detectable, Language::english);
    EXPECT_EQ(power.classes.back().communes, 6);
    EXPECT_FALSE(power.shows_certainty);
}

TEST(Theme, HoursNeedNoCase)
{
    results::Results results;
    results.communes.push_back(estimated(1.0, 0.5, 2.0, results::Evidence::none));
    results.communes[0].hours_to_crossing = 0.5;
    results.communes[0].nearest_crossing = "G";
    results.crossings.push_back({"G", "Gate", results::CrossingClass::international});
    auto const theme = make_theme(discreet(results), Measure::hours_to_crossing, Language::english);
    EXPECT_EQ(theme.fills[first].klass, 0);
    EXPECT_FALSE(theme.shows_certainty);
}

TEST(Theme, HoursThatAreNotToldAreStripedAndNeverNear)
{
    results::Results results;
    results.communes.push_back(estimated(1.0, 0.5, 2.0, results::Evidence::strong));
    auto const hours = make_theme(discreet(results), Measure::hours_to_crossing, Language::english);
    EXPECT_EQ(hours.fills[first].klass, -1);
    EXPECT_EQ(hours.no_information, 1);
    auto const lut = lut_of(hours);
    EXPECT_NE(lut.fill[1], lut.stripe[1]);
    EXPECT_TRUE(hours.unknown_note.contains(u"roads are missing"));  // not: nobody searched
    auto const risk = make_theme(discreet(results), Measure::vulnerability, Language::english);
    EXPECT_EQ(lut_of(risk).fill[1], lut_of(risk).stripe[1]);
    EXPECT_TRUE(risk.unknown_note.contains(u"no indicators"));
}
