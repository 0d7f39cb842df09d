#include "analysis/rates/indirect_expected.hpp"

#include "geo/vocabulary/error.hpp"

#include <cmath>
#include <string>

namespace marchland::analysis::rates {
namespace {

void require(bool sound, std::string const& words)
{
    if (!sound) {
        throw geo::Error{geo::Trouble::usage, words};
    }
}

}  // namespace

std::vector<double> indirect_expected(std::span<double const> population,
                                      std::span<double const> cases)
{
    auto const groups = cases.size();
    require(groups > 0 && population.size() % groups == 0,
            "the population is not one number for each place and each group that has a number of "
            "cases");
    std::vector<double> at_risk(groups, 0.0);
    for (std::size_t i = 0; i < population.size(); ++i) {
        require(std::isfinite(population[i]) && population[i] >= 0.0,
                "the population of place number " + std::to_string(i / groups + 1) + ", group " +
                    std::to_string(i % groups + 1) + " is negative or not a number");
        at_risk[i % groups] += population[i];
    }
    std::vector<double> rate(groups, 0.0);
    for (std::size_t g = 0; g < groups; ++g) {
        require(std::isfinite(cases[g]) && cases[g] >= 0.0,
                "the cases of group " + std::to_string(g + 1) + " are negative or not a number");
        require(cases[g] == 0.0 || at_risk[g] > 0.0,
                "group " + std::to_string(g + 1) + " has cases and no population");
        rate[g] = cases[g] > 0.0 ? cases[g] / at_risk[g] : 0.0;
    }
    std::vector<double> expected(population.size() / groups, 0.0);
    for (std::size_t i = 0; i < population.size(); ++i) {
        expected[i / groups] += population[i] * rate[i % groups];
    }
    return expected;
}

}  // namespace marchland::analysis::rates
