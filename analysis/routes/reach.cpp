#include "analysis/routes/reach.hpp"

#include "analysis/routes/cell_outline.hpp"
#include "analysis/travel/travel_model.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace marchland::analysis::routes {
namespace {

using geo::JunctionId;

constexpr double ticks_a_minute = ticks_an_hour / 60.0;
constexpr double cells_between_questions = 1e6;  ///< some hundredths of a second

void check(RouteGraph const& graph, std::span<JunctionId const> starts, ReachOptions const& options)
{
    auto const refuse = [](std::string const& words) {
        throw geo::Error{geo::Trouble::usage, words};
    };
    if (starts.empty()) {
        refuse("reach needs a place to start from");
    }
    for (auto const start : starts) {
        if (geo::index_of(start) >= graph.junctions()) {
            refuse("reach starts from junction " + std::to_string(geo::index_of(start)) +
                   "; there are " + std::to_string(graph.junctions()));
        }
    }
    if (!(options.minutes >= 0.0 && options.minutes <= 1e6) ||
        !(options.cell_m > 0.0 && options.cell_m < geo::infinite)) {
        refuse("reach needs minutes from 0 to 1000000 and cells of more than 0 m");
    }
}

geo::Column<JunctionId, double> minutes_from(RouteGraph const& graph,
                                             std::span<JunctionId const> starts,
                                             Direction direction, geo::Job const& job)
{
    geo::Column<JunctionId, double> minutes{graph.junctions(), geo::infinite};
    for (std::size_t s = 0; s < starts.size(); ++s) {
        job.at(0.5 * static_cast<double>(s) / static_cast<double>(starts.size()));
        auto const ticks = graph::distances_from(graph.digraph(), geo::index_of(starts[s]),
                                                 direction == Direction::to_root);
        for (std::size_t j = 0; j < ticks.size(); ++j) {
            auto& least = minutes[static_cast<JunctionId>(j)];
            least = ticks[j] == unreachable ? least : std::min(least, ticks[j] / ticks_a_minute);
        }
    }
    return minutes;
}

/// A piece as it is entered from its ends: when, and how long all of it takes; infinite where not.
struct Entered {
    double at_from = geo::infinite;
    double at_to = geo::infinite;
    double onwards = geo::infinite;    ///< from `from`
    double backwards = geo::infinite;  ///< from `to`

    double minutes_at(double share) const
    {
        double const a = at_from == geo::infinite || onwards == geo::infinite
                             ? geo::infinite
                             : at_from + share * onwards;
        double const b = at_to == geo::infinite || backwards == geo::infinite
                             ? geo::infinite
                             : at_to + (1.0 - share) * backwards;
        return std::min(a, b);
    }
};

std::map<std::uint32_t, Entered> entered_pieces(network::Network const& network,
                                                RouteGraph const& graph,
                                                geo::Column<JunctionId, double> const& minutes,
                                                ReachOptions const& options)
{
    std::map<std::uint32_t, Entered> entered;
    for (auto const& arc : graph.arcs()) {
        auto const near = options.direction == Direction::from_root ? arc.from : arc.to;
        if (minutes[near] > options.minutes) {
            continue;
        }
        auto& piece = entered[arc.piece];
        bool const at_from = near == network.pieces[arc.piece].from;
        (at_from ? piece.at_from : piece.at_to) = minutes[near];
        (at_from ? piece.onwards : piece.backwards) = arc.ticks / ticks_a_minute;
    }
    return entered;
}

void add_parts(std::uint32_t number, Entered const& piece, double limit,
               std::vector<ReachedPart>& parts)
{
    auto const share = [limit](double at, double whole) {
        return at == geo::infinite || whole == geo::infinite ? -1.0
                                                             : std::min(1.0, (limit - at) / whole);
    };
    double const ahead = share(piece.at_from, piece.onwards);
    double const back = 1.0 - share(piece.at_to, piece.backwards);
    if (ahead >= back) {
        parts.push_back({number, 0.0, 1.0});
        return;
    }
    if (ahead >= 0.0) {
        parts.push_back({number, 0.0, ahead});
    }
    if (back <= 1.0) {
        parts.push_back({number, back, 1.0});
    }
}

/// The earliest point of each cell that has any.
class Earliest {
public:
    struct Point {
        geo::Point at;
        double minutes = geo::infinite;
    };
    using Cell = std::pair<std::int64_t, std::int64_t>;  ///< y, x

    explicit Earliest(double cell_m) : cell_m_{cell_m} {}

    void add(geo::Point at, double minutes)
    {
        Cell const cell{place(at.y), place(at.x)};
        auto& best = points_[cell];
        if (minutes < best.minutes) {
            best = {at, minutes};
        }
    }

    /// Points along a line, at most half a cell from each other.
    void add_line(geo::Line const& line, Entered const& piece, double limit)
    {
        double const length = geo::length_of(line);
        double so_far = 0.0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            auto const a = line[i - 1];
            auto const b = line[i];
            double const part = geo::distance(a, b);
            auto const steps = std::max(1.0, std::ceil(2.0 * part / cell_m_));
            for (double s = 0.0; s <= steps; s += 1.0) {
                double const along = s / steps;
                double const minutes = length > 0.0
                                           ? piece.minutes_at((so_far + along * part) / length)
                                           : geo::infinite;
                if (minutes <= limit) {
                    add({a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)}, minutes);
                }
            }
            so_far += part;
        }
    }

    std::map<Cell, Point> const& points() const { return points_; }
    std::int64_t place(double coordinate) const
    {
        return static_cast<std::int64_t>(std::floor(coordinate / cell_m_));
    }

