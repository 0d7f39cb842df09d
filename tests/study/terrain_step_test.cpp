// Land cover, rivers and the season from the files of a study to its results.
#include "geo/vocabulary/error.hpp"
#include "study/input/region.hpp"
#include "study/run/run.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <functional>

namespace marchland::study {
namespace {

/// The small study with hills, a border in the north and, where asked, land cover and a river.
class GroundStudy : public testing::Test {
protected:
    GroundStudy() { make({}); }

    void make(test::SmallStudy const& small)
    {
        file_ = test::write_study(folder_, small);
        grid("dem.asc",
             [](double x, double y) { return 50.0 * std::sin(90.0 * x) * std::sin(70.0 * y); });
        lines("border.geojson", {{"", "[[106.6,21.864],[106.66,21.864]]"}});
        add("[terrain]\nsource = \"dem.asc\"\nsource_crs = \"EPSG:4326\"\n"
            "[border]\nsource = \"border.geojson\"\n");
    }

    void add(std::string const& toml) const { std::ofstream{file_, std::ios::app} << toml; }

    /// Cells of a thousandth of a degree over the study.
    void grid(std::string const& name, std::function<double(double, double)> const& value,
              double west = 106.58, double south = 21.78, int side = 110) const
    {
        std::ofstream out{folder_.path() / name};
        out << "ncols " << side << "\nnrows " << side << "\nxllcorner " << west << "\nyllcorner "
            << south << "\ncellsize 0.001\nNODATA_value -9999\n";
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                out << value(west + 0.001 * (column + 0.5), south + 0.001 * (side - row - 0.5))
                    << ' ';
            }
            out << '\n';
        }
    }

    struct Drawn {
        std::string properties;
        std::string coordinates;
        std::string type = "LineString";
    };

    void lines(std::string const& name, std::vector<Drawn> const& drawn) const
    {
        std::string text = R"({"type":"FeatureCollection","features":[)";
        for (auto const& one : drawn) {
            text += (&one == drawn.data() ? "" : ",") +
                    std::string{R"({"type":"Feature","properties":{)"} + one.properties +
                    R"(},"geometry":{"type":")" + one.type + R"(","coordinates":)" +
                    one.coordinates + "}}";
        }
        folder_.write(name, text + "]}");
    }

    /// A river between the communes and the border.
    void river(std::string const& properties = "") const
    {
        lines("rivers.geojson", {{properties, "[[106.58,21.862],[106.69,21.862]]"}});
        add("[rivers]\nsource = \"rivers.geojson\"\n");
    }

    void cover(std::function<double(double, double)> const& value,
               std::string const& legend = "legend = \"esa-worldcover\"\n") const
    {
        grid("cover.asc", value);
        add("[land_cover]\nsource = \"cover.asc\"\nsource_crs = \"EPSG:4326\"\n" + legend);
    }

    Region region() const { return read_region(read_study_file(file_)); }

    results::Results results() const
    {
        auto const study = read_study_file(file_);
        return run_steps(study, read_region(study), Step::graph);
    }

    std::string said_of_file() const
    {
        try {
            read_study_file(file_);
            return {};
        } catch (geo::Error const& error) {
            return error.what();
        }
    }

    test::StudyFolder folder_;
    std::filesystem::path file_;
};

geo::Finding const* finding_of(geo::Findings const& findings, std::string const& rule,
                               std::string const& layer)
{
    auto const found = std::ranges::find_if(findings, [&](geo::Finding const& finding) {
        return finding.rule == rule && finding.layer == layer;
    });
    return found == findings.end() ? nullptr : &*found;
}

bool holds(std::string const& text, std::string const& words)
{
    return text.find(words) != std::string::npos;
}

double plain_cover(double, double)
{
    return 30.0;
}

TEST_F(GroundStudy, AbsentLayersAreSaidWithWhatBecomesOfTheResults)
{
    auto const found = region();
    for (auto const* const layer : {"land_cover", "rivers"}) {
        auto const* const note = finding_of(found.findings, "absent", layer);
        ASSERT_NE(note, nullptr) << layer;
        EXPECT_TRUE(holds(note->message, "off the roads") ||
                    holds(note->message, "away from roads"));
    }
    EXPECT_EQ(finding_of(found.findings, "absent", "terrain"), nullptr);
}

