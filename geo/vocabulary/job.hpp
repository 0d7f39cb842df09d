/// \file job.hpp
/// How a long piece of work is watched: asked to stop, asked how far it is, told how many threads.
#pragma once

#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>
#include <utility>

namespace marchland::geo {

/// Handed by reference, always last and always optional.
class Job {
public:
    using Progress = std::function<void(double)>;  ///< fraction in [0, 1]; may come from any thread

    Job() = default;
    explicit Job(std::stop_token stop, Progress progress = {}, unsigned threads = 0)
        : stop_{std::move(stop)}, progress_{std::move(progress)}, threads_{threads}
    {
    }

    /// Says how far the work is. \throws Cancelled if somebody asked to stop.
    void at(double fraction) const
    {
        if (stop_.stop_requested()) {
            throw Cancelled{};
        }
        if (progress_) {
            progress_(fraction);
        }
    }

    /// The part of this job from one fraction to another, as a job of its own.
    Job part(double from, double to) const
    {
        Progress scaled;
        if (progress_) {
            scaled = [whole = progress_, from, to](double f) { whole(from + f * (to - from)); };
        }
        auto part = *this;
        part.progress_ = std::move(scaled);
        return part;
    }

    /// The same work, of whose progress nobody is told.
    Job quiet() const
    {
        auto silent = *this;
        silent.progress_ = {};
        return silent;
    }

    /// One of several pieces of work at once: they share the threads, a piece that is left alone has them all.
    /// \param at_once  how many there are, kept up to date by whoever runs them.
    Job beside_others(std::shared_ptr<std::atomic<unsigned> const> at_once) const
    {
        auto piece = *this;
        piece.at_once_ = std::move(at_once);
        return piece;
    }

    /// Never zero: as asked, or as many as the machine has, less what others at work beside this one have.
    unsigned threads() const
    {
        unsigned const all =
            threads_ != 0 ? threads_ : std::max(1U, std::thread::hardware_concurrency());
        return std::max(1U, at_once_ ? all / std::max(1U, at_once_->load()) : all);
    }

    std::stop_token const& stop() const noexcept { return stop_; }

private:
    std::stop_token stop_;
    Progress progress_;
    unsigned threads_ = 0;
    std::shared_ptr<std::atomic<unsigned> const> at_once_;
};

/// \namespace marchland::geo
/// \par Example
/// \code
/// std::stop_source stop;  // request_stop() from another thread makes the next at() throw Cancelled
/// geo::Job const job{stop.get_token(), [](double done) { std::cout << done << "\n"; }, 2};
/// job.part(0.5, 1.0).at(0.5);  // says 0.75
/// assert(job.threads() == 2);
/// \endcode
/// \par Threads  a Job may be shared; whoever watches must expect Progress from any thread.

}  // namespace marchland::geo
