/// \file map_picture.hpp
/// The whole map on one sheet: colours with their uncertainty, marks, legend, scale, banners.
#pragma once

#include "cartography/disclosure/shown.hpp"
#include "cartography/map/scene.hpp"
#include "cartography/themes/theme.hpp"
#include "cartography/words/words.hpp"
#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/job.hpp"
#include "results/results.hpp"

#include <QByteArray>
#include <QImage>

#include <filesystem>

namespace marchland::cartography {

struct MapOptions {
    int width = 2000;  ///< pixels, at least 600; the height follows from the shape of the region
    Language language = Language::vietnamese;
    Measure measure = Measure::relative_risk;
    Layers layers;
    bool banners = true;  ///< only a report that carries the banners itself turns them off
};

/// Draws the map. The same arguments give the same pixels on one machine: no clock, no locale.
///
/// Needs a QGuiApplication (platform "offscreen" will do), for fonts.
/// \param boundaries  of the shapes of the communes, in their order and in metres.
/// \throws Error{usage}  the width is out of range, or boundaries are not those of the communes.
/// \throws Cancelled
QImage map_picture(Shown const& shown, geo::Boundaries const& boundaries,
                   MapOptions const& options = {}, geo::Job const& job = {});

/// The same over a scene that several maps of one result share: make_scene of these arguments.
QImage map_over(Scene const& scene, Shown const& shown, geo::Boundaries const& boundaries,
                MapOptions const& options, geo::Job const& job);

/// The picture as PNG, pressed a little less than it could be: a tenth larger in two thirds of the time.
QByteArray png_of(QImage const& picture);

/// Writes the map as PNG, to a temporary name beside and then renamed; replaces what is there.
/// \throws Error{failed}  the file cannot be written; nothing half is left.
void write_map_png(Shown const& shown, geo::Boundaries const& boundaries, MapOptions const& options,
                   std::filesystem::path const& path, geo::Job const& job = {});

/// The boundaries of the shapes that the results hold.
geo::Boundaries boundaries_of(results::Results const& results, geo::Job const& job = {});

}  // namespace marchland::cartography
