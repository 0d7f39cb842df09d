// What methods call a thing, as the rows call it. A value that one side has and the other has not does not
// compile.
#pragma once

#include "analysis/hotspots/local_moran.hpp"
#include "analysis/network/network.hpp"
#include "analysis/network/way_evidence.hpp"
#include "analysis/outreach/post_sites.hpp"
#include "analysis/programmes/coverage.hpp"
#include "analysis/programmes/due.hpp"
#include "analysis/programmes/freshness.hpp"
#include "analysis/programmes/last_seen.hpp"
#include "analysis/risk/risk.hpp"
#include "analysis/routes/doubts.hpp"
#include "analysis/trends/bulletin.hpp"
#include "analysis/trends/change.hpp"
#include "results/kinds.hpp"

namespace marchland::study {

results::Evidence kind_of(analysis::risk::Evidence evidence);
results::Hotspot kind_of(analysis::hotspots::Pattern pattern);
results::NetworkGrade kind_of(analysis::network::EvidenceGrade grade);
results::PostKind kind_of(analysis::outreach::SiteKind kind);
results::RepairKind kind_of(analysis::network::RepairKind kind);
results::NetworkTie kind_of(analysis::routes::NetworkTie tie);
results::Verdict kind_of(analysis::trends::Verdict verdict);
results::ChangeScope kind_of(analysis::trends::Scope scope);
results::MonthFlag kind_of(analysis::trends::MonthFlag flag);
results::Freshness kind_of(analysis::programmes::Freshness freshness);
results::ServiceReach kind_of(analysis::programmes::Reach reach);
results::Visited kind_of(analysis::programmes::Visited visited);
results::DueKind kind_of(analysis::programmes::DueKind kind);

/// \pre the pattern is not `none`
results::ClusterKind cluster_of(analysis::hotspots::Pattern pattern);

}  // namespace marchland::study
