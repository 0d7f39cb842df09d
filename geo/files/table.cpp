#include "geo/files/table.hpp"

#include "geo/vocabulary/text.hpp"

#include <algorithm>

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

}  // namespace marchland::geo
