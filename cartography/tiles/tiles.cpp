#include "cartography/tiles/tiles.hpp"

#include "cartography/tiles/tile_workers.hpp"

#include <QRegion>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace marchland::cartography {

namespace {

constexpr std::size_t most_tiles = 96;
constexpr int coarser_tried = 12;
constexpr int finer_tried = 6;

QRectF place_of(TileKey const& key, View const& view)
{
    auto const corner = view.at(top_left(key));
    double const side = tile_size * metres_per_pixel(key) / view.metres_per_point;
    return {corner.x(), corner.y(), side, side};
}

/// On whole device pixels, so that tiles meet without a seam and colours stay true.
QRectF snapped(QRectF const& place, double dpr)
{
    auto const whole = [dpr](double at) { return std::round(at * dpr) / dpr; };
    QPointF const from{whole(place.left()), whole(place.top())};
    return {from, QPointF{whole(place.right()), whole(place.bottom())}};
}

int tile_index(double offset, double side)
{
    return static_cast<int>(std::floor(offset / side));
}

TileKey key_at(geo::Point ground, int step, double dpr)
{
    TileKey key{step, 0, 0, static_cast<int>(std::lround(100.0 * dpr))};
    double const side = tile_size * metres_per_pixel(key);
    key.x = tile_index(ground.x, side);
    key.y = tile_index(-ground.y, side);
    return key;
}

}  // namespace

struct Tiles::Tile {
    IdGrid ids;
    QImage picture;
    unsigned look = 0;
    unsigned used = 0;
};

double metres_per_pixel(TileKey const& key)
{
    return metres_at(key.step) * 100.0 / key.dpr_percent;
}

geo::Point top_left(TileKey const& key)
{
    double const side = tile_size * metres_per_pixel(key);
    return {key.x * side, -key.y * side};
}

int step_for(View const& view)
{
    return static_cast<int>(std::lround(4.0 * std::log2(view.metres_per_point)));
}

std::vector<TileKey> tiles_in(View const& view, int step, double dpr)
{
    auto const box = view.box();
    auto const first = key_at({box.min_x, box.max_y}, step, dpr);
    auto const last = key_at({box.max_x, box.min_y}, step, dpr);
    std::vector<TileKey> keys;
    for (auto key = first; key.y <= last.y; ++key.y) {
        for (key.x = first.x; key.x <= last.x; ++key.x) {
            keys.push_back(key);
        }
    }
    QPointF const middle{0.5 * view.size.width(), 0.5 * view.size.height()};
    std::ranges::stable_sort(keys, {}, [&](TileKey const& key) {
        auto const away = place_of(key, view).center() - middle;
        return std::hypot(away.x(), away.y());
    });
    return keys;
}

IdGrid filled_tile(Levels const& levels, TileKey const& key, geo::Job const& job)
{
    IdGrid grid{tile_size + 1, tile_size + 1, top_left(key), metres_per_pixel(key),
                levels.boundaries().size()};
    levels.fill(grid, job);
    return grid;
}

Tiles::Tiles(std::shared_ptr<Levels const> levels, std::function<void()> ready)
    : workers_{std::make_unique<Workers>(levels, std::move(ready))}, levels_{std::move(levels)}
{
}

Tiles::~Tiles() = default;

void Tiles::set_look(Lut lut, QRgb outline)
{
    lut_ = std::move(lut);
    outline_ = outline;
    ++look_;
}

int Tiles::missing() const noexcept
{
    return missing_;
}

void Tiles::take_filled()
{
    for (auto& [key, grid] : workers_->take()) {
        tiles_.insert_or_assign(key, Tile{std::move(grid), {}, 0, clock_});
    }
}

void Tiles::forget_oldest()
{
    while (tiles_.size() > most_tiles) {
        tiles_.erase(std::ranges::min_element(tiles_, {},
                                              [](auto const& kept) { return kept.second.used; }));
    }
}

void Tiles::freshen(Tile& tile, TileKey const& key)
{
    tile.used = clock_;
    if (tile.look == look_ && !tile.picture.isNull()) {
        return;
    }
    double const across = levels_->median_commune_m() / metres_at(key.step);
    tile.picture =
        coloured(tile.ids, lut_, {outline_, outline_strength(across)}, key.dpr_percent / 100.0);
    tile.look = look_;
}

void Tiles::paint_tile(QPainter& painter, View const& view, Kept::value_type& kept)
{
    auto& [key, tile] = kept;
    freshen(tile, key);
    painter.drawImage(snapped(place_of(key, view), key.dpr_percent / 100.0), tile.picture);
}

void Tiles::paint_stand_ins(QPainter& painter, View const& view,
                            std::vector<TileKey> const& missing)
{
    QRegion holes;
    for (auto const& key : missing) {
        holes += place_of(key, view).toAlignedRect();
    }
    painter.save();
    painter.setClipRegion(holes, Qt::IntersectClip);
    int const step = missing.front().step;
    // From coarse to fine: what fits best comes last and lies on top.
    for (auto kept = tiles_.rbegin(); kept != tiles_.rend(); ++kept) {
        int const apart = kept->first.step - step;
        bool const near = apart != 0 && apart <= coarser_tried && apart >= -finer_tried;
        if (near && holes.intersects(place_of(kept->first, view).toAlignedRect())) {
            paint_tile(painter, view, *kept);
        }
    }
    painter.restore();
}

void Tiles::paint(QPainter& painter, View const& view, double dpr)
{
    assert(!lut_.fill.empty() && "set_look comes before the first paint");
    ++clock_;
    take_filled();
    std::vector<TileKey> missing;
    std::vector<Kept::value_type*> present;
    for (auto const& key : tiles_in(view, step_for(view), dpr)) {
        if (auto const kept = tiles_.find(key); kept != tiles_.end()) {
            present.push_back(&*kept);
        } else {
            missing.push_back(key);
        }
    }
    missing_ = static_cast<int>(missing.size());
    workers_->want(missing);
    if (!missing.empty()) {
        paint_stand_ins(painter, view, missing);
    }
    for (auto* const kept : present) {
        paint_tile(painter, view, *kept);
    }
    forget_oldest();
}

std::optional<geo::CommuneId> Tiles::id_at(View const& view, QPointF point, double dpr) const
{
    auto const ground = view.ground(point);
    auto const key = key_at(ground, step_for(view), dpr);
    auto const kept = tiles_.find(key);
    if (kept == tiles_.end()) {
        return std::nullopt;
    }
    auto const corner = top_left(key);
    double const metres = metres_per_pixel(key);
    auto const cell = [](double offset) {
        return std::clamp(static_cast<int>(std::floor(offset)), 0, tile_size - 1);
    };
    return kept->second.ids.at(cell((ground.x - corner.x) / metres),
                               cell((corner.y - ground.y) / metres));
}

std::optional<geo::CommuneId> commune_at(geo::Boundaries const& boundaries, geo::Point ground)
{
    auto const all = boundaries.all_at(ground);  // later communes are drawn over earlier ones
    return all.empty() ? std::nullopt : std::optional{all.back()};
}

}  // namespace marchland::cartography
