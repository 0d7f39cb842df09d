#include "geo/layers/people.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/vocabulary/text.hpp"

#include <cmath>

namespace marchland::geo {

std::vector<PeopleGroup> read_people(LayerSource const& source, Communes const& communes,
                                     Findings& findings)
{
    std::vector<PeopleGroup> people;
    auto reader = LayerReader::open(source, findings);
    if (!reader ||
        refuses_columns(*reader, {"commune", "vintage", "sex", "age", "count"}, "count")) {
        return people;
    }
    auto const* const commune = reader->required_field("commune");
    auto const* const count = reader->required_field("count");
    auto const* const sex = reader->optional_field("sex");
    auto const* const age = reader->optional_field("age");
    if (commune == nullptr || count == nullptr) {
        return people;
    }
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const meant =
            commune_of(*reader, communes, commune, reader->optional_field("vintage"), row);
        auto const persons = reader->number(count, row, Quantity::whole);
        if (!persons || !(*persons >= 0.0) || std::isinf(*persons)) {
            reader->say(Severity::error, "bad-people", row, count->name,
                        "the number of people is no number of 0 or more", "correct the figure");
        } else if (meant.commune) {
            people.push_back({*meant.commune, reader->text(sex, row).value_or("unknown"),
                              reader->text(age, row).value_or("unknown"), *persons});
        }
    }
    reader->finish();
    return people;
}

}  // namespace marchland::geo
