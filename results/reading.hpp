/// \file reading.hpp
/// What rows say together: questions that every reader of the tables asks, answered once.
#pragma once

#include "results/results.hpp"

namespace marchland::results {

/// Nobody looked and nothing was found.
bool has_no_information(CommuneRow const& row);

/// Has a rank that rests on something: where nobody looked there is none to show.
bool is_ranked(CommuneRow const& row);

/// Its risk is below the region's, but rests on hours to the crossing that nobody knows: not to be shown as low.
bool is_low_by_missing_hours(CommuneRow const& row);

/// In the group of the commune ranked first (rank_group 1), and not that commune itself: fewer than
/// 95 % of the draws put the first before it.
bool is_like_first(CommuneRow const& row);

/// Ranked communes, and those of them that cannot be told apart from the first.
struct RankGroup {
    int ranked = 0;
    int like_first = 0;
};

/// \par Cost  O(communes).
RankGroup rank_group(Results const& results);

/// A group where more was found than expected, as opposed to less.
bool is_high(ClusterRow const& cluster);

/// Whether the order did no better, in years that it had not seen, than a list drawn by lot may: in more than 5 % of
/// cases such a list holds as many persons.
bool no_better_than_by_lot(About const& about);

/// Whether so few persons were detected that communes cannot be told apart: the run said so.
bool has_few_persons(Results const& results);

/// Neither marked informal nor of a class that is.
bool is_official(CrossingRow const& crossing);

}  // namespace marchland::results
