/// \file banner.hpp
/// What everything that leaves must say: restricted, and made up where it is.
#pragma once

#include "cartography/words/words.hpp"
#include "results/results.hpp"

#include <QPainter>
#include <QString>

#include <vector>

namespace marchland::cartography {

struct Banner {
    QString title;
    QString words;
    QRgb ground = 0;
    QRgb ink = 0;
};

/// From top to bottom; never empty.
std::vector<Banner> banners_for(results::About const& about, Words const& words);

/// One band over the whole of `box`.
void draw_banner(QPainter& painter, QRectF const& box, Banner const& banner, double size);

/// The place role of the map, in words.
QString role_text(results::About const& about, Words const& words);

}  // namespace marchland::cartography
