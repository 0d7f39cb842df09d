/// \file markets.hpp
/// Markets near the border, where people meet.
#pragma once

#include "geo/files/read.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/vocabulary/calendar.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/finding.hpp"

#include <optional>
#include <string>

namespace marchland::geo {

/// \invariant ids are unique and not empty; rows are in the order of their ids.
struct Markets {
    Column<MarketId, std::string> id;
    Column<MarketId, std::string> name;
    Column<MarketId, std::string> kind;
    Column<MarketId, std::optional<Point>> at;  ///< working system; nothing: not known where
    Column<MarketId, Recurring> days;           ///< on which it meets; never: not known

    std::size_t size() const { return id.size(); }
};

/// Columns id, name, kind (a word of the list market_kind, else said and unknown), days (see Recurring); only id
/// is required.
Markets read_markets(LayerSource const& source, Crs const& working, Findings& findings);

}  // namespace marchland::geo
