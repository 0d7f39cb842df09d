// The first entries of a run of random orders. Private to analysis.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::hotspots {

class ShuffleBlock {
public:
    struct Place {
        std::uint32_t permutation;  ///< within the block
        std::uint32_t position;
    };

    /// Orders first ... first + count - 1 of n things, `width` entries of each.
    ShuffleBlock(std::size_t n, std::size_t width, std::size_t first, std::size_t count,
                 std::uint64_t seed);

    std::size_t count() const noexcept { return count_; }
    std::size_t width() const noexcept { return width_; }
    std::span<std::uint32_t const> order(std::size_t permutation) const
    {
        return std::span{drawn_}.subspan(permutation * width_, width_);
    }
    /// Where a thing stands among the entries of this block.
    std::span<Place const> places_of(std::size_t thing) const
    {
        return std::span{places_}.subspan(place_starts_[thing],
                                          place_starts_[thing + 1] - place_starts_[thing]);
    }

private:
    void index_places(std::size_t n);

    std::size_t width_;
    std::size_t count_;
    std::vector<std::uint32_t> drawn_;
    std::vector<std::uint32_t> place_starts_;
    std::vector<Place> places_;
};

}  // namespace marchland::analysis::hotspots
