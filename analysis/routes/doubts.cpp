#include "analysis/routes/doubts.hpp"

#include "analysis/routes/missing_roads.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <string>

namespace marchland::analysis::routes {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::JunctionId;

constexpr double detour_doubted = 4.0;
constexpr double factor_doubted = 3.0;
constexpr double hours_apart = 1.0;
constexpr double hours_saved = 0.5;  ///< by a road that seems to be missing
constexpr double most_communes = 0.5;
constexpr std::size_t most_told = 5;

/// The first few names, and how many there are.
class Named {
public:
    void add(std::string const& name)
    {
        if (count_++ < most_told) {
            names_ += (names_.empty() ? "" : ", ") + name;
        }
    }
    std::size_t count() const { return count_; }
    std::string names() const { return names_ + (count_ > most_told ? ", ..." : ""); }

private:
    std::size_t count_ = 0;
    std::string names_;
};

/// Metres by road, a little way around.
class AroundByRoad {
public:
    AroundByRoad(network::Network const& network, RouteGraph const& graph)
        : network_{network}, graph_{graph}, metres_(graph.junctions(), geo::infinite)
    {
    }

    /// To every junction within `limit`; infinite beyond. Holds until the next call.
    std::vector<double> const& from(JunctionId start, double limit)
    {
        for (auto const node : touched_) {
            metres_[node] = geo::infinite;
        }
        touched_.clear();
        reach(index_of(start), 0.0);
        while (!next_.empty()) {
            auto const [gone, node] = next_.top();
            next_.pop();
            auto const steps = graph_.digraph().out(node);
            auto const arcs = graph_.digraph().out_edges(node);
            for (std::size_t i = 0; gone <= metres_[node] && i < steps.size(); ++i) {
                double const there = gone + network_.pieces[graph_.arcs()[arcs[i]].piece].metres;
                if (there <= limit) {
                    reach(steps[i].node, there);
                }
            }
        }
        return metres_;
    }

private:
    void reach(std::size_t node, double metres)
    {
        if (metres < metres_[node]) {
            if (metres_[node] == geo::infinite) {
                touched_.push_back(node);
            }
            metres_[node] = metres;
            next_.emplace(metres, static_cast<std::uint32_t>(node));
        }
    }

    using Step = std::pair<double, std::uint32_t>;
    network::Network const& network_;
    RouteGraph const& graph_;
    std::vector<double> metres_;
    std::vector<std::size_t> touched_;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> next_;
};

class Inspection {
public:
    Inspection(network::Network const& network, RouteGraph const& graph, Anchors const& anchors,
               Exposure const& exposure, geo::Communes const& communes,
               geo::Crossings const& crossings, geo::Markets const& markets,
               geo::PerCommune<std::vector<CommuneId>> const& beside,
               travel::TravelModel const& travel, geo::Job const& job)
        : network_{network}, graph_{graph}, anchors_{anchors}, exposure_{exposure},
          communes_{communes},
          crossings_{crossings}, markets_{markets}, beside_{beside}, travel_{travel}, job_{job}
    {
        doubts_.hours = geo::PerCommune<std::uint8_t>{communes.size(), 0};
    }

    Doubts run()
    {
        look_at_crossings();
        look_at_markets();
        look_at_ways_to_crossings();
        look_at_islands();
        look_at_ways_to_neighbours();
        look_at_hours();
        look_at_missing_roads();
        return std::move(doubts_);
    }

private:
    void say(std::string rule, std::string layer, Named const& named, std::string const& what,
             std::string action)
    {
        if (named.count() > 0) {
            doubts_.findings.push_back({.severity = geo::Severity::warning,
                                        .rule = std::move(rule),
                                        .layer = std::move(layer),
                                        .feature = named.names(),
                                        .message = std::to_string(named.count()) + " " + what,
                                        .action = std::move(action)});
        }
    }

    /// Of the communes that are on the network, the share that reaches a place.
    double share_reaching(geo::PerCommune<std::vector<double>> const& hours,
                          std::size_t place) const
    {
        double tied = 0.0;
        double reaching = 0.0;
        for (auto const id : communes_.code.ids()) {
            tied += anchors_.communes[id] ? 1.0 : 0.0;
            reaching += std::isfinite(hours[id][place]) ? 1.0 : 0.0;
        }
        return tied > 0.0 ? reaching / tied : 0.0;
    }

