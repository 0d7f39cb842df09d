#include "analysis/scan/wave.hpp"

#include "analysis/scan/isotonic.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::scan {
namespace {

template <class Count>
class Wave final : public ScanWave {
public:
    Wave(ScanProblem const& problem, LogRatio const& ratio, WeightClasses const& classes,
         std::uint64_t first, std::size_t count)
        : problem_{problem}, ratio_{ratio}, classes_{classes}, thresholds_{problem, ratio, classes},
          first_{first}, batches_{(count + lanes - 1) / lanes},
          counts_(batches_ * problem.weight.size()),
          high_(has_high() ? batches_ * classes.size() : 0, never_reached()),
          low_(has_low() ? batches_ * classes.size() : 0), best_(count, 0.0),
          built_for_(count, not_built)
    {
    }

    std::size_t batches() const override { return batches_; }
    std::vector<double> const& best() const override { return best_; }
    void forget_thresholds() override { std::ranges::fill(built_for_, not_built); }

    void draw(std::size_t batch, ReplicateDraws const& draws, geo::Job const& job) override
    {
        std::vector<std::uint32_t> counts(problem_.weight.size());
        auto* const packs = counts_of(batch);
        for (std::size_t lane = 0; lane < used_lanes(batch); ++lane) {
            job.at(0.0);
            draws(first_ + batch * lanes + lane, counts);
            std::uint32_t until = 0;
            for (std::size_t cell = 0; cell < counts.size(); ++cell) {
                until = cell % problem_.steps == 0 ? counts[cell] : until + counts[cell];
                packs[cell].lane[lane] = static_cast<Count>(until);
            }
        }
    }

    void look(std::span<ScanRow const> rows, std::size_t batch) override
    {
        if (problem_.options.isotonic) {
            look_isotonic(rows, batch);
            return;
        }
        std::vector<Suspect<Count>> suspects;
        Lanes<Count> const seen{counts_of(batch),
                                has_high() ? &high_[batch * classes_.size()] : nullptr,
                                has_low() ? &low_[batch * classes_.size()] : nullptr};
        for (auto const& row : rows) {
            refresh_thresholds(batch, row.penalty);
            find_suspects(row, problem_, seen, suspects);
            for (auto const& suspect : suspects) {
                examine(row, batch, suspect);
            }
        }
    }

private:
    static constexpr std::size_t lanes = Pack<Count>::lanes;
    static constexpr double not_built = -1.0;

    /// A lane without a replicate never matters.
    static Pack<Count> never_reached()
    {
        Pack<Count> pack;
        pack.lane.fill(static_cast<Count>(~Count{0}));
        return pack;
    }

    bool has_high() const { return problem_.options.rates != ScanFor::low; }
    bool has_low() const { return problem_.options.rates != ScanFor::high; }
    std::size_t used_lanes(std::size_t batch) const
    {
        return std::min(lanes, best_.size() - batch * lanes);
    }
    Pack<Count>* counts_of(std::size_t batch) { return &counts_[batch * problem_.weight.size()]; }

    /// Old thresholds stay valid, they only let more through; new ones cost about as much as a row.
    void refresh_thresholds(std::size_t batch, double penalty)
    {
        constexpr double worth = 0.05;
        for (std::size_t lane = 0; lane < used_lanes(batch); ++lane) {
            auto const replicate = batch * lanes + lane;
            if (built_for_[replicate] == not_built ||
                best_[replicate] > built_for_[replicate] + worth) {
                build(batch, lane, penalty);
            }
        }
    }

    void build(std::size_t batch, std::size_t lane, double penalty)
    {
        double const best = best_[batch * lanes + lane];
        std::vector<std::uint32_t> made(classes_.size());
        built_for_[batch * lanes + lane] = best;
        if (has_high()) {
            thresholds_.high(best, penalty, made);
            put(&high_[batch * classes_.size()], lane, made);
        }
        if (has_low()) {
            thresholds_.low(best, penalty, made);
            put(&low_[batch * classes_.size()], lane, made);
        }
    }

