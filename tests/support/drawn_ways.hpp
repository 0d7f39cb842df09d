// Ways drawn by their corners.
#pragma once

#include "analysis/network/network.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace marchland::test {

struct DrawnWay {
    geo::Line line;
    geo::WayClass klass = geo::WayClass::local;
    bool bridge = false;
    bool tunnel = false;
    int level = 0;
    geo::Oneway oneway = geo::Oneway::both;
    geo::WayKind kind = geo::WayKind::road;
    double p_exists = 1.0;
};

inline geo::Ways ways_of(std::vector<DrawnWay> const& drawn)
{
    geo::Ways ways;
    for (auto const& way : drawn) {
        ways.id.push_back("w" + std::to_string(ways.id.size()));
        ways.kind.push_back(way.kind);
        ways.klass.push_back(way.klass);
        ways.bridge.push_back(way.bridge ? 1 : 0);
        ways.tunnel.push_back(way.tunnel ? 1 : 0);
        ways.level.push_back(way.level);
        ways.oneway.push_back(way.oneway);
        ways.p_exists.push_back(way.p_exists);
        ways.line.push_back(way.line);
    }
    return ways;
}

/// The lengths of all pieces, ascending: the same for any order of the ways.
inline std::vector<double> lengths_in(analysis::network::Network const& network)
{
    std::vector<double> lengths;
    for (auto const& piece : network.pieces) {
        lengths.push_back(piece.metres);
    }
    std::ranges::sort(lengths);
    return lengths;
}

/// Of the ways alone, without repairs.
inline double length_of_ways(analysis::network::Network const& network)
{
    double sum = 0.0;
    for (auto const& piece : network.pieces) {
        sum += piece.way ? piece.metres : 0.0;
    }
    return sum;
}

}  // namespace marchland::test
