#include "analysis/hotspots/shared_permutations.hpp"

#include "analysis/hotspots/shuffle_block.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace marchland::analysis::hotspots {
namespace {

/// How many orders are drawn at once.
struct Blocks {
    std::size_t permutations;
    std::size_t size;

    std::size_t number() const { return (permutations + size - 1) / size; }
    std::size_t first(std::size_t block) const { return block * size; }
    std::size_t count(std::size_t block) const
    {
        return std::min(size, permutations - first(block));
    }
};

/// Sorting pays in large blocks; but threads need blocks to share, and wide orders fill the memory.
Blocks blocks_for_sorting(std::size_t permutations, std::size_t width)
{
    constexpr std::size_t in_cache = 12500;
    constexpr std::size_t entries = std::size_t{1} << 21U;
    std::size_t const most = std::clamp(entries / width, std::size_t{64}, in_cache);
    std::size_t number = (permutations + most - 1) / most;
    if (number > 1) {
        number = (number + 7) / 8 * 8;
    }
    return {permutations, (permutations + number - 1) / number};
}

/// Prepares some blocks at a time, on all threads, and then asks each of them every question, again on
/// all threads: prepare(block) makes what answer(question, prepared) needs.
template <class Prepare, class Answer>
std::vector<Tally> over_blocks(Blocks const& blocks, std::size_t questions, geo::Job const& job,
                               Prepare const& prepare, Answer const& answer)
{
    using Prepared = decltype(prepare(std::size_t{0}));
    constexpr std::size_t at_a_time = 8;
    constexpr std::size_t chunk = 256;
    std::vector<Tally> total(questions);
    for (std::size_t first = 0; first < blocks.number(); first += at_a_time) {
        job.at(static_cast<double>(first) / static_cast<double>(blocks.number()));
        std::vector<std::unique_ptr<Prepared const>> ready(
            std::min(at_a_time, blocks.number() - first));
        geo::for_each_index(ready.size(), job.threads(), [&](std::size_t r) {
            ready[r].reset(
                new Prepared(prepare(first + r)));  // made in place: it may point into itself
        });
        geo::for_each_index((questions + chunk - 1) / chunk, job.threads(), [&](std::size_t c) {
            if (job.stop().stop_requested()) {
                throw geo::Cancelled{};
            }
            for (auto const& prepared : ready) {
                for (std::size_t q = c * chunk; q < std::min(questions, (c + 1) * chunk); ++q) {
                    total[q] += answer(q, *prepared);
                }
            }
        });
    }
    return total;
}

std::size_t longest(std::span<Question const> questions)
{
    std::size_t most = 0;
    for (auto const& question : questions) {
        most = std::max<std::size_t>(most, question.k);
    }
    return most;
}

/// Sums of the first k entries of each order of a block.
class Sums {
public:
    static std::int64_t slack(std::size_t k) { return 2 * static_cast<std::int64_t>(k); }

    Sums(ShuffleBlock const& block, std::vector<std::int64_t> const& values)
        : values_{values}, width_{block.width() + 1}, sums_(block.count() * width_)
    {
        for (std::size_t p = 0; p < block.count(); ++p) {
            auto const order = block.order(p);
            std::int64_t sum = 0;
            for (std::size_t m = 0; m < order.size(); ++m) {
                sum += values[order[m]];
                sums_[p * width_ + m + 1] = sum;
            }
        }
    }

    std::int64_t of(std::size_t p, std::size_t k) const { return sums_[p * width_ + k]; }
    std::int64_t without(std::size_t p, std::size_t k, std::uint32_t focal) const
    {
        return of(p, k + 1) - values_[focal];
    }

private:
    std::vector<std::int64_t> const& values_;
    std::size_t width_;
    std::vector<std::int64_t> sums_;
};

/// Twice the medians of the first k entries of each order of a block.
class Medians {
public:
    static std::int64_t slack(std::size_t /*k*/) { return 4; }

    Medians(ShuffleBlock const& block, std::vector<std::int64_t> const& values)
        : block_{block}, values_{values}
    {
    }

    std::int64_t of(std::size_t p, std::size_t k) const
    {
        return median_of(block_.order(p).first(k), no_one);
    }
    std::int64_t without(std::size_t p, std::size_t k, std::uint32_t focal) const
    {
        return median_of(block_.order(p).first(k + 1), focal);
    }

private:
    static constexpr std::uint32_t no_one = 0xffffffffU;

    std::int64_t median_of(std::span<std::uint32_t const> drawn, std::uint32_t leave_out) const
    {
        std::vector<std::int64_t> taken;
        taken.reserve(drawn.size());
        for (auto const thing : drawn) {
            if (thing != leave_out) {
                taken.push_back(values_[thing]);
            }
        }
        return twice_median(taken);
    }

