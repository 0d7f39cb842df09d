#include "study/input/named_places.hpp"

#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <ranges>

namespace marchland::study {
namespace {

std::vector<geo::NamedPlace> places_of(Region const& region, std::vector<PlaceKind> const& kinds)
{
    std::vector<geo::NamedPlace> places;
    auto const add = [&places](auto const& layer, char const* kind) {
        for (auto const id : layer.id.ids()) {
            places.push_back({.id = layer.id[id], .name = layer.name[id], .kind = kind});
        }
    };
    for (auto const kind : kinds) {
        if (kind == PlaceKind::crossing) {
            add(region.crossings, "crossing");
        } else if (kind == PlaceKind::market) {
            add(region.markets, "market");
        } else {
            std::ranges::copy(region.communes.names.places(), std::back_inserter(places));
        }
    }
    return places;
}

std::string listed(std::vector<geo::NamedPlace> const& places)
{
    std::string list;
    for (auto const& place : places) {
        list += (list.empty() ? "" : "; ") + place.label();
    }
    return list;
}

}  // namespace

NamedPlaces::NamedPlaces(Region const& region, std::vector<PlaceKind> const& kinds)
    : region_{region}, places_{places_of(region, kinds)}, names_{places_,
                                                                 region.communes.names.own_words()}
{
}

bool NamedPlaces::is_id(std::string const& text) const
{
    return std::ranges::any_of(places_, [&](geo::NamedPlace const& place) {
        return place.vintage.empty() && place.id == text;
    });
}

/// Places called so; of former communes what they became, each once.
std::vector<geo::NamedPlace> NamedPlaces::called(std::string const& wanted) const
{
    auto const& communes = region_.communes;
    std::vector<geo::NamedPlace> found;
    auto const add = [&found](geo::NamedPlace const& place) {
        if (std::ranges::find(found, place.id, &geo::NamedPlace::id) == found.end()) {
            found.push_back(place);
        }
    };
    for (auto const& place : names_.called(wanted)) {
        if (place.vintage.empty()) {
            add(place);
            continue;
        }
        for (auto const& part :
             communes.former.successors(place.id, place.vintage, communes.vintage)) {
            if (auto const id = communes.find(part.code)) {
                add({.id = part.code,
                     .name = communes.name[*id] + ", which took in the former " + place.name,
                     .district = place.district,
                     .province = place.province,
                     .kind = "former"});
            }
        }
    }
    return found;
}

std::optional<std::string> NamedPlaces::id_of(std::string const& wanted, std::string const& option,
                                              geo::Findings& findings) const
{
    if (is_id(wanted)) {
        return wanted;
    }
    auto found = called(wanted);
    std::vector<geo::NamedPlace> others;
    if (std::ranges::count(found, "commune", &geo::NamedPlace::kind) == 1) {
        auto const [from, to] = std::ranges::stable_partition(
            found, [](geo::NamedPlace const& place) { return place.kind == "commune"; });
        others.assign(from, to);
        found.resize(1);
    }
    if (found.empty()) {
        return std::nullopt;
    }
    if (found.size() > 1) {
        throw geo::Error{geo::Trouble::usage,
                         option + " \"" + wanted +
                             "\": several are called so, give the code of one: " + listed(found)};
    }
    findings.push_back({.severity = geo::Severity::warning,
                        .rule = "name-taken",
                        .layer = "question",
                        .feature = option,
                        .message = "\"" + wanted + "\" is taken for " + found.front().label() +
                                   (others.empty() ? "" : "; also called so: " + listed(others)),
                        .action = "give the code or id where another is meant"});
    return found.front().id;
}

}  // namespace marchland::study
