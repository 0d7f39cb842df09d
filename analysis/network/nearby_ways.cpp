#include "analysis/network/nearby_ways.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <functional>

namespace marchland::analysis::network {

using geo::index_of;
using geo::JunctionId;

constexpr double unseen = geo::infinite;

NearbyWays::NearbyWays(std::span<Piece const> pieces, std::size_t junctions)
    : pieces_{pieces}, at_{junctions,
                           [pieces](auto const& put) {
                               for (std::uint32_t i = 0; i < pieces.size(); ++i) {
                                   put(index_of(pieces[i].from), i);
                                   put(index_of(pieces[i].to), i);
                               }
                           }},
      best_(junctions, unseen)
{
}

std::unordered_set<geo::WayId> const& NearbyWays::within(JunctionId from, double metres)
{
    for (auto const junction : touched_) {
        best_[index_of(junction)] = unseen;
    }
    touched_.assign(1, from);
    ways_.clear();
    best_[index_of(from)] = 0.0;
    next_.assign(1, {0.0, from});
    while (!next_.empty()) {
        std::ranges::pop_heap(next_, std::greater{});
        auto const [gone, junction] = next_.back();
        next_.pop_back();
        if (gone > best_[index_of(junction)]) {
            continue;
        }
        for (auto const i : at_[index_of(junction)]) {
            auto const& piece = pieces_[i];
            if (piece.way) {
                ways_.insert(*piece.way);
            }
            auto const other = piece.from == junction ? piece.to : piece.from;
            double const there = gone + piece.metres;
            auto& known = best_[index_of(other)];
            if (there <= metres && there < known) {
                if (known == unseen) {
                    touched_.push_back(other);
                }
                known = there;
                next_.emplace_back(there, other);
                std::ranges::push_heap(next_, std::greater{});
            }
        }
    }
    return ways_;
}

}  // namespace marchland::analysis::network
