/// \file crossings.hpp
/// Where the border is crossed: gates, lanes, openings and informal points, with their history.
#pragma once

#include "geo/column.hpp"
#include "geo/crs.hpp"
#include "geo/finding.hpp"
#include "geo/read.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace marchland::geo {

enum class CrossingClass : std::uint8_t {
    international, main, auxiliary, clearance_lane, opening, rail, ford, informal, unknown
};
enum class CrossingStatus : std::uint8_t { open, closed, unknown };

std::string_view name_of(CrossingClass klass);
std::string_view name_of(CrossingStatus status);

/// The register as it stood on one day.
/// \invariant ids are unique and not empty; rows are in the order of their ids.
struct Crossings {
    Column<CrossingId, std::string> id;
    Column<CrossingId, std::string> name;
    Column<CrossingId, CrossingClass> klass;
    Column<CrossingId, CrossingStatus> status;
    Column<CrossingId, std::optional<Point>> at;  ///< working system; nothing: not known where
    Column<CrossingId, double> accuracy_m;        ///< NaN where not stated

    std::size_t size() const { return id.size(); }
    bool informal(CrossingId i) const
    {
        return klass[i] == CrossingClass::informal || klass[i] == CrossingClass::ford;
    }
};

/// Columns id, name, class, status, valid_from, valid_to, accuracy_m; only id is required.
/// Rows with the same id are the history of one crossing; that of `day` (2025-06-30) is taken.
/// A crossing without coordinates is a note and stays in the register, off the map.
Crossings read_crossings(LayerSource const& source, Crs const& working, std::string const& day,
                         Findings& findings);

}  // namespace marchland::geo
