#include "analysis/network/network.hpp"

#include "analysis/network/gap_repairs.hpp"
#include "analysis/network/noding.hpp"
#include "analysis/network/segment_index.hpp"

#include <algorithm>
#include <numeric>

namespace marchland::analysis::network {
namespace {

using geo::index_of;
using geo::JunctionId;
using geo::Point;

/// Union-find: which things are connected.
class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size)
    {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }
    std::uint32_t of(std::uint32_t i)
    {
        while (parent_[i] != i) {
            parent_[i] = parent_[parent_[i]];
            i = parent_[i];
        }
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b)
    {
        auto const one = of(a);
        auto const other = of(b);
        parent_[std::max(one, other)] = std::min(one, other);
    }
    std::size_t count()
    {
        std::size_t roots = 0;
        for (std::uint32_t i = 0; i < parent_.size(); ++i) {
            roots += parent_[i] == i ? 1U : 0U;
        }
        return roots;
    }

private:
    std::vector<std::uint32_t> parent_;
};

Groups groups_of(std::vector<Piece> const& pieces, std::size_t junctions)
{
    Groups groups{junctions};
    for (auto const& piece : pieces) {
        groups.join(static_cast<std::uint32_t>(piece.from), static_cast<std::uint32_t>(piece.to));
    }
    return groups;
}

/// Numbers the components by their length, the longest first.
void number_components(Network& network)
{
    auto groups = groups_of(network.pieces, network.junctions.size());
    std::vector<double> metres(network.junctions.size());
    for (auto const& piece : network.pieces) {
        metres[groups.of(static_cast<std::uint32_t>(piece.from))] += piece.metres;
    }
    std::vector<std::uint32_t> roots;
    for (std::uint32_t i = 0; i < metres.size(); ++i) {
        if (groups.of(i) == i) {
            roots.push_back(i);
        }
    }
    std::ranges::stable_sort(roots, [&](auto a, auto b) { return metres[a] > metres[b]; });
    std::vector<std::uint32_t> number(metres.size());
    for (std::uint32_t i = 0; i < roots.size(); ++i) {
        number[roots[i]] = i;
        network.component_m.push_back(metres[roots[i]]);
    }
    for (std::uint32_t i = 0; i < metres.size(); ++i) {
        network.component.push_back(number[groups.of(i)]);
    }
    network.components = roots.size();
}

/// The pins of the network: feet of repairs, then of places, each with its own.
class PinList {
public:
    explicit PinList(SegmentIndex const& index) : index_{index} {}

    std::size_t add(NearestPoint const& near)
    {
        pins_.push_back({on_grid(near.foot.at), static_cast<std::uint32_t>(near.segment)});
        return pins_.size() - 1;
    }

    /// The point of a way at (nearly) a place.
    std::optional<std::size_t> add(Point at, geo::WayId way)
    {
        auto const near =
            index_.nearest(at, 1.0, [&](std::size_t s) { return index_.segments()[s].way == way; });
        return near ? std::optional{add({near->segment, {at, near->foot.along, 0.0}})}
                    : std::nullopt;
    }

    std::vector<Pin> const& pins() const { return pins_; }

private:
    SegmentIndex const& index_;
    std::vector<Pin> pins_;
};

struct RepairPins {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Both ends of each repair; the loose ends are vertices already, a pin finds them again.
std::vector<RepairPins> pin_repairs(std::vector<Repair>& repairs, PinList& pins)
{
    std::vector<RepairPins> both;
    std::erase_if(repairs, [&](Repair const& repair) {
        auto const from = pins.add(repair.from, repair.way);
        auto const to = pins.add(repair.to, repair.other);
        if (from && to) {
            both.push_back({*from, *to});
        }
        return !from || !to;
    });
    return both;
}

/// Nobody steps onto an expressway or into a tunnel from beside it; a gate may stand on a bridge.
std::vector<std::optional<NearestPoint>>
tie_places(geo::Ways const& ways, std::vector<Place> const& places, SegmentIndex const& index)
{
    std::vector<std::optional<NearestPoint>> ties;
    auto const open_to_the_side = [&](std::size_t s) {
        auto const way = index.segments()[s].way;
        return ways.klass[way] != geo::WayClass::expressway && ways.tunnel[way] == 0;
    };
    for (auto const& place : places) {
        ties.push_back(index.nearest(place.at, place.reach_m, open_to_the_side));
    }
    return ties;
}

}  // namespace

Network network_of(geo::Ways const& ways, std::vector<Place> const& places, double snap_m,
                   geo::Job const& job)
{
    return network_of(ways, places, GapRules{.snap_m = snap_m}, job);
}

Network network_of(geo::Ways const& ways, std::vector<Place> const& places, GapRules const& rules,
                   geo::Job const& job)
{
    Network network;
    network.anchors.resize(places.size());
    if (ways.size() == 0) {
        return network;
    }
    SegmentIndex const index{ways};
    auto const stretches = stretches_of(ways, index, job.part(0.0, 0.2));
    {
        auto const first = noded_ways(ways, stretches, {}, job.part(0.2, 0.4));
        network.components_before = groups_of(first.pieces, first.junctions.size()).count();
        auto gaps = find_gaps(ways, first, index, rules, job.part(0.4, 0.7));
        network.repairs = std::move(gaps.closed);
        network.proposals = std::move(gaps.proposed);
    }
    PinList pins{index};
    auto const repair_pins = pin_repairs(network.repairs, pins);
    auto const ties = tie_places(ways, places, index);
    auto const first_place = pins.pins().size();
    for (auto const& tie : ties) {
        if (tie) {
            pins.add(*tie);
        }
    }
    auto made = noded_ways(ways, stretches, pins.pins(), job.part(0.7, 0.95));
    for (std::size_t i = 0; i < network.repairs.size(); ++i) {
        auto const& repair = network.repairs[i];
        made.pieces.push_back({made.pinned[repair_pins[i].from],
                               made.pinned[repair_pins[i].to],
                               std::nullopt,
                               {repair.from, repair.to},
                               repair.metres});
    }
    auto next = first_place;
    for (std::size_t i = 0; i < ties.size(); ++i) {
        if (ties[i]) {
            network.anchors[i] = Anchor{made.pinned[next++], ties[i]->foot.distance};
        }
    }
    network.junctions = std::move(made.junctions);
    network.pieces = std::move(made.pieces);
    number_components(network);
    job.at(1.0);
    return network;
}

}  // namespace marchland::analysis::network
