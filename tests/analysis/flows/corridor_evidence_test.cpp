// What stands behind a corridor: the example of docs/methods/corridor-sheet.md, tables, pictures.
#include "analysis/flows/corridor_evidence.hpp"

#include "tests/support/drawn_maps.hpp"
#include "tests/support/drawn_movement.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace marchland::analysis::flows {
namespace {

using geo::WayClass;
using network::EvidenceGrade;
using risk::Evidence;

/// A corridor over whole ways, each drawn from where the one before it ends.
Corridor over(std::vector<std::size_t> const& ways, routes::Routes const& routes, double flow)
{
    Corridor corridor{.from = test::commune(0), .flow = flow};
    for (auto const way : ways) {
        auto const arcs = routes.graph.arcs();
        auto const arc = std::ranges::find_if(arcs, [&](routes::Arc const& one) {
            auto const& piece = routes.network.pieces[one.piece];
            return piece.way == static_cast<geo::WayId>(way) && piece.from == one.from;
        });
        corridor.arcs.push_back(static_cast<std::uint32_t>(arc - arcs.begin()));
    }
    return corridor;
}

/// The quick way east in two parts, and the long one over the north.
test::DrawnMovement two_ways()
{
    return test::movement_over(
        test::region_of(
            {{.line = {{0, 0}, {8000, 0}}, .klass = WayClass::national},
             {.line = {{8000, 0}, {10000, 0}}, .klass = WayClass::local},
             {.line = {{0, 0}, {0, 1000}, {10000, 1000}, {10000, 0}}, .klass = WayClass::local}},
            {{0, 0}}, {{.at = {10000, 0}}}),
        {4.0});
}

TEST(CorridorEvidence, MixByHand)
{
    auto const place = two_ways();
    std::vector<Corridor> const alternatives{over({0, 1}, place.routes, 3.0),
                                             over({2}, place.routes, 1.0)};
    auto const mix = mix_of(alternatives, place.routes, place.ways);
    EXPECT_NEAR(mix.national, 6.0, 1e-9);
    EXPECT_NEAR(mix.local, 4.5, 1e-9);
    EXPECT_NEAR(mix.total(), 10.5, 1e-9);
}

TEST(CorridorEvidence, WithoutFlowTheAlternativesCountAlike)
{
    auto const place = two_ways();
    std::vector<Corridor> const alternatives{over({0, 1}, place.routes, 0.0),
                                             over({2}, place.routes, 0.0)};
    EXPECT_NEAR(mix_of(alternatives, place.routes, place.ways).total(), 11.0, 1e-9);
}

TEST(CorridorEvidence, EachKindOfWayHasItsPart)
{
    struct Row {
        test::DrawnWay way;
        double WayMix::*part;
    };
    auto const of = [](WayClass klass, geo::WayKind kind = geo::WayKind::road, double p = 1.0) {
        return test::DrawnWay{.line = {}, .klass = klass, .kind = kind, .p_exists = p};
    };
    std::vector<Row> const table{{of(WayClass::expressway), &WayMix::national},
                                 {of(WayClass::national), &WayMix::national},
                                 {of(WayClass::provincial), &WayMix::provincial},
                                 {of(WayClass::local), &WayMix::local},
                                 {of(WayClass::urban), &WayMix::local},
                                 {of(WayClass::service), &WayMix::local},
                                 {of(WayClass::track), &WayMix::track},
                                 {of(WayClass::path), &WayMix::path},
                                 {of(WayClass::path, geo::WayKind::path), &WayMix::path},
                                 {of(WayClass::path, geo::WayKind::path, 0.7), &WayMix::inferred},
                                 {of(WayClass::path, geo::WayKind::road, 0.7), &WayMix::path},
                                 {of(WayClass::ferry), &WayMix::river},
                                 {of(WayClass::unknown), &WayMix::unknown}};
    auto place = two_ways();
    auto const alone = std::vector{over({2}, place.routes, 1.0)};
    for (auto const& row : table) {
        auto const id = static_cast<geo::WayId>(2);
        place.ways.klass[id] = row.way.klass;
        place.ways.kind[id] = row.way.kind;
        place.ways.p_exists[id] = row.way.p_exists;
        auto const mix = mix_of(alone, place.routes, place.ways);
        EXPECT_NEAR(mix.*row.part, 12.0, 1e-9) << geo::name_of(row.way.klass);
        EXPECT_NEAR(mix.total(), 12.0, 1e-9);
    }
    place.routes.network.pieces[place.routes.graph.arcs()[alone[0].arcs[0]].piece].way.reset();
    EXPECT_NEAR(mix_of(alone, place.routes, place.ways).unknown, 12.0, 1e-9);  // a closed gap
}

TEST(CorridorEvidence, GradeAndGuessedLengthTogether)
{
    struct Row {
        double guessed;
        EvidenceGrade grade;
        Evidence evidence;
    };
    std::vector<Row> const table{{0.0, EvidenceGrade::high, Evidence::strong},
                                 {0.0, EvidenceGrade::medium, Evidence::moderate},
                                 {0.0, EvidenceGrade::not_stated, Evidence::moderate},
                                 {0.0, EvidenceGrade::low, Evidence::weak},
                                 {0.04, EvidenceGrade::high, Evidence::strong},
                                 {0.05, EvidenceGrade::high, Evidence::moderate},
                                 {0.19, EvidenceGrade::not_stated, Evidence::moderate},
                                 {0.2, EvidenceGrade::high, Evidence::weak},
                                 {0.2, EvidenceGrade::not_stated, Evidence::weak}};
    for (auto const& [guessed, grade, evidence] : table) {
        WayMix const one{.national = 1.0 - guessed, .inferred = guessed};
        WayMix const other{.local = 1.0 - guessed, .unknown = guessed};
        EXPECT_EQ(network_evidence(one, grade), evidence)
            << guessed << ' ' << static_cast<int>(grade);
        EXPECT_EQ(network_evidence(other, grade), evidence)
            << guessed << ' ' << static_cast<int>(grade);
    }
    EXPECT_EQ(network_evidence({}, EvidenceGrade::high), Evidence::strong);  // already there
}

TEST(CorridorEvidence, SourcesAreThoseOfAllAlternatives)
{
    auto place = two_ways();
    place.ways.provenances = {{.source = "a", .confidence = 0.9},
                              {.source = "b", .confidence = 0.6}};
    place.ways.made_from = geo::Column<geo::WayId, std::uint32_t>{std::vector{0U, 0U, 1U}};
    std::vector<Corridor> const alternatives{over({0, 1}, place.routes, 3.0),
                                             over({2}, place.routes, 1.0)};
    auto const all = evidence_of(alternatives, place.routes, place.ways);
    EXPECT_EQ(all.provenances, (std::vector{0U, 1U}));
    EXPECT_EQ(all.least_confidence, 0.6);
    EXPECT_EQ(evidence_of({&alternatives[0], 1}, place.routes, place.ways).least_confidence, 0.9);
}

//   +---+---+---+---+     the road has corners at its ends only
//   | 0 | 1 | 2 | 3 |  3 has a part between 1 and 2, too: it is named once
TEST(CorridorEvidence, CommunesAreThoseThatAStraightRoadPasses)
{
    auto const place = two_ways();
    auto const box = [](double x0, double x1) {
        return geo::Polygon{{{x0, -500}, {x1, -500}, {x1, 500}, {x0, 500}, {x0, -500}}};
    };
    geo::Boundaries const boundaries{
        geo::PerCommune<geo::Area>{{{box(-500, 2000)},
                                    {box(2000, 4000)},
                                    {box(4500, 7000)},
                                    {box(4000, 4500), box(7000, 10500)}}}};
    CommunesPassed passed{place.routes, boundaries};
    auto const corridor = over({0, 1}, place.routes, 1.0);
    std::vector const expected{test::commune(1), test::commune(3), test::commune(2)};
    EXPECT_EQ(passed.of(corridor), expected);
    EXPECT_EQ(passed.of(corridor), expected) << "from memory";
}

}  // namespace
}  // namespace marchland::analysis::flows
