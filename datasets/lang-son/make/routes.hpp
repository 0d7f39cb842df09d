// Which places roads join, before anybody asks where they cross. Private to the making of roads.
#pragma once

#include "datasets/lang-son/make/roads.hpp"

namespace marchland::lang_son {

/// The national roads, leg by leg between towns and to gates and the edge of the province.
void add_national_roads(Facts const& facts, Province const& province, Places const& places,
                        std::vector<Road>& roads);

/// From the seat of its commune, or from the nearest hamlet that can be joined, to every gate that
/// no national road reaches.
void add_gate_roads(Facts const& facts, Province const& province, Places const& places,
                    std::vector<Road>& roads);

/// Provincial roads between seats that have none between them (Gabriel graph) and local ones to
/// every hamlet (relative neighbourhood graph). \par Source  Gabriel, Sokal (1969), Systematic
/// Zoology 18(3), 259-278; Toussaint (1980), Pattern Recognition 12(4), 261-268.
void add_other_roads(Province const& province, Places const& places, std::vector<Road>& roads);

/// A few streets around the seats of the provincial city and of the border town.
void add_streets(Facts const& facts, Places const& places, std::vector<Road>& roads);

/// Drawn as gently as it takes to stay inside the province; empty where even a straight line leaves
/// it.
geo::Line road_between(geo::Point a, geo::Point b, Province const& province, std::uint64_t stream);

}  // namespace marchland::lang_son
