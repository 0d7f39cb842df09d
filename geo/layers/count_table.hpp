// What the readers of tables of counts share: nothing of single persons passes. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/place_names.hpp"

#include <initializer_list>

namespace marchland::geo {

/// Whether a table is refused, with the reason said: for a column that looks like data of persons, read or not, and
/// for rows that are single persons. A column that the layer does not read and the study does not leave aside
/// (`ignore`) is an error too, but the rest of the table is read.
/// \param contract  the columns that the layer reads, by contract name.
/// \param measured  the contract name of the one that holds a measured figure, which may have decimals.
/// \param days      the contract names of those with days on which teams were somewhere or figures were taken.
/// \param names     of communes, which may stand in the column commune: they are no persons'. With that column go
///                  district, province, vintage and level.
bool refuses_columns(LayerReader& reader, std::initializer_list<char const*> contract,
                     char const* measured = nullptr, std::initializer_list<char const*> days = {},
                     PlaceNames const* names = nullptr);

/// The same for a register of places: communes, crossings, markets, ways.
/// \param read  contract names of the columns with free names, whose cells are judged.
bool refuses_persons(LayerReader& reader, std::initializer_list<char const*> read);

}  // namespace marchland::geo
