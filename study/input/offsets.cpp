#include "study/input/offsets.hpp"

#include "geo/gate/shown.hpp"
#include "geo/shapes/chinese_offset.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>

namespace marchland::study {
namespace {

constexpr std::size_t fewest_places = 4;
constexpr std::size_t most_places = 40;  ///< are enough to tell
constexpr double far_off_m = 150.0;      ///< the shift is 300 to 700 m
constexpr double much_nearer = 3.0;

double metres_to_roads(geo::Ways const& ways, geo::Point at)
{
    double nearest = geo::infinite;
    for (auto const& line : ways.line) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            nearest = std::min(nearest, geo::foot_on_segment(at, line[i - 1], line[i]).distance);
        }
    }
    return nearest;
}

/// Half of the places lie nearer to a road. \pre not empty
double middle_distance(geo::Ways const& ways, std::vector<geo::Point> const& places)
{
    std::vector<double> metres;
    for (auto const& place : places) {
        metres.push_back(metres_to_roads(ways, place));
    }
    auto const middle = metres.begin() + static_cast<std::ptrdiff_t>(metres.size() / 2);
    std::ranges::nth_element(metres, middle);
    return *middle;
}

template <class Layer>
std::vector<geo::Point> places_of(Layer const& layer)
{
    std::vector<geo::Point> places;
    for (auto const& at : layer.at) {
        if (at && places.size() < most_places) {
            places.push_back(*at);
        }
    }
    return places;
}

void recognise(std::string const& name, geo::LayerSource const& source,
               std::vector<geo::Point> const& places, Region& region)
{
    if (places.size() < fewest_places) {
        return;
    }
    double const now = middle_distance(region.ways, places);
    if (!(now > far_off_m)) {
        return;
    }
    geo::Transform const to_degrees{region.communes.crs, geo::Crs::wgs84()};
    geo::Transform const from_degrees{geo::Crs::wgs84(), region.communes.crs};
    for (auto const offset : {geo::ChineseOffset::gcj02, geo::ChineseOffset::bd09}) {
        std::vector<geo::Point> undone;
        for (auto const& place : places) {
            undone.push_back(from_degrees(geo::unshifted(to_degrees(place), offset)));
        }
        double const then = middle_distance(region.ways, undone);
        if (then * much_nearer < now) {
            region.findings.push_back(
                {.severity = geo::Severity::warning,
                 .rule = "chinese-offset",
                 .file = geo::shown_source(source.source),
                 .layer = name,
                 .message = "half of the places lie more than " + geo::fixed(now, 0) +
                            " m from every road, and " + geo::fixed(then, 0) +
                            " m if the shift of " + std::string{name_of(offset)} +
                            " is undone: they seem to come from a map published in China",
                 .action = "if that is so, write source_crs = \"" + std::string{name_of(offset)} +
                           "\" in [" + name + "] of study.toml"});
            return;
        }
    }
}

}  // namespace

void recognise_offsets(StudyFile const& study, Region& region)
{
    if (region.ways.size() == 0) {
        return;
    }
    if (auto const* const source = study.layer("crossings")) {
        recognise("crossings", *source, places_of(region.crossings), region);
    }
    if (auto const* const source = study.layer("markets")) {
        recognise("markets", *source, places_of(region.markets), region);
    }
}

}  // namespace marchland::study
