// Bad input to risk, hotspots, plan and simulate, through the program: a clear answer or clear words.
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace {

using namespace marchland::tests;
namespace fs = std::filesystem;

using Words = std::initializer_list<char const*>;

void expect_words(Ended const& ended, int code, Words words)
{
    EXPECT_EQ(ended.code, code) << ended.all();
    for (auto const* const word : words) {
        EXPECT_NE(ended.all().find(word), std::string::npos) << "missing: " << word << "\n"
                                                             << ended.all();
    }
}

void expect_holds(std::string const& text, Words words)
{
    for (auto const* const word : words) {
        EXPECT_NE(text.find(word), std::string::npos) << "missing: " << word << "\n" << text;
    }
}

std::size_t rows_in(std::string const& csv)
{
    return static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) - 1;
}

/// All that the engine can be asked for.
void ask_for_everything(SampleStudy const& study)
{
    study.replace(
        "study.toml", "permutations = 999",
        "permutations = 99\nreplicates = 99\n"
        "methods = [\"local-moran\", \"gi-star\", \"geary\", \"median-moran\", \"scan\"]\n"
        "[plan]\nteam_days = 5\nbase = \"06001\"");
}

constexpr std::initializer_list<char const*> steps{"risk", "hotspots", "plan"};

void write_communes(SampleStudy const& study, int number)
{
    std::string features;
    for (int i = 1; i <= number; ++i) {
        features += (i == 1 ? "" : ",") +
                    commune_feature("0600" + std::to_string(i), "Xã " + std::to_string(i), "9000",
                                    R"({"type":"Polygon","coordinates":[)" +
                                        square(106.4 + 0.1 * i, 21.8, 0.1) + "]}");
    }
    study.write("communes.geojson", feature_collection(features));
}

void add_indicator(SampleStudy const& study, std::string const& name)
{
    study.append("study.toml", "\n[[indicators]]\nname = \"" + name +
                                   "\"\nsource = \"indicators.csv\"\ncolumn = \"" + name + "\"");
}

// ---- the ends of the range

TEST(Questions, NobodyWasFound)
{
    for (auto const* const model : {"bym2", "bym2-negbin", "gamma-poisson"}) {
        SampleStudy const study;
        ask_for_everything(study);
        study.append("study.toml", "[risk]\nmodel = \"" + std::string{model} + "\"");
        study.write("cases.csv", "commune,period,count\n06001,2022,0\n");
        for (auto const* const step : steps) {
            auto const ended = study.marchland(step, std::string{"-o "} + step);
            EXPECT_EQ(ended.code, 0) << model << step << ended.all();
        }
        auto const communes = study.read("plan/communes.csv");
        for (auto const& rank : column(communes, "rank")) {
            EXPECT_EQ(rank, "");
        }
        for (auto const& expected : column(communes, "expected")) {
            EXPECT_EQ(expected, "0");
        }
        EXPECT_EQ(rows_in(study.read("hotspots/clusters.csv")), 0U);
        auto const findings = study.read("hotspots/findings.csv");
        expect_holds(findings, {"no person is counted at all"});
        EXPECT_EQ(findings.find("does not bring forth"), std::string::npos)
            << "a check of nothing: " << findings;
    }
}

TEST(Questions, OneCommuneIsFirstOfNothing)
{
    SampleStudy const study;
    ask_for_everything(study);
    write_communes(study, 1);
    study.write("cases.csv", "commune,period,count\n06001,2022,5\n");
    study.write("effort.csv", "commune,amount\n06001,10\n");
    for (auto const* const step : steps) {
        auto const ended = study.marchland(step, std::string{"-o "} + step);
        EXPECT_EQ(ended.code, 0) << step << ended.all();
    }
    EXPECT_EQ(column(study.read("risk/communes.csv"), "relative_risk").at(0), "1");
    EXPECT_EQ(column(study.read("risk/communes.csv"), "rank").at(0), "");
    EXPECT_EQ(rows_in(study.read("hotspots/clusters.csv")), 0U);
    EXPECT_EQ(rows_in(study.read("plan/plan.csv")), 1U);
}

