// Puts a study together from public layers and generated counts: see README.md.

#include "geo/files/read.hpp"
#include "geo/files/write.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "geo/vocabulary/text.hpp"

#include <cmath>
#include <filesystem>
#include <iostream>

namespace {

namespace fs = std::filesystem;
using namespace marchland::geo;

constexpr std::uint64_t seed = 20250701;
constexpr int first_year = 2022;
constexpr int years = 3;
constexpr double persons_a_year = 100.0;

struct Which {
    std::string communes;
    std::string layer;
    std::string crs;
};

Which which(std::string const& name)
{
    if (name == "border7") {
        return {"vn-communes-2025/communes_2025_border7.gpkg", "communes_2025", "EPSG:3405"};
    }
    if (name == "nation") {
        return {"vn-communes-2025/communes_2025_nation_dp12m.fgb", "", "EPSG:3405"};
    }
    throw Error{Trouble::usage, "expected border7 or nation, not " + name};
}

struct Generated {
    double population = 0.0;
    double risk = 1.0;
    double effort = 1.0;
};

std::vector<Generated> generate(std::size_t n)
{
    std::vector<Generated> all(n);
    for (std::size_t i = 0; i < n; ++i) {
        Draws draws{Random{seed, "real-input", i}};
        all[i].population = std::round(12000.0 * std::exp(0.5 * draws.normal()));
        all[i].risk = std::exp(0.8 * draws.normal());
        all[i].effort = std::exp2(2.0 * draws.uniform() - 1.0);
    }
    return all;
}

void write_communes(Table table, std::vector<Generated> const& all, fs::path const& file)
{
    StoreTable out{.name = "communes",
                   .description = "SYNTHETIC population on real boundaries",
                   .columns = {{"code", ValueType::text},
                               {"name", ValueType::text},
                               {"population", ValueType::real}},
                   .shape_type = ShapeType::area};
    for (std::size_t i = 0; i < table.rows; ++i) {
        out.rows.push_back({table.field("code")->cells[i].value_or(""),
                            table.field("name")->cells[i].value_or(""), all[i].population});
    }
    out.shapes = std::move(table.shapes);
    write_geopackage(file, *table.crs, {&out, 1});
}

void write_counts(Table const& table, std::vector<Generated> const& all, fs::path const& folder)
{
    StoreTable cases{.columns = {{"commune", ValueType::text},
                                 {"period", ValueType::text},
                                 {"count", ValueType::integer}}};
    StoreTable effort{.columns = {{"commune", ValueType::text},
                                  {"period", ValueType::text},
                                  {"amount", ValueType::real}}};
    double weight = 0.0;
    for (auto const& one : all) {
        weight += one.population * one.risk * one.effort;
    }
    for (std::size_t i = 0; i < table.rows; ++i) {
        auto const code = table.field("code")->cells[i].value_or("");
        for (int year = 0; year < years; ++year) {
            Draws draws{
                Random{seed, "real-input-cases", i * years + static_cast<std::size_t>(year)}};
            auto const& one = all[i];
            auto const count =
                draws.poisson(persons_a_year * one.population * one.risk * one.effort / weight);
            auto const period = std::to_string(first_year + year);
            if (count > 0) {
                cases.rows.push_back({code, period, static_cast<std::int64_t>(count)});
            }
            effort.rows.push_back({code, period, std::round(200.0 * one.effort)});
        }
    }
    write_file(folder / "cases.csv", csv_text(cases));
    write_file(folder / "effort.csv", csv_text(effort));
}

std::string study(std::string const& name, Which const& from, fs::path const& data,
                  fs::path const& folder)
{
    auto const path = [&](char const* file) {
        return fs::relative(data / file, folder).generic_string();
    };
    return "[study]\ntitle = \"Real boundaries, generated counts: " + name +
           "\"\npurpose = \"trying the whole job at full size\"\ncrs = \"" + from.crs +
           "\"\nperiod = [\"2022-01\", \"2024-12\"]\nvintage = \"2025-07-01\"\nseed = "
           "20250701\nsynthetic = true\n\n"
           "[communes]\nsource = \"communes.gpkg\"\n\n[crossings]\nsource = \"" +
           path("vn-border-gates/border_gates_osm_link.csv") +
           "\"\nid = \"osm_id\"\nname = \"name_vi\"\n\n[roads]\nsource = \"" +
           path("vn-osm-infrastructure-2026/osm_main_roads_rail_border.gpkg") +
           "\"\nclass = \"infrastructure_class\"\n\n[cases]\nsource = "
           "\"cases.csv\"\n\n[effort]\nsource = \"effort.csv\"\n\n"
           "[graph]\nprofile = \"motorbike\"\nsnap_m = 150\n";
}

void make(std::string const& name, fs::path const& data, fs::path const& folder)
{
    auto const from = which(name);
    auto table = read_table(
        {.layer = "communes", .source = (data / from.communes).string(), .table = from.layer});
    auto const all = generate(table.rows);
    make_folder(folder);
    write_counts(table, all, folder);
    write_communes(std::move(table), all, folder / "communes.gpkg");
    write_file(folder / "study.toml", study(name, from, data, folder));
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "use: make-real-input border7|nation DATA_FOLDER NEW_FOLDER\n";
        return 2;
    }
    try {
        make(argv[1], argv[2], argv[3]);
        return 0;
    } catch (Error const& error) {
        std::cerr << "make-real-input: " << error.what() << "\n";
        return error.kind() == Trouble::usage ? 2 : 3;
    }
}
