/// \file draw.hpp
/// The marks over the colours. The viewer and the pictures call the same functions.
#pragma once

#include "cartography/map/scene.hpp"
#include "cartography/tiles/view.hpp"

#include <QColor>
#include <QFont>
#include <QPainter>

namespace marchland::cartography {

/// The typeface of all maps, at a height in points. Noto Sans where it is installed, DejaVu Sans
/// else: both know every Vietnamese letter.
QFont map_font(double points, bool bold = false);

/// Roads, corridors, hotspot outlines and the border, in this order.
/// \param size  1 is right for a screen; larger for pictures that will be seen from afar.
void draw_lines(QPainter& painter, View const& view, Scene const& scene, Layers const& layers,
                double size);

/// Markets, then crossings over them.
void draw_marks(QPainter& painter, View const& view, Scene const& scene, Layers const& layers,
                double size);

/// Names of crossings, of the communes ranked first and of those with room; none over another.
/// \param taken  where something else will be drawn: no name goes there.
void draw_labels(QPainter& painter, View const& view, Scene const& scene, Layers const& layers,
                 double size, QRectF const& taken = {});

void draw_crossing(QPainter& painter, QPointF at, CrossingGrade grade, bool closed, double size);
void draw_market(QPainter& painter, QPointF at, double size);

/// Text with a rim of paper around it, its baseline starting at `at`.
void draw_haloed(QPainter& painter, QPointF at, QString const& text, QFont const& font, QColor ink,
                 double size);

/// 1, 2 or 5 times a power of ten, as long as fits into `most` points.
struct ScaleBar {
    double metres = 0.0;
    double points = 0.0;
};
ScaleBar scale_bar(double metres_per_point, double most);

void draw_scale_bar(QPainter& painter, QPointF bottom_left, double metres_per_point,
                    QString const& unit, double size);
void draw_north(QPainter& painter, QPointF top_middle, QString const& letter, double size);

}  // namespace marchland::cartography
