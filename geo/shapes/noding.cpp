#include "geo/shapes/noding.hpp"

#include "geo/shapes/buckets.hpp"
#include "geo/shapes/cell_grid.hpp"

#include <algorithm>
#include <unordered_map>

namespace marchland::geo {
namespace {

constexpr std::uint64_t key_of(std::uint32_t low, std::uint32_t high)
{
    return (static_cast<std::uint64_t>(low) << 32U) | high;
}

/// The nodes that lie on stretches, as far as the tolerance can tell.
class Splitter {
public:
    Splitter(Noded const& map, double tolerance)
        : map_{map}, tolerance_{tolerance}, box_{box_of(map.nodes)}, grid_{box_, 2.0 * tolerance,
                                                                           map.nodes.size()},
          near_{grid_.size(),
                [this](auto const& put) {
                    for (std::size_t i = 0; i < map_.nodes.size(); ++i) {
                        put(grid_.cell_of(map_.nodes[i]), static_cast<std::uint32_t>(i));
                    }
                }},
          has_split_(map.nodes.size(), false)
    {
    }

    void look_at(std::uint32_t low, std::uint32_t high)
    {
        auto const a = map_.nodes[low];
        auto const b = map_.nodes[high];
        found_.clear();
        Box between;
        between.add(a);
        between.add(b);
        auto const reach = between.grown(tolerance_);
        grid_.along(a, b, tolerance_, [&](std::size_t cell) {
            for (auto const node : near_[cell]) {
                auto const at = map_.nodes[node];
                if (node == low || node == high || !reach.touches({at.x, at.y, at.x, at.y})) {
                    continue;
                }
                auto const foot = foot_on_segment(at, a, b);
                if (foot.distance <= tolerance_) {
                    found_.push_back({foot.along, node});
                }
            }
        });
        if (!found_.empty()) {
            std::ranges::sort(found_);
            auto& split = splits_[key_of(low, high)];
            for (auto const& [along, node] : found_) {
                split.push_back(node);
            }
            has_split_[low] = true;
        }
    }

    void walk(std::uint32_t from, std::uint32_t to, std::vector<std::uint32_t>& path) const
    {
        path.push_back(from);
        auto const [low, high] = std::minmax(from, to);
        if (!has_split_[low]) {
            return;
        }
        auto const split = splits_.find(key_of(low, high));
        if (split != splits_.end()) {
            auto const& between = split->second;
            if (from == low) {
                path.insert(path.end(), between.begin(), between.end());
            } else {
                path.insert(path.end(), between.rbegin(), between.rend());
            }
        }
    }

private:
    Noded const& map_;
    double tolerance_;
    Box box_;
    CellGrid grid_;
    Buckets near_;
    std::vector<std::pair<double, std::uint32_t>> found_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> splits_;
    std::vector<bool> has_split_;
};

}  // namespace

NodeRings split_at_nodes(Noded const& map, double tolerance, Job const& job)
{
    Splitter splitter{map, tolerance};
    Buckets const stretches{map.nodes.size(), [&map](auto const& put) {
                                map.rings.each_stretch([&put](auto from, auto to, CommuneId) {
                                    put(std::min(from, to), std::max(from, to));
                                });
                            }};
    std::vector<std::uint32_t> others;
    for (std::size_t low = 0; low < map.nodes.size(); ++low) {
        if (low % 65536 == 0) {
            job.at(static_cast<double>(low) / static_cast<double>(map.nodes.size()));
        }
        others.assign(stretches[low].begin(), stretches[low].end());
        std::ranges::sort(others);
        auto const repeated = std::ranges::unique(others);
        others.erase(repeated.begin(), repeated.end());
        for (auto const high : others) {
            splitter.look_at(static_cast<std::uint32_t>(low), high);
        }
    }

    NodeRings split;
    split.owner = map.rings.owner;
    split.path.reserve(map.rings.path.size());
    for (std::size_t ring = 0; ring < map.rings.size(); ++ring) {
        auto const begin = map.rings.first[ring];
        auto const end = map.rings.first[ring + 1];
        for (auto i = begin; i < end; ++i) {
            splitter.walk(map.rings.path[i], map.rings.path[i + 1 < end ? i + 1 : begin],
                          split.path);
        }
        split.first.push_back(static_cast<std::uint32_t>(split.path.size()));
    }
    return split;
}

Noded noded(PerCommune<Area> const& shapes, double tolerance, Job const& job)
{
    job.at(0.0);
    auto map = welded(shapes, tolerance);
    job.at(0.4);
    map.rings = split_at_nodes(map, tolerance, job.part(0.4, 1.0));
    return map;
}

}  // namespace marchland::geo
