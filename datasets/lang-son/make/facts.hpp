// What is known of the province, from the tables in facts/. Points are in metres.
#pragma once

#include "datasets/lang-son/make/projection.hpp"
#include "geo/shapes/geometry.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace marchland::lang_son {

struct CommuneFact {
    std::string code;
    std::string name;
    std::string type;
    bool at_border = false;
    int population = 0;  ///< census of 2019, carried through the mergers
    double area = 0.0;   ///< as stated, m2
    geo::Point centre;   ///< centroid
    geo::Point office;   ///< of the commune committee; the centroid where it is not known
};

/// The part of the border line that one commune has.
struct Stretch {
    double length = 0.0;
    geo::Point middle;
    double accuracy = 0.0;
};

struct GateFact {
    std::string id;
    std::string name;
    std::string name_other;  ///< in China
    std::string certainty;   ///< that it exists: high, medium, low
    std::string kind;        ///< as the table words it
    std::string status;
    std::string commune;
    bool has_point = false;
    geo::Point at;  ///< its own point, or the middle of the commune's stretch of the border
    double accuracy = 0.0;
};

struct MarketFact {
    std::string id;
    std::string name;
    std::string kind;
    std::string gate;
    geo::Point at;  ///< its own point, else its gate's, else the office of its commune
    double accuracy = 0.0;
};

struct Facts {
    std::vector<CommuneFact> communes;      ///< by code
    std::map<std::string, Stretch> border;  ///< by commune code, neighbouring provinces too
    std::vector<GateFact> gates;
    std::vector<MarketFact> markets;

    std::size_t place_of(std::string const& code) const;
    CommuneFact const& commune(std::string const& code) const { return communes[place_of(code)]; }
    GateFact const& gate(std::string const& id) const;
};

/// \throws geo::Error  a table is missing or malformed.
Facts read_facts(std::filesystem::path const& folder, Projection const& projection);

}  // namespace marchland::lang_son