    void look_at_crossings()
    {
        Named apart;
        Named trains;
        for (auto const id : crossings_.id.ids()) {
            bool const closed = crossings_.status[id] == geo::CrossingStatus::closed;
            double const share = share_reaching(exposure_.to_crossing, index_of(id));
            auto tie = NetworkTie::joined;
            if (crossings_.klass[id] == geo::CrossingClass::rail) {
                tie = NetworkTie::trains;
                trains.add(label(id));
            } else if (!anchors_.crossings[id]) {
                tie = NetworkTie::none;
            } else if (!closed && share < most_communes) {
                tie = NetworkTie::apart;
                apart.add(label(id));
            }
            doubts_.crossings.push_back(tie);
            doubts_.reached.push_back(closed || share > 0.0 ? 1 : 0);
        }
        say("crossing-apart", "crossings", apart,
            "crossings are on a piece of the network that most communes cannot reach; no flow over "
            "them is told",
            "look at the proposals in the layer repairs around them, or add the ways that are "
            "missing");
        if (trains.count() > 0) {
            doubts_.findings.push_back(
                {.severity = geo::Severity::note,
                 .rule = "crossing-for-trains",
                 .layer = "crossings",
                 .feature = trains.names(),
                 .message = std::to_string(trains.count()) +
                            " crossings are for trains; nobody walks or drives over them here",
                 .action = "give one another class if there is a road over it too"});
        }
    }

    void look_at_markets()
    {
        Named apart;
        for (auto const id : markets_.id.ids()) {
            if (anchors_.markets[id] &&
                share_reaching(exposure_.to_market, index_of(id)) < most_communes) {
                apart.add(markets_.id[id] + " " + markets_.name[id]);
            }
        }
        say("market-apart", "markets", apart,
            "markets are on a piece of the network that most communes cannot reach",
            "look at the proposals in the layer repairs around them, or add the ways that are "
            "missing");
    }

    std::string label(CrossingId id) const { return crossings_.id[id] + " " + crossings_.name[id]; }

    /// On the network, or a gate that only lacks the way to it. An informal crossing off the network is nobody's
    /// measure: what it is near to would place it.
    bool is_open(CrossingId id) const
    {
        bool const gate = crossings_.at[id] && !crossings_.informal(id) &&
                          crossings_.klass[id] != geo::CrossingClass::rail &&
                          crossings_.status[id] != geo::CrossingStatus::closed;
        return exposure_.trees[id] || gate;
    }

    /// Straight to the nearest open crossing.
    double straight_to_crossing(CommuneId id) const
    {
        double nearest = geo::infinite;
        for (auto const crossing : crossings_.id.ids()) {
            if (is_open(crossing)) {
                nearest = std::min(nearest,
                                   geo::distance(communes_.centre[id], *crossings_.at[crossing]));
            }
        }
        return nearest;
    }

    /// " (75 km, 12 straight)". Nothing where an informal crossing is on the network: three communes and their
    /// distances to it tell its place.
    std::string in_figures(std::string const& figures) const
    {
        auto const secret = [this](CrossingId id) {
            return exposure_.trees[id] && crossings_.informal(id);
        };
        return std::ranges::any_of(crossings_.id.ids(), secret) ? "" : " (" + figures + ")";
    }

    void look_at_ways_to_crossings()
    {
        Named named;
        for (auto const id : communes_.code.ids()) {
            auto const first = nearest_of(exposure_.to_crossing[id]);
            if (!first) {
                continue;
            }
            auto const& anchor = *anchors_.communes[id];
            double metres =
                anchor.metres + anchors_.crossings[static_cast<CrossingId>(*first)]->metres;
            for (auto const arc :
                 graph_.path(*exposure_.trees[static_cast<CrossingId>(*first)], anchor.junction)) {
                metres += network_.pieces[graph_.arcs()[arc].piece].metres;
            }
            double const straight = straight_to_crossing(id);
            if (metres > detour_doubted * std::max(straight, shortest_line_m)) {
                doubts_.hours[id] = 1;
                named.add(communes_.label(id) +
                          in_figures(geo::fixed(metres / 1000.0, 0) + " km, " +
                                     geo::fixed(straight / 1000.0, 0) + " straight"));
            }
        }
        say("long-way-to-crossing", "communes", named,
            "communes have a way to a crossing more than four times as long as the straight line "
            "to the "
            "nearest; their hours are not told and not used",
            "the roads there are missing or broken, or a gate next door is off the network: look "
            "at the "
            "layer repairs around them");
    }

