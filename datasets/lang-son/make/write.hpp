// The files of the training region. GDAL stays behind the .cpp.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace marchland::lang_son {

using Value = std::variant<std::string, int, double>;

/// A table with shapes; exactly one of the three kinds of shape per row.
struct Layer {
    std::string name;
    std::string description;  ///< must say SYNTHETIC or approximate
    std::vector<std::string> columns;
    struct Row {
        std::variant<geo::Area, geo::Line> shape;
        std::vector<Value> values;
    };
    std::vector<Row> rows;
};

/// A GeoPackage in the system of the province, with the same bytes every time.
void write_layer(Layer const& layer, std::filesystem::path const& path);

/// Heights on a raster whose upper left corner is given.
struct Raster {
    geo::Point corner;
    double cell = 500.0;
    int columns = 0;
    int rows = 0;
    std::vector<std::int16_t> heights;  ///< row by row from the north
};
void write_raster(Raster const& raster, std::string const& description,
                  std::filesystem::path const& path);

}  // namespace marchland::lang_son
