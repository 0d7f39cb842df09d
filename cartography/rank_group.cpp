#include "cartography/map_picture.hpp"

#include <algorithm>

namespace marchland::cartography {

using analysis::CommuneRow;

bool is_like_first(analysis::Results const& results, CommuneRow const& row)
{
    auto const first = std::ranges::find(results.communes, 1, &CommuneRow::rank);
    return first != results.communes.end() && row.rank > 1 &&
           row.rank_lower <= first->rank_upper;
}

RankGroup rank_group(analysis::Results const& results)
{
    RankGroup group;
    for (auto const& row : results.communes) {
        group.ranked += row.rank > 0 ? 1 : 0;
        group.like_first += is_like_first(results, row) ? 1 : 0;
    }
    return group;
}

}  // namespace marchland::cartography
