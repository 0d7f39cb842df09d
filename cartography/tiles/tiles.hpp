/// \file tiles.hpp
/// Id tiles filled by worker threads, kept for a while, coloured on demand.
#pragma once

#include "cartography/themes/theme.hpp"
#include "cartography/tiles/levels.hpp"
#include "cartography/tiles/pixels.hpp"
#include "cartography/tiles/view.hpp"

#include <QImage>
#include <QPainter>

#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace marchland::cartography {

/// A square of the ground at one step of the pyramid. y counts to the south.
struct TileKey {
    int step = 0;  ///< metres per device pixel: metres_at(step) / dpr
    int x = 0;
    int y = 0;
    int dpr_percent = 100;
    auto operator<=>(TileKey const&) const = default;
};

constexpr int tile_size = 512;  ///< device pixels

double metres_per_pixel(TileKey const& key);
geo::Point top_left(TileKey const& key);

/// Every tile that touches the view, nearest to its middle first.
/// \param step  the step nearest to the view's scale; the view may stand between two steps.
std::vector<TileKey> tiles_in(View const& view, int step, double dpr);

/// Fills one tile here and now.
IdGrid filled_tile(Levels const& levels, TileKey const& key, geo::Job const& job = {});

/// The tiles of one map. Belongs to the GUI thread; workers only fill grids that nobody sees yet.
///
/// Painting never waits for a tile: what is not filled yet is drawn from tiles of other scales.
class Tiles {
public:
    /// \param ready  called on a worker thread whenever a tile has been filled.
    Tiles(std::shared_ptr<Levels const> levels, std::function<void()> ready);
    ~Tiles();
    Tiles(Tiles const&) = delete;
    Tiles& operator=(Tiles const&) = delete;

    /// New colours; no tile is filled again. Comes before the first paint.
    void set_look(Lut lut, QRgb outline);

    /// Paints what is there and asks the workers for what is missing. Tiles asked for by an earlier
    /// call and not wanted any more are dropped.
    void paint(QPainter& painter, View const& view, double dpr);

    /// Tiles of the last paint that are still being filled.
    int missing() const noexcept;

    /// The commune whose tile pixel lies there; nothing while the tile is missing.
    std::optional<geo::CommuneId> id_at(View const& view, QPointF point, double dpr) const;

private:
    class Workers;
    struct Tile;
    using Kept = std::map<TileKey, Tile>;

    void take_filled();
    void forget_oldest();
    void freshen(Tile& tile, TileKey const& key);
    void paint_tile(QPainter& painter, View const& view, Kept::value_type& kept);
    void paint_stand_ins(QPainter& painter, View const& view, std::vector<TileKey> const& missing);

    std::unique_ptr<Workers> workers_;
    std::shared_ptr<Levels const> levels_;
    Kept tiles_;
    Lut lut_;
    QRgb outline_ = 0;
    unsigned look_ = 0;   ///< number of the look that pictures must have
    unsigned clock_ = 0;  ///< counts paints, so that the oldest tile is known
    int missing_ = 0;
};

/// The step of the pyramid for a view: the one whose pixels are nearest in size to the screen's.
int step_for(View const& view);

/// Which commune lies at a point on the ground, exactly. Where communes overlap, the one drawn on
/// top.
std::optional<geo::CommuneId> commune_at(geo::Boundaries const& boundaries, geo::Point ground);

}  // namespace marchland::cartography
