#include "analysis/network/network_findings.hpp"

#include "analysis/network/segment_index.hpp"
#include "analysis/network/snap_rounding.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace marchland::analysis::network {
namespace {

using geo::JunctionId;
using geo::Severity;
using geo::WayId;

/// A dead end this near another way may have been meant to join it; nearer is a matter of drawing.
constexpr double dead_end_from_m = 5.0;
constexpr double dead_end_to_m = 50.0;
constexpr std::size_t examples_told = 5;
constexpr std::size_t pieces_told = 12;
constexpr double gap_looked_for_m = 5000.0;

/// Paths, and ways that not everybody may see: what names or places them is a finding of the layer paths, which no
/// report shows.
bool is_secret(geo::Ways const& ways, WayId way)
{
    return ways.kind[way] == geo::WayKind::path ||
           ways.provenance(way).sensitivity != geo::Sensitivity::open;
}

/// Things of one kind: how many, and which ways, the first of them by their ids.
class Named {
public:
    void add(std::string const& id)
    {
        ++count_;
        ids_.insert(id);
    }
    std::size_t count() const { return count_; }
    std::string ways() const
    {
        std::string list;
        std::size_t told = 0;
        for (auto const& id : ids_) {
            if (told++ == examples_told) {
                return list + ", ...";
            }
            list += (list.empty() ? "" : ", ") + id;
        }
        return list;
    }

private:
    std::size_t count_ = 0;
    std::set<std::string> ids_;
};

/// Things of one kind, those of secret ways by themselves.
struct Kind {
    Named open;
    Named secret;

    void add(geo::Ways const& ways, WayId way)
    {
        (is_secret(ways, way) ? secret : open).add(ways.id[way]);
    }
    void add(geo::Ways const& ways, WayId one, WayId other)
    {
        (is_secret(ways, one) || is_secret(ways, other) ? secret : open)
            .add(ways.id[one] + " and " + ways.id[other]);
    }
};

class Inspection {
public:
    Inspection(Network const& network, geo::Ways const& ways, geo::Job const& job)
        : network_{network}, ways_{ways}, job_{job}, degree_{network.junctions.size()}
    {
        for (auto const& piece : network.pieces) {
            ++degree_[piece.from];
            ++degree_[piece.to];
        }
    }

    geo::Findings run()
    {
        look_at_fragments();
        job_.at(0.1);
        look_at_dead_ends();
        job_.at(0.6);
        look_at_levels();
        look_at_bridges();
        job_.at(0.8);
        look_at_duplicates();
        job_.at(0.9);
        look_at_loops();
        look_at_oneways();
        job_.at(1.0);
        return std::move(findings_);
    }

private:
    void say(Severity severity, std::string const& rule, Kind const& kind, std::string const& what,
             std::string const& action)
    {
        for (auto const* const named : {&kind.open, &kind.secret}) {
            if (named->count() > 0) {
                findings_.push_back({.severity = severity,
                                     .rule = rule,
                                     .layer = named == &kind.open ? "roads" : "paths",
                                     .feature = named->ways(),
                                     .message = std::to_string(named->count()) + " " + what,
                                     .action = action});
            }
        }
    }

    void look_at_fragments()
    {
        if (network_.components < 2) {
            return;
        }
        double all = 0.0;
        for (double const metres : network_.component_m) {
            all += metres;
        }
        double const share = network_.component_m.front() / all;
        auto const apart = pieces_apart();
        std::string const action =
            "look at the proposals in the layer repairs, add the roads that are missing";
        findings_.push_back(
            {.severity = share < 0.9 ? Severity::warning : Severity::note,
             .rule = "network-fragments",
             .layer = "roads",
             .message = "the network is in " + std::to_string(network_.components) +
                        " separate pieces; the largest has " + geo::fixed(100.0 * share, 1) +
                        " % of its length, nobody gets from one to another" +
                        (apart.open.empty() ? "" : "; the longest of the others: " + apart.open),
             .action = action});
        if (!apart.secret.empty()) {
            findings_.push_back({.severity = Severity::note,
                                 .rule = "network-fragments",
                                 .layer = "paths",
                                 .message = "pieces of the network that stand apart and end on, or "
                                            "near, paths: " +
                                            apart.secret,
                                 .action = action});
        }
    }

    struct Apart {
        std::string open;
        std::string secret;  ///< a path lies at either side of the gap
    };

