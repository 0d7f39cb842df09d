// Dijkstra's method with buckets, the wave that runs over cells and roads: buckets of cells by cost, each
// settled before the next. Private to surface.cpp.
#pragma once

#include "analysis/terrain/large_array.hpp"
#include "analysis/terrain/surface.hpp"
#include "analysis/terrain/surface_tiles.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <numbers>
#include <utility>
#include <vector>

namespace marchland::analysis::terrain {

/// What a search keeps of a cell, side by side in memory.
struct WaveCell {
    double cost = geo::infinite;
    /// half its metres x friction; barrier: infinite
    double half = geo::infinite;
};

/// Cost = metres x friction.
struct FlatStep {
    static constexpr bool dear = false;
};

/// Cost = metres x friction x pace on the slope.
template <class Pace>
struct SlopeStep {
    static constexpr bool dear = true;  ///< to compute: not for cells that it cannot better
    Pace pace;
    double const* height;  ///< in tiles
    double straight;       ///< 1 / metres, negative against the direction of travel
    double corner;

    double operator()(std::uint32_t near, std::uint32_t far, double weighed, bool across) const
    {
        return weighed * pace((height[far] - height[near]) * (across ? corner : straight));
    }
};

/// Numbered entries in order of cost: a ring of buckets, and a list of those too far ahead for it.
class BucketRing {
public:
    explicit BucketRing(double width) : per_width_{1.0 / width}, ring_(ring_size) {}

    std::uint64_t bucket_of(double cost) const
    {
        return static_cast<std::uint64_t>(std::min(cost * per_width_, last_bucket));
    }
    std::uint64_t now() const { return now_; }
    std::vector<std::uint32_t>& current() { return ring_[now_ % ring_size]; }

    void put(std::uint32_t entry, std::uint64_t bucket)
    {
        if (bucket < now_ + ring_size) {
            auto& slot = ring_[bucket % ring_size];
            if (slot.capacity() == 0 && !spare_.empty()) {
                slot = std::move(spare_.back());
                spare_.pop_back();
            }
            slot.push_back(entry);
            ++in_ring_;
        } else {
            ahead_.push_back({bucket, entry});
            first_ahead_ = std::min(first_ahead_, bucket);
        }
    }

    /// Clears the current bucket and goes to the next that is not empty; false at the end.
    bool next()
    {
        in_ring_ -= current().size();
        current().clear();
        if (current().capacity() > 0) {
            spare_.push_back(std::exchange(current(), {}));  // warm memory for the next new bucket
        }
        do {
            if (in_ring_ == 0) {
                if (ahead_.empty()) {
                    return false;
                }
                now_ = first_ahead_;
            } else {
                ++now_;
            }
            if (now_ >= first_ahead_) {
                fetch();
            }
        } while (current().empty());
        return true;
    }

private:
    static constexpr std::uint64_t ring_size = 4096;
    static constexpr double last_bucket = 4.0e18;
    static constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();

    struct Ahead {
        std::uint64_t bucket;
        std::uint32_t entry;
    };

    void fetch()
    {
        first_ahead_ = none;
        std::vector<Ahead> const waiting{std::exchange(ahead_, {})};
        for (auto const& one : waiting) {
            put(one.entry, one.bucket);
        }
    }

    double per_width_;
    std::vector<std::vector<std::uint32_t>> ring_;
    std::vector<std::vector<std::uint32_t>> spare_;
    std::vector<Ahead> ahead_;
    std::uint64_t now_ = 0;
    std::uint64_t first_ahead_ = none;
    std::size_t in_ring_ = 0;
};

/// Roads as rows of neighbours, and which of their nodes lie in which cell.
struct WaveRoads {
    struct Step {
        std::uint32_t to = 0;
        double cost = 0.0;
    };
    std::uint32_t first_node = 0;            ///< entries from here are nodes
    std::vector<std::uint32_t> start;        ///< of each node's row in `steps`
    std::vector<Step> steps;                 ///< to entries: other nodes, and the node's cell
    std::vector<std::uint32_t> row_of_cell;  ///< 0: no road; else 1 + row in `cell_start`
    std::vector<std::uint32_t> cell_start;
    std::vector<Step> cell_steps;
};

/// Runs from the entries that were put until nothing gets better.
///
/// A bucket no wider than the cheapest step is settled when its turn comes. Cheaper steps (between
/// cells of very low friction, along roads) only mean that a cell may be looked at again.
template <bool told, bool roads, class StepCost>
class Wave {
public:
    Wave(SurfaceTiles const& tiles, LargeArray<WaveCell>& cells, std::vector<std::uint32_t>& starts,
         WaveRoads const& net, StepCost step, double width)
        : tiles_{tiles}, cells_{cells.data()}, count_{cells.size()}, starts_{starts.data()},
          net_{net}, step_{step}, ring_{width}
    {
    }

