#include "analysis/shared_permutations.hpp"

#include "geo/parallel.hpp"
#include "geo/random.hpp"

#include <algorithm>
#include <numeric>

namespace marchland::analysis {
namespace {

/// Different entries of a random order of n, one after the other.
void draw_order(geo::Draws& draws, std::size_t n, std::span<std::uint32_t> order)
{
    if (2 * order.size() >= n) {  // most of a small map: shuffle it
        std::vector<std::uint32_t> all(n);
        std::iota(all.begin(), all.end(), 0U);
        for (std::size_t i = 0; i < order.size(); ++i) {
            std::swap(all[i], all[i + draws.below(n - i)]);
            order[i] = all[i];
        }
        return;
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::uint32_t one = 0;
        do {  // few entries of many: a repeat is rare and simply drawn again
            one = static_cast<std::uint32_t>(draws.below(n));
        } while (std::ranges::find(order.first(i), one) != order.begin() + static_cast<std::ptrdiff_t>(i));
        order[i] = one;
    }
}

}  // namespace

SharedPermutations::SharedPermutations(std::vector<std::int64_t> values, std::size_t longest,
                                       std::size_t permutations, std::uint64_t seed,
                                       geo::Job const& job)
    : values_{std::move(values)}, width_{longest + 1}, permutations_{permutations},
      drawn_(permutations * width_), sums_(permutations * (width_ + 1)), sorted_(width_)
{
    draw(seed, job);
    index_places();
}

void SharedPermutations::draw(std::uint64_t seed, geo::Job const& job)
{
    constexpr std::size_t chunk = 512;  // enough work for a thread to take at once
    auto const chunks = (permutations_ + chunk - 1) / chunk;
    geo::for_each_index(chunks, job.threads(), [&](std::size_t c) {
        job.at(0.5 * static_cast<double>(c) / static_cast<double>(chunks));
        for (std::size_t p = c * chunk; p < std::min(permutations_, (c + 1) * chunk); ++p) {
            geo::Draws draws{geo::Random{seed, "permutation", p}};
            std::span const order{&drawn_[p * width_], width_};
            draw_order(draws, values_.size(), order);
            std::int64_t sum = 0;
            for (std::size_t k = 0; k < width_; ++k) {
                sum += values_[order[k]];
                sums_[p * (width_ + 1) + k + 1] = sum;
            }
        }
    });
}

void SharedPermutations::index_places()
{
    place_starts_.assign(values_.size() + 1, 0);
    for (auto const value : drawn_) {
        ++place_starts_[value + 1];
    }
    std::partial_sum(place_starts_.begin(), place_starts_.end(), place_starts_.begin());
    places_.resize(drawn_.size());
    auto next = place_starts_;
    for (std::size_t at = 0; at < drawn_.size(); ++at) {
        places_[next[drawn_[at]]++] = {static_cast<std::uint32_t>(at / width_),
                                       static_cast<std::uint32_t>(at % width_)};
    }
}

std::span<SharedPermutations::Place const> SharedPermutations::places_of(std::size_t i) const
{
    return std::span{places_}.subspan(place_starts_[i], place_starts_[i + 1] - place_starts_[i]);
}

void SharedPermutations::prepare(std::vector<std::size_t> const& sizes, geo::Job const& job)
{
    std::atomic<std::size_t> done{0};
    geo::for_each_index(sizes.size(), job.threads(), [&](std::size_t s) {
        job.at(0.5 + 0.4 * static_cast<double>(done++) / static_cast<double>(sizes.size()));
        auto const k = sizes[s];
        auto& sorted = sorted_.at(k);
        sorted.resize(permutations_);
        for (std::size_t p = 0; p < permutations_; ++p) {
            sorted[p] = sum(p, k);
        }
        std::ranges::sort(sorted);
    });
}

Tally SharedPermutations::tally(std::size_t focal, std::size_t k, std::int64_t seen) const
{
    // Each value was rounded to a whole number, so sums that are equal may lie k apart: 9 + 1 and 7 + 3.
    auto const slack = 2 * static_cast<std::int64_t>(k);
    auto const greater_or_equal = [from = seen - slack](std::int64_t sum) { return sum >= from ? 1 : 0; };
    auto const less_or_equal = [to = seen + slack](std::int64_t sum) { return sum <= to ? 1 : 0; };
    auto const& sorted = sorted_[k];
    std::int64_t greater = sorted.end() - std::ranges::lower_bound(sorted, seen - slack);
    std::int64_t less = std::ranges::upper_bound(sorted, seen + slack) - sorted.begin();
    for (auto const place : places_of(focal)) {
        if (place.position >= k) {
            continue;  // it did not enter this sum
        }
        auto const with = sum(place.permutation, k);
        auto const without = sum(place.permutation, k + 1) - values_[focal];
        greater += greater_or_equal(without) - greater_or_equal(with);
        less += less_or_equal(without) - less_or_equal(with);
    }
    return {static_cast<std::uint64_t>(greater), static_cast<std::uint64_t>(less)};
}

}  // namespace marchland::analysis
