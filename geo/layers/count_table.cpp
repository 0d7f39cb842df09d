#include "geo/layers/count_table.hpp"

#include "geo/layers/personal.hpp"
#include "geo/vocabulary/text.hpp"

#include <set>

namespace marchland::geo {

bool refuses_columns(LayerReader& reader, std::initializer_list<char const*> contract,
                     char const* measured, char const* day)
{
    static std::set<std::string> const may_be_mapped{"commune", "vintage", "count", "amount",
                                                     "value"};
    ExpectedColumns expected{.known = {},
                             .measured = measured == nullptr ? "" : reader.name_in_file(measured),
                             .vintage = reader.name_in_file("vintage"),
                             .day = day == nullptr ? "" : reader.name_in_file(day)};
    for (auto const* const name : contract) {
        auto const in_file = reader.name_in_file(name);
        if (!in_file.empty() && (may_be_mapped.contains(name) || folded(in_file) == name)) {
            expected.known.insert(in_file);
        }
    }
    auto const against = personal_data(reader.table(), reader.source().layer, expected);
    reader.findings().insert(reader.findings().end(), against.begin(), against.end());
    return !against.empty();
}

}  // namespace marchland::geo
