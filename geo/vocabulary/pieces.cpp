#include "geo/vocabulary/pieces.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace marchland::geo {
namespace {

class Crew {
public:
    Crew(std::vector<Piece> const& pieces, Job const& job)
        : pieces_{pieces}, whole_{job}, state_(pieces.size(), State::waiting),
          fraction_(pieces.size(), 0.0)
    {
        for (auto const& piece : pieces) {
            shares_ += piece.share;
        }
    }

    void carry_out()
    {
        std::stop_callback const passed_on{whole_.stop(), [this] { stop_.request_stop(); }};
        {
            std::vector<std::jthread> crew;
            for (unsigned t = 1; t < std::min<std::size_t>(whole_.threads(), pieces_.size()); ++t) {
                crew.emplace_back([this] { work(); });
            }
            work();
        }
        if (trouble_) {
            std::rethrow_exception(trouble_);
        }
    }

private:
    enum class State : char { waiting, begun, done };

    /// Of one thread: what can be begun, until nothing is left.
    void work()
    {
        std::unique_lock lock{lock_};
        while (!trouble_) {
            if (auto const next = ready()) {
                begin(*next, lock);
            } else if (std::ranges::count(state_, State::waiting) == 0) {
                return;
            } else {
                changed_.wait(lock);
            }
        }
    }

    std::optional<std::size_t> ready() const
    {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (state_[i] == State::waiting &&
                std::ranges::all_of(pieces_[i].after, [this](std::size_t other) {
                    return state_[other] == State::done;
                })) {
                return i;
            }
        }
        return std::nullopt;
    }

    void begin(std::size_t i, std::unique_lock<std::mutex>& lock)
    {
        state_[i] = State::begun;
        ++*at_once_;
        lock.unlock();
        std::exception_ptr failed;
        try {
            auto const job = job_of(i);
            job.at(0.0);
            pieces_[i].work(job);
        } catch (...) {
            failed = std::current_exception();
        }
        lock.lock();
        --*at_once_;
        state_[i] = State::done;
        fraction_[i] = 1.0;
        if (failed && !trouble_) {
            trouble_ = failed;
            stop_.request_stop();
        }
        changed_.notify_all();
    }

    Job job_of(std::size_t i)
    {
        return Job{stop_.get_token(), [this, i](double fraction) { told(i, fraction); },
                   whole_.threads()}
            .beside_others(at_once_);
    }

    void told(std::size_t i, double fraction)
    {
        std::scoped_lock const lock{lock_};
        fraction_[i] = fraction;
        double sum = 0.0;
        for (std::size_t k = 0; k < pieces_.size(); ++k) {
            sum += pieces_[k].share * fraction_[k];
        }
        whole_.at(shares_ > 0.0 ? std::min(1.0, sum / shares_) : 1.0);
    }

    std::vector<Piece> const& pieces_;
    Job const& whole_;
    std::vector<State> state_;
    std::vector<double> fraction_;
    double shares_ = 0.0;
    std::shared_ptr<std::atomic<unsigned>> at_once_ = std::make_shared<std::atomic<unsigned>>(0U);
    std::stop_source stop_;
    std::exception_ptr trouble_;
    std::mutex lock_;
    std::condition_variable changed_;
};

}  // namespace

void carry_out(std::vector<Piece> const& pieces, Job const& job)
{
    Crew{pieces, job}.carry_out();
}

}  // namespace marchland::geo
