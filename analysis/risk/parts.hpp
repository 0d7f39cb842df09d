// The communes that take part in the risk, and what was expected of each. Private to analysis.
#pragma once

#include "analysis/risk/gamma_poisson_grid.hpp"
#include "analysis/risk/risk.hpp"

#include <vector>

namespace marchland::analysis::risk {

/// One commune that takes part: its share of people, its count, and what was expected.
struct Part {
    geo::CommuneId id{};
    double people = 0.0;     ///< at risk
    double structure = 1.0;  ///< of their sex and age
    Observed observed;
    double hidden = 0.0;  ///< of the cases, the middle of hidden cells
    double hidden_most = 0.0;
    bool looked = true;  ///< there is a likelihood
    bool ranked = true;  ///< it can be told apart from others at all

    /// What its expected persons are in proportion to at relative risk 1.
    double weight() const { return people * structure; }
};

struct Parts {
    Exposed exposed;
    std::vector<Part> list;
};

/// \throws Error{usage} sizes differ.
Parts parts_of(RiskInput const& input);

}  // namespace marchland::analysis::risk
