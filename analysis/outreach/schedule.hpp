// Which visit a team makes when. Private to analysis.
#pragma once

#include "analysis/outreach/plan.hpp"

namespace marchland::analysis::outreach {

/// Puts the visits of each team one after another, in the order of the plan. With a start they get dates, and a visit
/// to a commune with a market is made when it meets: of all visits left the one that can begin first goes next,
/// of equals one to a market. A market that meets on no day at work within `days_ahead` is as one whose days are
/// not known.
/// \pre every visit has its team
/// \par Cost  visits x visits to markets x days_ahead, of a team.
void lay_out(Plan& plan, PlanInput const& input, PlanOptions const& options);

constexpr int days_ahead = 60;

}  // namespace marchland::analysis::outreach
