/// \file tango.hpp
/// Tango's maximized excess events test: is there clustering at all, at whatever scale?
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace marchland::analysis::scan {

struct TangoOptions {
    /// metres, each above 0; empty: ten up to half the largest distance
    std::vector<double> scales;
    int replicates = 999;  ///< 1 to 999,999
    std::uint64_t seed = 1;
};

struct Tango {
    std::vector<double> scales;
    std::vector<double> statistic;   ///< C at each scale, no unit
    std::vector<double> p_at_scale;  ///< each by itself: the smallest of them is no p-value
    double best_scale = 0.0;         ///< where p_at_scale is smallest
    double p_value = 1.0;            ///< that any scale would show as small a p by chance
    std::string note;                ///< why there is no answer; empty where there is one
    TangoOptions options;
};

/// C(scale) = sum over i, j of exp(-4 (d_ij / scale)^2) (r_i - p_i)(r_j - p_j), with r and p the
/// shares of cases and of what is expected; the smallest p over the scales is compared with that of
/// replicates.
///
/// The answer depends on the arguments only, not on the number of threads.
/// \param expected  any non-negative measure of how many cases to expect.
/// \throws Error{usage} sizes differ, an option or a value is out of range, cases where none can be
///         expected, or more than 5,000 communes; Cancelled.
/// \par Source  Tango (2000) Statistics in Medicine 19, 191-204.
/// \par Cost    O(scales x (communes^2 + replicates x communes with cases^2)); memory
///      8 bytes x communes^2.
Tango tango_test(geo::PerCommune<std::uint32_t> const& cases,
                 geo::PerCommune<double> const& expected, geo::PerCommune<geo::Point> const& places,
                 TangoOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis::scan