TEST(Questions, TwoCommunes)
{
    SampleStudy const study;
    ask_for_everything(study);
    write_communes(study, 2);
    study.write("cases.csv", "commune,period,count\n06001,2022,5\n06002,2023,1\n");
    study.write("effort.csv", "commune,amount\n06001,10\n06002,10\n");
    for (auto const* const step : steps) {
        auto const ended = study.marchland(step, std::string{"-o "} + step);
        EXPECT_EQ(ended.code, 0) << step << ended.all();
    }
    EXPECT_EQ(column(study.read("risk/communes.csv"), "rank"),
              (std::vector<std::string>{"1", "2"}));
    for (auto const& p : column(study.read("hotspots/communes.csv"), "moran_p")) {
        EXPECT_TRUE(p.empty() || p == "1") << p;  // whoever is drawn, it is the other one
    }
}

TEST(Questions, AllAreEqual)
{
    SampleStudy const study;
    ask_for_everything(study);
    std::string cases = "commune,period,count\n";
    for (int i = 1; i <= 9; ++i) {
        study.replace("communes.geojson", std::to_string(8000 + 500 * i), "8000");
        cases += "0600" + std::to_string(i) + ",2022,2\n";
    }
    study.write("cases.csv", cases);
    for (auto const* const step : steps) {
        auto const ended = study.marchland(step, std::string{"-o "} + step);
        EXPECT_EQ(ended.code, 0) << step << ended.all();
    }
    auto const communes = study.read("hotspots/communes.csv");
    for (auto const& p : column(communes, "moran_p")) {
        EXPECT_EQ(p, "");  // nothing differs, so nothing can be tested
    }
    for (auto const& p : column(study.read("hotspots/clusters.csv"), "p_value")) {
        EXPECT_GT(std::stod(p), 0.05);
    }
}

// ---- people and effort

TEST(Questions, PersonsFromWhereNobodyLivesAreSaidAndInNoRate)
{
    SampleStudy const study;
    ask_for_everything(study);
    study.replace("communes.geojson", "\"population\":8500",
                  "\"population\":0");  // two cases come from there
    auto const ended = study.marchland("hotspots");
    EXPECT_EQ(ended.code, 0) << ended.all();
    auto const communes = study.read("out/communes.csv");
    EXPECT_EQ(column(communes, "cases").at(0), "2");
    EXPECT_EQ(column(communes, "relative_risk").at(0), "");
    EXPECT_EQ(column(communes, "rank").at(0), "");
    EXPECT_EQ(column(communes, "evidence").at(0), "none");
    double all = 0.0;
    for (auto const& expected : column(communes, "cases_expected")) {
        all += expected.empty() ? 0.0 : std::stod(expected);
    }
    EXPECT_NEAR(all, 4.0, 1e-9);  // those of the other communes
    expect_holds(study.read("out/findings.csv"),
                 {"found 0; no rate", "(2 in all) but nobody at risk on record"});
}

TEST(Questions, NegativeEffortStopsTheWork)
{
    for (auto const* const step : steps) {
        SampleStudy const study;
        study.append("effort.csv", "06001,2023,patrol,-3");
        expect_words(study.marchland(step), 1,
                     {"effort.csv", "row 10", "amount", "\"-3\"", "0 or more"});
        EXPECT_FALSE(fs::exists(study.file("out")));
    }
}

TEST(Questions, WhereEffortIsMissingThereIsNoEvidence)
{
    SampleStudy const study;
    ask_for_everything(study);
    study.write("effort.csv",
                "commune,period,kind,amount\n06001,2023,patrol,100\n06002,2023,patrol,100\n"
                "06003,2023,patrol,\n06009,2023,patrol,50\n");
    auto const ended = study.marchland("plan");
    EXPECT_EQ(ended.code, 0) << ended.all();
    auto const communes = study.read("out/communes.csv");
    auto const evidence = column(communes, "evidence");
    auto const rank = column(communes, "rank");
    for (std::size_t i : {2U, 3U, 4U, 5U, 6U, 7U}) {
        EXPECT_EQ(evidence.at(i), "none") << i;  // never low: nobody looked
        EXPECT_EQ(rank.at(i), "") << i;
        EXPECT_EQ(column(communes, "detectable").at(i), "") << i;
    }
    EXPECT_NE(evidence.at(0), "none");
    expect_holds(study.read("out/findings.csv"), {"there is no amount"});
}

