#include "analysis/network.hpp"

#include "analysis/segment_index.hpp"
#include "analysis/way_cuts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

namespace marchland::analysis {
namespace {

using geo::JunctionId;
using geo::Point;
using geo::WayId;

/// Which things are connected.
class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
    std::size_t of(std::size_t i)
    {
        while (parent_[i] != i) {
            parent_[i] = parent_[parent_[i]];
            i = parent_[i];
        }
        return i;
    }
    void join(std::size_t a, std::size_t b)
    {
        auto const one = of(a);
        auto const other = of(b);
        parent_[std::max(one, other)] = std::min(one, other);
    }

private:
    std::vector<std::size_t> parent_;
};

/// Junctions by their place, to the centimetre.
class Junctions {
public:
    JunctionId at(Point p)
    {
        auto const x = std::llround(p.x * 100.0);
        auto const y = std::llround(p.y * 100.0);
        // A point may round to either side: look at the neighbouring centimetres too.
        for (std::int64_t const dx : {0, -1, 1}) {
            for (std::int64_t const dy : {0, -1, 1}) {
                auto const found = by_place_.find(key(x + dx, y + dy));
                if (found != by_place_.end()) {
                    return found->second;
                }
            }
        }
        auto const id = static_cast<JunctionId>(points_.size());
        by_place_.emplace(key(x, y), id);
        points_.push_back(p);
        return id;
    }
    geo::Column<JunctionId, Point>& points() { return points_; }

private:
    /// Coordinates of a working system fit in 32 bits of centimetres.
    static std::uint64_t key(std::int64_t x, std::int64_t y)
    {
        return (static_cast<std::uint64_t>(x) << 32U) ^ (static_cast<std::uint64_t>(y) & 0xFFFFFFFFU);
    }

    geo::Column<JunctionId, Point> points_;
    std::unordered_map<std::uint64_t, JunctionId> by_place_;
};

struct LooseEnd {
    Point at;
    WayId way{};
    JunctionId junction{};
    std::size_t piece = 0;
};

struct Cutting {
    Junctions junctions;
    std::vector<Piece> pieces;
};

Cutting cut_all(geo::Ways const& ways, Cuts const& cuts)
{
    Cutting made;
    for (auto const way : ways.line.ids()) {
        for (auto& line : cut_line(ways.line[way], cuts[way])) {
            auto const from = made.junctions.at(line.front());
            auto const to = made.junctions.at(line.back());
            double const metres = geo::length_of(line);
            made.pieces.push_back({from, to, way, std::move(line), metres});
        }
    }
    return made;
}

Groups groups_of(Cutting& made)
{
    Groups groups{made.junctions.points().size()};
    for (auto const& piece : made.pieces) {
        groups.join(geo::index_of(piece.from), geo::index_of(piece.to));
    }
    return groups;
}

std::size_t count_components(Cutting& made)
{
    auto groups = groups_of(made);
    std::set<std::size_t> roots;
    for (std::size_t i = 0; i < made.junctions.points().size(); ++i) {
        roots.insert(groups.of(i));
    }
    return roots.size();
}

/// Junctions where a single piece ends, in the order of their place, so that rows do not matter.
std::vector<LooseEnd> loose_ends(Cutting& made)
{
    geo::Column<JunctionId, int> degree{made.junctions.points().size()};
    for (auto const& piece : made.pieces) {
        ++degree[piece.from];
        ++degree[piece.to];
    }
    std::vector<LooseEnd> ends;
    for (std::size_t i = 0; i < made.pieces.size(); ++i) {
        auto const& piece = made.pieces[i];
        for (auto const junction : {piece.from, piece.to}) {
            if (degree[junction] == 1) {
                ends.push_back({made.junctions.points()[junction], *piece.way, junction, i});
            }
        }
    }
    std::ranges::sort(ends, [](LooseEnd const& a, LooseEnd const& b) {
        return a.at.x != b.at.x ? a.at.x < b.at.x : a.at.y < b.at.y;
    });
    return ends;
}

bool shorter(Repair const& a, Repair const& b)
{
    return std::tie(a.metres, a.from.x, a.from.y) < std::tie(b.metres, b.from.x, b.from.y);
}

/// The two ends of a short way are near each other, but only those of one that turns back leave a gap.
bool is_a_gap(LooseEnd const& a, LooseEnd const& b, double metres, Cutting const& made)
{
    return a.piece != b.piece || metres < 0.5 * made.pieces[a.piece].metres;
}

/// Loose ends that face each other, shortest gaps first; each end is used once.
std::vector<Repair> end_to_end(std::vector<LooseEnd> const& ends, Cutting const& made, double snap_m,
                               std::vector<char>& used)
{
    std::vector<std::pair<Repair, std::pair<std::size_t, std::size_t>>> wanted;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (std::size_t j = i + 1; j < ends.size() && ends[j].at.x - ends[i].at.x <= snap_m; ++j) {
            double const gap = geo::distance(ends[i].at, ends[j].at);
            if (gap <= snap_m && is_a_gap(ends[i], ends[j], gap, made)) {
                wanted.push_back({{RepairKind::end_to_end, ends[i].at, ends[j].at, ends[i].way,
                                   ends[j].way, gap},
                                  {i, j}});
            }
        }
    }
    std::ranges::sort(wanted, [](auto const& a, auto const& b) { return shorter(a.first, b.first); });
    std::vector<Repair> repairs;
    for (auto const& [repair, pair] : wanted) {
        if (used[pair.first] == 0 && used[pair.second] == 0) {
            used[pair.first] = used[pair.second] = 1;
            repairs.push_back(repair);
        }
    }
    return repairs;
}

