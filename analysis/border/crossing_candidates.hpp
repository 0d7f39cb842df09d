/// \file crossing_candidates.hpp
/// Where the network meets the border, held against the register of crossings.
#pragma once

#include "analysis/network/network.hpp"
#include "geo/layers/communes.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/layers/ways.hpp"
#include "geo/shapes/boundaries.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/job.hpp"

#include <optional>
#include <vector>

namespace marchland::analysis::border {

struct CandidateOptions {
    double tolerance_m = 300.0;  ///< how far a dead end may be from the border, candidates are
        ///< merged, and a register of unknown accuracy may be off; positive
};

/// A place where ways meet the border.
struct CrossingCandidate {
    geo::Point at;                   ///< on the border: the first of the places merged
    std::vector<geo::WayId> ways{};  ///< ascending
    bool crosses = false;  ///< a way goes on beyond the border; else all of them end near it
    std::optional<geo::CrossingId> crossing{};  ///< the nearest within its reach
    double metres = 0.0;                        ///< to that crossing

    bool operator==(CrossingCandidate const&) const = default;
};

/// How a crossing of the register lies; all of it within its reach: max(tolerance, accuracy).
struct CrossingSite {
    std::optional<std::size_t> candidate{};   ///< the nearest, by its place in the list
    bool way_here = false;                    ///< a way on the side of the communes
    bool way_beyond = false;                  ///< a way on the other side, more than 10 m outside
    std::optional<geo::CommuneId> commune{};  ///< that it lies in, or else the nearest
    double outside_m = 0.0;                   ///< to that commune; 0 inside

    bool operator==(CrossingSite const&) const = default;
};

/// Two rows of the register that may be one crossing.
struct CrossingTwins {
    geo::CrossingId one{};
    geo::CrossingId other{};
    double metres = 0.0;

    bool operator==(CrossingTwins const&) const = default;
};

struct CrossingCandidates {
    std::vector<CrossingCandidate> candidates;  ///< from west to east
    /// empty sites of crossings that have no place
    geo::Column<geo::CrossingId, CrossingSite> sites;
    std::vector<CrossingTwins> twins;
    CandidateOptions options;
};

/// Whether only paths and tracks meet the border there, or the register calls it informal:
/// restricted.
bool is_informal(CrossingCandidate const& candidate, geo::Ways const& ways,
                 geo::Crossings const& crossings);

/// The best class of the ways of a candidate.
geo::WayClass best_class(CrossingCandidate const& candidate, geo::Ways const& ways);

/// Meeting places are where a piece of the network crosses the border, or where a dead end (repairs
/// count as ways) lies within the tolerance of it. Taken one after the other, crossings first and
/// each kind from west to east, a place joins the nearest candidate within the tolerance or else
/// begins one.
///
/// Twins are within 150 m and have similar names (equal but for marks, case and words like "cửa
/// khẩu"; one holds the other; up to two letters differ; or one has none), or have one name within
/// 1 km.
///
/// \param network  of the same ways. \param border  in parts and order as they come; may be empty.
/// \param communes  of this side, all in one system in metres. \param boundaries  of these communes.
/// \throws Error{usage} a tolerance that is not positive. \throws Cancelled
/// \par Cost  O(segments) and for each crossing a look at the outlines of the communes.
CrossingCandidates find_candidates(network::Network const& network, geo::Ways const& ways,
                                   geo::MultiLine const& border, geo::Crossings const& crossings,
                                   geo::Communes const& communes, geo::Boundaries const& boundaries,
                                   CandidateOptions const& options = {}, geo::Job const& job = {});

/// What is odd about the border itself: parts that do not meet, and communes that it runs through
/// deeper than the tolerance. Notes. \throws Cancelled
geo::Findings border_findings(geo::MultiLine const& border, geo::Communes const& communes,
                              geo::Boundaries const& boundaries,
                              CandidateOptions const& options = {}, geo::Job const& job = {});

/// What register and network say against each other, each kind once with a count. Places without a
/// road are counted and never named.
geo::Findings candidate_findings(CrossingCandidates const& found, geo::Ways const& ways,
                                 geo::Crossings const& crossings, geo::Communes const& communes);

}  // namespace marchland::analysis::border
