// marchland what-if on the training study: its before is the run's, corridors sum to crossings.
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace {

using namespace marchland::tests;
using Json = nlohmann::json;

/// Asks the training study; writes into the folder of another.
Ended ask(SampleStudy const& study, std::string const& command, std::string const& more)
{
    return run_shell("'" MARCHLAND_PROGRAM "' " + command +
                     " '" MARCHLAND_SOURCE "/datasets/lang-son/study.toml' " + more + " -o '" +
                     (study.folder() / command).string() + "'");
}

std::map<std::string, double> by_id(std::string const& csv, std::string const& id,
                                    std::string const& value)
{
    auto const ids = column(csv, id);
    auto const values = column(csv, value);
    std::map<std::string, double> sums;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        sums[ids[i]] += values[i].empty() ? 0.0 : std::stod(values[i]);  // empty: no network
    }
    return sums;
}

TEST(WhatIfCommand, BeforeIsTheFlowOfTheRun)
{
    SampleStudy const study;
    ASSERT_EQ(ask(study, "corridors", "--quiet").code, 0);
    auto const asked = ask(study, "what-if", "--close LS-HUUNGHI --watch LS-CHIMA --quiet");
    ASSERT_EQ(asked.code, 0) << asked.all();
    auto const run = by_id(study.read("corridors/crossings.csv"), "id", "flow");
    auto const before = by_id(study.read("what-if/what_if_crossings.csv"), "id", "flow_before");
    ASSERT_EQ(run.size(), before.size());
    ASSERT_GT(run.at("LS-HUUNGHI"), 1.0);
    for (auto const& [id, flow] : run) {
        EXPECT_NEAR(before.at(id), flow, 1e-9) << id;
    }
    auto const sheet = by_id(study.read("corridors/corridors.csv"), "crossing", "flow");
    auto const pairs =
        by_id(study.read("what-if/what_if_corridors.csv"), "crossing", "flow_before");
    for (auto const& [id, flow] : sheet) {
        EXPECT_NEAR(pairs.at(id), flow, 1e-9) << id;
    }
}

TEST(WhatIfCommand, TakesNamesOfCrossings)
{
    SampleStudy const study;
    auto const asked = ask(study, "what-if", "--close 'Huu Nghi' --watch 'chi ma'");
    ASSERT_EQ(asked.code, 0) << asked.all();
    EXPECT_NE(asked.err.find("\"Huu Nghi\" is taken for LS-HUUNGHI"), std::string::npos)
        << asked.err;
    auto const change = by_id(study.read("what-if/what_if_crossings.csv"), "id", "change");
    EXPECT_LT(change.at("LS-HUUNGHI"), 0.0);
    EXPECT_LT(change.at("LS-CHIMA"), 0.0);
}

TEST(WhatIfCommand, WhatChangesNothingIsWarnedOf)
{
    SampleStudy const study;
    auto const asked = ask(study, "what-if", "--close LS-DONGDANG-RAIL");
    ASSERT_EQ(asked.code, 0) << asked.all();
    EXPECT_NE(asked.all().find("the change changes nothing"), std::string::npos) << asked.all();
    auto const table = study.read("what-if/what_if_crossings.csv");
    auto const ids = column(table, "id");
    auto const at =
        static_cast<std::size_t>(std::ranges::find(ids, "LS-DONGDANG-RAIL") - ids.begin());
    ASSERT_LT(at, ids.size());
    EXPECT_EQ(column(table, "network")[at], "trains");
    EXPECT_EQ(column(table, "flow_before")[at], "");
}

TEST(WhatIfCommand, CorridorsSumToCrossingsAndFiveAreTold)
{
    SampleStudy const study;
    auto const asked = ask(study, "what-if", "--close LS-HUUNGHI --quiet");
    ASSERT_EQ(asked.code, 0) << asked.all();
    auto const crossings = by_id(study.read("what-if/what_if_crossings.csv"), "id", "change");
    auto const table = study.read("what-if/what_if_corridors.csv");
    auto sums = by_id(table, "crossing", "change");
    for (auto const& [id, change] : crossings) {
        EXPECT_NEAR(sums[id], change, 1e-9) << id;
    }
    auto const change = column(table, "change");
    auto const lower = column(table, "change_lower");
    auto const upper = column(table, "change_upper");
    for (std::size_t i = 0; i < change.size(); ++i) {
        EXPECT_LE(std::stod(lower[i]), std::stod(change[i]));
        EXPECT_GE(std::stod(upper[i]), std::stod(change[i]));
        EXPECT_GE(std::abs(std::stod(change[i > 0 ? i - 1 : 0])), std::abs(std::stod(change[i])));
    }
    auto const told = asked.out.find("Corridors that change most");
    ASSERT_NE(told, std::string::npos) << asked.out;
    auto const end = asked.out.find("\n\n", told);
    auto const lines = asked.out.substr(told, end - told);
    EXPECT_EQ(std::ranges::count(lines, '\n'), 1 + 5) << lines;
    EXPECT_NE(lines.find(column(table, "code").front()), std::string::npos) << lines;
}

TEST(WhatIfCommand, ThreadsDoNotChangeTheBytes)
{
    SampleStudy const study;
    std::string first;
    for (auto const* const threads : {"1", "5"}) {
        auto const more = "--close LS-HUUNGHI --quiet --force --threads " + std::string{threads};
        ASSERT_EQ(ask(study, "what-if", more).code, 0);
        auto const table = study.read("what-if/what_if_corridors.csv");
        EXPECT_TRUE(first.empty() || table == first);
        first = table;
    }
}

TEST(WhatIfCommand, JsonTellsTheCorridors)
{
    SampleStudy const study;
    auto const asked = ask(study, "what-if", "--watch LS-CHIMA --quiet --json");
    ASSERT_EQ(asked.code, 0) << asked.all();
    auto const corridors = Json::parse(asked.out)["corridors"];
    ASSERT_FALSE(corridors.empty());
    double sum = 0.0;
    for (auto const& one : corridors) {
        EXPECT_NE(one["change"].get<double>(), 0.0);
        sum += one["change"].get<double>();
    }
    EXPECT_NEAR(sum, 0.0, 1e-9);
}

TEST(WhatIfCommand, WithoutAChangeNoCorridorIsTold)
{
    SampleStudy const study;
    auto const asked = ask(study, "what-if", "--open LS-CHIMA --quiet");
    ASSERT_EQ(asked.code, 0) << asked.all();
    EXPECT_EQ(asked.out.find("Corridors that change"), std::string::npos) << asked.out;
    EXPECT_TRUE(
        std::ranges::all_of(column(study.read("what-if/what_if_corridors.csv"), "change"),
                            [](std::string const& change) { return std::stod(change) == 0.0; }));
}

}  // namespace
