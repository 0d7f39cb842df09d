#include "study/questions/route_stops.hpp"

#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::study {
namespace {

using geo::CrossingId;
using geo::JunctionId;

/// a point farther from every junction is not on the network
constexpr double point_reach_m = 5000.0;
constexpr double point_far_m = 500.0;  ///< a point farther from it is told

}  // namespace

void refuse(std::string const& words)
{
    throw geo::Error{geo::Trouble::usage, words};
}

Stops::Stops(Region const& region, analysis::routes::Routes const& routes,
             analysis::travel::TravelModel const& travel)
    : region_{region}, routes_{routes}, travel_{travel},
      names_{region, {PlaceKind::commune, PlaceKind::crossing, PlaceKind::market}}
{
    for (auto const id : region.communes.code.ids()) {
        add(region.communes.code[id], routes.anchors.communes[id], {});
    }
    for (auto const id : region.crossings.id.ids()) {
        add(region.crossings.id[id], routes.anchors.crossings[id], id);
    }
    for (auto const id : region.markets.id.ids()) {
        add(region.markets.id[id], routes.anchors.markets[id], {});
    }
}

Stop Stops::named(std::string const& name, std::string const& option, geo::Findings& findings) const
{
    if (auto const point = point_in(name)) {
        return nearest(name, *point);
    }
    auto const found = known_.find(names_.id_of(name, option, findings).value_or(name));
    if (found == known_.end()) {
        std::vector<std::string> names;
        for (auto const& [one, stop] : known_) {
            names.push_back(one);
        }
        auto const near = geo::nearest_name(name, names);
        refuse(name + ": there is no commune, crossing or market of that code or name" +
               (near ? "; did you mean " + *near + "?" : "; a point is given as lon,lat"));
    }
    if (!found->second) {
        refuse(name + " lies farther from every way than it may, or its place is not known; see "
                      "marchland check");
    }
    return *found->second;
}

Stop Stops::start(std::string const& name, std::string const& option, geo::Findings& findings) const
{
    auto found = named(name, option, findings);
    if (found.crossing) {
        auto const& anchor = *routes_.anchors.crossings[*found.crossing];
        found.junction = anchor.leave.value_or(anchor.junction);
    }
    return found;
}

void Stops::add(std::string const& name, std::optional<analysis::network::Anchor> const& anchor,
                std::optional<CrossingId> crossing)
{
    known_[name] =
        anchor ? std::optional{stop(name, anchor->junction, anchor->metres)} : std::nullopt;
    if (anchor) {
        known_[name]->crossing = crossing;
    }
}

Stop Stops::stop(std::string const& name, JunctionId junction, double metres) const
{
    return {.name = name,
            .junction = junction,
            .access_hours = metres / 1000.0 / analysis::travel::access_speed_kmh(travel_),
            .access_metres = metres,
            .crossing = {}};
}

/// "106.7,21.9" in the working system.
std::optional<geo::Point> Stops::point_in(std::string const& name) const
{
    auto const comma = name.find(',');
    if (comma == std::string::npos) {
        return std::nullopt;
    }
    auto const lon = geo::number_in(name.substr(0, comma));
    auto const lat = geo::number_in(name.substr(comma + 1));
    if (!lon && !lat) {
        return std::nullopt;  // "Hồng Phong, Bình Gia"
    }
    if (!lon || !lat || std::abs(*lon) > 180.0 || std::abs(*lat) > 90.0) {
        refuse(name + ": expected lon,lat in degrees, e.g. 106.71,21.97");
    }
    return geo::Transform{geo::Crs::wgs84(), region_.communes.crs}(geo::Point{*lon, *lat});
}

Stop Stops::nearest(std::string const& name, geo::Point p) const
{
    double best = geo::infinite;
    JunctionId junction{};
    for (auto const id : routes_.network.junctions.ids()) {
        if (double const metres = geo::distance(routes_.network.junctions[id], p); metres < best) {
            best = metres;
            junction = id;
        }
    }
    if (!(best <= point_reach_m)) {
        refuse(name + ": no junction of the network within 5 km");
    }
    auto found = stop(name, junction, best);
    found.point = true;
    return found;
}

void say_far_point(Stop const& stop, geo::Findings& findings)
{
    geo::Finding finding{.severity = geo::Severity::warning,
                         .rule = "point-off-network",
                         .layer = "routes",
                         .feature = stop.name,
                         .message =
                             "the nearest junction is " + geo::fixed(stop.access_metres, 0) +
                             " m away: the hours have the straight way there, the km do not"};
    auto const same = [&finding](geo::Finding const& one) {
        return one.rule == finding.rule && one.feature == finding.feature;
    };
    if (stop.point && stop.access_metres > point_far_m && std::ranges::none_of(findings, same)) {
        findings.push_back(std::move(finding));
    }
}

}  // namespace marchland::study
