// Bucket queue: which buckets of a ring hold anything, as bits. Private to analysis.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace marchland::analysis::graph {

/// To the first bucket from this one on, around the ring, that holds anything; false: none does.
/// \param full  a bit for each bucket; as many words as a power of two.
inline bool to_next_full(std::span<std::uint64_t const> full, std::uint64_t& slot)
{
    std::uint64_t word = slot >> 6U;
    std::uint64_t bits = full[word] & (~std::uint64_t{0} << (slot & 63U));
    for (std::size_t looked = 0; bits == 0; ++looked) {
        if (looked > full.size()) {
            return false;
        }
        word = (word + 1) & (full.size() - 1);
        bits = full[word];
    }
    slot = (word << 6U) + static_cast<std::uint64_t>(std::countr_zero(bits));
    return true;
}

}  // namespace marchland::analysis::graph
