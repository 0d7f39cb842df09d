#include "geo/vocabulary/finding.hpp"

#include <algorithm>
#include <array>

namespace marchland::geo {

std::string_view name_of(Severity severity)
{
    constexpr std::array names{"note", "warning", "error"};
    return names.at(static_cast<std::size_t>(severity));
}

bool stops_work(Findings const& findings)
{
    return std::ranges::any_of(
        findings, [](Finding const& finding) { return finding.severity == Severity::error; });
}

std::string sentence(Finding const& finding)
{
    std::string line{name_of(finding.severity)};
    line += ": ";
    auto say = [&line, first = true](std::string_view what, std::string const& value) mutable {
        if (!value.empty()) {
            line += first ? "" : ", ";
            line += what;
            line += value;
            first = false;
        }
    };
    say("file ", finding.file);
    say("layer ", finding.layer);
    say("", finding.feature);
    say("field ", finding.field);
    line += ": " + finding.message;
    if (!finding.action.empty()) {
        line += " -> " + finding.action;
    }
    return line;
}

}  // namespace marchland::geo
