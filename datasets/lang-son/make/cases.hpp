// SYNTHETIC counts of detected persons by commune of origin. Nobody is behind them.
#pragma once

#include "datasets/lang-son/make/facts.hpp"
#include "datasets/lang-son/make/truth.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace marchland::lang_son {

struct CaseCount {
    std::string commune;
    std::string period;  ///< 2021-Q1 to 2025-Q2
    std::string form;    ///< of exploitation, in words of IC-TIP
    std::string sex;
    std::string age;
    int count = 0;
};

/// Poisson numbers with mean population x relative risk x reporting, scaled to about 90 persons in
/// the three years from July 2022; the years before are thinner.
std::vector<CaseCount> cases_of(Facts const& facts, std::vector<Truth> const& truth);

struct EffortRow {
    std::string commune;
    std::string period;  ///< a year; 2025 counts to June
    std::string kind;    ///< patrol or outreach
    int hours = 0;
};

std::vector<EffortRow> effort_of(Facts const& facts, std::vector<Truth> const& truth);

}  // namespace marchland::lang_son
