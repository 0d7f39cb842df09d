#include "bench/decisions/shapes.hpp"

#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

namespace marchland::decisions {
namespace {

using geo::CommuneId;

constexpr std::uint64_t seed = 77;

/// The level is not known: given their sum, counts are multinomial.
class Likelihood {
public:
    Likelihood(Counts const& counts, double times) : counts_{counts}, times_{times}
    {
        for (std::size_t i = 0; i < counts.cases.size(); ++i) {
            cases_ += counts.cases[i];
            expected_ += counts.expected[i];
        }
    }

    struct Judged {
        double log_likelihood = 0.0;
        double level = 0.0;  ///< risk outside, up to a factor, so that persons add up
    };

    Judged operator()(auto const& planted) const
    {
        double cases = 0.0;
        double inside = 0.0;
        for (auto const place : planted) {
            cases += counts_.cases[place];
            inside += counts_.expected[place];
        }
        double const level = 1.0 / (expected_ + (times_ - 1.0) * inside);
        return {cases * std::log(times_) + cases_ * std::log(level), level};
    }

private:
    Counts const& counts_;
    double times_;
    double cases_ = 0.0;
    double expected_ = 0.0;
};

/// Mean of products less product of means.
std::vector<double> covariance_of(std::vector<double> together, std::size_t n)
{
    std::vector<double> mean(n);
    for (std::size_t i = 0; i < n; ++i) {
        mean[i] = together[i * n + i];
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            together[i * n + j] -= mean[i] * mean[j];
        }
    }
    return together;
}

}  // namespace

/// The clusters of some ordered centres; nothing where a centre lies in an earlier cluster.
class ClusterShapes::Grower {
public:
    Grower(analysis::neighbours::Neighbours const& near, int members)
        : near_{near}, most_{static_cast<std::size_t>(members)}, taken_(near.size(), 0)
    {
    }

    bool grow(std::vector<std::size_t> const& centres)
    {
        for (auto const place : planted_) {
            taken_[place] = 0;
        }
        planted_.clear();
        for (auto const centre : centres) {
            if (taken_[centre] != 0) {
                return false;
            }
            grow_one(centre);
        }
        return true;
    }

    std::vector<std::size_t> const& planted() const { return planted_; }

private:
    void grow_one(std::size_t centre)
    {
        auto const first = planted_.size();
        auto const enough = [&] { return planted_.size() - first >= most_; };
        take(centre);
        for (auto next = first; next < planted_.size() && !enough(); ++next) {
            for (auto const other : near_[static_cast<CommuneId>(planted_[next])]) {
                if (taken_[geo::index_of(other)] == 0 && !enough()) {
                    take(geo::index_of(other));
                }
            }
        }
    }

    void take(std::size_t place)
    {
        taken_[place] = 1;
        planted_.push_back(place);
    }

    analysis::neighbours::Neighbours const& near_;
    std::size_t most_;
    std::vector<char> taken_;
    std::vector<std::size_t> planted_;
};

std::vector<double> ClusterShapes::covariance() const
{
    constexpr int worlds = 100'000;
    auto const n = near_.size();
    std::vector<double> together(n * n, 0.0);
    Grower grower{near_, members_};
    geo::Draws draws{geo::Random{seed, "cluster-worlds"}};
    for (int world = 0; world < worlds; ++world) {
        drawn_centres(draws, grower);
        for (auto const i : grower.planted()) {
            for (auto const j : grower.planted()) {
                together[i * n + j] += 1.0 / worlds;
            }
        }
    }
    return covariance_of(std::move(together), n);
}

std::vector<double> ClusterShapes::risk(Counts const& counts, double times) const
{
    constexpr int steps = 120'000;
    constexpr int heating = 20'000;  // the likelihood enters little by little
    auto const n = near_.size();
    Likelihood const likelihood{counts, times};
    Grower grower{near_, members_};
    geo::Draws draws{geo::Random{seed, "cluster-chain"}};
    auto centres = drawn_centres(draws, grower);
    auto planted = grower.planted();
    auto now = likelihood(planted);
    std::vector<double> risk(n, 0.0);
    double base = 0.0;
    for (int step = 0; step < steps; ++step) {
        auto asked = centres;
        double const hastings = move_one(asked, draws);
        double const heat = std::min(1.0, static_cast<double>(step) / heating);
        double const chance = draws.uniform();
        if (grower.grow(asked)) {
            auto const then = likelihood(grower.planted());
            if (std::log(chance) < heat * (then.log_likelihood - now.log_likelihood) + hastings) {
                centres = asked;
                planted = grower.planted();
                now = then;
            }
        }
        if (step >= heating) {
            base += now.level;
            for (auto const place : planted) {
                risk[place] += (times - 1.0) * now.level;
            }
        }
    }
    for (double& one : risk) {
        one += base;
    }
    return risk;
}

