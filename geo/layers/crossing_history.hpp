// The rows of a register that speak of one crossing: which holds on a day, and what contradicts.
// Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace marchland::geo {

/// One row of the register.
struct CrossingEntry {
    std::size_t row = 0;
    std::string id;
    std::string name;
    CrossingClass klass = CrossingClass::unknown;
    CrossingStatus status = CrossingStatus::unknown;
    std::string from;  ///< first day; empty: always
    std::string to;    ///< last day; empty: until further notice
    std::optional<Point> at;
    double accuracy_m = unknown;
    CrossingDetail detail{};
};

/// Puts the rows of one crossing in the order of their first days; rows that end before they begin
/// or hold on the same day as another are errors that name both.
void order_history(LayerReader& reader, std::vector<CrossingEntry>& history);

/// The crossing on a day: the row that holds; in a gap the one before with its status unknown;
/// before the first row and after the last closed. Says which. \pre history is ordered, not empty
CrossingEntry entry_of_day(LayerReader& reader, std::vector<CrossingEntry> const& history,
                           std::string const& day);

/// "auxiliary to 2024-05-26; clearance lane from 2024-05-27". Empty where nothing has changed.
std::string told_history(std::vector<CrossingEntry> const& history);

}  // namespace marchland::geo
