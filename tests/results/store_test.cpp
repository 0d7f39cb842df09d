// Every table of the list, to files and back: a table that is forgotten somewhere fails here.
#include "results/store.hpp"

#include "results/tables.hpp"
#include "tests/support/reference.hpp"
#include "tests/support/study_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <sstream>

namespace marchland::results {
namespace {

/// A value in every column, another one in each.
template <class Row>
void fill(Row& row, std::vector<ColumnOf<Row>> const& columns)
{
    double next = 1.0;
    for (auto const& column : columns) {
        std::visit(
            [&](auto member) {
                if constexpr (std::is_same_v<decltype(member), WordOf<Row>>) {
                    member.set(row, member.words().back());
                } else {
                    using Type = std::decay_t<decltype(row.*member)>;
                    if constexpr (std::is_same_v<Type, std::string>) {
                        row.*member = "text of " + std::string{column.name};
                    } else {
                        row.*member = static_cast<Type>(next);
                    }
                }
            },
            column.member);
        next += 0.5;
    }
}

geo::Shape some_shape(geo::ShapeType type)
{
    if (type == geo::ShapeType::point) {
        return geo::Point{500'000.0, 2'400'000.0};
    }
    geo::Line const line{
        {500'000.0, 2'400'000.0}, {501'000.0, 2'400'000.0}, {501'000.0, 2'401'000.0}};
    if (type == geo::ShapeType::line) {
        return geo::MultiLine{line};
    }
    auto ring = line;
    ring.push_back(line.front());
    return geo::Area{{ring}};
}

/// One row in every table.
Results one_of_each()
{
    Results results;
    results.about.crs = "EPSG:9215";
    results.about.title = "One of each";
    each_table([&results]<class Row>(TableOf<Row> const& table) {
        std::vector<Row> rows(1);
        fill(rows.front(), table.columns);
        if (table.shape.take != nullptr) {
            table.shape.take(rows.front(), some_shape(table.shape.type));
        }
        table.rows.put(results, std::move(rows));
    });
    return results;
}

template <class Row>
void expect_same_value(Row const& one, Row const& other, ColumnOf<Row> const& column)
{
    std::visit(
        [&](auto member) {
            if constexpr (std::is_same_v<decltype(member), WordOf<Row>>) {
                EXPECT_EQ(member.name(one), member.name(other)) << column.name;
            } else {
                EXPECT_EQ(one.*member, other.*member) << column.name;
            }
        },
        column.member);
}

TEST(Store, EveryTableComesBackAsItWasWritten)
{
    test::StudyFolder const folder;
    auto const one = one_of_each();
    write_results(one, folder.path());
    auto const other = read_results(folder.path());
    each_table([&]<class Row>(TableOf<Row> const& table) {
        SCOPED_TRACE(table.name);
        auto const before = table.rows.of(one);
        auto const after = table.rows.of(other);
        ASSERT_EQ(before.size(), 1U);
        ASSERT_EQ(after.size(), 1U);
        for (auto const& column : table.columns) {
            expect_same_value(before.front(), after.front(), column);
        }
        if (table.shape.of != nullptr) {
            auto const shape = table.shape.of(after.front());
            EXPECT_EQ(shape.index(), table.shape.of(before.front()).index());
            EXPECT_NE(shape.index(), 0U) << "the shape was lost";
        }
    });
    EXPECT_EQ(one.communes.front().shape, other.communes.front().shape);
    EXPECT_EQ(one.corridors.front().line, other.corridors.front().line);
    EXPECT_EQ(one.ways.front().line, other.ways.front().line);
    EXPECT_EQ(one.border, other.border);
}

TEST(Store, FilesOfAResultAreThoseThatAreWritten)
{
    test::StudyFolder const folder;
    write_results(one_of_each(), folder.path() / "out");
    std::vector<std::string> found;
    for (auto const& entry : std::filesystem::directory_iterator{folder.path() / "out"}) {
        found.push_back(entry.path().filename());
    }
    EXPECT_THAT(files_in(folder.path() / "out"), testing::UnorderedElementsAreArray(found));
    auto expected = result_files();
    std::erase_if(expected,
                  [](auto const& name) { return name == "report.html" || name == "map.png"; });
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected));
}

TEST(Store, ReplacingAResultLeavesNothingOfTheOldOne)
{
    test::StudyFolder const folder;
    write_results(one_of_each(), folder.path());
    folder.write("report.html", "of the old figures");
    Results bare;
    bare.about.crs = "EPSG:9215";
    write_results(bare, folder.path());
    EXPECT_THAT(files_in(folder.path()),
                testing::UnorderedElementsAre("study.gpkg", "communes.csv", "clusters.csv",
                                              "crossings.csv", "corridors.csv", "findings.csv",
                                              "run.json"));
}

TEST(Store, RunJsonSaysThatItIsRestrictedAndWhatEachTableIs)
{
    test::StudyFolder const folder;
    write_results(one_of_each(), folder.path());
    auto const json = nlohmann::json::parse(test::text_in(folder.path() / "run.json"));
    EXPECT_EQ(json["restricted"], true);
    EXPECT_EQ(json["tables"]["communes"]["role"], "origin");
    EXPECT_EQ(json["tables"]["corridors"]["role"], "transit");
    EXPECT_FALSE(json["tables"]["markets"].contains("role"));
    EXPECT_EQ(json["tables"]["plan"]["rows"], 1);
    each_table([&json](auto const& table) {
        EXPECT_EQ(json["tables"][std::string{table.name}]["description"], table.description);
    });
}

/// The rows of data.md under "Intervals": table, level in per cent.
std::map<std::string, int> levels_in_the_docs()
{
    std::istringstream text{
        test::text_in(std::filesystem::path{MARCHLAND_SOURCE} / "docs/data.md")};
    std::map<std::string, int> levels;
    std::string line;
    while (std::getline(text, line) && line.find("| bounds in | hold |") != 0) {
    }
    std::getline(text, line);
    while (std::getline(text, line) && line.starts_with("| ")) {
        auto const level = std::stoi(line.substr(line.rfind("| ", line.size() - 3) + 2));
        std::istringstream tables{line.substr(2, line.find(" |") - 2)};
        std::string table;
        while (std::getline(tables, table, ',')) {
            levels[table.substr(table.find_first_not_of(' '))] = level;
        }
    }
    return levels;
}

TEST(Store, EveryBoundSaysItsLevelAndThePagesSayTheSame)
{
    auto const told = levels_in_the_docs();
    std::size_t bounded = 0;
    each_table([&](auto const& table) {
        std::set<int> levels;
        for (auto const& column : table.columns) {
            bool const named = column.name.ends_with("lower") || column.name.ends_with("upper");
            bool const range = column.name.starts_with("share_randomised");
            EXPECT_EQ(column.level > 0, named && !range) << table.name << " " << column.name;
            if (column.level > 0) {
                levels.insert(column.level);
            }
        }
        ASSERT_LE(levels.size(), 1U) << table.name;
        if (!levels.empty()) {
            ++bounded;
            ASSERT_TRUE(told.contains(std::string{table.name})) << table.name;
            EXPECT_EQ(told.at(std::string{table.name}), *levels.begin()) << table.name;
        }
    });
    EXPECT_EQ(told.size(), bounded);
}

TEST(Store, NamesOfTablesAndColumnsAreUnique)
{
    std::vector<std::string_view> tables;
    each_table([&tables](auto const& table) {
        tables.push_back(table.name);
        EXPECT_FALSE(table.description.empty()) << table.name;
        std::vector<std::string_view> columns;
        for (auto const& column : table.columns) {
            columns.push_back(column.name);
        }
        std::ranges::sort(columns);
        EXPECT_EQ(std::ranges::adjacent_find(columns), columns.end()) << table.name;
    });
    std::ranges::sort(tables);
    EXPECT_EQ(std::ranges::adjacent_find(tables), tables.end());
}

}  // namespace
}  // namespace marchland::results
