/// \file kinds.hpp
/// What a row says in one of a few words: values here, words in files.
///
/// Each kind has one list of words, in the order of its values; it serves writing and reading back.
#pragma once

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // GCC 12 takes scoped enumerators for geo::unknown
#include "geo/layers/crossings.hpp"
#include "geo/layers/ways.hpp"
#pragma GCC diagnostic pop

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace marchland::results {

/// How much is known of a place. none: nobody looked, or nothing can be said.
enum class Evidence : std::uint8_t { none, weak, moderate, strong };

/// A commune and its neighbours, after the correction for many tests. not_sought is an empty cell.
enum class Hotspot : std::uint8_t { none, high_high, low_low, high_low, low_high, not_sought };

enum class ClusterKind : std::uint8_t {
    local_moran_high_high,
    local_moran_low_low,
    local_moran_high_low,
    local_moran_low_high,
    scan_high
};

enum class ChangeScope : std::uint8_t { region, form, age, sex, commune };

/// Whether a change is real.
enum class Verdict : std::uint8_t { cannot_tell, real_rise, real_fall, effort };

/// Whether a month stands out.
enum class MonthFlag : std::uint8_t { too_early, as_expected, above, below };

/// A way goes on beyond the border, or stops near it.
enum class CandidateKind : std::uint8_t { crosses, ends };

enum class ChokepointKind : std::uint8_t { junction, crossing, way };
enum class PostKind : std::uint8_t { commune, market, crossing };

/// Which ends of ways a repair of the network joins.
enum class RepairKind : std::uint8_t { end_to_end, end_to_way, way_to_way };

/// How sure the weakest stretch of a way is.
enum class NetworkGrade : std::uint8_t { high, medium, low, not_stated };

/// How a crossing hangs on the network of ways. apart: on a piece that most communes cannot reach.
enum class NetworkTie : std::uint8_t { joined, apart, none, trains };

/// How far an entry may be relied on. undated: nobody says when it was true; no_entry is an empty cell.
enum class Freshness : std::uint8_t { fresh, undated, stale, no_entry };

/// Whether a service can be used on the day that is asked about.
enum class ServiceState : std::uint8_t { open, planned, closed };

/// How far the nearest service is; cannot_tell: its interval holds a limit; not_known: no hours are to be had.
enum class ServiceReach : std::uint8_t {
    within_hour,
    within_limit,
    beyond_limit,
    cannot_tell,
    no_service,
    not_known
};

/// Whether teams or activities came within the last months; never: nothing is on record.
enum class Visited : std::uint8_t { yes, perhaps, no, never };

/// What is due.
enum class DueKind : std::uint8_t { confirm, ends, visit, report, answer };

// What layers and findings say themselves.
using CrossingClass = geo::CrossingClass;
using CrossingStatus = geo::CrossingStatus;
using Sensitivity = geo::Sensitivity;
using Severity = geo::Severity;
using WayClass = geo::WayClass;
using WayKind = geo::WayKind;

using KindWords = std::span<std::string_view const>;

/// All words of a kind, in the order of its values; which value is given does not matter.
KindWords words_of(Evidence kind);
KindWords words_of(Hotspot kind);
KindWords words_of(ClusterKind kind);
KindWords words_of(ChangeScope kind);
KindWords words_of(Verdict kind);
KindWords words_of(MonthFlag kind);
KindWords words_of(CandidateKind kind);
KindWords words_of(ChokepointKind kind);
KindWords words_of(PostKind kind);
KindWords words_of(RepairKind kind);
KindWords words_of(NetworkGrade kind);
KindWords words_of(NetworkTie kind);
KindWords words_of(Freshness kind);
KindWords words_of(ServiceState kind);
KindWords words_of(ServiceReach kind);
KindWords words_of(Visited kind);
KindWords words_of(DueKind kind);
KindWords words_of(CrossingClass kind);
KindWords words_of(CrossingStatus kind);
KindWords words_of(Sensitivity kind);
KindWords words_of(Severity kind);
KindWords words_of(WayClass kind);
KindWords words_of(WayKind kind);

/// The word of a value, as files have it. Kinds of geo have geo::name_of.
template <class Kind>
requires requires(Kind kind)
{
    words_of(kind);
}
std::string_view name_of(Kind kind)
{
    return words_of(kind)[static_cast<std::size_t>(kind)];
}

/// The value that a word stands for; nothing for a word that is not of this kind.
template <class Kind>
std::optional<Kind> kind_called(std::string_view word)
{
    auto const words = words_of(Kind{});
    auto const found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt
                                : std::optional{static_cast<Kind>(found - words.begin())};
}

}  // namespace marchland::results