// ---- indicators

TEST(Questions, AConstantIndicatorIsLeftOutAndSaid)
{
    SampleStudy const study;
    add_indicator(study, "poverty");
    std::string table = "commune,poverty\n";
    for (int i = 1; i <= 9; ++i) {
        table += "0600" + std::to_string(i) + ",12\n";
    }
    study.write("indicators.csv", table);
    EXPECT_EQ(study.marchland("risk").code, 0);
    expect_holds(study.read("out/findings.csv"),
                 {"poverty is the same everywhere", "left out of the risk model"});
    EXPECT_EQ(study.read("out/model.csv").find("coefficient of poverty"), std::string::npos);
    EXPECT_EQ(column(study.read("out/communes.csv"), "vulnerability").at(0), "");
}

TEST(Questions, ACollinearIndicatorIsLeftOutAndSaid)
{
    SampleStudy const study;
    add_indicator(study, "poverty");
    add_indicator(study, "debt");
    std::string table = "commune,poverty,debt\n";
    for (int i = 1; i <= 9; ++i) {
        table += "0600" + std::to_string(i) + "," + std::to_string(i * i) + "," +
                 std::to_string(2 * i * i + 1) + "\n";
    }
    study.write("indicators.csv", table);
    EXPECT_EQ(study.marchland("risk").code, 0);
    expect_holds(study.read("out/findings.csv"),
                 {"debt says only what the covariates before it say"});
    auto const model = study.read("out/model.csv");
    EXPECT_NE(model.find("coefficient of poverty"), std::string::npos) << model;
    EXPECT_EQ(model.find("coefficient of debt"), std::string::npos) << model;
}

TEST(Questions, AnIndicatorMissingInPartIsFilledAndSaid)
{
    SampleStudy const study;
    add_indicator(study, "poverty");
    study.write("indicators.csv",
                "commune,poverty\n06001,1\n06002,5\n06003,2\n06004,4\n06005,3\n06006,\n06007,..\n");
    EXPECT_EQ(study.marchland("risk").code, 0);
    expect_holds(study.read("out/findings.csv"),
                 {"4 of 9 communes have no figure for poverty; the median stands in",
                  "poverty is not known for 4 of 9 communes", "the mean of their neighbours"});
    EXPECT_NE(study.read("out/model.csv").find("coefficient of poverty"), std::string::npos);
}

TEST(Questions, AnIndicatorThatIsNoNumberStopsTheWork)
{
    for (auto const* const value : {"inf", "-inf", "nan", "1e400", "\"12,5,1\"", "high"}) {
        SampleStudy const study;
        add_indicator(study, "poverty");
        study.write("indicators.csv",
                    std::string{"commune,poverty\n06001,3\n06002,"} + value + "\n");
        expect_words(study.marchland("risk"), 1,
                     {"indicators.csv", "row 2", "poverty", "expected a number"});
        EXPECT_FALSE(fs::exists(study.file("out"))) << value;
    }
}

TEST(Questions, IndicatorsOfPersonsAreRefused)
{
    SampleStudy const study;
    add_indicator(study, "poverty");
    study.write("indicators.csv", "commune,poverty,ho_ten\n06001,3,SECRETVALUE\n");
    auto const ended = study.marchland("risk");
    expect_words(ended, 1, {"data of persons", "ho_ten"});
    EXPECT_EQ(ended.all().find("SECRETVALUE"), std::string::npos);
}

