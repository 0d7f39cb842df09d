/// \file dated.hpp
/// When an entry of a register was true, and how long it may be relied on.
#pragma once

#include "geo/vocabulary/calendar.hpp"

#include <optional>

namespace marchland::geo {

struct Dated {
    std::optional<Day> as_of;    ///< nothing: not stated
    std::optional<Day> expires;  ///< the last day on which it may be relied on; nothing: not stated
    auto operator<=>(Dated const&) const = default;
};

}  // namespace marchland::geo
