#include "analysis/border/crossing_candidates.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace marchland::analysis::border {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::Point;
using geo::Severity;

constexpr std::size_t examples_told = 5;
constexpr double look_along_border_every_m =
    100.0;  ///< along the border, for the communes that it runs through
/// ends of border lines that meet, and gates on the edge of a commune
constexpr double one_place_m = 1.0;

/// Things of one kind: the official ones by name, the informal ones as a number.
class Told {
public:
    void add(bool informal, std::string const& name)
    {
        ++count_;
        if (informal) {
            ++hidden_;
        } else {
            names_.insert(name);
        }
    }
    std::size_t count() const { return count_; }
    std::string names() const
    {
        std::string list;
        std::size_t told = 0;
        for (auto const& name : names_) {
            if (told++ == examples_told) {
                list += ", ...";
                break;
            }
            list += (list.empty() ? "" : ", ") + name;
        }
        return list;
    }
    /// " (1 of them informal)", or nothing.
    std::string hidden() const
    {
        return hidden_ == 0 ? "" : " (" + std::to_string(hidden_) + " of them informal)";
    }

private:
    std::size_t count_ = 0;
    std::size_t hidden_ = 0;
    std::set<std::string> names_;
};

geo::Finding finding(Severity severity, char const* rule, char const* layer, std::string feature,
                     std::string message, std::string action)
{
    return {.severity = severity,
            .rule = rule,
            .layer = layer,
            .feature = std::move(feature),
            .message = std::move(message),
            .action = std::move(action)};
}

std::string label(CrossingId id, geo::Crossings const& crossings)
{
    auto const& name = crossings.name[id];
    return crossings.id[id] + (name.empty() || name == crossings.id[id] ? "" : " " + name);
}

std::string metres(double m)
{
    return geo::fixed(m, 0) + " m";
}

void say_unregistered(CrossingCandidates const& found, geo::Ways const& ways,
                      geo::Crossings const& crossings, geo::Findings& findings)
{
    Told missing;
    for (auto const& candidate : found.candidates) {
        if (!candidate.crossing) {
            std::string joined;
            for (auto const way : candidate.ways) {
                joined += (joined.empty() ? "" : " + ") + ways.id[way];
            }
            missing.add(is_informal(candidate, ways, crossings), joined);
        }
    }
    if (missing.count() > 0) {
        findings.push_back(finding(
            Severity::note, "candidate-not-registered", "crossings", missing.names(),
            "roads or paths reach the border at " + std::to_string(found.candidates.size()) +
                " places; at " + std::to_string(missing.count()) + " of them" + missing.hidden() +
                " no registered crossing lies within " + metres(found.options.tolerance_m) +
                " or its accuracy",
            "look at the layer crossing_candidates; add those that people cross at, or "
            "correct the places "
            "of the register"));
    }
}

void say_off_ways(CrossingCandidates const& found, geo::Crossings const& crossings,
                  geo::Findings& findings)
{
    Told none;
    Told one_side;
    std::size_t beyond = 0;
    for (auto const id : crossings.at.ids()) {
        auto const& site = found.sites[id];
        beyond += site.way_beyond ? 1U : 0U;
        if (crossings.at[id] && !site.way_here) {
            none.add(crossings.informal(id), label(id, crossings));
        } else if (crossings.at[id] && !site.way_beyond) {
            one_side.add(crossings.informal(id), label(id, crossings));
        }
    }
    auto const within = " within " + metres(found.options.tolerance_m) + " or their accuracy";
    if (none.count() > 0) {
        findings.push_back(finding(Severity::warning, "crossing-without-way", "crossings",
                                   none.names(),
                                   std::to_string(none.count()) + none.hidden() +
                                       " crossings have no way on this side" + within,
                                   "add the way to them, or correct their coordinates"));
    }
    // Most studies have no ways of the other country at all: then nothing is missing at one
    // crossing.
    if (one_side.count() > 0 && beyond > 0) {
        findings.push_back(
            finding(Severity::note, "crossing-one-side", "crossings", one_side.names(),
                    std::to_string(one_side.count()) + one_side.hidden() +
                        " crossings have a way on this side and none on the other" + within,
                    "add the ways of the other side if they are known"));
    }
}

void say_outside(CrossingCandidates const& found, geo::Crossings const& crossings,
                 geo::Communes const& communes, geo::Findings& findings)
{
    Told outside;
    double farthest = 0.0;
    for (auto const id : crossings.at.ids()) {
        auto const& site = found.sites[id];
        if (crossings.at[id] && site.commune && site.outside_m >= one_place_m) {
            outside.add(crossings.informal(id), label(id, crossings) + " (" +
                                                    metres(site.outside_m) + " from " +
                                                    communes.label(*site.commune) + ")");
            farthest = std::max(farthest, site.outside_m);
        }
    }
    if (outside.count() > 0) {
        findings.push_back(finding(
            Severity::note, "crossing-outside-commune", "crossings", outside.names(),
            std::to_string(outside.count()) + outside.hidden() +
                " crossings lie outside of every commune, up to " + metres(farthest) +
                "; they are kept and belong to the nearest",
            farthest > found.options.tolerance_m ? "check the coordinates of the farthest" : ""));
    }
}

