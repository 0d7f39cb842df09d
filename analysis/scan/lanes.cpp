#include "analysis/scan/lanes.hpp"

#include <array>
#include <cstring>

namespace marchland::analysis::scan {
namespace {

// Everything here is always inlined, so that each sweep below is compiled for its own processor.

/// 64 bytes of counts as registers of `Bytes` each.
template <class Count, std::size_t Bytes>
struct Wide {
    typedef Count Part [[gnu::vector_size(Bytes), gnu::may_alias]];
    static constexpr std::size_t parts = 64 / Bytes;
    Part part[parts];

    [[gnu::always_inline]] void add(Wide const& other)
    {
        for (std::size_t p = 0; p < parts; ++p) {
            part[p] += other.part[p];
        }
    }
    [[gnu::always_inline]] void difference(Wide const& a, Wide const& b)
    {
        for (std::size_t p = 0; p < parts; ++p) {
            part[p] = a.part[p] - b.part[p];
        }
    }
    /// Sets every bit of the lanes in which a >= b.
    [[gnu::always_inline]] void mark_at_least(Wide const& a, Wide const& b)
    {
        for (std::size_t p = 0; p < parts; ++p) {
            part[p] |= reinterpret_cast<Part>(a.part[p] >= b.part[p]);
        }
    }
    [[gnu::always_inline]] bool any() const
    {
        Part all = part[0];
        for (std::size_t p = 1; p < parts; ++p) {
            all |= part[p];
        }
        std::array<std::uint64_t, Bytes / 8> words;
        std::memcpy(words.data(), &all, Bytes);
        std::uint64_t bits = 0;
        for (std::uint64_t const word : words) {
            bits |= word;
        }
        return bits != 0;
    }
};

template <class Count, std::size_t Bytes>
[[gnu::always_inline]] inline void suspect(std::uint32_t block, std::uint32_t interval,
                                           Wide<Count, Bytes> const& at_end,
                                           std::vector<Suspect<Count>>& out)
{
    Suspect<Count>& made = out.emplace_back();
    made.block = block;
    made.interval = interval;
    std::memcpy(made.at_end.lane.data(), &at_end, sizeof at_end);
}

/// Marks the replicates in which a window of a block may win: its most cases are enough at its
/// smallest weight, or its fewest are few enough at its largest.
template <class Count, std::size_t Bytes>
struct Limits {
    using Counts = Wide<Count, Bytes>;
    Counts const* high;
    Counts const* low;  ///< one more than the largest count that matters

    [[gnu::always_inline]] void mark(Counts const& most, Counts const& fewest, std::uint16_t first,
                                     std::uint16_t last, Counts& some) const
    {
        if (high != nullptr) {
            some.mark_at_least(most, high[first]);
        }
        if (low != nullptr) {
            // fewest < low, as low >= fewest + 1: counts never fill their type
            Counts above = fewest;
            for (auto& part : above.part) {
                part += 1;
            }
            some.mark_at_least(low[last], above);
        }
    }
};

/// Without time: the running count stays in registers.
template <class Count, std::size_t Bytes>
[[gnu::always_inline]] inline void spatial(ScanRow const& row, Lanes<Count> const& lanes,
                                           std::vector<Suspect<Count>>& out)
{
    using Counts = Wide<Count, Bytes>;
    auto const* const counts = reinterpret_cast<Counts const*>(lanes.counts);
    Limits<Count, Bytes> const limits{reinterpret_cast<Counts const*>(lanes.high),
                                      reinterpret_cast<Counts const*>(lanes.low)};
    auto const* const order = row.order.data();
    auto const* const blocks = row.blocks.data();
    auto const size = static_cast<std::uint32_t>(row.blocks.size());
    Counts sum{};
    std::uint32_t k = 0;
    for (std::uint32_t b = 0; b < size; ++b) {
        Counts const before = sum;
        for (; k < blocks[b].end; ++k) {
            sum.add(counts[order[k]]);
        }
        Counts some{};
        limits.mark(sum, before, row.first.data()[b], row.last.data()[b], some);
        if (some.any()) {
            suspect(b, 0, sum, out);
        }
    }
}

/// With time: running counts by step with a zero in front, before a block and after it.
template <class Count, std::size_t Bytes>
struct Running {
    using Counts = Wide<Count, Bytes>;
    Counts* before;
    Counts* sum;
    Limits<Count, Bytes> limits;

