// Private: the threads that fill tiles.
#pragma once

#include "cartography/tiles/tiles.hpp"

#include <QThreadPool>

#include <map>
#include <mutex>
#include <set>
#include <stop_token>

namespace marchland::cartography {

/// Fills the wanted tiles, first things first; what is not wanted any more is never begun.
class Tiles::Workers {
public:
    Workers(std::shared_ptr<Levels const> levels, std::function<void()> ready);
    ~Workers();
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    /// Replaces what was wanted before; a tile being filled is not begun again.
    void want(std::vector<TileKey> const& keys);

    /// What has been filled since the last call.
    std::map<TileKey, IdGrid> take();

private:
    void work();
    std::optional<TileKey> next();

    std::shared_ptr<Levels const> levels_;
    std::function<void()> ready_;
    std::stop_source stop_;
    std::mutex lock_;
    std::vector<TileKey> wanted_;  ///< first last
    std::set<TileKey> running_;
    std::map<TileKey, IdGrid> filled_;
    int crew_ = 0;
    QThreadPool pool_;
};

}  // namespace marchland::cartography
