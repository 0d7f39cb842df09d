#include "analysis/terrain/surface_roads.hpp"

#include "analysis/terrain/surface.hpp"
#include "analysis/travel/foot_pace.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::terrain {
namespace {

constexpr double shortest_stretch = 0.25;  // of a cell

/// A stretch of a line within one cell.
struct Stretch {
    std::optional<std::size_t> cell;
    double from = 0.0;  ///< metres along the line
    double to = 0.0;
};

/// Where a segment crosses the lines between cells, as shares of it, ends included, ascending.
std::vector<double> cuts_of(geo::Point a, geo::Point b, geo::Cells const& cells)
{
    std::vector<double> cuts{0.0, 1.0};
    auto const add = [&](double from, double to) {
        if (from == to) {
            return;
        }
        for (double k = std::ceil(std::min(from, to)); k <= std::max(from, to); k += 1.0) {
            cuts.push_back((k - from) / (to - from));
        }
    };
    add((a.x - cells.corner.x) / cells.metres, (b.x - cells.corner.x) / cells.metres);
    add((cells.corner.y - a.y) / cells.metres, (cells.corner.y - b.y) / cells.metres);
    std::ranges::sort(cuts);
    return cuts;
}

geo::Point between(geo::Point a, geo::Point b, double share)
{
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

std::vector<Stretch> stretches_of(geo::Line const& line, geo::Cells const& cells)
{
    std::vector<Stretch> stretches;
    double before = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        double const metres = geo::distance(line[i - 1], line[i]);
        auto const cuts = cuts_of(line[i - 1], line[i], cells);
        for (std::size_t c = 1; c < cuts.size(); ++c) {
            auto const cell =
                cells.at(between(line[i - 1], line[i], 0.5 * (cuts[c - 1] + cuts[c])));
            double const to = before + cuts[c] * metres;
            if (!stretches.empty() && stretches.back().cell == cell) {
                stretches.back().to = to;
            } else {
                stretches.push_back({cell, before + cuts[c - 1] * metres, to});
            }
        }
        before += metres;
    }
    return stretches;
}

/// Points of a line by metres along it, asked for in ascending order.
class Along {
public:
    explicit Along(geo::Line const& line) : line_{line} {}

    geo::Point at(double metres)
    {
        double length = geo::distance(line_[i_ - 1], line_[i_]);
        while (i_ + 1 < line_.size() && before_ + length < metres) {
            before_ += length;
            ++i_;
            length = geo::distance(line_[i_ - 1], line_[i_]);
        }
        double const share = length > 0.0 ? std::min(1.0, (metres - before_) / length) : 0.0;
        return between(line_[i_ - 1], line_[i_], share);
    }

private:
    geo::Line const& line_;
    std::size_t i_ = 1;
    double before_ = 0.0;
};

/// Bridges, tunnels and ferries do not lie on the ground.
bool on_the_ground(network::Piece const& piece, geo::Ways const& ways)
{
    return !piece.way || (ways.bridge[*piece.way] == 0 && ways.tunnel[*piece.way] == 0 &&
                          ways.klass[*piece.way] != geo::WayClass::ferry);
}

class RoadLayer {
public:
    RoadLayer(Surface const& ground, geo::Ways const& ways, travel::TravelModel const& travel)
        : ground_{ground}, ways_{ways}, travel_{travel}
    {
    }

    void add_node(geo::Point at, bool leave)
    {
        RoadNode node{at, leave ? ground_.cells.at(at) : std::nullopt};
        if (node.cell) {
            double const friction = ground_.friction.empty() ? 1.0 : ground_.friction[*node.cell];
            node.access =
                geo::distance(at, ground_.cells.centre(*node.cell)) * friction * pace(0.0);
            if (!std::isfinite(node.access) || !std::isfinite(ground_.height[*node.cell])) {
                node.cell.reset();
            }
        }
        laid_.nodes.push_back(node);
    }

    void add_piece(network::Piece const& piece, double speed)
    {
        double const drawn = geo::length_of(piece.line);
        double const stretch = drawn > 0.0 ? piece.metres / drawn : 0.0;
        bool const slopes = on_foot() && travel_.slope && on_the_ground(piece, ways_);
        auto last = static_cast<std::uint32_t>(piece.from);
        double done = 0.0;
        auto const go_to = [&](std::uint32_t node, double along) {
            join(last, node, (along - done) * stretch, speed, slopes, piece);
            last = node;
            done = along;
        };
        if (on_the_ground(piece, ways_) && drawn > 0.0) {
            Along points{piece.line};
            for (auto const& part : stretches_of(piece.line, ground_.cells)) {
                if (part.cell && part.to - part.from >= shortest_stretch * ground_.cells.metres) {
                    double const middle = 0.5 * (part.from + part.to);
                    add_node(points.at(middle), true);
                    go_to(static_cast<std::uint32_t>(laid_.nodes.size() - 1), middle);
                }
            }
        }
        go_to(static_cast<std::uint32_t>(piece.to), drawn);
    }

