// Answers to the problems of Circuitscape: what was found, held against the files that state it.
#pragma once

#include "tests/support/circuitscape.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace marchland::test {

/// What was found, under the ends of the names of the files that state it.
struct Found {
    std::map<std::string, std::vector<double>> of_nodes;  ///< NaN where nothing is to be shown
    std::map<std::string, std::vector<double>> of_conductors;
    std::map<std::pair<int, int>, double> of_pairs;  ///< resistances, the lower number first
    std::map<int, double> of_points;                 ///< and of rounds of one point
};

/// Holds found figures against stated ones and keeps the largest difference, relative to what is
/// stated, or to 1 (the current that is put in) where less is stated.
class Judge {
public:
    explicit Judge(double tolerance) : tolerance_{tolerance} {}

    void expect(double ours, double stated, std::string const& what)
    {
        double const scale = std::max(1.0, std::abs(stated));
        EXPECT_NEAR(ours, stated, tolerance_ * scale) << what;
        largest_ = std::max(largest_, std::abs(ours - stated) / scale);
        ++figures_;
    }
    double largest() const { return largest_; }
    std::size_t figures() const { return figures_; }

private:
    double tolerance_;
    double largest_ = 0.0;
    std::size_t figures_ = 0;
};

/// "curmap_1_2" of "sgVerify1_curmap_1_2.asc".
std::string tail_of(std::string const& file);

/// Compares every figure of a file of answers; a file of which nothing was found is a failure.
void judge_file(std::filesystem::path const& file, CircuitscapeProblem const& problem,
                Found const& found, Judge& judge);

}  // namespace marchland::test
