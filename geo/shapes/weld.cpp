#include "geo/shapes/noding.hpp"

#include "geo/shapes/buckets.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace marchland::geo {
namespace {

constexpr auto nowhere = static_cast<std::uint32_t>(-1);

struct Vertices {
    std::vector<Point> at;
    std::vector<std::uint32_t> first{0};  ///< ring by ring, as NodeRings has it
    std::vector<CommuneId> owner;
    Box box;
};

void append(Vertices& all, Ring const& ring, CommuneId owner)
{
    auto const begin = all.at.size();
    for (auto const point : ring) {
        bool const sound = std::isfinite(point.x) && std::isfinite(point.y);
        if (sound && (all.at.size() == begin || all.at.back() != point)) {
            all.at.push_back(point);
            all.box.add(point);
        }
    }
    while (all.at.size() > begin + 1 && all.at.back() == all.at[begin]) {
        all.at.pop_back();
    }
    all.first.push_back(static_cast<std::uint32_t>(all.at.size()));
    all.owner.push_back(owner);
}

Vertices vertices_of(PerCommune<Area> const& shapes)
{
    Vertices all;
    for (auto const id : shapes.ids()) {
        for (auto const& polygon : shapes[id]) {
            for (auto const& ring : polygon) {
                append(all, ring, id);
            }
        }
    }
    return all;
}

/// Sweeps the map in bands from south to north, each from west to east. A vertex joins the nearest
/// node within reach, which can only be in its own band or in the one below; else it becomes a
/// node.
class Sweep {
public:
    Sweep(Vertices const& all, double tolerance)
        : all_{all}, tolerance_{tolerance},
          // High enough that reach ends in the next band, low enough that a band holds few
          // vertices.
          height_{std::max({4.0 * tolerance, all.box.height() / 1024.0, 1e-300})},
          node_of_(all.at.size(), nowhere)
    {
    }

    void run()
    {
        auto const count = all_.box.empty() ? 0 : band_of(all_.box.max_y) + 1;
        Buckets const bands{count, [this](auto const& put) {
                                for (std::size_t i = 0; i < all_.at.size(); ++i) {
                                    put(band_of(all_.at[i].y), static_cast<std::uint32_t>(i));
                                }
                            }};
        std::vector<std::uint32_t> order;
        for (std::size_t band = 0; band < count; ++band) {
            order.assign(bands[band].begin(), bands[band].end());
            std::ranges::sort(order, {}, [this](std::uint32_t i) {
                return std::tuple{all_.at[i].x, all_.at[i].y};
            });
            below_ = here_;
            here_ = nodes_.size();
            floor_ = all_.box.min_y + static_cast<double>(band) * height_;
            for (auto const vertex : order) {
                node_of_[vertex] = node_for(all_.at[vertex]);
            }
        }
    }

    std::vector<Point> take_nodes() { return std::move(nodes_); }
    std::uint32_t node_of(std::size_t vertex) const { return node_of_[vertex]; }

private:
    std::size_t band_of(double y) const
    {
        return static_cast<std::size_t>((y - all_.box.min_y) / height_);
    }

    std::uint32_t node_for(Point p)
    {
        auto best = nowhere;
        double reach = tolerance_;
        auto const consider = [&](std::size_t node) {
            double const away = distance(p, nodes_[node]);
            if (away < reach || (away == reach && best == nowhere)) {
                reach = away;
                best = static_cast<std::uint32_t>(node);
            }
        };
        for (std::size_t i = nodes_.size(); i > here_ && nodes_[i - 1].x >= p.x - tolerance_; --i) {
            consider(i - 1);
        }
        if (p.y - tolerance_ < floor_) {
            auto const west =
                std::lower_bound(nodes_.begin() + static_cast<std::ptrdiff_t>(below_),
                                 nodes_.begin() + static_cast<std::ptrdiff_t>(here_),
                                 p.x - tolerance_, [](Point node, double x) { return node.x < x; });
            for (auto i = static_cast<std::size_t>(west - nodes_.begin());
                 i < here_ && nodes_[i].x <= p.x + tolerance_; ++i) {
                consider(i);
            }
        }
        if (best == nowhere) {
            best = static_cast<std::uint32_t>(nodes_.size());
            nodes_.push_back(p);
        }
        return best;
    }

    Vertices const& all_;
    double tolerance_;
    double height_;
    double floor_ = 0.0;
    std::size_t below_ = 0;  ///< first node of the band below
    std::size_t here_ = 0;   ///< first node of this band
    std::vector<Point> nodes_;
    std::vector<std::uint32_t> node_of_;
};

}  // namespace

Noded welded(PerCommune<Area> const& shapes, double tolerance)
{
    auto const all = vertices_of(shapes);
    Sweep sweep{all, tolerance};
    sweep.run();

    Noded map;
    auto& [path, first, owner] = map.rings;
    path.reserve(all.at.size());
    for (std::size_t ring = 0; ring < all.owner.size(); ++ring) {
        auto const begin = path.size();
        for (std::size_t i = all.first[ring]; i < all.first[ring + 1]; ++i) {
            auto const node = sweep.node_of(i);
            if (path.size() == begin || path.back() != node) {
                path.push_back(node);
            }
        }
        while (path.size() > begin + 1 && path.back() == path[begin]) {
            path.pop_back();
        }
        if (path.size() < begin + 3) {
            path.resize(begin);
            continue;
        }
        first.push_back(static_cast<std::uint32_t>(path.size()));
        owner.push_back(all.owner[ring]);
    }
    map.nodes = sweep.take_nodes();
    return map;
}

}  // namespace marchland::geo