    /// An island that is tied to a way on another shore: nobody walks there.
    void look_at_islands()
    {
        bool const map =
            std::ranges::any_of(beside_, [](auto const& near) { return !near.empty(); });
        Named named;
        for (auto const id : communes_.code.ids()) {
            auto const& anchor = anchors_.communes[id];
            if (map && anchor && anchor->metres > 0.0 && beside_[id].empty() &&
                communes_.has_shape(id) && std::isfinite(hours_of(id)) &&
                !geo::contains(communes_.shape[id], network_.junctions[anchor->junction])) {
                doubts_.hours[id] = 1;
                named.add(communes_.label(id));
            }
        }
        say("island-without-way", "communes", named,
            "communes touch no other and have no way of their own, and are tied to one elsewhere, "
            "over "
            "the water perhaps; their hours are not told and not used",
            "add the ferry, the bridge or the roads of the island");
    }

    void look_at_ways_to_neighbours()
    {
        Named alone;
        AroundByRoad around{network_, graph_};
        for (auto const id : communes_.code.ids()) {
            job_.at(static_cast<double>(index_of(id)) / static_cast<double>(communes_.size()));
            auto const& from = anchors_.communes[id];
            if (!from) {
                continue;
            }
            double widest = 0.0;
            for (auto const other : beside_[id]) {
                widest = std::max(widest, allowed_m(id, other));
            }
            auto const& metres = around.from(from->junction, widest);
            std::size_t tied = 0;
            std::size_t far = 0;
            for (auto const other : beside_[id]) {
                auto const& to = anchors_.communes[other];
                if (!to) {
                    continue;
                }
                ++tied;
                double const way = from->metres + metres[index_of(to->junction)] + to->metres;
                if (way > allowed_m(id, other)) {
                    ++far;
                    if (id < other) {
                        missing_.push_back({id, other});
                    }
                }
            }
            if (tied > 0 && far == tied) {
                doubts_.hours[id] = 1;
                alone.add(communes_.label(id));
            }
        }
        say("far-from-neighbours", "communes", alone,
            "communes are that far by road from every neighbour; their hours are not told and not "
            "used",
            "add the local roads around them, or look at the layer repairs");
    }

    double allowed_m(CommuneId one, CommuneId other) const
    {
        return detour_doubted * std::max(shortest_line_m, geo::distance(communes_.centre[one],
                                                                        communes_.centre[other]));
    }

    double hours_of(CommuneId id) const
    {
        auto const first = nearest_of(exposure_.to_crossing[id]);
        return first ? exposure_.to_crossing[id][*first] : geo::infinite;
    }

    /// A commune whose hours are far from those of all around it, though the border is not.
    void look_at_hours()
    {
        Named named;
        for (auto const id : communes_.code.ids()) {
            double const own = hours_of(id);
            double least = geo::infinite;
            double most = 0.0;
            double nearest_straight = geo::infinite;
            std::size_t known = 0;
            for (auto const other : beside_[id]) {
                double const theirs = hours_of(other);
                if (std::isfinite(theirs)) {
                    ++known;
                    least = std::min(least, theirs);
                    most = std::max(most, theirs);
                    nearest_straight = std::min(nearest_straight, straight_to_crossing(other));
                }
            }
            if (!std::isfinite(own) || known < 2) {  // of two, nobody knows which is odd
                continue;
            }
            double const straight = straight_to_crossing(id);
            bool const more = own > factor_doubted * most && own > most + hours_apart &&
                              straight < 2.0 * nearest_straight;
            bool const less = factor_doubted * own < least && own + hours_apart < least &&
                              2.0 * straight > nearest_straight;
            if (more || less) {
                doubts_.hours[id] = 1;
                named.add(communes_.label(id) +
                          in_figures(geo::fixed(own, 1) + " h, neighbours " + geo::fixed(least, 1) +
                                     " to " + geo::fixed(most, 1)));
            }
        }
        say("hours-unlike-neighbours", "communes", named,
            "communes have three times the hours to a crossing of all their neighbours, or a "
            "third; their "
            "hours are not told and not used",
            "look at the roads there, and at the layer repairs");
    }

