// Posts that a study asks for, as rows.
#include "analysis/outreach/post_sites.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"
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

/// Tells of the posts one after the other what they reach together.
class Teller {
public:
    Teller(StudyFile const& study, analysis::routes::Routes const& routes,
           analysis::flows::Ground const& ground, analysis::flows::Movement const& movement,
           std::vector<Site> const& sites, std::vector<Reached> people, PassingInput passing)
        : study_{study}, routes_{routes}, ground_{ground}, movement_{movement}, sites_{sites},
          people_{std::move(people)}, passing_{std::move(passing)}, post_(sites.size())
    {
        if (by_flow()) {
            flow_ = analysis::outreach::flow_demand(routes, movement, sites);
        }
    }

    results::PostRow row(std::int64_t order, std::uint32_t site, geo::Job const& job)
    {
        post_[site] = true;
        auto const& here = sites_[site];
        results::PostRow row{.order = order,
                             .kind = std::string{name_of(here.kind)},
                             .id = here.id,
                             .name = here.name};
        double const before = reached_;
        reached_ = analysis::outreach::reached_at(by_flow() ? flow_ : people_, post_);
        row.adds = reached_ - before;
        row.reached = reached_;
        row.share = reached_ / all();
        auto const band =
            by_flow() ? analysis::outreach::flow_band(routes_, ground_, sites_, post_, study_.theta,
                                                      study_.seed, job)
                      : analysis::outreach::people_band(people_, movement_, post_, study_.seed);
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
    std::vector<Reached> people_;
    PassingInput passing_;  ///< by flow
    std::vector<Reached> flow_;
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
