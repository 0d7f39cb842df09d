#include "geo/shapes/arc_builder.hpp"

#include "geo/shapes/buckets.hpp"

#include <algorithm>
#include <map>

namespace marchland::geo {
namespace {

struct Edge {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::uint32_t sides = 0;  ///< place in Edges::sides
};

struct Edges {
    std::vector<Edge> all;  ///< by low, then by high
    std::vector<std::vector<CommuneId>> sides;
};

/// Gives equal sets of communes the same number.
class SideSets {
public:
    std::uint32_t number_of(std::vector<CommuneId> const& set)
    {
        if (last_ < sets_.size() && sets_[last_] == set) {
            return last_;
        }
        auto const [place, is_new] = known_.emplace(set, static_cast<std::uint32_t>(sets_.size()));
        if (is_new) {
            sets_.push_back(set);
        }
        return last_ = place->second;
    }
    std::vector<std::vector<CommuneId>> take() { return std::move(sets_); }

private:
    std::map<std::vector<CommuneId>, std::uint32_t> known_;
    std::vector<std::vector<CommuneId>> sets_;
    std::uint32_t last_ = 0;
};

using Walked = std::pair<std::uint32_t, CommuneId>;  ///< the other end, and who walks there

/// Those that walk it an odd number of times.
void sides_of(std::span<Walked const> same_edge, std::vector<CommuneId>& sides)
{
    sides.clear();
    for (auto const& [high, commune] : same_edge) {
        if (!sides.empty() && sides.back() == commune) {
            sides.pop_back();
        } else {
            sides.push_back(commune);
        }
    }
}

Edges edges_of(Noded const& map)
{
    std::vector<Walked> walked;
    Buckets const by_low{map.nodes.size(), [&](auto const& put) {
                             std::uint32_t number = 0;
                             walked.clear();
                             map.rings.each_stretch([&](auto from, auto to, CommuneId owner) {
                                 walked.push_back({std::max(from, to), owner});
                                 put(std::min(from, to), number++);
                             });
                         }};
    Edges edges;
    SideSets sets;
    std::vector<Walked> here;
    std::vector<CommuneId> sides;
    for (std::size_t low = 0; low < by_low.size(); ++low) {
        here.clear();
        for (auto const number : by_low[low]) {
            here.push_back(walked[number]);
        }
        std::ranges::sort(here);
        for (auto begin = here.begin(); begin != here.end();) {
            auto const end =
                std::find_if(begin, here.end(), [high = begin->first](auto const& next) {
                    return next.first != high;
                });
            sides_of({begin, end}, sides);
            if (!sides.empty()) {
                edges.all.push_back(
                    {static_cast<std::uint32_t>(low), begin->first, sets.number_of(sides)});
            }
            begin = end;
        }
    }
    edges.sides = sets.take();
    return edges;
}

class Chains {
public:
    Chains(std::vector<Point> const& nodes, Edges const& edges)
        : nodes_{nodes}, edges_{edges}, at_{nodes.size(),
                                            [&edges](auto const& put) {
                                                for (std::size_t i = 0; i < edges.all.size(); ++i) {
                                                    put(edges.all[i].low,
                                                        static_cast<std::uint32_t>(i));
                                                    put(edges.all[i].high,
                                                        static_cast<std::uint32_t>(i));
                                                }
                                            }},
          used_(edges.all.size(), false)
    {
    }

    std::vector<Arc> cut()
    {
        for (bool const closed : {false, true}) {  // what is left after the first round are loops
            for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
                if (!closed && !is_junction(node)) {
                    continue;
                }
                for (auto const edge : at_[node]) {
                    if (!used_[edge]) {
                        arcs_.push_back(chain(node, edge));
                    }
                }
            }
        }
        return std::move(arcs_);
    }

private:
    bool is_junction(std::uint32_t node) const
    {
        auto const around = at_[node];
        return around.size() != 2 || edges_.all[around[0]].sides != edges_.all[around[1]].sides;
    }

    Arc chain(std::uint32_t start, std::uint32_t edge)
    {
        Arc arc;
        arc.sides = edges_.sides[edges_.all[edge].sides];
        arc.points.push_back(nodes_[start]);
        for (auto node = start;;) {
            used_[edge] = true;
            node = edges_.all[edge].low == node ? edges_.all[edge].high : edges_.all[edge].low;
            arc.points.push_back(nodes_[node]);
            if (node == start || is_junction(node)) {
                break;
            }
            edge = at_[node][0] == edge ? at_[node][1] : at_[node][0];
        }
        arc.points.shrink_to_fit();
        arc.box = box_of(arc.points);
        return arc;
    }

    std::vector<Point> const& nodes_;
    Edges const& edges_;
    Buckets at_;
    std::vector<bool> used_;
    std::vector<Arc> arcs_;
};

}  // namespace

std::vector<Arc> arcs_of(Noded const& map)
{
    auto const edges = edges_of(map);
    return Chains{map.nodes, edges}.cut();
}

}  // namespace marchland::geo
