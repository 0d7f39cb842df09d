#include "analysis/outreach/robust_posts.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <map>

namespace marchland::analysis::outreach {
namespace {

using SiteNumber = std::uint32_t;
using Sites = std::vector<SiteNumber>;

void check(PassingInput const& input, int count)
{
    auto const known = [&input](Sites const& sites) {
        return std::ranges::all_of(sites, [&input](SiteNumber site) { return site < input.sites; });
    };
    bool sound = count >= 0 && known(input.standing) && input.at.size() == input.sites;
    for (auto const& origin : input.origins) {
        sound = sound && origin.people >= 0.0 && origin.sites.size() == origin.hours.size() &&
                std::ranges::all_of(origin.sites, known);
    }
    if (!sound) {
        throw geo::Error{geo::Trouble::usage,
                         "posts need sites that exist, people of 0 or more, a list of sites for "
                         "each crossing and a number of posts of 0 or more"};
    }
}

/// People over each crossing of each origin in turn, some crossings avoided.
std::vector<double> flows_avoiding(PassingInput const& input, Sites const& avoided)
{
    std::vector<double> flows;
    for (auto const& origin : input.origins) {
        auto hours = origin.hours;
        for (auto const crossing : avoided) {
            hours[crossing] += input.avoid_hours;
        }
        for (double const share : flows::logit_shares(hours, input.theta, 0.0, origin.pull)) {
            flows.push_back(origin.people * share);
        }
    }
    return flows;
}

Sites crossings_at(PassingInput const& input, Sites const& posts)
{
    Sites crossings;
    for (auto const post : posts) {
        crossings.insert(crossings.end(), input.at[post].begin(), input.at[post].end());
    }
    std::ranges::sort(crossings);
    crossings.erase(std::unique(crossings.begin(), crossings.end()), crossings.end());
    return crossings;
}

/// Values choices of posts. Not for two threads at once: it remembers flows.
class Judge {
public:
    explicit Judge(PassingInput const& input) : input_{input}, today_{flows_avoiding(input, {})}
    {
        words_ = input.sites / 64 + 1;
        for (auto const& origin : input.origins) {
            for (auto const& sites : origin.sites) {
                auto const first = passed_.size();
                passed_.resize(first + words_);
                for (auto const site : sites) {
                    passed_[first + site / 64] |= std::uint64_t{1} << site % 64;
                }
            }
        }
    }

    std::size_t pairs() const { return today_.size(); }

    double value(Sites const& posts)
    {
        auto const& weights = weights_avoiding(crossings_at(input_, posts));
        return sum(weights, posts);
    }

    PassingReached reached(Sites const& posts) const
    {
        return {sum(today_, posts),
                sum(flows_avoiding(input_, crossings_at(input_, posts)), posts)};
    }

private:
    std::vector<double> const& weights_avoiding(Sites const& avoided)
    {
        if (auto const found = known_.find(avoided); found != known_.end()) {
            return found->second;
        }
        if (known_.size() * pairs() > most_kept) {
            known_.clear();
        }
        auto weights = flows_avoiding(input_, avoided);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            weights[i] = (1.0 - input_.robust) * today_[i] + input_.robust * weights[i];
        }
        return known_.emplace(avoided, std::move(weights)).first->second;
    }

    double sum(std::vector<double> const& weights, Sites const& posts) const
    {
        double sum = 0.0;
        for (std::size_t pair = 0; pair < weights.size(); ++pair) {
            bool const met = std::ranges::any_of(posts, [&](SiteNumber site) {
                return (passed_[pair * words_ + site / 64] >> site % 64 & 1U) != 0;
            });
            sum += met ? weights[pair] : 0.0;
        }
        return sum;
    }

    static constexpr std::size_t most_kept = 4'000'000;

    PassingInput const& input_;
    std::vector<double> today_;
    std::size_t words_ = 1;
    std::vector<std::uint64_t> passed_;  ///< sites on the way of each pair, as bits
    std::map<Sites, std::vector<double>> known_;
};

struct Found {
    Sites posts;
    double value = 0.0;
};

/// More, or as much with fewer posts or with lower sites.
bool better(Found const& a, Found const& b)
{
    if (a.value != b.value) {
        return a.value > b.value;
    }
    return a.posts.size() != b.posts.size() ? a.posts.size() < b.posts.size() : a.posts < b.posts;
}

/// Sites that anybody passes and that have no post yet.
Sites candidates_of(PassingInput const& input)
{
    std::vector<bool> passed(input.sites);
    for (auto const& origin : input.origins) {
        for (auto const& sites : origin.sites) {
            for (auto const site : sites) {
                passed[site] = passed[site] || origin.people > 0.0;
            }
        }
    }
    for (auto const site : input.standing) {
        passed[site] = false;
    }
    Sites candidates;
    for (SiteNumber site = 0; site < input.sites; ++site) {
        if (passed[site]) {
            candidates.push_back(site);
        }
    }
    return candidates;
}

/// How many choices of at most `count` there are.
double choices_of(std::size_t sites, int count)
{
    double all = 0.0;
    double of_size = 1.0;
    for (int size = 1; size <= count && static_cast<std::size_t>(size) <= sites; ++size) {
        of_size *= static_cast<double>(sites - static_cast<std::size_t>(size) + 1) / size;
        all += of_size;
    }
    return all;
}

/// Exhaustive search: tries all choices that begin with some candidate and go on with later ones.
class Trial {
public:
    Trial(PassingInput const& input, Sites const& candidates, int count, geo::Job const& job)
        : judge_{input}, candidates_{candidates}, count_{static_cast<std::size_t>(count)},
          standing_{input.standing.size()}, job_{job}, now_{input.standing}
    {
    }

