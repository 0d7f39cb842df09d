/// \file due.hpp
/// What is due when: entries to be confirmed, services that end, visits, reports, answers.
#pragma once

#include "analysis/programmes/freshness.hpp"
#include "analysis/programmes/last_seen.hpp"
#include "analysis/programmes/waiting_times.hpp"
#include "geo/layers/activities.hpp"
#include "geo/layers/services.hpp"
#include "geo/vocabulary/calendar.hpp"
#include "geo/vocabulary/column.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace marchland::analysis::programmes {

enum class DueKind : std::uint8_t {
    confirm,  ///< an entry of a service grows stale, or is undated
    ends,     ///< a service ends within the months of the rule
    visit,    ///< a commune has not been visited for so many months, or nothing is on record
    report,   ///< of an activity that was planned nobody says what was done
    answer    ///< the 42 days of an answer are over
};

struct DueItem {
    DueKind kind{};
    std::optional<geo::Day> from;  ///< the first day that it may be due
    std::optional<geo::Day> to;    ///< the last one; nothing: due now
    bool overdue = false;          ///< surely: that last day lies behind
    std::size_t row = 0;           ///< of the services, communes, activities or answers_due
};

/// What there is to look at. \pre answers are those of answers_due
struct DueInput {
    std::span<geo::Service const> services;
    geo::PerCommune<LastSeen> const& seen;
    std::span<geo::Activity const> activities;
    std::span<AnswerDue const> answers;
};

/// In the order of their last days; what is due now comes first.
/// \param visit_months  after which a commune is to be visited again.
std::vector<DueItem> due_items(DueInput const& input, FreshnessRule const& rule, int visit_months);

}  // namespace marchland::analysis::programmes
