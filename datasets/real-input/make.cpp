// Puts a study together from public layers and generated counts: see README.md.

#include "geo/files/read.hpp"
#include "geo/files/write.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "geo/vocabulary/text.hpp"

#include <cmath>
#include <filesystem>
#include <iostream>
#include <map>

namespace {

namespace fs = std::filesystem;
using namespace marchland::geo;

constexpr std::uint64_t seed = 20250701;
constexpr int first_year = 2022;
constexpr int years = 3;
constexpr int last_year_of_old_codes = 2023;
constexpr auto old_vintage = "2024-01-01";
constexpr auto new_vintage = "2025-07-01";

struct Which {
    std::string communes;
    std::string layer;
    std::string crs;
    double persons_a_year = 100.0;
    bool old_codes = false;  ///< the first years under the codes before the reform
};

Which which(std::string const& name)
{
    if (name == "border7") {
        return {"vn-communes-2025/communes_2025_border7.gpkg", "communes_2025", "EPSG:3405"};
    }
    if (name == "nation") {
        return {"vn-communes-2025/communes_2025_nation_dp12m.fgb", "", "EPSG:3405"};
    }
    if (name == "agency" || name == "agency-old") {
        auto agency = which("border7");
        agency.persons_a_year = 60.0;
        agency.old_codes = name == "agency-old";
        return agency;
    }
    throw Error{Trouble::usage, "expected border7, agency, agency-old or nation, not " + name};
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

/// The communes before the reform that went as a whole to one of those after it.
using OldCodes = std::map<std::string, std::vector<std::string>>;

OldCodes read_old_codes(fs::path const& data)
{
    auto const table =
        read_table({.layer = "crosswalk",
                    .source = (data / "vn-crosswalk-2025/crosswalk_old_new_2025.csv").string()});
    OldCodes codes;
    for (std::size_t row = 0; row < table.rows; ++row) {
        auto const cell = [&](char const* field) {
            return table.field(field)->cells[row].value_or("");
        };
        if (cell("relation") == "full" && cell("old_code").size() == 5) {
            codes[cell("new_code")].push_back(cell("old_code"));
        }
    }
    return codes;
}

void write_crosswalk(Table const& table, OldCodes const& old_codes, fs::path const& folder)
{
    StoreTable crosswalk{.columns = {{"old_code", ValueType::text},
                                     {"old_vintage", ValueType::text},
                                     {"new_code", ValueType::text},
                                     {"new_vintage", ValueType::text},
                                     {"share", ValueType::real}}};
    for (std::size_t i = 0; i < table.rows; ++i) {
        auto const code = table.field("code")->cells[i].value_or("");
        if (auto const found = old_codes.find(code); found != old_codes.end()) {
            for (auto const& old : found->second) {
                crosswalk.rows.push_back({old, old_vintage, code, new_vintage, 1.0});
            }
        }
    }
    write_file(folder / "crosswalk.csv", csv_text(crosswalk));
}

/// Under which codes a commune was counted in a year.
struct Counted {
    std::vector<std::string> codes;
    std::string vintage;
};

Counted counted(std::string const& code, int year, OldCodes const& old_codes)
{
    auto const found = old_codes.find(code);
    return year <= last_year_of_old_codes && found != old_codes.end()
               ? Counted{found->second, old_vintage}
               : Counted{{code}, new_vintage};
}

void write_counts(Table const& table, std::vector<Generated> const& all, double persons_a_year,
                  OldCodes const& old_codes, fs::path const& folder)
{
    StoreTable cases{.columns = {{"commune", ValueType::text},
                                 {"vintage", ValueType::text},
                                 {"period", ValueType::text},
                                 {"count", ValueType::integer}}};
    StoreTable effort{.columns = {{"commune", ValueType::text},
                                  {"vintage", ValueType::text},
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
            auto const under = counted(code, first_year + year, old_codes);
            auto const parts = under.codes.size();
            auto const hours = std::round(200.0 * one.effort);  // for each head, so alike in all
            for (std::size_t part = 0; part < parts; ++part) {
                auto const persons = count / parts + (part < count % parts ? 1 : 0);
                if (persons > 0) {
                    cases.rows.push_back({under.codes[part], under.vintage, period,
                                          static_cast<std::int64_t>(persons)});
                }
                effort.rows.push_back({under.codes[part], under.vintage, period, hours});
            }
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
           "\"\nclass = \"infrastructure_type\"\n\n[cases]\nsource = "
           "\"cases.csv\"\n\n[effort]\nsource = \"effort.csv\"\n\n" +
           (from.old_codes ? "[crosswalk]\nsource = \"crosswalk.csv\"\n\n" : "") +
           "[graph]\nprofile = \"motorbike\"\nsnap_m = 200\n";
}

void make(std::string const& name, fs::path const& data, fs::path const& folder)
{
    auto const from = which(name);
    auto table = read_table(
        {.layer = "communes", .source = (data / from.communes).string(), .table = from.layer});
    auto const all = generate(table.rows);
    make_folder(folder);
    auto const old_codes = from.old_codes ? read_old_codes(data) : OldCodes{};
    write_counts(table, all, from.persons_a_year, old_codes, folder);
    if (from.old_codes) {
        write_crosswalk(table, old_codes, folder);
    }
    write_communes(std::move(table), all, folder / "communes.gpkg");
    write_file(folder / "study.toml", study(name, from, data, folder));
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr
            << "use: make-real-input border7|agency|agency-old|nation DATA_FOLDER NEW_FOLDER\n";
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
