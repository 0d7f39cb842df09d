// Posts that people avoid, against every choice there is, and a choice made by hand.
#include "analysis/outreach/robust_posts.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <stop_token>

namespace marchland::analysis::outreach {
namespace {

using Sites = std::vector<std::uint32_t>;

constexpr double far = geo::infinite;

PassingInput drawn(std::size_t sites, std::size_t origins, std::size_t crossings,
                   std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "robust-posts"}};
    PassingInput input{.sites = sites,
                       .origins = {},
                       .at = std::vector<Sites>(sites),
                       .standing = {},
                       .theta = 0.8,
                       .avoid_hours = 2.0,
                       .robust = 0.2 * static_cast<double>(seed % 6)};
    for (std::uint32_t c = 0; c < crossings; ++c) {
        input.at[c].push_back(c);  // the first sites stand at crossings
    }
    for (std::size_t i = 0; i < origins; ++i) {
        PassingBy origin{.people = draws.uniform()};
        for (std::uint32_t c = 0; c < crossings; ++c) {
            origin.hours.push_back(c > 0 && draws.uniform() < 0.2 ? far : 5.0 * draws.uniform());
            Sites on_way{c};
            for (auto site = static_cast<std::uint32_t>(crossings); site < sites; ++site) {
                if (draws.uniform() < 0.2) {
                    on_way.push_back(site);
                }
            }
            origin.sites.push_back(on_way);
        }
        input.origins.push_back(origin);
    }
    return input;
}

/// Plainly, from the definition.
double worth(PassingInput const& input, Sites const& posts)
{
    double worth = 0.0;
    for (auto const& origin : input.origins) {
        for (bool const avoiding : {false, true}) {
            double const weight = avoiding ? input.robust : 1.0 - input.robust;
            std::vector<double> parts;
            double all = 0.0;
            for (std::size_t c = 0; c < origin.hours.size(); ++c) {
                bool const post_here = std::ranges::any_of(posts, [&](auto post) {
                    return std::ranges::find(input.at[post], c) != input.at[post].end();
                });
                parts.push_back(
                    std::exp(-input.theta * (origin.hours[c] +
                                             (avoiding && post_here ? input.avoid_hours : 0.0))));
                all += parts.back();
            }
            for (std::size_t c = 0; c < parts.size(); ++c) {
                bool const met = std::ranges::any_of(posts, [&](auto post) {
                    return std::ranges::find(origin.sites[c], post) != origin.sites[c].end();
                });
                worth += met ? weight * origin.people * parts[c] / all : 0.0;
            }
        }
    }
    return worth;
}

Sites sites_of(std::uint32_t chosen)
{
    Sites sites;
    for (std::uint32_t site = 0; site < 32; ++site) {
        if ((chosen >> site & 1U) != 0) {
            sites.push_back(site);
        }
    }
    return sites;
}

double best_of_all(PassingInput const& input, int count)
{
    double best = 0.0;
    for (std::uint32_t chosen = 0; chosen < 1U << input.sites; ++chosen) {
        if (std::popcount(chosen) <= count) {
            best = std::max(best, worth(input, sites_of(chosen)));
        }
    }
    return best;
}

TEST(RobustPosts, AreTheBestOfAllChoices)
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        auto const input = drawn(10, 8, 4, seed);
        for (int count = 0; count <= 4; ++count) {
            auto const posts = robust_posts(input, count);
            double const best = best_of_all(input, count);
            EXPECT_NEAR(posts.reached, best, 1e-9 * std::max(1.0, best)) << seed << " " << count;
            EXPECT_EQ(posts.bound, posts.reached);
        }
    }
}

TEST(RobustPosts, ClimbingStaysBelowItsBoundAndComesClose)
{
    double climbed = 0.0;
    double exact = 0.0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        auto const input = drawn(10, 8, 4, seed);
        auto const posts = robust_posts(input, 3, 0.0);
        double const best = best_of_all(input, 3);
        EXPECT_LE(posts.reached, best * (1.0 + 1e-12)) << seed;
        EXPECT_GE(posts.bound, best * (1.0 - 1e-12)) << seed;
        climbed += posts.reached;
        exact += best;
    }
    EXPECT_GT(climbed, 0.98 * exact);
}

