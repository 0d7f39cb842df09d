#include "analysis/border/crossing_candidates.hpp"

#include "analysis/network/segment_index.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

namespace marchland::analysis::border {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::Point;
using geo::WayId;

constexpr double same_place_m = 150.0;
constexpr double same_name_m = 1000.0;
/// a dead end this near the border stops there, it does not cross
constexpr double on_border_m = 0.02;
constexpr double beyond_m = 10.0;      ///< outside of the communes by more than careless drawing
constexpr double look_every_m = 20.0;  ///< along a way, for the side that it is on

/// One meeting of a way and the border.
struct Meeting {
    bool crosses = false;
    Point at;
    std::optional<WayId> way;
};

/// Lines as ways, for the index of segments.
geo::Ways bare_ways(geo::MultiLine const& lines)
{
    geo::Ways bare;
    for (auto const& line : lines) {
        bare.line.push_back(line);
    }
    return bare;
}

double cross(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Where ab crosses or touches cd; nothing where they are parallel.
std::optional<Point> meeting_of(Point a, Point b, Point c, Point d)
{
    double const of_c = cross(a, b, c);
    double const of_d = cross(a, b, d);
    double const of_a = cross(c, d, a);
    double const of_b = cross(c, d, b);
    bool const apart = (of_c > 0.0 && of_d > 0.0) || (of_c < 0.0 && of_d < 0.0) ||
                       (of_a > 0.0 && of_b > 0.0) || (of_a < 0.0 && of_b < 0.0) || of_a == of_b;
    if (apart) {
        return std::nullopt;
    }
    double const along = of_a / (of_a - of_b);
    return Point{a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)};
}

geo::Column<geo::JunctionId, std::uint32_t> degrees_of(network::Network const& network)
{
    geo::Column<geo::JunctionId, std::uint32_t> degree{network.junctions.size()};
    for (auto const& piece : network.pieces) {
        ++degree[piece.from];
        ++degree[piece.to];
    }
    return degree;
}

class Meetings {
public:
    Meetings(network::Network const& network, network::SegmentIndex const& border, double tolerance)
        : network_{network}, border_{border}, tolerance_{tolerance}, degree_{degrees_of(network)}
    {
    }

    std::vector<Meeting> find(geo::Job const& job)
    {
        for (std::size_t i = 0; i < network_.pieces.size(); ++i) {
            if (i % 1024 == 0) {
                job.at(static_cast<double>(i) / static_cast<double>(network_.pieces.size()));
            }
            add_crossings(network_.pieces[i]);
            add_end(network_.pieces[i], network_.pieces[i].from);
            add_end(network_.pieces[i], network_.pieces[i].to);
        }
        std::ranges::sort(found_, {}, [](Meeting const& one) {
            return std::tuple{!one.crosses, one.at.x, one.at.y, one.way};
        });
        return std::move(found_);
    }

private:
    bool stops_at(network::Piece const& piece, Point at) const
    {
        auto const is = [&](geo::JunctionId end) {
            return degree_[end] == 1 && geo::distance(network_.junctions[end], at) <= on_border_m;
        };
        return is(piece.from) || is(piece.to);
    }

    void add_crossings(network::Piece const& piece)
    {
        for (std::size_t i = 1; i < piece.line.size(); ++i) {
            auto const a = piece.line[i - 1];
            auto const b = piece.line[i];
            Point const middle{0.5 * (a.x + b.x), 0.5 * (a.y + b.y)};
            border_.each_near(middle, 0.5 * geo::distance(a, b) + on_border_m, [&](std::size_t s) {
                auto const at = meeting_of(a, b, border_.start(s), border_.end(s));
                if (at && !stops_at(piece, *at)) {
                    found_.push_back({true, *at, piece.way});
                }
            });
        }
    }

    void add_end(network::Piece const& piece, geo::JunctionId end)
    {
        if (degree_[end] != 1) {
            return;
        }
        auto const near =
            border_.nearest(network_.junctions[end], tolerance_, [](std::size_t) { return true; });
        if (near) {
            found_.push_back({false, near->foot.at, piece.way});
        }
    }

