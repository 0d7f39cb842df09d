#include "analysis/neighbours/neighbours.hpp"

#include <algorithm>
#include <limits>

namespace marchland::analysis::neighbours {
namespace {

using geo::CommuneId;

/// The communes at each number of steps from one of them, up to `order`.
class Rings {
public:
    explicit Rings(Neighbours const& near) : near_{near}, seen_{near.size(), nobody} {}

    std::vector<CommuneId> around(CommuneId centre, int order, bool up_to)
    {
        std::vector<CommuneId> found;
        std::vector<CommuneId> ring{centre};
        seen_[centre] = centre;
        for (int step = 1; step <= order; ++step) {
            ring = next(ring, centre);
            if (up_to || step == order) {
                found.insert(found.end(), ring.begin(), ring.end());
            }
        }
        std::ranges::sort(found);
        return found;
    }

private:
    static constexpr auto nobody =
        static_cast<CommuneId>(std::numeric_limits<std::uint32_t>::max());

    std::vector<CommuneId> next(std::vector<CommuneId> const& ring, CommuneId centre)
    {
        std::vector<CommuneId> further;
        for (auto const member : ring) {
            for (auto const other : near_[member]) {
                if (seen_[other] != centre) {
                    seen_[other] = centre;
                    further.push_back(other);
                }
            }
        }
        return further;
    }

    Neighbours const& near_;
    geo::PerCommune<CommuneId> seen_;  ///< the last centre from which a commune was reached
};

}  // namespace

Weights binary(Neighbours const& near)
{
    Weights weights{near.size()};
    for (auto const id : near.ids()) {
        weights[id].reserve(near[id].size());
        for (auto const other : near[id]) {
            weights[id].push_back({other, 1.0});
        }
    }
    return weights;
}

Weights row_standardised(Weights weights)
{
    for (auto& links : weights) {
        double sum = 0.0;
        for (auto const& link : links) {
            sum += link.weight;
        }
        for (auto& link : links) {
            link.weight /= sum;
        }
    }
    return weights;
}

Weights edge_corrected(Weights weights, geo::PerCommune<double> const& abroad)
{
    weights = row_standardised(std::move(weights));
    for (auto const id : weights.ids()) {
        if (abroad[id] >= 1.0) {
            weights[id].clear();
        }
        for (auto& link : weights[id]) {
            link.weight *= 1.0 - abroad[id];
        }
    }
    return weights;
}

Neighbours lists_of(Weights const& weights)
{
    Neighbours near{weights.size()};
    for (auto const id : weights.ids()) {
        for (auto const& link : weights[id]) {
            near[id].push_back(link.to);
        }
    }
    return near;
}

Neighbours higher_order(Neighbours const& near, int order, bool up_to)
{
    Neighbours further{near.size()};
    Rings rings{near};
    for (auto const id : near.ids()) {
        further[id] = rings.around(id, order, up_to);
    }
    return further;
}

geo::PerCommune<std::size_t> components(Neighbours const& near)
{
    constexpr auto none = std::numeric_limits<std::size_t>::max();
    geo::PerCommune<std::size_t> component{near.size(), none};
    std::size_t count = 0;
    std::vector<CommuneId> open;
    for (auto const start : near.ids()) {
        if (component[start] != none) {
            continue;
        }
        component[start] = count;
        open.assign(1, start);
        while (!open.empty()) {
            auto const member = open.back();
            open.pop_back();
            for (auto const other : near[member]) {
                if (component[other] == none) {
                    component[other] = count;
                    open.push_back(other);
                }
            }
        }
        ++count;
    }
    return component;
}

}  // namespace marchland::analysis::neighbours
