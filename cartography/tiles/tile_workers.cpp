#include "cartography/tiles/tile_workers.hpp"

#include <QThread>

#include <algorithm>

namespace marchland::cartography {

Tiles::Workers::Workers(std::shared_ptr<Levels const> levels, std::function<void()> ready)
    : levels_{std::move(levels)}, ready_{std::move(ready)}
{
    // One core stays with the person at the screen.
    pool_.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

Tiles::Workers::~Workers()
{
    stop_.request_stop();
    want({});
    pool_.waitForDone();
}

void Tiles::Workers::want(std::vector<TileKey> const& keys)
{
    std::scoped_lock const guard{lock_};
    wanted_.clear();
    std::copy_if(keys.rbegin(), keys.rend(), std::back_inserter(wanted_), [this](auto const& key) {
        return !running_.contains(key) && !filled_.contains(key);
    });
    auto const useful = std::min<std::ptrdiff_t>(std::ssize(wanted_), pool_.maxThreadCount());
    for (; crew_ < useful; ++crew_) {
        pool_.start([this] { work(); });
    }
}

std::map<TileKey, IdGrid> Tiles::Workers::take()
{
    std::scoped_lock const guard{lock_};
    return std::exchange(filled_, {});
}

std::optional<TileKey> Tiles::Workers::next()
{
    std::scoped_lock const guard{lock_};
    if (wanted_.empty()) {
        --crew_;  // under the same lock: want() sees either this worker or its absence
        return std::nullopt;
    }
    auto const key = wanted_.back();
    wanted_.pop_back();
    running_.insert(key);
    return key;
}

void Tiles::Workers::work()
{
    while (auto const key = next()) {
        try {
            auto grid = filled_tile(*levels_, *key, geo::Job{stop_.get_token()});
            std::scoped_lock const guard{lock_};
            running_.erase(*key);
            filled_.insert_or_assign(*key, std::move(grid));
        } catch (geo::Cancelled const&) {
            continue;  // only the end of the map cancels, and it leaves nothing wanted
        }
        ready_();
    }
}

}  // namespace marchland::cartography
