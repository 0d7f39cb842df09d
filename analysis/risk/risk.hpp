/// \file risk.hpp
/// Relative risk of the communes after population and effort, with everything that follows from its
/// posterior: intervals, ranks, groups, evidence, and why.
#pragma once

#include "analysis/bym2/bym2.hpp"
#include "analysis/neighbours/neighbours.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::analysis::risk {

/// What orders the communes.
enum class RankBy : std::uint8_t { expected, relative_risk, exceedance };
std::string_view name_of(RankBy rank_by);

enum class RiskModel : std::uint8_t {
    bym2,           ///< neighbours share risk; counts are Poisson
    bym2_negbin,    ///< the same with more spread than chance within a commune
    gamma_poisson,  ///< every commune by itself; no covariates
};
std::string_view name_of(RiskModel model);

enum class Evidence : std::uint8_t { none, weak, moderate, strong };
std::string_view name_of(Evidence evidence);

/// What layer a covariate belongs to: they are never hidden in one another.
enum class Layer : std::uint8_t { vulnerability, exposure };

struct RiskCovariate {
    bym2::Covariate covariate;
    Layer layer = Layer::vulnerability;
};

struct RiskInput {
    geo::PerCommune<double> cases;    ///< in the window; hidden cells at the middle of their range
    geo::PerCommune<double> at_risk;  ///< persons; NaN or 0: no figures for this commune
    geo::PerCommune<double> effort;   ///< for each person at risk, any unit; empty: none is known
    double years = 1.0;
    geo::PerCommune<double> hidden;       ///< of cases, what stands for hidden cells; empty: none
    geo::PerCommune<double> hidden_most;  ///< the most that these cells may hide; empty: none
    /// Cases expected for the sex and age of the people here over those expected for their number alone;
    /// empty: not standardised. Relative risk is then beside sex and age.
    geo::PerCommune<double> structure;
    neighbours::Neighbours near;            ///< for bym2; empty: nobody has a neighbour
    std::vector<RiskCovariate> covariates;  ///< for bym2
};

struct RiskOptions {
    RankBy rank_by = RankBy::expected;
    /// from the posterior, for intervals and ranks; fewer where communes are many
    int draws = 4000;
    double coverage = 0.90;
    std::uint64_t seed = 1;
    RiskModel model = RiskModel::gamma_poisson;  ///< a study asks for bym2 unless it says otherwise
    int top = 20;                                ///< length of the list for top_chance
    /// bym2 against its own counts; not for cases that are weighed, which differ less than chance lets counts differ
    bool check = true;
};

/// Who was exposed to being found, and at what rate persons were.
struct Exposed {
    /// at risk x years x effort share; 0: nobody looked; NaN: unknown
    geo::PerCommune<double> exposure;
    double region_rate = 0.0;  ///< detected per exposure
};

/// \throws Error{usage} sizes differ.
Exposed exposed_of(RiskInput const& input);

/// Why a commune stands where it does: parts of a logarithm that add up to the score.
struct Explanation {
    geo::PerCommune<double> score;   ///< log of expected persons, less its mean over the communes
    geo::PerCommune<double> people;  ///< how many live there (and their sex and age)
    geo::PerCommune<double> indicators;  ///< vulnerability
    geo::PerCommune<double> exposure;    ///< hours to the crossing and the like
    geo::PerCommune<double> neighbours;  ///< what the communes around have in common
    geo::PerCommune<double> itself;      ///< what its own counts say beyond all that
    /// times the risk if the crossing were an hour farther; NaN: not in the model
    geo::PerCommune<double> hour_farther;
};

/// A number behind the model, with its posterior.
struct ModelFigure {
    std::string name;
    bym2::Estimate estimate;
};

struct Risk {
    double region_rate = 0.0;  ///< detected per person at risk and year
    double spread = 0.0;       ///< posterior mean of the sd between communes, relative
    /// at risk x years x effort share; 0: nobody looked; NaN: unknown
    geo::PerCommune<double> exposure;
    geo::PerCommune<double>
        relative_risk;  ///< posterior mean; its mean weighted by at risk x structure is 1
    geo::PerCommune<double> lower;
    geo::PerCommune<double> upper;
    geo::PerCommune<double> exceedance;  ///< P(relative risk > 1)
    geo::PerCommune<double> expected;    ///< persons a year at the region's average effort
    /// 1 = first; 0: not ranked (no figures, evidence none, or no case in the region)
    geo::PerCommune<std::int64_t> rank;
    geo::PerCommune<double> expected_rank;
    geo::PerCommune<double> rank_lower;  ///< of the ranks over draws, wide enough to hold `rank`
    geo::PerCommune<double> rank_upper;
    geo::PerCommune<double> top_chance;  ///< P(rank <= top)
    /// communes that cannot be told apart; 1 = first, 0: not ranked
    geo::PerCommune<std::int64_t> group;
    geo::PerCommune<Evidence> evidence;
    /// smallest relative risk that this effort finds with 80 % power
    geo::PerCommune<double> detectable;
    Explanation why;
    std::vector<ModelFigure> figures;
    bym2::PredictiveCheck check;
    bool checked = false;    ///< the model gave a predictive check
    geo::Findings findings;  ///< of the model: covariates left out and the like
};

/// Fits the model asked for and draws from its posterior.
///
/// gamma_poisson: cases_i ~ Poisson(exposure_i x rate x theta_i), theta_i ~ Gamma with mean m and relative
/// variance s^2, both averaged over a grid. bym2: see bym2.hpp. Where nobody looked and nobody was found
/// there is no likelihood: theta_i keeps its prior (under bym2, what its neighbours and covariates say)
/// and the evidence is none. The answer does not depend on the number of threads.
///
/// Ranks: of the draws. A group holds the communes that follow its first one in rank and of which none
/// lies below it in 95 % of the draws. Detectable: the effort finds more than chance at the region's rate
/// brings in 5 % of cases.
///
/// \throws Error{usage} sizes differ, no draws, or coverage outside (0, 1); Cancelled.
/// \par Source  Clayton and Kaldor (1987) Biometrics 43, 671-681; prior of s: Simpson and others (2017)
///      Statistical Science 32, 1-28, P(s > 2) = 0.1.
/// \par Cost    O(communes x draws x log communes), and that of the model.
Risk risk_of(RiskInput const& input, RiskOptions const& options = {}, geo::Job const& job = {});

/// How hours to the crossing enter the model: far hours differ less than near ones.
double exposure_scale(double hours);

/// \namespace marchland::analysis::risk
/// \par Example
/// \code
/// using namespace analysis::risk;
/// RiskInput input;
/// input.cases = geo::PerCommune<double>{std::vector{0.0, 2.0, 9.0}};
/// input.at_risk = geo::PerCommune<double>{3, 4000.0};
/// input.years = 3.0;
/// auto const risk = risk_of(input, {.model = RiskModel::gamma_poisson});
/// assert(risk.rank[geo::CommuneId{2}] == 1);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::risk
