#include "geo/layers/cases.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/carried_cases.hpp"
#include "geo/layers/case_records.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/layers/counted_cell.hpp"
#include "geo/layers/counted_twice.hpp"
#include "geo/layers/listed_column.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace marchland::geo {
namespace {

constexpr std::array role_names{std::string_view{"origin"}, std::string_view{"recruitment"},
                                std::string_view{"transit"}, std::string_view{"destination"},
                                std::string_view{"unknown"}};

struct Fields {
    Field const* commune;
    Field const* period;
    Field const* count;
    Field const* role;
    Field const* form;
    Field const* sex;
    Field const* age;
};

std::optional<Role> role_of(ListedColumn& roles, std::size_t row)
{
    auto const word = roles.of(row, name_of(Role::origin));
    auto const* const found =
        word ? std::ranges::find(role_names, std::string_view{*word}) : role_names.end();
    return found == role_names.end() ? std::nullopt
                                     : std::optional{static_cast<Role>(found - role_names.begin())};
}

/// The columns with words of lists.
struct Words {
    ListedColumn role;
    ListedColumn form;
    ListedColumn sex;
    ListedColumn age;

    Words(LayerReader& reader, Fields const& fields)
        : role{reader,
               fields.role,
               "role",
               {.rule = "bad-role",
                .then = ": a transit place must never be counted as an origin"}},
          form{reader, fields.form, "form"}, sex{reader, fields.sex, "sex"}, age{reader, fields.age,
                                                                                 "age"}
    {
    }
};

/// Where what a row counts belongs.
struct Places {
    CommuneColumn communes;
    CarriedCases carried;
    CoveredPeriods periods;
};

void read_row(LayerReader& reader, Fields const& fields, Words& words, std::size_t row,
              Places& places, std::vector<CaseCount>& cases)
{
    auto const meant = places.communes.of(row);
    auto& periods = places.periods;
    auto const period = periods.of(row);
    auto const counted = count_of(reader, fields.count, row);
    auto const role = role_of(words.role, row);
    auto const form = words.form.of(row, "unknown");
    auto const sex = words.sex.of(row, "unknown");
    auto const age = words.age.of(row, "unknown");
    if (meant.sound && period && counted && role && form && sex && age) {
        periods.counts(row, counted->count);
        places.carried.add(meant,
                           {{},
                            *period,
                            *role,
                            *form,
                            *sex,
                            *age,
                            counted->count,
                            counted->censored,
                            counted->most},
                           cases);
    }
}

void read_effort_row(LayerReader& reader, CommuneColumn& communes, EffortUnit unit,
                     Field const* amount, ListedColumn& kinds, std::size_t row,
                     CoveredPeriods& periods, std::vector<EffortEntry>& effort, double& beyond)
{
    auto const meant = communes.of(row);
    auto const period = periods.of(row);
    auto const kind = kinds.of(row, "unknown");
    auto const text = reader.text(amount, row);
    if (!text || is_nothing(*text)) {
        reader.say(Severity::warning, "effort-missing", row, amount->name,
                   "there is no amount; the row says nothing", "write 0 where nobody looked");
        return;
    }
    auto const value = reader.number(amount, row, Quantity::amount);
    if (!value || *value < 0.0) {
        reader.say(Severity::error, "bad-effort", row, amount->name,
                   "found " + without_names(*text) + ", expected a number, 0 or more",
                   "correct the amount");
        return;
    }
    if (!meant.sound || !period || !kind) {
        return;
    }
    periods.counts(row, *value);
    for (auto const& part : meant.parts) {
        if (part.commune) {
            double const share =
                unit == EffortUnit::in_all ? part.share.likely : communes.weight(meant, part);
            effort.push_back({*part.commune, *period, *kind, *value * share});
        } else {
            beyond += *value * part.share.likely;
        }
    }
}

}  // namespace

std::string_view name_of(Role role)
{
    return role_names.at(static_cast<std::size_t>(role));
}

std::vector<CaseCount> read_cases(LayerSource const& source, Communes const& communes,
                                  Period const& study, Findings& findings)
{
    std::vector<CaseCount> cases;
    auto reader = LayerReader::open(source, findings);
    if (reader && are_case_records(*reader)) {
        cases = counted_records(*reader, communes, study);
        reader->finish();
        return cases;
    }
    if (reader && are_single_persons(*reader)) {
        say_single_persons(*reader);
    }
    if (!reader ||
        refuses_columns(*reader, {"commune", "period", "role", "form", "sex", "age", "count"},
                        nullptr, {}, &communes.names)) {
        return cases;
    }
    Fields const fields{reader->required_field("commune"), reader->required_field("period"),
                        reader->required_field("count"),   reader->optional_field("role"),
                        reader->optional_field("form"),    reader->optional_field("sex"),
                        reader->optional_field("age")};
    if (fields.commune == nullptr || fields.period == nullptr || fields.count == nullptr) {
        return cases;
    }
    Places places{{*reader, communes, CommuneFields::of(*reader, fields.commune, fields.period)},
                  {*reader, communes},
                  {*reader, fields.period, study}};
    Words words{*reader, fields};
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        read_row(*reader, fields, words, row, places, cases);
    }
    say_counted_twice(*reader, fields.period,
                      {fields.commune, fields.role, fields.form, fields.sex, fields.age});
    places.communes.finish();
    places.carried.finish(cases);
    places.periods.finish("persons");
    reader->finish();
    return cases;
}

std::vector<EffortEntry> read_effort(LayerSource const& source, Communes const& communes,
                                     Period const& study, Findings& findings, EffortUnit unit)
{
    std::vector<EffortEntry> effort;
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_columns(*reader, {"commune", "period", "kind", "amount"}, "amount", {},
                                   &communes.names)) {
        return effort;
    }
    auto const* const commune = reader->required_field("commune");
    auto const* const amount = reader->required_field("amount");
    if (commune == nullptr || amount == nullptr) {
        return effort;
    }
    auto const* const period = reader->optional_field("period");
    CommuneColumn meant{*reader, communes, CommuneFields::of(*reader, commune, period),
                        unit == EffortUnit::in_all ? Carried::sums : Carried::means};
    CoveredPeriods periods{*reader, period, study};
    ListedColumn kinds{*reader, reader->optional_field("kind"), "effort_kind"};
    double beyond = 0.0;
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        read_effort_row(*reader, meant, unit, amount, kinds, row, periods, effort, beyond);
    }
    if (beyond > 0.0) {
        reader->say(Severity::warning, "beyond-study",
                    fixed(beyond, 0) +
                        " of effort are of former communes, or parts of them, that went to "
                        "communes which the study does not have; they count nowhere",
                    "add the communes to [communes], or take the rows out");
    }
    say_counted_twice(*reader, period, {commune, reader->optional_field("kind")});
    meant.finish();
    periods.finish("of effort");
    // Amounts have fractions, whose sum would depend on the order of the rows.
    std::ranges::sort(effort, {}, [](EffortEntry const& one) {
        return std::tuple{one.commune, one.period.from, one.period.to, one.kind, one.amount};
    });
    reader->finish();
    return effort;
}

}  // namespace marchland::geo
