/// \file personal_values.hpp
/// Cells that name a person or a place where one is, by what they mean.
#pragma once

#include "geo/gate/personal_kind.hpp"

#include <optional>
#include <string_view>

namespace marchland::geo {

/// Where a cell stands.
enum class CellOf : std::uint8_t {
    counts,  ///< a table of counts: codes, periods, numbers and words
    places   ///< a register of places: also names, sources, laws, lines of notes
};

/// What a cell tells of a person; nothing where it is harmless. Written in any script that the header knows.
///
/// In tables of counts every number of eight digits or more that is not round is one of these, every day and every
/// coordinate; of places only what is a telephone, an address on a network or a person's name without doubt.
/// \par Cost  O(length)
std::optional<PersonalKind> personal_value(std::string_view cell, CellOf where = CellOf::counts);

/// \namespace marchland::geo
/// \par Example
/// \code
/// assert(geo::personal_value("0912 345 678") == geo::PersonalKind::telephone);
/// assert(!geo::personal_value("2024-Q2"));
/// assert(!geo::personal_value("2025-07-01", geo::CellOf::places));
/// \endcode
/// \par Threads  functions of their arguments alone.

}  // namespace marchland::geo
