#include "tests/support/circuitscape.hpp"

#include "tests/support/raster_circuit.hpp"
#include "tests/support/reference.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <sstream>
#include <stdexcept>

namespace marchland::test {
namespace {

using Node = std::uint32_t;

class Settings {
public:
    Settings(std::filesystem::path folder, std::filesystem::path const& ini)
        : folder_{std::move(folder)}
    {
        std::istringstream lines{text_in(ini)};
        for (std::string line; std::getline(lines, line);) {
            std::erase_if(line, [](unsigned char letter) { return std::isspace(letter) != 0; });
            if (auto const sign = line.find('='); sign != std::string::npos) {
                value_[line.substr(0, sign)] = line.substr(sign + 1);
            }
        }
    }

    std::string text(std::string const& key) const
    {
        return value_.contains(key) ? value_.at(key) : "";
    }
    bool on(std::string const& key) const { return text(key) == "True" || text(key) == "true"; }
    /// A GeoTIFF has its twin as text beside it.
    std::filesystem::path file(std::string const& key) const
    {
        auto path = folder_ / text(key);
        return path.extension() == ".tif" ? path.replace_extension(".asc") : path;
    }

private:
    std::filesystem::path folder_;
    std::map<std::string, std::string> value_;
};

analysis::circuits::Conflict conflict_in(std::string const& word)
{
    std::map<std::string, analysis::circuits::Conflict> const conflicts{
        {"keepall", analysis::circuits::Conflict::keep_both},
        {"rmvsrc", analysis::circuits::Conflict::drop_source},
        {"rmvgnd", analysis::circuits::Conflict::drop_ground},
        {"rmvall", analysis::circuits::Conflict::drop_both}};
    return conflicts.contains(word) ? conflicts.at(word) : analysis::circuits::Conflict::keep_both;
}

void read_network(Settings const& settings, CircuitscapeProblem& problem)
{
    bool const resistances = settings.on("habitat_map_is_resistances");
    std::size_t nodes = 0;
    for (auto const& row : rows_in(settings.file("habitat_file"))) {
        auto const& one = problem.conductors.emplace_back(
            analysis::circuits::Conductor{static_cast<Node>(row[0]), static_cast<Node>(row[1]),
                                          resistances ? 1.0 / row[2] : row[2]});
        nodes = std::max({nodes, one.from + std::size_t{1}, one.to + std::size_t{1}});
    }
    problem.joined = analysis::circuits::ShortCircuit{nodes};
    problem.inside.assign(nodes, 1);
    problem.terminals = {std::vector<double>(nodes), std::vector<double>(nodes)};
    if (problem.scenario != "advanced") {
        for (auto const& row : rows_in(settings.file("point_file"))) {
            problem.points[static_cast<int>(row[0])] = {static_cast<Node>(row[0])};
        }
        return;
    }
    for (auto const& row : rows_in(settings.file("source_file"))) {
        problem.terminals.source[static_cast<std::size_t>(row[0])] = row[1];
    }
    for (auto const& row : rows_in(settings.file("ground_file"))) {
        problem.terminals.ground[static_cast<std::size_t>(row[0])] =
            settings.on("ground_file_is_resistances") ? 1.0 / row[1] : row[1];
    }
}

/// Cells with conductance, and cells that a polygon joins with one of them.
std::vector<char> reached(CircuitscapeProblem const& problem)
{
    std::vector<char> standing(problem.inside.size(), 0);
    for (Node i = 0; i < standing.size(); ++i) {
        if (problem.inside[i] != 0) {
            standing[problem.joined.of(i)] = 1;
        }
    }
    std::vector<char> reached(standing.size());
    for (Node i = 0; i < reached.size(); ++i) {
        reached[i] = standing[problem.joined.of(i)];
    }
    return reached;
}

void read_terminals(Settings const& settings, CircuitscapeProblem& problem)
{
    auto const source = grid_in(settings.file("source_file"));
    auto const ground = grid_in(settings.file("ground_file"));
    auto const here = reached(problem);
    problem.terminals = {std::vector<double>(here.size()), std::vector<double>(here.size())};
    for (std::size_t i = 0; i < here.size(); ++i) {
        if (here[i] != 0 && !std::isnan(source.cell[i])) {
            problem.terminals.source[i] = source.cell[i];
        }
        if (here[i] != 0 && !std::isnan(ground.cell[i])) {
            problem.terminals.ground[i] =
                settings.on("ground_file_is_resistances") ? 1.0 / ground.cell[i] : ground.cell[i];
        }
    }
}

void read_raster(Settings const& settings, CircuitscapeProblem& problem)
{
    auto grid = grid_in(settings.file("habitat_file"));
    if (settings.on("use_mask")) {
        auto const mask = grid_in(settings.file("mask_file"));
        for (std::size_t i = 0; i < grid.cell.size(); ++i) {
            grid.cell[i] = mask.cell[i] > 0.0 ? grid.cell[i] : std::nan("");
        }
    }
    for (double const cell : grid.cell) {
        problem.inside.push_back(cell > 0.0 ? 1 : 0);
    }
    problem.conductors = conductors_of(grid, {settings.on("habitat_map_is_resistances"),
                                              settings.on("connect_four_neighbors_only"),
                                              settings.on("connect_using_avg_resistances")});
    problem.joined = analysis::circuits::ShortCircuit{grid.cell.size()};
    if (settings.on("use_polygons")) {
        for (auto const& [number, cells] : regions_in(settings.file("polygon_file"), grid)) {
            problem.joined.join(cells);
        }
    }
    if (problem.scenario == "advanced") {
        read_terminals(settings, problem);
    } else {
        problem.points = regions_in(settings.file("point_file"), grid);
    }
}

}  // namespace

Table rows_in(std::filesystem::path const& file)
{
    Table rows;
    std::istringstream text{text_in(file)};
    for (std::string line; std::getline(text, line);) {
        std::istringstream cells{line};
        std::vector<double> row;
        for (double cell = 0.0; cells >> cell;) {
            row.push_back(cell);
        }
        if (!row.empty()) {
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

SeenPairs seen_pairs(std::string const& text)
{
    SeenPairs seen{false, true, {}, {}};
    std::istringstream words{text};
    std::string word;
    words >> word;
    if (word == "mode") {
        words >> word;
        seen.include = word == "include";
        for (int one = 0, other = 0; words >> one >> other;) {
            seen.points.insert({one, other});
            seen.pairs.insert(std::minmax(one, other));
        }
        seen.points.erase(0);
        return seen;
    }
    double least = 0.0;
    double most = 0.0;
    words >> least >> word >> most;
    std::string line;
    std::getline(words, line);
    std::getline(words, line);
    std::istringstream head{line};
    std::vector<int> points;
    for (int point = 0; head >> point;) {
        points.push_back(point);
    }
    for (std::size_t row = 1; row < points.size(); ++row) {
        int first = 0;
        words >> first;
        seen.points.insert(first);
        for (std::size_t column = 1; column < points.size(); ++column) {
            double value = 0.0;
            words >> value;
            if (value >= least && value <= most) {
                seen.pairs.insert(std::minmax(first, points[column]));
            }
        }
    }
    return seen;
}

CircuitscapeProblem problem_in(std::filesystem::path const& folder,
                               std::filesystem::path const& ini)
{
    Settings const settings{folder, ini};
    CircuitscapeProblem problem;
    problem.name = std::filesystem::path{settings.text("output_file")}.stem().string();
    problem.scenario = settings.text("scenario");
    problem.network = settings.text("data_type") == "network";
    problem.rules = {conflict_in(settings.text("remove_src_or_gnd")),
                     settings.on("use_unit_currents"), settings.on("use_direct_grounds")};
    problem.hides_current = settings.on("set_null_currents_to_nodata");
    problem.hides_voltage = settings.on("set_null_voltages_to_nodata");
    problem.network ? read_network(settings, problem) : read_raster(settings, problem);
    if (settings.on("use_variable_source_strengths")) {
        for (auto const& row : rows_in(settings.file("variable_source_file"))) {
            problem.strength[static_cast<int>(row[0])] = row[1];
        }
    }
    if (settings.on("use_included_pairs")) {
        problem.seen = seen_pairs(text_in(settings.file("included_pairs_file")));
        if (problem.seen.include) {
            std::erase_if(problem.points, [&](auto const& point) {
                return !problem.seen.points.contains(point.first);
            });
        }
    }
    return problem;
}

}  // namespace marchland::test
