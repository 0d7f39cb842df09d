// What the program opens at all: files of known kinds on this machine, and a database that the study names.
// Private to geo.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace marchland::geo {

/// Short names of the drivers of GDAL that may open a table or shapes, and a raster, as docs/data.md lists them; the
/// last is nullptr. No other driver is asked, so no file chooses what code reads it.
char const* const* table_drivers();
char const* const* raster_drivers();

/// "PG:..." or a file in an archive.
bool is_connection(std::string_view source);

/// Turns away what is no file on this machine: addresses on the network, also within an archive; pipes, devices and
/// standard input, which may never end.
/// \param shown  how messages call it.
/// \throws Error{findings}  with the reason.
void refuse_other_than_files(std::string const& path, std::string const& shown);

/// With a limit of time for each question to a database, where the study sets none.
std::string with_time_limit(std::string const& connection);

/// A message of a library without the folders of this machine and passwords.
std::string without_folder(std::string message, std::filesystem::path const& file);

}  // namespace marchland::geo