TEST(RobustPosts, BeforeTheForkIsBetterThanAtTheGateByHand)
{
    // One commune with 10 persons; gates A and B at 1 and 2 hours, a market on the way to A only.
    // theta 1: shares 0.7311 and 0.2689. A desk at gate A, two hours worse: exp(-3), exp(-2): 0.2689 still there.
    PassingInput input{.sites = 3,
                       .origins = {{.people = 10.0, .hours = {1.0, 2.0}, .sites = {{0, 2}, {1}}}},
                       .at = {{0}, {1}, {}},
                       .standing = {},
                       .theta = 1.0,
                       .avoid_hours = 2.0,
                       .robust = 0.5};
    auto const gate = reached_by(input, {0});
    EXPECT_NEAR(gate.today, 7.310586, 1e-6);
    EXPECT_NEAR(gate.after, 2.689414, 1e-6);
    auto const market = reached_by(input, {2});
    EXPECT_NEAR(market.today, 7.310586, 1e-6);
    EXPECT_NEAR(market.after, 7.310586, 1e-6);
    auto const posts = robust_posts(input, 1);
    ASSERT_EQ(posts.posts.size(), 1U);
    EXPECT_EQ(posts.posts[0].site, 2U);
    // Both gates at once: nobody gains by avoiding either.
    EXPECT_NEAR(reached_by(input, {0, 1}).after, 10.0, 1e-9);
}

TEST(RobustPosts, StandingOnesCountAndAreNotTakenAgain)
{
    auto input = drawn(10, 8, 4, 3);
    input.standing = {1, 6};
    auto const posts = robust_posts(input, 2);
    EXPECT_NEAR(posts.standing, worth(input, {1, 6}), 1e-9);
    Sites all = input.standing;
    for (auto const& post : posts.posts) {
        EXPECT_EQ(std::ranges::find(input.standing, post.site), input.standing.end());
        all.push_back(post.site);
    }
    EXPECT_NEAR(posts.reached, worth(input, all), 1e-9);
}

TEST(RobustPosts, DoNotDependOnThreads)
{
    auto const input = drawn(30, 20, 6, 5);
    auto const one = robust_posts(input, 3, 4.0e8, geo::Job{{}, {}, 1});
    for (unsigned const threads : {2U, 8U}) {
        auto const more = robust_posts(input, 3, 4.0e8, geo::Job{{}, {}, threads});
        ASSERT_EQ(more.posts.size(), one.posts.size());
        for (std::size_t i = 0; i < one.posts.size(); ++i) {
            EXPECT_EQ(more.posts[i].site, one.posts[i].site);
            EXPECT_EQ(more.posts[i].adds, one.posts[i].adds);
        }
    }
}

TEST(RobustPosts, StopsWhereItIsAsked)
{
    auto const input = drawn(60, 40, 6, 5);
    for (double const work : {1.0e15, 0.0}) {  // all choices, and by climbing
        std::stop_source stop;
        int told = 0;
        geo::Job const job{stop.get_token(),
                           [&](double) {
                               if (++told == 5) {
                                   stop.request_stop();
                               }
                           },
                           1};
        EXPECT_THROW(robust_posts(input, 6, work, job), geo::Cancelled);
    }
}

TEST(RobustPosts, UnsoundInputIsRefused)
{
    auto input = drawn(5, 3, 2, 1);
    EXPECT_THROW(robust_posts(input, -1), geo::Error);
    input.standing = {5};
    EXPECT_THROW(robust_posts(input, 1), geo::Error);
    input = drawn(5, 3, 2, 1);
    input.origins[0].people = -1.0;
    EXPECT_THROW(robust_posts(input, 1), geo::Error);
}

}  // namespace
}  // namespace marchland::analysis::outreach
