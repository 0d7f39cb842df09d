// Posts that a study asks for, as rows.
#include "analysis/outreach/post_sites.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/kinds.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>

namespace marchland::study {
namespace {

using analysis::outreach::PassingInput;
using analysis::outreach::Reached;
using analysis::outreach::Site;

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

/// Worlds that tell of posts.
constexpr int worlds_told = 200;

geo::Findings gap_findings(analysis::outreach::Posts const& posts)
{
    if (!(posts.bound > posts.reached * (1.0 + 1e-9))) {
        return {};
    }
    return {{.severity = geo::Severity::note,
             .rule = "posts-gap",
             .layer = "posts",
             .message = "the best possible choice of that many posts reaches at most " +
                        geo::fixed(100.0 * (posts.bound / posts.reached - 1.0), 1) +
                        " % more than this one; how close this one is to it is not known",
             .action = "ask for fewer posts, or take them as they are"}};
}

std::string network_of(Site const& site, analysis::routes::Doubts const& doubts,
                       Region const& region)
{
    auto const at = std::ranges::find(region.crossings.id, site.id);
    return site.kind != analysis::outreach::SiteKind::crossing || at == region.crossings.id.end()
               ? ""
               : std::string{name_of(kind_of(doubts.crossings[static_cast<geo::CrossingId>(
                     at - region.crossings.id.begin())]))};
}

}  // namespace

PostsFound posts_of(StudyFile const& study, analysis::routes::Routes const& routes,
                    analysis::flows::Ground const& ground, Region const& region,
                    analysis::flows::Movement const& movement, geo::Job const& job)
{
    auto const& settings = study.posts;
    if (settings.count == 0 && settings.standing.empty()) {
        return {};
    }
    auto const sites = analysis::outreach::sites_of(routes.anchors, region.communes, region.markets,
                                                    region.crossings);
    auto const standing = standing_of(sites, settings.standing);
    std::vector<Reached> people;
    PassingInput passing;
    analysis::outreach::Posts chosen;
    if (settings.reach == PostsReach::people) {
        people = analysis::outreach::people_demand(routes, movement.demand, sites, study.travel,
                                                   settings.minutes, job.part(0.0, 0.3));
        chosen = analysis::outreach::best_posts({sites.size(), people, standing}, settings.count,
                                                3000, job.part(0.3, 0.6));
    } else {
        passing = analysis::outreach::passing_input(routes, movement, sites);
        passing.standing = standing;
        passing.theta = study.theta;
        passing.robust = settings.robust;
        chosen =
            analysis::outreach::robust_posts(passing, settings.count, 4.0e8, job.part(0.0, 0.6));
    }
    PostsFound found{.rows = {}, .findings = gap_findings(chosen)};
    auto order = standing;
    for (auto const& post : chosen.posts) {
        order.push_back(post.site);
    }
    auto options = flow_options(study);
    options.choice.draws = std::min(options.choice.draws, worlds_told);
    auto const reached = settings.reach == PostsReach::people
                             ? analysis::outreach::reached_people(
                                   people, movement.demand, sites.size(), order, options.choice)
                             : analysis::outreach::reached_flow(routes, ground, sites, passing,
                                                                order, options, job.part(0.6, 1.0));
    double before = 0.0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto const& here = sites[order[i]];
        auto const& now = reached.posts[i];
        found.rows.push_back(
            {.order = static_cast<std::int64_t>(i < standing.size() ? 0 : i - standing.size() + 1),
             .kind = kind_of(here.kind),
             .id = here.id,
             .name = here.name,
             .adds = now.today.mean - before,
             .reached = now.today.mean,
             .share = now.today.mean / reached.all,
             .reached_lower = now.today.lower,
             .reached_upper = now.today.upper,
             .reached_after = now.after.mean,
             .network = network_of(here, routes.doubts, region)});
        before = now.today.mean;
    }
    return found;
}

}  // namespace marchland::study
