/// \file table.hpp
/// One layer of a file as it stands: cells as text, shapes as values, nothing judged yet.
#pragma once

#include "geo/shapes/crs.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/period.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace marchland::geo {

/// How the file stores a column. A code stored as a number has lost its leading zero.
enum class FieldKind : std::uint8_t { text, integer, real, date, other };

/// Nothing where the file has NULL or an empty cell. A typed day is "2025-07-01", with a time of day
/// "2025-07-01T14:30:00".
using Cell = std::optional<std::string>;

struct Field {
    std::string name;
    FieldKind kind = FieldKind::text;
    std::vector<Cell> cells;
};

struct NoShape {};     ///< the file has no geometry for this row
struct OtherShape {};  ///< several points and the like
using Shape = std::variant<NoShape, Point, MultiLine, Area, OtherShape>;

/// What was done to the table of an office on its way in.
struct RecastCounts {
    std::size_t filled = 0;         ///< blank cells that mean "as above"
    std::size_t total_rows = 0;     ///< sums, set aside
    std::size_t total_columns = 0;  ///< the same
    std::size_t blank_figures = 0;  ///< cells across that say nothing
    std::size_t unequal = 0;        ///< rows with a sum that is not that of its parts
    std::string unequal_row;        ///< the first of them, as people count
    std::size_t rows_before = 0;    ///< of the sheet, where columns across were made rows
};

struct Table {
    std::string file;   ///< as the study names it
    std::string layer;  ///< inside the file
    std::vector<Field> fields;
    std::vector<Shape> shapes;  ///< one for each row; empty where the layer has no geometry at all
    std::optional<Crs> crs;
    std::size_t rows = 0;
    /// Which row of the file each is, from 0; empty where no blank ones were passed over.
    std::vector<std::size_t> row_in_file;
    /// Where several sheets stand one below the other: the first row of each, and its name.
    std::vector<std::pair<std::size_t, std::string>> sheets;
    std::size_t title_rows = 0;  ///< above the header
    std::size_t header_rows = 1;
    std::size_t note_rows = 0;           ///< lone cells below the last row
    std::size_t formulas = 0;            ///< cells with a formula whose value was not saved
    std::size_t blank_rows = 0;          ///< passed over, without a shape and with all cells empty
    std::size_t curved = 0;              ///< shapes whose arcs were made of short straight pieces
    std::optional<Period> title_period;  ///< the one that the titles tell of
    RecastCounts recast;
    /// Rows and columns that the recipe left out: nobody reads them, but the gate looks at them.
    std::vector<Table> set_aside;
    std::vector<std::string> sheets_left_out;
    std::size_t tool_columns = 0;    ///< that a survey tool wrote of itself, never looked at
    std::size_t where_left_out = 0;  ///< rows that `where` did not take
    bool openstreetmap = false;      ///< read from OSM XML or PBF: lines that meet share a node

    Field const*
    field(std::string_view name) const;  ///< exact, else without regard to case; or nullptr
    bool spatial() const { return !shapes.empty(); }
    /// As people count the rows of the file, from 1.
    std::size_t row_number(std::size_t row) const
    {
        return (row_in_file.empty() ? row : row_in_file[row]) + 1;
    }
    /// "row 3"; of several sheets "sheet Q1, row 3".
    std::string row_name(std::size_t row) const;
};

/// What one layer of a file holds, for people (`marchland inspect`).
struct LayerSummary {
    std::string name;
    std::string geometry;  ///< "Multi Polygon", "none"
    std::string crs;       ///< "EPSG:4326 WGS 84", "none"
    std::size_t rows = 0;
    std::vector<std::pair<std::string, std::string>> fields;  ///< name, type
};

}  // namespace marchland::geo
