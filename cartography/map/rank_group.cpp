#include "cartography/map/map_picture.hpp"

namespace marchland::cartography {

using results::CommuneRow;

namespace {

results::CommuneRow const* first_ranked(results::Results const& results)
{
    results::CommuneRow const* first = nullptr;
    for (auto const& row : results.communes) {
        if (is_ranked(row) && (first == nullptr || row.rank < first->rank)) {
            first = &row;
        }
    }
    return first;
}

}  // namespace

bool is_ranked(results::CommuneRow const& row)
{
    return row.rank > 0 && !has_no_information(row);
}

bool is_like_first(results::Results const& results, results::CommuneRow const& row)
{
    auto const* const first = first_ranked(results);
    return first != nullptr && is_ranked(row) && &row != first &&
           row.rank_lower <= first->rank_upper;
}

RankGroup rank_group(results::Results const& results)
{
    RankGroup group;
    for (auto const& row : results.communes) {
        group.ranked += is_ranked(row) ? 1 : 0;
        group.like_first += is_like_first(results, row) ? 1 : 0;
    }
    return group;
}

}  // namespace marchland::cartography