TEST(Questions, IndicatorsThatAreHalfStated)
{
    SampleStudy const study;
    study.append(
        "study.toml",
        "\n[[indicators]]\nname = \"poverty\"\nhigher_is = \"bad\"\nweight = -1\nwieght = 2");
    expect_words(study.marchland("risk"), 2,
                 {"poverty: higher_is = \"bad\"; expected worse or better",
                  "at least name, source and column", "weight = -1; expected a number above 0",
                  "unknown key \"wieght\"", "did you mean \"weight\""});
}

// ---- neighbours

constexpr auto from_file = "\n[neighbours]\nrule = \"file\"\nfile = \"weights.csv\"";

TEST(Questions, WeightsThatAreAsymmetricAndSelfLinkedAreSaid)
{
    SampleStudy const study;
    ask_for_everything(study);
    study.append("study.toml", from_file);
    study.write("weights.csv", "from,to\n06001,06002\n06001,06001\n06002,06003\n06003,06002\n");
    for (auto const* const step : steps) {
        auto const ended = study.marchland(step, std::string{"-o "} + step);
        EXPECT_EQ(ended.code, 0) << step << ended.all();
    }
    expect_holds(
        study.read("hotspots/findings.csv"),
        {"06001 is its own neighbour", "1 links go one way only", "6 communes have no neighbour"});
    auto const p = column(study.read("hotspots/communes.csv"), "moran_p");
    EXPECT_NE(p.at(1), "");
    EXPECT_EQ(p.at(8), "");  // nobody is near it
}

TEST(Questions, WeightsWithUnknownCodesStopTheWork)
{
    SampleStudy const study;
    study.append("study.toml", from_file);
    study.write("weights.csv", "from,to,weight\n06001,06002,1\n06001,06010,1\n06002,06001,-4\n");
    for (auto const* const step : {"risk", "hotspots"}) {
        auto const ended = study.marchland(step);
        expect_words(ended, 1,
                     {"weights.csv", "row 2", "06010", "did you mean", "row 3", "\"-4\""});
        EXPECT_EQ(ended.all().find(study.folder().string()), std::string::npos)
            << "findings name files, not folders";
        EXPECT_FALSE(fs::exists(study.file("out")));
    }
}

TEST(Questions, NeighboursThatAreHalfStated)
{
    for (auto const& [section, words] :
         {std::pair{"rule = \"file\"", "needs file ="},
          std::pair{"rule = \"distance\"", "needs metres ="},
          std::pair{"rule = \"quen\"", "expected one of queen, rook"},
          std::pair{"rule = \"nearest\"\nk = 0", "expected a whole number, 1 to 1000"},
          std::pair{"rule = \"kernel\"\nkernel = \"cosine\"", "expected one of triangular"},
          std::pair{"order = 0", "expected a whole number, 1 to 20"}}) {
        SampleStudy const study;
        study.append("study.toml", std::string{"\n[neighbours]\n"} + section);
        expect_words(study.marchland("hotspots"), 2, {"[neighbours]", words});
    }
}

TEST(Questions, EveryRuleOfNeighboursGivesAnAnswer)
{
    for (auto const* const rule :
         {"rule = \"rook\"\norder = 2", "rule = \"nearest\"\nk = 50",
          "rule = \"distance\"\nmetres = 1", "rule = \"kernel\"\nk = 3\nkernel = \"gaussian\"",
          "rule = \"kernel\"\nmetres = 12000", "rule = \"travel-time\"\nhours = 0.7",
          "edge = true"}) {
        SampleStudy const study;
        ask_for_everything(study);
        study.append("study.toml", std::string{"\n[neighbours]\n"} + rule);
        auto const ended = study.marchland("hotspots");
        EXPECT_EQ(ended.code, 0) << rule << ended.all();
        EXPECT_EQ(rows_in(study.read("out/communes.csv")), 9U);
    }
}

TEST(Questions, TravelTimeWithoutRoadsIsNobodyNear)
{
    SampleStudy const study;
    ask_for_everything(study);
    study.replace("study.toml", "[roads]\nsource = \"roads.geojson\"\n", "");
    study.append("study.toml", "\n[neighbours]\nrule = \"travel-time\"");
    auto const ended = study.marchland("plan");
    EXPECT_EQ(ended.code, 0) << ended.all();
    for (auto const& p : column(study.read("out/communes.csv"), "moran_p")) {
        EXPECT_EQ(p, "");
    }
    expect_holds(study.read("out/findings.csv"),
                 {"the study has no roads: travel of the teams counts nothing"});
}