    /// "12.3 km (w4), 213 m from the next at x 807124.0 y 2383138.0 (R4M0R642)" of the longest but the largest.
    Apart pieces_apart() const
    {
        SegmentIndex const index{ways_};
        geo::Column<WayId, std::uint32_t> component{ways_.size(), 0U};
        for (auto const& piece : network_.pieces) {
            if (piece.way) {
                component[*piece.way] = network_.component[piece.from];
            }
        }
        Apart told;
        auto const last = std::min(network_.component_m.size(), pieces_told + 1);
        for (std::uint32_t c = 1; c < last; ++c) {
            job_.at(0.0);
            auto const [gap, secret] = nearest_gap(c, component, index);
            auto& list = secret ? told.secret : told.open;
            list += (list.empty() ? "" : "; ") + geo::fixed(network_.component_m[c] / 1000.0, 1) +
                    " km" + gap;
        }
        if (network_.component_m.size() > last && !told.open.empty()) {
            told.open += "; ...";
        }
        return told;
    }

    struct Gap {
        std::string words;
        bool secret = false;
    };

    /// From a component to the rest, as far as one looks.
    Gap nearest_gap(std::uint32_t c, geo::Column<WayId, std::uint32_t> const& component,
                    SegmentIndex const& index) const
    {
        std::optional<NearestPoint> best;
        WayId way{};
        geo::Point from;
        for (auto const id : component.ids()) {
            for (std::size_t i = 0; component[id] == c && i < ways_.line[id].size(); ++i) {
                auto const corner = ways_.line[id][i];
                auto const near = index.nearest(
                    corner, best ? best->foot.distance : gap_looked_for_m,
                    [&](std::size_t s) { return component[index.segments()[s].way] != c; });
                if (near && (!best || near->foot.distance < best->foot.distance)) {
                    best = near;
                    way = id;
                    from = corner;
                }
            }
        }
        if (!best) {
            return {" (more than " + geo::fixed(gap_looked_for_m / 1000.0, 0) +
                    " km from every other)"};
        }
        auto const gap = std::ranges::find_if(network_.proposals, [&](Repair const& repair) {
            return std::min(geo::distance(repair.from, from), geo::distance(repair.to, from)) < 1.0;
        });
        return {" (" + ways_.id[way] + "), " + geo::fixed(best->foot.distance, 0) +
                    " m from the next at x " + geo::fixed(from.x, 0) + " y " +
                    geo::fixed(from.y, 0) +
                    (gap == network_.proposals.end() ? "" : " (" + gap->id + ")"),
                is_secret(ways_, way) || is_secret(ways_, index.segments()[best->segment].way)};
    }

    void look_at_dead_ends()
    {
        Kind kind;
        SegmentIndex const index{ways_};
        std::size_t looked = 0;
        for (auto const& piece : network_.pieces) {
            if (++looked % 1024 == 0) {
                job_.at(0.1 + 0.5 * static_cast<double>(looked) /
                                  static_cast<double>(network_.pieces.size()));
            }
            for (auto const junction : {piece.from, piece.to}) {
                if (degree_[junction] != 1 || !piece.way) {
                    continue;
                }
                auto const near =
                    index.nearest(network_.junctions[junction], dead_end_to_m, [&](std::size_t s) {
                        return index.segments()[s].way != *piece.way;
                    });
                if (near && near->foot.distance >= dead_end_from_m) {
                    kind.add(ways_, *piece.way);
                }
            }
        }
        say(Severity::note, "dead-end-near-way", kind,
            "roads or paths end 5 to 50 m from another without joining it",
            "see whether the proposals in the layer repairs close them");
    }

    static std::uint64_t key_of(geo::Point p)
    {
        auto const at = on_grid(p);
        return (std::uint64_t{static_cast<std::uint32_t>(at.x)} << 32U) |
               static_cast<std::uint32_t>(at.y);
    }

    bool above_or_below(WayId way) const
    {
        return ways_.bridge[way] != 0 || ways_.tunnel[way] != 0;
    }

    template <class Visit>
    void each_inner_corner(WayId way, Visit const& visit) const
    {
        auto const& line = ways_.line[way];
        for (std::size_t i = 1; i + 1 < line.size(); ++i) {
            visit(key_of(line[i]));
        }
    }

