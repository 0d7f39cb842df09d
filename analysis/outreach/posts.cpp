#include "analysis/outreach/posts.hpp"

#include "analysis/numerics/binary_program.hpp"
#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

namespace marchland::analysis::outreach {
namespace {

using SiteNumber = std::uint32_t;

void check(PostsInput const& input, int count)
{
    auto const known = [&input](std::vector<SiteNumber> const& sites) {
        return std::ranges::all_of(sites, [&input](SiteNumber site) { return site < input.sites; });
    };
    bool sound = known(input.standing);
    for (auto const& one : input.demand) {
        sound = sound && known(one.sites) && one.weight >= 0.0;
    }
    if (!sound || count < 0) {
        throw geo::Error{
            geo::Trouble::usage,
            "posts need sites that exist, weights of 0 or more and a number of posts of 0 or more"};
    }
}

/// What is not reached yet, with equal rows taken together; rows in the order of their sites.
struct Open {
    double standing = 0.0;
    std::vector<Reached> rows;
};

Open open_of(PostsInput const& input)
{
    std::vector<bool> has_post(input.sites);
    for (auto const site : input.standing) {
        has_post[site] = true;
    }
    Open open;
    std::map<std::vector<SiteNumber>, double> together;
    for (auto const& one : input.demand) {
        if (std::ranges::any_of(one.sites, [&](SiteNumber site) { return has_post[site]; })) {
            open.standing += one.weight;
        } else if (one.weight > 0.0 && !one.sites.empty()) {
            auto sites = one.sites;
            std::ranges::sort(sites);
            sites.erase(std::unique(sites.begin(), sites.end()), sites.end());
            together[std::move(sites)] += one.weight;
        }
    }
    for (auto const& [sites, weight] : together) {
        open.rows.push_back({weight, sites});
    }
    return open;
}

/// Greedy choice: sites in the order in which they add most, of equal ones the lower; those that add nothing
/// stay out.
/// \param allowed  which may be taken. \param left gives, at the end, what each site would still add.
std::vector<Post> greedy(Open const& open, std::size_t sites, std::vector<bool> const& allowed,
                         int count, std::vector<double>& left)
{
    left.assign(sites, 0.0);
    std::vector<std::vector<std::size_t>> rows_of(sites);
    for (std::size_t r = 0; r < open.rows.size(); ++r) {
        for (auto const site : open.rows[r].sites) {
            left[site] += open.rows[r].weight;
            rows_of[site].push_back(r);
        }
    }
    std::vector<bool> reached(open.rows.size());
    std::vector<Post> posts;
    for (int i = 0; i < count; ++i) {
        Post best;
        for (SiteNumber site = 0; site < sites; ++site) {
            if (allowed[site] && left[site] > best.adds) {
                best = {site, left[site]};
            }
        }
        if (best.adds <= 0.0) {
            break;
        }
        posts.push_back(best);
        for (auto const r : rows_of[best.site]) {
            for (auto const site : reached[r] ? std::vector<SiteNumber>{} : open.rows[r].sites) {
                left[site] -= open.rows[r].weight;
            }
            reached[r] = true;
        }
        left[best.site] = 0.0;  // not what rounding left
    }
    return posts;
}

double sum_of(std::vector<Post> const& posts)
{
    return std::accumulate(posts.begin(), posts.end(), 0.0,
                           [](double sum, Post const& post) { return sum + post.adds; });
}

double largest(std::vector<double> values, int count)
{
    auto const most = std::min(values.size(), static_cast<std::size_t>(count));
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(most),
                      values.end(), std::greater{});
    return std::accumulate(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(most), 0.0);
}

/// Sites first, then rows; a row is reached only if one of its sites is taken.
numerics::BinaryProgram program_of(Open const& open, std::size_t sites, int count)
{
    numerics::BinaryProgram program;
    program.worth.assign(sites, 0.0);
    numerics::BinaryProgram::Limit number{.uses = {}, .most = static_cast<double>(count)};
    for (std::size_t site = 0; site < sites; ++site) {
        number.uses.emplace_back(site, 1.0);
    }
    program.limits.push_back(std::move(number));
    for (auto const& row : open.rows) {
        numerics::BinaryProgram::Limit limit{.uses = {{program.worth.size(), 1.0}}, .most = 0.0};
        for (auto const site : row.sites) {
            limit.uses.emplace_back(site, -1.0);
        }
        program.worth.push_back(row.weight);
        program.limits.push_back(std::move(limit));
    }
    return program;
}

}  // namespace

Posts best_posts(PostsInput const& input, int count, std::size_t exact_size, geo::Job const& job)
{
    job.at(0.0);
    check(input, count);
    auto const open = open_of(input);
    std::vector<double> left;
    std::vector<bool> const any(input.sites, true);
    auto posts = greedy(open, input.sites, any, count, left);
    double const reached = sum_of(posts);
    Posts found{.posts = posts, .standing = open.standing, .reached = open.standing + reached};
    std::vector<double> alone;
    greedy(open, input.sites, any, 0, alone);
    double const bound = std::min(largest(alone, count), reached + largest(left, count));
    found.bound = open.standing + bound;
    if (open.rows.size() + input.sites <= exact_size && bound > reached * (1.0 + 1e-12)) {
        auto const choice = numerics::best_choice(program_of(open, input.sites, count), job);
        if (choice.worth > reached * (1.0 + 1e-12)) {
            std::vector<bool> const taken(choice.chosen.begin(),
                                          choice.chosen.begin() +
                                              static_cast<std::ptrdiff_t>(input.sites));
            found.posts = greedy(open, input.sites, taken, count, left);
            found.reached = open.standing + sum_of(found.posts);
        }
        found.bound = std::max(found.reached, open.standing + std::min(bound, choice.bound));
    }
    return found;
}

}  // namespace marchland::analysis::outreach
