// Problems of Circuitscape as their .ini files state them: what is solved, not how.
#pragma once

#include "analysis/circuits/circuit.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace marchland::test {

using Table = std::vector<std::vector<double>>;

/// Lines of numbers; what follows a word is left out.
Table rows_in(std::filesystem::path const& file);

/// Which focal points see each other.
struct SeenPairs {
    bool all = true;
    bool include = true;   ///< else the pairs named are those that do not
    std::set<int> points;  ///< named; others take no part if pairs are to be included
    std::set<std::pair<int, int>> pairs;  ///< the lower first

    bool see(int one, int other) const
    {
        return all || pairs.contains(std::minmax(one, other)) == include;
    }
};

/// From a list ("mode include", then pairs) or a matrix ("min 2", "max 50", then values: a pair is
/// included where one of both lies between them).
SeenPairs seen_pairs(std::string const& text);

struct CircuitscapeProblem {
    std::string name;      ///< of its files of answers
    std::string scenario;  ///< pairwise, advanced, one-to-all or all-to-one
    bool network = false;
    std::vector<analysis::circuits::Conductor> conductors;
    analysis::circuits::ShortCircuit joined{0};  ///< polygons
    std::vector<char> inside;                    ///< of cells: those with a conductance
    std::map<int, std::vector<std::uint32_t>> points;
    std::map<int, double> strength;  ///< of points; 1 where none is given
    SeenPairs seen;
    analysis::circuits::Terminals terminals;  ///< of advanced
    analysis::circuits::TerminalRules rules;
    bool hides_current = false;  ///< where there is no conductance
    bool hides_voltage = false;
};

/// \param folder  to which the paths in the .ini are relative.
CircuitscapeProblem problem_in(std::filesystem::path const& folder,
                               std::filesystem::path const& ini);

}  // namespace marchland::test
