// Posts against every choice there is, and a choice made by hand.
#include "analysis/outreach/posts.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <map>
#include <set>

namespace marchland::analysis::outreach {
namespace {

PostsInput drawn(std::size_t sites, std::size_t rows, std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "posts"}};
    PostsInput input{.sites = sites};
    for (std::size_t r = 0; r < rows; ++r) {
        Reached row{.weight = draws.uniform(), .sites = {}};
        for (std::uint32_t site = 0; site < sites; ++site) {
            if (draws.uniform() < 0.25) {
                row.sites.push_back(site);
            }
        }
        input.demand.push_back(std::move(row));
    }
    return input;
}

double reached_by(PostsInput const& input, std::uint32_t chosen)
{
    double sum = 0.0;
    for (auto const& row : input.demand) {
        bool const reached = std::ranges::any_of(row.sites, [&](std::uint32_t site) {
            return (chosen >> site & 1U) == 1 ||
                   std::ranges::find(input.standing, site) != input.standing.end();
        });
        sum += reached ? row.weight : 0.0;
    }
    return sum;
}

double best_of_all(PostsInput const& input, int count)
{
    double best = 0.0;
    for (std::uint32_t chosen = 0; chosen < 1U << input.sites; ++chosen) {
        if (std::popcount(chosen) <= count) {
            best = std::max(best, reached_by(input, chosen));
        }
    }
    return best;
}

TEST(Posts, AreTheBestOfAllChoices)
{
    int beyond_greedy = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        auto input = drawn(12, 20 + seed % 15, seed);
        if (seed % 3 == 0) {
            input.standing = {2, 5};
        }
        int const count = 1 + static_cast<int>(seed % 4);
        auto const exact = best_posts(input, count);
        auto const quick = best_posts(input, count, 0);
        double const best = best_of_all(input, count);
        EXPECT_NEAR(exact.reached, best, 1e-9) << seed;
        EXPECT_NEAR(exact.bound, best, 1e-9) << seed;
        EXPECT_LE(quick.reached, best + 1e-9);
        EXPECT_GE(quick.bound, best - 1e-9) << "the gap must be proven, seed " << seed;
        EXPECT_GE(quick.reached, (1.0 - 1.0 / 2.718281828) * best - 1e-9);
        beyond_greedy += quick.reached < best - 1e-9 ? 1 : 0;
        std::uint32_t chosen = 0;
        double sum = exact.standing;
        for (auto const& post : exact.posts) {
            chosen |= 1U << post.site;
            sum += post.adds;
        }
        EXPECT_NEAR(reached_by(input, chosen), exact.reached, 1e-9);
        EXPECT_NEAR(sum, exact.reached, 1e-9);
    }
    EXPECT_GT(beyond_greedy, 0)
        << "no case in which the greedy choice is not the best: the test says nothing";
}

TEST(Posts, OfThreeByHand)
{
    // Sites 1 and 2 reach 3 + 2.9 each, and all together; site 0 reaches 2.9 + 2.9.
    PostsInput const input{.sites = 3,
                           .demand = {{3.0, {1}}, {3.0, {2}}, {2.9, {0, 1}}, {2.9, {0, 2}}}};
    EXPECT_NEAR(best_posts(input, 2).reached, 11.8, 1e-12);
    EXPECT_NEAR(best_posts(input, 1).posts[0].adds, 5.9, 1e-12);
    EXPECT_EQ(best_posts(input, 1).posts[0].site, 1U);
}

TEST(Posts, MorePostsNeverReachLess)
{
    auto const input = drawn(14, 40, 5);
    double before = 0.0;
    for (int count = 0; count <= 14; ++count) {
        double const now = best_posts(input, count).reached;
        EXPECT_GE(now, before - 1e-12);
        before = now;
    }
}

TEST(Posts, MoreThanAddAnythingAreNotNamed)
{
    PostsInput const input{
        .sites = 4, .demand = {{1.0, {0}}, {0.0, {1}}, {1.0, {}}}, .standing = {3}};
    auto const found = best_posts(input, 3);
    ASSERT_EQ(found.posts.size(), 1U);
    EXPECT_EQ(found.posts[0].site, 0U);
    EXPECT_EQ(found.reached, 1.0);
}

TEST(Posts, SitesThatDoNotExistAreRefused)
{
    EXPECT_THROW(best_posts({.sites = 1, .demand = {{1.0, {1}}}}, 1), geo::Error);
    EXPECT_THROW(best_posts({.sites = 1, .demand = {{-1.0, {0}}}}, 1), geo::Error);
    EXPECT_THROW(best_posts({.sites = 1, .standing = {4}}, 1), geo::Error);
    EXPECT_THROW(best_posts({.sites = 1}, -1), geo::Error);
}

class KnownCapture : public testing::TestWithParam<std::string> {};

TEST_P(KnownCapture, ThreeNodesAreThoseOfAnExhaustiveSearch)
{
    auto const file = test::shared / "reference/routes/known_graphs/expected.json";
    MARCHLAND_NEEDS(file);
    auto const known = nlohmann::json::parse(test::text_in(file))[GetParam()];
    auto const nodes = static_cast<std::uint32_t>(known["labels"].size());
    std::vector<std::map<std::uint32_t, int>> near(nodes);
    for (auto const& edge : known["edges_u_v_weight_capacity"]) {
        near[edge[0]][edge[1]] = near[edge[1]][edge[0]] = edge[2];
    }
    auto const left = known["dist"].get<std::vector<std::vector<int>>>();
    // Demand between nodes i and j, numbered from 1: i j / distance. One shortest way each, the one whose
    // nodes come first in order; its ends count.
    PostsInput input{.sites = nodes};
    double total = 0.0;
    for (std::uint32_t from = 0; from < nodes; ++from) {
        for (std::uint32_t to = from + 1; to < nodes; ++to) {
            double const weight = (from + 1.0) * (to + 1.0) / left[from][to];
            Reached row{.weight = weight, .sites = {from}};
            for (auto at = from; at != to;) {
                at = std::ranges::find_if(near[at], [&](auto const& next) {
                         return next.second + left[next.first][to] == left[at][to];
                     })->first;
                row.sites.push_back(at);
            }
            input.demand.push_back(std::move(row));
            total += weight;
        }
    }
    auto const& best = known["flow_capture_p3_best"];
    EXPECT_NEAR(total, best["total"].get<double>(), 1e-9 * total);
    auto const found = best_posts(input, 3);
    EXPECT_NEAR(found.reached, best["captured"].get<double>(), 1e-9 * total);
    EXPECT_NEAR(found.bound, found.reached, 1e-9 * total);
    std::set<std::uint32_t> chosen;
    for (auto const& post : found.posts) {
        chosen.insert(post.site);
    }
    EXPECT_EQ(chosen, best["nodes"].get<std::set<std::uint32_t>>());
}

INSTANTIATE_TEST_SUITE_P(Exhaustive, KnownCapture,
                         testing::Values("karate", "florentine", "grid6x6"));

}  // namespace
}  // namespace marchland::analysis::outreach
