#include "study/settings/study_file.hpp"

#include "geo/vocabulary/error.hpp"
#include "tests/support/study_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace marchland::study {
namespace {

std::string const layers = "[communes]\nsource = \"c.gpkg\"\n[cases]\nsource = \"k.csv\"\n";
std::string const period = "[study]\nperiod = [\"2021-01\", \"2025-06\"]\n";

StudyFile read(std::string const& toml)
{
    test::StudyFolder const folder;
    return read_study_file(folder.write("study.toml", toml));
}

/// What is said of a file that cannot be used; empty where it can.
std::string said_of(std::string const& toml)
{
    try {
        read(toml);
        return {};
    } catch (geo::Error const& error) {
        EXPECT_EQ(error.kind(), geo::Trouble::usage);
        return error.what();
    }
}

void expect_said(std::string const& toml, std::string const& words)
{
    auto const said = said_of(toml);
    EXPECT_NE(said.find(words), std::string::npos) << "wanted: " << words << "\nsaid: " << said;
}

std::size_t lines_in(std::string const& text)
{
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

TEST(StudyFile, ChangesTakeThePlaceOfTheTextsKeys)
{
    std::string const text = period + layers + "[graph]\nsnap_m = 20\n[plan]\nteams = 3\n";
    std::vector<std::string> const changes{
        changed("graph.snap_m", 5.5), changed("graph.profile", "foot"),
        changed("risk.top", std::int64_t{7}), changed("study.title", "a \"quoted\" \\ title")};
    auto const study = parse_study(text, "/nowhere/study.toml", changes);
    EXPECT_EQ(study.snap_m, 5.5);
    EXPECT_EQ(study.profile, analysis::travel::Profile::foot);
    EXPECT_EQ(study.travel.profile, analysis::travel::Profile::foot);
    EXPECT_EQ(study.top, 7);
    EXPECT_EQ(study.title, "a \"quoted\" \\ title");
    EXPECT_EQ(study.plan.teams, 3);  // of the text
    EXPECT_EQ(study.text, text);
    EXPECT_EQ(study.changes, changes);
    auto const later = with(study, {changed("risk.top", std::int64_t{8})});
    EXPECT_EQ(later.top, 8);
    EXPECT_EQ(later.snap_m, 5.5);
    EXPECT_EQ(later.changes.size(), 5U);
}

TEST(StudyFile, ChangesAreJudgedAsTheTextIs)
{
    try {
        parse_study(period + layers, "study.toml", {changed("risk.top", std::int64_t{0})});
        FAIL() << "a list of no communes was asked for";
    } catch (geo::Error const& error) {
        EXPECT_THAT(error.what(),
                    testing::AllOf(testing::HasSubstr("with the options that were given"),
                                   testing::HasSubstr("[risk] top = 0: expected")));
    }
}

TEST(StudyFile, DefaultsAreThoseOfTheHeader)
{
    auto const study = read(period + layers);
    EXPECT_EQ(study.title, "study");
    EXPECT_EQ(study.purpose, "not stated");
    EXPECT_FALSE(study.crs);
    EXPECT_EQ(study.period.from.text(), "2021-01");
    EXPECT_EQ(study.period.to.text(), "2025-06");
    EXPECT_EQ(study.vintage, "2025-07-01");
    EXPECT_EQ(study.seed, 1U);
    EXPECT_FALSE(study.synthetic);
    EXPECT_EQ(study.profile, analysis::travel::Profile::motorbike);
    EXPECT_EQ(study.snap_m, 50.0);
    EXPECT_EQ(study.window_years, 0);
    EXPECT_EQ(study.half_life_years, 0.0);
    EXPECT_EQ(study.rank_by, analysis::risk::RankBy::expected);
    EXPECT_EQ(study.permutations, 9999);
    EXPECT_EQ(study.fdr, 0.05);
    EXPECT_EQ(study.alternatives, 3);
    EXPECT_EQ(study.theta, 1.0);
    EXPECT_EQ(study.layer("communes")->column("id"), "code");
    EXPECT_EQ(study.layer("roads"), nullptr);
    EXPECT_TRUE(study.unused.empty());
}

TEST(StudyFile, SeveralCrosswalksAndDaysForColumns)
{
    auto const study = read(R"([study]
period = ["2023", "2024"]
[communes]
source = "a.gpkg"
[cases]
source = "b.csv"
vintage = "2020-01-01"
[[crosswalk]]
source = "one.csv"
old_vintage = "2019-01-01"
[[crosswalk]]
source = "two.csv"
old_vintage = "tu_ngay"
)");
    ASSERT_EQ(study.crosswalks().size(), 2U);
    EXPECT_EQ(study.crosswalks()[0].stated.at("old_vintage"), "2019-01-01");
    EXPECT_EQ(study.crosswalks()[1].column("old_vintage"), "tu_ngay");
    EXPECT_EQ(study.layer("cases")->stated.at("vintage"), "2020-01-01");
    EXPECT_TRUE(study.unused.empty());
}

TEST(StudyFile, AnswersToNamesOfCommunes)
{
    auto const study = read(R"([study]
period = ["2023", "2024"]
[communes]
source = "a.gpkg"
[cases]
source = "b.csv"
[cases.names]
"Đồng Đăng, huyện Cao Lộc" = "06184"
"TT. Lộc Bình" = "06529 2020-01-01"
[cases.import]
names = "single"
)");
    auto const& cases = *study.layer("cases");
    EXPECT_EQ(cases.names.at("Đồng Đăng, huyện Cao Lộc"), "06184");
    EXPECT_EQ(cases.names.at("TT. Lộc Bình"), "06529 2020-01-01");
    EXPECT_TRUE(cases.take_single_names);
    EXPECT_FALSE(study.layer("communes")->take_single_names);
}

TEST(StudyFile, EverySettingIsRead)
{
    auto const study = read(R"([study]
title = "Lạng Sơn"
purpose = "training"
crs = "EPSG:9215"
period = ["2023", "2024-Q2"]
vintage = "2008-01-01"
seed = 42
synthetic = true
[graph]
profile = "foot"
snap_m = 12.5
undo = ["R4M0R642"]
accept = []
[risk]
model = "gamma-poisson"
window_years = 2
half_life_years = 1.5
rank_by = "exceedance"
[hotspots]
methods = ["local-moran", "gi-star"]
permutations = 99999
fdr = 0.1
[corridors]
alternatives = 5
theta = 0.7
[crossings]
source = "x.csv"
id = "ma"
)" + layers);
    EXPECT_EQ(study.title, "Lạng Sơn");
    EXPECT_EQ(*study.crs, "EPSG:9215");
    EXPECT_EQ(study.period.from.text(), "2023-01");
    EXPECT_EQ(study.period.to.text(), "2024-06");
    EXPECT_EQ(study.seed, 42U);
    EXPECT_TRUE(study.synthetic);
    EXPECT_EQ(study.profile, analysis::travel::Profile::foot);
    EXPECT_EQ(study.snap_m, 12.5);
    EXPECT_EQ(study.undo, (std::vector<std::string>{"R4M0R642"}));
    EXPECT_TRUE(study.accept.empty());
    EXPECT_EQ(study.window_years, 2);
    EXPECT_EQ(study.half_life_years, 1.5);
    EXPECT_EQ(study.rank_by, analysis::risk::RankBy::exceedance);
    EXPECT_EQ(study.hotspot_methods.size(), 2U);
    EXPECT_EQ(study.permutations, 99999);
    EXPECT_EQ(study.alternatives, 5);
    EXPECT_EQ(study.theta, 0.7);
    EXPECT_EQ(study.layer("crossings")->column("id"), "ma");
    EXPECT_EQ(study.layer("crossings")->column("x"), "lon");
}

TEST(StudyFile, UnknownKeyNamesTheNearest)
{
    expect_said("[study]\nperoid = [\"2021-01\", \"2025-06\"]\n" + layers,
                "did you mean \"period\"?");
    expect_said(period + layers + "[hotspot]\nfdr = 0.1\n",
                "unknown section [hotspot]; did you mean \"hotspots\"?");
    expect_said(period + layers + "[roads]\nsource = \"r\"\nclas = \"x\"\n",
                "did you mean \"class\"?");
}

TEST(StudyFile, WrongTypesAreSaid)
{
    expect_said(period + layers + "[graph]\nsnap_m = \"50 m\"\n",
                "[graph] snap_m: expected a number");
    expect_said(period + layers + "[graph]\nsnap_m = nan\n", "[graph] snap_m");
    expect_said(period + layers + "[graph]\nundo = \"R1\"\n",
                "[graph] undo: expected a list of texts");
    expect_said(period + layers + "[graph]\naccept = [1]\n",
                "[graph] accept: expected a list of texts");
    std::string const roads = period + layers + "[roads]\nsource = \"r.gpkg\"\n";
    expect_said(roads + "topology = \"nodes\"\n", "expected one of shared-nodes, crossings");
    expect_said(roads + "sensitivity = \"secret\"\n",
                "expected one of public, partner, restricted");
    expect_said(roads + "confidence = 2\n", "[roads] confidence = 2: expected 0 to 1");
    expect_said(roads + "as_of = \"2024\"\n", "expected a day like 2025-07-01");
    expect_said(period + layers + "[border]\nsource = \"b.gpkg\"\ntopology = \"crossings\"\n",
                "unknown key");
    expect_said(period + layers + "[risk]\nwindow_years = 2.5\n",
                "[risk] window_years = 2.5: expected a whole number");
    expect_said(period + layers + "[hotspots]\nmethods = \"local-moran\"\n", "[hotspots] methods");
    expect_said(period + "synthetic = \"yes\"\n" + layers, "synthetic: expected true or false");
    expect_said(period + "title = 7\n" + layers, "title: expected a text in quotes");
    expect_said(period + "seed = 1.5\n" + layers, "seed: expected a whole number");
    expect_said(period + "communes = 3\n", "communes");
}

TEST(StudyFile, RangesAreHeld)
{
    expect_said(period + layers + "[graph]\nsnap_m = -1\n", "expected 0 to 5000");
    expect_said(period + layers + "[hotspots]\npermutations = 10\n",
                "expected a whole number, 99 to");
    expect_said(period + layers + "[graph]\nprofile = \"boat\"\n",
                "expected one of motorbike, foot");
    expect_said(period + layers + "[risk]\nmodel = \"car\"\n",
                "expected one of bym2, bym2-negbin, gamma-poisson");
    expect_said(period + "vintage = \"2025\"\n" + layers, "expected a day like 2025-07-01");
}

TEST(StudyFile, PeriodMustBeTwoMonthsInOrder)
{
    for (auto const* const wrong :
         {"\"2021-01\"", "[\"2021-01\"]", "[\"2025-06\", \"2021-01\"]", "[2021, 2025]"}) {
        expect_said("[study]\nperiod = " + std::string{wrong} + "\n" + layers,
                    "[study] period: expected");
    }
}

TEST(StudyFile, MissingSectionsAreNamed)
{
    auto const said = said_of("[graph]\nsnap_m = 5\n");
    for (auto const* const words : {"no [study]", "no [communes]", "no [cases]"}) {
        EXPECT_NE(said.find(words), std::string::npos) << said;
    }
    expect_said(period + "[communes]\nid = \"ma\"\n[cases]\nsource = \"k.csv\"\n",
                "[communes] has no source");
}

TEST(StudyFile, AllThatIsWrongComesAtOnce)
{
    auto const said =
        said_of("[study]\nseeed = 1\nperiod = 3\n[graph]\nsnap_m = -4\n[risk]\nrank_by = \"x\"\n"
                "[comunes]\nsource = \"c\"\n[cases]\nsource = \"k\"\n");
    EXPECT_EQ(lines_in(said), 6U)
        << said;  // seeed, period, snap_m, rank_by, comunes, no [communes]
}

TEST(StudyFile, BrokenTomlNamesItsLine)
{
    expect_said("[study]\ntitle = \"x\n", "line 2: not valid TOML");
}

TEST(StudyFile, MissingFileSaysHowToMakeOne)
{
    EXPECT_THROW(read_study_file("/nowhere/study.toml"), geo::Error);
}

TEST(StudyFile, FolderStandsForItsStudyFile)
{
    test::StudyFolder const folder;
    folder.write("study.toml", period + layers);
    EXPECT_EQ(read_study_file(folder.path()).file.filename(), "study.toml");
}

TEST(StudyFile, RiskHotspotsNeighboursAndPlanAreRead)
{
    auto const study = read(period + layers + R"(
[neighbours]
rule = "kernel"
kernel = "gaussian"
k = 9
edge = true
[risk]
model = "bym2-negbin"
top = 12
exposure = false
[hotspots]
methods = ["local-moran", "scan", "geary"]
correction = "holm"
windows = "travel-time"
scan_share = 0.25
replicates = 199
over_time = true
[plan]
teams = 2
base = "06184"
district_minimum = 1
start = "2026-01-05"
work_days = ["mon", "sat"]
weeks_off = ["2026-02-16", "2026-01-26 team 2"]
[[indicators]]
name = "poverty"
source = "poverty.csv"
column = "rate"
commune = "code"
higher_is = "worse"
weight = 2.5
in_model = false
)");
    EXPECT_EQ(study.neighbours.rule, NeighbourRule::kernel);
    EXPECT_EQ(study.neighbours.kernel, analysis::neighbours::Kernel::gaussian);
    EXPECT_EQ(study.neighbours.k, 9);
    EXPECT_TRUE(study.neighbours.edge);
    EXPECT_EQ(study.risk_model, analysis::risk::RiskModel::bym2_negbin);
    EXPECT_EQ(study.top, 12);
    EXPECT_FALSE(study.use_exposure);
    EXPECT_TRUE(study.uses("scan"));
    EXPECT_FALSE(study.uses("gi-star"));
    EXPECT_EQ(study.correction, analysis::numerics::Correction::holm);
    EXPECT_EQ(study.scan.windows, ScanWindows::travel_time);
    EXPECT_EQ(study.scan.replicates, 199);
    EXPECT_TRUE(study.scan.over_time);
    EXPECT_EQ(study.plan.teams, 2);
    EXPECT_EQ(study.plan_bases, std::vector<std::string>{"06184"});
    EXPECT_EQ(told(study.plan.calendar),
              " start=2026-01-05 work_days=mon;sat weeks_off=2026-02-16,2026-01-26/2");
    ASSERT_EQ(study.indicators.size(), 1U);
    EXPECT_EQ(study.indicators[0].stated.weight, 2.5);
    EXPECT_FALSE(study.indicators[0].stated.in_model);
    EXPECT_EQ(study.indicators[0].source.column("commune"), "code");
}

TEST(StudyFile, NewSectionsSayWhatIsWrong)
{
    expect_said(period + layers + "[neighbours]\nrule = \"distance\"\n", "needs metres");
    expect_said(period + layers + "[neighbours]\nrule = \"file\"\n", "needs file");
    expect_said(period + layers + "[neighbours]\nrule = \"near\"\n", "expected one of queen");
    expect_said(period + layers + "[hotspots]\npermutations = 100000000\n", "99 to 10000000");
    expect_said(period + layers + "[hotspots]\npermutations = 0\n", "99 to 10000000");
    expect_said(period + layers + "[plan]\nexploration = 2\n", "0 to 1");
    auto const plan = period + layers + "[plan]\nteams = 2\n";
    auto const dated = plan + "start = \"2026-01-05\"\n";
    expect_said(plan + "start = \"5/1/2026\"\n", "expected a day like 2026-01-05");
    expect_said(plan + "start = \"2026-02-30\"\n", "expected a day like 2026-01-05");
    expect_said(plan + "weeks_off = [\"2026-01-26\"]\n", "count from a start");
    expect_said(dated + "weeks_off = [\"2026-01-26 team 3\"]\n", "teams 1 to 2");
    expect_said(dated + "weeks_off = [\"2026-01-26 tram 1\"]\n", "is no week of the plan");
    expect_said(dated + "weeks_off = [\"week 5\"]\n", "is no week of the plan");
    expect_said(dated + "work_days = []\n", "expected days of the week");
    expect_said(dated + "work_days = [\"mon\", \"frday\"]\n", "expected days of the week");
    expect_said(period + layers + "[[indicators]]\nname = \"poverty\"\n",
                "name, source and column");
    expect_said(period + layers +
                    "[[indicators]]\nname = \"p\"\nsource = \"a.csv\"\ncolumn = \"x\"\nhigher_is = "
                    "\"bad\"\n",
                "expected worse or better");
}

TEST(StudyFile, TerrainAndHowPeopleWalkOnIt)
{
    auto const study = read(period + layers +
                            "[terrain]\nsource = \"dem.asc\"\nsource_crs = \"EPSG:9215\"\n"
                            "[graph]\nfoot_speed = \"irmischer-clarke\"\ncell_m = 90\n");
    EXPECT_EQ(study.layer("terrain")->crs, "EPSG:9215");
    EXPECT_TRUE(study.unused.empty());
    EXPECT_EQ(study.foot_speed, analysis::travel::FootSpeed::irmischer_clarke);
    EXPECT_EQ(study.cell_m, 90.0);
    EXPECT_EQ(read(period + layers).cell_m, std::nullopt);
    EXPECT_EQ(read(period + layers).foot_speed, analysis::travel::FootSpeed::tobler);
    expect_said(period + layers + "[graph]\nfoot_speed = \"naismith\"\n", "expected one of tobler");
    expect_said(period + layers + "[graph]\ncell_m = 0\n", "1 to 10000");
}

TEST(StudyFile, LaterSectionsAreKnownAndNoted)
{
    auto const study = read(period + layers + "[plan]\nteam_days = 9\n[release]\nthreshold = 5\n");
    EXPECT_EQ(study.unused, (std::vector<std::string>{"release"}));
    EXPECT_TRUE(study.has_plan);
    EXPECT_EQ(study.plan.team_days, 9.0);
}

}  // namespace
}  // namespace marchland::study
