#include "results/reading.hpp"

#include <algorithm>
#include <string_view>

namespace marchland::results {

bool has_no_information(CommuneRow const& row)
{
    return row.evidence == Evidence::none;
}

bool is_ranked(CommuneRow const& row)
{
    return row.rank > 0 && !has_no_information(row);
}

bool is_low_by_missing_hours(CommuneRow const& row)
{
    return row.hours_missing && !(row.relative_risk >= 1.0);
}

bool is_like_first(CommuneRow const& row)
{
    return is_ranked(row) && row.rank > 1 && row.rank_group == 1;
}

RankGroup rank_group(Results const& results)
{
    RankGroup group;
    for (auto const& row : results.communes) {
        group.ranked += is_ranked(row) ? 1 : 0;
        group.like_first += is_like_first(row) ? 1 : 0;
    }
    return group;
}

bool is_high(ClusterRow const& cluster)
{
    using enum ClusterKind;
    return cluster.kind != local_moran_low_low && cluster.kind != local_moran_low_high &&
           !(cluster.relative_risk < 1.0);
}

bool no_better_than_by_lot(About const& about)
{
    return about.held_out_cases > 0.0 && about.held_out_p > 0.05;
}

bool has_few_persons(Results const& results)
{
    return std::ranges::find(results.findings, std::string_view{"few-persons"},
                             &geo::Finding::rule) != results.findings.end();
}

bool is_official(CrossingRow const& crossing)
{
    return !crossing.informal && crossing.klass != CrossingClass::informal;
}

}  // namespace marchland::results
