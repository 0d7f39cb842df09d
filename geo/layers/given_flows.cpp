#include "geo/layers/given_flows.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace marchland::geo {
namespace {

struct Fields {
    Field const* commune;
    Field const* vintage;
    Field const* crossing;
    Field const* amount;
};

std::optional<CrossingId> crossing_of(LayerReader& reader, Crossings const& crossings,
                                      Field const* field, std::size_t row)
{
    auto const id = reader.text(field, row).value_or("");
    auto const& known = crossings.id.span();
    if (auto const at = std::ranges::find(known, id); at != known.end()) {
        return static_cast<CrossingId>(at - known.begin());
    }
    auto const near = nearest_name(id, {known.begin(), known.end()});
    reader.say(Severity::error, "unknown-crossing", row, field->name,
               "found " + without_names(id) + ", which is no crossing of this study",
               near ? "did you mean \"" + *near + "\"?" : "use the ids of the layer crossings");
    return std::nullopt;
}

std::optional<double> amount_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row).value_or("");
    auto const value = reader.number(field, row, Quantity::amount);
    if (!value || !std::isfinite(*value) || *value < 0.0) {
        reader.say(Severity::error, "bad-amount", row, field->name,
                   "found " + without_names(text) + ", expected a number, 0 or more",
                   "correct the amount");
        return std::nullopt;
    }
    return value;
}

std::optional<GivenFlow> flow_of(LayerReader& reader, Communes const& communes,
                                 Crossings const& crossings, Fields const& fields, std::size_t row)
{
    GivenFlow flow;
    if (fields.commune != nullptr) {
        auto const meant = commune_of(reader, communes, fields.commune, fields.vintage, row);
        if (!meant.commune) {
            return std::nullopt;
        }
        flow.commune = *meant.commune;
    }
    auto const crossing = crossing_of(reader, crossings, fields.crossing, row);
    auto const amount = amount_of(reader, fields.amount, row);
    if (!crossing || !amount) {
        return std::nullopt;
    }
    flow.crossing = *crossing;
    flow.amount = *amount;
    return flow;
}

}  // namespace

GivenFlows read_given_flows(LayerSource const& source, Communes const& communes,
                            Crossings const& crossings, Findings& findings)
{
    GivenFlows given;
    auto reader = LayerReader::open(source, findings);
    if (!reader ||
        refuses_columns(*reader, {"commune", "vintage", "crossing", "amount"}, "amount")) {
        return given;
    }
    Fields const fields{reader->optional_field("commune"), reader->optional_field("vintage"),
                        reader->required_field("crossing"), reader->required_field("amount")};
    given.by_commune = fields.commune != nullptr;
    if (fields.crossing == nullptr || fields.amount == nullptr) {
        return given;
    }
    std::set<std::pair<CommuneId, CrossingId>> seen;
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const flow = flow_of(*reader, communes, crossings, fields, row);
        if (!flow) {
            continue;
        }
        if (!seen.emplace(flow->commune, flow->crossing).second) {
            reader->say(Severity::error, "doubled-row", row, fields.crossing->name,
                        crossings.id[flow->crossing] + " has more than one amount" +
                            (given.by_commune ? " from " + communes.label(flow->commune) : ""),
                        "keep one row, with the sum");
            continue;
        }
        given.flows.push_back(*flow);
    }
    std::ranges::sort(given.flows, {}, [](GivenFlow const& one) {
        return std::tuple{one.commune, one.crossing};
    });
    reader->finish();
    return given;
}

}  // namespace marchland::geo
