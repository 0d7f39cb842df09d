// The sample network of the pgRouting manual, one way and both ways.
#include "analysis/graph/k_shortest.hpp"
#include "analysis/graph/point_to_point.hpp"
#include "analysis/graph/restricted_routes.hpp"

#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

namespace marchland::analysis::graph {
namespace {

std::filesystem::path const folder = test::shared / "reference/routes/pgrouting_sample";
constexpr std::uint32_t unit = 10;  ///< costs are whole, fractions along edges are tenths

std::vector<std::vector<std::string>> rows_of_file(std::string const& file)
{
    std::istringstream lines{test::text_in(folder / file)};
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::istringstream cells{line};
        auto& row = rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) {
            row.push_back(cell);
        }
    }
    return rows;
}

/// Nodes are numbered as in the manual; 0 stays free. Points on edges are nodes 18 and on.
struct Sample {
    std::vector<DirectedEdge> edges;
    std::vector<int> id;  ///< of the manual, by edge

    void add(int name, std::uint32_t from, std::uint32_t to, double cost)
    {
        if (cost >= 0.0) {
            edges.push_back({from, to, static_cast<std::uint32_t>(std::lround(cost * unit))});
            id.push_back(name);
        }
    }
    Digraph graph() const { return {30, edges}; }
};

std::uint32_t node_of_point(int point)
{
    return static_cast<std::uint32_t>(17 - point);
}  // -1 is 18

Sample sample(bool directed, bool with_points)
{
    std::map<int, std::vector<std::pair<double, int>>>
        points;  // by edge: fraction, negative number
    if (with_points) {
        for (auto const& row : rows_of_file("points.csv")) {
            points[std::stoi(row[1])].emplace_back(std::stod(row[2]), -std::stoi(row[0]));
        }
    }
    Sample made;
    for (auto const& row : rows_of_file("edges.csv")) {
        int const id = std::stoi(row[0]);
        double forth = std::stod(row[3]);
        double back = std::stod(row[4]);
        if (!directed) {
            forth = forth < 0.0 ? back : forth;
            back = back < 0.0 ? forth : back;
        }
        auto stops = points[id];
        std::ranges::sort(stops);
        stops.emplace_back(1.0, 0);
        auto from = static_cast<std::uint32_t>(std::stoul(row[1]));
        double so_far = 0.0;
        for (auto const& [fraction, point] : stops) {
            auto const to =
                point == 0 ? static_cast<std::uint32_t>(std::stoul(row[2])) : node_of_point(point);
            made.add(id, from, to, forth * (fraction - so_far));
            made.add(id, to, from, back * (fraction - so_far));
            from = to;
            so_far = fraction;
        }
    }
    return made;
}

class PgRouting : public testing::TestWithParam<bool> {
protected:
    void SetUp() override
    {
        MARCHLAND_NEEDS(folder);
        expected_ = nlohmann::json::parse(test::text_in(folder / "expected.json"));
    }
    nlohmann::json const& expected(std::string const& name) const
    {
        return expected_[name + (GetParam() ? "_directed_true" : "_directed_false")];
    }

private:
    nlohmann::json expected_;
};

TEST_P(PgRouting, CostsOfAllPairs)
{
    auto const graph = sample(GetParam(), false).graph();
    std::map<std::pair<std::size_t, std::size_t>, double> wanted;
    for (auto const& row : expected("all_pairs_cost")) {
        wanted[{row[0], row[1]}] = row[2];
    }
    for (std::size_t from = 1; from <= 17; ++from) {
        auto const distance = distances_from(graph, from);
        for (std::size_t to = 1; to <= 17; ++to) {
            auto const way = lightest_way(graph, from, to);
            if (from == to) {
                continue;
            }
            auto const found = wanted.find({from, to});
            ASSERT_EQ(distance[to] != no_distance, found != wanted.end()) << from << " " << to;
            ASSERT_EQ(way.has_value(), found != wanted.end());
            if (way) {
                EXPECT_EQ(distance[to], unit * found->second) << from << " " << to;
                EXPECT_EQ(way->weight, distance[to]);
            }
        }
    }
}

