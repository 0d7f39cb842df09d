#include "analysis/flows/posts_passed.hpp"

#include "analysis/flows/world.hpp"
#include "analysis/flows/worlds.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace marchland::analysis::flows {
namespace {

constexpr auto no_post = std::numeric_limits<std::uint32_t>::max();

/// The first post at each node.
std::vector<std::uint32_t> first_at(FlowNetwork const& network, std::vector<Post> const& posts)
{
    std::vector<std::uint32_t> first(network.junctions.size(), no_post);
    for (std::uint32_t post = 0; post < posts.size(); ++post) {
        auto const at = std::ranges::lower_bound(network.junctions, posts[post].at);
        auto& here = first[static_cast<std::size_t>(at - network.junctions.begin())];
        here = std::min(here, post);
    }
    return first;
}

/// Persons of the pairs by the first post that they pass, and then by the posts up to it.
std::vector<double> passed_up_to(World const& world, Choices const& choices,
                                 std::vector<std::uint32_t> const& first, std::size_t posts)
{
    std::vector<double> people(posts);
    auto const met = world.lowest_met(choices, first);
    for (std::size_t i = 0; i < met.size(); ++i) {
        if (met[i] != no_post) {
            people[met[i]] += choices.pairs[i].people;
        }
    }
    std::partial_sum(people.begin(), people.end(), people.begin());
    return people;
}

struct Made {
    double all = 0.0;
    std::vector<double> today;
    std::vector<double> after;
};

Made passed_in(World const& world, std::vector<Post> const& posts,
               std::vector<std::uint32_t> const& first)
{
    auto const choices = world.choices();
    Made made{.today = passed_up_to(world, choices, first, posts.size())};
    for (auto const& pair : choices.pairs) {
        made.all += pair.people;
    }
    made.after = made.today;
    Scenario put_off;
    std::vector<double> later;
    for (std::size_t post = 0; post < posts.size(); ++post) {
        auto const& avoided = posts[post].avoided;
        if (!avoided.empty()) {
            put_off.watched.insert(put_off.watched.end(), avoided.begin(), avoided.end());
            later = passed_up_to(world, world.choices(put_off), first, posts.size());
        }
        made.after[post] = later.empty() ? made.today[post] : later[post];
    }
    return made;
}

}  // namespace

PostsPassed posts_passed(routes::RouteGraph const& graph, Ground const& ground,
                         std::vector<Post> const& posts, FlowOptions const& options,
                         geo::Job const& job)
{
    std::vector<geo::JunctionId> keep;
    for (auto const& post : posts) {
        keep.push_back(post.at);
    }
    auto const network = flow_network_of(graph, ground, keep);
    auto const first = first_at(network, posts);
    std::vector<std::vector<double>> today(posts.size());
    std::vector<std::vector<double>> after(posts.size());
    PostsPassed passed;
    for_each_world<Made>(
        options, job,
        [&](std::optional<std::uint64_t> number) {
            auto const draw = drawn(network, ground, options, number);
            return passed_in(World{network, ground, options, draw}, posts, first);
        },
        [&](std::size_t, Made const& made) {
            passed.all += made.all;
            for (std::size_t post = 0; post < posts.size(); ++post) {
                today[post].push_back(made.today[post]);
                after[post].push_back(made.after[post]);
            }
        });
    auto const worlds = static_cast<double>(worlds_of(options));
    passed.all /= worlds;
    auto const band = [worlds](std::vector<double>& values) {
        return band_of(values, std::accumulate(values.begin(), values.end(), 0.0) / worlds);
    };
    for (std::size_t post = 0; post < posts.size(); ++post) {
        passed.posts.push_back({band(today[post]), band(after[post])});
    }
    return passed;
}

}  // namespace marchland::analysis::flows
