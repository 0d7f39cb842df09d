// Made-up results of a made-up region, for tests of what people see.
#pragma once

#include "results/results.hpp"

#include <cstddef>

namespace marchland::support {

/// Communes on a wobbly grid, three columns of which nobody looked into, one hotspot in the
/// north-east, a border along the north, and one informal crossing that nothing may show.
results::Results fake_results(std::size_t rows = 6, std::size_t columns = 8);

/// What must never be seen: name, id and place of the informal crossing, and of the path to it.
struct Hidden {
    static constexpr auto name = "Khe Vắng Giả";
    static constexpr auto id = "XX-INFORMAL-1";
    static constexpr geo::Point at{512'345.6, 2'434'567.8};
};

}  // namespace marchland::support
