// The communes that have a value, closed up, with their links among themselves. Private to analysis.
#pragma once

#include "analysis/neighbours/neighbours.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::hotspots {

struct Compared {
    std::vector<geo::CommuneId> id;
    std::vector<double> z;            ///< value less mean
    std::vector<std::int64_t> whole;  ///< z in whole numbers: 1/2^32 of a deviation
    std::vector<std::size_t> start;   ///< links of i: start[i] ... start[i + 1]
    std::vector<std::uint32_t> to;
    std::vector<double> weight;
    double mean = 0.0;
    double m2 = 0.0;  ///< mean of z squared; 0: all values are equal

    std::size_t size() const { return id.size(); }
    std::span<std::uint32_t const> near(std::size_t i) const
    {
        return std::span{to}.subspan(start[i], start[i + 1] - start[i]);
    }
    std::span<double const> weights(std::size_t i) const
    {
        return std::span{weight}.subspan(start[i], start[i + 1] - start[i]);
    }
};

/// \param also  a second value that must be there too; empty: none.
/// \throws Error{usage} as local_test.
Compared compared(geo::PerCommune<double> const& value, neighbours::Weights const& weights,
                  geo::PerCommune<double> const& also = {});

/// Values less their mean as whole numbers; all 0 where they are equal.
struct Standardised {
    std::vector<double> z;
    std::vector<std::int64_t> whole;
    double mean = 0.0;
    double m2 = 0.0;
};
Standardised standardised(std::vector<double> const& values);

}  // namespace marchland::analysis::hotspots
