// The points that roads and paths are drawn between.
#pragma once

#include "datasets/lang-son/make/facts.hpp"
#include "datasets/lang-son/make/province.hpp"

#include <vector>

namespace marchland::lang_son {

struct Places {
    /// of communes, by place in Facts: the office where it lies inside
    std::vector<geo::Point> seats;
    std::vector<geo::Point> hamlets;  ///< SYNTHETIC, a few in every commune
};

Places places_of(Facts const& facts, Province const& province);

/// To the tenth of a metre, as everything is written.
geo::Point rounded(geo::Point p);

/// Whether a line stays inside the province.
bool stays_inside(geo::Line const& line, Province const& province);

}  // namespace marchland::lang_son
