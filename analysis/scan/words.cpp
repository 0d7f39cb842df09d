#include "analysis/scan/scan.hpp"

#include "geo/vocabulary/text.hpp"

#include <cmath>

namespace marchland::analysis::scan {

std::string plain_words(ScanCluster const& cluster, std::string_view centre_name,
                        std::string_view period)
{
    std::string words = cluster.members.size() == 1
                            ? std::string{centre_name}
                            : std::to_string(cluster.members.size()) + " communes around " +
                                  std::string{centre_name};
    if (!period.empty()) {
        words += ", " + std::string{period};
    }
    words += ": " + std::to_string(cluster.cases) + (cluster.cases == 1 ? " person" : " persons") +
             " detected, " + geo::fixed(cluster.expected, 1) + " expected; ";
    words += std::isinf(cluster.relative_risk)
                 ? "none elsewhere"
                 : geo::fixed(cluster.relative_risk, 1) + " times the level elsewhere";
    return words + "; chance p = " + geo::fixed(cluster.p_value, cluster.p_value < 0.001 ? 5 : 3);
}

}  // namespace marchland::analysis::scan