TEST_P(PgRouting, DrivingDistance)
{
    auto const distance = distances_from(sample(GetParam(), false).graph(), 11);
    std::map<std::size_t, double> reached;
    for (std::size_t node = 1; node <= 17; ++node) {
        if (distance[node] <= 3 * unit) {
            reached[node] = static_cast<double>(distance[node]) / unit;
        }
    }
    std::map<std::size_t, double> wanted;
    for (auto const& row : expected("drivingDistance_11_3")) {
        wanted[row[0]] = row[1];
    }
    EXPECT_EQ(reached, wanted);
}

TEST_P(PgRouting, PointsOnEdges)
{
    auto const graph = sample(GetParam(), true).graph();
    auto const node = [](int name) {
        return name < 0 ? node_of_point(name) : static_cast<std::uint32_t>(name);
    };
    std::size_t compared = 0;
    for (auto const& row : expected("withPoints_cost")) {
        auto const distance = distances_from(graph, node(row[0]))[node(row[1])];
        EXPECT_NEAR(static_cast<double>(distance) / unit, row[2].get<double>(), 1e-9) << row;
        ++compared;
    }
    EXPECT_EQ(compared, 56U);
}

TEST_P(PgRouting, WaysWithoutRepeatedNodes)
{
    auto const network = sample(GetParam(), false);
    auto const graph = network.graph();
    for (auto const& [name, wanted] : expected("ksp_k10_heap_paths").items()) {
        auto const arrow = name.find("->");
        auto const from = std::stoul(name.substr(0, arrow));
        auto const to = std::stoul(name.substr(arrow + 2));
        auto const found = k_shortest(graph, from, to, static_cast<int>(wanted.size()));
        ASSERT_EQ(found.size(), wanted.size()) << name;
        for (std::size_t k = 0; k < found.size(); ++k) {
            EXPECT_EQ(static_cast<double>(found[k].weight), unit * wanted[k]["cost"].get<double>())
                << name << " way " << k;
        }
    }
}

/// Sequences of ids as sequences of edges in either direction, where they follow each other.
void add_sequences(Sample const& network, std::vector<int> const& ids,
                   std::vector<std::uint32_t> begun, std::vector<TurnRestriction>& turns)
{
    if (begun.size() == ids.size()) {
        turns.push_back({begun, std::nullopt});
        return;
    }
    for (std::uint32_t e = 0; e < network.edges.size(); ++e) {
        bool const follows =
            begun.empty() || network.edges[begun.back()].to == network.edges[e].from;
        if (network.id[e] == ids[begun.size()] && follows) {
            auto more = begun;
            more.push_back(e);
            add_sequences(network, ids, more, turns);
        }
    }
}

TEST_P(PgRouting, RestrictedTurns)
{
    auto const network = sample(GetParam(), false);
    auto const graph = network.graph();
    Restrictions rules;
    for (auto const& row : rows_of_file("restrictions.csv")) {
        std::istringstream words{row[1]};
        std::vector<int> ids;
        for (int id = 0; words >> id;) {
            ids.push_back(id);
        }
        add_sequences(network, ids, {}, rules.turns);
    }
    for (int id = 1; id <= 18; ++id) {  // its ways do not turn on the spot
        add_sequences(network, {id, id}, {}, rules.turns);
    }
    auto const way = RestrictedRoutes{graph, rules}.earliest(3, 8, 0);
    auto const without = [&] {
        std::vector<Walk> allowed;
        for (auto const& walk : k_shortest(graph, 3, 8, 1000)) {
            bool const breaks = std::ranges::any_of(rules.turns, [&walk](auto const& turn) {
                return !std::ranges::search(walk.edges, turn.edges).empty();
            });
            if (!breaks) {
                allowed.push_back(walk);
            }
        }
        return allowed;
    }();
    if (GetParam()) {
        EXPECT_TRUE(without.empty());  // as the manual finds when it is strict
        EXPECT_FALSE(way.has_value());
    } else {
        ASSERT_TRUE(way.has_value() && !without.empty());
        EXPECT_EQ(without.front().weight, 6 * unit);
        EXPECT_EQ(way->arrive, 6 * unit);
    }
}

INSTANTIATE_TEST_SUITE_P(OneWayAndBothWays, PgRouting, testing::Bool());

}  // namespace
}  // namespace marchland::analysis::graph
