// Things sorted into numbered buckets by counting: two passes, no comparison. Private.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace marchland::geo {

class Buckets {
public:
    /// \param each  calls its argument as put(bucket, item) for every item; run twice, so it must
    ///              say the same both times. Within a bucket the order of the calls is kept.
    template <class Each>
    Buckets(std::size_t count, Each const& each) : first_(count + 1, 0)
    {
        each([this](std::size_t bucket, std::uint32_t) { ++first_[bucket + 1]; });
        for (std::size_t i = 1; i < first_.size(); ++i) {
            first_[i] += first_[i - 1];
        }
        items_.resize(first_.back());
        std::vector<std::uint32_t> next{first_};
        each([this, &next](std::size_t bucket, std::uint32_t item) {
            items_[next[bucket]++] = item;
        });
    }

    std::size_t size() const { return first_.size() - 1; }
    std::span<std::uint32_t const> operator[](std::size_t bucket) const
    {
        return std::span{items_}.subspan(first_[bucket], first_[bucket + 1] - first_[bucket]);
    }

private:
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> items_;
};

}  // namespace marchland::geo