    network::Network const& network_;
    network::SegmentIndex const& border_;
    double tolerance_;
    geo::Column<geo::JunctionId, std::uint32_t> degree_;
    std::vector<Meeting> found_;
};

std::vector<CrossingCandidate> merged(std::vector<Meeting> const& meetings, double tolerance)
{
    std::vector<CrossingCandidate> candidates;
    for (auto const& meeting : meetings) {
        CrossingCandidate* nearest = nullptr;
        for (auto& candidate : candidates) {
            double const metres = geo::distance(candidate.at, meeting.at);
            if (metres <= tolerance &&
                (nearest == nullptr || metres < geo::distance(nearest->at, meeting.at))) {
                nearest = &candidate;
            }
        }
        if (nearest == nullptr) {
            nearest = &candidates.emplace_back(CrossingCandidate{.at = meeting.at});
        }
        nearest->crosses = nearest->crosses || meeting.crosses;
        if (meeting.way) {
            nearest->ways.push_back(*meeting.way);
        }
    }
    for (auto& candidate : candidates) {
        std::ranges::sort(candidate.ways);
        auto const again = std::ranges::unique(candidate.ways);
        candidate.ways.erase(again.begin(), again.end());
    }
    std::ranges::sort(candidates, {}, [](CrossingCandidate const& one) {
        return std::pair{one.at.x, one.at.y};
    });
    return candidates;
}

double reach_of(CrossingId id, geo::Crossings const& crossings, double tolerance)
{
    double const accuracy = crossings.accuracy_m[id];
    return std::isnan(accuracy) ? tolerance : std::max(tolerance, accuracy);
}

/// Both ways: each candidate its nearest crossing, each crossing its nearest candidate.
void match(CrossingCandidates& found, geo::Crossings const& crossings)
{
    for (auto const id : crossings.at.ids()) {
        if (!crossings.at[id]) {
            continue;
        }
        auto& site = found.sites[id];
        for (std::size_t i = 0; i < found.candidates.size(); ++i) {
            auto& candidate = found.candidates[i];
            double const metres = geo::distance(candidate.at, *crossings.at[id]);
            if (metres > reach_of(id, crossings, found.options.tolerance_m)) {
                continue;
            }
            if (!site.candidate ||
                metres < geo::distance(found.candidates[*site.candidate].at, *crossings.at[id])) {
                site.candidate = i;
            }
            if (!candidate.crossing || metres < candidate.metres) {
                candidate.crossing = id;
                candidate.metres = metres;
            }
        }
    }
}

double distance_to(geo::Area const& area, Point p)
{
    double nearest = geo::infinite;
    for (auto const& polygon : area) {
        for (auto const& ring : polygon) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                nearest = std::min(nearest, geo::foot_on_segment(p, ring[i - 1], ring[i]).distance);
            }
        }
    }
    return nearest;
}

/// Which commune a point is in or how far from one, asked many times.
class Ground {
public:
    Ground(geo::Communes const& communes, geo::Boundaries const& boundaries)
        : communes_{communes}, boundaries_{boundaries}
    {
        for (auto const& shape : communes.shape) {
            boxes_.push_back(geo::box_of(shape));
        }
    }

    /// Metres to the nearest commune; 0 inside of one.
    double outside_of(Point p) const
    {
        CrossingSite site;
        place(p, site);
        return site.outside_m;
    }

    void place(Point p, CrossingSite& site) const
    {
        site.commune = boundaries_.at(p);
        if (site.commune) {
            return;
        }
        site.outside_m = geo::infinite;
        for (auto const id : boxes_.ids()) {
            if (boxes_[id].empty() ||
                !boxes_[id].grown(site.outside_m).touches({p.x, p.y, p.x, p.y})) {
                continue;
            }
            double const metres = distance_to(communes_.shape[id], p);
            if (metres < site.outside_m) {
                site.commune = id;
                site.outside_m = metres;
            }
        }
    }

private:
    geo::Communes const& communes_;
    geo::Boundaries const& boundaries_;
    geo::PerCommune<geo::Box> boxes_;
};

/// On which sides there are ways within the reach of a crossing.
void look_at_sides(Point p, double reach, network::SegmentIndex const& ways, Ground const& ground,
                   CrossingSite& site)
{
    ways.each_near(p, reach, [&](std::size_t s) {
        if (site.way_here && site.way_beyond) {
            return;
        }
        auto const a = ways.start(s);
        auto const b = ways.end(s);
        auto const steps = static_cast<int>(geo::distance(a, b) / look_every_m) + 1;
        for (int i = 0; i <= steps; ++i) {
            double const along = static_cast<double>(i) / steps;
            Point const at{a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)};
            if (geo::distance(at, p) > reach) {
                continue;
            }
            double const outside = ground.outside_of(at);
            site.way_here = site.way_here || outside == 0.0;
            site.way_beyond = site.way_beyond || outside > beyond_m;
        }
    });
}

