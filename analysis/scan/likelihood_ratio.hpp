// The likelihood ratio of a window, and from which count on it is beaten. Private.
#pragma once

#include "analysis/scan/problem.hpp"

#include <cstdint>
#include <vector>

namespace marchland::analysis::scan {

/// ln(likelihood ratio) of c cases where the window has weight w.
///
/// Poisson: c ln(c/mu) + (C-c) ln((C-c)/(C-mu)); Bernoulli the same with the controls. Zero where
/// the window is not of the kind looked for.
class LogRatio {
public:
    explicit LogRatio(ScanProblem const& problem);

    double operator()(std::uint64_t c, double w) const;
    double high(std::uint64_t c, double w) const;
    double low(std::uint64_t c, double w) const;

    ScanFor rates() const { return rates_; }
    std::uint64_t cases() const { return cases_; }
    double weight() const { return weight_; }

private:
    friend class Thresholds;
    double ratio(std::uint64_t c, double w) const;
    double poisson(std::uint64_t c, double log_mu, double log_outside) const;
    double bernoulli(std::uint64_t c, double persons) const;

    bool bernoulli_;
    ScanFor rates_;
    std::uint64_t cases_;
    double weight_;
    std::vector<double> x_log_x_;  ///< of 0 .. cases
    double bernoulli_null_ = 0.0;
};

/// Weights in classes whose width is a small part of the spread of a count (square root scale).
class WeightClasses {
public:
    explicit WeightClasses(ScanProblem const& problem);

    std::size_t size() const { return size_; }
    std::uint16_t of(std::uint64_t w) const;
    double floor(std::size_t index) const;    ///< lowest weight of a class
    double ceiling(std::size_t index) const;  ///< highest; the last class has that of everything

private:
    double cases_;
    double weight_;
    double step_;
    std::size_t size_;
};

/// From which count on a window of each class could beat the best so far.
class Thresholds {
public:
    Thresholds(ScanProblem const& problem, LogRatio const& ratio, WeightClasses const& classes);

    /// The smallest count that could, with high rates. One more than all cases: none can.
    void high(double best, double penalty, std::vector<std::uint32_t>& out) const;
    /// One more than the largest count that could, with low rates; 0: none can.
    void low(double best, double penalty, std::vector<std::uint32_t>& out) const;

private:
    /// A weight at the edge of a class, with the logarithms that its ratios need.
    struct Edge {
        double weight = 0.0;
        double expected = 0.0;
        double log_expected = 0.0;
        double log_outside = 0.0;
    };
    Edge edge_at(double weight) const;
    bool beats(std::int64_t c, Edge const& edge, double enough) const;

    LogRatio const& ratio_;
    std::int64_t cases_;
    std::vector<Edge> floors_;
    std::vector<Edge> ceilings_;
};

}  // namespace marchland::analysis::scan
