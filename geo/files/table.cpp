#include "geo/files/table.hpp"

#include "geo/gate/shown.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <iterator>

namespace marchland::geo {

Field const* Table::field(std::string_view name) const
{
    auto found = std::ranges::find(fields, name, &Field::name);
    if (found == fields.end()) {
        found = std::ranges::find_if(fields, [wanted = folded(name)](Field const& field) {
            return folded(field.name) == wanted;
        });
    }
    return found == fields.end() ? nullptr : &*found;
}

std::string Table::row_name(std::size_t row) const
{
    auto const after =
        std::ranges::find_if(sheets, [row](auto const& sheet) { return sheet.first > row; });
    auto const sheet =
        after == sheets.begin() ? "" : "sheet " + shown_header(std::prev(after)->second, 0) + ", ";
    return sheet + "row " + std::to_string(row_number(row));
}

}  // namespace marchland::geo
