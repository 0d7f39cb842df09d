/// \file waiting_times.hpp
/// The clock of returns: who waits beyond the 42 days of an answer, and whose handover was announced too late.
#pragma once

#include "analysis/programmes/freshness.hpp"
#include "geo/layers/waiting.hpp"
#include "geo/vocabulary/calendar.hpp"
#include "geo/vocabulary/period.hpp"

#include <optional>
#include <span>
#include <vector>

namespace marchland::analysis::programmes {

/// Verification is to be answered within so many days of the notice, and a handover announced so many days ahead.
/// \par Source  rule of the Chinese ministry of public security, as UNICEF told it in the early 2000s: check the agreement
///      in force.
inline constexpr int answer_days = 42;
inline constexpr int notice_days = 10;

/// Bounds on persons: bands that straddle the limit, hidden small counts and unknown bands make them differ.
struct Count {
    double lower = 0.0;
    double upper = 0.0;
    void add(Count const& other)
    {
        lower += other.lower;
        upper += other.upper;
    }
};

/// All bands of one kind and period.
struct WaitingTime {
    geo::Period period;
    geo::WaitingKind kind{};
    Count all;
    Count late;  ///< answer: waits for more than 42 days; notice: announced less than 10 days ahead
    geo::Day
        as_of;  ///< the day on which they were counted, the latest said; else the last one of the period
    Freshness freshness = Freshness::fresh;
};

/// By period, then kind. A period is judged as an entry of the day on which its rows were counted.
std::vector<WaitingTime> waiting_times(std::span<geo::Waiting const> waiting,
                                       FreshnessRule const& rule);

/// Answers whose 42nd day after the notice is one of some days.
struct AnswerDue {
    std::optional<geo::Day> from;  ///< nothing: any day before
    geo::Day to;
    Count persons;
};

/// From the last day on which waiting for answers was counted, by the first day that they are due. Who has waited d days
/// on that day is due 42 - d days later. Unknown bands are due on no
/// known day and left out.
std::vector<AnswerDue> answers_due(std::span<geo::Waiting const> waiting);

}  // namespace marchland::analysis::programmes
