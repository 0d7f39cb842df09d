// Monte Carlo replicates, their counts: the same cases dealt out again by chance. Private.
#pragma once

#include "analysis/scan/problem.hpp"
#include "geo/vocabulary/random.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::scan {

/// Binomial(n, p) exactly, by inversion for small means and by transformed rejection else.
/// \par Source Hormann (1993) Journal of Statistical Computation and Simulation 46, 101-110 (BTRS).
class Binomial {
public:
    explicit Binomial(std::uint64_t largest_n);
    std::uint64_t operator()(geo::Draws& draws, std::uint64_t n, double p) const;

private:
    std::uint64_t rejected(geo::Draws& draws, double n, double p) const;
    std::vector<double> log_factorial_;
};

/// How the cases of a problem fall if chance alone decides, by the model of the problem.
class ReplicateDraws {
public:
    explicit ReplicateDraws(ScanProblem const& problem);

    /// \param counts  [cell]; overwritten. The same (seed, replicate) gives the same counts.
    void operator()(std::uint64_t replicate, std::span<std::uint32_t> counts) const;

private:
    void by_alias(geo::Draws& draws, std::span<std::uint32_t> counts) const;
    void by_splitting(geo::Draws& draws, std::span<std::uint32_t> counts) const;
    void without_replacement(geo::Draws& draws, std::span<std::uint32_t> counts) const;
    void new_dates(geo::Draws& draws, std::span<std::uint32_t> counts) const;

    /// Walker's alias method in whole numbers: keep a cell or take its alias.
    struct Alias {
        std::uint64_t keep = 0;  ///< of total_weight
        std::uint32_t other = 0;
    };

    ScanProblem const& problem_;
    std::vector<Alias> alias_;
    Binomial binomial_;
    std::vector<std::uint64_t> persons_until_;  ///< Bernoulli: cumulative persons by commune
    std::vector<std::uint32_t> case_commune_;   ///< permutation: of each case
    std::vector<std::uint32_t> case_step_;
};

}  // namespace marchland::analysis::scan
