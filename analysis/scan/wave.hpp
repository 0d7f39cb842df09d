// A wave of replicates, as many as memory allows, and the strongest window of each so far. Private.
#pragma once

#include "analysis/scan/lanes.hpp"
#include "analysis/scan/replicates.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace marchland::analysis::scan {

class ScanWave {
public:
    virtual ~ScanWave() = default;
    virtual std::size_t batches() const = 0;
    virtual void draw(std::size_t batch, ReplicateDraws const& draws, geo::Job const& job) = 0;
    /// Looks at some rows of windows, all with the same penalty. Different batches may run at once.
    virtual void look(std::span<ScanRow const> rows, std::size_t batch) = 0;
    /// To be called when the penalty of the rows changes.
    virtual void forget_thresholds() = 0;
    virtual std::vector<double> const& best() const = 0;
};

/// Replicates first .. first + count - 1 of a problem.
std::unique_ptr<ScanWave> make_wave(ScanProblem const& problem, LogRatio const& ratio,
                                    WeightClasses const& classes, std::uint64_t first,
                                    std::size_t count);

/// How many replicates fit into 256 MB; a whole number of batches.
std::size_t wave_size(ScanProblem const& problem);

}  // namespace marchland::analysis::scan