    /// A bridge and what it crosses have a corner in common, midway on both.
    void look_at_levels()
    {
        std::unordered_map<std::uint64_t, WayId> over;
        for (auto const way : ways_.line.ids()) {
            if (above_or_below(way)) {
                each_inner_corner(way, [&](std::uint64_t at) { over.emplace(at, way); });
            }
        }
        Kind kind;
        for (auto const way : ways_.line.ids()) {
            if (!above_or_below(way) && !over.empty()) {
                each_inner_corner(way, [&](std::uint64_t at) {
                    if (auto const found = over.find(at); found != over.end()) {
                        kind.add(ways_, found->second, way);
                    }
                });
            }
        }
        say(Severity::warning, "level-conflict", kind,
            "times a bridge or tunnel has a corner in common with a way that it crosses",
            "say which passes above; ways of OpenStreetMap are joined there, others are not");
    }

    void look_at_bridges()
    {
        Kind kind;
        for (auto const& piece : network_.pieces) {
            if (piece.way && above_or_below(*piece.way) &&
                (degree_[piece.from] == 1 || degree_[piece.to] == 1)) {
                kind.add(ways_, *piece.way);
            }
        }
        say(Severity::note, "bridge-in-the-air", kind,
            "bridges or tunnels have an end that joins nothing",
            "add the way that goes on, or mend its end");
    }

    void look_at_duplicates()
    {
        std::map<std::tuple<JunctionId, JunctionId, long long>, std::vector<Piece const*>> alike;
        std::size_t looked = 0;
        for (auto const& piece : network_.pieces) {
            if (++looked % 65536 == 0) {
                job_.at(0.8);
            }
            if (piece.way) {
                auto const [low, high] = std::minmax(piece.from, piece.to);
                alike[{low, high, std::llround(100.0 * piece.metres)}].push_back(&piece);
            }
        }
        Kind kind;
        for (auto const& [ends, pieces] : alike) {
            for (std::size_t i = 1; i < pieces.size(); ++i) {
                if (same_line(*pieces[0], *pieces[i])) {
                    kind.add(ways_, *pieces[0]->way, *pieces[i]->way);
                }
            }
        }
        say(Severity::note, "duplicate-way", kind,
            "stretches are drawn twice; flows there are split by chance", "keep one of the two");
    }

    static bool same_line(Piece const& a, Piece const& b)
    {
        auto const same = [](geo::Point p, geo::Point q) { return on_grid(p) == on_grid(q); };
        return std::ranges::equal(a.line, b.line, same) ||
               std::equal(a.line.begin(), a.line.end(), b.line.rbegin(), b.line.rend(), same);
    }

    void look_at_loops()
    {
        Kind kind;
        for (auto const& piece : network_.pieces) {
            if (piece.way && piece.from == piece.to) {
                kind.add(ways_, *piece.way);
            }
        }
        say(Severity::note, "self-loop", kind, "stretches end where they begin; no route uses them",
            "");
    }

    /// Junctions that one can ride into but not out of, or the reverse.
    void look_at_oneways()
    {
        geo::Column<JunctionId, std::uint8_t> in{degree_.size()};
        geo::Column<JunctionId, std::uint8_t> out{degree_.size()};
        for (auto const& piece : network_.pieces) {
            auto const oneway = piece.way ? ways_.oneway[*piece.way] : geo::Oneway::both;
            if (oneway != geo::Oneway::backward) {
                out[piece.from] = in[piece.to] = 1;
            }
            if (oneway != geo::Oneway::forward) {
                out[piece.to] = in[piece.from] = 1;
            }
        }
        Kind kind;
        for (auto const& piece : network_.pieces) {
            for (auto const junction : {piece.from, piece.to}) {
                if (piece.way && ways_.oneway[*piece.way] != geo::Oneway::both &&
                    in[junction] != out[junction]) {
                    kind.add(ways_, *piece.way);
                }
            }
        }
        say(Severity::warning, "one-way-dead-end", kind,
            "ends of one-way streets can be ridden into but not out of, or the reverse",
            "check the direction, or add the way that goes on");
    }

    Network const& network_;
    geo::Ways const& ways_;
    geo::Job const& job_;
    geo::Column<JunctionId, int> degree_;
    geo::Findings findings_;
};

}  // namespace

geo::Findings network_findings(Network const& network, geo::Ways const& ways, geo::Job const& job)
{
    if (ways.size() == 0) {
        return {};
    }
    return Inspection{network, ways, job}.run();
}

}  // namespace marchland::analysis::network