    [[gnu::always_inline]] void mark(Interval interval, std::uint16_t first, std::uint16_t last,
                                     Counts& some) const
    {
        Counts most;
        Counts fewest{};
        most.difference(sum[interval.to + 1], sum[interval.from]);
        if (limits.low != nullptr) {
            fewest.difference(before[interval.to + 1], before[interval.from]);
        }
        limits.mark(most, fewest, first, last, some);
    }
};

template <class Count, std::size_t Bytes>
[[gnu::always_inline]] inline void
space_time(ScanRow const& row, ScanProblem const& problem, Lanes<Count> const& lanes,
           std::vector<Pack<Count>>& sums, std::vector<Suspect<Count>>& out)
{
    using Counts = Wide<Count, Bytes>;
    auto const* const counts = reinterpret_cast<Counts const*>(lanes.counts);
    auto const steps = problem.steps;
    auto const* const intervals = problem.intervals.data();
    auto const many = static_cast<std::uint32_t>(problem.intervals.size());
    auto* const front = reinterpret_cast<Counts*>(sums.data());
    Running<Count, Bytes> const running{
        front,
        front + steps + 1,
        {reinterpret_cast<Counts const*>(lanes.high), reinterpret_cast<Counts const*>(lanes.low)}};
    std::uint32_t k = 0;
    for (std::uint32_t b = 0; b < row.blocks.size(); ++b) {
        for (std::size_t t = 1; lanes.low != nullptr && t <= steps; ++t) {
            running.before[t] = running.sum[t];
        }
        for (; k < row.blocks[b].end; ++k) {
            auto const* const own = counts + row.order[k] * steps;
            for (std::size_t t = 0; t < steps; ++t) {
                running.sum[t + 1].add(own[t]);
            }
        }
        // Periods with one beginning are ruled out together; the few that are not, one by one.
        auto const* const first = row.first.data() + b * many;
        auto const* const last = row.last.data() + b * many;
        for (std::uint32_t i = 0, end = 0; i < many; i = end) {
            Counts some{};
            for (; end < many && intervals[end].from == intervals[i].from; ++end) {
                running.mark(intervals[end], first[end], last[end], some);
            }
            for (auto j = i; some.any() && j < end; ++j) {
                Counts own{};
                running.mark(intervals[j], first[j], last[j], own);
                if (own.any()) {
                    own.difference(running.sum[intervals[j].to + 1],
                                   running.sum[intervals[j].from]);
                    suspect(b, j, own, out);
                }
            }
        }
    }
}

template <class Count, std::size_t Bytes>
[[gnu::always_inline]] inline void sweep(ScanRow const& row, ScanProblem const& problem,
                                         Lanes<Count> const& lanes, std::vector<Pack<Count>>& sums,
                                         std::vector<Suspect<Count>>& out)
{
    if (problem.steps == 1) {
        spatial<Count, Bytes>(row, lanes, out);
    } else {
        space_time<Count, Bytes>(row, problem, lanes, sums, out);
    }
}

template <class Count>
void sweep_anywhere(ScanRow const& row, ScanProblem const& problem, Lanes<Count> const& lanes,
                    std::vector<Pack<Count>>& sums, std::vector<Suspect<Count>>& out)
{
    sweep<Count, 16>(row, problem, lanes, sums, out);
}

#if defined(__x86_64__) && defined(__GNUC__)
template <class Count>
[[gnu::target("avx2")]] void sweep_avx2(ScanRow const& row, ScanProblem const& problem,
                                        Lanes<Count> const& lanes, std::vector<Pack<Count>>& sums,
                                        std::vector<Suspect<Count>>& out)
{
    sweep<Count, 32>(row, problem, lanes, sums, out);
}

template <class Count>
[[gnu::target("avx2,avx512f,avx512bw,avx512vl")]] void
sweep_avx512(ScanRow const& row, ScanProblem const& problem, Lanes<Count> const& lanes,
             std::vector<Pack<Count>>& sums, std::vector<Suspect<Count>>& out)
{
    sweep<Count, 64>(row, problem, lanes, sums, out);
}
#endif

}  // namespace

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

}  // namespace marchland::analysis::scan
