#include "analysis/simulation/simulate.hpp"

#include "analysis/neighbours/proximity.hpp"
#include "analysis/numerics/distributions.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>

namespace marchland::analysis::simulation {
namespace {

using geo::CommuneId;
using geo::PerCommune;

constexpr double best_reporting = 0.5;  // nowhere are more than half of the victims found

void check(WorldOptions const& options)
{
    auto const need = [](bool right, std::string const& what, double found,
                         std::string const& expected) {
        if (!right) {
            throw geo::Error{geo::Trouble::usage,
                             what + " is " + geo::told(found) + "; expected " + expected};
        }
    };
    need(options.persons_a_year > 0.0 && options.persons_a_year <= 1e6,
         "the number of persons a year", options.persons_a_year, "a number above 0, up to 1000000");
    need(options.years >= 1 && options.years <= 50, "the number of years", options.years,
         "1 to 50");
    need(options.spread >= 0.0 && options.spread <= 3.0, "the spread", options.spread, "0 to 3");
    need(options.times >= 1.0 && options.times <= 100.0, "the risk in a cluster", options.times,
         "1 to 100");
    need(options.reporting_ratio >= 1.0 && options.reporting_ratio <= 100.0,
         "the ratio of reporting", options.reporting_ratio, "1 to 100");
    need(options.indicator >= 0.0 && options.indicator < 1.0, "the correlation of the indicator",
         options.indicator, "0 up to, but not, 1");
    need(options.groups >= 1 && options.members >= 1, "the number of clusters or of their members",
         std::min(options.groups, options.members), "1 or more");
}

class Maker {
public:
    Maker(geo::Communes const& communes, neighbours::Neighbours const& near,
          WorldOptions const& options)
        : communes_{communes}, near_{near}, options_{options}, smoother_{smoother(communes,
                                                                                  options.reach)}
    {
    }

    World make()
    {
        PerCommune<double> const zero{communes_.size(), 0.0};
        World world{zero, zero, zero, zero, zero, PerCommune<int>{communes_.size(), 0}, {}};
        plant(world);
        standardise(world);
        report(world);
        indicate(world);
        detect(world);
        return world;
    }

private:
    bool lived_in(CommuneId id) const { return communes_.at_risk[id] > 0.0; }

    PerCommune<double> noise(std::string_view purpose) const
    {
        PerCommune<double> drawn{communes_.size()};
        for (auto const id : drawn.ids()) {
            drawn[id] = geo::Draws{geo::Random{options_.seed, purpose, geo::index_of(id)}}.normal();
        }
        return drawn;
    }

    PerCommune<double> field(std::string_view purpose) const
    {
        auto const drawn = noise(purpose);
        PerCommune<double> smooth{communes_.size(), 0.0};
        for (auto const id : smooth.ids()) {
            for (auto const& link : smoother_[id]) {
                smooth[id] += link.weight * drawn[link.to];
            }
        }
        return smooth;
    }

    void plant(World& world) const
    {
        switch (options_.family) {
        case WorldFamily::null:
            break;
        case WorldFamily::smooth:
            return plant_field(world);
        case WorldFamily::clusters:
            plant_clusters(world);
            break;
        case WorldFamily::corridor:
            plant_corridor(world);
            break;
        }
        for (auto const id : world.planted.ids()) {
            world.relative_risk[id] = world.planted[id] > 0 ? options_.times : 1.0;
        }
    }

    void plant_field(World& world) const
    {
        auto const shared = field("world-field");
        auto const own = noise("world-own");
        double const by_shared = options_.spread * std::sqrt(options_.smooth_share);
        double const by_own = options_.spread * std::sqrt(1.0 - options_.smooth_share);
        for (auto const id : shared.ids()) {
            world.relative_risk[id] = std::exp(by_shared * shared[id] + by_own * own[id]);
        }
    }

    /// Communes in a random order; those with people.
    std::vector<CommuneId> shuffled() const
    {
        std::vector<CommuneId> order;
        for (auto const id : communes_.code.ids()) {
            if (lived_in(id)) {
                order.push_back(id);
            }
        }
        geo::Draws draws{geo::Random{options_.seed, "world-places"}};
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[draws.below(i)]);
        }
        return order;
    }

    void plant_clusters(World& world) const
    {
        int number = 0;
        for (auto const centre : shuffled()) {
            if (number == options_.groups) {
                return;
            }
            if (world.planted[centre] == 0) {
                grow(centre, ++number, world.planted);
            }
        }
    }

    /// From a centre outwards, ring by ring, over communes that are still free.
    void grow(CommuneId centre, int number, PerCommune<int>& planted) const
    {
        std::vector<CommuneId> members{centre};
        planted[centre] = number;
        auto const enough = [&] {
            return members.size() >= static_cast<std::size_t>(options_.members);
        };
        for (std::size_t next = 0; next < members.size() && !enough(); ++next) {
            for (auto const other : near_[members[next]]) {
                if (planted[other] == 0 && !enough()) {
                    planted[other] = number;
                    members.push_back(other);
                }
            }
        }
    }

    /// The longest of some shortest chains between two communes.
    void plant_corridor(World& world) const
    {
        for (auto const id : longest_chain(shuffled())) {
            world.planted[id] = 1;
        }
    }