    ShuffleBlock const& block_;
    std::vector<std::int64_t> const& values_;
};

/// A block with its figures sorted for each k that is asked for.
template <class Figure>
struct SortedBlock {
    SortedBlock(ShuffleBlock drawn, std::vector<std::int64_t> const& values,
                std::vector<std::uint32_t> const& sizes)
        : block{std::move(drawn)}, figure{block, values}, sorted(block.width())
    {
        for (auto const k : sizes) {
            for (std::size_t p = 0; p < block.count(); ++p) {
                sorted[k].push_back(figure.of(p, k));
            }
            std::ranges::sort(sorted[k]);
        }
    }

    ShuffleBlock block;
    Figure figure;
    std::vector<std::vector<std::int64_t>> sorted;  ///< by k
};

std::vector<std::uint32_t> sizes_in(std::span<Question const> questions)
{
    std::set<std::uint32_t> sizes;
    for (auto const& question : questions) {
        if (question.k != 0 && !sizes.contains(question.k)) {
            sizes.insert(question.k);
        }
    }
    return {sizes.begin(), sizes.end()};
}

/// Answers from the sorted figures as if the focal commune could be drawn, then mends the few where it was.
template <class Figure>
Tally answer(Question const& question, SortedBlock<Figure> const& ready)
{
    auto const& sorted = ready.sorted[question.k];
    std::int64_t const from = question.seen - Figure::slack(question.k);
    std::int64_t const to = question.seen + Figure::slack(question.k);
    auto const low = std::lower_bound(sorted.begin(), sorted.end(), from);
    auto const high =
        low == sorted.end() || *low > to ? low : std::upper_bound(low, sorted.end(), to);
    auto greater = sorted.end() - low;
    auto less = high - sorted.begin();
    for (auto const place : ready.block.places_of(question.focal)) {
        if (place.position < question.k) {
            auto const with = ready.figure.of(place.permutation, question.k);
            auto const without =
                ready.figure.without(place.permutation, question.k, question.focal);
            greater += (without >= from ? 1 : 0) - (with >= from ? 1 : 0);
            less += (without <= to ? 1 : 0) - (with <= to ? 1 : 0);
        }
    }
    return {static_cast<std::uint64_t>(greater), static_cast<std::uint64_t>(less),
            ready.block.count()};
}

template <class Figure>
std::vector<Tally> tally_sorted(std::vector<std::int64_t> const& values,
                                std::span<Question const> questions, Shuffling const& shuffling,
                                geo::Job const& job)
{
    std::size_t const width = longest(questions) + 1;
    auto const sizes = sizes_in(questions);
    auto const blocks = blocks_for_sorting(shuffling.permutations, width);
    return over_blocks(
        blocks, questions.size(), job,
        [&](std::size_t b) {
            return SortedBlock<Figure>{ShuffleBlock{values.size(), width, blocks.first(b),
                                                    blocks.count(b), shuffling.seed},
                                       values, sizes};
        },
        [&](std::size_t q, SortedBlock<Figure> const& ready) {
            return questions[q].k == 0 ? Tally{} : answer(questions[q], ready);
        });
}

/// Drawn values with one row for each position, so that a weighted sum runs along the orders.
class ValueRows {
public:
    static constexpr std::size_t lanes = 256;  ///< orders in a block: a row is 2 KB

    ValueRows(ShuffleBlock drawn, std::vector<double> const& values)
        : block{std::move(drawn)}, rows_(block.width() * lanes)
    {
        for (std::size_t p = 0; p < block.count(); ++p) {
            auto const order = block.order(p);
            for (std::size_t m = 0; m < order.size(); ++m) {
                rows_[m * lanes + p] = values[order[m]];
            }
        }
    }

    double const* row(std::size_t position) const { return &rows_[position * lanes]; }