    Found from(std::size_t first)
    {
        add(first);
        return best_;
    }

private:
    void add(std::size_t candidate)
    {
        if (now_.size() < standing_ + 2) {
            job_.at(0.0);
        }
        now_.push_back(candidates_[candidate]);
        Found const found{{now_.begin() + static_cast<std::ptrdiff_t>(standing_), now_.end()},
                          judge_.value(now_)};
        if (best_.posts.empty() || better(found, best_)) {
            best_ = found;
        }
        for (std::size_t next = candidate + 1;
             now_.size() - standing_ < count_ && next < candidates_.size(); ++next) {
            add(next);
        }
        now_.pop_back();
    }

    Judge judge_;
    Sites const& candidates_;
    std::size_t count_;
    std::size_t standing_;
    geo::Job const& job_;
    Sites now_;
    Found best_;
};

Found best_of_all(PassingInput const& input, Sites const& candidates, int count,
                  geo::Job const& job)
{
    std::vector<Found> found(candidates.size());
    geo::for_each_index(candidates.size(), job.threads(), [&](std::size_t first) {
        found[first] = Trial{input, candidates, count, job}.from(first);
    });
    return found.empty() ? Found{}
                         : *std::ranges::max_element(
                               found, [](Found const& a, Found const& b) { return better(b, a); });
}

Sites joined(Sites a, Sites const& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// Local search: adds or exchanges the site that gains most, until nothing gains.
Found climb(PassingInput const& input, Sites const& candidates, int count, Sites const& start,
            Judge& judge, geo::Job const& job)
{
    Found now{start, judge.value(joined(input.standing, start))};
    bool gained = true;
    while (gained) {
        Found best = now;
        auto const look = [&](Sites posts) {
            std::ranges::sort(posts);
            double const value = judge.value(joined(input.standing, posts));
            if (value > best.value) {
                best = {std::move(posts), value};
            }
        };
        for (auto const site : candidates) {
            job.at(0.0);
            if (std::ranges::find(now.posts, site) != now.posts.end()) {
                continue;
            }
            if (now.posts.size() < static_cast<std::size_t>(count)) {
                look(joined(now.posts, {site}));
            }
            for (std::size_t out = 0; out < now.posts.size(); ++out) {
                auto posts = now.posts;
                posts[out] = site;
                look(std::move(posts));
            }
        }
        gained = best.value > now.value;
        now = std::move(best);
    }
    return now;
}

/// The best if each crossing had all it can have at once: no choice reaches more than its bound.
Posts at_their_most(PassingInput const& input, int count, geo::Job const& job)
{
    Sites all(input.sites);
    for (SiteNumber site = 0; site < input.sites; ++site) {
        all[site] = site;
    }
    auto const avoidable = crossings_at(input, all);
    PostsInput covered{.sites = input.sites, .demand = {}, .standing = input.standing};
    double people = 0.0;
    for (auto const& origin : input.origins) {
        auto const today = flows::logit_shares(origin.hours, input.theta, 0.0, origin.pull);
        people += origin.people;
        for (std::uint32_t c = 0; c < today.size(); ++c) {
            auto hours = origin.hours;
            for (auto const other : avoidable) {
                hours[other] += other == c ? 0.0 : input.avoid_hours;
            }
            double const most = flows::logit_shares(hours, input.theta, 0.0, origin.pull)[c];
            covered.demand.push_back(
                {origin.people * ((1.0 - input.robust) * today[c] + input.robust * most),
                 origin.sites[c]});
        }
    }
    auto posts = best_posts(covered, count, 3000, job);
    posts.bound = std::min(people, posts.bound);
    return posts;
}

/// The posts in the order in which they add most.
Posts told(PassingInput const& input, Sites left, Judge& judge)
{
    auto now = input.standing;
    Posts posts{.standing = judge.value(now)};
    posts.reached = posts.standing;
    while (!left.empty()) {
        std::size_t best = 0;
        double most = -1.0;
        for (std::size_t i = 0; i < left.size(); ++i) {
            double const value = judge.value(joined(now, {left[i]}));
            if (value > most) {
                best = i;
                most = value;
            }
        }
        posts.posts.push_back({left[best], most - posts.reached});
        posts.reached = most;
        now.push_back(left[best]);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
    }
    return posts;
}

}  // namespace

PassingReached reached_by(PassingInput const& input, std::vector<std::uint32_t> const& posts)
{
    check(input, 0);
    return Judge{input}.reached(posts);
}

Posts robust_posts(PassingInput const& input, int count, double exact_work, geo::Job const& job)
{
    job.at(0.0);
    check(input, count);
    Judge judge{input};
    auto const candidates = candidates_of(input);
    bool const exact =
        choices_of(candidates.size(), count) * static_cast<double>(judge.pairs()) <= exact_work;
    Found best{{}, judge.value(input.standing)};
    double bound = 0.0;
    if (exact && count > 0) {
        auto const found = best_of_all(input, candidates, count, job);
        best = found.value > best.value ? found : best;
    } else if (count > 0) {
        auto const most = at_their_most(input, count, job.part(0.0, 0.3));
        bound = most.bound;
        Sites start;
        for (auto const& post : most.posts) {
            start.push_back(post.site);
        }
        std::ranges::sort(start);
        best = climb(input, candidates, count, {}, judge, job.part(0.3, 0.6));
        auto const other = climb(input, candidates, count, start, judge, job.part(0.6, 1.0));
        best = better(other, best) ? other : best;
    }
    auto posts = told(input, best.posts, judge);
    posts.bound = std::max(posts.reached, bound);
    return posts;
}

}  // namespace marchland::analysis::outreach
