#include "analysis/scan/windows.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <cmath>
#include <numbers>
#include <string>
#include <utility>

namespace marchland::analysis::scan {
namespace {

using geo::CommuneId;
using geo::Error;
using geo::Trouble;

void check_places(geo::PerCommune<geo::Point> const& places)
{
    for (auto const id : places.ids()) {
        if (!std::isfinite(places[id].x) || !std::isfinite(places[id].y)) {
            throw Error{Trouble::usage,
                        "the place of commune number " + std::to_string(geo::index_of(id) + 1) +
                            " is not a pair of numbers: a scan needs every commune's place"};
        }
    }
}

void check(EllipseOptions const& options)
{
    if (options.shapes.empty() || options.shapes.size() != options.angles.size()) {
        throw Error{Trouble::usage,
                    "ellipses need at least one shape and as many numbers of angles as shapes"};
    }
    for (std::size_t i = 0; i < options.shapes.size(); ++i) {
        double const shape = options.shapes[i];
        if (!(shape >= 1.0 && shape <= 100.0) || options.angles[i] < 1 || options.angles[i] > 360) {
            throw Error{Trouble::usage, "an ellipse has a shape of 1 to 100 and 1 to 360 angles"};
        }
    }
    if (!(options.non_compactness >= 0.0 && options.non_compactness <= 10.0)) {
        throw Error{Trouble::usage, "the non-compactness penalty is a number from 0 to 10"};
    }
}

/// Distance in a plane turned so that the long axis lies east, and stretched across it.
void elliptic_distances(std::vector<geo::Point> const& places, WindowRow const& row,
                        std::span<double> distance)
{
    auto const centre = places[geo::index_of(row.centre)];
    double const along_x = std::cos(row.angle);
    double const along_y = std::sin(row.angle);
    for (std::size_t i = 0; i < places.size(); ++i) {
        double const dx = places[i].x - centre.x;
        double const dy = places[i].y - centre.y;
        double const along = dx * along_x + dy * along_y;
        double const across = row.shape * (dy * along_x - dx * along_y);
        distance[i] = std::sqrt(along * along + across * across);
    }
}

}  // namespace

WindowFamily circular_windows(geo::PerCommune<geo::Point> const& places)
{
    return elliptic_windows(places, {.shapes = {1.0}, .angles = {1}});
}

WindowFamily elliptic_windows(geo::PerCommune<geo::Point> const& places,
                              EllipseOptions const& options)
{
    check_places(places);
    check(options);
    WindowFamily family;
    family.communes = places.size();
    for (std::size_t s = 0; s < options.shapes.size(); ++s) {
        double const shape = options.shapes[s];
        double const penalty =
            std::pow(4.0 * shape / ((shape + 1.0) * (shape + 1.0)), options.non_compactness);
        int const angles = shape == 1.0 ? 1 : options.angles[s];
        for (int a = 0; a < angles; ++a) {
            for (auto const centre : places.ids()) {
                family.rows.push_back({centre, shape, std::numbers::pi * a / angles, penalty});
            }
        }
    }
    family.distances = [places = std::vector<geo::Point>{places.begin(), places.end()},
                        rows = family.rows](std::size_t row, std::span<double> distance) {
        elliptic_distances(places, rows[row], distance);
    };
    return family;
}

WindowFamily travel_windows(std::size_t communes,
                            std::function<void(CommuneId, std::span<double>)> hours)
{
    WindowFamily family;
    family.communes = communes;
    family.measure = WindowMeasure::hours;
    for (std::size_t i = 0; i < communes; ++i) {
        family.rows.push_back({.centre = static_cast<CommuneId>(i)});
    }
    family.distances = [hours = std::move(hours)](std::size_t row, std::span<double> distance) {
        hours(static_cast<CommuneId>(row), distance);
    };
    return family;
}

WindowFamily border_windows(geo::PerCommune<std::optional<geo::Metres>> const& along)
{
    constexpr double never = geo::infinite;
    WindowFamily family;
    family.communes = along.size();
    std::vector<double> places;
    for (auto const id : along.ids()) {
        if (along[id] && !std::isfinite(along[id]->value)) {
            throw Error{Trouble::usage, "the place along the border of commune number " +
                                            std::to_string(geo::index_of(id) + 1) +
                                            " is not a number"};
        }
        places.push_back(along[id] ? along[id]->value : never);
        if (along[id]) {
            family.rows.push_back({.centre = id});
        }
    }
    family.distances = [places = std::move(places),
                        rows = family.rows](std::size_t row, std::span<double> distance) {
        double const centre = places[geo::index_of(rows[row].centre)];
        for (std::size_t i = 0; i < places.size(); ++i) {
            distance[i] = std::abs(places[i] - centre);
        }
    };
    return family;
}

}  // namespace marchland::analysis::scan
