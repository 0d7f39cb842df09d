/// \file write.hpp
/// Tables out to files: a GeoPackage or a CSV, whole or not at all.
#pragma once

#include "geo/files/table.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace marchland::geo {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;  ///< monostate: NULL
enum class ValueType : std::uint8_t { integer, real, text };
enum class ShapeType : std::uint8_t { none, point, line, area };

/// A table to be written. Every row has one value for each column; NaN is written as NULL.
struct StoreTable {
    struct ColumnHead {
        std::string name;
        ValueType type;
    };
    std::string name;
    std::string description;
    std::vector<ColumnHead> columns;
    std::vector<std::vector<Value>> rows;
    ShapeType shape_type = ShapeType::none;
    std::vector<Shape> shapes;  ///< one for each row, or empty where shape_type is none
};

/// QGIS styles by layer name, as QML; they go into the table layer_styles.
using LayerStyles = std::map<std::string, std::string, std::less<>>;

/// Writes an OGC GeoPackage to a temporary name beside `path` and renames it: a run that fails or is
/// killed leaves no half file. An existing file is replaced.
/// \throws Error{failed}  the folder cannot be written, or the disk is full; Cancelled.
void write_geopackage(std::filesystem::path const& path, Crs const& crs,
                      std::span<StoreTable const> tables, LayerStyles const& styles = {},
                      Job const& job = {});

/// RFC 4180 with byte-order mark, so that spreadsheets read the marks right. Numbers have a decimal
/// point in any locale; texts that a spreadsheet would run as a formula are made harmless by a quote.
std::string csv_text(StoreTable const& table);

/// Writes beside and renames. \throws Error{failed}
void write_file(std::filesystem::path const& path, std::string_view bytes);

/// Makes a folder with its parents. \throws Error{failed}
void make_folder(std::filesystem::path const& folder);

/// Of a file's bytes, as hexadecimal. \throws Error{failed} it cannot be read.
std::string sha256_of_file(std::filesystem::path const& path);

}  // namespace marchland::geo
