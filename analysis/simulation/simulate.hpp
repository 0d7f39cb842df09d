/// \file simulate.hpp
/// Simulation: worlds whose truth is known, over the geography of any study: for training, and to check the
/// engine.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace marchland::analysis::simulation {

enum class WorldFamily : std::uint8_t {
    null,      ///< the same risk everywhere
    smooth,    ///< a random field: near communes are alike
    clusters,  ///< groups of touching communes at several times the risk of the rest
    corridor,  ///< a long chain of communes, each touching the next
};
std::string_view name_of(WorldFamily family);

struct WorldOptions {
    WorldFamily family = WorldFamily::smooth;
    double persons_a_year = 100.0;  ///< detected, on average, in the region; above 0
    int years = 5;
    double spread = 0.8;  ///< sd of the log risk of a smooth field
    /// of that variance, what neighbours share; the rest is each commune's own
    double smooth_share = 0.8;
    int reach = 20;      ///< nearest communes over which a field is smoothed
    int groups = 4;      ///< planted clusters
    int members = 10;    ///< communes in each
    double times = 4.0;  ///< risk in a cluster or corridor against the rest
    /// chance of detection where effort is highest over where it is lowest
    double reporting_ratio = 1.0;
    double indicator = 0.0;  ///< correlation of the indicator with the log risk, in [0, 1)
    std::uint64_t seed = 1;
};

/// Communes without people have risk 0 and no persons; those without a shape have no neighbours.
struct World {
    geo::PerCommune<double> relative_risk;  ///< weighted by people, its mean is 1
    geo::PerCommune<double> persons;        ///< true victims a year, detected or not
    geo::PerCommune<double> reporting;      ///< chance that a victim is detected
    geo::PerCommune<double> effort;  ///< hours per 1000 people and year: what the study is told
    /// of vulnerability, z-score; noise where it is not asked for
    geo::PerCommune<double> indicator;
    geo::PerCommune<int> planted;                   ///< number of the cluster or corridor; 0: none
    std::vector<geo::PerCommune<double>> detected;  ///< by year
};

/// A field of variance 1: independent normal numbers, smoothed by a kernel over the nearest communes.
/// Its covariance is A A', with the rows of `smoother`.
neighbours::Weights smoother(geo::Communes const& communes, int reach);

/// \throws Error{usage} nobody lives in the region, or an option is out of range.
/// The answer depends on communes and options alone.
World simulate(geo::Communes const& communes, neighbours::Neighbours const& near,
               WorldOptions const& options);

/// \namespace marchland::analysis::simulation
/// \par Example
/// \code
/// #include "geo/shapes/boundaries.hpp"
/// using namespace analysis::simulation;
/// geo::Findings findings;
/// auto const communes = geo::read_communes(
///     {.layer = "communes", .source = "communes.gpkg",
///      .columns = {{"id", "code"}, {"at_risk", "population"}}}, "2025-07-01", {}, findings);
/// auto const near = geo::Boundaries{communes.shape}.neighbours(geo::Contiguity::queen);
/// auto const world = simulate(communes, near, {.family = WorldFamily::clusters, .groups = 2});
/// assert(*std::ranges::max_element(world.planted) == 2);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::simulation