TEST_F(GroundStudy, RiversHoldUpAndSeasonShutsTheirFords)
{
    make({.roads = false});
    auto const free = results();
    ASSERT_GE(free.border_profile.size(), 6U);
    river("\"ford\":\"yes\"");
    auto const dry = results();
    add("[travel]\nseason = \"wet\"\n");
    auto const wet = results();
    for (std::size_t i = 0; i < free.border_profile.size(); ++i) {
        double const waded = dry.border_profile[i].hours - free.border_profile[i].hours;
        EXPECT_GT(waded,
                  9.0 / 60.0);  // ten minutes in one cell; slopes of the bank change them a little
        EXPECT_LT(waded, 16.0 / 60.0);
        EXPECT_TRUE(std::isnan(wet.border_profile[i].hours));
        EXPECT_GT(wet.border_profile[i].hours_low, dry.border_profile[i].hours_low);
    }
    EXPECT_EQ(finding_of(wet.findings, "absent", "rivers"), nullptr);
}

TEST_F(GroundStudy, RoadsCrossRivers)
{
    auto const free = results();
    river();
    auto const held = results();
    for (std::size_t i = 0; i < free.border_profile.size(); ++i) {
        EXPECT_GE(held.border_profile[i].hours, free.border_profile[i].hours - 1e-9);
        EXPECT_LT(held.border_profile[i].hours, 2.0);
    }
}

TEST_F(GroundStudy, CommunesTiedToTheOtherBankAreNamed)
{
    // Centres at 106.61 and 106.63, 21.81; the only road passes between them.
    lines("roads.geojson", {{R"("class":"local")", "[[106.613,21.80],[106.613,21.82]]"}});
    lines("rivers.geojson", {{"", "[[106.612,21.80],[106.612,21.82]]"}});
    add("[rivers]\nsource = \"rivers.geojson\"\n");
    auto const found = results();
    auto const* const told = finding_of(found.findings, "other-bank", "communes");
    ASSERT_NE(told, nullptr);
    EXPECT_TRUE(holds(told->message, "90001")) << told->message;
    EXPECT_FALSE(holds(told->message, "90002"))
        << told->message;  // its way to the road meets no water
    lines("rivers.geojson", {{R"("ford":"yes")", "[[106.612,21.80],[106.612,21.82]]"}});
    EXPECT_EQ(finding_of(results().findings, "other-bank", "communes"), nullptr);
    lines("rivers.geojson", {{"", "[[106.615,21.80],[106.615,21.815]]"}});  // east of the road
    auto const other = results();
    auto const* const again = finding_of(other.findings, "other-bank", "communes");
    ASSERT_NE(again, nullptr);
    EXPECT_FALSE(holds(again->message, "90001"));
    EXPECT_TRUE(holds(again->message, "90002"));
}

TEST_F(GroundStudy, LandCoverSlowsWhoWalks)
{
    cover(plain_cover);
    auto const grass = results();
    grid("cover.asc", [](double, double) { return 10.0; });
    auto const forest = results();
    double slower = 0.0;
    for (std::size_t i = 0; i < grass.border_profile.size(); ++i) {
        EXPECT_GE(forest.border_profile[i].hours, grass.border_profile[i].hours - 1e-12);
        slower += forest.border_profile[i].hours - grass.border_profile[i].hours;
    }
    EXPECT_GT(slower, 0.0);
}

TEST_F(GroundStudy, EveryNumberOfTheModelIsWrittenWithTheResults)
{
    cover(plain_cover);
    add("[graph]\nfoot_speed = \"langmuir\"\ncell_m = 150\n[travel]\nnight = true\ncover_dense_kmh "
        "= 1.5\n");
    auto const parameters = results().runs.at(1).parameters;
    for (auto const* const words :
         {"foot_speed=langmuir", "cell_m=150", "season=dry", "night=true", "slope=true",
          "cover_dense_kmh=1.5", "cover_open_kmh=5", "off_path=0.6", "wet_ford=0.3",
          "ford_minutes=10", "track_kmh=12", "10:dense"}) {
        EXPECT_TRUE(holds(parameters, words)) << words << " in " << parameters;
    }
}