void say_twins(CrossingCandidates const& found, geo::Crossings const& crossings,
               geo::Findings& findings)
{
    std::size_t informal = 0;
    for (auto const& [one, other, apart] : found.twins) {
        if (crossings.informal(one) && crossings.informal(other)) {
            ++informal;
            continue;
        }
        findings.push_back(finding(
            Severity::warning, "crossing-twice", "crossings",
            label(one, crossings) + "; " + label(other, crossings),
            "the two lie " + metres(apart) + " apart and may be one crossing; nothing was merged",
            "keep one of the rows if they are one: else flows are shared between them"));
    }
    if (informal > 0) {
        findings.push_back(finding(Severity::warning, "crossing-twice", "crossings", "",
                                   std::to_string(informal) +
                                       " pairs of informal crossings lie so near that they may "
                                       "be one; nothing was merged",
                                   "keep one row of each that is one"));
    }
}

/// The ends of border lines that meet no other end.
std::vector<Point> loose_ends(geo::MultiLine const& border)
{
    std::vector<Point> ends;
    for (auto const& line : border) {
        if (!line.empty()) {
            ends.push_back(line.front());
            ends.push_back(line.back());
        }
    }
    std::vector<Point> loose;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        bool meets = false;
        for (std::size_t k = 0; k < ends.size() && !meets; ++k) {
            meets = k != i && geo::distance(ends[i], ends[k]) <= one_place_m;
        }
        if (!meets) {
            loose.push_back(ends[i]);
        }
    }
    return loose;
}

void say_open(geo::MultiLine const& border, geo::Findings& findings)
{
    auto const loose = loose_ends(border);
    if (loose.size() <= 2) {
        return;  // closed, or one line that begins and ends at the edge of the study
    }
    double narrowest = geo::infinite;
    for (std::size_t i = 0; i < loose.size(); ++i) {
        for (std::size_t k = i + 1; k < loose.size(); ++k) {
            narrowest = std::min(narrowest, geo::distance(loose[i], loose[k]));
        }
    }
    findings.push_back(finding(Severity::note, "border-open", "border", "",
                               "the border does not close: " + std::to_string(loose.size()) +
                                   " ends of its lines meet no other line, the nearest two are " +
                                   metres(narrowest) +
                                   " apart; ways that cross in a gap are not found",
                               "join the lines of the border"));
}

/// Whether a point inside an area is farther than `depth` from its border.
bool is_deep(geo::Area const& area, Point p, double depth)
{
    for (auto const& polygon : area) {
        for (auto const& ring : polygon) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                if (geo::foot_on_segment(p, ring[i - 1], ring[i]).distance <= depth) {
                    return false;
                }
            }
        }
    }
    return true;
}

/// Points of a line, none farther than look_along_border_every_m from the next.
template <class Visit>
void along(geo::Line const& line, Visit const& visit)
{
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto const& a = line[i - 1];
        auto const& b = line[i];
        auto const steps = static_cast<int>(geo::distance(a, b) / look_along_border_every_m) + 1;
        for (int k = 0; k < steps; ++k) {
            double const share = (k + 0.5) / steps;
            visit(Point{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
        }
    }
}

}  // namespace

geo::Findings border_findings(geo::MultiLine const& border, geo::Communes const& communes,
                              geo::Boundaries const& boundaries, CandidateOptions const& options,
                              geo::Job const& job)
{
    geo::Findings findings;
    say_open(border, findings);
    geo::PerCommune<std::uint8_t> crossed{communes.size()};
    for (std::size_t i = 0; i < border.size(); ++i) {
        job.at(static_cast<double>(i) / static_cast<double>(border.size()));
        along(border[i], [&](Point p) {
            auto const id = boundaries.at(p);
            if (id && crossed[*id] == 0 && is_deep(communes.shape[*id], p, options.tolerance_m)) {
                crossed[*id] = 1;
            }
        });
    }
    Told through;
    for (auto const id : crossed.ids()) {
        if (crossed[id] != 0) {
            through.add(false, communes.label(id));
        }
    }
    if (through.count() > 0) {
        findings.push_back(
            finding(Severity::note, "border-through-communes", "border", through.names(),
                    "the border runs through " + std::to_string(through.count()) +
                        " communes, more than " + metres(options.tolerance_m) +
                        " inside; border and communes are drawn from different sources",
                    "use a border that follows the outer edge of the communes"));
    }
    return findings;
}

geo::Findings candidate_findings(CrossingCandidates const& found, geo::Ways const& ways,
                                 geo::Crossings const& crossings, geo::Communes const& communes)
{
    geo::Findings findings;
    say_unregistered(found, ways, crossings, findings);
    if (ways.size() > 0) {
        say_off_ways(found, crossings, findings);
    }
    say_outside(found, crossings, communes, findings);
    say_twins(found, crossings, findings);
    return findings;
}

}  // namespace marchland::analysis::border
