#include "tests/support/circuitscape_answers.hpp"

#include "tests/support/raster_circuit.hpp"

namespace marchland::test {
namespace {

using Node = std::uint32_t;

double stated_as(double resistance)
{
    return std::isinf(resistance) ? -1.0 : resistance;
}

void judge_resistances(Table const& stated, Found const& found, std::string const& file,
                       Judge& judge)
{
    auto const number = [](double value) { return static_cast<int>(value); };
    auto const pair = [&](double one, double other) {
        std::pair<int, int> const key = std::minmax(number(one), number(other));
        return found.of_pairs.contains(key) ? stated_as(found.of_pairs.at(key)) : -1.0;
    };
    if (file.ends_with("3columns.out")) {
        for (auto const& row : stated) {
            judge.expect(pair(row[0], row[1]), row[2], file);
        }
    } else if (!found.of_points.empty()) {
        ASSERT_EQ(stated.size(), found.of_points.size()) << file;
        for (auto const& row : stated) {
            judge.expect(stated_as(found.of_points.at(number(row[0]))), row[1], file);
        }
    } else {
        for (std::size_t i = 1; i < stated.size(); ++i) {
            for (std::size_t k = 1; k < stated.size(); ++k) {
                judge.expect(i == k ? 0.0 : pair(stated[i][0], stated[0][k]), stated[i][k], file);
            }
        }
    }
}

void judge_map(std::vector<double> const& stated, std::vector<double> const& ours,
               std::string const& file, Judge& judge)
{
    ASSERT_EQ(ours.size(), stated.size()) << file;
    for (std::size_t i = 0; i < stated.size(); ++i) {
        ASSERT_EQ(std::isnan(ours[i]), std::isnan(stated[i])) << file << " cell " << i;
        if (!std::isnan(stated[i])) {
            judge.expect(ours[i], stated[i], file + " cell " + std::to_string(i));
        }
    }
}

void judge_branches(Table const& stated, CircuitscapeProblem const& problem,
                    std::vector<double> const& ours, std::string const& file, Judge& judge)
{
    std::map<std::pair<Node, Node>, double> along;
    for (std::size_t e = 0; e < ours.size(); ++e) {
        auto const& one = problem.conductors[e];
        along[std::minmax(one.from, one.to)] += ours[e];
    }
    for (auto const& row : stated) {
        std::pair<Node, Node> const ends =
            std::minmax(static_cast<Node>(row[0]), static_cast<Node>(row[1]));
        ASSERT_TRUE(along.contains(ends)) << file;
        judge.expect(along.at(ends), std::abs(row[2]), file);
    }
}

}  // namespace

std::string tail_of(std::string const& file)
{
    auto const from = file.find('_') + 1;
    return file.substr(from, file.find('.') - from);
}

void judge_file(std::filesystem::path const& path, CircuitscapeProblem const& problem,
                Found const& found, Judge& judge)
{
    auto const file = path.filename().string();
    auto const tail = tail_of(file);
    if (tail.starts_with("resistances")) {
        judge_resistances(rows_in(path), found, file, judge);
    } else if (found.of_conductors.contains(tail)) {
        judge_branches(rows_in(path), problem, found.of_conductors.at(tail), file, judge);
    } else if (!found.of_nodes.contains(tail)) {
        ADD_FAILURE() << file << " states what was not found";
    } else if (problem.network) {
        for (auto const& row : rows_in(path)) {
            judge.expect(found.of_nodes.at(tail).at(static_cast<std::size_t>(row[0])), row[1],
                         file);
        }
    } else {
        judge_map(grid_in(path).cell, found.of_nodes.at(tail), file, judge);
    }
}

}  // namespace marchland::test
