#include "analysis/flows/corridor_evidence.hpp"

#include <algorithm>
#include <ranges>
#include <set>

namespace marchland::analysis::flows {
namespace {

using geo::WayClass;
using network::EvidenceGrade;
using risk::Evidence;

constexpr double weak_from = 0.2;
constexpr double moderate_from = 0.05;

double& part_of(WayMix& mix, network::Piece const& piece, geo::Ways const& ways)
{
    if (!piece.way) {
        return mix.unknown;
    }
    if (ways.kind[*piece.way] == geo::WayKind::path && ways.p_exists[*piece.way] < 1.0) {
        return mix.inferred;
    }
    switch (ways.klass[*piece.way]) {
    case WayClass::expressway:
    case WayClass::national:
        return mix.national;
    case WayClass::provincial:
        return mix.provincial;
    case WayClass::local:
    case WayClass::urban:
    case WayClass::service:
        return mix.local;
    case WayClass::track:
        return mix.track;
    case WayClass::path:
        return mix.path;
    case WayClass::ferry:
        return mix.river;
    default:
        return mix.unknown;
    }
}

}  // namespace

WayMix mix_of(std::span<Corridor const> alternatives, routes::Routes const& routes,
              geo::Ways const& ways)
{
    double flow = 0.0;
    for (auto const& corridor : alternatives) {
        flow += corridor.flow;
    }
    WayMix mix;
    for (auto const& corridor : alternatives) {
        double const weight =
            flow > 0.0 ? corridor.flow / flow : 1.0 / static_cast<double>(alternatives.size());
        for (auto const a : corridor.arcs) {
            auto const& piece = routes.network.pieces[routes.graph.arcs()[a].piece];
            part_of(mix, piece, ways) += weight * piece.metres / 1000.0;
        }
    }
    return mix;
}

network::WayEvidence evidence_of(std::span<Corridor const> alternatives,
                                 routes::Routes const& routes, geo::Ways const& ways)
{
    std::vector<std::uint32_t> pieces;
    for (auto const& corridor : alternatives) {
        for (auto const a : corridor.arcs) {
            pieces.push_back(routes.graph.arcs()[a].piece);
        }
    }
    return network::evidence_of(pieces, routes.network, ways);
}

Evidence network_evidence(WayMix const& mix, EvidenceGrade grade)
{
    double const total = mix.total();
    double const guessed = total > 0.0 ? (mix.inferred + mix.unknown) / total : 0.0;
    if (guessed >= weak_from || grade == EvidenceGrade::low) {
        return Evidence::weak;
    }
    return guessed >= moderate_from || grade != EvidenceGrade::high ? Evidence::moderate
                                                                    : Evidence::strong;
}

CommunesPassed::CommunesPassed(routes::Routes const& routes, geo::Boundaries const& boundaries)
    : routes_{routes}, boundaries_{boundaries}, by_piece_(routes.network.pieces.size())
{
}

std::vector<geo::CommuneId> CommunesPassed::of(Corridor const& corridor)
{
    std::set<geo::CommuneId> seen{corridor.from};
    std::vector<geo::CommuneId> passed;
    auto const add = [&](geo::CommuneId id) {
        if (seen.insert(id).second) {
            passed.push_back(id);
        }
    };
    for (auto const a : corridor.arcs) {
        auto const& arc = routes_.graph.arcs()[a];
        auto const& piece = routes_.network.pieces[arc.piece];
        auto& along = by_piece_[arc.piece];
        if (!along) {
            along = boundaries_.along(piece.line);
        }
        if (piece.from == arc.from) {
            std::ranges::for_each(*along, add);
        } else {
            std::ranges::for_each(std::views::reverse(*along), add);
        }
    }
    return passed;
}

}  // namespace marchland::analysis::flows
