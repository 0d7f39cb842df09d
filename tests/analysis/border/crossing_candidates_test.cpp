// Where drawn ways meet a drawn border, against a drawn register.
#include "analysis/border/crossing_candidates.hpp"
#include "geo/vocabulary/error.hpp"
#include "tests/support/drawn_region.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace marchland::analysis::border {
namespace {

using geo::CrossingClass;
using geo::WayClass;
using geo::WayId;

geo::Area square(double west, double south, double east, double north)
{
    return {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}};
}

/// Two communes of 5 km side by side; the border is their northern edge, y = 5000.
geo::Communes two_communes()
{
    auto communes = test::communes_at({{2500, 2500}, {7500, 2500}});
    communes.name = geo::PerCommune<std::string>{{"West", "East"}};
    communes.shape =
        geo::PerCommune<geo::Area>{{square(0, 0, 5000, 5000), square(5000, 0, 10000, 5000)}};
    return communes;
}

geo::MultiLine const border{{{0, 5000}, {10000, 5000}}};

struct Looked {
    geo::Ways ways;
    geo::Crossings crossings;
    geo::Communes communes;
    CrossingCandidates found;
    geo::Findings findings;

    geo::Finding const* said(std::string const& rule) const
    {
        auto const it = std::ranges::find(findings, rule, &geo::Finding::rule);
        return it == findings.end() ? nullptr : &*it;
    }
};

Looked look(std::vector<test::DrawnWay> const& drawn, geo::Crossings crossings = {},
            geo::MultiLine const& line = border, CandidateOptions const& options = {})
{
    Looked looked{test::ways_of(drawn), std::move(crossings), two_communes(), {}, {}};
    auto const network = network::network_of(looked.ways, {}, 0.0);
    geo::Boundaries const boundaries{looked.communes.shape};
    looked.found = find_candidates(network, looked.ways, line, looked.crossings, looked.communes,
                                   boundaries, options);
    looked.findings = border_findings(line, looked.communes, boundaries, options);
    std::ranges::copy(
        candidate_findings(looked.found, looked.ways, looked.crossings, looked.communes),
        std::back_inserter(looked.findings));
    return looked;
}

geo::Crossings named(std::vector<test::DrawnCrossing> const& drawn,
                     std::vector<std::string> const& names)
{
    auto crossings = test::crossings_at(drawn);
    crossings.name = geo::Column<geo::CrossingId, std::string>{names};
    return crossings;
}

WayId way(std::size_t i)
{
    return static_cast<WayId>(i);
}

/// The example of docs/methods/crossings.md.
TEST(Candidates, CrossEndAndStayAway)
{
    auto const looked = look({{{{1000, 0}, {1000, 6000}}, WayClass::national},
                              {{{4000, 0}, {4000, 4800}}, WayClass::track},
                              {{{8000, 0}, {8000, 4600}}, WayClass::local}},
                             test::crossings_at({{.at = {1100, 5000}}}));
    ASSERT_EQ(looked.found.candidates.size(), 2U);
    auto const& gate = looked.found.candidates[0];
    EXPECT_EQ(gate.at, (geo::Point{1000, 5000}));
    EXPECT_TRUE(gate.crosses);
    EXPECT_EQ(gate.crossing, test::crossing(0));
    EXPECT_DOUBLE_EQ(gate.metres, 100.0);
    EXPECT_FALSE(is_informal(gate, looked.ways, looked.crossings));
    auto const& track = looked.found.candidates[1];
    EXPECT_EQ(track.at, (geo::Point{4000, 5000}));
    EXPECT_FALSE(track.crosses);
    EXPECT_EQ(track.ways, std::vector{way(1)});
    EXPECT_FALSE(track.crossing.has_value());
    EXPECT_TRUE(is_informal(track, looked.ways, looked.crossings));
    EXPECT_EQ(looked.found.sites[test::crossing(0)].candidate, 0U);
}

TEST(Candidates, AreMergedWithinTheTolerance)
{
    std::vector<test::DrawnWay> const two{{{{1000, 4000}, {1000, 6000}}, WayClass::provincial},
                                          {{{1250, 4000}, {1250, 4900}}, WayClass::path}};
    auto const looked = look(two);
    ASSERT_EQ(looked.found.candidates.size(), 1U);
    EXPECT_EQ(looked.found.candidates[0].ways, (std::vector{way(0), way(1)}));
    EXPECT_EQ(best_class(looked.found.candidates[0], looked.ways), WayClass::provincial);
    EXPECT_EQ(look(two, {}, border, {.tolerance_m = 200.0}).found.candidates.size(), 2U);
}

TEST(Candidates, AnEndOnTheBorderDoesNotCross)
{
    auto const looked = look({{{{1000, 4000}, {1000, 5000}}}});
    ASSERT_EQ(looked.found.candidates.size(), 1U);
    EXPECT_FALSE(looked.found.candidates[0].crosses);
}

