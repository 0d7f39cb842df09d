#include "geo/files/door.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>

namespace marchland::geo {
namespace {

namespace fs = std::filesystem;

/// What GDAL reads within archives of this machine.
constexpr std::array archives{std::string_view{"/vsizip/"}, std::string_view{"/vsigzip/"},
                              std::string_view{"/vsitar/"}};

[[noreturn]] void turn_away(std::string const& words)
{
    throw Error{Trouble::findings, words};
}

bool is_on_the_network(std::string_view lower)
{
    constexpr std::array schemes{std::string_view{"http:"},    std::string_view{"https:"},
                                 std::string_view{"ftp:"},     std::string_view{"/vsicurl"},
                                 std::string_view{"/vsis3"},   std::string_view{"/vsigs"},
                                 std::string_view{"/vsiaz"},   std::string_view{"/vsiadls"},
                                 std::string_view{"/vsioss"},  std::string_view{"/vsiswift"},
                                 std::string_view{"/vsihdfs"}, std::string_view{"/vsiwebhdfs"},
                                 std::string_view{"wfs:"},     std::string_view{"wms:"},
                                 std::string_view{"wcs:"},     std::string_view{"oapif:"},
                                 std::string_view{"es:"},      std::string_view{"carto:"},
                                 std::string_view{"://"}};
    return std::ranges::any_of(
        schemes, [lower](auto scheme) { return lower.find(scheme) != std::string_view::npos; });
}

}  // namespace

char const* const* table_drivers()
{
    static constexpr std::array<char const*, 18> names{"GPKG",        "ESRI Shapefile",
                                                       "GeoJSON",     "GeoJSONSeq",
                                                       "FlatGeobuf",  "CSV",
                                                       "XLSX",        "XLS",
                                                       "ODS",         "KML",
                                                       "LIBKML",      "GPX",
                                                       "OSM",         "PostgreSQL",
                                                       "OpenFileGDB", "MapInfo File",
                                                       "SQLite",      nullptr};
    return names.data();
}

char const* const* raster_drivers()
{
    static constexpr std::array<char const*, 11> names{"GTiff", "COG",  "AAIGrid", "GRASSASCIIGrid",
                                                       "EHdr",  "ENVI", "HFA",     "SRTMHGT",
                                                       "XYZ",   "GPKG", nullptr};
    return names.data();
}

bool is_connection(std::string_view source)
{
    return source.starts_with("PG:") || source.starts_with("/vsi");
}

void refuse_other_than_files(std::string const& path, std::string const& shown)
{
    if (path.starts_with("PG:")) {
        return;  // the study names the database
    }
    auto const lower = folded(path);
    if (is_on_the_network(lower)) {
        turn_away(shown + " is an address on the network, and nothing is fetched from there; save "
                          "it as a file first");
    }
    if (path.starts_with("/vsi")) {
        bool const archive = std::ranges::any_of(
            archives, [&](auto kind) { return std::string_view{path}.starts_with(kind); });
        if (!archive || lower.find("/vsi", 1) != std::string::npos) {
            turn_away(shown +
                      " is no file of this machine; of virtual files only /vsizip/, /vsigzip/ and "
                      "/vsitar/ are opened, one within no other");
        }
        return;
    }
    std::error_code unreadable;
    auto const status = fs::status(path, unreadable);
    if (!fs::exists(status)) {
        turn_away("the file " + shown + " does not exist");
    }
    if (!fs::is_regular_file(status) && !fs::is_directory(status)) {
        turn_away(shown + " is a pipe or a device, which may never end; expected a file");
    }
}

std::string with_time_limit(std::string const& connection)
{
    bool const by_keys = connection.find("://") == std::string::npos;
    bool const set = connection.find("options=") != std::string::npos;
    return connection.starts_with("PG:") && by_keys && !set
               ? connection + " options='-c statement_timeout=600000'"
               : connection;
}

std::string without_folder(std::string message, fs::path const& file)
{
    auto const folder = file.parent_path().string();
    for (auto at = message.find(folder); folder.size() > 1 && at != std::string::npos;
         at = message.find(folder, at)) {
        message.erase(at, folder.size() + (message[at + folder.size()] == '/' ? 1 : 0));
    }
    return printable(without_passwords(std::move(message)));
}

}  // namespace marchland::geo
