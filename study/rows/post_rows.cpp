// Posts that a study asks for, as rows.
#include "analysis/outreach/posts.hpp"
#include "analysis/outreach/robust_posts.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace marchland::study {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::JunctionId;

constexpr int band_worlds = 200;

/// A place where a post may stand: communes, markets and official crossings on the network.
struct Site {
    std::string kind;
    std::string id;
    std::string name;
    analysis::network::Anchor anchor;
    std::optional<CrossingId> crossing;
};

std::vector<Site> sites_of(analysis::routes::Routes const& routes, Region const& region)
{
    std::vector<Site> sites;
    for (auto const id : region.communes.code.ids()) {
        if (auto const& anchor = routes.anchors.communes[id]) {
            sites.push_back(
                {"commune", region.communes.code[id], region.communes.name[id], *anchor, {}});
        }
    }
    for (auto const id : region.markets.id.ids()) {
        if (auto const& anchor = routes.anchors.markets[id]) {
            sites.push_back(
                {"market", region.markets.id[id], region.markets.name[id], *anchor, {}});
        }
    }
    for (auto const id : region.crossings.id.ids()) {
        auto const& anchor = routes.anchors.crossings[id];
        bool const open = region.crossings.status[id] != geo::CrossingStatus::closed;
        if (anchor && open && !region.crossings.informal(id)) {
            sites.push_back(
                {"crossing", region.crossings.id[id], region.crossings.name[id], *anchor, id});
        }
    }
    return sites;
}

std::vector<std::uint32_t> standing_of(std::vector<Site> const& sites,
                                       std::vector<std::string> const& names)
{
    std::vector<std::string> known;
    for (auto const& site : sites) {
        known.push_back(site.id);
    }
    std::vector<std::uint32_t> standing;
    for (auto const& name : names) {
        auto const at = std::ranges::find(known, name);
        if (at == known.end()) {
            auto const near = geo::nearest_name(name, known);
            throw geo::Error{
                geo::Trouble::usage,
                "[posts] standing: there is no commune, market or open official crossing " + name +
                    " on the network" + (near ? "; did you mean " + *near + "?" : "")};
        }
        standing.push_back(static_cast<std::uint32_t>(at - known.begin()));
    }
    return standing;
}

/// Sites on the quickest way of each pair of commune and crossing.
class OnTheWay {
public:
    OnTheWay(analysis::routes::Routes const& routes, std::vector<Site> const& sites)
        : routes_{routes}
    {
        for (std::uint32_t s = 0; s < sites.size(); ++s) {
            at_[sites[s].anchor.junction].push_back(s);
        }
    }