TEST(Candidates, ARoadInPiecesAlongTheBorderHasOnlyItsEnds)
{
    auto const looked = look({{{{1000, 4900}, {3000, 4900}}}, {{{3000, 4900}, {5000, 4900}}}});
    ASSERT_EQ(looked.found.candidates.size(), 2U);
    EXPECT_EQ(looked.found.candidates[0].at, (geo::Point{1000, 5000}));
    EXPECT_EQ(looked.found.candidates[1].at, (geo::Point{5000, 5000}));
}

TEST(Candidates, DoNotDependOnTheOrderOfWaysOrBorderLines)
{
    std::vector<test::DrawnWay> ways{{{{1000, 4000}, {1000, 6000}}},
                                     {{{1200, 4000}, {1200, 6000}}},
                                     {{{1450, 4000}, {1450, 6000}}},
                                     {{{7000, 4000}, {7000, 4800}}}};
    geo::MultiLine line{{{0, 5000}, {1300, 5000}}, {{1300, 5000}, {10000, 5000}}};
    auto const one = look(ways, {}, line).found.candidates;
    std::ranges::reverse(ways);
    std::ranges::reverse(line);
    auto const other = look(ways, {}, line).found.candidates;
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].at, other[i].at);
        EXPECT_EQ(one[i].crosses, other[i].crosses);
        EXPECT_EQ(one[i].ways.size(), other[i].ways.size());
    }
}

TEST(Candidates, MatchWithinTheAccuracyOfTheRegister)
{
    std::vector<test::DrawnWay> const road{{{{1000, 4000}, {1000, 6000}}}};
    EXPECT_FALSE(look(road, test::crossings_at({{.at = {2000, 5000}}}))
                     .found.candidates[0]
                     .crossing.has_value());
    auto const vague = look(road, test::crossings_at({{.at = {2000, 5000}, .accuracy_m = 1500.0}}));
    EXPECT_EQ(vague.found.candidates[0].crossing, test::crossing(0));
    EXPECT_EQ(look(road, test::crossings_at(
                             {{.at = {2000, 5000}, .accuracy_m = 1500.0}, {.at = {1200, 5000}}}))
                  .found.candidates[0]
                  .crossing,
              test::crossing(1))
        << "the nearer of the two";
}

TEST(CandidateFindings, BothDirectionsAreSaid)
{
    auto const looked = look({{{{1000, 0}, {1000, 6000}}, WayClass::national},
                              {{{4000, 0}, {4000, 6000}}, WayClass::path}},
                             named({{.at = {7000, 5000}}}, {"Far"}));
    auto const* const missing = looked.said("candidate-not-registered");
    ASSERT_NE(missing, nullptr);
    EXPECT_EQ(missing->feature, "w0") << "the path is counted, never named";
    EXPECT_NE(missing->message.find("2 of them (1 of them informal) no registered crossing"),
              std::string::npos);
    auto const* const without = looked.said("crossing-without-way");
    ASSERT_NE(without, nullptr);
    EXPECT_EQ(without->feature, "x0 Far");
}

TEST(CandidateFindings, InformalCrossingsAreCountedAndNotNamed)
{
    auto const looked =
        look({{{{1000, 0}, {1000, 100}}}},
             test::crossings_at({{.at = {7000, 5100}, .klass = CrossingClass::informal}}));
    for (auto const* const rule : {"crossing-without-way", "crossing-outside-commune"}) {
        ASSERT_NE(looked.said(rule), nullptr) << rule;
        EXPECT_EQ(looked.said(rule)->feature, "") << rule;
        EXPECT_NE(looked.said(rule)->message.find("1 (1 of them informal) crossings"),
                  std::string::npos)
            << rule;
    }
}

TEST(CandidateFindings, OneSideIsSaidOnlyWhereTheOtherIsDrawnAtAll)
{
    std::vector<test::DrawnWay> ways{{{{1000, 4000}, {1000, 4990}}},
                                     {{{4000, 4000}, {4000, 4990}}}};
    auto const gates = test::crossings_at({{.at = {1000, 5000}}, {.at = {4000, 5000}}});
    EXPECT_EQ(look(ways, gates).said("crossing-one-side"), nullptr);
    ways.push_back({{{4000, 5010}, {4000, 6000}}});
    auto const looked = look(ways, gates);
    ASSERT_NE(looked.said("crossing-one-side"), nullptr);
    EXPECT_EQ(looked.said("crossing-one-side")->feature, "x0");
    EXPECT_EQ(looked.said("crossing-without-way"), nullptr);
}

