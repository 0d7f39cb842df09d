#include "analysis/rates/age_sex.hpp"

#include "analysis/rates/counts.hpp"
#include "analysis/rates/indirect_expected.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <map>
#include <numeric>

namespace marchland::analysis::rates {
namespace {

using Group = std::pair<std::string, std::string>;  ///< sex, age

std::map<Group, std::size_t> groups_in(std::vector<geo::PeopleGroup> const& people)
{
    std::map<Group, std::size_t> groups;
    for (auto const& row : people) {
        groups.try_emplace({row.sex, row.age}, groups.size());
    }
    return groups;
}

/// Cases by group; those of a group that nobody is counted in come back as a number.
struct CasesByGroup {
    std::vector<double> counts;
    double elsewhere = 0.0;
};

CasesByGroup cases_by_group(std::vector<geo::CaseCount> const& rows, geo::Period const& window,
                            std::map<Group, std::size_t> const& groups)
{
    CasesByGroup cases{std::vector<double>(groups.size(), 0.0), 0.0};
    for (auto const& row : rows) {
        if (row.role != geo::Role::origin || !belongs(row.period, window)) {
            continue;
        }
        if (auto const found = groups.find({row.sex, row.age}); found != groups.end()) {
            cases.counts[found->second] += row.count;
        } else {
            cases.elsewhere += row.count;
        }
    }
    return cases;
}

}  // namespace

geo::PerCommune<double> structure_of(std::vector<geo::PeopleGroup> const& rows,
                                     std::vector<geo::CaseCount> const& case_rows,
                                     std::size_t communes, geo::Period const& window,
                                     geo::Findings& findings)
{
    auto const groups = groups_in(rows);
    auto cases = cases_by_group(case_rows, window, groups);
    double const all_cases = std::accumulate(cases.counts.begin(), cases.counts.end(), 0.0);
    if (all_cases == 0.0) {
        return {};
    }
    std::vector<double> people(communes * groups.size(), 0.0);
    geo::PerCommune<double> number{communes, 0.0};
    double everybody = 0.0;
    for (auto const& row : rows) {
        people[geo::index_of(row.commune) * groups.size() + groups.at({row.sex, row.age})] +=
            row.count;
        number[row.commune] += row.count;
        everybody += row.count;
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        double in_group = 0.0;
        for (std::size_t c = 0; c < communes; ++c) {
            in_group += people[c * groups.size() + g];
        }
        if (in_group == 0.0) {  // cases of a group in which nobody is counted
            cases.elsewhere += cases.counts[g];
            cases.counts[g] = 0.0;
        }
    }
    if (cases.elsewhere > 0.0) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "group-without-people",
             .layer = "people",
             .message = std::to_string(static_cast<long>(cases.elsewhere)) +
                        " persons are of a sex and age that the table of people does not have; "
                        "they do not count in the standardisation",
             .action = "use the same words for sex and age in both tables"});
    }
    auto const expected = indirect_expected(people, cases.counts);
    double const used = std::accumulate(cases.counts.begin(), cases.counts.end(), 0.0);
    geo::PerCommune<double> structure{communes, geo::unknown};
    for (auto const id : structure.ids()) {
        if (number[id] > 0.0 && used > 0.0) {
            structure[id] = expected[geo::index_of(id)] / (number[id] * used / everybody);
        }
    }
    return structure;
}

}  // namespace marchland::analysis::rates
