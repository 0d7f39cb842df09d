#include "analysis/flows/bands.hpp"

#include "analysis/flows/world.hpp"
#include "analysis/flows/worlds.hpp"
#include "analysis/numerics/sample_quantile.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <numeric>

namespace marchland::analysis::flows {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;

/// The values of many worlds by what they are of; 0 where a world has none.
template <class Real>
class Gathered {
public:
    explicit Gathered(std::size_t things) : values_(things) {}
    void add(std::size_t thing, Real value) { values_[thing].push_back(value); }
    bool empty(std::size_t thing) const { return values_[thing].empty(); }
    std::size_t size() const { return values_.size(); }

    Band band(std::size_t thing, std::size_t worlds)
    {
        auto& values = values_[thing];
        values.resize(worlds);
        double const sum = std::accumulate(values.begin(), values.end(), 0.0);
        return band_of(values, sum / static_cast<double>(worlds));
    }
    /// Over the worlds in which there is a value.
    Band band_where_any(std::size_t thing) { return band(thing, values_[thing].size()); }

private:
    std::vector<std::vector<Real>> values_;
};

/// What goes over pairs of commune and crossing: sums over all worlds, values of the first ones.
class Pairs {
public:
    Pairs(std::size_t communes, std::size_t crossings, std::size_t told)
        : crossings_{crossings}, told_{told},
          sums_(communes * crossings), share_{communes * crossings}, hours_{communes * crossings},
          hours_sum_(crossings), hours_over_{crossings}
    {
    }

    void add(std::size_t world, std::vector<PairInWorld> const& pairs)
    {
        std::vector<double> people(crossings_);
        std::vector<double> hours(crossings_);
        for (auto const& pair : pairs) {
            auto const at = index_of(pair.commune) * crossings_ + index_of(pair.crossing);
            sums_[at].people += pair.people;
            sums_[at].share += pair.share;
            people[at % crossings_] += pair.people;
            hours[at % crossings_] += pair.people * pair.hours;
            if (world < told_) {
                share_.add(at, static_cast<float>(pair.share));
                hours_.add(at, static_cast<float>(pair.hours));
            }
        }
        for (std::size_t c = 0; c < crossings_; ++c) {
            hours_sum_[c] += hours[c];
            if (people[c] > 0.0) {
                hours_over_.add(c, hours[c] / people[c]);
            }
        }
    }

    /// \param people  over each crossing, in all worlds together.
    void fill(std::size_t worlds, FlowBands& bands)
    {
        auto const count = static_cast<double>(worlds);
        std::vector<double> people(crossings_);
        for (std::size_t at = 0; at < sums_.size(); ++at) {
            if (!(sums_[at].people > 0.0)) {
                continue;
            }
            people[at % crossings_] += sums_[at].people;
            PairBand pair{.crossing = static_cast<CrossingId>(at % crossings_),
                          .flow = sums_[at].people / count};
            double const mean = sums_[at].share / count;
            pair.share = share_.band(at, told_);
            pair.share = {mean, pair.share.median, std::min(mean, pair.share.lower),
                          std::max(mean, pair.share.upper)};
            pair.hours = hours_.empty(at)
                             ? Band{geo::unknown, geo::unknown, geo::unknown, geo::unknown}
                             : hours_.band_where_any(at);
            bands.pairs[static_cast<CommuneId>(at / crossings_)].push_back(pair);
        }
        for (auto const id : bands.hours.ids()) {
            auto const c = index_of(id);
            if (people[c] > 0.0) {
                double const mean = hours_sum_[c] / people[c];
                auto const band = hours_over_.band_where_any(c);
                bands.hours[id] = {mean, band.median, std::min(mean, band.lower),
                                   std::max(mean, band.upper)};
            }
        }
    }

private:
    struct Sum {
        double people = 0.0;
        double share = 0.0;
    };
    std::size_t crossings_;
    std::size_t told_;
    std::vector<Sum> sums_;
    Gathered<float> share_;
    Gathered<float> hours_;
    std::vector<double> hours_sum_;
    Gathered<double> hours_over_;  ///< crossings: means of worlds
};

/// What goes over crossings, and who reaches none.
class Totals {
public:
    explicit Totals(std::size_t crossings) : flow_{crossings}, share_{crossings} {}

