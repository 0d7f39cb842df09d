/// \file capture_recapture.hpp
/// Capture-recapture (multiple systems estimation), how many were never detected: a range over models, for a
/// stratum, from agencies' overlapping lists.
///
/// Never for a commune: overlaps there are too small to say anything and small enough to identify a
/// person. Linkage errors between lists, and referral from one list to the next, bias every figure here;
/// the spread between models is larger than any single interval.
#pragma once

#include "analysis/capture_recapture/log_linear.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marchland::analysis::capture_recapture {

struct TwoLists {
    ListPair lists;
    double first = 0.0;  ///< persons on the first
    double second = 0.0;
    double both = 0.0;
    std::optional<double> petersen;  ///< n1 n2 / m; nothing where nobody is on both
    double chapman = 0.0;            ///< (n1 + 1)(n2 + 1) / (m + 1) - 1
    double variance = 0.0;           ///< of Chapman's
};

/// \par Source  Chapman (1951) University of California Publications in Statistics 1, 131-160; Seber
///      (1982) The Estimation of Animal Abundance.
TwoLists two_lists(ListCells const& cells, ListPair lists);

/// Lower bound where people differ in how easily they are found: n + f1 (f1 - 1) / (2 (f2 + 1)). It supposes
/// that each could be on many lists: of two it is no bound, and reporting_of leaves it out there.
/// \par Source  Chao (1987) Biometrics 43, 783-791, bias-corrected.
double chao_bound(ListCells const& cells);

enum class Criterion : std::uint8_t { aic, bic };

/// Adds, one at a time, the pair that lowers the criterion most, while any does. Pairs of lists that
/// nobody shares, and models whose estimate does not exist, are passed over.
/// \returns the models on the way, from independence to the last.
std::vector<LogLinearFit> stepwise(ListCells const& cells, Criterion criterion,
                                   double coverage = 0.95);

struct ReportingOptions {
    double coverage = 0.95;
    int least_overlap = 7;  ///< persons on two lists or more, below which no figure is given
    int resamples = 200;    ///< of the persons, each with its own selection of a model; 0: none
    std::uint64_t seed = 1;
};

struct ReportingModel {
    std::string name;    ///< "independence", "pairs by AIC" ...
    double total = 0.0;  ///< persons, detected or not
    double lower = 0.0;
    double upper = 0.0;       ///< infinite for a lower bound
    bool bound_only = false;  ///< a lower bound, not an estimate
};

/// What the lists of a stratum say.
struct Reporting {
    std::string stratum;
    double observed = 0.0;
    std::vector<ReportingModel> models;    ///< empty where refused
    double lower = 0.0;                    ///< over all models and their intervals; 0 where refused
    double upper = 0.0;                    ///< infinite where there are lower bounds alone
    std::vector<ListPair> never_together;  ///< pairs of lists that nobody shares
    std::string refusal;                   ///< in words; empty: there is a range
};

/// All models of one stratum. Refuses in words where the lists overlap too little, or where there are fewer
/// than two lists with anybody on them. Where no model's estimate exists, Chao's lower bound stands alone and
/// nothing bounds the number from above.
/// \throws Error{usage} counts are negative or not whole, not 2 to 12 lists; Cancelled.
Reporting reporting_of(std::string stratum, ListCells const& cells,
                       ReportingOptions const& options = {}, geo::Job const& job = {});

/// \namespace marchland::analysis::capture_recapture
/// \par Example
/// \code
/// using namespace analysis::capture_recapture;
/// // Persons on none (nobody knows), on the first list only, on the second only, on both.
/// ListCells const cells{{"police", "shelter"}, {0.0, 30.0, 20.0, 10.0}};
/// assert(two_lists(cells, {0, 1}).petersen == 120.0);  // 40 x 30 / 10
/// auto const range = reporting_of("Lang Son, 2024", cells);
/// assert(range.refusal.empty() && range.lower < 120.0 && range.upper > 120.0);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::capture_recapture
