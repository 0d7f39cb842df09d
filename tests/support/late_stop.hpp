// Asks a job to stop while it is at work, from outside, as Ctrl-C and the viewer do.
#pragma once

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/job.hpp"
#include "tests/support/patience.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <stop_token>
#include <thread>

namespace marchland::test {

/// Whatever the work is about when it is asked, after `delay`, it must end within a second, unfinished.
template <class Work>
void expect_late_stop(Work const& work,
                      std::chrono::milliseconds delay = std::chrono::milliseconds{60})
{
    using Clock = std::chrono::steady_clock;
    std::stop_source stop;
    Clock::time_point asked;
    bool cancelled = false;
    {
        std::jthread const asker{[&] {
            std::this_thread::sleep_for(delay);
            asked = Clock::now();
            stop.request_stop();
        }};
        try {
            work(geo::Job{stop.get_token(), {}, 2});
        } catch (geo::Cancelled const&) {
            cancelled = true;
        }
    }
    EXPECT_TRUE(cancelled)
        << "done before it was asked, or deaf: the test says nothing, make the work longer";
    EXPECT_LT(Clock::now() - asked, patience);
}

}  // namespace marchland::test
