#include "analysis/scan/search.hpp"

#include "analysis/scan/isotonic.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

namespace marchland::analysis::scan {
namespace {

/// Rows of one penalty together; within them in long strides, so that the first ones see all of the
/// map and the best of each replicate is soon near what it will be.
std::vector<std::size_t> order_of_rows(WindowFamily const& family)
{
    auto const count = family.rows.size();
    auto stride = static_cast<std::size_t>(static_cast<double>(count) * 0.381966) | 1U;
    while (std::gcd(stride, count) != 1) {
        ++stride;
    }
    std::vector<std::size_t> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        rows[i] = i * stride % count;
    }
    std::ranges::stable_sort(rows, std::greater{},
                             [&](std::size_t row) { return family.rows[row].penalty; });
    return rows;
}

/// Where a chunk ends: enough rows to keep all threads busy, few enough to stay near the processor.
std::size_t chunk_end(ScanProblem const& problem, WindowFamily const& family,
                      std::vector<std::size_t> const& rows, std::size_t begin)
{
    constexpr std::size_t cells = std::size_t{1} << 20U;
    constexpr std::size_t periods = std::size_t{1} << 18U;
    auto const most = std::max<std::size_t>(2, std::min(cells / (problem.communes * problem.steps),
                                                        periods / problem.intervals.size()));
    auto end = begin + 1;
    while (end < rows.size() && end - begin < most &&
           family.rows[rows[end]].penalty == family.rows[rows[begin]].penalty) {
        ++end;
    }
    return end;
}

/// Every window of one row against the data.
class Observer {
public:
    Observer(ScanProblem const& problem, LogRatio const& ratio) : problem_{problem}, ratio_{ratio}
    {
    }

    BestWindow best_of(ScanRow const& row) const
    {
        BestWindow best{.row = row.row};
        if (problem_.options.isotonic) {
            auto const fit =
                isotonic_fit(row, problem_, [&](std::uint32_t i) { return problem_.cases[i]; });
            best.llr = fit.llr;
            best.far = fit.places > 0 ? row.far[fit.places - 1] : 0;
            return best;
        }
        std::vector<std::uint64_t> until(problem_.steps + 1, 0);
        bool entered = false;
        for (std::size_t k = 0; k < row.order.size(); ++k) {
            entered = add(row.order[k], until) || entered;
            // High rates can only peak where a case has just entered.
            if (row.closes[k] != 0 && (entered || problem_.options.rates != ScanFor::high)) {
                compare(row, k, until, best);
                entered = false;
            }
        }
        return best;
    }

private:
    bool add(std::uint32_t commune, std::vector<std::uint64_t>& until) const
    {
        std::uint64_t sum = 0;
        for (std::size_t t = 0; t < problem_.steps; ++t) {
            sum += problem_.cases[commune * problem_.steps + t];
            until[t + 1] += sum;
        }
        return sum > 0;
    }

    void compare(ScanRow const& row, std::size_t k, std::vector<std::uint64_t> const& until,
                 BestWindow& best) const
    {
        for (auto const interval : problem_.intervals) {
            auto const w = static_cast<double>(row.weight_at(k, problem_.steps, interval));
            double const llr =
                row.penalty * ratio_(until[interval.to + 1] - until[interval.from], w);
            if (llr > best.llr) {
                best.llr = llr;
                best.far = row.far[k];
                best.interval = interval;
            }
        }
    }

    ScanProblem const& problem_;
    LogRatio const& ratio_;
};

/// One pass over all rows; every chunk of them meets the data and the replicates of a wave.
class Pass {
public:
    Pass(ScanProblem const& problem, WindowFamily const& family, LogRatio const& ratio,
         WeightClasses const& classes)
        : problem_{problem}, family_{family}, ratio_{ratio}, classes_{classes}, order_{
                                                                                    order_of_rows(
                                                                                        family)}
    {
    }