// ---- permutations, windows

TEST(Questions, PermutationsAndReplicatesOutOfRange)
{
    for (auto const* const key : {"permutations", "replicates"}) {
        for (auto const* const value : {"0", "-5", "100000000", "nan", "\"many\"", "99.5"}) {
            SampleStudy const study;
            study.replace("study.toml", "permutations = 999", std::string{key} + " = " + value);
            auto const ended = study.marchland("hotspots");
            expect_words(ended, 2, {"[hotspots]", key, "expected a"});
            EXPECT_EQ(ended.err.find("e+0"), std::string::npos)
                << "a planner does not read " << ended.err;
            EXPECT_FALSE(fs::exists(study.file("out")));
        }
    }
    SampleStudy const study;
    EXPECT_EQ(study.marchland("hotspots", "--permutations 0").code, 2);
    EXPECT_EQ(study.marchland("hotspots", "--permutations 100000000").code, 2);
}

TEST(Questions, UnknownMethodsModelsAndWindows)
{
    for (auto const& [line, words] :
         {std::pair{"methods = [\"local-morn\"]", "expected local-moran, gi-star"},
          std::pair{"windows = \"squares\"", "expected one of circles"},
          std::pair{"scan_share = 0.9", "0.01 to 0.5"},
          std::pair{"correction = \"none\"", "expected one of benjamini-hochberg"},
          std::pair{"over_time = \"yes\"", "expected true or false"}}) {
        SampleStudy const study;
        study.replace("study.toml", "permutations = 999", line);
        expect_words(study.marchland("hotspots"), 2, {"[hotspots]", words});
    }
    SampleStudy const study;
    study.append("study.toml", "\n[risk]\nmodel = \"car\"\ntop = 0");
    expect_words(study.marchland("risk"), 2,
                 {"model = \"car\"", "expected one of bym2", "top = 0", "1 to 1000"});
}

TEST(Questions, TheCorrectionSaysWhatItHolds)
{
    for (auto const& [correction, words] :
         {std::pair{"benjamini-yekutieli", "share of false finds at most 5 %"},
          std::pair{"holm", "chance of one false find at most 5 %"}}) {
        SampleStudy const study;
        study.replace("study.toml", "permutations = 999",
                      "permutations = 99\ncorrection = \"" + std::string{correction} + "\"");
        expect_words(study.marchland("hotspots"), 0, {words});
        expect_holds(study.read("out/run.json"),
                     {("\"correction\": \"" + std::string{correction} + "\"").c_str()});
    }
}

// ---- lists of agencies

TEST(Questions, ListsThatDoNotOverlapAreRefusedInWords)
{
    SampleStudy const study;
    study.append("study.toml", "\n[lists]\nsource = \"lists.csv\"");
    study.write("lists.csv", "stratum,lists,count\nnorth,police,40\nnorth,shelter,30\nsouth,police,"
                             "40\nsouth,shelter,30\n"
                             "south,police; shelter,12\neast,police,9\n");
    auto const ended = study.marchland("risk");
    EXPECT_EQ(ended.code, 0) << ended.all();
    auto const table = study.read("out/reporting.csv");
    auto const stratum = column(table, "stratum");
    auto const upper = column(table, "upper");
    auto const note = column(table, "note");
    auto const observed = column(table, "observed");
    ASSERT_GE(stratum.size(), 4U) << table;
    EXPECT_EQ(stratum.at(0), "east");
    EXPECT_EQ(observed.at(0), "9");
    EXPECT_EQ(note.at(0), "1 list; 2 to 12 are needed");
    EXPECT_EQ(stratum.at(1), "north");
    EXPECT_EQ(upper.at(1), "");
    EXPECT_NE(note.at(1).find("0 persons are on two lists or more; at least 7"), std::string::npos)
        << table;
    EXPECT_EQ(stratum.at(2), "south");
    EXPECT_GT(std::stod(upper.at(2)), 82.0);
}

