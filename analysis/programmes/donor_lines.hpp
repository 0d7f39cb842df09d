/// \file donor_lines.hpp
/// What was planned and done, in lines that may be added up and no others.
#pragma once

#include "analysis/programmes/freshness.hpp"
#include "geo/layers/activities.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/period.hpp"

#include <span>
#include <string>
#include <vector>

namespace marchland::analysis::programmes {

/// Persons to a copy of a leaflet beyond which the unit is doubted: more than two households. A working assumption.
inline constexpr double most_persons_a_copy = 10.0;

/// Rows of one kind, actor, period, unit and population.
struct DonorLine {
    std::string kind;
    std::string actor;
    geo::Period period;
    geo::ActivityUnit unit{};
    std::vector<std::string>
        populations;  ///< several: the line mixes them, and can be added to none
    std::size_t entries = 0;
    std::size_t communes = 0;  ///< different ones, as far as rows name them
    bool everywhere = false;   ///< a row is of the whole region
    double planned =
        geo::unknown;  ///< unknown where no row says; what the others say is a lower bound
    double done = geo::unknown;
    std::size_t planned_missing = 0;  ///< rows that do not say
    std::size_t done_missing = 0;
    double reached_lower = geo::unknown;  ///< persons, if every row reached the same ones
    double reached_upper = geo::unknown;  ///< if no person was reached twice
    /// Of copies, persons that this line, and lines of persons of the same kind, actor and months, say were reached by a
    /// copy; unknown where there is nothing to divide.
    double persons_a_copy = geo::unknown;
    Freshness freshness = Freshness::fresh;  ///< of the worst row

    bool mixed() const { return populations.size() > 1; }
    bool doubts_unit() const { return persons_a_copy > most_persons_a_copy; }
};

/// Lines by kind, actor, period, unit and population. Figures of different units, populations or periods are never added.
std::vector<DonorLine> donor_lines(std::span<geo::Activity const> activities,
                                   FreshnessRule const& rule);

}  // namespace marchland::analysis::programmes
