#include "cartography/tiles/pixels.hpp"

#include "cartography/themes/palette.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::cartography {

namespace {

/// Period of the stripes in pixels: a power of two, so that stripes meet across tiles.
unsigned stripe_period(double scale)
{
    unsigned period = 8;
    while (period < 6.0 * scale) {
        period *= 2;
    }
    return period;
}

template <class Cell>
void colour_row(Cell const* row, QRgb* out, int width, unsigned y, unsigned period, Lut const& lut)
{
    unsigned const wide = 3 * period / 8;
    for (int x = 0; x < width; ++x) {
        bool const on_stripe = ((static_cast<unsigned>(x) + y) & (period - 1)) < wide;
        out[x] = on_stripe ? lut.stripe[row[x]] : lut.fill[row[x]];
    }
}

template <class Cell>
void outline_row(Cell const* row, int stride, QRgb* out, int width, OutlineLook const& look)
{
    for (int x = 0; x < width; ++x) {
        Cell const here = row[x];
        if (here != row[x + 1] || here != row[x + stride]) {
            out[x] =
                qAlpha(out[x]) == 0
                    ? qPremultiply(qRgba(qRed(look.colour), qGreen(look.colour), qBlue(look.colour),
                                         static_cast<int>(std::lround(255 * look.strength))))
                    : mixed(out[x], look.colour, look.strength);
        }
    }
}

}  // namespace

double outline_strength(double median_points)
{
    return 0.75 * std::clamp((median_points - 10.0) / 20.0, 0.0, 1.0);
}

QImage coloured(IdGrid const& grid, Lut const& lut, OutlineLook const& outline, double scale)
{
    int const width = grid.width() - 1;
    int const height = grid.height() - 1;
    QImage picture{width, height, QImage::Format_ARGB32_Premultiplied};
    auto const period = stripe_period(scale);
    grid.visit([&](auto const& cells) {
        for (int y = 0; y < height; ++y) {
            auto const* const row = cells.data() + static_cast<std::ptrdiff_t>(y) * grid.width();
            auto* const out = reinterpret_cast<QRgb*>(picture.scanLine(y));  // Qt's way to pixels
            colour_row(row, out, width, static_cast<unsigned>(y), period, lut);
            if (outline.strength > 0.0) {
                outline_row(row, grid.width(), out, width, outline);
            }
        }
    });
    return picture;
}

}  // namespace marchland::cartography