TEST_F(GroundStudy, ClassesReplaceAndAddToALegend)
{
    cover(plain_cover,
          "legend = \"esa-worldcover\"\n[land_cover.classes]\n30 = \"dense\"\n7 = \"open\"\n");
    auto const classes = read_study_file(file_).land_classes;
    EXPECT_EQ(classes.at(30), analysis::travel::Cover::dense);
    EXPECT_EQ(classes.at(7), analysis::travel::Cover::open);
    EXPECT_EQ(classes.at(80), analysis::travel::Cover::water);
}

TEST_F(GroundStudy, WrongLinesOfTheStudyFileAreSaid)
{
    auto const said_with = [this](std::string const& toml) {
        auto const before = std::filesystem::file_size(file_);
        add(toml);
        auto const words = said_of_file();
        std::filesystem::resize_file(file_, before);
        return words;
    };
    std::string const head = "[land_cover]\nsource = \"c.tif\"\n";
    EXPECT_TRUE(holds(said_with(head), "does not say what its codes mean"));
    EXPECT_TRUE(holds(said_with(head + "legend = \"corine\"\n"), "expected one of esa-worldcover"));
    EXPECT_TRUE(holds(said_with(head + "clases = 3\n"), "did you mean \"classes\"?"));
    EXPECT_TRUE(
        holds(said_with(head + "classes = 3\n"), "expected a section [land_cover.classes]"));
    EXPECT_TRUE(holds(said_with(head + "[land_cover.classes]\n10 = \"dens\"\n"),
                      "did you mean \"dense\"?"));
    EXPECT_TRUE(
        holds(said_with(head + "[land_cover.classes]\nten = \"dense\"\n"), "a whole number like"));
    EXPECT_TRUE(
        holds(said_with(head + "[land_cover.classes]\n10 = 4\n"), "expected a text in quotes"));
    EXPECT_TRUE(holds(said_with("[rivers]\nsource = \"r\"\nwidht_m = \"b\"\n"),
                      "did you mean \"width_m\"?"));
    EXPECT_TRUE(holds(said_with("[river]\nsource = \"r\"\n"), "did you mean \"rivers\"?"));
    EXPECT_TRUE(holds(said_with("[landcover]\nsource = \"r\"\n"), "did you mean \"land_cover\"?"));
    EXPECT_TRUE(holds(said_with("[travel]\ncover_dense_kmh = 0\n"), "expected 0.1 to 10"));
    EXPECT_TRUE(holds(said_with("[travel]\noff_path = 2\n"), "expected 0.1 to 1"));
    EXPECT_TRUE(holds(said_with("[travel]\nwet_fords = 1\n"), "did you mean \"wet_ford\"?"));
    EXPECT_EQ(said_with(""), "");
}

TEST_F(GroundStudy, CodesWithoutAMeaningAreCounted)
{
    cover([](double x, double) { return x < 106.6 ? 30.0 : x < 106.64 ? 200.0 : 201.0; });
    auto const found = region();
    auto const* const told = finding_of(found.findings, "unknown-cover", "land_cover");
    ASSERT_NE(told, nullptr);
    EXPECT_EQ(told->severity, geo::Severity::warning);
    EXPECT_EQ(told->file, "cover.asc");
    EXPECT_TRUE(holds(told->message, "200 (") && holds(told->message, "201 (")) << told->message;
    grid("cover.asc", [](double, double) { return 200.0; });
    EXPECT_EQ(finding_of(region().findings, "unknown-cover", "land_cover")->severity,
              geo::Severity::error);
}

