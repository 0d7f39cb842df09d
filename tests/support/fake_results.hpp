// Made-up results of a made-up region, for tests of what people see.
#pragma once

#include "results/results.hpp"

#include <array>
#include <cstddef>

namespace marchland::support {

/// Communes on a wobbly grid, three columns of which nobody looked into, one hotspot in the
/// north-east, a border along the north, and one informal crossing that nothing may show.
results::Results fake_results(std::size_t rows = 6, std::size_t columns = 8);

/// What must never be seen: name, id and place of the informal crossing, and of the path to it.
/// Every table that tells of places has them somewhere.
struct Hidden {
    static constexpr auto name = "Khe Vắng Giả";
    static constexpr auto id = "XX-INFORMAL-1";
    static constexpr geo::Point at{512'345.6, 2'434'567.8};
    /// As texts may carry them; no output may hold one.
    static constexpr std::array traces{name, id, "512345", "2434567", "512.345", "512,345"};
};

/// Adds what the programmes do: a reception centre and a shelter that nothing may place, and a line of every table.
void add_programmes(results::Results& results);

/// The shelter, which reports and pictures count and tell no more of.
struct HiddenShelter {
    static constexpr auto id = "NT-7";
    static constexpr auto name = "Mái ấm Giả Định";
    static constexpr auto code = "90002";
    static constexpr geo::Point at{523'456.7, 2'423'456.7};
    static constexpr std::array traces{id, name, "523456", "2423456"};
};

}  // namespace marchland::support
