// From the strongest window of each centre to the clusters of a scan, with their chances. Private.
#pragma once

#include "analysis/scan/search.hpp"

namespace marchland::analysis::scan {

/// Fills clusters and the Gumbel law of a scan. \pre scan.maxima is not empty
void list_clusters(ScanProblem const& problem, WindowFamily const& family, ScanSearch const& found,
                   geo::Job const& job, Scan& scan);

}  // namespace marchland::analysis::scan
