#include "analysis/network/noding.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace marchland::analysis::network {
namespace {

using geo::JunctionId;
using geo::Point;
using geo::WayId;

constexpr auto nowhere = static_cast<JunctionId>(0xFFFFFFFFU);

/// Ways that pass a node and meet there: all with a vertex in it and all that they attract (0),
/// those that only cross on one plane (1 + plane), a bridge by itself (own_group + way), or those that
/// have another node at the same place.
using Group = std::uint32_t;
constexpr Group vertices = 0;
constexpr Group own_group = 1U << 20U;
/// + the number of a node that is not the first at its place
constexpr Group twin_group = 1U << 31U;

/// A node of a way, in its order.
struct Visit {
    std::uint32_t node = 0;
    std::uint32_t stretch = 0;
    std::optional<std::uint32_t> corner;  ///< number of the vertex of the way that it is
    bool end = false;
};

/// Which groups are junctions. Most nodes have one group; it has a slot, others are looked up.
class Meetings {
public:
    explicit Meetings(Noding const& noding)
        : main_(noding.nodes.size()), visits_(noding.nodes.size()),
          id_(noding.nodes.size(), nowhere)
    {
        for (std::size_t node = 0; node < noding.nodes.size(); ++node) {
            auto const marks = noding.marks_at(node);
            bool const vertex = std::ranges::any_of(marks, &NodeMark::corner);
            main_[node] =
                vertex || marks.front().plane < 0 ? vertices : group_of_plane(marks.front().plane);
        }
    }

    static Group group_of_plane(std::int16_t plane) { return 1U + static_cast<Group>(plane); }

    /// An end or a pin counts twice: it is a junction by itself.
    void count(std::uint32_t node, Group group, unsigned times)
    {
        auto& visits = group == main_[node] ? visits_[node] : others_[key(node, group)].visits;
        visits = static_cast<std::uint8_t>(std::min(2U, visits + times));
    }

    /// Numbers the junctions in the order of their nodes; returns their nodes.
    std::vector<std::uint32_t> number()
    {
        std::vector<std::uint64_t> keys;
        for (auto const& [where, other] : others_) {
            if (other.visits >= 2) {
                keys.push_back(where);
            }
        }
        std::ranges::sort(keys);
        std::vector<std::uint32_t> nodes;
        auto next = keys.begin();
        for (std::uint32_t node = 0; node < visits_.size(); ++node) {
            if (visits_[node] >= 2) {
                id_[node] = static_cast<JunctionId>(nodes.size());
                nodes.push_back(node);
            }
            for (; next != keys.end() && *next >> 32U == node; ++next) {
                others_[*next].id = static_cast<JunctionId>(nodes.size());
                nodes.push_back(node);
            }
        }
        return nodes;
    }

    JunctionId at(std::uint32_t node, Group group) const
    {
        if (group == main_[node]) {
            return id_[node];
        }
        auto const found = others_.find(key(node, group));
        return found == others_.end() ? nowhere : found->second.id;
    }

private:
    struct Other {
        std::uint8_t visits = 0;
        JunctionId id = nowhere;
    };
    static std::uint64_t key(std::uint32_t node, Group group)
    {
        return (std::uint64_t{node} << 32U) | group;
    }

    std::vector<Group> main_;
    std::vector<std::uint8_t> visits_;
    std::vector<JunctionId> id_;
    std::unordered_map<std::uint64_t, Other> others_;
};

class Cutter {
public:
    Cutter(geo::Ways const& ways, std::vector<Stretch> const& stretches,
           std::vector<Pin> const& pins, geo::Job const& job)
        : ways_{ways}, stretches_{stretches}, pins_{pins}, job_{job},
          noding_{snap_rounded(stretches, pins, job.part(0.0, 0.8))}, meetings_{noding_}
    {
    }

    NodedWays run()
    {
        each_way([this](WayId way, std::vector<Visit> const& visits) {
            for (auto const& visit : visits) {
                meetings_.count(visit.node, group_of(way, visit), visit.end ? 2 : 1);
            }
        });
        auto const pinned = pinned_visits();
        for (auto const& [node, group] : pinned) {
            meetings_.count(node, group, 2);
        }
        auto const nodes = meetings_.number();
        for (auto const node : nodes) {
            made_.junctions.push_back(in_metres(noding_.nodes[node]));
        }
        keep_shared_nodes();
        each_way([this](WayId way, std::vector<Visit> const& visits) { cut(way, visits); });
        for (auto const& [node, group] : pinned) {
            made_.pinned.push_back(meetings_.at(node, group));
        }
        return std::move(made_);
    }

private:
    template <class Work>
    void each_way(Work const& work)
    {
        std::vector<Visit> visits;
        std::uint32_t stretch = 0;
        for (auto const way : ways_.line.ids()) {
            if (geo::index_of(way) % 16384 == 0) {
                job_.at(0.8);
            }
            visits.clear();
            auto const corners = static_cast<std::uint32_t>(ways_.line[way].size());
            for (std::uint32_t corner = 0; corner + 1 < corners; ++corner, ++stretch) {
                auto const along = noding_.along(stretch);
                for (std::size_t i = 0; i < along.size(); ++i) {
                    Visit visit{along[i], stretch, std::nullopt, false};
                    // the first too, where there is no length
                    bool const last = i + 1 == along.size();
                    if (i == 0 || last) {
                        visit.corner = corner + (i == 0 ? 0U : 1U);
                        visit.end = (i == 0 && corner == 0) || (last && corner + 2 == corners);
                    }
                    append(visits, visit);
                }
            }
            work(way, visits);
        }
    }

