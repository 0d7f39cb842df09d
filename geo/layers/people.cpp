#include "geo/layers/people.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/layers/listed_column.hpp"
#include "geo/vocabulary/text.hpp"

#include <cmath>

namespace marchland::geo {

std::vector<PeopleGroup> read_people(LayerSource const& source, Communes const& communes,
                                     Findings& findings)
{
    std::vector<PeopleGroup> people;
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_columns(*reader, {"commune", "sex", "age", "count"}, "count", {},
                                   &communes.names)) {
        return people;
    }
    auto const* const commune = reader->required_field("commune");
    auto const* const count = reader->required_field("count");
    ListedColumn sexes{*reader, reader->optional_field("sex"), "sex"};
    ListedColumn ages{*reader, reader->optional_field("age"), "age"};
    if (commune == nullptr || count == nullptr) {
        return people;
    }
    CommuneColumn places{*reader, communes, CommuneFields::of(*reader, commune)};
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const meant = places.of(row);
        auto const sex = sexes.of(row, "unknown");
        auto const age = ages.of(row, "unknown");
        auto const persons = reader->number(count, row, Quantity::whole);
        if (!persons || !(*persons >= 0.0) || std::isinf(*persons)) {
            reader->say(Severity::error, "bad-people", row, count->name,
                        "the number of people is no number of 0 or more", "correct the figure");
        } else if (sex && age) {
            for (auto const& part : meant.parts) {
                if (part.commune) {
                    people.push_back({*part.commune, *sex, *age, *persons * part.share.likely});
                }
            }
        }
    }
    places.finish();
    reader->finish();
    return people;
}

}  // namespace marchland::geo
