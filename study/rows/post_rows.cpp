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

/// Worlds that tell of each post; its flows are computed anew for each.
constexpr int worlds_told = 200;

/// Tells of the posts one after the other what they reach together.
class Teller {
public:
    Teller(StudyFile const& study, analysis::routes::Routes const& routes,
           analysis::flows::Ground const& ground, analysis::flows::Movement const& movement,
           std::vector<Site> const& sites, std::vector<Reached> people, PassingInput passing)
        : study_{study}, routes_{routes}, ground_{ground}, movement_{movement}, sites_{sites},
          people_{std::move(people)}, passing_{std::move(passing)}, post_(sites.size())
    {
    }

    results::PostRow row(std::int64_t order, std::uint32_t site, geo::Job const& job)
    {
        post_[site] = true;
        auto const& here = sites_[site];
        auto const now = reached(job);
        results::PostRow row{
            .order = order, .kind = kind_of(here.kind), .id = here.id, .name = here.name};
        row.adds = now.today.mean - before_;
        row.reached = now.today.mean;
        row.reached_lower = now.today.lower;
        row.reached_upper = now.today.upper;
        row.share = now.today.mean / now.all;
        row.reached_after = now.after.mean;
        before_ = row.reached;
        return row;
    }

private:
    analysis::outreach::PostsReached reached(geo::Job const& job) const
    {
        auto options = flow_options(study_);
        options.choice.draws = std::min(options.choice.draws, worlds_told);
        if (study_.posts.reach == PostsReach::people) {
            return analysis::outreach::reached_people(people_, movement_.demand, post_,
                                                      options.choice);
        }
        std::vector<geo::CrossingId> avoided;
        for (std::size_t s = 0; s < sites_.size(); ++s) {
            for (auto const crossing : post_[s] ? passing_.at[s] : std::vector<std::uint32_t>{}) {
                avoided.push_back(static_cast<geo::CrossingId>(crossing));
            }
        }
        return analysis::outreach::reached_flow(routes_, ground_, sites_, post_, avoided, options,
                                                job);
    }

    StudyFile const& study_;
    analysis::routes::Routes const& routes_;
    analysis::flows::Ground const& ground_;
    analysis::flows::Movement const& movement_;
    std::vector<Site> const& sites_;
    std::vector<Reached> people_;
    PassingInput passing_;  ///< by flow
    std::vector<bool> post_;
    double before_ = 0.0;
};

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
    Teller teller{study, routes, ground, movement, sites, std::move(people), std::move(passing)};
    PostsFound found{.rows = {}, .findings = gap_findings(chosen)};
    for (auto const site : standing) {
        found.rows.push_back(teller.row(0, site, job));
    }
    for (std::size_t i = 0; i < chosen.posts.size(); ++i) {
        found.rows.push_back(
            teller.row(static_cast<std::int64_t>(i) + 1, chosen.posts[i].site, job));
    }
    return found;
}

}  // namespace marchland::study