    void run(ScanWave& wave, ScanSearch* data, geo::Job const& job)
    {
        double penalty = 0.0;
        std::vector<ScanRow> rows;
        for (std::size_t begin = 0; begin < order_.size();) {
            auto const end = chunk_end(problem_, family_, order_, begin);
            geo::Job const part =
                job.part(static_cast<double>(begin) / static_cast<double>(order_.size()),
                         static_cast<double>(end) / static_cast<double>(order_.size()));
            prepare(begin, end, rows, part);
            if (data != nullptr) {
                observe(rows, *data, part);
            }
            if (rows.front().penalty != penalty) {
                penalty = rows.front().penalty;
                wave.forget_thresholds();
            }
            geo::for_each_index(wave.batches(), part.threads(), [&](std::size_t batch) {
                part.at(0.5);
                wave.look(rows, batch);
            });
            begin = end;
        }
    }

private:
    void prepare(std::size_t begin, std::size_t end, std::vector<ScanRow>& rows,
                 geo::Job const& job) const
    {
        rows.resize(end - begin);
        geo::for_each_index(rows.size(), job.threads(), [&](std::size_t i) {
            job.at(0.0);
            prepare_row(problem_, family_, classes_, order_[begin + i], rows[i]);
        });
    }

    void observe(std::vector<ScanRow> const& rows, ScanSearch& data, geo::Job const& job) const
    {
        Observer const observer{problem_, ratio_};
        std::vector<BestWindow> found(rows.size());
        geo::for_each_index(rows.size(), job.threads(),
                            [&](std::size_t i) { found[i] = observer.best_of(rows[i]); });
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto const ends = std::ranges::count(rows[i].closes, 1);
            data.windows += static_cast<std::uint64_t>(ends) * problem_.intervals.size();
            auto& best = data.by_centre[geo::index_of(family_.rows[rows[i].row].centre)];
            if (found[i].llr > best.llr || (found[i].llr == best.llr && found[i].row < best.row)) {
                best = found[i];
            }
        }
    }

    ScanProblem const& problem_;
    WindowFamily const& family_;
    LogRatio const& ratio_;
    WeightClasses const& classes_;
    std::vector<std::size_t> order_;
};

double strongest_of(ScanSearch const& found)
{
    double best = 0.0;
    for (auto const& window : found.by_centre) {
        best = std::max(best, window.llr);
    }
    return best;
}

/// Counts replicates in their order; true once enough were as strong.
bool add_maxima(std::vector<double> const& wave, double strongest, int stop_after,
                ScanSearch& found)
{
    for (double const best : wave) {
        found.maxima.push_back(best);
        found.as_strong += best >= strongest ? 1 : 0;
        if (stop_after > 0 && found.as_strong >= stop_after) {
            return true;
        }
    }
    return false;
}

}  // namespace

ScanSearch search(ScanProblem const& problem, WindowFamily const& family, geo::Job const& job)
{
    ScanSearch found;
    found.by_centre.resize(problem.communes);
    if (family.rows.empty()) {
        return found;
    }
    LogRatio const ratio{problem};
    WeightClasses const classes{problem};
    ReplicateDraws const draws{problem};
    Pass pass{problem, family, ratio, classes};
    auto const replicates = static_cast<std::size_t>(problem.options.replicates);
    auto most = wave_size(problem);
    if (problem.options.stop_after > 0) {
        most = std::min<std::size_t>(most, 256);  // so that stopping early saves something
    }
    for (std::size_t first = 0; first < replicates; first += most) {
        auto const count = std::min(most, replicates - first);
        auto const part =
            job.part(static_cast<double>(first) / static_cast<double>(replicates),
                     static_cast<double>(first + count) / static_cast<double>(replicates));
        auto const wave = make_wave(problem, ratio, classes, first, count);
        geo::for_each_index(wave->batches(), part.threads(),
                            [&](std::size_t batch) { wave->draw(batch, draws, part); });
        pass.run(*wave, first == 0 ? &found : nullptr, part);
        if (add_maxima(wave->best(), strongest_of(found), problem.options.stop_after, found)) {
            break;
        }
    }
    return found;
}

}  // namespace marchland::analysis::scan
