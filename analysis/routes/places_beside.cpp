#include "analysis/routes/places_beside.hpp"

#include "analysis/network/segment_index.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <map>

namespace marchland::analysis::routes {
namespace {

using network::Piece;

/// Where along a piece it is nearest to a point.
PlaceBeside foot_on(Piece const& piece, std::uint32_t number, geo::Point at)
{
    PlaceBeside best{number, 0.0, geo::infinite};
    double before = 0.0;
    double along = 0.0;
    for (std::size_t i = 1; i < piece.line.size(); ++i) {
        auto const foot = geo::foot_on_segment(at, piece.line[i - 1], piece.line[i]);
        if (foot.distance < best.metres) {
            best.metres = foot.distance;
            along = before + geo::distance(piece.line[i - 1], foot.at);
        }
        before += geo::distance(piece.line[i - 1], piece.line[i]);
    }
    best.share = before > 0.0 ? along / before : 0.0;
    return best;
}

/// Pieces by the way that they are cut from, without repairs.
std::map<geo::WayId, std::vector<std::uint32_t>> pieces_of(network::Network const& network)
{
    std::map<geo::WayId, std::vector<std::uint32_t>> pieces;
    for (std::uint32_t i = 0; i < network.pieces.size(); ++i) {
        if (auto const way = network.pieces[i].way) {
            pieces[*way].push_back(i);
        }
    }
    return pieces;
}

/// A junction from which a place is reached, and how long it is from there.
struct Approach {
    geo::JunctionId from{};
    double hours = 0.0;
};

std::vector<Approach> approaches_to(PlaceBeside const& place, network::Network const& network,
                                    RouteGraph const& graph)
{
    std::vector<Approach> approaches;
    auto const& piece = network.pieces[place.piece];
    for (auto const& arc : graph.arcs()) {
        if (arc.piece != place.piece) {
            continue;
        }
        double const share = piece.from == piece.to   ? std::min(place.share, 1.0 - place.share)
                             : arc.from == piece.from ? place.share
                                                      : 1.0 - place.share;
        approaches.push_back({arc.from, share * hours_of(arc.ticks)});
    }
    return approaches;
}

}  // namespace

std::vector<std::optional<PlaceBeside>> places_beside(network::Network const& network,
                                                      geo::Ways const& ways,
                                                      std::span<std::optional<geo::Point> const> at,
                                                      double reach_m)
{
    std::vector<std::optional<PlaceBeside>> places(at.size());
    if (ways.size() == 0) {
        return places;
    }
    network::SegmentIndex const index{ways};
    auto const pieces = pieces_of(network);
    auto const open_to_the_side = [&](std::size_t s) {
        auto const way = index.segments()[s].way;
        return ways.klass[way] != geo::WayClass::expressway && ways.tunnel[way] == 0 &&
               pieces.contains(way);
    };
    for (std::size_t i = 0; i < at.size(); ++i) {
        auto const nearest =
            at[i] ? index.nearest(*at[i], reach_m, open_to_the_side) : std::nullopt;
        if (!nearest) {
            continue;
        }
        for (auto const number : pieces.at(index.segments()[nearest->segment].way)) {
            auto const foot = foot_on(network.pieces[number], number, *at[i]);
            if (!places[i] || foot.metres < places[i]->metres) {
                places[i] = foot;
            }
        }
    }
    return places;
}

geo::PerCommune<std::vector<double>>
hours_to_places(network::Network const& network, RouteGraph const& graph, Anchors const& anchors,
                std::span<std::optional<PlaceBeside> const> places,
                travel::TravelModel const& travel, geo::Job const& job)
{
    geo::PerCommune<std::vector<double>> hours{anchors.communes.size(),
                                               std::vector<double>(places.size(), geo::infinite)};
    std::atomic<std::size_t> done{0};
    geo::for_each_index(places.size(), job.threads(), [&](std::size_t i) {
        job.at(static_cast<double>(done++) / static_cast<double>(places.size()));
        if (!places[i]) {
            return;
        }
        double const access = access_hours({{}, places[i]->metres}, travel);
        for (auto const& approach : approaches_to(*places[i], network, graph)) {
            auto const tree = graph.tree(approach.from, Direction::to_root);
            for (auto const id : anchors.communes.ids()) {
                auto const& commune = anchors.communes[id];
                if (commune && tree.ticks[commune->junction] != unreachable) {
                    double const way = access_hours(*commune, travel) +
                                       hours_of(tree.ticks[commune->junction]) + approach.hours +
                                       access;
                    hours[id][i] = std::min(hours[id][i], way);
                }
            }
        }
    });
    return hours;
}

}  // namespace marchland::analysis::routes
