#include "geo/layers/team_visits.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"

namespace marchland::geo {
std::vector<TeamVisit> read_team_visits(LayerSource const& source, Communes const& communes,
                                        Findings& findings)
{
    std::vector<TeamVisit> visits;
    auto reader = LayerReader::open(source, findings);
    if (!reader ||
        refuses_columns(*reader, {"commune", "date"}, nullptr, {"date"}, &communes.names)) {
        return visits;
    }
    auto const* const commune = reader->required_field("commune");
    auto const* const date = reader->required_field("date");
    if (commune == nullptr || date == nullptr) {
        return visits;
    }
    CommuneColumn places{*reader, communes, CommuneFields::of(*reader, commune, date)};
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const meant = places.of(row);
        auto const days = parse_days(reader->text(date, row).value_or(""));
        if (!days) {
            reader->say(Severity::error, "bad-date", row, date->name,
                        "the date of the visit cannot be read; expected 2025-11-20, 2025-11 or "
                        "2025-Q4",
                        "correct the date, or leave the row out");
        } else {
            for (auto const& part : meant.parts) {  // of a split commune nobody knows which
                if (part.commune) {
                    visits.push_back({*part.commune, days->to});
                }
            }
        }
    }
    places.finish();
    reader->finish();
    return visits;
}

}  // namespace marchland::geo
