#include "geo/layers/agency_lists.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::geo {
namespace {

std::vector<std::string> names_in(std::string const& text)
{
    std::vector<std::string> names;
    std::size_t from = 0;
    while (from <= text.size()) {
        auto const to = std::min(text.find_first_of(";+", from), text.size());
        std::string const name{trimmed(std::string_view{text}.substr(from, to - from))};
        if (!name.empty() && std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
        from = to + 1;
    }
    std::ranges::sort(names);
    return names;
}

}  // namespace

std::vector<SharedCount> read_agency_lists(LayerSource const& source, Findings& findings)
{
    std::vector<SharedCount> shared;
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_columns(*reader, {"stratum", "lists", "count"})) {
        return shared;
    }
    auto const* const stratum = reader->required_field("stratum");
    auto const* const lists = reader->required_field("lists");
    auto const* const count = reader->required_field("count");
    if (stratum == nullptr || lists == nullptr || count == nullptr) {
        return shared;
    }
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const names = names_in(reader->text(lists, row).value_or(""));
        auto const persons = reader->number(count, row, Quantity::whole);
        if (names.empty()) {
            reader->say(Severity::error, "lists-missing", row, lists->name, "no list is named",
                        "name the lists, \"police; shelter\"");
        } else if (!persons || *persons < 0.0 || *persons != std::floor(*persons)) {
            reader->say(Severity::error, "bad-count", row, count->name,
                        "the count is no whole number of 0 or more", "correct the count");
        } else {
            shared.push_back({reader->text(stratum, row).value_or("all"), names, *persons});
        }
    }
    reader->finish();
    return shared;
}

}  // namespace marchland::geo
