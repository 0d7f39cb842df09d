// The page on data names every table of a result and every column.
#include "results/tables.hpp"

#include "tests/support/reference.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

namespace marchland::results {
namespace {

std::string page(std::string const& file)
{
    return test::text_in(std::filesystem::path{MARCHLAND_SOURCE} / "docs" / file);
}

std::set<std::string> names_in(std::string const& text)
{
    std::regex const name{"[a-z_]+"};
    return {std::sregex_token_iterator{text.begin(), text.end(), name}, {}};
}

/// "flow with bounds" stands for the columns flow_lower and flow_upper.
std::string without_end(std::string const& column)
{
    return std::regex_replace(column, std::regex{"_(lower|upper)$"}, "");
}

TEST(Pages, DataNamesEveryTableAndColumn)
{
    auto const data = page("data.md");
    auto const sheet = page("methods/corridor-sheet.md");
    each_table([&](auto const& table) {
        std::string const name{table.name};
        EXPECT_NE(data.find("\n| " + name + " |"), std::string::npos) << name;
        auto const known = names_in(name == "sheet" ? data + sheet : data);
        for (auto const& column : table.columns) {
            std::string const title{column.name};
            EXPECT_TRUE(known.contains(title) || known.contains(without_end(title)))
                << title << " of " << name;
        }
    });
}

}  // namespace
}  // namespace marchland::results