    void offer(std::uint32_t entry, double cost, std::uint32_t start)
    {
        auto& cell = cells_[entry];
        if (!(cost < cell.cost)) {
            return;
        }
        auto const bucket = ring_.bucket_of(cost);
        // Where it lies in its bucket already it is seen with the lower cost; in this one it may be
        // past.
        if (bucket != ring_.bucket_of(cell.cost) || bucket == ring_.now()) {
            ring_.put(entry, bucket);
        }
        cell.cost = cost;
        if constexpr (told) {
            starts_[entry] = start;
        }
    }

    void run(geo::Job const& job)
    {
        std::size_t settled = 0;
        double const all = static_cast<double>(count_);
        do {
            auto& bucket = ring_.current();
            for (std::size_t i = 0; i < bucket.size(); ++i) {  // grows while it is worked on
                fetch_early(bucket, i + 12);
                auto const entry = bucket[i];
                if (ring_.bucket_of(cells_[entry].cost) != ring_.now()) {
                    continue;  // got better and was settled since
                }
                if ((++settled & 0xffffU) == 0) {
                    job.at(std::min(1.0, static_cast<double>(settled) / all));
                }
                leave(entry);
            }
        } while (ring_.next());
    }

private:
    /// The four lines that a cell and its neighbours lie on.
    void fetch_early(std::vector<std::uint32_t> const& bucket, std::size_t i) const
    {
        if (i < bucket.size()) {
            auto const* const cell = cells_ + bucket[i];
            auto const& to = tiles_.steps(bucket[i]);
            for (std::size_t corner = 4; corner < SurfaceTiles::moves; ++corner) {
                __builtin_prefetch(cell + to[corner]);
            }
        }
    }

    void leave(std::uint32_t entry)
    {
        auto const start = told ? starts_[entry] : 0;
        if constexpr (roads) {
            if (entry >= net_.first_node) {
                auto const node = entry - net_.first_node;
                walk(net_.steps, net_.start[node], net_.start[node + 1], entry, start);
                return;
            }
            if (auto const row = net_.row_of_cell[entry]; row != 0) {
                walk(net_.cell_steps, net_.cell_start[row - 1], net_.cell_start[row], entry, start);
            }
        }
        step_out(entry, start);
    }

    /// To all eight neighbours. First which of them get better, without a jump that depends on it:
    /// one in six does, and nobody could foresee which.
    void step_out(std::uint32_t entry, std::uint32_t start)
    {
        auto const here = cells_[entry];
        auto const& to = tiles_.steps(entry);
        std::array<double, SurfaceTiles::moves> cost{};
        unsigned better = 0;
        for (unsigned m = 0; m < SurfaceTiles::moves; ++m) {
            auto const& far = cells_[entry + static_cast<std::uint32_t>(to[m])];
            double const metres = (here.half + far.half) * (m >= 4 ? std::numbers::sqrt2 : 1.0);
            cost[m] = StepCost::dear ? metres : here.cost + metres;
            better |= static_cast<unsigned>((StepCost::dear ? here.cost : cost[m]) < far.cost) << m;
        }
        for (; better != 0; better &= better - 1) {
            auto const m = static_cast<unsigned>(std::countr_zero(better));
            auto const far = entry + static_cast<std::uint32_t>(to[m]);
            if constexpr (StepCost::dear) {
                cost[m] = here.cost + step_(entry, far, cost[m], m >= 4);
            }
            offer(far, cost[m], start);
        }
    }

    void walk(std::vector<WaveRoads::Step> const& steps, std::uint32_t from, std::uint32_t to,
              std::uint32_t entry, std::uint32_t start)
    {
        for (auto i = from; i < to; ++i) {
            offer(steps[i].to, cells_[entry].cost + steps[i].cost, start);
        }
    }

    SurfaceTiles const& tiles_;
    WaveCell* cells_;  ///< pointers: this loop is too hot for checked access
    std::size_t count_;
    std::uint32_t* starts_;
    WaveRoads const& net_;
    StepCost step_;
    BucketRing ring_;
};

}  // namespace marchland::analysis::terrain
