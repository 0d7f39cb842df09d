#include "results/about_json.hpp"

#include "geo/vocabulary/error.hpp"
#include "results/tables.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace marchland::results {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value)  // round brackets: braces would make a list of one null
{
    return std::isnan(value) ? Json(nullptr) : Json(value);
}

/// Calls visit(name, member) for each plain member of About, so that writing and reading agree.
template <class Subject, class Visit>
void each_member(Subject& about, Visit const& visit)
{
    visit("title", about.title);
    visit("purpose", about.purpose);
    visit("crs", about.crs);
    visit("crs_name", about.crs_name);
    visit("period_from", about.period_from);
    visit("period_to", about.period_to);
    visit("window_from", about.window_from);
    visit("window_to", about.window_to);
    visit("vintage", about.vintage);
    visit("synthetic", about.synthetic);
    visit("version", about.version);
    visit("seed", about.seed);
    visit("rank_by", about.rank_by);
    visit("risk_model", about.risk_model);
    visit("fdr", about.fdr);
    visit("correction", about.correction);
    visit("permutations", about.permutations);
    visit("hotspot_methods", about.hotspot_methods);
    visit("years", about.years);
    visit("region_rate", about.region_rate);
    visit("faded_found", about.faded_found);
    visit("clustering_i", about.clustering_i);
    visit("clustering_p", about.clustering_p);
    visit("held_out_caught", about.held_out_caught);
    visit("held_out_cases", about.held_out_cases);
    visit("held_out_by_lot", about.held_out_by_lot);
    visit("held_out_p", about.held_out_p);
    visit("offered_half_life", about.offered_half_life);
    visit("profile", about.profile);
    visit("programme_day", about.programme_day);
    visit("data_date", about.data_date);
    visit("role", about.role);
    visit("has_effort", about.has_effort);
    visit("absent", about.absent);
    visit("sources", about.sources);
    visit("study", about.study);
    visit("changed", about.changed);
}

/// What each table is, for whoever gets a CSV without its GeoPackage.
Json tables_json(Results const& results)
{
    Json json = Json::object();
    each_table([&](auto const& table) {
        Json entry = {{"description", table.description}};
        if (!table.role.empty()) {
            entry["role"] = table.role;
        }
        entry["rows"] = table.rows.of(results).size();
        for (auto const& column : table.columns) {
            if (column.level > 0) {
                entry["levels"][std::string{column.name}] = column.level;
            }
        }
        json[std::string{table.name}] = std::move(entry);
    });
    return json;
}

}  // namespace

std::string json_text(Results const& results)
{
    Json json;
    json["program"] = "marchland";
    json["restricted"] = true;
    each_member(results.about, [&json](char const* name, auto const& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, double>) {
            json[name] = number(value);
        } else {
            json[name] = value;
        }
    });
    json["tables"] = tables_json(results);
    json["runs"] = Json::array();
    for (auto const& run : results.runs) {
        json["runs"].push_back({{"step", run.step},
                                {"started", run.started},
                                {"seconds", number(run.seconds)},
                                {"parameters", run.parameters},
                                {"input_sha256", run.input_sha256}});
    }
    return json.dump(2) + "\n";
}

About about_from_json(std::string const& text)
{
    try {
        auto const json = Json::parse(text);
        About about;
        each_member(about, [&json](char const* name, auto& value) {
            auto const found = json.find(name);
            if (found != json.end() && !found->is_null()) {
                found->get_to(value);
            }
        });
        return about;
    } catch (nlohmann::json::exception const&) {
        throw geo::Error{geo::Trouble::usage, "run.json was not written by Marchland"};
    }
}

}  // namespace marchland::results