    std::vector<CommuneId> longest_chain(std::vector<CommuneId> const& order) const
    {
        constexpr std::size_t tries = 8;
        auto const most =
            static_cast<std::size_t>(options_.groups) * static_cast<std::size_t>(options_.members);
        std::vector<CommuneId> longest;
        for (std::size_t i = 0; i + 1 < std::min(2 * tries, order.size()); i += 2) {
            auto chain = chain_between(order[i], order[i + 1]);
            if (chain.size() > longest.size()) {
                longest = std::move(chain);
            }
        }
        longest.resize(std::min(longest.size(), most));
        return longest;
    }

    /// Breadth first; of equally short chains the one over the first neighbours.
    std::vector<CommuneId> chain_between(CommuneId from, CommuneId to) const
    {
        constexpr auto nobody = static_cast<CommuneId>(std::numeric_limits<std::uint32_t>::max());
        PerCommune<CommuneId> before{communes_.size(), nobody};
        before[from] = from;
        std::queue<CommuneId> open{{from}};
        while (!open.empty() && before[to] == nobody) {
            auto const at = open.front();
            open.pop();
            for (auto const other : near_[at]) {
                if (before[other] == nobody) {
                    before[other] = at;
                    open.push(other);
                }
            }
        }
        std::vector<CommuneId> chain;
        if (before[to] != nobody) {
            for (auto at = to; at != from; at = before[at]) {
                chain.push_back(at);
            }
            chain.push_back(from);
        }
        return chain;
    }

    /// Weighted by people, the mean of the risk is 1.
    void standardise(World& world) const
    {
        double people = 0.0;
        double weighted = 0.0;
        for (auto const id : communes_.code.ids()) {
            if (lived_in(id)) {
                people += communes_.at_risk[id];
                weighted += communes_.at_risk[id] * world.relative_risk[id];
            } else {
                world.relative_risk[id] = 0.0;
            }
        }
        if (people == 0.0) {
            throw geo::Error{geo::Trouble::usage,
                             "nobody lives in the region: no commune has people at risk"};
        }
        for (double& risk : world.relative_risk) {
            risk *= people / weighted;
        }
    }

    /// Reporting is a smooth field too: patrols and offices serve areas, not single communes.
    void report(World& world) const
    {
        auto const field_of_effort = field("world-reporting");
        double const log_ratio = std::log(options_.reporting_ratio);
        double detected = 0.0;
        for (auto const id : communes_.code.ids()) {
            // the normal distribution function: even between the least and the most
            double const share = numerics::normal_cdf(field_of_effort[id]);
            world.reporting[id] = best_reporting * std::exp(log_ratio * (share - 1.0));
            world.effort[id] = 100.0 * world.reporting[id];
            detected += people(id) * world.relative_risk[id] * world.reporting[id];
        }
        for (auto const id : communes_.code.ids()) {
            world.persons[id] =
                people(id) * world.relative_risk[id] * options_.persons_a_year / detected;
        }
    }

    double people(CommuneId id) const { return lived_in(id) ? communes_.at_risk[id] : 0.0; }

    /// z-score of the log risk, blurred by noise to the correlation asked for.
    void indicate(World& world) const
    {
        double sum = 0.0;
        double squares = 0.0;
        double count = 0.0;
        for (auto const id : communes_.code.ids()) {
            if (lived_in(id)) {
                double const log_risk = std::log(world.relative_risk[id]);
                sum += log_risk;
                squares += log_risk * log_risk;
                count += 1.0;
            }
        }
        double const mean = sum / count;
        double const deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
        auto const blur = noise("world-indicator");
        double const r = options_.indicator;
        for (auto const id : communes_.code.ids()) {
            double const z = lived_in(id) && deviation > 1e-9
                                 ? (std::log(world.relative_risk[id]) - mean) / deviation
                                 : 0.0;
            world.indicator[id] = r * z + std::sqrt(1.0 - r * r) * blur[id];
        }
    }

    void detect(World& world) const
    {
        for (int year = 0; year < options_.years; ++year) {
            auto const purpose = "world-year-" + std::to_string(year);
            auto& counts = world.detected.emplace_back(communes_.size(), 0.0);
            for (auto const id : counts.ids()) {
                geo::Draws draws{geo::Random{options_.seed, purpose, geo::index_of(id)}};
                counts[id] =
                    static_cast<double>(draws.poisson(world.persons[id] * world.reporting[id]));
            }
        }
    }

    geo::Communes const& communes_;
    neighbours::Neighbours const& near_;
    WorldOptions const& options_;
    neighbours::Weights smoother_;
};

}  // namespace

std::string_view name_of(WorldFamily family)
{
    constexpr std::array names{std::string_view{"null"}, std::string_view{"smooth"},
                               std::string_view{"clusters"}, std::string_view{"corridor"}};
    return names.at(static_cast<std::size_t>(family));
}

neighbours::Weights smoother(geo::Communes const& communes, int reach)
{
    auto weights = neighbours::by_kernel(neighbours::centres_of(communes),
                                         neighbours::Kernel::bisquare, reach);
    for (auto const id : weights.ids()) {
        auto& links = weights[id];
        auto const self = std::ranges::lower_bound(links, id, {}, &neighbours::Link::to);
        links.insert(self, {id, 1.0});
        double squares = 0.0;
        for (auto const& link : links) {
            squares += link.weight * link.weight;
        }
        for (auto& link : links) {
            link.weight /= std::sqrt(squares);
        }
    }
    return weights;
}

World simulate(geo::Communes const& communes, neighbours::Neighbours const& near,
               WorldOptions const& options)
{
    check(options);
    return Maker{communes, near, options}.make();
}

}  // namespace marchland::analysis::simulation
