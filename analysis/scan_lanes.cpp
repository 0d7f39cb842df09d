#include "analysis/scan_lanes.hpp"

#include <cstring>
#include <type_traits>

namespace marchland::analysis {
namespace {

using Wide16 [[gnu::vector_size(64), gnu::may_alias]] = std::uint16_t;
using Wide32 [[gnu::vector_size(64), gnu::may_alias]] = std::uint32_t;
using Words [[gnu::vector_size(64), gnu::may_alias]] = std::uint64_t;

template <class Count>
struct WideOf {
    using Type = Wide16;
};
template <>
struct WideOf<std::uint32_t> {
    using Type = Wide32;
};

// Always inlined, so that each copy below is compiled for its own processor.

template <class Mask>
[[gnu::always_inline]] inline bool any(Mask const& mask)
{
    Words const& words = reinterpret_cast<Words const&>(mask);
    return ((words[0] | words[1]) | (words[2] | words[3]) | (words[4] | words[5]) |
            (words[6] | words[7])) != 0;
}

template <class Count, class Wide>
[[gnu::always_inline]] inline void suspect(std::uint32_t block, std::uint32_t interval,
                                           Wide const& at_end, std::vector<Suspect<Count>>& out)
{
    Suspect<Count>& made = out.emplace_back();
    made.block = block;
    made.interval = interval;
    std::memcpy(made.at_end.lane.data(), &at_end, sizeof at_end);
}

/// Without time: the running count stays in a register.
template <class Count>
[[gnu::always_inline]] inline void spatial(ScanRow const& row, Lanes<Count> const& lanes,
                                           std::vector<Suspect<Count>>& out)
{
    using Wide = typename WideOf<Count>::Type;
    auto const* const counts = reinterpret_cast<Wide const*>(lanes.counts);
    auto const* const high = reinterpret_cast<Wide const*>(lanes.high);
    auto const* const low = reinterpret_cast<Wide const*>(lanes.low);
    auto const* const order = row.order.data();
    auto const* const blocks = row.blocks.data();
    auto const* const first = row.first.data();
    auto const* const last = row.last.data();
    auto const size = static_cast<std::uint32_t>(row.blocks.size());
    Wide sum{};
    std::uint32_t k = 0;
    for (std::uint32_t b = 0; b < size; ++b) {
        Wide const before = sum;
        for (; k < blocks[b].end; ++k) {
            sum += counts[order[k]];
        }
        if ((high != nullptr && any(sum >= high[first[b]])) ||
            (low != nullptr && any(before < low[last[b]]))) {
            suspect(b, 0, sum, out);
        }
    }
}

/// Running counts by step with a zero in front, before a block and after it.
template <class Count>
struct Running {
    using Wide = typename WideOf<Count>::Type;
    Wide* before;
    Wide* sum;
    Wide const* high;
    Wide const* low;

    [[gnu::always_inline]] void inside(Interval interval, Wide& count) const
    {
        count = sum[interval.to + 1] - sum[interval.from];
    }

