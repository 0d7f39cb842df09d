#include "datasets/lang-son/make/facts.hpp"

#include "datasets/lang-son/make/csv.hpp"
#include "geo/vocabulary/error.hpp"

#include <algorithm>

namespace marchland::lang_son {
namespace {

constexpr auto province = "Lạng Sơn";
// how far a market may be from the office of its commune
constexpr double office_accuracy = 1500.0;

std::vector<CommuneFact> communes_in(std::filesystem::path const& path,
                                     Projection const& projection)
{
    auto const table = Csv::read(path);
    std::vector<CommuneFact> communes;
    for (std::size_t row = 0; row < table.size(); ++row) {
        CommuneFact one;
        one.code = table.at(row, "gso_code");
        one.name = table.at(row, "name_vi");
        one.type = table.at(row, "unit_type") == "Phường" ? "Phường" : "Xã";
        one.at_border = table.at(row, "borders_china") == "yes";
        one.population = static_cast<int>(table.number(row, "population_2019"));
        one.area = 1e6 * table.number(row, "area_km2");
        one.centre =
            projection.metres(table.number(row, "centroid_lon"), table.number(row, "centroid_lat"));
        one.office = one.centre;
        if (table.has(row, "office_lon")) {
            one.office =
                projection.metres(table.number(row, "office_lon"), table.number(row, "office_lat"));
        }
        communes.push_back(std::move(one));
    }
    std::ranges::sort(communes, {}, &CommuneFact::code);
    return communes;
}

std::map<std::string, Stretch> border_in(std::filesystem::path const& path,
                                         Projection const& projection)
{
    auto const table = Csv::read(path);
    std::map<std::string, Stretch> border;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.at(row, "vintage") == "2025-07-01" && table.has(row, "border_lon")) {
            border[table.at(row, "gso_code")] = {
                1000.0 * table.number(row, "border_len_km"),
                projection.metres(table.number(row, "border_lon"), table.number(row, "border_lat")),
                table.number(row, "border_point_accuracy_m")};
        }
    }
    return border;
}

std::vector<GateFact> gates_in(std::filesystem::path const& path, Projection const& projection,
                               std::map<std::string, Stretch> const& border)
{
    auto const table = Csv::read(path);
    std::vector<GateFact> gates;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.at(row, "province_2025") != province) {
            continue;
        }
        GateFact gate;
        gate.id = table.at(row, "gate_id");
        gate.name = table.at(row, "name_vi");
        gate.name_other = table.at(row, "name_cn");
        auto const sure = table.at(row, "confidence");  // "high (existence); low (point)"
        gate.certainty = sure.substr(0, sure.find(' '));
        gate.kind = table.at(row, "gate_class");
        gate.status = table.at(row, "status");
        gate.commune = table.at(row, "commune_2025_code");
        gate.has_point = table.has(row, "lon");
        if (gate.has_point) {
            gate.at = projection.metres(table.number(row, "lon"), table.number(row, "lat"));
            gate.accuracy = table.number(row, "accuracy_m");
        } else {
            auto const& stretch = border.at(gate.commune);
            gate.at = stretch.middle;
            gate.accuracy = stretch.accuracy;
        }
        gates.push_back(std::move(gate));
    }
    return gates;
}

/// Two markets are hubs whose commune the table names without its code.
std::string commune_of_market(Csv const& table, std::size_t row, Facts const& facts)
{
    auto const& code = table.at(row, "commune_2025_code");
    if (!code.empty()) {
        return code;
    }
    auto const& name = table.at(row, "commune_2025");
    return std::ranges::find(facts.communes, name, &CommuneFact::name)->code;
}

std::vector<MarketFact> markets_in(std::filesystem::path const& path, Projection const& projection,
                                   Facts const& facts)
{
    auto const table = Csv::read(path);
    std::vector<MarketFact> markets;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.at(row, "province_2025") != province) {
            continue;
        }
        MarketFact market;
        market.id = table.at(row, "market_id");
        market.name = table.at(row, "name_vi");
        market.kind = table.at(row, "kind");
        market.gate = table.at(row, "linked_gate_id");
        if (table.has(row, "lon")) {
            market.at = projection.metres(table.number(row, "lon"), table.number(row, "lat"));
            market.accuracy = table.number(row, "accuracy_m");
        } else if (!market.gate.empty()) {
            market.at = facts.gate(market.gate).at;
            market.accuracy = facts.gate(market.gate).accuracy;
        } else {
            market.at = facts.commune(commune_of_market(table, row, facts)).office;
            market.accuracy = office_accuracy;
        }
        markets.push_back(std::move(market));
    }
    return markets;
}

}  // namespace

std::size_t Facts::place_of(std::string const& code) const
{
    auto const found = std::ranges::lower_bound(communes, code, {}, &CommuneFact::code);
    if (found == communes.end() || found->code != code) {
        throw geo::Error{geo::Trouble::findings, "there is no commune " + code};
    }
    return static_cast<std::size_t>(found - communes.begin());
}

GateFact const& Facts::gate(std::string const& id) const
{
    auto const found = std::ranges::find(gates, id, &GateFact::id);
    if (found == gates.end()) {
        throw geo::Error{geo::Trouble::findings, "there is no gate " + id};
    }
    return *found;
}

Facts read_facts(std::filesystem::path const& folder, Projection const& projection)
{
    Facts facts;
    facts.communes = communes_in(folder / "langson_communes_2025.csv", projection);
    facts.border = border_in(folder / "border_communes.csv", projection);
    facts.gates = gates_in(folder / "border_gates.csv", projection, facts.border);
    facts.markets = markets_in(folder / "border_markets.csv", projection, facts);
    return facts;
}

}  // namespace marchland::lang_son