    /// Hours that would be far fewer over roads that seem to be missing.
    void look_at_missing_roads()
    {
        auto const with =
            hours_with_roads(missing_, network_, graph_, anchors_, exposure_, crossings_, travel_);
        Named named;
        std::vector<std::size_t> needed(missing_.size(), 0);
        for (auto const id : communes_.code.ids()) {
            auto const first = nearest_of(exposure_.to_crossing[id]);
            if (!first || !with[id] || !with[id]->road) {
                continue;
            }
            double const own = exposure_.to_crossing[id][*first];
            if (own > with[id]->hours + hours_saved) {
                doubts_.hours[id] = 1;
                ++needed[*with[id]->road];
                named.add(communes_.label(id) + in_figures(geo::fixed(own, 1) + " h, with it " +
                                                           geo::fixed(with[id]->hours, 1)));
            }
        }
        say("road-missing", "communes", named,
            "communes would have far fewer hours to a crossing if a road led straight to a "
            "neighbour; their hours are not told and not used. It seems to be missing between " +
                most_needed(needed),
            "add the road there, or close the gap in it (layer repairs)");
        note_ways_round(needed);
    }

    /// Pairs that are far round, but on whose road no hours to a crossing depend: a ridge, or a river.
    void note_ways_round(std::vector<std::size_t> const& needed)
    {
        Named named;
        for (std::size_t road = 0; road < missing_.size(); ++road) {
            if (needed[road] == 0) {
                named.add(communes_.label(missing_[road].one) + " and " +
                          communes_.label(missing_[road].other));
            }
        }
        if (named.count() > 0) {
            doubts_.findings.push_back(
                {.severity = geo::Severity::note,
                 .rule = "long-way-round",
                 .layer = "communes",
                 .feature = named.names(),
                 .message = std::to_string(named.count()) +
                            " pairs of neighbouring communes have more than four times the "
                            "straight line between them by road; a road there would take no more "
                            "than half an hour off the way of any commune to a crossing, so no "
                            "hours are doubted for it",
                 .action =
                     "look whether a road between them is missing, or broken (layer repairs)"});
        }
    }

    std::string most_needed(std::vector<std::size_t> const& needed) const
    {
        std::vector<std::size_t> roads;
        for (std::size_t road = 0; road < needed.size(); ++road) {
            if (needed[road] > 0) {
                roads.push_back(road);
            }
        }
        std::ranges::stable_sort(roads, std::greater<>{},
                                 [&](std::size_t road) { return needed[road]; });
        Named named;
        for (auto const road : roads) {
            named.add(communes_.label(missing_[road].one) + " and " +
                      communes_.label(missing_[road].other) + " (" + std::to_string(needed[road]) +
                      " communes)");
        }
        return named.names();
    }

    network::Network const& network_;
    RouteGraph const& graph_;
    Anchors const& anchors_;
    Exposure const& exposure_;
    geo::Communes const& communes_;
    geo::Crossings const& crossings_;
    geo::Markets const& markets_;
    geo::PerCommune<std::vector<CommuneId>> const& beside_;
    travel::TravelModel const& travel_;
    geo::Job const& job_;
    std::vector<MissingRoad> missing_;
    Doubts doubts_;
};

}  // namespace

Doubts doubts_of(network::Network const& network, RouteGraph const& graph, Anchors const& anchors,
                 Exposure const& exposure, geo::Communes const& communes,
                 geo::Crossings const& crossings, geo::Markets const& markets,
                 geo::PerCommune<std::vector<geo::CommuneId>> const& beside,
                 travel::TravelModel const& travel, geo::Job const& job)
{
    return Inspection{network,   graph,   anchors, exposure, communes,
                      crossings, markets, beside,  travel,   job}
        .run();
}

}  // namespace marchland::analysis::routes
