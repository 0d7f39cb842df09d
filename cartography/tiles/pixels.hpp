/// \file pixels.hpp
/// Id cells to colours: the cheap step, done again whenever classes, measure or language change.
#pragma once

#include "cartography/themes/theme.hpp"
#include "cartography/tiles/id_grid.hpp"

#include <QImage>

namespace marchland::cartography {

struct OutlineLook {
    QRgb colour = 0;
    double strength = 0.0;  ///< 0 = none, 1 = full
};

/// How strong outlines are where the median commune is so many points across: none below 10, so
/// that lines do not hide the colours, full from 30.
double outline_strength(double median_points);

/// \param grid   one cell more to the right and below than the picture has pixels: these are the
///               neighbours that tell where an outline runs.
/// \param scale  device pixels per point: stripes and outlines keep their width on fine screens.
/// \return  premultiplied ARGB; clear where there is no commune.
QImage coloured(IdGrid const& grid, Lut const& lut, OutlineLook const& outline, double scale = 1.0);

}  // namespace marchland::cartography
