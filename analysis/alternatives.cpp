#include "analysis/alternatives.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace marchland::analysis {
namespace {

using geo::JunctionId;

/// Plateaus are tried from the best; far down the list they only repeat what was refused.
constexpr std::size_t most_tried = 40;

/// A stretch that both trees use, from its first junction.
struct Plateau {
    JunctionId start{};
    Ticks whole = 0;   ///< time of the way that runs over it
    Ticks length = 0;
};

/// The arc of a plateau that leaves a junction: it leads to the end, and it is how the start gets there.
std::uint32_t plateau_arc(RouteGraph const& graph, Tree const& from_start, Tree const& to_end,
                          JunctionId junction)
{
    auto const arc = to_end.arc[junction];
    bool const shared = arc != Tree::no_arc && from_start.arc[graph.arcs()[arc].to] == arc;
    return shared ? arc : Tree::no_arc;
}

std::vector<Plateau> plateaus(RouteGraph const& graph, Tree const& from_start, Tree const& to_end,
                              Ticks longest)
{
    std::vector<Plateau> found;
    for (auto const junction : from_start.ticks.ids()) {
        auto const arc = plateau_arc(graph, from_start, to_end, junction);
        if (arc == Tree::no_arc || from_start.ticks[junction] == unreachable) {
            continue;
        }
        auto const before = from_start.arc[junction];
        if (before != Tree::no_arc &&
            plateau_arc(graph, from_start, to_end, graph.arcs()[before].from) == before) {
            continue;  // not its first junction
        }
        auto const whole = static_cast<std::uint64_t>(from_start.ticks[junction]) + to_end.ticks[junction];
        if (whole > longest) {
            continue;
        }
        Plateau plateau{junction, static_cast<Ticks>(whole), 0};
        for (auto next = arc; next != Tree::no_arc;) {
            plateau.length += graph.arcs()[next].ticks;
            next = plateau_arc(graph, from_start, to_end, graph.arcs()[next].to);
        }
        found.push_back(plateau);
    }
    // The best detours are short as a whole and long on their plateau.
    std::ranges::sort(found, [](Plateau const& a, Plateau const& b) {
        auto const cost = [](Plateau const& p) { return std::int64_t{p.whole} - std::int64_t{p.length}; };
        return std::tuple{cost(a), a.whole, a.start} < std::tuple{cost(b), b.whole, b.start};
    });
    return found;
}

std::vector<std::uint32_t> way_over(RouteGraph const& graph, Tree const& from_start, Tree const& to_end,
                                    JunctionId via)
{
    auto arcs = graph.path(from_start, via);
    auto const rest = graph.path(to_end, via);
    arcs.insert(arcs.end(), rest.begin(), rest.end());
    return arcs;
}

bool visits_twice(RouteGraph const& graph, std::vector<std::uint32_t> const& arcs)
{
    std::set<JunctionId> seen;
    return std::ranges::any_of(arcs, [&](std::uint32_t a) { return !seen.insert(graph.arcs()[a].from).second; });
}

/// Share of its time on pieces that are used already.
double overlap_with(RouteGraph const& graph, std::vector<std::uint32_t> const& arcs,
                    std::set<std::uint32_t> const& used)
{
    double shared = 0.0;
    double whole = 0.0;
    for (auto const a : arcs) {
        auto const& arc = graph.arcs()[a];
        whole += arc.ticks;
        shared += used.contains(arc.piece) ? arc.ticks : 0.0;
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
    std::set<std::uint32_t> used;
    auto const choose = [&](std::vector<std::uint32_t> arcs, Ticks ticks, double overlap) {
        for (auto const a : arcs) {
            used.insert(graph.arcs()[a].piece);
        }
        chosen.push_back({std::move(arcs), ticks, overlap});
    };
    choose(graph.path(to_end, from_start.root), quickest, 0.0);
    if (limits.most <= 1 || quickest == 0) {
        return chosen;
    }
    auto const longest = static_cast<Ticks>(std::min(4.0e9, limits.longest * quickest));
    auto const candidates = plateaus(graph, from_start, to_end, longest);
    auto const tried = std::min(candidates.size(), most_tried);
    for (std::size_t i = 0; i < tried && static_cast<int>(chosen.size()) < limits.most; ++i) {
        auto const& plateau = candidates[i];
        auto arcs = way_over(graph, from_start, to_end, plateau.start);
        double const overlap = overlap_with(graph, arcs, used);
        if (overlap <= limits.most_overlap && !visits_twice(graph, arcs)) {
            choose(std::move(arcs), plateau.whole, overlap);
        }
    }
    std::ranges::stable_sort(chosen, {}, &Alternative::ticks);
    return chosen;
}

}  // namespace marchland::analysis