TEST(CandidateFindings, AGateAFewMetresOutsideIsKeptAndToldOf)
{
    auto const looked =
        look({{{{6000, 4000}, {6000, 6000}}}}, named({{.at = {6000, 5007}}}, {"Pò Peo"}));
    auto const& site = looked.found.sites[test::crossing(0)];
    EXPECT_EQ(site.commune, static_cast<geo::CommuneId>(1));
    EXPECT_DOUBLE_EQ(site.outside_m, 7.0);
    ASSERT_NE(looked.said("crossing-outside-commune"), nullptr);
    EXPECT_EQ(looked.said("crossing-outside-commune")->feature, "x0 Pò Peo (7 m from c1 East)");
    EXPECT_EQ(looked.found.candidates[0].crossing, test::crossing(0));
}

TEST(CandidateFindings, AGateWithoutPlaceHasNoSite)
{
    auto crossings = test::crossings_at({{.at = {0, 0}}});
    crossings.at[test::crossing(0)].reset();
    auto const looked = look({{{{1000, 4000}, {1000, 6000}}}}, crossings);
    EXPECT_EQ(looked.found.sites[test::crossing(0)], CrossingSite{});
    EXPECT_EQ(looked.said("crossing-without-way"), nullptr);
}

TEST(Twins, AreNamedBothAndKept)
{
    auto const twice = [](double apart, std::string const& one, std::string const& other) {
        return look({}, named({{.at = {1000, 5000}}, {.at = {1000 + apart, 5000}}}, {one, other}))
            .found.twins.size();
    };
    EXPECT_EQ(twice(140, "Cửa khẩu Móng Cái", "MONG CAI"), 1U);
    EXPECT_EQ(twice(140, "Chi Ma", "Cửa khẩu Chi Mã"), 1U);
    EXPECT_EQ(twice(140, "Tà Lùng", "Trạm kiểm soát Tà Lùng"), 1U) << "one holds the other";
    EXPECT_EQ(twice(140, "Tà Lùng", "x1"), 1U) << "a row without a name is named by its id";
    EXPECT_EQ(twice(140, "Hữu Nghị", "Tân Thanh"), 0U);
    EXPECT_EQ(twice(160, "Hữu Nghị", "Hưu Ngh"), 0U);
    EXPECT_EQ(twice(900, "Hữu Nghị", "Cửa khẩu quốc tế Hữu Nghị"), 1U);
    EXPECT_EQ(twice(1100, "Hữu Nghị", "Hữu Nghị"), 0U);
    EXPECT_EQ(twice(900, "x0", "x1"), 0U) << "no name is not one name";

    auto const looked =
        look({}, named({{.at = {1000, 5000}}, {.at = {1120, 5000}}}, {"Móng Cái", "Mong Cai"}));
    ASSERT_NE(looked.said("crossing-twice"), nullptr);
    EXPECT_EQ(looked.said("crossing-twice")->feature, "x0 Móng Cái; x1 Mong Cai");
    EXPECT_NE(looked.said("crossing-twice")->message.find("120 m apart"), std::string::npos);
    EXPECT_EQ(looked.crossings.size(), 2U);
}

TEST(Border, PartsThatDoNotMeetAreSaid)
{
    EXPECT_EQ(look({}).said("border-open"), nullptr) << "one line across the study";
    EXPECT_EQ(
        look({}, {}, {{{0, 5000}, {10000, 5000}, {5000, 9000}, {0, 5000}}}).said("border-open"),
        nullptr);
    EXPECT_EQ(look({}, {}, {{{0, 5000}, {5000, 5000}}, {{10000, 5000}, {5000, 5000}}})
                  .said("border-open"),
              nullptr);
    auto const looked = look({}, {}, {{{0, 5000}, {4000, 5000}}, {{4070, 5000}, {10000, 5000}}});
    ASSERT_NE(looked.said("border-open"), nullptr);
    EXPECT_NE(looked.said("border-open")->message.find("4 ends"), std::string::npos);
    EXPECT_NE(looked.said("border-open")->message.find("70 m apart"), std::string::npos);
}

TEST(Border, CommunesThatItRunsThroughAreNamed)
{
    EXPECT_EQ(look({}, {}, {{{0, 4800}, {10000, 4800}}}).said("border-through-communes"), nullptr);
    auto const looked =
        look({}, {}, {{{0, 5000}, {6000, 5000}, {7000, 4000}, {8000, 5000}, {10000, 5000}}});
    ASSERT_NE(looked.said("border-through-communes"), nullptr);
    EXPECT_EQ(looked.said("border-through-communes")->feature, "c1 East");
}

TEST(Candidates, ATooSmallToleranceIsRefused)
{
    EXPECT_THROW(look({}, {}, border, {.tolerance_m = 0.0}), geo::Error);
}

TEST(Candidates, CanBeCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    auto const ways = test::ways_of({{{{1000, 4000}, {1000, 6000}}}});
    auto const network = network::network_of(ways, {}, 0.0);
    auto const communes = two_communes();
    EXPECT_THROW(find_candidates(network, ways, border, {}, communes,
                                 geo::Boundaries{communes.shape}, {}, geo::Job{stop.get_token()}),
                 geo::Cancelled);
}

}  // namespace
}  // namespace marchland::analysis::border
