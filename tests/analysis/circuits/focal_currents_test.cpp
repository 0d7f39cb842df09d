// Currents between places: by hand on a star, and laws on drawn circuits.
#include "analysis/circuits/effective_resistance.hpp"
#include "analysis/circuits/focal_currents.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::circuits {
namespace {

using Node = std::uint32_t;
using Flows = std::vector<CurrentFlow>;

/// The star of docs/methods/current-flow.md: three places around a junction, 1 ohm each.
std::vector<Conductor> const star{{0, 1, 1.0}, {0, 2, 1.0}, {0, 3, 1.0}};
std::vector<FocalPlace> const tips{{{1}}, {{2}}, {{3}}};

FocalCurrents between(std::vector<FocalPlace> const& places, FocalOptions const& options,
                      std::vector<Conductor> const& conductors = star,
                      ShortCircuit const& joined = ShortCircuit{4}, Flows* flows = nullptr)
{
    return focal_currents(conductors, joined, places, options,
                          [flows](FocalRound const&, CurrentFlow const& flow) {
                              if (flows != nullptr) {
                                  flows->push_back(flow);
                              }
                          });
}

void expect_near(std::vector<double> const& found, std::vector<double> const& stated,
                 double tolerance = 1e-14)
{
    ASSERT_EQ(found.size(), stated.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_NEAR(found[i], stated[i], tolerance) << i;
    }
}

TEST(FocalCurrents, OfAStarByHand)
{
    auto const pairs = between(tips, {Rounds::pairwise, {}});
    ASSERT_EQ(pairs.rounds.size(), 3U);
    EXPECT_NEAR(pairs.rounds[1].resistance, 2.0, 1e-14);
    EXPECT_EQ(pairs.rounds[1].place, 0U);
    EXPECT_EQ(pairs.rounds[1].other, 2U);
    expect_near(pairs.node_total, {3.0, 2.0, 2.0, 2.0});
    expect_near(pairs.node_largest, {1.0, 1.0, 1.0, 1.0});
    expect_near(pairs.edge_total, {2.0, 2.0, 2.0});

    auto const out = between(tips, {Rounds::one_to_all, {}});
    EXPECT_NEAR(out.rounds[0].resistance, 1.5, 1e-14) << "1 to the junction, two ways on";
    expect_near(out.node_total, {3.0, 2.0, 2.0, 2.0});
    expect_near(out.node_largest, {1.0, 1.0, 1.0, 1.0});

    auto const in = between(tips, {Rounds::all_to_one, {}});
    EXPECT_NEAR(in.rounds[2].resistance, 1.5, 1e-14) << "(2 x 2 + 1 + 1) / (2 x 2)";
    expect_near(in.node_total, {6.0, 4.0, 4.0, 4.0});
    expect_near(in.node_largest, {2.0, 2.0, 2.0, 2.0});
}

TEST(FocalCurrents, PairsLeftOutTakeNoNotice)
{
    FocalOptions options{Rounds::one_to_all, {{1, 0}}};
    auto const out = between(tips, options);
    EXPECT_NEAR(out.rounds[0].resistance, 2.0, 1e-14) << "all of it goes to the third";
    EXPECT_NEAR(out.rounds[2].resistance, 1.5, 1e-14);
    options.rounds = Rounds::pairwise;
    EXPECT_EQ(between(tips, options).rounds.size(), 2U);
    options = {Rounds::all_to_one, {{0, 1}, {0, 2}}};
    EXPECT_TRUE(std::isinf(between(tips, options).rounds[0].resistance)) << "nobody sends";
}

TEST(FocalCurrents, StrengthScalesCurrentsAndNotResistance)
{
    auto strong = tips;
    strong[0].strength = 5.0;
    strong[1].strength = 0.0;
    auto const out = between(strong, {Rounds::one_to_all, {}});
    EXPECT_NEAR(out.rounds[0].resistance, 1.5, 1e-14);
    EXPECT_NEAR(out.node_largest[1], 5.0, 1e-14);
    EXPECT_TRUE(std::isinf(out.rounds[1].resistance)) << "it sends nothing";
    auto const in = between(strong, {Rounds::all_to_one, {}});
    EXPECT_NEAR(in.node_largest[3], 5.0, 1e-14);
}

TEST(FocalCurrents, PlacesThatAreOneNodeNeedNoWay)
{
    ShortCircuit joined{4};
    joined.join(std::vector<Node>{1, 2});
    Flows flows;
    auto const pairs = between(tips, {Rounds::pairwise, {}}, star, joined, &flows);
    EXPECT_EQ(pairs.rounds[0].resistance, 0.0);
    EXPECT_EQ(flows[0].node_current, std::vector(4, 0.0));
    EXPECT_NEAR(pairs.rounds[1].resistance, 1.5, 1e-14);
    std::vector<FocalPlace> const two{tips[0], tips[1]};
    EXPECT_TRUE(
        std::isinf(between(two, {Rounds::one_to_all, {}}, star, joined).rounds[0].resistance));
    EXPECT_TRUE(
        std::isinf(between(two, {Rounds::all_to_one, {}}, star, joined).rounds[0].resistance));
    EXPECT_NEAR(between(tips, {Rounds::one_to_all, {}}, star, joined).rounds[0].resistance, 1.5,
                1e-14)
        << "the ground of its own node is dropped, the third's is not";
}

TEST(FocalCurrents, APlaceOfSeveralNodesIsOneOnlyInItsRounds)
{
    std::vector<FocalPlace> const wide{{{1, 2}}, {{3}}, {{0}}};
    auto const pairs = between(wide, {Rounds::pairwise, {}});
    EXPECT_NEAR(pairs.rounds[0].resistance, 1.5, 1e-14);
    EXPECT_NEAR(pairs.rounds[1].resistance, 0.5, 1e-14);
    EXPECT_NEAR(pairs.rounds[2].resistance, 1.0, 1e-14);
}

TEST(FocalCurrents, WhatCannotArriveIsInfinitelyFar)
{
    std::vector<FocalPlace> const apart{{{1}}, {{4}}};
    ShortCircuit const joined{5};
    for (auto const rounds : {Rounds::pairwise, Rounds::one_to_all, Rounds::all_to_one}) {
        auto const found = between(apart, {rounds, {}}, star, joined);
        EXPECT_TRUE(std::isinf(found.rounds[0].resistance));
        EXPECT_EQ(found.node_total, std::vector(5, 0.0));
    }
    auto const between_none = between({}, {}, star);
    EXPECT_TRUE(between_none.rounds.empty());
}

// ---- laws

struct Drawn {
    std::vector<Conductor> conductors;
    std::vector<FocalPlace> places;
};

constexpr Node drawn_nodes = 30;

Drawn drawn(std::uint64_t seed)
{
    geo::Draws random{geo::Random{seed, "a drawn circuit"}};
    auto const below = [&](Node most) {
        return static_cast<Node>(random.uniform() * static_cast<double>(most));
    };
    Drawn circuit;
    for (Node i = 1; i < drawn_nodes; ++i) {
        circuit.conductors.push_back({below(i), i, 0.1 + random.uniform()});
    }
    for (int extra = 0; extra < 40; ++extra) {
        circuit.conductors.push_back(
            {below(drawn_nodes), below(drawn_nodes), 0.1 + random.uniform()});
    }
    for (Node k = 0; k < 5; ++k) {
        circuit.places.push_back({{6 * k + below(6)}, 0.5 + random.uniform()});
    }
    return circuit;
}

class FocalLaws : public testing::TestWithParam<int> {
protected:
    Drawn const circuit = drawn(static_cast<std::uint64_t>(GetParam()));
    ShortCircuit const apart{drawn_nodes};
};

TEST_P(FocalLaws, PairsAreAsFarAsTheirEffectiveResistance)
{
    std::vector<Node> nodes;
    for (auto const& place : circuit.places) {
        nodes.push_back(place.nodes.front());
    }
    auto const stated = effective_resistances(drawn_nodes, circuit.conductors, nodes);
    auto const pairs = between(circuit.places, {Rounds::pairwise, {}}, circuit.conductors, apart);
    for (auto const& round : pairs.rounds) {
        EXPECT_NEAR(round.resistance, stated[round.place * nodes.size() + round.other],
                    1e-12 * round.resistance);
    }
}

TEST_P(FocalLaws, AllToOneIsTheSumOfThePairsThatEndThere)
{
    Flows pairs;
    Flows in;
    between(circuit.places, {Rounds::pairwise, {}}, circuit.conductors, apart, &pairs);
    between(circuit.places, {Rounds::all_to_one, {}}, circuit.conductors, apart, &in);
    auto const last = circuit.places.size() - 1;  // pairs 0-4, 1-4, 2-4 and 3-4
    std::vector<double> sum(circuit.conductors.size());
    for (std::size_t k = 0; k < last; ++k) {
        auto const pair = std::vector<std::size_t>{3, 6, 8, 9}[k];
        for (std::size_t e = 0; e < sum.size(); ++e) {
            sum[e] += circuit.places[k].strength * pairs[pair].edge_current[e];
        }
    }
    expect_near(in[last].edge_current, sum, 1e-12);
}

TEST_P(FocalLaws, WhatFlowsIntoARegionFlowsOut)
{
    ShortCircuit joined{drawn_nodes};
    joined.join(std::vector<Node>{2, 9, 17});
    joined.join(std::vector<Node>{11, 25});
    Flows flows;
    between(circuit.places, {Rounds::one_to_all, {}}, circuit.conductors, joined, &flows);
    for (auto const& flow : flows) {
        std::vector<double> over(drawn_nodes);
        for (std::size_t e = 0; e < circuit.conductors.size(); ++e) {
            over[joined.of(circuit.conductors[e].from)] -= flow.edge_current[e];
            over[joined.of(circuit.conductors[e].to)] += flow.edge_current[e];
        }
        for (auto const& place : circuit.places) {
            over[joined.of(place.nodes.front())] = 0.0;
        }
        expect_near(over, std::vector(drawn_nodes, 0.0), 1e-12);
    }
}

TEST_P(FocalLaws, ARegionIsAsGoodAsWiresOfAlmostNoResistance)
{
    ShortCircuit joined{drawn_nodes};
    joined.join(std::vector<Node>{2, 9, 17});
    auto wired = circuit.conductors;
    wired.push_back({2, 9, 1e8});
    wired.push_back({9, 17, 1e8});
    auto const one = between(circuit.places, {Rounds::pairwise, {}}, circuit.conductors, joined);
    auto const twin = between(circuit.places, {Rounds::pairwise, {}}, wired, apart);
    auto const bare = between(circuit.places, {Rounds::pairwise, {}}, circuit.conductors, apart);
    for (std::size_t r = 0; r < one.rounds.size(); ++r) {
        EXPECT_NEAR(one.rounds[r].resistance, twin.rounds[r].resistance, 1e-6);
        EXPECT_LE(one.rounds[r].resistance, bare.rounds[r].resistance * (1.0 + 1e-12))
            << "a further way never makes it farther";
    }
}

INSTANTIATE_TEST_SUITE_P(Drawn, FocalLaws, testing::Range(0, 20));

// ---- bad input

TEST(FocalCurrents, WhatIsNoPlaceIsRefused)
{
    std::vector<FocalPlace> const none{{{}}};
    std::vector<FocalPlace> const unknown{{{4}}};
    std::vector<FocalPlace> const negative{{{1}, -1.0}};
    std::vector<FocalPlace> const no_number{{{1}, NAN}};
    for (auto const& places : {none, unknown, negative, no_number}) {
        EXPECT_THROW(between(places, {}), geo::Error);
    }
    EXPECT_THROW(between(tips, {Rounds::pairwise, {{0, 3}}}), geo::Error);
    EXPECT_THROW(between(tips, {}, {{0, 1, -1.0}}), geo::Error);
    EXPECT_THROW(between(tips, {}, {{0, 4, 1.0}}), geo::Error);
    try {
        between(unknown, {});
    } catch (geo::Error const& error) {
        EXPECT_STREQ(error.what(), "place 0 names node 4; there are 4");
    }
}

TEST(FocalCurrents, AreCancelledAfterTheRoundThatRuns)
{
    std::stop_source stop;
    std::size_t heard = 0;
    auto const once = [&](FocalRound const&, CurrentFlow const&) {
        ++heard;
        stop.request_stop();
    };
    EXPECT_THROW(focal_currents(star, ShortCircuit{4}, tips, {}, once, geo::Job{stop.get_token()}),
                 geo::Cancelled);
    EXPECT_EQ(heard, 1U);
}

}  // namespace
}  // namespace marchland::analysis::circuits
