#include "datasets/lang-son/make/cases.hpp"

#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string_view>

namespace marchland::lang_son {
namespace {

constexpr double persons_in_window = 90.0;
constexpr int quarters = 18;         // 2021-Q1 to 2025-Q2
constexpr int window_quarters = 12;  // the last three years of them

struct Share {
    std::string_view name;
    double weight = 0.0;
};

// Shares are invented, with an eye on what was published for 2022: more men than women, and far
// more labour than sexual exploitation.
constexpr Share forms[]{
    {"forced_labour", 0.34},    {"forced_criminality", 0.22}, {"sexual_exploitation", 0.14},
    {"forced_marriage", 0.12},  {"domestic_servitude", 0.05}, {"begging", 0.03},
    {"illegal_adoption", 0.03}, {"not_yet_exploited", 0.04},  {"unknown", 0.03}};
constexpr Share sexes_mostly_male[]{{"M", 0.68}, {"F", 0.29}, {"unknown", 0.03}};
constexpr Share sexes_mostly_female[]{{"F", 0.88}, {"M", 0.08}, {"unknown", 0.04}};
constexpr Share ages_of_adults[]{{"14-15", 0.06}, {"16-17", 0.16}, {"18-24", 0.38},
                                 {"25-34", 0.24}, {"35+", 0.10},   {"unknown", 0.06}};
constexpr Share ages_of_children[]{{"0-2", 0.35}, {"3-8", 0.35}, {"9-13", 0.30}};

std::string_view drawn(std::span<Share const> shares, double u)
{
    for (auto const& share : shares) {
        if (u < share.weight) {
            return share.name;
        }
        u -= share.weight;
    }
    return shares.back().name;
}

std::span<Share const> sexes_of(std::string_view form)
{
    bool const female =
        form == "sexual_exploitation" || form == "forced_marriage" || form == "domestic_servitude";
    return female ? std::span<Share const>{sexes_mostly_female} : sexes_mostly_male;
}

std::span<Share const> ages_of(std::string_view form)
{
    bool const child = form == "illegal_adoption" || form == "begging";
    return child ? std::span<Share const>{ages_of_children} : ages_of_adults;
}

/// Closed borders kept numbers low until the middle of 2022.
double season(int quarter)
{
    return quarter < quarters - window_quarters ? 0.6 : 1.0;
}

std::string name_of_quarter(int quarter)
{
    std::string name = std::to_string(2021 + quarter / 4);
    name += "-Q";
    name += std::to_string(1 + quarter % 4);
    return name;
}

/// Persons a quarter for each person at risk, at a relative risk and reporting of 1.
double base_rate(Facts const& facts, std::vector<Truth> const& truth)
{
    double weight = 0.0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        weight += facts.communes[i].population * truth[i].relative_risk * truth[i].reporting;
    }
    return persons_in_window / (window_quarters * weight);
}

}  // namespace

std::vector<CaseCount> cases_of(Facts const& facts, std::vector<Truth> const& truth)
{
    double const rate = base_rate(facts, truth);
    std::vector<CaseCount> counts;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        geo::Draws draws{geo::Random{seed, "cases", i}};
        double const mean =
            rate * facts.communes[i].population * truth[i].relative_risk * truth[i].reporting;
        for (int quarter = 0; quarter < quarters; ++quarter) {
            std::map<std::array<std::string_view, 3>, int> cells;
            for (auto n = draws.poisson(mean * season(quarter)); n > 0; --n) {
                auto const form = drawn(forms, draws.uniform());
                auto const sex = drawn(sexes_of(form), draws.uniform());
                ++cells[{form, sex, drawn(ages_of(form), draws.uniform())}];
            }
            for (auto const& [cell, count] : cells) {
                counts.push_back({facts.communes[i].code, name_of_quarter(quarter),
                                  std::string{cell[0]}, std::string{cell[1]}, std::string{cell[2]},
                                  count});
            }
        }
    }
    return counts;
}

std::vector<EffortRow> effort_of(Facts const& facts, std::vector<Truth> const& truth)
{
    std::vector<EffortRow> rows;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        auto const& commune = facts.communes[i];
        double const patrols = commune.at_border ? 0.7 : 0.4;
        for (int year = 2021; year <= 2025; ++year) {
            double const part = year == 2025 ? 0.5 : 1.0;
            auto const hours = [&](double share) {
                return static_cast<int>(std::lround(truth[i].effort * part * share));
            };
            rows.push_back({commune.code, std::to_string(year), "patrol", hours(patrols)});
            rows.push_back({commune.code, std::to_string(year), "outreach", hours(1.0 - patrols)});
        }
    }
    return rows;
}

}  // namespace marchland::lang_son