    static void put(Pack<Count>* table, std::size_t lane, std::vector<std::uint32_t> const& made)
    {
        for (std::size_t i = 0; i < made.size(); ++i) {
            table[i].lane[lane] = static_cast<Count>(made[i]);
        }
    }

    /// The exact ratio of every window of a block, for the replicates that may win there.
    void examine(ScanRow const& row, std::size_t batch, Suspect<Count> const& suspect)
    {
        auto const begin = suspect.block > 0 ? row.blocks[suspect.block - 1].end : 0;
        auto const end = row.blocks[suspect.block].end;
        auto const at = suspect.block * problem_.intervals.size() + suspect.interval;
        auto const interval = problem_.intervals[suspect.interval];
        auto const* const packs = counts_of(batch);
        for (std::size_t lane = 0; lane < used_lanes(batch); ++lane) {
            std::uint32_t const enough =
                has_high() ? high_[batch * classes_.size() + row.first[at]].lane[lane] : ~0U;
            std::uint32_t const few =
                has_low() ? low_[batch * classes_.size() + row.last[at]].lane[lane] : 0U;
            if (suspect.at_end.lane[lane] < enough && few == 0) {
                continue;
            }
            auto const inside = [&](std::size_t k) -> std::uint32_t {
                auto const* const own = packs + row.order[k] * problem_.steps;
                return own[interval.to].lane[lane] -
                       (interval.from > 0 ? std::uint32_t{own[interval.from - 1].lane[lane]} : 0U);
            };
            std::uint32_t count = suspect.at_end.lane[lane];
            for (auto k = begin; k < end; ++k) {
                count -= inside(k);
            }
            double& best = best_[batch * lanes + lane];
            for (auto k = begin; k < end; ++k) {
                count += inside(k);
                if (row.closes[k] != 0 && (count >= enough || count < few)) {
                    auto const w = row.weight_at(k, problem_.steps, interval);
                    best = std::max(best, row.penalty * ratio_(count, static_cast<double>(w)));
                }
            }
            // The first rows raise the best by much: most suspects after this one are then none.
            constexpr double much = 1.0;
            if (best > built_for_[batch * lanes + lane] + much) {
                build(batch, lane, row.penalty);
            }
        }
    }

    void look_isotonic(std::span<ScanRow const> rows, std::size_t batch)
    {
        auto const* const packs = counts_of(batch);
        for (auto const& row : rows) {
            for (std::size_t lane = 0; lane < used_lanes(batch); ++lane) {
                double& best = best_[batch * lanes + lane];
                auto const fit = isotonic_fit(row, problem_,
                                              [&](std::uint32_t i) { return packs[i].lane[lane]; });
                best = std::max(best, fit.llr);
            }
        }
    }

    ScanProblem const& problem_;
    LogRatio const& ratio_;
    WeightClasses const& classes_;
    Thresholds thresholds_;
    std::uint64_t first_;
    std::size_t batches_;
    std::vector<Pack<Count>> counts_;
    std::vector<Pack<Count>> high_;
    std::vector<Pack<Count>> low_;
    std::vector<double> best_;
    std::vector<double> built_for_;  ///< what each replicate's thresholds were made for
};

/// Counts and thresholds, which may be one more than all cases, fit into 16 bits.
bool is_small(ScanProblem const& problem)
{
    return problem.total_cases < 65534;
}

}  // namespace

std::unique_ptr<ScanWave> make_wave(ScanProblem const& problem, LogRatio const& ratio,
                                    WeightClasses const& classes, std::uint64_t first,
                                    std::size_t count)
{
    if (is_small(problem)) {
        return std::make_unique<Wave<std::uint16_t>>(problem, ratio, classes, first, count);
    }
    return std::make_unique<Wave<std::uint32_t>>(problem, ratio, classes, first, count);
}

std::size_t wave_size(ScanProblem const& problem)
{
    constexpr std::size_t room = std::size_t{256} << 20U;
    auto const batches = room / (64 * problem.weight.size());
    auto const lanes = is_small(problem) ? Pack<std::uint16_t>::lanes : Pack<std::uint32_t>::lanes;
    return std::max<std::size_t>(1, std::min<std::size_t>(batches, 256)) * lanes;
}

}  // namespace marchland::analysis::scan
