#include "geo/layers/counted_twice.hpp"

#include "geo/vocabulary/period.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace marchland::geo {
namespace {

template <class Columns>
std::string cells_of(Columns const& columns, std::size_t row)
{
    std::string cells;
    for (Field const* const field : columns) {
        cells += (field == nullptr ? "" : field->cells[row].value_or("")) + '\x1F';
    }
    return cells;
}

/// How often something was found, and where first.
struct Found {
    std::size_t count = 0;
    std::size_t row = 0;
    std::size_t other = 0;

    void add(std::size_t at, std::size_t with)
    {
        if (count++ == 0) {
            row = at;
            other = with;
        }
    }
};

Found same_rows(Table const& table)
{
    std::vector<Field const*> columns;
    for (auto const& field : table.fields) {
        columns.push_back(&field);
    }
    Found found;
    std::map<std::string, std::size_t> seen;
    for (std::size_t row = 0; row < table.rows; ++row) {
        auto const [earlier, is_new] = seen.try_emplace(cells_of(columns, row), row);
        if (!is_new) {
            found.add(row, earlier->second);
        }
    }
    return found;
}

Found overlapping_periods(Table const& table, Field const& period,
                          std::vector<Field const*> const& what)
{
    std::map<std::string, std::vector<std::pair<Period, std::size_t>>> rows;
    for (std::size_t row = 0; row < table.rows; ++row) {
        if (auto const told = written_period(period.cells[row].value_or(""))) {
            rows[cells_of(what, row)].emplace_back(*told, row);
        }
    }
    Found found;
    for (auto& [of, entries] : rows) {
        std::ranges::sort(entries, {}, [](auto const& entry) {
            return std::tuple{entry.first.from, -entry.first.months(), entry.second};
        });
        auto longest = entries.front();  // of those before: the one that reaches farthest
        for (auto const& entry : entries) {
            if (longest.first != entry.first && longest.first.overlap(entry.first) > 0) {
                found.add(entry.second, longest.second);
            }
            longest = entry.first.to > longest.first.to ? entry : longest;
        }
    }
    return found;
}

}  // namespace

void say_counted_twice(LayerReader& reader, Field const* period,
                       std::vector<Field const*> const& what)
{
    auto const& table = reader.table();
    auto const rows = [](std::size_t n, char const* one, char const* many) {
        return std::to_string(n) + (n == 1 ? one : many);
    };
    if (auto const same = same_rows(table); same.count > 0) {
        reader.say(Severity::warning, "doubled-rows",
                   rows(same.count, " row says", " rows say") +
                       " the same as an earlier row in every column, and all are counted: " +
                       table.row_name(same.row) + " is that of " + table.row_name(same.other),
                   "take them out if they were copied; if they are meant, add them up");
    }
    if (period == nullptr) {
        return;
    }
    if (auto const parts = overlapping_periods(table, *period, what); parts.count > 0) {
        reader.say(Severity::warning, "overlapping-periods",
                   rows(parts.count, " row tells", " rows tell") +
                       " of a part of a period of which another row of the same commune and kind "
                       "tells, like a quarter beside its year; both are counted: " +
                       table.row_name(parts.row) + " and " + table.row_name(parts.other),
                   "leave out the sums, or the parts");
    }
}

}  // namespace marchland::geo
