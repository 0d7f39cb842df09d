#include "study/questions/routes_study.hpp"

#include "analysis/graph/chokepoints.hpp"
#include "analysis/graph/k_shortest.hpp"
#include "analysis/routes/gate_hours.hpp"
#include "analysis/routes/reach.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/questions/route_stops.hpp"
#include "study/run/record.hpp"
#include "study/run/work.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace marchland::study {
namespace {

using geo::CrossingId;
using geo::index_of;
using geo::JunctionId;
using geo::Trouble;

constexpr std::uint64_t ticks_a_day = 8'640'000;

std::vector<geo::WayId> ways_named(std::vector<std::string> const& names, geo::Ways const& ways)
{
    std::vector<geo::WayId> found;
    for (auto const& name : names) {
        auto const at = std::ranges::find(ways.id, name);
        if (at == ways.id.end()) {
            auto const near = geo::nearest_name(name, {ways.id.begin(), ways.id.end()});
            refuse("--close " + name + ": there is no way of that id" +
                   (near ? "; did you mean " + *near + "?" : ""));
        }
        found.push_back(static_cast<geo::WayId>(at - ways.id.begin()));
    }
    return found;
}

std::uint64_t time_of_day(std::string const& text)
{
    bool const sound = geo::are_hours(text + "-" + (text == "00:00" ? "00:01" : "00:00"));
    if (!sound) {
        refuse("--depart " + text + ": expected a time of day such as 21:30");
    }
    return analysis::routes::windows_of(text + "-00:00").front().opens;
}

std::string clock(std::uint64_t ticks)
{
    auto const minutes = ticks / 6000;
    auto const two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    auto const days = ticks / ticks_a_day;
    return two(minutes / 60 % 24) + ":" + two(minutes % 60) +
           (days > 0 ? " +" + std::to_string(days) + (days > 1 ? " days" : " day") : "");
}

/// Answers one question over one network.
class Answer {
public:
    Answer(Region const& region, analysis::routes::Routes const& routes,
           analysis::routes::RouteGraph const& graph, analysis::travel::TravelModel const& travel,
           RouteQuestion const& question)
        : region_{region}, routes_{routes}, graph_{graph}, travel_{travel}, question_{question}
    {
    }

