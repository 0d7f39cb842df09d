#include "results/held.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"
#include "results/tables.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace marchland::results {
namespace {

constexpr double rounding = 1e-6;

bool above(double value, double most)
{
    return value > most + rounding * std::max(1.0, std::abs(most));
}

bool differ(double one, double other)
{
    return above(one, other) || above(other, one);
}

[[noreturn]] void refuse(std::string_view method, std::string_view table, std::string const& row,
                         std::string_view column, std::string const& what)
{
    throw geo::Error{geo::Trouble::failed,
                     "the figures contradict themselves, and nothing was written: method " +
                         std::string{method} + ", table " + std::string{table} + ", " + row +
                         ", column " + std::string{column} + ": " + what +
                         "; this is a mistake of the program: please report it"};
}

/// "row 3 (06148)": its number and what its first column of text calls it.
template <class Row>
std::string name_of_row(TableOf<Row> const& table, Row const& row, std::size_t number)
{
    auto name = "row " + std::to_string(number + 1);
    if (auto const* const member = std::get_if<std::string Row::*>(&table.columns.front().member)) {
        name += " (" + row.**member + ")";
    }
    return name;
}

/// What is wrong with a figure; empty: nothing. \param ceiling  what it is a lower bound of, NaN: of nothing; `floor`
/// likewise.
std::string wrong_with(double value, Range const& range, double ceiling, double floor)
{
    auto const [lowest, highest] = range;
    if (std::isnan(value)) {
        return {};
    }
    if (above(lowest, value) || above(value, highest)) {
        return "found " + geo::shortest(value) + ", expected " + geo::shortest(lowest) +
               (std::isinf(highest) ? " or more" : " to " + geo::shortest(highest));
    }
    if (above(value, ceiling)) {
        return "the lower bound " + geo::shortest(value) + " lies above the figure " +
               geo::shortest(ceiling);
    }
    if (above(floor, value)) {
        return "the upper bound " + geo::shortest(value) + " lies below the figure " +
               geo::shortest(floor);
    }
    return {};
}

template <class Row>
std::string wrong_with(Row const& row, ColumnOf<Row> const& column, double value)
{
    auto const of = [&row](double Row::*member) {
        return member == nullptr ? geo::unknown : row.*member;
    };
    return wrong_with(value, column.range, of(column.lower_of), of(column.upper_of));
}

/// Parts of a row that sum to a whole.
template <class Row>
struct Sum {
    std::string_view whole;
    double Row::*of;
    std::vector<double Row::*> parts;
};

template <class Row>
std::vector<Sum<Row>> sums()
{
    return {};
}

template <>
std::vector<Sum<CommuneRow>> sums()
{
    using R = CommuneRow;
    return {{"score",
             &R::score,
             {&R::from_people, &R::from_indicators, &R::from_exposure, &R::from_neighbours,
              &R::from_itself}}};
}

template <>
std::vector<Sum<SheetRow>> sums()
{
    using R = SheetRow;
    return {{"km",
             &R::km,
             {&R::national_km, &R::provincial_km, &R::local_km, &R::track_km, &R::path_km,
              &R::inferred_km, &R::river_km, &R::unknown_km}}};
}

/// What else cannot be in one row: which column, and what is wrong; empty: nothing.
struct Contradiction {
    std::string_view column;
    std::string what;
};

template <class Row>
Contradiction contradiction_in(Row const&)
{
    return {};
}

template <>
Contradiction contradiction_in(CommuneRow const& row)
{
    auto const rank = static_cast<double>(row.rank);
    return row.rank > 0 && (above(row.rank_lower, rank) || above(rank, row.rank_upper))
               ? Contradiction{"rank", "it lies outside its interval"}
               : Contradiction{};
}

template <>
Contradiction contradiction_in(ValidationRow const& row)
{
    return above(row.caught, row.cases) ? Contradiction{"caught", "more persons than there were"}
                                        : Contradiction{};
}

template <class Row>
void hold_table(TableOf<Row> const& table, Results const& results)
{
    auto const rows = table.rows.of(results);
    auto const all_sums = sums<Row>();
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (auto const& column : table.columns) {
            if (auto const* const member = std::get_if<double Row::*>(&column.member)) {
                if (auto const wrong = wrong_with(rows[r], column, rows[r].**member);
                    !wrong.empty()) {
                    refuse(table.method, table.name, name_of_row(table, rows[r], r), column.name,
                           wrong);
                }
            }
        }
        if (auto const found = contradiction_in(rows[r]); !found.what.empty()) {
            refuse(table.method, table.name, name_of_row(table, rows[r], r), found.column,
                   found.what);
        }
        for (auto const& [whole, of, parts] : all_sums) {
            double sum = 0.0;
            for (auto const part : parts) {
                sum += rows[r].*part;
            }
            if (differ(sum, rows[r].*of)) {
                refuse(table.method, table.name, name_of_row(table, rows[r], r), whole,
                       "its parts sum to " + geo::shortest(sum) + ", not to " +
                           geo::shortest(rows[r].*of));
            }
        }
    }
}

/// Persons expected at even effort are those found, placed elsewhere. Where no effort is on record at all, the rate of
/// the region is not known.
void hold_expected(Results const& results)
{
    double found = 0.0;
    double expected = 0.0;
    bool any = false;
    bool looked = false;
    for (auto const& row : results.communes) {
        if (!std::isnan(row.expected)) {
            any = true;
            found += row.cases / results.about.years;
            expected += row.expected;
            looked = looked || std::isnan(row.effort) || row.effort > 0.0;
        }
    }
    if (!std::isnan(results.about.faded_found)) {
        found = results.about.faded_found;
    }
    if (any && looked && differ(expected, found)) {
        refuse("risk", "communes", "all rows", "expected",
               "they sum to " + geo::shortest(expected) + " persons a year, while " +
                   geo::shortest(found) + " were found");
    }
}

/// A figure of a table by the name of its column; NaN: none of that name, or not known.
double figure_in(geo::StoreTable const& table, std::size_t row, std::string_view name)
{
    auto const at = std::ranges::find(table.columns, name, &geo::StoreTable::ColumnHead::name);
    if (at == table.columns.end()) {
        return geo::unknown;
    }
    auto const& cell = table.rows[row][static_cast<std::size_t>(at - table.columns.begin())];
    auto const* const figure = std::get_if<double>(&cell);
    return figure != nullptr ? *figure : geo::unknown;
}

}  // namespace

void hold(std::string_view method, geo::StoreTable const& table,
          std::span<HeldColumn const> columns)
{
    for (auto const& column : table.columns) {
        if (column.type != geo::ValueType::real) {
            continue;
        }
        auto const held = std::ranges::find(columns, column.name, &HeldColumn::name);
        if (held == columns.end()) {
            refuse(method, table.name, "all rows", column.name,
                   "nothing says what its figures can be");
        }
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            auto const wrong = wrong_with(
                figure_in(table, r, column.name), {held->lowest, held->highest},
                figure_in(table, r, held->lower_of), figure_in(table, r, held->upper_of));
            if (!wrong.empty()) {
                refuse(method, table.name, "row " + std::to_string(r + 1), column.name, wrong);
            }
        }
    }
}

void hold(Results const& results)
{
    each_table([&](auto const& table) { hold_table(table, results); });
    hold_expected(results);
}

}  // namespace marchland::results
