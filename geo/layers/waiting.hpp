/// \file waiting.hpp
/// How long returns wait, in bands and counts: answers to notices, and notices of handovers.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/dated.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/period.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// answer: days since the notice of those whose verification is not answered; notice: days between the announcement of a
/// handover and the handover.
enum class WaitingKind : std::uint8_t { answer, notice };
std::string_view name_of(WaitingKind kind);

struct DayBand {
    int from = 0;
    std::optional<int> to;  ///< included; nothing: and more
    auto operator<=>(DayBand const&) const = default;
};

/// "0-14", "15–28 ngày", "43+", "<10", "trên 42 ngày"; nothing for any other text.
std::optional<DayBand> day_band(std::string_view text);

/// So many persons, of whom nothing else is known.
struct Waiting {
    Period period;
    WaitingKind kind{};
    std::optional<DayBand> band;  ///< nothing: not known
    double lower = 0.0;           ///< persons
    double upper = 0.0;           ///< above lower where the file said "<5"
    Dated dated;                  ///< as_of: the day on which they were counted
};

/// Columns period, kind, band and count are required; as_of and expires may be absent. The rows come in an order that
/// does not depend on that of the file.
std::vector<Waiting> read_waiting(LayerSource const& source, Findings& findings);

}  // namespace marchland::geo