std::vector<std::size_t> ClusterShapes::drawn_centres(geo::Draws& draws, Grower& grower) const
{
    std::vector<std::size_t> centres(static_cast<std::size_t>(groups_));
    do {
        std::ranges::generate(centres, [&] { return draws.below(near_.size()); });
    } while (!grower.grow(centres));
    return centres;
}

/// To a neighbour or anywhere; returns the logarithm of Hastings' ratio.
double ClusterShapes::move_one(std::vector<std::size_t>& centres, geo::Draws& draws) const
{
    auto& moved = centres[draws.below(centres.size())];
    auto const& around = near_[static_cast<CommuneId>(moved)];
    if (draws.uniform() < 0.5 || around.empty()) {
        moved = draws.below(near_.size());
        return 0.0;
    }
    moved = geo::index_of(around[draws.below(around.size())]);
    return std::log(static_cast<double>(around.size()) /
                    static_cast<double>(near_[static_cast<CommuneId>(moved)].size()));
}

CorridorShapes::CorridorShapes(analysis::neighbours::Neighbours const& near, int tries, int most)
    : communes_{near.size()}
{
    for (std::size_t from = 0; from < communes_; ++from) {
        add_chains(near, from);
    }
    std::vector<double> of_length;
    for (auto const& chain : chains_) {
        of_length.resize(std::max(of_length.size(), chain.members.size() + 1), 0.0);
        of_length[chain.members.size()] += 1.0;
    }
    std::vector<double> up_to(of_length.size(), 0.0);
    for (std::size_t length = 1; length < of_length.size(); ++length) {
        up_to[length] = up_to[length - 1] + of_length[length] / static_cast<double>(chains_.size());
    }
    double sum = 0.0;
    for (auto& chain : chains_) {
        auto const length = chain.members.size();
        // the first of the longest is kept: shorter ones before it, none longer after it
        for (int k = 0; k < tries; ++k) {
            chain.chance += std::pow(up_to[length - 1], k) * std::pow(up_to[length], tries - 1 - k);
        }
        sum += chain.chance;
        chain.members.resize(std::min(length, static_cast<std::size_t>(most)));
    }
    for (auto& chain : chains_) {
        chain.chance /= sum;
    }
}

/// Breadth first from one commune, as `simulate` does.
void CorridorShapes::add_chains(analysis::neighbours::Neighbours const& near, std::size_t from)
{
    std::vector<std::size_t> before(communes_, communes_);
    before[from] = from;
    std::queue<std::size_t> open{{from}};
    while (!open.empty()) {
        auto const at = open.front();
        open.pop();
        for (auto const other : near[static_cast<CommuneId>(at)]) {
            if (before[geo::index_of(other)] == communes_) {
                before[geo::index_of(other)] = at;
                open.push(geo::index_of(other));
            }
        }
    }
    for (std::size_t to = 0; to < communes_; ++to) {
        if (to == from || before[to] == communes_) {
            continue;
        }
        Chain chain;
        for (auto at = to; at != from; at = before[at]) {
            chain.members.push_back(static_cast<std::uint16_t>(at));
        }
        chain.members.push_back(static_cast<std::uint16_t>(from));
        chains_.push_back(std::move(chain));
    }
}

std::vector<double> CorridorShapes::covariance() const
{
    std::vector<double> together(communes_ * communes_, 0.0);
    for (auto const& chain : chains_) {
        for (auto const i : chain.members) {
            for (auto const j : chain.members) {
                together[i * communes_ + j] += chain.chance;
            }
        }
    }
    return covariance_of(std::move(together), communes_);
}

std::vector<double> CorridorShapes::risk(Counts const& counts, double times) const
{
    Likelihood const likelihood{counts, times};
    std::vector<double> score;
    std::vector<double> level;
    for (auto const& chain : chains_) {
        auto const judged = likelihood(chain.members);
        level.push_back(judged.level);
        score.push_back(std::log(chain.chance) + judged.log_likelihood);
    }
    double const most = *std::ranges::max_element(score);
    std::vector<double> risk(communes_, 0.0);
    double base = 0.0;
    for (std::size_t k = 0; k < chains_.size(); ++k) {
        double const weight = std::exp(score[k] - most) * level[k];
        base += weight;
        for (auto const i : chains_[k].members) {
            risk[i] += weight * (times - 1.0);
        }
    }
    for (double& one : risk) {
        one += base;
    }
    return risk;
}

}  // namespace marchland::decisions
