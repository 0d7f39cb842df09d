#include "geo/vocabulary/number_style.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace marchland::geo;

namespace {

struct Case {
    char const* what;
    Quantity quantity;
    std::vector<std::string> cells;
    std::vector<std::optional<double>> numbers;
    bool judged = false;
    bool unclear = false;
};

constexpr auto none = std::nullopt;

}  // namespace

TEST(NumberStyle, IsThatOfTheWholeColumn)
{
    std::vector<Case> const cases{
        {"plain", Quantity::whole, {"840", "2240"}, {840, 2240}},
        {"decimals", Quantity::amount, {"12.5", "0.25", "7"}, {12.5, 0.25, 7}},
        {"dots group", Quantity::whole, {"840", "2.240", "1.120"}, {840, 2240, 1120}, true},
        {"dots group, of hours too", Quantity::amount, {"840", "2.240"}, {840, 2240}, true},
        {"dots group beyond doubt", Quantity::measure, {"1.234.567", "2.240"}, {1234567, 2240}},
        {"of a share three decimals are decimals",
         Quantity::measure,
         {"0.125", "2.240"},
         {0.125, 2.24}},
        {"a leading zero is no thousand", Quantity::amount, {"0.125", "2.240"}, {0.125, 2.24}},
        {"commas group", Quantity::whole, {"4,137", "950"}, {4137, 950}, true},
        {"commas group beyond doubt", Quantity::measure, {"1,234,567"}, {1234567}},
        {"commas begin decimals",
         Quantity::measure,
         {"12,5", "0,75", "106,712"},
         {12.5, 0.75, 106.712}},
        {"both, as in Viet Nam",
         Quantity::amount,
         {"1.234,5", "12,25", "2.240"},
         {1234.5, 12.25, 2240}},
        {"both, as in England", Quantity::amount, {"1,234.5", "12.25"}, {1234.5, 12.25}},
        {"decimal commas beside grouping dots",
         Quantity::amount,
         {"12,5", "2.240"},
         {12.5, 2240},
         true},
        {"blanks group",
         Quantity::whole,
         {"4 137", "1\u00A0234\u00A0567", "1\u202F000"},
         {4137, 1234567, 1000}},
        {"a blank that groups nothing", Quantity::whole, {"4 13", "12 34567"}, {none, none}},
        {"signs", Quantity::measure, {"-1.234.567", "+2.000.000"}, {-1234567, none}},
        {"words", Quantity::whole, {"2.240", "about 12", ""}, {2240, none, none}, true},
        {"a plain number that would have been grouped",
         Quantity::whole,
         {"2.240", "3150"},
         {2240, 3150},
         true,
         true},
        {"a mark alone is no number",
         Quantity::amount,
         {"840", "2.240", "."},
         {840, 2240, none},
         true},
        {"contradiction", Quantity::amount, {"1.234.567", "12.5"}, {1234567, none}, false, true},
        {"both marks begin decimals",
         Quantity::measure,
         {"12.5", "12,5"},
         {none, 12.5},
         false,
         true}};
    for (auto const& one : cases) {
        auto const style = number_style(one.cells, one.quantity);
        EXPECT_EQ(style.unclear, one.unclear) << one.what;
        EXPECT_EQ(style.judged && !style.unclear, one.judged && !one.unclear) << one.what;
        for (std::size_t i = 0; i < one.cells.size(); ++i) {
            auto const number = number_in(one.cells[i], style);
            EXPECT_EQ(number.has_value(), one.numbers[i].has_value())
                << one.what << ": " << one.cells[i];
            if (number && one.numbers[i]) {
                EXPECT_DOUBLE_EQ(*number, *one.numbers[i]) << one.what << ": " << one.cells[i];
            }
        }
    }
}