    SurfaceRoads take() { return std::move(laid_); }

private:
    bool on_foot() const { return travel_.profile == travel::Profile::foot; }

    double pace(double slope) const
    {
        return 3.6 / travel::foot_speed_kmh(ground_.foot, slope, ground_.underfoot);
    }

    geo::Oneway oneway_of(network::Piece const& piece) const
    {
        return piece.way && !on_foot() ? ways_.oneway[*piece.way] : geo::Oneway::both;
    }

    /// How many times as long a slope takes as the flat; 1 where the heights are not known.
    double effort(std::uint32_t from, std::uint32_t to, double metres) const
    {
        auto const& a = laid_.nodes[from].at;
        auto const& b = laid_.nodes[to].at;
        if (!(metres > 0.0) || !ground_.cells.at(a) || !ground_.cells.at(b)) {
            return 1.0;
        }
        double const rise = geo::between_centres(ground_.cells, ground_.height, b) -
                            geo::between_centres(ground_.cells, ground_.height, a);
        double const times = travel::foot_speed_kmh(ground_.foot, 0.0) /
                             travel::foot_speed_kmh(ground_.foot, rise / metres);
        return std::isfinite(times) ? times : 1.0;
    }

    void join(std::uint32_t from, std::uint32_t to, double metres, double speed, bool slopes,
              network::Piece const& piece)
    {
        double const seconds = 3.6 * metres / speed;
        double const there = on_foot() ? 1.0 : piece.slower_there;
        double const back = on_foot() ? 1.0 : piece.slower_back;
        auto const oneway = oneway_of(piece);
        if (oneway != geo::Oneway::backward) {
            laid_.arcs.push_back({from, to, seconds * (slopes ? effort(from, to, metres) : there)});
        }
        if (oneway != geo::Oneway::forward) {
            laid_.arcs.push_back({to, from, seconds * (slopes ? effort(to, from, metres) : back)});
        }
    }

    Surface const& ground_;
    geo::Ways const& ways_;
    travel::TravelModel const& travel_;
    SurfaceRoads laid_;
};

/// Junctions where something that lies on the ground begins or ends.
std::vector<bool> open_junctions(network::Network const& network, geo::Ways const& ways,
                                 std::vector<double> const& speeds)
{
    std::vector<bool> open(network.junctions.size(), false);
    for (std::size_t i = 0; i < network.pieces.size(); ++i) {
        auto const& piece = network.pieces[i];
        bool const tunnel = piece.way && ways.tunnel[*piece.way] != 0;
        if (speeds[i] > 0.0 && !tunnel) {
            open[geo::index_of(piece.from)] = true;
            open[geo::index_of(piece.to)] = true;
        }
    }
    return open;
}

}  // namespace

SurfaceRoads lay_on(Surface const& ground, network::Network const& network, geo::Ways const& ways,
                    travel::TravelModel const& travel, double sure, geo::Job const& job)
{
    if (ground.height.size() != ground.cells.size()) {
        throw geo::Error{geo::Trouble::usage, "roads can be laid only on a ground with heights"};
    }
    std::vector<double> speeds;
    for (auto const& piece : network.pieces) {
        bool const there = !piece.way || ways.p_exists[*piece.way] >= sure;
        double const speed = piece.way ? travel::speed_kmh(travel, ways.klass[*piece.way])
                                       : travel::gap_speed_kmh(travel);
        speeds.push_back(there ? speed : 0.0);
    }
    RoadLayer layer{ground, ways, travel};
    auto const open = open_junctions(network, ways, speeds);
    for (auto const id : network.junctions.ids()) {
        layer.add_node(network.junctions[id], open[geo::index_of(id)]);
    }
    for (std::size_t i = 0; i < network.pieces.size(); ++i) {
        if ((i & 0xfffU) == 0) {
            job.at(static_cast<double>(i) / static_cast<double>(network.pieces.size()));
        }
        if (speeds[i] > 0.0) {
            layer.add_piece(network.pieces[i], speeds[i]);
        }
    }
    return layer.take();
}

}  // namespace marchland::analysis::terrain
