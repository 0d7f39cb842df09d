#include "analysis/hotspots/shuffle_block.hpp"

#include "geo/vocabulary/random.hpp"

#include <numeric>
#include <utility>

namespace marchland::analysis::hotspots {
namespace {

/// Different entries of random orders of n, one order after the other.
class OrderDrawer {
public:
    OrderDrawer(std::size_t n, std::size_t width, std::uint64_t seed) : n_{n}, seed_{seed}
    {
        if (2 * width >= n) {
            all_.resize(n);
        } else {
            last_seen_.resize(n);
        }
    }

    void draw(std::size_t permutation, std::span<std::uint32_t> order)
    {
        geo::Draws draws{geo::Random{seed_, "permutation", permutation}};
        if (!all_.empty()) {
            shuffle(draws, order);
        } else {
            pick(draws, order);
        }
    }

private:
    /// Most of a small map: shuffle it.
    void shuffle(geo::Draws& draws, std::span<std::uint32_t> order)
    {
        std::iota(all_.begin(), all_.end(), 0U);
        for (std::size_t i = 0; i < order.size(); ++i) {
            std::swap(all_[i], all_[i + draws.below(n_ - i)]);
            order[i] = all_[i];
        }
    }

    /// Few entries of many: a repeat is rare and simply drawn again.
    void pick(geo::Draws& draws, std::span<std::uint32_t> order)
    {
        ++round_;
        for (auto& entry : order) {
            do {
                entry = static_cast<std::uint32_t>(draws.below(n_));
            } while (std::exchange(last_seen_[entry], round_) == round_);
        }
    }

    std::size_t n_;
    std::uint64_t seed_;
    std::vector<std::uint32_t> all_;
    std::vector<std::uint32_t> last_seen_;
    std::uint32_t round_ = 0;
};

}  // namespace

ShuffleBlock::ShuffleBlock(std::size_t n, std::size_t width, std::size_t first, std::size_t count,
                           std::uint64_t seed)
    : width_{width}, count_{count}, drawn_(count * width)
{
    OrderDrawer drawer{n, width, seed};
    for (std::size_t p = 0; p < count; ++p) {
        drawer.draw(first + p, std::span{drawn_}.subspan(p * width, width));
    }
    index_places(n);
}

void ShuffleBlock::index_places(std::size_t n)
{
    place_starts_.assign(n + 2, 0);  // one further, so that filling moves each start to its place
    for (auto const thing : drawn_) {
        ++place_starts_[thing + 2];
    }
    std::partial_sum(place_starts_.begin(), place_starts_.end(), place_starts_.begin());
    places_.resize(drawn_.size());
    std::size_t at = 0;
    for (std::uint32_t p = 0; p < count_; ++p) {
        for (std::uint32_t m = 0; m < width_; ++m) {
            places_[place_starts_[drawn_[at++] + 1]++] = {p, m};
        }
    }
}

}  // namespace marchland::analysis::hotspots
