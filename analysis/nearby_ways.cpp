#include "analysis/nearby_ways.hpp"

#include <functional>
#include <queue>
#include <unordered_map>
#include <utility>

namespace marchland::analysis {

using geo::JunctionId;

NearbyWays::NearbyWays(std::span<Piece const> pieces, std::size_t junctions)
    : pieces_{pieces}, at_{junctions}
{
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
        at_[pieces[i].from].push_back(i);
        at_[pieces[i].to].push_back(i);
    }
}

std::set<geo::WayId> NearbyWays::within(JunctionId from, double metres) const
{
    using Step = std::pair<double, JunctionId>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
    std::unordered_map<JunctionId, double> best{{from, 0.0}};
    std::set<geo::WayId> ways;
    next.emplace(0.0, from);
    while (!next.empty()) {
        auto const [gone, junction] = next.top();
        next.pop();
        if (gone > best[junction]) {
            continue;
        }
        for (auto const i : at_[junction]) {
            auto const& piece = pieces_[i];
            if (piece.way) {
                ways.insert(*piece.way);
            }
            auto const other = piece.from == junction ? piece.to : piece.from;
            double const there = gone + piece.metres;
            auto const known = best.find(other);
            if (there <= metres && (known == best.end() || there < known->second)) {
                best[other] = there;
                next.emplace(there, other);
            }
        }
    }
    return ways;
}

}  // namespace marchland::analysis
