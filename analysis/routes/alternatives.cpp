#include "analysis/routes/alternatives.hpp"

#include <algorithm>
#include <tuple>

namespace marchland::analysis::routes {
namespace {

using geo::JunctionId;

/// Plateaus are tried from the best; far down the list they only repeat what was refused.
constexpr std::size_t most_tried = 40;

/// A stretch that is on a quickest way from the start and on one to the end.
struct Plateau {
    std::uint32_t arc = 0;  ///< its first
    Ticks whole = 0;        ///< time of the way that runs over it
    Ticks length = 0;
};

/// Whether an arc is how the start gets to its far end, and how its near end gets to the end.
bool shared(RouteGraph const& graph, Tree const& from_start, Tree const& to_end, std::uint32_t a)
{
    auto const& arc = graph.arcs()[a];
    return to_end.arc[arc.from] == a && from_start.arc[arc.to] == a;
}

/// From a shared arc onwards.
Ticks length_from(RouteGraph const& graph, Tree const& from_start, Tree const& to_end,
                  std::uint32_t a)
{
    Ticks length = 0;
    while (a != Tree::no_arc && shared(graph, from_start, to_end, a)) {
        length += graph.arcs()[a].ticks;
        a = to_end.arc[graph.arcs()[a].to];
    }
    return length;
}

/// The plateau within an arc that is not shared as a whole, as if there were a junction at every point:
/// from where the end is no longer nearer backwards to where the start is not yet nearer from ahead.
std::int64_t length_within(Arc const& arc, Tree const& from_start, Tree const& to_end)
{
    auto const over = [&arc](Tree const& tree, geo::JunctionId a, geo::JunctionId b) {
        return std::int64_t{tree.ticks[a]} - std::int64_t{tree.ticks[b]};
    };
    return (over(from_start, arc.to, arc.from) + over(to_end, arc.from, arc.to)) / 2;
}

/// The plateau that begins with an arc; length 0 where there is none.
Plateau plateau_at(RouteGraph const& graph, Tree const& from_start, Tree const& to_end,
                   std::uint32_t a, Ticks whole)
{
    auto const& arc = graph.arcs()[a];
    Plateau plateau{a, whole, 0};
    if (!shared(graph, from_start, to_end, a)) {
        plateau.length =
            static_cast<Ticks>(std::max(std::int64_t{0}, length_within(arc, from_start, to_end)));
        return plateau;
    }
    auto const before = from_start.arc[arc.from];
    if (before == Tree::no_arc || !shared(graph, from_start, to_end, before)) {
        plateau.length = length_from(graph, from_start, to_end, a);
    }
    return plateau;
}

/// Those that are tried, the best first.
std::vector<Plateau> plateaus(RouteGraph const& graph, Tree const& from_start, Tree const& to_end,
                              Ticks longest)
{
    std::vector<Plateau> found;
    for (std::uint32_t node = 0; node < graph.junctions(); ++node) {
        auto const at = static_cast<JunctionId>(node);
        if (std::uint64_t{from_start.ticks[at]} + to_end.ticks[at] > longest) {
            continue;  // most junctions of a large network, and those that cannot be reached
        }
        for (auto const a : graph.digraph().out_edges(node)) {
            auto const& arc = graph.arcs()[a];
            auto const whole =
                std::uint64_t{from_start.ticks[at]} + arc.ticks + to_end.ticks[arc.to];
            if (whole > longest) {
                continue;
            }
            auto const plateau =
                plateau_at(graph, from_start, to_end, a, static_cast<Ticks>(whole));
            if (plateau.length > 0) {
                found.push_back(plateau);
            }
        }
    }
    // The best detours are short as a whole and long on their plateau.
    auto const best = std::min(found.size(), most_tried);
    std::ranges::partial_sort(
        found, found.begin() + static_cast<std::ptrdiff_t>(best),
        [](Plateau const& a, Plateau const& b) {
            auto const cost = [](Plateau const& p) {
                return std::int64_t{p.whole} - std::int64_t{p.length};
            };
            return std::tuple{cost(a), a.whole, a.arc} < std::tuple{cost(b), b.whole, b.arc};
        });
    found.resize(best);
    return found;
}

std::vector<std::uint32_t> way_over(RouteGraph const& graph, Tree const& from_start,
                                    Tree const& to_end, std::uint32_t via)
{
    auto arcs = graph.path(from_start, graph.arcs()[via].from);
    auto const rest = graph.path(to_end, graph.arcs()[via].to);
    arcs.push_back(via);
    arcs.insert(arcs.end(), rest.begin(), rest.end());
    return arcs;
}

bool visits_twice(RouteGraph const& graph, std::vector<std::uint32_t> const& arcs, JunctionId end)
{
    std::vector<JunctionId> seen{end};
    for (auto const a : arcs) {
        seen.push_back(graph.arcs()[a].from);
    }
    std::ranges::sort(seen);
    return std::ranges::adjacent_find(seen) != seen.end();
}

/// Share of its time on pieces that are used already.
/// \param used  ascending.
double overlap_with(RouteGraph const& graph, std::vector<std::uint32_t> const& arcs,
                    std::vector<std::uint32_t> const& used)
{
    double shared = 0.0;
    double whole = 0.0;
    for (auto const a : arcs) {
        auto const& arc = graph.arcs()[a];
        whole += arc.ticks;
        shared += std::ranges::binary_search(used, arc.piece) ? arc.ticks : 0.0;
    }
    return whole > 0.0 ? shared / whole : 1.0;
}

}  // namespace

std::vector<Alternative> alternatives(RouteGraph const& graph, Tree const& from_start,
                                      Tree const& to_end, AlternativeLimits const& limits)
{
    std::vector<Alternative> chosen;
    auto const quickest = to_end.ticks[from_start.root];
    if (quickest == unreachable) {
        return chosen;
    }
    std::vector<std::uint32_t> used;
    auto const choose = [&](std::vector<std::uint32_t> arcs, Ticks ticks, double overlap) {
        for (auto const a : arcs) {
            used.push_back(graph.arcs()[a].piece);
        }
        std::ranges::sort(used);
        chosen.push_back({std::move(arcs), ticks, overlap});
    };
    choose(graph.path(to_end, from_start.root), quickest, 0.0);
    if (limits.most <= 1 || quickest == 0) {
        return chosen;
    }
    auto const longest = static_cast<Ticks>(std::min(4.0e9, limits.longest * quickest));
    auto const candidates = plateaus(graph, from_start, to_end, longest);
    for (std::size_t i = 0; i < candidates.size() && static_cast<int>(chosen.size()) < limits.most;
         ++i) {
        auto const& plateau = candidates[i];
        auto arcs = way_over(graph, from_start, to_end, plateau.arc);
        double const overlap = overlap_with(graph, arcs, used);
        if (overlap <= limits.most_overlap && !visits_twice(graph, arcs, to_end.root)) {
            choose(std::move(arcs), plateau.whole, overlap);
        }
    }
    std::ranges::stable_sort(chosen, {}, &Alternative::ticks);
    return chosen;
}

}  // namespace marchland::analysis::routes
