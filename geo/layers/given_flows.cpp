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

/// What a row says; of a former commune a flow from each of its parts.
struct FlowsOf {
    std::string
        former;  ///< its code and day; empty: the row is of a commune of the study, or of none
    std::vector<GivenFlow> flows;
};

FlowsOf flows_of(LayerReader& reader, CommuneColumn* communes, Crossings const& crossings,
                 Fields const& fields, std::size_t row)
{
    FlowsOf found;
    auto const meant = communes != nullptr ? communes->of(row) : Meant{};
    auto const crossing = crossing_of(reader, crossings, fields.crossing, row);
    auto const amount = amount_of(reader, fields.amount, row);
    if (!crossing || !amount) {
        return found;
    }
    if (communes == nullptr) {
        found.flows.push_back({.crossing = *crossing, .amount = *amount});
    }
    for (auto const& part : meant.parts) {
        if (part.commune) {
            found.flows.push_back({.commune = *part.commune,
                                   .crossing = *crossing,
                                   .amount = *amount * part.share.likely});
        }
    }
    found.former = meant.former + meant.day;
    return found;
}

/// Flows with the same ends as one: what came from several former communes.
std::vector<GivenFlow> summed(std::vector<GivenFlow> flows)
{
    std::ranges::sort(flows, {}, [](GivenFlow const& one) {
        return std::tuple{one.commune, one.crossing, one.amount};
    });
    std::vector<GivenFlow> sums;
    for (auto const& one : flows) {
        if (!sums.empty() && sums.back().commune == one.commune &&
            sums.back().crossing == one.crossing) {
            sums.back().amount += one.amount;
        } else {
            sums.push_back(one);
        }
    }
    return sums;
}

}  // namespace

GivenFlows read_given_flows(LayerSource const& source, Communes const& communes,
                            Crossings const& crossings, Findings& findings)
{
    GivenFlows given;
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_columns(*reader, {"commune", "crossing", "amount"}, "amount", {},
                                   &communes.names)) {
        return given;
    }
    Fields const fields{reader->optional_field("commune"), reader->required_field("crossing"),
                        reader->required_field("amount")};
    given.by_commune = fields.commune != nullptr;
    if (fields.crossing == nullptr || fields.amount == nullptr) {
        return given;
    }
    std::optional<CommuneColumn> places;
    if (given.by_commune) {
        places.emplace(*reader, communes, CommuneFields::of(*reader, fields.commune));
    }
    std::set<std::tuple<std::string, CommuneId, CrossingId>> seen;
    std::vector<GivenFlow> flows;
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const found = flows_of(*reader, places ? &*places : nullptr, crossings, fields, row);
        for (auto const& flow : found.flows) {
            if (seen.emplace(found.former, flow.commune, flow.crossing).second) {
                flows.push_back(flow);
                continue;
            }
            reader->say(Severity::error, "doubled-row", row, fields.crossing->name,
                        crossings.id[flow.crossing] + " has more than one amount" +
                            (given.by_commune ? " from " + communes.label(flow.commune) : ""),
                        "keep one row, with the sum");
        }
    }
    if (places) {
        places->finish();
    }
    given.flows = summed(std::move(flows));
    reader->finish();
    return given;
}

}  // namespace marchland::geo
