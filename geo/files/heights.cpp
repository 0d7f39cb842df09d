#include "geo/files/heights.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>

#include <array>
#include <cmath>
#include <mutex>
#include <vector>

namespace marchland::geo {
namespace {

constexpr auto* function_name = "marchland_heights";

/// metres = factor x stored + offset
struct Rule {
    double factor = 1.0;
    double offset = 0.0;
    std::string unit;  ///< as the file says, where it is not metres
};

double metres_in(std::string const& unit)
{
    auto const word = folded(trimmed(unit));
    return word == "ft" || word == "foot" || word == "feet"                ? 0.3048
           : word == "us survey foot" || word == "us-ft" || word == "ftus" ? 1200.0 / 3937.0
           : word == "cm" || word == "centimetre" || word == "centimeter"  ? 0.01
           : word == "dm" || word == "decimetre" || word == "decimeter"    ? 0.1
                                                                           : 1.0;
}

Rule rule_of(GDALDatasetH file)
{
    auto* const band = GDALGetRasterBand(file, 1);
    int has = 0;
    double const scale = GDALGetRasterScale(band, &has);
    double const factor = has != 0 && scale != 0.0 ? scale : 1.0;
    double const offset = GDALGetRasterOffset(band, &has);
    std::string const unit = GDALGetRasterUnitType(band);
    double const metres = metres_in(unit);
    return {factor * metres, (has != 0 ? offset : 0.0) * metres, metres == 1.0 ? "" : unit};
}

double number_of(CSLConstList arguments, char const* name, double otherwise)
{
    auto const* const text = CSLFetchNameValue(arguments, name);
    return text == nullptr ? otherwise : CPLAtof(text);
}

/// Called by GDAL for each block of cells.
CPLErr to_heights(void** sources, int count, void* out, int columns, int rows,
                  GDALDataType /*from*/, GDALDataType to, int pixel_step, int line_step,
                  CSLConstList arguments)
{
    if (count != 1) {
        return CE_Failure;
    }
    double const factor = number_of(arguments, "factor", 1.0);
    double const offset = number_of(arguments, "offset", 0.0);
    double const hole = number_of(arguments, "hole", unknown);
    auto const* const stored = static_cast<double const*>(sources[0]);
    std::vector<double> line(static_cast<std::size_t>(columns));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            double const value =
                stored[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                       static_cast<std::size_t>(column)];
            double const height = factor * value + offset;
            bool const ground =
                value != hole && height >= lowest_ground_m && height <= highest_ground_m;
            line[static_cast<std::size_t>(column)] = ground ? height : unknown;
        }
        GDALCopyWords(line.data(), GDT_Float64, sizeof(double),
                      static_cast<char*>(out) + static_cast<std::ptrdiff_t>(row) * line_step, to,
                      pixel_step, columns);
    }
    return CE_None;
}

std::string escaped(std::string const& text)
{
    char* const made = CPLEscapeString(text.c_str(), -1, CPLES_XML);
    std::string found = made;
    CPLFree(made);
    return found;
}

std::string attribute(char const* name, double value)
{
    return std::string{" "} + name + "=\"" + shortest(value) + "\"";
}

/// A virtual raster over the file: the only place where a pixel function takes arguments.
std::string virtual_raster(GDALDatasetH file)
{
    auto const rule = rule_of(file);
    int has = 0;
    double const hole = GDALGetRasterNoDataValue(GDALGetRasterBand(file, 1), &has);
    std::array<double, 6> to_map{};
    GDALGetGeoTransform(file, to_map.data());
    std::string places;
    for (double const number : to_map) {
        places += (places.empty() ? "" : ", ") + shortest(number);
    }
    return "<VRTDataset rasterXSize=\"" + std::to_string(GDALGetRasterXSize(file)) +
           "\" rasterYSize=\"" + std::to_string(GDALGetRasterYSize(file)) + "\"><GeoTransform>" +
           places +
           "</GeoTransform><VRTRasterBand dataType=\"Float64\" band=\"1\" "
           "subClass=\"VRTDerivedRasterBand\"><NoDataValue>nan</NoDataValue><PixelFunctionType>" +
           function_name + "</PixelFunctionType><PixelFunctionArguments" +
           attribute("factor", rule.factor) + attribute("offset", rule.offset) +
           (has != 0 && !std::isnan(hole) ? attribute("hole", hole) : "") +
           "/><SourceTransferType>Float64</SourceTransferType><SimpleSource><SourceFilename>" +
           escaped(GDALGetDescription(file)) +
           "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></"
           "VRTDataset>";
}

}  // namespace

Dataset heights_of(GDALDatasetH file)
{
    static std::once_flag once;
    std::call_once(
        once, [] { GDALAddDerivedBandPixelFuncWithArgs(function_name, &to_heights, nullptr); });
    return Dataset{GDALOpenEx(virtual_raster(file).c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY,
                              nullptr, nullptr, nullptr)};
}

std::string heights_changed(GDALDatasetH file)
{
    auto const rule = rule_of(file);
    if (rule.factor == 1.0 && rule.offset == 0.0) {
        return {};
    }
    return "the file stores heights that are multiplied by " + shortest(rule.factor) +
           (rule.offset == 0.0 ? "" : " and moved by " + shortest(rule.offset)) +
           " to be metres, as it says" +
           (rule.unit.empty() ? "" : " (its unit is " + rule.unit + ")");
}

}  // namespace marchland::geo