/// Loose ends left over, to the nearest way that they are not connected with.
std::vector<Repair> end_to_way(geo::Ways const& ways, std::vector<LooseEnd> const& ends,
                               std::vector<char> const& used, SegmentIndex const& index,
                               Cutting& made, double snap_m)
{
    auto groups = groups_of(made);
    geo::Column<WayId, std::size_t> group_of_way{ways.size()};
    for (auto const& piece : made.pieces) {
        group_of_way[*piece.way] = groups.of(geo::index_of(piece.from));
    }
    std::vector<Repair> repairs;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (used[i] != 0) {
            continue;
        }
        auto const own = groups.of(geo::index_of(ends[i].junction));
        auto const near = index.nearest(ends[i].at, snap_m, [&](std::size_t s) {
            auto const way = index.segments()[s].way;
            return group_of_way[way] != own && entered_midway(ways, way);
        });
        if (near) {
            repairs.push_back({RepairKind::end_to_way, ends[i].at, near->foot.at, ends[i].way,
                               index.segments()[near->segment].way, near->foot.distance});
        }
    }
    return repairs;
}

void add_cut(Cuts& cuts, SegmentIndex const& index, NearestPoint const& near)
{
    auto const& segment = index.segments()[near.segment];
    cuts[segment.way].push_back({segment.corner, near.foot.along, near.foot.at});
}

/// Cuts the ways at the feet of repairs. \pre the foot lies on `other`
void cut_at_repairs(std::vector<Repair> const& repairs, SegmentIndex const& index, Cuts& cuts)
{
    for (auto const& repair : repairs) {
        auto const near = index.nearest(repair.to, 1.0, [&](std::size_t s) {
            return index.segments()[s].way == repair.other;
        });
        if (near) {
            add_cut(cuts, index, {near->segment, {repair.to, near->foot.along, 0.0}});
        }
    }
}

/// Nobody steps onto an expressway or into a tunnel from beside it; a gate may stand on a bridge.
std::vector<std::optional<NearestPoint>> tie_places(geo::Ways const& ways,
                                                    std::vector<Place> const& places,
                                                    SegmentIndex const& index, Cuts& cuts)
{
    std::vector<std::optional<NearestPoint>> ties;
    auto const open_to_the_side = [&](std::size_t s) {
        auto const way = index.segments()[s].way;
        return ways.klass[way] != geo::WayClass::expressway && ways.tunnel[way] == 0;
    };
    for (auto const& place : places) {
        ties.push_back(index.nearest(place.at, place.reach_m, open_to_the_side));
        if (ties.back()) {
            add_cut(cuts, index, *ties.back());
        }
    }
    return ties;
}

}  // namespace

std::string_view name_of(RepairKind kind)
{
    constexpr std::array names{std::string_view{"end-to-end"}, std::string_view{"end-to-way"}};
    return names.at(static_cast<std::size_t>(kind));
}

Network network_of(geo::Ways const& ways, std::vector<Place> const& places, double snap_m,
                   geo::Job const& job)
{
    Network network;
    network.anchors.resize(places.size());
    if (ways.size() == 0) {
        return network;
    }
    SegmentIndex const index{ways};
    job.at(0.1);
    auto cuts = meeting_cuts(ways, index, job);
    auto first = cut_all(ways, cuts);
    network.components_before = count_components(first);
    auto const ends = loose_ends(first);
    std::vector<char> used(ends.size());
    network.repairs = end_to_end(ends, first, snap_m, used);
    auto const to_ways = end_to_way(ways, ends, used, index, first, snap_m);
    network.repairs.insert(network.repairs.end(), to_ways.begin(), to_ways.end());
    std::ranges::sort(network.repairs, shorter);
    job.at(0.7);

    cut_at_repairs(to_ways, index, cuts);
    auto const ties = tie_places(ways, places, index, cuts);
    auto made = cut_all(ways, cuts);
    for (auto const& repair : network.repairs) {
        made.pieces.push_back({made.junctions.at(repair.from), made.junctions.at(repair.to), std::nullopt,
                               {repair.from, repair.to}, repair.metres});
    }
    for (std::size_t i = 0; i < ties.size(); ++i) {
        if (ties[i]) {
            network.anchors[i] = Anchor{made.junctions.at(ties[i]->foot.at), ties[i]->foot.distance};
        }
    }
    network.components = count_components(made);
    network.junctions = std::move(made.junctions.points());
    network.pieces = std::move(made.pieces);
    job.at(1.0);
    return network;
}

}  // namespace marchland::analysis
