#include "analysis/outreach/post_sites.hpp"

#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace marchland::analysis::outreach {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::JunctionId;

/// Sites on the quickest way of each pair of commune and crossing.
class OnTheWay {
public:
    OnTheWay(routes::Routes const& routes, std::vector<Site> const& sites) : routes_{routes}
    {
        for (std::uint32_t s = 0; s < sites.size(); ++s) {
            at_[sites[s].anchor.junction].push_back(s);
        }
    }

    std::vector<std::uint32_t> sites(CommuneId from, CrossingId to) const
    {
        std::vector<std::uint32_t> found;
        auto const& tree = *routes_.exposure.trees[to];
        auto const junction = routes_.anchors.communes[from]->junction;
        add(junction, found);
        for (auto const a : routes_.graph.path(tree, junction)) {
            add(routes_.graph.arcs()[a].to, found);
        }
        return found;
    }

private:
    void add(JunctionId junction, std::vector<std::uint32_t>& found) const
    {
        if (auto const here = at_.find(junction); here != at_.end()) {
            found.insert(found.end(), here->second.begin(), here->second.end());
        }
    }

    routes::Routes const& routes_;
    std::map<JunctionId, std::vector<std::uint32_t>> at_;
};

/// Communes on the network from which somebody is expected to go.
std::vector<CommuneId> origins(routes::Routes const& routes, flows::Movement const& movement)
{
    std::vector<CommuneId> found;
    for (auto const id : movement.demand.ids()) {
        if (routes.anchors.communes[id] && movement.demand[id].expected > 0.0) {
            found.push_back(id);
        }
    }
    return found;
}

}  // namespace

std::string_view name_of(SiteKind kind)
{
    constexpr std::array names{std::string_view{"commune"}, std::string_view{"market"},
                               std::string_view{"crossing"}};
    return names.at(static_cast<std::size_t>(kind));
}

std::vector<Site> sites_of(routes::Anchors const& anchors, geo::Communes const& communes,
                           geo::Markets const& markets, geo::Crossings const& crossings)
{
    std::vector<Site> sites;
    for (auto const id : communes.code.ids()) {
        if (auto const& anchor = anchors.communes[id]) {
            sites.push_back({SiteKind::commune, communes.code[id], communes.name[id], *anchor});
        }
    }
    for (auto const id : markets.id.ids()) {
        if (auto const& anchor = anchors.markets[id]) {
            sites.push_back({SiteKind::market, markets.id[id], markets.name[id], *anchor});
        }
    }
    for (auto const id : crossings.id.ids()) {
        auto const& anchor = anchors.crossings[id];
        bool const open = crossings.status[id] != geo::CrossingStatus::closed;
        if (anchor && open && !crossings.informal(id)) {
            sites.push_back({SiteKind::crossing, crossings.id[id], crossings.name[id], *anchor});
        }
    }
    return sites;
}

std::vector<Reached> flow_demand(routes::Routes const& routes, flows::Movement const& movement,
                                 std::vector<Site> const& sites)
{
    OnTheWay const way{routes, sites};
    std::vector<Reached> demand;
    for (auto const id : origins(routes, movement)) {
        auto const& share = movement.choice.share[id];
        for (std::size_t c = 0; c < share.size(); ++c) {
            if (share[c] > 0.0) {
                demand.push_back({movement.demand[id].expected * share[c],
                                  way.sites(id, static_cast<CrossingId>(c))});
            }
        }
    }
    return demand;
}

PassingInput passing_input(routes::Routes const& routes, flows::Movement const& movement,
                           std::vector<Site> const& sites)
{
    OnTheWay const way{routes, sites};
    PassingInput input{.sites = sites.size(), .origins = {}, .at = {}, .standing = {}};
    for (auto const id : origins(routes, movement)) {
        PassingBy origin{.people = movement.demand[id].expected,
                         .hours = routes.exposure.to_crossing[id],
                         .pull = movement.demand[id].pull,
                         .sites = {}};
        for (auto const c : movement.chance.ids()) {
            auto& hours = origin.hours[index_of(c)];
            hours = movement.chance[c] > 0.0 ? hours : geo::infinite;
            origin.sites.push_back(std::isfinite(hours) ? way.sites(id, c)
                                                        : std::vector<std::uint32_t>{});
        }
        input.origins.push_back(std::move(origin));
    }
    for (auto const& site : sites) {
        auto& at = input.at.emplace_back();
        for (auto const c : movement.chance.ids()) {
            auto const& anchor = routes.anchors.crossings[c];
            if (anchor && anchor->junction == site.anchor.junction) {
                at.push_back(static_cast<std::uint32_t>(index_of(c)));
            }
        }
    }
    return input;
}