TEST(Questions, ListsOfPersonsAreRefused)
{
    SampleStudy const study;
    study.append("study.toml", "\n[lists]\nsource = \"lists.csv\"");
    study.write("lists.csv", "stratum,lists,count,ho_ten\nnorth,police,1,SECRETVALUE\n");
    auto const ended = study.marchland("risk");
    expect_words(ended, 1, {"lists.csv", "data of persons"});
    EXPECT_EQ(ended.all().find("SECRETVALUE"), std::string::npos);
    study.write(
        "lists.csv",
        "stratum,lists,count\nnorth,,1\nnorth,police,-2\nnorth,police,1.5\nnorth,police,many\n");
    expect_words(study.marchland("risk"), 1,
                 {"row 1", "no list is named", "row 2", "row 3", "row 4", "no whole number"});
}

// ---- the plan

TEST(Questions, MoreDaysThanThereIsToVisit)
{
    SampleStudy const study;
    study.append("study.toml", "\n[plan]\nteam_days = 500\nteams = 20\nbase = \"06005\"");
    auto const ended = study.marchland("plan");
    EXPECT_EQ(ended.code, 0) << ended.all();
    auto const plan = study.read("out/plan.csv");
    EXPECT_EQ(rows_in(plan), 9U) << plan;  // every commune once, and no more
    EXPECT_EQ(plan.find("left out"), std::string::npos);
    expect_holds(ended.out, {"of 500.0 team-days are used"});
}

TEST(Questions, ABudgetThatCannotBeMetSaysWhatItTakes)
{
    SampleStudy const study;
    study.replace("study.toml", "source = \"communes.geojson\"",
                  "source = \"communes.geojson\"\ndistrict = \"name\"");
    study.append("study.toml",
                 "\n[plan]\nteam_days = 3\nteams = 1\nbase = \"06005\"\ndistrict_minimum = 1");
    auto const ended = study.marchland("plan");
    expect_words(
        ended, 1,
        {"1 visits in every former district", "team-days; there are 3", "lower district_minimum"});
    EXPECT_FALSE(fs::exists(study.file("out")));
}

TEST(Questions, AnUnknownBaseNamesTheNearest)
{
    SampleStudy const study;
    expect_words(study.marchland("plan", "--base 06015"), 2,
                 {"\"06015\" is no commune", "did you mean \"0600"});
    expect_words(study.marchland("plan", "--base Paris"), 2, {"\"Paris\" is no commune"});
    EXPECT_FALSE(fs::exists(study.file("out")));
}

TEST(Questions, PlansOutOfRange)
{
    for (auto const& [option, words] :
         {std::pair{"--team-days -3", "[plan] team_days = -3: expected 0 to"},
          std::pair{"--team-days nan", "[plan] team_days = nan: expected 0 to"},
          std::pair{"--teams 0", "[plan] teams = 0: expected a whole number, 1 to 1000"},
          std::pair{"--exploration 2", "[plan] exploration = 2: expected 0 to 1"}}) {
        SampleStudy const study;
        expect_words(study.marchland("plan", option), 2, {words});
        EXPECT_FALSE(fs::exists(study.file("out")));
    }
    SampleStudy const study;
    study.append("study.toml", "\n[plan]\nteam_days = -1\nvisits = 2.5\nreached = 0\nbudget = 9");
    expect_words(study.marchland("plan"), 2,
                 {"team_days = -1", "visits = 2.5", "reached = 0", "unknown key \"budget\""});
}

TEST(Questions, NoDaysNoVisits)
{
    SampleStudy const study;
    auto const ended = study.marchland("plan", "--team-days 0");
    EXPECT_EQ(ended.code, 0) << ended.all();
    auto const plan = study.read("out/plan.csv");
    for (auto const& order : column(plan, "order")) {
        EXPECT_EQ(order, "") << plan;
    }
    EXPECT_EQ(rows_in(plan), 9U);  // all left out, each with its reason
}

}  // namespace
