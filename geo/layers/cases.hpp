/// \file cases.hpp
/// Detected persons, counted by commune and period, and how hard anybody looked.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// The four places of a journey, never mixed.
enum class Role : std::uint8_t { origin, recruitment, transit, destination, unknown };
std::string_view name_of(Role role);

/// One line of the table: so many persons, of whom nothing else is known.
struct CaseCount {
    std::optional<CommuneId> commune;  ///< nothing: the record says that it is not known
    Period period;                     ///< the months of it that the study covers
    Role role = Role::origin;
    std::string form =
        "unknown";  ///< of exploitation: a value of the list, see geo/gate/word_lists.hpp
    std::string sex = "unknown";
    std::string age = "unknown";
    double count = 0.0;
    /// the file said "<5", and count is the middle of 0 to 4; or the commune is a part of a former one that was split,
    /// and some of these persons may belong to another part
    bool censored = false;
    double most = 0.0;   ///< where censored, the largest count that may be hidden: 4
    double least = 0.0;  ///< where censored, the smallest
};

/// Columns commune, period, count are required; vintage, level, role, form, sex, age may be absent.
///
/// `<5` is taken as 2 with a warning; `..` is no information and counts nothing. A commune code that
/// has lost its leading zero is understood if that is the only way to read it. Rows of former communes are carried
/// forward (`communes.former`): merges exactly, splits as persons of the parts with bounds. Columns that look like
/// data of persons are refused (see personal.hpp), and words that are on no list of roles, forms, sexes and ages.
std::vector<CaseCount> read_cases(LayerSource const& source, Communes const& communes,
                                  Period const& study, Findings& findings);

/// How hard anybody looked in one commune, as the table has it: in whatever unit, by kind.
struct EffortEntry {
    CommuneId commune{};
    Period period;  ///< the months of it that the study covers
    std::string kind = "unknown";
    double amount = 0.0;
};

/// What amounts of effort are told of.
enum class EffortUnit : std::uint8_t {
    a_head,  ///< each person at risk: of former communes that became one the mean holds
    in_all   ///< the whole commune: of former communes that became one the sum holds
};

/// Columns commune and amount are required; without a period an amount is for the whole study.
std::vector<EffortEntry> read_effort(LayerSource const& source, Communes const& communes,
                                     Period const& study, Findings& findings,
                                     EffortUnit unit = EffortUnit::a_head);

}  // namespace marchland::geo