    ShuffleBlock const block;

private:
    std::vector<double> rows_;
};

using Lanes = std::array<double, ValueRows::lanes>;

struct AsValue {
    double operator()(double x) const { return x; }
};

struct AsSquaredDifference {
    double own;
    double operator()(double x) const { return (x - own) * (x - own); }
};

template <class Seen>
void add_up(WeightedQuestion const& question, ValueRows const& rows, Seen const& seen, Lanes& sums)
{
    sums.fill(0.0);
    for (std::size_t m = 0; m < question.weights.size(); ++m) {
        double const weight = question.weights[m];
        double const* const row = rows.row(m);
        for (std::size_t p = 0; p < ValueRows::lanes; ++p) {
            sums[p] += weight * seen(row[p]);
        }
    }
}

template <class Seen>
Tally answer(WeightedQuestion const& question, ValueRows const& rows, double own, Seen const& seen)
{
    Lanes sums;
    add_up(question, rows, seen, sums);
    auto const k = question.weights.size();
    for (auto const place : rows.block.places_of(question.focal)) {
        if (place.position < k) {
            sums[place.permutation] += question.weights[place.position] *
                                       (seen(rows.row(k)[place.permutation]) - seen(own));
        }
    }
    double const from = question.seen - question.slack;
    double const to = question.seen + question.slack;
    std::uint64_t greater = 0;
    std::uint64_t less = 0;
    for (std::size_t p = 0; p < rows.block.count(); ++p) {
        greater += sums[p] >= from ? 1U : 0U;
        less += sums[p] <= to ? 1U : 0U;
    }
    return {greater, less, rows.block.count()};
}

}  // namespace

std::int64_t twice_median(std::span<std::int64_t> values)
{
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    std::int64_t const upper = *middle;
    return values.size() % 2 == 1 ? 2 * upper : upper + *std::max_element(values.begin(), middle);
}

std::vector<Tally> tally_sums(std::vector<std::int64_t> const& values,
                              std::span<Question const> questions, Shuffling const& shuffling,
                              geo::Job const& job)
{
    return tally_sorted<Sums>(values, questions, shuffling, job);
}

std::vector<Tally> tally_medians(std::vector<std::int64_t> const& values,
                                 std::span<Question const> questions, Shuffling const& shuffling,
                                 geo::Job const& job)
{
    return tally_sorted<Medians>(values, questions, shuffling, job);
}

std::vector<Tally> tally_weighted(std::vector<double> const& values,
                                  std::span<WeightedQuestion const> questions, Drawn drawn,
                                  Shuffling const& shuffling, geo::Job const& job)
{
    std::size_t width = 1;
    for (auto const& question : questions) {
        width = std::max(width, question.weights.size() + 1);
    }
    Blocks const blocks{shuffling.permutations, ValueRows::lanes};
    return over_blocks(
        blocks, questions.size(), job,
        [&](std::size_t b) {
            return ValueRows{ShuffleBlock{values.size(), width, blocks.first(b), blocks.count(b),
                                          shuffling.seed},
                             values};
        },
        [&](std::size_t q, ValueRows const& rows) {
            auto const& question = questions[q];
            if (question.weights.empty()) {
                return Tally{};
            }
            double const own = values[question.focal];
            return drawn == Drawn::value ? answer(question, rows, own, AsValue{})
                                         : answer(question, rows, own, AsSquaredDifference{own});
        });
}

std::vector<Tally> tally_sums_until(std::vector<std::int64_t> const& values,
                                    std::span<Question const> questions, std::uint64_t enough,
                                    Shuffling const& shuffling, geo::Job const& job)
{
    // Small blocks one after the other: most communes are decided in the first.
    std::size_t const width = longest(questions) + 1;
    Blocks const blocks{shuffling.permutations,
                        std::min<std::size_t>(shuffling.permutations, 1000)};
    std::vector<Tally> tallies(questions.size());
    std::vector<std::size_t> open;
    for (std::size_t q = 0; q < questions.size(); ++q) {
        if (questions[q].k != 0) {
            open.push_back(q);
        }
    }
    auto const decided = [&](Tally const& tally) {
        return std::min(tally.greater_or_equal, tally.less_or_equal) >= enough;
    };
    for (std::size_t b = 0; b < blocks.number() && !open.empty(); ++b) {
        job.at(static_cast<double>(b) / static_cast<double>(blocks.number()));
        ShuffleBlock const block{values.size(), width, blocks.first(b), blocks.count(b),
                                 shuffling.seed};
        Sums const sums{block, values};
        geo::for_each_index(open.size(), job.threads(), [&](std::size_t o) {
            auto const& question = questions[open[o]];
            auto& tally = tallies[open[o]];
            auto const slack = Sums::slack(question.k);
            std::vector<std::uint8_t> drawn_itself(block.count());
            for (auto const place : block.places_of(question.focal)) {
                drawn_itself[place.permutation] = place.position < question.k ? 1 : 0;
            }
            for (std::size_t p = 0; p < block.count() && !decided(tally); ++p) {
                auto const sum = drawn_itself[p] != 0 ? sums.without(p, question.k, question.focal)
                                                      : sums.of(p, question.k);
                tally += {sum >= question.seen - slack ? 1U : 0U,
                          sum <= question.seen + slack ? 1U : 0U, 1};
            }
        });
        std::erase_if(open, [&](std::size_t q) { return decided(tallies[q]); });
    }
    return tallies;
}

}  // namespace marchland::analysis::hotspots
