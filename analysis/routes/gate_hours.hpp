// Opening hours of gates as windows of a day. Private to analysis.
#pragma once

#include "analysis/graph/restricted_routes.hpp"

#include <string_view>
#include <vector>

namespace marchland::analysis::routes {

/// "07:00-18:00;19:00-21:00" in hundredths of a second; always open where the text is empty.
/// \pre geo::are_hours(text) or it is empty
std::vector<graph::Window> windows_of(std::string_view text);

bool open_at(std::vector<graph::Window> const& windows, std::uint32_t ticks);

}  // namespace marchland::analysis::routes
