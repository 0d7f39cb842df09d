// A range over threads. Private to the project: it does not install.
#pragma once

#include "geo/vocabulary/job.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace marchland::geo {

/// Calls work(i) for every i in [0, count), each exactly once, on up to `threads` threads.
/// The first exception stops the rest and is thrown again here.
template <class Work>
void for_each_index(std::size_t count, unsigned threads, Work const& work)
{
    if (threads <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) {
            work(i);
        }
        return;
    }
    std::atomic<std::size_t> next{0};
    std::exception_ptr trouble;
    std::mutex trouble_lock;
    auto const run = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                std::scoped_lock const lock{trouble_lock};
                if (!trouble) {
                    trouble = std::current_exception();
                }
                next = count;
            }
        }
    };
    {
        std::vector<std::jthread> crew;
        for (unsigned t = 1; t < std::min<std::size_t>(threads, count); ++t) {
            crew.emplace_back(run);
        }
        run();
    }
    if (trouble) {
        std::rethrow_exception(trouble);
    }
}

}  // namespace marchland::geo
