/// \file crossings.hpp
/// Where the border is crossed: gates, lanes, openings and informal points, with their history.
#pragma once

#include "geo/files/read.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/finding.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace marchland::geo {

enum class CrossingClass : std::uint8_t {
    international,
    main,
    auxiliary,
    clearance_lane,
    opening,
    rail,
    ford,
    informal,
    unknown
};
enum class CrossingStatus : std::uint8_t { open, closed, unknown };

std::string_view name_of(CrossingClass klass);
std::string_view name_of(CrossingStatus status);

/// What else a register says of a crossing; empty or nothing where it does not.
struct CrossingDetail {
    std::string name_other;  ///< on the other side of the border
    std::string code_other;
    /// local time: "07:00-18:00", several with ';' between; empty: always, or not known
    std::string hours;
    std::string season;  ///< dry, wet; empty: all year, or not known
    std::string source;
    std::optional<double> certainty;  ///< that it is there and as told, in [0, 1]
    std::string history;              ///< "auxiliary to 2024-05-26; clearance lane from 2024-05-27"

    bool operator==(CrossingDetail const&) const = default;
};

/// The register as it stood on one day.
/// \invariant ids are unique and not empty; rows are in the order of their ids.
struct Crossings {
    Column<CrossingId, std::string> id;
    Column<CrossingId, std::string> name;
    Column<CrossingId, CrossingClass> klass;
    Column<CrossingId, CrossingStatus> status;
    Column<CrossingId, std::optional<Point>> at;  ///< working system; nothing: not known where
    Column<CrossingId, double> accuracy_m;        ///< NaN where not stated
    Column<CrossingId, CrossingDetail> details;   ///< empty: nothing else is known of any

    std::size_t size() const { return id.size(); }
    bool informal(CrossingId i) const
    {
        return klass[i] == CrossingClass::informal || klass[i] == CrossingClass::ford;
    }
    CrossingDetail detail(CrossingId i) const
    {
        return details.empty() ? CrossingDetail{} : details[i];
    }
};

/// Whether a text is times of day as CrossingDetail::hours has them; a time may pass midnight.
bool are_hours(std::string_view text);

/// Columns id, name, class, status, valid_from, valid_to, accuracy_m, name_other, code_other, hours, season,
/// source, certainty; only id is required.
///
/// Rows with the same id are the history of one crossing, each true from valid_from to valid_to, both days
/// included; no date there: always, or until further notice. The row of `day` (2025-06-30) is taken. Two rows
/// that hold on one day, or that end before they begin, are errors. In a gap between two rows the class is that
/// of the row before and the status unknown; before the first and after the last the crossing is closed.
/// A crossing without coordinates is a note and stays in the register, off the map; if another row of its
/// history has some, these are taken.
Crossings read_crossings(LayerSource const& source, Crs const& working, std::string const& day,
                         Findings& findings);

}  // namespace marchland::geo