/// Without marks, case, signs and what gates are called in general; empty where the register has no
/// name.
std::string bare_name(CrossingId id, geo::Crossings const& crossings)
{
    auto name =
        crossings.name[id] == crossings.id[id] ? std::string{} : geo::folded(crossings.name[id]);
    for (std::string const word : {"cua khau", "loi thong quan", "loi mo", "quoc te", "quoc gia"}) {
        if (auto const at = name.find(word); at != std::string::npos) {
            name.erase(at, word.size());
        }
    }
    std::erase_if(name, [](unsigned char c) { return c < 128 && std::isalnum(c) == 0; });
    return name;
}

bool similar(std::string const& a, std::string const& b)
{
    constexpr std::size_t shortest_to_hold = 4;  // "na" is in many names
    bool const held = (a.size() >= shortest_to_hold && b.find(a) != std::string::npos) ||
                      (b.size() >= shortest_to_hold && a.find(b) != std::string::npos);
    return a.empty() || b.empty() || a == b || held || geo::letters_changed(a, b) <= 2;
}

std::vector<CrossingTwins> twins_in(geo::Crossings const& crossings)
{
    std::vector<CrossingTwins> twins;
    geo::Column<CrossingId, std::string> names;
    for (auto const id : crossings.id.ids()) {
        names.push_back(bare_name(id, crossings));
    }
    for (auto const one : crossings.id.ids()) {
        for (auto const other : crossings.id.ids()) {
            if (index_of(other) <= index_of(one) || !crossings.at[one] || !crossings.at[other]) {
                continue;
            }
            double const metres = geo::distance(*crossings.at[one], *crossings.at[other]);
            bool const one_name = !names[one].empty() && names[one] == names[other];
            if ((metres <= same_place_m && similar(names[one], names[other])) ||
                (metres <= same_name_m && one_name)) {
                twins.push_back({one, other, metres});
            }
        }
    }
    return twins;
}

}  // namespace

geo::WayClass best_class(CrossingCandidate const& candidate, geo::Ways const& ways)
{
    auto best = geo::WayClass::unknown;
    for (auto const way : candidate.ways) {
        best = std::min(best, ways.klass[way]);
    }
    return best;
}

bool is_informal(CrossingCandidate const& candidate, geo::Ways const& ways,
                 geo::Crossings const& crossings)
{
    auto const on_foot = [&](WayId way) {
        auto const klass = ways.klass[way];
        return ways.kind[way] == geo::WayKind::path || klass == geo::WayClass::track ||
               klass == geo::WayClass::path;
    };
    return std::ranges::all_of(candidate.ways, on_foot) ||
           (candidate.crossing && crossings.informal(*candidate.crossing));
}

CrossingCandidates find_candidates(network::Network const& network, geo::Ways const& ways,
                                   geo::MultiLine const& border, geo::Crossings const& crossings,
                                   geo::Communes const& communes, geo::Boundaries const& boundaries,
                                   CandidateOptions const& options, geo::Job const& job)
{
    if (!(options.tolerance_m > 0.0)) {
        throw geo::Error{geo::Trouble::usage, "the tolerance of crossings is " +
                                                  geo::told(options.tolerance_m) +
                                                  " m; expected more than 0"};
    }
    CrossingCandidates found{
        {}, geo::Column<CrossingId, CrossingSite>{crossings.size()}, twins_in(crossings), options};
    auto const lines = bare_ways(border);
    network::SegmentIndex const of_border{lines};
    found.candidates =
        merged(Meetings{network, of_border, options.tolerance_m}.find(job.part(0.0, 0.5)),
               options.tolerance_m);
    match(found, crossings);
    network::SegmentIndex const of_ways{ways};
    Ground const ground{communes, boundaries};
    for (auto const id : crossings.at.ids()) {
        job.at(0.5 +
               0.5 * static_cast<double>(index_of(id)) / static_cast<double>(crossings.size()));
        if (crossings.at[id]) {
            ground.place(*crossings.at[id], found.sites[id]);
            look_at_sides(*crossings.at[id], reach_of(id, crossings, options.tolerance_m), of_ways,
                          ground, found.sites[id]);
        }
    }
    job.at(1.0);
    return found;
}

}  // namespace marchland::analysis::border