    std::vector<RouteRow> ways(Stop const& from, Stop const& to, geo::Job const& job) const
    {
        if (question_.depart) {
            return timed(from, to, job);
        }
        std::vector<RouteRow> rows;
        for (auto const& [arcs, ticks] : found(from, to, job)) {
            auto row = row_of(from, to, arcs);
            row.number = static_cast<std::int64_t>(rows.size()) + 1;
            row.hours = from.access_hours +
                        static_cast<double>(ticks) / analysis::routes::ticks_an_hour +
                        beyond_hours(to);
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    struct Found {
        std::vector<std::uint32_t> arcs;
        std::uint64_t ticks = 0;
    };

    std::vector<Found> found(Stop const& from, Stop const& to, geo::Job const& job) const
    {
        auto const a = static_cast<std::uint32_t>(index_of(from.junction));
        auto const b = static_cast<std::uint32_t>(index_of(to.junction));
        std::vector<Found> all;
        if (question_.kind == WaysKind::reasonable || a == b) {
            auto const ways = analysis::routes::alternatives(
                graph_, graph_.tree(from.junction, analysis::routes::Direction::from_root),
                graph_.tree(to.junction, analysis::routes::Direction::to_root),
                {.most = question_.ways});
            for (auto const& way : ways) {
                all.push_back({way.arcs, way.ticks});
            }
            return all;
        }
        std::uint32_t const starts[]{a};
        std::uint32_t const ends[]{b};
        auto const walks =
            question_.kind == WaysKind::loopless
                ? analysis::graph::k_shortest(graph_.digraph(), a, b, question_.ways, job)
                : analysis::graph::disjoint_ways(graph_.digraph(), starts, ends,
                                                 analysis::graph::Apart::edges,
                                                 static_cast<std::size_t>(question_.ways), job);
        for (auto const& walk : walks) {
            all.push_back({walk.edges, walk.weight});
        }
        return all;
    }

    /// The crossing itself is one more step, to a node beyond the border that keeps the hours of the gate.
    std::vector<RouteRow> timed(Stop const& from, Stop const& to, geo::Job const& job) const
    {
        std::vector<analysis::graph::DirectedEdge> edges;
        for (auto const& arc : graph_.arcs()) {
            edges.push_back({static_cast<std::uint32_t>(index_of(arc.from)),
                             static_cast<std::uint32_t>(index_of(arc.to)), arc.ticks});
        }
        auto const beyond = static_cast<std::uint32_t>(graph_.junctions());
        edges.push_back({static_cast<std::uint32_t>(index_of(to.junction)), beyond,
                         ticks_of(beyond_hours(to))});
        analysis::graph::Digraph const with_gate{graph_.junctions() + 1, edges};
        analysis::graph::Restrictions restrictions;
        if (to.crossing) {
            restrictions.gates.push_back(
                {beyond,
                 analysis::routes::windows_of(region_.crossings.detail(*to.crossing).hours)});
        }
        auto const depart = time_of_day(*question_.depart);
        auto const walk = analysis::graph::RestrictedRoutes{with_gate, restrictions}.earliest(
            index_of(from.junction), beyond, depart + ticks_of(from.access_hours), job);
        if (!walk) {
            return {};
        }
        auto arcs = walk->edges;
        arcs.pop_back();
        auto row = row_of(from, to, arcs);
        row.hours = static_cast<double>(walk->arrive - depart) / analysis::routes::ticks_an_hour;
        row.waiting = static_cast<double>(walk->waiting) / analysis::routes::ticks_an_hour;
        row.arrive = clock(walk->arrive);
        return {row};
    }

    static std::uint32_t ticks_of(double hours)
    {
        return static_cast<std::uint32_t>(std::lround(hours * analysis::routes::ticks_an_hour));
    }

    double beyond_hours(Stop const& to) const
    {
        double const delay = to.crossing
                                 ? geo::Hours{analysis::travel::crossing_delay(
                                                  travel_, region_.crossings.klass[*to.crossing])}
                                       .count()
                                 : 0.0;
        return to.access_hours + delay;
    }

    RouteRow row_of(Stop const& from, Stop const& to, std::vector<std::uint32_t> const& arcs) const
    {
        RouteRow row{.from = from.name, .to = to.name};
        analysis::flows::Corridor corridor{.arcs = arcs};
        std::string last;
        bool inferred = false;
        for (auto const a : arcs) {
            auto const& piece = routes_.network.pieces[graph_.arcs()[a].piece];
            bool const path = piece.way && region_.ways.kind[*piece.way] == geo::WayKind::path;
            bool const unsure = path && region_.ways.p_exists[*piece.way] < 1.0;
            corridor.metres += piece.metres;
            corridor.metres_by_class.at(static_cast<std::size_t>(
                piece.way ? region_.ways.klass[*piece.way] : geo::WayClass::unknown)) +=
                piece.metres;
            std::string const name = !piece.way ? "gap"
                                     : unsure   ? "inferred"
                                                : region_.ways.id[*piece.way];
            row.ways += name == last ? "" : (row.ways.empty() ? "" : "; ") + name;
            row.informal = row.informal || path;
            inferred = inferred || unsure;
            last = name;
        }
        row.informal = row.informal || (to.crossing && region_.crossings.informal(*to.crossing));
        row.km = corridor.metres / 1000.0;
        row.access_m = from.access_metres + to.access_metres;
        row.by_class = class_mix(corridor);
        if (auto const line = analysis::flows::line_of(corridor, graph_, routes_.network);
            line.size() >= 2 && !inferred) {
            row.line = {line};
        }
        return row;
    }

    Region const& region_;
    analysis::routes::Routes const& routes_;
    analysis::routes::RouteGraph const& graph_;
    analysis::travel::TravelModel const& travel_;
    RouteQuestion const& question_;
};

void add_reach(Region const& region, analysis::routes::Routes const& routes,
               analysis::routes::RouteGraph const& graph,
               analysis::travel::TravelModel const& travel, Stop const& from, double minutes,
               RouteTables& tables, geo::Job const& job)
{
    JunctionId const starts[]{from.junction};
    double const left = std::max(0.0, minutes - 60.0 * from.access_hours);
    auto const reach =
        analysis::routes::reach_of(routes.network, graph, travel, starts, {.minutes = left}, job);
    ReachRow row{.from = from.name, .minutes = minutes, .area = reach.area};
    for (auto const place : reach.places) {
        if (place >= region.communes.size()) {
            continue;
        }
        auto const id = static_cast<geo::CommuneId>(place);
        auto const& anchor = *routes.network.anchors[place];
        tables.reached.push_back(
            {from.name, region.communes.code[id], region.communes.name[id],
             60.0 * (from.access_hours +
                     anchor.metres / 1000.0 / analysis::travel::access_speed_kmh(travel)) +
                 reach.minutes[anchor.junction]});
        ++row.communes;
        row.at_risk += std::isnan(region.communes.at_risk[id]) ? 0.0 : region.communes.at_risk[id];
    }
    tables.reach.push_back(std::move(row));
}

void check(RouteQuestion const& question)
{
    if (question.from.empty()) {
        refuse("--from is needed: a commune, a crossing, a market or lon,lat");
    }
    if (question.to.empty() && !question.reach_minutes) {
        refuse("--to or --reach is needed");
    }
    if (question.depart && question.ways > 1) {
        refuse("--depart gives the earliest way only; leave --ways out");
    }
}

}  // namespace

RouteTables route_tables(Session& session, RouteQuestion const& question, geo::Job const& job)
{
    check(question);
    auto const& region = session.region();
    if (region.ways.size() == 0) {
        refuse("routes needs [roads] in the study");
    }
    auto const& work = session.work({"hours"}, job.part(0.0, 0.5));
    auto const& study = work.study;
    auto const& routes = *work.routes;
    auto const closed = ways_named(question.close, region.ways);
    analysis::routes::RouteGraph const graph{routes.network, region.ways, study.travel, closed};
    Stops const stops{region, routes, study.travel};
    Answer const answer{region, routes, graph, study.travel, question};
    RouteTables tables{.about = about_of(study, region), .findings = region.findings};
    for (auto const& from : question.from) {
        auto const start = stops.start(from, "--from", tables.findings);
        say_far_point(start, tables.findings);
        for (auto const& to : question.to) {
            auto const end = stops.named(to, "--to", tables.findings);
            say_far_point(end, tables.findings);
            auto rows = answer.ways(start, end, job.part(0.5, 0.9));
            if (rows.empty()) {
                tables.without.push_back(from + " > " + to);
            }
            std::ranges::move(rows, std::back_inserter(tables.routes));
        }
        if (question.reach_minutes) {
            add_reach(region, routes, graph, study.travel, start, *question.reach_minutes, tables,
                      job.part(0.9, 1.0));
        }
    }
    return tables;
}

}  // namespace marchland::study
