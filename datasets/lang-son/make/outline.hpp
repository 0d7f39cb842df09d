// The edge of the province as far as the facts tell it: a line of known border points towards
// China, and elsewhere the edge of what the stated areas cover.
#pragma once

#include "datasets/lang-son/make/facts.hpp"
#include "geo/shapes/geometry.hpp"

namespace marchland::lang_son {

/// From the corner with Cao Bằng to the corner with Quảng Ninh: middles of the stretches of the
/// border communes and gates that lie on the line, in order, with every office of a border commune
/// inside.
geo::Line border_points(Facts const& facts);

/// Closed rings that have the border line as their first points.
///
/// On the inner side a ring follows a level of coverage: the stated area of each commune spread
/// around its centroid as a bell, about 1 well inside and 1/2 at the edge.
class Outline {
public:
    Outline(Facts const& facts, geo::Line border);

    /// At the level that gives the area.
    geo::Ring of_area(double wanted) const;

private:
    geo::Ring at_level(double level) const;

    struct Ray {
        geo::Point step;               ///< from one sample to the next
        std::vector<double> coverage;  ///< from the middle outwards
    };
    geo::Line border_;
    geo::Point middle_;
    std::vector<Ray> rays_;
};

}  // namespace marchland::lang_son