    std::vector<std::uint32_t> sites(CommuneId from, CrossingId to) const
    {
        std::vector<std::uint32_t> found;
        auto const& tree = *routes_.exposure.trees[to];
        auto junction = routes_.anchors.communes[from]->junction;
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

    analysis::routes::Routes const& routes_;
    std::map<JunctionId, std::vector<std::uint32_t>> at_;
};

/// What flows from communes to crossings, by the sites on the way. \param shares of a commune.
template <class Shares>
std::vector<analysis::outreach::Reached>
flow_demand(analysis::routes::Routes const& routes, analysis::flows::Movement const& movement,
            std::vector<Site> const& sites, Shares const& shares)
{
    OnTheWay const way{routes, sites};
    std::vector<analysis::outreach::Reached> demand;
    for (auto const id : movement.demand.ids()) {
        if (!routes.anchors.communes[id] || !(movement.demand[id].expected > 0.0)) {
            continue;
        }
        auto const share = shares(id);
        for (std::size_t c = 0; c < share.size(); ++c) {
            if (share[c] > 0.0) {
                demand.push_back({movement.demand[id].expected * share[c],
                                  way.sites(id, static_cast<CrossingId>(c))});
            }
        }
    }
    return demand;
}

/// Who passes where, and which crossings people would avoid for each site: those at its junction.
analysis::outreach::PassingInput passing_input(StudyFile const& study,
                                               analysis::routes::Routes const& routes,
                                               analysis::flows::Movement const& movement,
                                               std::vector<Site> const& sites,
                                               std::vector<std::uint32_t> standing)
{
    OnTheWay const way{routes, sites};
    analysis::outreach::PassingInput input{.sites = sites.size(),
                                           .origins = {},
                                           .at = {},
                                           .standing = std::move(standing),
                                           .theta = study.theta,
                                           .robust = study.posts.robust};
    for (auto const id : movement.demand.ids()) {
        if (!routes.anchors.communes[id] || !(movement.demand[id].expected > 0.0)) {
            continue;
        }
        analysis::outreach::PassingBy origin{.people = movement.demand[id].expected,
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

/// The persons of each commune, by the sites within reach.
std::vector<analysis::outreach::Reached> people_demand(StudyFile const& study,
                                                       analysis::routes::Routes const& routes,
                                                       analysis::flows::Movement const& movement,
                                                       std::vector<Site> const& sites,
                                                       geo::Job const& job)
{
    std::vector<analysis::outreach::Reached> demand(movement.demand.size());
    for (auto const id : movement.demand.ids()) {
        demand[index_of(id)].weight = std::max(0.0, movement.demand[id].expected);
        if (!(demand[index_of(id)].weight > 0.0)) {
            demand[index_of(id)].weight = 0.0;  // no figure
        }
    }
    std::vector<std::vector<CommuneId>> near(sites.size());
    auto const access = [&study](analysis::network::Anchor const& anchor) {
        return anchor.metres / 1000.0 / analysis::travel::access_speed_kmh(study.travel);
    };
    geo::for_each_index(sites.size(), job.threads(), [&](std::size_t s) {
        job.at(static_cast<double>(s) / static_cast<double>(sites.size()));
        auto const tree =
            routes.graph.tree(sites[s].anchor.junction, analysis::routes::Direction::to_root);
        for (auto const id : movement.demand.ids()) {
            auto const& from = routes.anchors.communes[id];
            if (from && tree.ticks[from->junction] != analysis::routes::unreachable &&
                access(*from) + analysis::routes::hours_of(tree.ticks[from->junction]) +
                        access(sites[s].anchor) <=
                    study.posts.minutes / 60.0) {
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

double reached_at(std::vector<analysis::outreach::Reached> const& demand,
                  std::vector<bool> const& post)
{
    double sum = 0.0;
    for (auto const& one : demand) {
        sum += std::ranges::any_of(one.sites, [&](auto site) { return post[site]; }) ? one.weight
                                                                                     : 0.0;
    }
    return sum;
}

/// Tells of the posts one after the other what they reach together.
class Teller {
public:
    Teller(StudyFile const& study, analysis::routes::Routes const& routes,
           analysis::flows::Ground const& ground, analysis::flows::Movement const& movement,
           std::vector<Site> const& sites, std::vector<analysis::outreach::Reached> people,
           analysis::outreach::PassingInput passing)
        : study_{study}, routes_{routes}, ground_{ground}, movement_{movement}, sites_{sites},
          people_{std::move(people)}, passing_{std::move(passing)}, post_(sites.size())
    {
        if (by_flow()) {
            flow_ = flow_demand(routes, movement, sites,
                                [&](CommuneId id) { return movement.choice.share[id]; });
        }
    }

    results::PostRow row(std::int64_t order, std::uint32_t site, geo::Job const& job)
    {
        post_[site] = true;
        auto const& here = sites_[site];
        results::PostRow row{.order = order, .kind = here.kind, .id = here.id, .name = here.name};
        double const before = reached_;
        reached_ = reached_at(by_flow() ? flow_ : people_, post_);
        row.adds = reached_ - before;
        row.reached = reached_;
        row.share = reached_ / all();
        auto const band = by_flow() ? flow_band(job) : people_band();
        row.reached_lower = std::min(reached_, band.lower);
        row.reached_upper = std::max(reached_, band.upper);
        row.reached_after = by_flow() ? after() : reached_;
        return row;
    }

private:
    bool by_flow() const { return study_.posts.reach == PostsReach::flow; }

    double all() const
    {
        double sum = 0.0;
        for (auto const& one : by_flow() ? flow_ : people_) {
            sum += one.weight;
        }
        return sum;
    }

    analysis::flows::Band flow_band(geo::Job const& job) const
    {
        analysis::flows::FlowOptions options{
            .choice = {.theta = study_.theta, .draws = band_worlds, .seed = study_.seed}};
        options.pair_draws = 0;
        for (std::size_t s = 0; s < sites_.size(); ++s) {
            if (post_[s]) {
                options.posts.push_back(sites_[s].anchor.junction);
            }
        }
        return analysis::flows::flow_bands(routes_.graph, ground_, options, job).at_posts;
    }

    analysis::flows::Band people_band() const
    {
        std::vector<double> values;
        for (int draw = 0; draw < band_worlds; ++draw) {
            auto const world = analysis::flows::drawn_world(movement_.demand, movement_.chance,
                                                            {.seed = study_.seed},
                                                            static_cast<std::uint64_t>(draw));
            auto drawn = people_;
            for (std::size_t i = 0; i < drawn.size(); ++i) {
                drawn[i].weight = world.people[static_cast<CommuneId>(i)];
            }
            values.push_back(reached_at(drawn, post_));
        }
        std::ranges::sort(values);
        return {values[band_worlds / 2], values[band_worlds / 20],
                values[band_worlds - 1 - band_worlds / 20]};
    }

    /// What is left once people avoid crossings with a post.
    double after() const
    {
        std::vector<std::uint32_t> posts;
        for (std::uint32_t s = 0; s < sites_.size(); ++s) {
            if (post_[s]) {
                posts.push_back(s);
            }
        }
        return analysis::outreach::reached_by(passing_, posts).after;
    }

    StudyFile const& study_;
    analysis::routes::Routes const& routes_;
    analysis::flows::Ground const& ground_;
    analysis::flows::Movement const& movement_;
    std::vector<Site> const& sites_;
    std::vector<analysis::outreach::Reached> people_;
    analysis::outreach::PassingInput passing_;  ///< by flow
    std::vector<analysis::outreach::Reached> flow_;
    std::vector<bool> post_;
    double reached_ = 0.0;
};

void say_gap(analysis::outreach::Posts const& posts, results::Results& results)
{
    if (posts.bound > posts.reached * (1.0 + 1e-9)) {
        results.findings.push_back(
            {.severity = geo::Severity::note,
             .rule = "posts-gap",
             .layer = "posts",
             .message = "the posts may not be the best: no choice of as many reaches more than " +
                        geo::fixed(100.0 * (posts.bound / posts.reached - 1.0), 1) + " % more",
             .action = "ask for fewer posts, or take them as they are"});
    }
}

}  // namespace

void fill_posts(StudyFile const& study, analysis::routes::Routes const& routes,
                analysis::flows::Ground const& ground, Region const& region,
                analysis::flows::Movement const& movement, results::Results& results,
                geo::Job const& job)
{
    auto const& settings = study.posts;
    if (settings.count == 0 && settings.standing.empty()) {
        return;
    }
    auto const sites = sites_of(routes, region);
    auto const standing = standing_of(sites, settings.standing);
    std::vector<analysis::outreach::Reached> people;
    analysis::outreach::PassingInput passing;
    analysis::outreach::Posts chosen;
    if (settings.reach == PostsReach::people) {
        people = people_demand(study, routes, movement, sites, job.part(0.0, 0.3));
        chosen = analysis::outreach::best_posts({sites.size(), people, standing}, settings.count,
                                                3000, job.part(0.3, 0.6));
    } else {
        passing = passing_input(study, routes, movement, sites, standing);
        chosen =
            analysis::outreach::robust_posts(passing, settings.count, 4.0e8, job.part(0.0, 0.6));
    }
    Teller teller{study, routes, ground, movement, sites, std::move(people), std::move(passing)};
    for (auto const site : standing) {
        results.posts.push_back(teller.row(0, site, job));
    }
    for (std::size_t i = 0; i < chosen.posts.size(); ++i) {
        results.posts.push_back(
            teller.row(static_cast<std::int64_t>(i) + 1, chosen.posts[i].site, job));
    }
    say_gap(chosen, results);
}

}  // namespace marchland::study
