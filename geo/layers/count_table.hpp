// What the readers of tables of counts share: nothing of single persons passes. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"

#include <initializer_list>
#include <string>

namespace marchland::geo {

/// Adds what stands against the columns of a table (see personal.hpp); true where something does.
///
/// Headers need no look where the file calls a column as the contract does, nor for the few that a study
/// may well call otherwise: commune, vintage, count, amount, value. So nobody can map a column of persons
/// past the door.
/// \param contract  columns that the layer knows. \param measured  the one with a measured figure, if any.
/// \param day  the one with days of the teams, if any.
bool refuses_columns(LayerReader& reader, std::initializer_list<char const*> contract,
                     char const* measured = nullptr, char const* day = nullptr);

}  // namespace marchland::geo