TEST_F(GroundStudy, BadLandCoverIsSaid)
{
    cover([](double x, double y) {
        return x > 106.62 && x < 106.63 && y > 21.82 && y < 21.83 ? -9999.0 : 30.0;
    });
    auto const holes = region();
    auto const* const told = finding_of(holes.findings, "no-value", "land_cover");
    ASSERT_NE(told, nullptr);
    EXPECT_EQ(told->severity, geo::Severity::warning);
    EXPECT_TRUE(holds(told->message, "no known class")) << told->message;
    ASSERT_TRUE(holes.land_cover && holes.terrain);
    EXPECT_EQ(holes.land_cover->cells, holes.terrain->cells);

    grid("cover.asc", plain_cover, 106.62, 21.78, 110);  // begins in the middle of the study
    EXPECT_TRUE(holds(finding_of(region().findings, "not-covering", "land_cover")->message,
                      "no class is known"));
    grid("cover.asc", plain_cover, 108.0, 15.0, 10);
    EXPECT_EQ(finding_of(region().findings, "not-covering", "land_cover")->severity,
              geo::Severity::error);
    grid("cover.asc", plain_cover, 500000.0, 2400000.0, 10);  // metres that are said to be degrees
    EXPECT_EQ(finding_of(region().findings, "wrong-crs", "land_cover")->severity,
              geo::Severity::error);
    folder_.write("cover.asc", "no grid at all");
    auto const found = region();
    EXPECT_EQ(finding_of(found.findings, "not-a-raster", "land_cover")->severity,
              geo::Severity::error);
    EXPECT_FALSE(found.land_cover);
    std::filesystem::remove(folder_.path() / "cover.asc");
    EXPECT_EQ(finding_of(region().findings, "unreadable", "land_cover")->file, "cover.asc");
}

TEST_F(GroundStudy, RiversAreReadWithTheirFordsAndWidths)
{
    std::string const line = "[[106.58,21.862],[106.69,21.862]]";
    lines("rivers.geojson", {{R"("id":"a","class":"river","width_m":40,"ford":"no")", line},
                             {R"("id":"b","ford":"có")", line},
                             {R"("id":"c","class":"stream")", line},
                             {R"("id":"d","class":"Suối")", line}});
    add("[rivers]\nsource = \"rivers.geojson\"\n");
    auto const found = region();
    ASSERT_EQ(found.rivers.size(), 2U);
    EXPECT_EQ(found.rivers[0].id, "a");
    EXPECT_EQ(found.rivers[0].width_m, 40.0);
    EXPECT_FALSE(found.rivers[0].ford);
    EXPECT_EQ(found.rivers[1].width_m, 0.0);
    EXPECT_TRUE(found.rivers[1].ford);
    auto const* const told = finding_of(found.findings, "not-a-river", "rivers");
    ASSERT_NE(told, nullptr);
    EXPECT_TRUE(told->message.starts_with("2 lines"));
}

TEST_F(GroundStudy, BadRiversAreSaid)
{
    std::string const line = "[[106.58,21.862],[106.69,21.862]]";
    lines("rivers.geojson", {{R"("width_m":"broad","ford":"maybe")", line},
                             {"", "[106.6,21.8]", "Point"},
                             {R"("width_m":-3)", line}});
    add("[rivers]\nsource = \"rivers.geojson\"\n");
    auto const found = region();
    EXPECT_TRUE(
        holds(finding_of(found.findings, "bad-width", "rivers")->message, "expected metres"));
    EXPECT_TRUE(
        holds(finding_of(found.findings, "bad-ford", "rivers")->message, "expected yes or no"));
    EXPECT_TRUE(holds(finding_of(found.findings, "not-a-line", "rivers")->feature, "row 2"));
    EXPECT_EQ(found.rivers.size(), 2U);

    lines("rivers.geojson", {{"", "[[108.0,15.0],[108.1,15.0]]"}});
    EXPECT_EQ(finding_of(region().findings, "not-covering", "rivers")->severity,
              geo::Severity::warning);
    lines("rivers.geojson", {{"", "[[500000,2400000],[501000,2400000]]"}});
    EXPECT_TRUE(geo::stops_work(region().findings));  // metres in a file of degrees
    folder_.write("rivers.geojson", "no shapes at all");
    EXPECT_TRUE(geo::stops_work(region().findings));
}

TEST_F(GroundStudy, WithoutTerrainTheyAreNotUsedAndThatIsSaid)
{
    test::StudyFolder const other;
    auto const file = test::write_study(other);
    river();
    std::filesystem::copy(folder_.path() / "rivers.geojson", other.path() / "rivers.geojson");
    std::ofstream{file, std::ios::app} << "[rivers]\nsource = \"rivers.geojson\"\n";
    auto const found = read_region(read_study_file(file));
    EXPECT_NE(finding_of(found.findings, "needs-terrain", "rivers"), nullptr);
    EXPECT_TRUE(
        holds(finding_of(found.findings, "absent", "terrain")->message, "no border profile"));
}

}  // namespace
}  // namespace marchland::study
