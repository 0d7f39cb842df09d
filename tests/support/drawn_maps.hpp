// Maps drawn as text: each sign is a commune, touching the eight around it.
#pragma once

#include "analysis/neighbours/neighbours.hpp"

#include <limits>
#include <string>
#include <vector>

namespace marchland::test {

inline geo::CommuneId commune(std::size_t i)
{
    return static_cast<geo::CommuneId>(i);
}

struct DrawnMap {
    geo::PerCommune<double> rate;
    analysis::neighbours::Neighbours near;
    std::size_t columns = 0;

    geo::CommuneId at(std::size_t row, std::size_t column) const
    {
        return commune(row * columns + column);
    }
};

/// Queen neighbours on a grid, row by row.
analysis::neighbours::Neighbours grid_neighbours(std::size_t rows, std::size_t columns);

/// A digit is its value, '?' is not known.
DrawnMap drawn(std::vector<std::string> const& picture);

/// The lists of a path 0 - 1 - ... - (n - 1).
analysis::neighbours::Neighbours path_neighbours(std::size_t n);

/// The same lists after commune i has moved to place[i].
analysis::neighbours::Neighbours moved(analysis::neighbours::Neighbours const& near,
                                       std::vector<std::size_t> const& place);

template <class T>
geo::PerCommune<T> moved(geo::PerCommune<T> const& values, std::vector<std::size_t> const& place)
{
    auto out = values;
    for (std::size_t i = 0; i < place.size(); ++i) {
        out[commune(place[i])] = values[commune(i)];
    }
    return out;
}

/// A random order of 0 .. n - 1.
std::vector<std::size_t> shuffled(std::size_t n, std::uint64_t seed);

}  // namespace marchland::test
