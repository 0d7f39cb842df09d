#include "geo/files/where.hpp"

#include "geo/files/gdal_handle.hpp"
#include "geo/files/recast.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <gdal.h>
#include <ogr_api.h>

namespace marchland::geo {
namespace {

OGRFieldType type_of(FieldKind kind)
{
    return kind == FieldKind::integer ? OFTInteger64
           : kind == FieldKind::real  ? OFTReal
                                      : OFTString;
}

/// The cells in a layer in memory, each row with its number.
void copy(Table const& table, OGRLayerH layer)
{
    for (auto const& field : table.fields) {
        OGRFieldDefnH const column = OGR_Fld_Create(field.name.c_str(), type_of(field.kind));
        OGR_L_CreateField(layer, column, 0);
        OGR_Fld_Destroy(column);
    }
    for (std::size_t row = 0; row < table.rows; ++row) {
        Feature const feature{OGR_F_Create(OGR_L_GetLayerDefn(layer))};
        OGR_F_SetFID(feature.get(), static_cast<GIntBig>(row));
        for (std::size_t f = 0; f < table.fields.size(); ++f) {
            if (auto const& cell = table.fields[f].cells[row]) {
                OGR_F_SetFieldString(feature.get(), static_cast<int>(f), nfc(*cell).c_str());
            }
        }
        if (OGR_L_CreateFeature(layer, feature.get()) != OGRERR_NONE) {
            throw Error{Trouble::failed, table.file + ": " + Quiet::words()};
        }
    }
}

}  // namespace

void keep_where(Table& table, std::string const& condition)
{
    Dataset const memory{
        GDALCreate(GDALGetDriverByName("Memory"), "", 0, 0, 0, GDT_Unknown, nullptr)};
    auto* const layer = GDALDatasetCreateLayer(memory.get(), "rows", nullptr, wkbNone, nullptr);
    copy(table, layer);
    if (OGR_L_SetAttributeFilter(layer, nfc(condition).c_str()) != OGRERR_NONE) {
        throw Error{Trouble::findings,
                    "the condition `where` cannot be applied to " + table.file + " (" +
                        printable(Quiet::words()) +
                        "); names of columns with blanks stand in \"...\", words in '...'"};
    }
    std::vector<bool> kept(table.rows, false);
    OGR_L_ResetReading(layer);
    for (Feature feature{OGR_L_GetNextFeature(layer)}; feature;
         feature.reset(OGR_L_GetNextFeature(layer))) {
        kept[static_cast<std::size_t>(OGR_F_GetFID(feature.get()))] = true;
    }
    auto const before = table.rows;
    keep_rows(table, kept);
    table.where_left_out = before - table.rows;
}

}  // namespace marchland::geo
