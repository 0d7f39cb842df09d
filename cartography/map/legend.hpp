/// \file legend.hpp
/// The key to a map: every class with its communes, unsure, no information, and every mark drawn.
#pragma once

#include "cartography/map/scene.hpp"
#include "cartography/themes/theme.hpp"

#include <QPainter>

#include <vector>

namespace marchland::cartography {

struct LegendRow {
    enum class Kind : std::uint8_t {
        heading,
        note,
        fill,     ///< one colour
        striped,  ///< the look of unsure
        crossing,
        closed_crossing,
        market,
        line,
        border,
    };
    Kind kind = Kind::note;
    QString text;
    QString figure;  ///< at the right edge: how many communes
    QRgb colour = 0;
    CrossingGrade grade = CrossingGrade::other;
    double width = 1.0;
};

/// Only what this scene holds and these switches show.
std::vector<LegendRow> legend_rows(Theme const& theme, Scene const& scene, Layers const& layers,
                                   Words const& words);

/// How high the rows are at a width; text wraps.
double legend_height(std::vector<LegendRow> const& rows, double width, double size);

void draw_legend(QPainter& painter, QPointF top_left, std::vector<LegendRow> const& rows,
                 double width, double size);

}  // namespace marchland::cartography
