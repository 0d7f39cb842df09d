/// \file way_evidence.hpp
/// What a route rests on: which sources its stretches come from, and how sure the least sure of
/// them is.
#pragma once

#include "analysis/network/network.hpp"
#include "geo/layers/ways.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace marchland::analysis::network {

enum class EvidenceGrade : std::uint8_t { high, medium, low, not_stated };

/// What stretches of ways rest on.
struct WayEvidence {
    std::vector<std::uint32_t> provenances;  ///< numbers in geo::Ways::provenances, ascending
    std::optional<double> least_confidence;  ///< of those that state one
    bool all_stated = true;                  ///< every stretch states its confidence
    geo::Sensitivity strictest = geo::Sensitivity::open;
    double gap_m = 0.0;  ///< over gaps that were closed
    double widest_gap_m = 0.0;
};

/// Each piece tells of its own way. \param pieces  numbers in network.pieces
/// \par Cost  O(pieces + sources).
WayEvidence evidence_of(std::span<std::uint32_t const> pieces, Network const& network,
                        geo::Ways const& ways);

/// The chain is as strong as its weakest link: high from 0.8, medium from 0.5; low also over a
/// closed gap that wants review; not stated where a stretch says nothing and none that does is low.
EvidenceGrade grade_of(WayEvidence const& evidence);

/// "roads.gpkg, as of 2025-07-01, ODbL; paths.gpkg": for citing.
std::string sources_in_words(WayEvidence const& evidence, geo::Ways const& ways);

}  // namespace marchland::analysis::network