private:
    double cell_m_;
    std::map<Cell, Point> points_;
};

/// An empty grid around all points, as wide as the time left allows.
Cells grid_around(Earliest const& earliest, double metres_a_minute, ReachOptions const& options)
{
    geo::Box box;
    for (auto const& [cell, point] : earliest.points()) {
        double const around = (options.minutes - point.minutes) * metres_a_minute;
        box.add(geo::Box{point.at.x, point.at.y, point.at.x, point.at.y}.grown(around));
    }
    Cells cells{options.cell_m, earliest.place(box.min_x), earliest.place(box.min_y), 0, 0, {}};
    double const wide =
        std::floor(box.max_x / options.cell_m) - std::floor(box.min_x / options.cell_m) + 1.0;
    double const high =
        std::floor(box.max_y / options.cell_m) - std::floor(box.min_y / options.cell_m) + 1.0;
    if (wide * high > static_cast<double>(options.most_cells)) {
        throw geo::Error{geo::Trouble::usage,
                         "reach: cells of " + std::to_string(std::lround(options.cell_m)) +
                             " m would be more than " + std::to_string(options.most_cells) +
                             "; choose larger cells or fewer minutes"};
    }
    cells.width = static_cast<std::size_t>(wide);
    cells.height = static_cast<std::size_t>(high);
    cells.marked.assign(cells.width * cells.height, 0);
    return cells;
}

void mark_around(Earliest::Cell cell, geo::Point at, double metres, Cells& cells)
{
    auto const cells_wide = static_cast<std::int64_t>(std::ceil(metres / cells.size));
    for (auto y = cell.first - cells_wide; y <= cell.first + cells_wide; ++y) {
        for (auto x = cell.second - cells_wide; x <= cell.second + cells_wide; ++x) {
            geo::Point const middle{(static_cast<double>(x) + 0.5) * cells.size,
                                    (static_cast<double>(y) + 0.5) * cells.size};
            bool const own = y == cell.first && x == cell.second;
            if (own || geo::distance(at, middle) <= metres) {
                auto const row = static_cast<std::size_t>(y - cells.first_y);
                cells.marked[row * cells.width + static_cast<std::size_t>(x - cells.first_x)] = 1;
            }
        }
    }
}

geo::Area area_of_reach(Earliest const& earliest, travel::TravelModel const& travel,
                        ReachOptions const& options, geo::Job const& job)
{
    double const metres_a_minute = travel::access_speed_kmh(travel) * 1000.0 / 60.0;
    auto cells = grid_around(earliest, metres_a_minute, options);
    std::size_t done = 0;
    double looked_at = cells_between_questions;
    for (auto const& [cell, point] : earliest.points()) {
        double const metres = (options.minutes - point.minutes) * metres_a_minute;
        if (looked_at >= cells_between_questions) {
            job.at(0.6 + 0.4 * static_cast<double>(done) /
                             static_cast<double>(earliest.points().size() + 1));
            looked_at = 0.0;
        }
        mark_around(cell, point.at, metres, cells);
        looked_at += 1.0 + 4.0 * std::pow(metres / options.cell_m, 2.0);
        ++done;
    }
    return outline_of(cells);
}

std::vector<std::size_t> places_reached(network::Network const& network,
                                        geo::Column<JunctionId, double> const& minutes,
                                        travel::TravelModel const& travel, double limit)
{
    std::vector<std::size_t> places;
    for (std::size_t p = 0; p < network.anchors.size(); ++p) {
        auto const& anchor = network.anchors[p];
        if (anchor && minutes[anchor->junction] +
                              anchor->metres / 1000.0 / travel::access_speed_kmh(travel) * 60.0 <=
                          limit) {
            places.push_back(p);
        }
    }
    return places;
}

}  // namespace

Reach reach_of(network::Network const& network, RouteGraph const& graph,
               travel::TravelModel const& travel, std::span<JunctionId const> starts,
               ReachOptions const& options, geo::Job const& job)
{
    check(graph, starts, options);
    Reach reach;
    reach.minutes = minutes_from(graph, starts, options.direction, job);
    Earliest earliest{options.cell_m};
    for (std::size_t j = 0; j < graph.junctions(); ++j) {
        auto const junction = static_cast<JunctionId>(j);
        if (reach.minutes[junction] <= options.minutes) {
            reach.junctions.push_back(junction);
            earliest.add(network.junctions[junction], reach.minutes[junction]);
        }
    }
    std::size_t done = 0;
    for (auto const& [number, piece] : entered_pieces(network, graph, reach.minutes, options)) {
        if (done++ % 1024 == 0) {
            job.at(0.5 + 0.1 * static_cast<double>(done) /
                             static_cast<double>(network.pieces.size() + done));
        }
        add_parts(number, piece, options.minutes, reach.parts);
        earliest.add_line(network.pieces[number].line, piece, options.minutes);
    }
    reach.places = places_reached(network, reach.minutes, travel, options.minutes);
    reach.area = area_of_reach(earliest, travel, options, job);
    return reach;
}

}  // namespace marchland::analysis::routes
