// Tables as offices lay them out: titles above the header, headers of two rows, notes below. Private to geo.
#pragma once

#include "geo/files/table.hpp"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// Cells of a sheet, row by row, without a header; rows may be of different lengths.
using Grid = std::vector<std::vector<Cell>>;

/// Whether the first row of a table cannot be its header, or not the whole of it: most columns have no name, the row
/// below goes on with it, or holds tags or numbers of columns.
bool header_is_elsewhere(Table const& table);

/// The table of a sheet: the header is the first row that is about as full as the rows below and holds words; a row
/// above it with merged groups, or one below with what they are made of, is joined to it ("2024 / Nam"). Rows of
/// tags (#adm3+code), of column numbers ((1), (2), ...) and lone cells below are left aside. Nothing where no row
/// looks like a header.
/// \param stated  the row of the header, from 1; 0: to be found.
std::optional<Table> laid_out(Grid const& grid, std::size_t stated = 0);

/// Whether GDAL needs help with a text file: UTF-16, a first line "sep=;", or one without the mark that parts the
/// cells of the lines below.
bool is_text_of_a_spreadsheet(std::filesystem::path const& file);

/// The cells of a text file with commas, semicolons, tabs or bars, in UTF-8 or UTF-16.
/// \throws Error{findings}  it cannot be read.
Grid grid_of_text(std::filesystem::path const& file);

/// How many cells of an XLSX file, in any sheet, hold a formula whose value was not saved; of others 0.
std::size_t formulas_without_values(std::filesystem::path const& file);

}  // namespace marchland::geo
