#include "datasets/lang-son/make/tables.hpp"

#include "datasets/lang-son/make/csv.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>

namespace marchland::lang_son {
namespace {

using geo::fixed;

constexpr auto vintage = "2025-07-01";
constexpr auto lanes_since = "2024-05-27";  // when two auxiliary gates became lanes of Hữu Nghị
constexpr auto gates_until = "2024-05-26";

std::string class_of(std::string const& kind)
{
    if (kind == "international") {
        return "international";
    }
    if (kind == "international_rail") {
        return "rail";
    }
    if (kind == "main_bilateral") {
        return "main";
    }
    if (kind.starts_with("clearance_lane")) {
        return "clearance_lane";
    }
    return kind.starts_with("opening") ? "opening" : "auxiliary";
}

std::string status_of(std::string const& status)
{
    if (status.starts_with("open")) {
        return "open";
    }
    return status.empty() ? "unknown" : "local";
}

/// Five decimals: about a metre, finer than anything here is known.
std::vector<std::string> degrees(geo::Point at, Projection const& projection)
{
    auto const place = projection.degrees(at);
    return {fixed(place.x, 5), fixed(place.y, 5)};
}

void add_crossing(std::vector<std::string> row, double accuracy, geo::Point at,
                  std::vector<std::string> const& rest, Projection const& projection, CsvText& csv)
{
    row.push_back(fixed(accuracy, 0));
    std::ranges::copy(degrees(at, projection), std::back_inserter(row));
    std::ranges::copy(rest, std::back_inserter(row));
    csv.add(row);
}

}  // namespace

void write_crossings(Facts const& facts, InformalWays const& ways, Projection const& projection,
                     std::filesystem::path const& path)
{
    CsvText csv{{"id", "name", "class", "status", "valid_from", "valid_to", "accuracy_m", "lon",
                 "lat", "source", "name_other", "certainty"}};
    for (auto const& gate : facts.gates) {
        auto const kind = class_of(gate.kind);
        auto const status = status_of(gate.status);
        auto const source = std::string{"facts/border_gates.csv"} +
                            (gate.has_point ? "" : "; point: middle of the commune's border");
        auto const add = [&](std::string const& as, std::string const& from,
                             std::string const& to) {
            add_crossing({gate.id, gate.name, as, status, from, to}, gate.accuracy, gate.at,
                         {source, gate.name_other, gate.certainty}, projection, csv);
        };
        if (kind == "clearance_lane") {
            add("auxiliary", "", gates_until);
            add(kind, lanes_since, "");
        } else {
            add(kind, "", "");
        }
    }
    for (std::size_t i = 0; i < ways.crossings.size(); ++i) {
        auto const number = std::to_string(i + 1);
        add_crossing({std::string{"SYN-INF-"}.append(number),
                      std::string{"SYNTHETIC "}.append(number), "informal", "unknown", "", ""},
                     500.0, ways.crossings[i].at, {"SYNTHETIC: invented for training", "", ""},
                     projection, csv);
    }
    csv.write(path);
}

void write_markets(Facts const& facts, Projection const& projection,
                   std::filesystem::path const& path)
{
    CsvText csv{{"id", "name", "kind", "lon", "lat", "accuracy_m", "linked_crossing"}};
    for (auto const& market : facts.markets) {
        auto const at = degrees(market.at, projection);
        csv.add({market.id, market.name, market.kind, at[0], at[1], fixed(market.accuracy, 0),
                 market.gate});
    }
    csv.write(path);
}

void write_cases(std::vector<CaseCount> const& cases, std::filesystem::path const& path)
{
    CsvText csv{
        {"commune", "vintage", "period", "role", "form", "sex", "age", "count", "synthetic"}};
    for (auto const& one : cases) {
        csv.add({one.commune, vintage, one.period, "origin", one.form, one.sex, one.age,
                 std::to_string(one.count), "1"});
    }
    csv.write(path);
}

void write_effort(std::vector<EffortRow> const& effort, std::filesystem::path const& path)
{
    CsvText csv{{"commune", "period", "kind", "amount", "synthetic"}};
    for (auto const& row : effort) {
        csv.add({row.commune, row.period, row.kind, std::to_string(row.hours), "1"});
    }
    csv.write(path);
}

void write_truth(Facts const& facts, std::vector<Truth> const& truth,
                 std::filesystem::path const& path)
{
    CsvText csv{{"code", "name", "true_relative_risk", "planted", "true_reporting", "synthetic"}};
    for (std::size_t i = 0; i < truth.size(); ++i) {
        csv.add({facts.communes[i].code, facts.communes[i].name, fixed(truth[i].relative_risk, 4),
                 std::string{name_of(truth[i].planted)}, fixed(truth[i].reporting, 4), "1"});
    }
    csv.write(path);
}

void write_crosswalk(std::filesystem::path const& facts_folder, std::filesystem::path const& path)
{
    auto const table = Csv::read(facts_folder / "admin_crosswalk_langson.csv");
    CsvText csv{{"old_code", "old_vintage", "new_code", "new_vintage", "share", "old_name",
                 "old_district"}};
    for (std::size_t row = 0; row < table.size(); ++row) {
        csv.add({table.at(row, "old_code"), table.at(row, "valid_from_old"),
                 table.at(row, "new_code"), table.at(row, "valid_from_new"), table.at(row, "share"),
                 table.at(row, "old_name"), table.at(row, "old_district")});
    }
    csv.write(path);
}

}  // namespace marchland::lang_son