std::vector<Reached> people_demand(routes::Routes const& routes,
                                   geo::PerCommune<flows::Demand> const& people,
                                   std::vector<Site> const& sites,
                                   travel::TravelModel const& travel, double minutes,
                                   geo::Job const& job)
{
    std::vector<Reached> demand(people.size());
    for (auto const id : people.ids()) {
        double const expected = people[id].expected;
        demand[index_of(id)].weight = expected > 0.0 ? expected : 0.0;  // also where it is NaN
    }
    std::vector<std::vector<CommuneId>> near(sites.size());
    auto const access = [&travel](network::Anchor const& anchor) {
        return anchor.metres / 1000.0 / travel::access_speed_kmh(travel);
    };
    geo::for_each_index(sites.size(), job.threads(), [&](std::size_t s) {
        job.at(static_cast<double>(s) / static_cast<double>(sites.size()));
        auto const tree = routes.graph.tree(sites[s].anchor.junction, routes::Direction::to_root);
        for (auto const id : people.ids()) {
            auto const& from = routes.anchors.communes[id];
            if (from && tree.ticks[from->junction] != routes::unreachable &&
                access(*from) + routes::hours_of(tree.ticks[from->junction]) +
                        access(sites[s].anchor) <=
                    minutes / 60.0) {
                near[s].push_back(id);
            }
        }
    });
    for (std::uint32_t s = 0; s < sites.size(); ++s) {
        for (auto const id : near[s]) {
            demand[index_of(id)].sites.push_back(s);
        }
    }
    return demand;
}

double reached_at(std::vector<Reached> const& demand, std::vector<bool> const& post)
{
    double sum = 0.0;
    for (auto const& one : demand) {
        sum += std::ranges::any_of(one.sites, [&](auto site) { return post[site]; }) ? one.weight
                                                                                     : 0.0;
    }
    return sum;
}

flows::PostsPassed reached_people(std::vector<Reached> const& people,
                                  geo::PerCommune<flows::Demand> const& demand, std::size_t sites,
                                  std::vector<std::uint32_t> const& order,
                                  flows::ChoiceOptions const& options)
{
    std::vector<std::vector<double>> values(order.size());
    flows::PostsPassed reached;
    auto const worlds = static_cast<std::size_t>(std::max(1, options.draws));
    auto drawn = people;
    for (std::size_t draw = 0; draw < worlds; ++draw) {
        auto const world = flows::drawn_world(demand, options, draw);
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            drawn[i].weight = world.people[static_cast<CommuneId>(i)];
            reached.all += drawn[i].weight;
        }
        std::vector<bool> post(sites);
        for (std::size_t p = 0; p < order.size(); ++p) {
            post[order[p]] = true;
            values[p].push_back(reached_at(drawn, post));
        }
    }
    auto const count = static_cast<double>(worlds);
    reached.all /= count;
    for (auto& of_post : values) {
        auto const band =
            flows::band_of(of_post, std::accumulate(of_post.begin(), of_post.end(), 0.0) / count);
        reached.posts.push_back({band, band});
    }
    return reached;
}

flows::PostsPassed reached_flow(routes::Routes const& routes, flows::Ground const& ground,
                                std::vector<Site> const& sites, PassingInput const& passing,
                                std::vector<std::uint32_t> const& order,
                                flows::FlowOptions const& options, geo::Job const& job)
{
    std::vector<flows::Post> posts;
    for (auto const site : order) {
        auto& post = posts.emplace_back(flows::Post{sites[site].anchor.junction, {}});
        for (auto const crossing : passing.at[site]) {
            post.avoided.push_back(static_cast<CrossingId>(crossing));
        }
    }
    return flows::posts_passed(routes.graph, ground, posts, options, job);
}

}  // namespace marchland::analysis::outreach