    void add(Choices const& choices)
    {
        std::vector<double> flows(flow_.size());
        for (auto const& pair : choices.pairs) {
            flows[index_of(pair.crossing)] += pair.people;
        }
        double const all = std::accumulate(flows.begin(), flows.end(), 0.0);
        for (std::size_t c = 0; c < flows.size(); ++c) {
            flow_.add(c, flows[c]);
            share_.add(c, all > 0.0 ? flows[c] / all : 0.0);
        }
        rest_.add(0, all);
        rest_.add(1, choices.out_of_reach);
    }

    void fill(std::size_t worlds, FlowBands& bands)
    {
        for (auto const id : bands.crossings.ids()) {
            bands.crossings[id] = flow_.band(index_of(id), worlds);
            bands.shares[id] = share_.band(index_of(id), worlds);
        }
        bands.reached = rest_.band(0, worlds);
        bands.out_of_reach = rest_.band(1, worlds);
    }

private:
    Gathered<double> flow_;
    Gathered<double> share_;
    Gathered<double> rest_{2};
};

/// What passes over ways and junctions.
class Places {
public:
    Places(std::size_t ways, std::size_t nodes) : on_way_{ways}, at_node_{nodes} {}

    void add(Passing const& passing)
    {
        for (auto const& [way, flow] : passing.ways) {
            on_way_.add(index_of(way), flow);
        }
        for (auto const& [node, flow] : passing.nodes) {
            at_node_.add(node, flow);
        }
    }

    void fill(std::size_t worlds, FlowNetwork const& network, FlowBands& bands)
    {
        for (auto const id : bands.ways.ids()) {
            bands.ways[id] = on_way_.band(index_of(id), worlds);
        }
        for (std::size_t node = 0; node < at_node_.size(); ++node) {
            if (!at_node_.empty(node)) {
                bands.junctions.emplace_back(network.junctions[node], at_node_.band(node, worlds));
            }
        }
    }

private:
    Gathered<float> on_way_;
    Gathered<float> at_node_;
};

}  // namespace

template <class Real>
Band band_of(std::vector<Real>& values, double mean)
{
    return {mean, numerics::selected_quantile(values, 0.5),
            std::min(mean, numerics::selected_quantile(values, 0.05)),
            std::max(mean, numerics::selected_quantile(values, 0.95))};
}
template Band band_of(std::vector<double>& values, double mean);
template Band band_of(std::vector<float>& values, double mean);

FlowBands flow_bands(routes::RouteGraph const& graph, Ground const& ground,
                     FlowOptions const& options, Scenario const& scenario, geo::Job const& job)
{
    auto const network = flow_network_of(graph, ground);
    auto const communes = ground.anchors.communes.size();
    auto const crossings = ground.crossings.size();
    FlowBands bands{.ways = geo::Column<geo::WayId, Band>{ground.ways.size()},
                    .crossings = geo::Column<CrossingId, Band>{crossings},
                    .shares = geo::Column<CrossingId, Band>{crossings},
                    .hours =
                        geo::Column<CrossingId, Band>{
                            crossings, {geo::unknown, geo::unknown, geo::unknown, geo::unknown}},
                    .pairs = geo::PerCommune<std::vector<PairBand>>{communes}};
    auto const worlds = worlds_of(options);
    Pairs pairs{communes, crossings,
                std::min(worlds, static_cast<std::size_t>(std::max(1, options.pair_draws)))};
    Totals totals{crossings};
    Places places{ground.ways.size(), network.junctions.size()};
    struct Made {
        Choices choices;
        Passing passing;
    };
    for_each_world<Made>(
        options, job,
        [&](std::optional<std::uint64_t> number) {
            auto const draw = drawn(network, ground, options, number);
            World const world{network, ground, options, draw, scenario};
            auto choices = world.choices();
            auto passing = world.walked(choices);
            return Made{std::move(choices), std::move(passing)};
        },
        [&](std::size_t i, Made const& made) {
            pairs.add(i, made.choices.pairs);
            totals.add(made.choices);
            places.add(made.passing);
        });
    pairs.fill(worlds, bands);
    totals.fill(worlds, bands);
    places.fill(worlds, network, bands);
    return bands;
}

}  // namespace marchland::analysis::flows