    /// Two in one place are one: a corner and the next stretch's first, or what shrank to nothing.
    static void append(std::vector<Visit>& visits, Visit const& visit)
    {
        if (visits.empty() || visits.back().node != visit.node) {
            visits.push_back(visit);
            return;
        }
        visits.back().end |= visit.end;
        visits.back().corner = visits.back().corner ? visits.back().corner : visit.corner;
    }

    Group group_of(WayId way, Visit const& visit) const
    {
        auto const& stretch = stretches_[visit.stretch];
        if (stretch.closed && !stretch.shared && !visit.end) {
            return own_group + static_cast<Group>(way);
        }
        if (visit.corner) {
            auto const twin = ways_.twin_at(way, *visit.corner);
            return twin == 0 ? vertices : twin_group + twin;
        }
        bool const drawn_to_a_vertex =
            std::ranges::any_of(noding_.marks_at(visit.node), [&](NodeMark const& mark) {
                return mark.corner && attracted(stretch, mark);
            });
        if (drawn_to_a_vertex) {
            return vertices;
        }
        return stretch.plane >= 0 ? Meetings::group_of_plane(stretch.plane)
                                  : own_group + static_cast<Group>(way);
    }

    /// The visits that pins ask for, by node and group.
    std::vector<std::pair<std::uint32_t, Group>> pinned_visits()
    {
        std::unordered_map<WayId, std::vector<std::size_t>> pins_of;
        std::vector<WayId> way_of_pin;
        std::vector<WayId> way_of(stretches_.size());
        std::size_t s = 0;
        for (auto const way : ways_.line.ids()) {
            for (std::size_t corner = 0; corner + 1 < ways_.line[way].size(); ++corner) {
                way_of[s++] = way;
            }
        }
        for (std::size_t i = 0; i < pins_.size(); ++i) {
            pins_of[way_of[pins_[i].stretch]].push_back(i);
        }
        std::vector<std::pair<std::uint32_t, Group>> found(pins_.size());
        if (pins_.empty()) {
            return found;
        }
        each_way([&](WayId way, std::vector<Visit> const& visits) {
            auto const wanted = pins_of.find(way);
            if (wanted == pins_of.end()) {
                return;
            }
            for (auto const i : wanted->second) {
                auto const at = std::ranges::find(visits, pins_[i].at, [this](Visit const& visit) {
                    return noding_.nodes[visit.node];
                });
                found[i] = {at->node, group_of(way, *at)};
            }
        });
        return found;
    }

    Point place_of(WayId way, Visit const& visit) const
    {
        return visit.corner && stretches_[visit.stretch].shared
                   ? ways_.line[way][*visit.corner]
                   : in_metres(noding_.nodes[visit.node]);
    }

    /// A shared node stays where it is; of two in one pixel the western.
    void keep_shared_nodes()
    {
        std::vector<bool> kept(made_.junctions.size());
        each_way([&](WayId way, std::vector<Visit> const& visits) {
            for (auto const& visit : visits) {
                auto const junction = meetings_.at(visit.node, group_of(way, visit));
                if (junction == nowhere || !visit.corner || !stretches_[visit.stretch].shared) {
                    continue;
                }
                auto const p = place_of(way, visit);
                auto& at = made_.junctions[junction];
                if (!kept[geo::index_of(junction)] || std::tie(p.x, p.y) < std::tie(at.x, at.y)) {
                    at = p;
                    kept[geo::index_of(junction)] = true;
                }
            }
        });
    }

    void cut(WayId way, std::vector<Visit> const& visits)
    {
        geo::Line line;
        auto from = nowhere;
        for (auto const& visit : visits) {
            line.push_back(place_of(way, visit));
            auto const junction = meetings_.at(visit.node, group_of(way, visit));
            if (junction == nowhere) {
                continue;
            }
            if (line.size() > 1) {
                double const metres = geo::length_of(line);
                line.shrink_to_fit();
                made_.pieces.push_back({from, junction, way, std::move(line), metres});
                line = {place_of(way, visit)};
            }
            from = junction;
        }
    }

    geo::Ways const& ways_;
    std::vector<Stretch> const& stretches_;
    std::vector<Pin> const& pins_;
    geo::Job const& job_;
    Noding noding_;
    Meetings meetings_;
    NodedWays made_;
};

}  // namespace

NodedWays noded_ways(geo::Ways const& ways, std::vector<Stretch> const& stretches,
                     std::vector<Pin> const& pins, geo::Job const& job)
{
    return Cutter{ways, stretches, pins, job}.run();
}

}  // namespace marchland::analysis::network
