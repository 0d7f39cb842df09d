// The layer demand, through the program: what is given is kept, what is wrong is said.
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <map>
#include <sstream>

namespace {

using namespace marchland::tests;
namespace fs = std::filesystem;

/// The sample study with a second crossing in the east, and what is given.
void give(SampleStudy const& study, std::string const& table)
{
    study.append("crossings.csv", "G2,Chi Ma,main,open,106.8,21.85");
    study.append("study.toml", "\n[demand]\nsource = \"demand.csv\"\n[corridors]\nworlds = 50");
    study.write("demand.csv", table);
}

/// Flow by crossing.
std::map<std::string, double> flows(SampleStudy const& study)
{
    std::istringstream in{study.read("out/crossings.csv")};
    std::string line;
    std::getline(in, line);
    std::istringstream head{line};
    std::size_t column = 0;
    for (std::string cell; std::getline(head, cell, ',') && cell != "flow";) {
        ++column;
    }
    std::map<std::string, double> found;
    while (std::getline(in, line)) {
        std::istringstream cells{line};
        std::string first;
        std::string cell;
        std::getline(cells, first, ',');
        for (std::size_t i = 0; i < column; ++i) {
            std::getline(cells, cell, ',');
        }
        found[first] = std::stod(cell);
    }
    return found;
}

void expect_refused(std::string const& table, std::initializer_list<char const*> words)
{
    SampleStudy const study;
    give(study, table);
    auto const ended = study.marchland("corridors");
    EXPECT_EQ(ended.code, 1) << ended.all();
    for (auto const* const word : words) {
        EXPECT_NE(ended.all().find(word), std::string::npos) << "missing: " << word << "\n"
                                                             << ended.all();
    }
    EXPECT_FALSE(fs::exists(study.file("out")));
}

TEST(GivenDemand, FlowsStandInTheRatioOfTheTotals)
{
    SampleStudy const study;
    give(study, "crossing,amount\nG1,100\nG2,300\n");
    auto const ended = study.marchland("corridors");
    ASSERT_EQ(ended.code, 0) << ended.all();
    auto found = flows(study);
    EXPECT_NEAR(found["G2"] / found["G1"], 3.0, 0.03);  // the mean of worlds around it
}

TEST(GivenDemand, ATableOfEveryCommuneSaysHowMuchEachCrossingHas)
{
    SampleStudy const study;
    std::string table = "commune,crossing,amount\n";
    for (int i = 1; i <= 9; ++i) {
        table += "0600" + std::to_string(i) + ",G1,1\n0600" + std::to_string(i) + ",G2,4\n";
    }
    give(study, table);
    auto const ended = study.marchland("corridors");
    ASSERT_EQ(ended.code, 0) << ended.all();
    auto found = flows(study);
    EXPECT_NEAR(found["G2"] / found["G1"], 4.0, 0.04);  // the mean of worlds around it
}

TEST(GivenDemand, UnknownCrossingIsRefusedWithTheNearest)
{
    expect_refused("crossing,amount\nG1,1\nG22,3\n",
                   {"demand.csv", "row 2", "crossing", "G22", "did you mean \"G2\""});
}

TEST(GivenDemand, UnknownCommuneIsRefused)
{
    expect_refused("commune,crossing,amount\n96001,G1,1\n",
                   {"demand.csv", "row 1", "commune", "96001"});
}

TEST(GivenDemand, AmountsBelowZeroOrNoNumbersAreRefused)
{
    for (auto const* const amount : {"-1", "many", "inf", ""}) {
        expect_refused(std::string{"crossing,amount\nG1,1\nG2,"} + amount + "\n",
                       {"demand.csv", "row 2", "amount", "expected a number, 0 or more"});
    }
}

TEST(GivenDemand, APairGivenTwiceIsRefused)
{
    expect_refused("commune,crossing,amount\n06001,G1,1\n06001,G1,2\n",
                   {"row 2", "more than one amount", "keep one row"});
}

TEST(GivenDemand, NamesOfPersonsAreRefused)
{
    expect_refused("commune,crossing,amount,ho_ten\n06001,G1,1,SECRETVALUE\n",
                   {"data of persons", "ho_ten"});
}

TEST(GivenDemand, WhatCannotBeReachedIsSaid)
{
    SampleStudy const study;
    give(study, "crossing,amount\nG1,1\nG2,1\nG3,2\n");
    study.append("crossings.csv", "G3,Xa,main,closed,106.5,21.85");
    auto const ended = study.marchland("corridors");
    ASSERT_EQ(ended.code, 0) << ended.all();
    EXPECT_NE(study.read("out/findings.csv")
                  .find("50.0 % of the amounts are at crossings that nobody can reach"),
              std::string::npos);
}

}  // namespace