    /// Adds to `some` the replicates in which a window of the block and this period may win.
    [[gnu::always_inline]] void mark(Interval interval, std::uint16_t first, std::uint16_t last,
                                     Wide& some) const
    {
        if (high != nullptr) {
            some |=
                reinterpret_cast<Wide>(sum[interval.to + 1] - sum[interval.from] >= high[first]);
        }
        if (low != nullptr) {
            some |=
                reinterpret_cast<Wide>(before[interval.to + 1] - before[interval.from] < low[last]);
        }
    }
};

template <class Count>
[[gnu::always_inline]] inline void
space_time(ScanRow const& row, ScanProblem const& problem, Lanes<Count> const& lanes,
           std::vector<Pack<Count>>& sums, std::vector<Suspect<Count>>& out)
{
    using Wide = typename WideOf<Count>::Type;
    auto const* const counts = reinterpret_cast<Wide const*>(lanes.counts);
    auto const steps = problem.steps;
    auto const* const intervals = problem.intervals.data();
    auto const many = static_cast<std::uint32_t>(problem.intervals.size());
    auto* const front = reinterpret_cast<Wide*>(sums.data());
    Running<Count> const running{front, front + steps + 1,
                                 reinterpret_cast<Wide const*>(lanes.high),
                                 reinterpret_cast<Wide const*>(lanes.low)};
    std::uint32_t k = 0;
    for (std::uint32_t b = 0; b < row.blocks.size(); ++b) {
        for (std::size_t t = 1; lanes.low != nullptr && t <= steps; ++t) {
            running.before[t] = running.sum[t];
        }
        for (; k < row.blocks[b].end; ++k) {
            auto const* const own = counts + row.order[k] * steps;
            for (std::size_t t = 0; t < steps; ++t) {
                running.sum[t + 1] += own[t];
            }
        }
        // Periods with one beginning are ruled out together; the few that are not, one by one.
        auto const* const first = row.first.data() + b * many;
        auto const* const last = row.last.data() + b * many;
        for (std::uint32_t i = 0, end = 0; i < many; i = end) {
            Wide some{};
            for (; end < many && intervals[end].from == intervals[i].from; ++end) {
                running.mark(intervals[end], first[end], last[end], some);
            }
            for (auto j = i; any(some) && j < end; ++j) {
                Wide own{};
                running.mark(intervals[j], first[j], last[j], own);
                if (any(own)) {
                    running.inside(intervals[j], own);
                    suspect(b, j, own, out);
                }
            }
        }
    }
}

template <class Count>
[[gnu::always_inline]] inline void sweep(ScanRow const& row, ScanProblem const& problem,
                                         Lanes<Count> const& lanes, std::vector<Pack<Count>>& sums,
                                         std::vector<Suspect<Count>>& out)
{
    if (problem.steps == 1) {
        spatial<Count>(row, lanes, out);
    } else {
        space_time<Count>(row, problem, lanes, sums, out);
    }
}

template <class Count>
void sweep_anywhere(ScanRow const& row, ScanProblem const& problem, Lanes<Count> const& lanes,
                    std::vector<Pack<Count>>& sums, std::vector<Suspect<Count>>& out)
{
    sweep<Count>(row, problem, lanes, sums, out);
}

#if defined(__x86_64__) && defined(__GNUC__)
template <class Count>
[[gnu::target("avx2")]] void sweep_avx2(ScanRow const& row, ScanProblem const& problem,
                                        Lanes<Count> const& lanes, std::vector<Pack<Count>>& sums,
                                        std::vector<Suspect<Count>>& out)
{
    sweep<Count>(row, problem, lanes, sums, out);
}

template <class Count>
[[gnu::target("avx2,avx512f,avx512bw,avx512vl")]] void
sweep_avx512(ScanRow const& row, ScanProblem const& problem, Lanes<Count> const& lanes,
             std::vector<Pack<Count>>& sums, std::vector<Suspect<Count>>& out)
{
    sweep<Count>(row, problem, lanes, sums, out);
}
#endif

} // namespace

template <class Count>
void find_suspects(ScanRow const& row, ScanProblem const& problem, Lanes<Count> const& lanes,
                   std::vector<Suspect<Count>>& out)
{
    out.clear();
    std::vector<Pack<Count>> sums(problem.steps > 1 ? 2 * (problem.steps + 1) : 0);
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0) {
        sweep_avx512<Count>(row, problem, lanes, sums, out);
        return;
    }
    if (__builtin_cpu_supports("avx2") != 0) {
        sweep_avx2<Count>(row, problem, lanes, sums, out);
        return;
    }
#endif
    sweep_anywhere<Count>(row, problem, lanes, sums, out);
}

template void find_suspects(ScanRow const&, ScanProblem const&, Lanes<std::uint16_t> const&,
                            std::vector<Suspect<std::uint16_t>>&);
template void find_suspects(ScanRow const&, ScanProblem const&, Lanes<std::uint32_t> const&,
                            std::vector<Suspect<std::uint32_t>>&);

} // namespace marchland::analysis
