// Union-find: which things are connected. Private to analysis.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace marchland::analysis::network {

/// A group is called by the lowest of its members.
class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size)
    {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }
    std::uint32_t of(std::uint32_t i)
    {
        while (parent_[i] != i) {
            parent_[i] = parent_[parent_[i]];
            i = parent_[i];
        }
        return i;
    }
    /// False where they were connected before.
    bool join(std::uint32_t a, std::uint32_t b)
    {
        auto const one = of(a);
        auto const other = of(b);
        parent_[std::max(one, other)] = std::min(one, other);
        return one != other;
    }
    std::size_t count()
    {
        std::size_t roots = 0;
        for (std::uint32_t i = 0; i < parent_.size(); ++i) {
            roots += parent_[i] == i ? 1U : 0U;
        }
        return roots;
    }

private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace marchland::analysis::network
