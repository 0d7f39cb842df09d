/// \file finding.hpp
/// What was noticed in the data: where, what it is, what to do about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

enum class Severity : std::uint8_t {
    note,     ///< said, nothing to do
    warning,  ///< the work goes on, the result is weaker
    error,    ///< the work stops
};

/// One thing noticed. Never holds the value of a field that may identify a person.
struct Finding {
    Severity severity = Severity::note;
    std::string rule;     ///< stable short name of the check, e.g. "duplicate-code"
    std::string file;     ///< as the study names it
    std::string layer;    ///< communes, crossings, markets, roads, paths, border, cases, effort
    std::string feature;  ///< "row 12", "06148 Thụy Hùng" or empty for the whole layer
    std::string field;    ///< column as the file calls it, or empty
    std::string message;  ///< what was found and what was expected
    std::string action;   ///< how to mend it

    bool operator==(Finding const&) const = default;
};

using Findings = std::vector<Finding>;

std::string_view name_of(Severity severity);
bool stops_work(Findings const& findings);

/// One line for a person: "error: file cases.csv, layer cases, row 3, field count: found ... - action".
std::string sentence(Finding const& finding);

}  // namespace marchland::geo
