/// \file read.hpp
/// Tables out of anything that GDAL opens: GeoPackage, Shapefile, GeoJSON, FlatGeobuf, CSV, XLSX, ODS,
/// KML, GPX, OSM PBF, a PostGIS connection string. GDAL stays behind read.cpp.
#pragma once

#include "geo/files/import_recipe.hpp"
#include "geo/files/table.hpp"
#include "geo/gate/word_lists.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace marchland::geo {

/// Where a layer of the study comes from, as study.toml says it.
struct LayerSource {
    std::string layer;   ///< communes, crossings, ...: used in findings
    std::string source;  ///< file, relative to `folder`, or "PG:..." and the like
    std::string table;   ///< layer inside the file; empty: the only one
    std::string crs;  ///< of x and y columns or of a file that does not say; empty: WGS 84 for x, y
    /// contract name -> name in the file, as the study says
    std::map<std::string, std::string> columns;
    std::map<std::string, std::string> usual;  ///< the same where the study says nothing
    /// what the study says of the whole layer: as_of, licence, ...
    std::map<std::string, std::string> stated;
    /// columns of a table of counts that the study leaves aside; any other that the layer does not read is an error
    std::vector<std::string> ignore;
    OwnWords words;       ///< what the study adds to the lists of words
    ImportRecipe import;  ///< how a sheet is laid out
    std::string where;    ///< which rows are taken, an SQL condition; empty: all
    /// what names of communes stand for, as the study answers: a code, a code and its vintage, or "unknown"
    std::map<std::string, std::string> names;
    bool take_single_names = false;  ///< names that one commune bears need no answer
    std::filesystem::path folder;    ///< of the study file

    /// The name of a column in this file: as mapped, else the usual one, else the contract name itself.
    std::string column(std::string const& name) const;
};

/// Reads one layer whole. Names of fields are NFC and without byte-order mark; cells are as they stand.
///
/// \throws Error{findings}  the file is missing, is nothing GDAL opens, has several layers and none was
///         named, or has no layer of that name. The words say what there is instead.
/// \par CRS  as the file declares it; axes are x east, y north.
Table read_table(LayerSource const& source);

/// \throws Error{findings} like read_table.
std::vector<LayerSummary> summarise(std::filesystem::path const& file);

/// \namespace marchland::geo
/// \par Example
/// \code
/// auto const table = geo::read_table({.layer = "communes", .source = "communes.gpkg"});
/// auto const* const code = table.field("code");  // as the file has it; nullptr: no such column
/// assert(code != nullptr && code->cells.size() == table.rows);
/// \endcode
/// \par Threads  different threads may read at once: each call opens the file for itself.

}  // namespace marchland::geo
