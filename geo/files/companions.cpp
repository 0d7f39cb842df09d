#include "geo/files/companions.hpp"

#include "geo/files/door.hpp"
#include "geo/files/gdal_handle.hpp"

#include <cpl_string.h>

#include <algorithm>

namespace marchland::geo {
namespace {

namespace fs = std::filesystem;

/// What GDAL says that it reads: parts of a Shapefile, sidecars of a raster.
std::vector<fs::path> told_by_gdal(fs::path const& source)
{
    register_drivers();
    Quiet const quiet;
    Dataset dataset{
        GDALOpenEx(source.c_str(), GDAL_OF_READONLY, table_drivers(), nullptr, nullptr)};
    if (!dataset) {
        dataset.reset(
            GDALOpenEx(source.c_str(), GDAL_OF_READONLY, raster_drivers(), nullptr, nullptr));
    }
    std::vector<fs::path> files;
    if (dataset) {
        auto* const list = GDALGetFileList(dataset.get());
        for (int i = 0; i < CSLCount(list); ++i) {
            files.emplace_back(list[i]);
        }
        CSLDestroy(list);
    }
    return files;
}

/// What GDAL reads and does not say: the encoding of a Shapefile, types and system of a CSV, and what
/// another program has written to a GeoPackage and not yet filed (write-ahead log).
std::vector<fs::path> not_told(fs::path const& source)
{
    auto const extension = source.extension();
    std::vector<fs::path> files;
    auto const beside = [&](char const* ending) {
        files.push_back(fs::path{source}.replace_extension(ending));
    };
    if (extension == ".shp" || extension == ".SHP" || extension == ".dbf") {
        beside(".cpg");
        beside(".CPG");
    } else if (extension == ".csv" || extension == ".CSV" || extension == ".tsv") {
        beside(".csvt");
        beside(".prj");
    }
    files.push_back(source.string() + "-wal");
    return files;
}

}  // namespace

std::vector<fs::path> files_of_source(fs::path const& source)
{
    std::error_code unreadable;
    if (!fs::is_regular_file(source, unreadable)) {
        return {};
    }
    auto others = told_by_gdal(source);
    for (auto const& file : not_told(source)) {
        others.push_back(file);
    }
    std::erase_if(others, [&](fs::path const& file) {
        return file == source || !fs::is_regular_file(file, unreadable) ||
               fs::file_size(file, unreadable) == 0;
    });
    std::ranges::sort(others);
    others.erase(std::ranges::unique(others).begin(), others.end());
    others.insert(others.begin(), source);
    return others;
}

}  // namespace marchland::geo
