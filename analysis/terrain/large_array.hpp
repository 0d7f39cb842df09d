// Memory for tens of millions of small things that are read all over the place. Private.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace marchland::analysis::terrain {

/// Like an array of T that is not initialised. Where the system can, it lies on large pages: a wave
/// front across a map touches thousands of small ones.
template <class T>
requires std::is_trivially_destructible_v<T>
class LargeArray {
public:
    explicit LargeArray(std::size_t count) : count_{count}
    {
        std::size_t const bytes = (count * sizeof(T) + page - 1) / page * page;
        items_.reset(static_cast<T*>(std::aligned_alloc(page, bytes == 0 ? page : bytes)));
        if (!items_) {
            throw std::bad_alloc{};
        }
#ifdef __linux__
        madvise(items_.get(), bytes, MADV_HUGEPAGE);  // a wish: nothing depends on it
#endif
    }

    std::size_t size() const
    {
        return count_;
    }
    T* data()
    {
        return items_.get();
    }
    T& operator[](std::size_t i)
    {
        return items_.get()[i];
    }
    T const& operator[](std::size_t i) const
    {
        return items_.get()[i];
    }

private:
    static constexpr std::size_t page = std::size_t{1} << 21U;
    struct Free {
        void operator()(T* items) const { std::free(items); }
    };
    std::size_t count_;
    std::unique_ptr<T, Free> items_;
};

}  // namespace marchland::analysis::terrain
