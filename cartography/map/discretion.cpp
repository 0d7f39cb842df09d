#include "cartography/map/discretion.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::cartography {

using results::CrossingRow;

namespace {

bool is_known_otherwise(results::Results const& results, std::string const& name)
{
    return std::ranges::any_of(results.communes,
                               [&](auto const& row) { return row.name == name; }) ||
           std::ranges::any_of(results.crossings, [&](auto const& row) {
               return is_official(row) && row.name == name;
           });
}

}  // namespace

bool is_official(results::CrossingRow const& crossing)
{
    return !crossing.informal && crossing.klass != results::CrossingClass::informal;
}

Discretion::Discretion(results::Results const& results) : results_{results}
{
    for (auto const& crossing : results.crossings) {
        if (is_official(crossing)) {
            continue;
        }
        informal_.push_back(crossing.id);
        if (!is_known_otherwise(results, crossing.name)) {
            informal_.push_back(crossing.name);
        }
    }
    std::erase(informal_, std::string{});
    std::ranges::sort(informal_, [](auto const& a, auto const& b) { return a.size() > b.size(); });
}

results::CrossingRow const* Discretion::official(std::string const& id) const
{
    auto const found = std::ranges::find(results_.crossings, id, &results::CrossingRow::id);
    return found != results_.crossings.end() && is_official(*found) ? &*found : nullptr;
}

bool Discretion::is_informal(std::string const& id) const
{
    auto const found = std::ranges::find(results_.crossings, id, &results::CrossingRow::id);
    return found != results_.crossings.end() && !is_official(*found);
}

double Discretion::hours_to_crossing(results::CommuneRow const& commune) const
{
    double least = geo::infinite;
    for (auto const& corridor : results_.corridors) {
        if (corridor.from_code == commune.code && corridor.hours < least && may_draw(corridor)) {
            least = corridor.hours;
        }
    }
    if (std::isfinite(least)) {
        return least;
    }
    return official(commune.nearest_crossing) != nullptr && results_.corridors.empty()
               ? commune.hours_to_crossing
               : geo::unknown;
}

bool Discretion::may_draw(results::CorridorRow const& corridor) const
{
    return corridor.informal_share == 0.0 && official(corridor.crossing) != nullptr;
}

bool Discretion::may_draw(results::WayRow const& way) const
{
    return way.kind == results::WayKind::road;
}

bool Discretion::names_informal(std::string const& text) const
{
    return std::ranges::any_of(
        informal_, [&](auto const& name) { return text.find(name) != std::string::npos; });
}

bool Discretion::may_say(geo::Finding const& finding) const
{
    if (finding.layer == "paths" || names_informal(finding.feature) ||
        names_informal(finding.message) || names_informal(finding.action)) {
        return false;
    }
    if (finding.layer != "crossings" || finding.feature.empty()) {
        return true;
    }
    // A row number may be that of an informal crossing, and its message may hold a coordinate.
    return std::ranges::any_of(results_.crossings, [&](auto const& row) {
        return is_official(row) && !row.id.empty() &&
               finding.feature.find(row.id) != std::string::npos;
    });
}

std::string Discretion::said(std::string text, std::string const& instead) const
{
    for (auto const& name : informal_) {
        for (auto at = text.find(name); at != std::string::npos;
             at = text.find(name, at + instead.size())) {
            text.replace(at, name.size(), instead);
        }
    }
    return text;
}

}  // namespace marchland::cartography
