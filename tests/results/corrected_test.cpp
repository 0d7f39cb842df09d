// One of many tests says little by itself: beside every p stands what it is after the correction, or it is one test.
#include "results/tables.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace marchland::results {
namespace {

/// Columns whose p is that of one test, or corrected itself, and why.
std::set<std::string> const corrected_in_itself{
    "clusters.p_value",   // scan: the likeliest of all windows; local Moran: of corrected ones
    "clusters.p_gumbel",  // the same by another tail
};

/// "gi_q" of "gi_p"; empty: there cannot be one.
std::string corrected_of(std::string const& p)
{
    auto const q = std::regex_replace(p, std::regex{"(^|_)p(_value)?$"}, "$1q$2");
    return q == p ? "" : q;
}

TEST(Corrected, EveryPThatIsOneOfManyHasItsQ)
{
    static std::regex const is_p{"(.*_)?p(_value|_gumbel)?"};
    std::set<std::string> found;
    each_table([&](auto const& table) {
        std::set<std::string> names;
        for (auto const& column : table.columns) {
            names.insert(std::string{column.name});
        }
        for (auto const& name : names) {
            if (!std::regex_match(name, is_p)) {
                continue;
            }
            auto const full = std::string{table.name} + "." + name;
            found.insert(full);
            EXPECT_NE(corrected_in_itself.contains(full), names.contains(corrected_of(name)))
                << full << ": expected either " << corrected_of(name)
                << " beside it, or a reason why it is corrected itself";
        }
    });
    EXPECT_EQ(found,
              (std::set<std::string>{"communes.moran_p", "communes.gi_p", "communes.geary_p",
                                     "communes.median_moran_p", "clusters.p_value",
                                     "clusters.p_gumbel", "changes.p_value", "bulletin.p_value"}));
}

}  // namespace
}  // namespace marchland::results
