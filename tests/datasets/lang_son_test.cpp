// The training region: made again byte for byte, and true to the facts it was made from.
#include "tests/support/drawn_areas.hpp"

#include "datasets/lang-son/make/csv.hpp"
#include "datasets/lang-son/make/make.hpp"
#include "datasets/lang-son/make/province.hpp"
#include "datasets/lang-son/make/truth.hpp"
#include "datasets/lang-son/make/validity.hpp"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <set>

namespace marchland::lang_son {
namespace {

namespace fs = std::filesystem;
using geo::CommuneId;

fs::path const home = fs::path{MARCHLAND_SOURCE} / "datasets/lang-son";

Facts const& facts()
{
    static Projection const projection;
    static Facts const read = read_facts(home / "facts", projection);
    return read;
}

/// The communes as they lie in the repository, in the order of the facts.
geo::PerCommune<geo::Area> const& communes()
{
    static auto const read = geo::test::areas_from(home / "communes.gpkg");
    return read;
}

geo::Boundaries const& boundaries()
{
    static geo::Boundaries const built{communes(), 0.05};
    return built;
}

struct Lines {
    std::vector<geo::Line> lines;
    std::vector<std::string> kinds;
};

Lines lines_in(std::string const& file)
{
    GDALAllRegister();
    std::unique_ptr<GDALDataset> const data{
        GDALDataset::Open((home / file).c_str(), GDAL_OF_VECTOR)};
    Lines read;
    for (auto const& feature : *data->GetLayer(0)) {
        auto& line = read.lines.emplace_back();
        for (auto const& point : *feature->GetGeometryRef()->toLineString()) {
            line.push_back({point.getX(), point.getY()});
        }
        auto const kind = feature->GetFieldIndex("class");
        read.kinds.emplace_back(kind < 0 ? "" : feature->GetFieldAsString(kind));
    }
    return read;
}

double distance_to(geo::Line const& line, geo::Point p)
{
    double nearest = 1e300;
    for (std::size_t i = 1; i < line.size(); ++i) {
        nearest = std::min(nearest, geo::foot_on_segment(p, line[i - 1], line[i]).distance);
    }
    return nearest;
}

std::string bytes_of(fs::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(LangSon, IsMadeAgainByteForByte)
{
    auto const again = fs::path{testing::TempDir()} / "lang-son-made-again";
    fs::remove_all(again);
    for (auto const& name : make(home / "facts", again)) {
        EXPECT_TRUE(bytes_of(again / name) == bytes_of(home / name))
            << name << " differs; other versions of GDAL or SQLite write other GeoPackage bytes";
    }
    fs::remove_all(again);
}

TEST(LangSon, HasTheCommunesOfTheFacts)
{
    EXPECT_EQ(facts().communes.size(), 65U);
    EXPECT_EQ(communes().size(), 65U);
    auto const people = std::accumulate(
        facts().communes.begin(), facts().communes.end(), 0,
        [](int sum, CommuneFact const& commune) { return sum + commune.population; });
    EXPECT_EQ(people, 781653);  // the census says 781,655: two were lost in the mergers' shares
}

TEST(LangSon, AreasAreWithinHalfAPercentOfThoseStated)
{
    for (auto const id : communes().ids()) {
        auto const& fact = facts().communes[geo::index_of(id)];
        EXPECT_NEAR(geo::area_of(communes()[id]) / fact.area, 1.0, 0.005) << fact.name;
    }
}

TEST(LangSon, EveryCommuneHoldsItsCentre)
{
    for (auto const id : communes().ids()) {
        auto const& fact = facts().communes[geo::index_of(id)];
        EXPECT_TRUE(geo::contains(communes()[id], fact.centre)) << fact.name;
        EXPECT_EQ(communes()[id].size(), 1U) << fact.name;
    }
}

TEST(LangSon, NoGapNoOverlapNoBadShape)
{
    for (auto const& area : communes()) {
        EXPECT_TRUE(is_valid(area));
    }
    EXPECT_TRUE(boundaries().findings().empty());
    std::vector<CommuneId> all;
    std::ranges::copy(communes().ids(), std::back_inserter(all));
    auto const outline = boundaries().outline(all);
    ASSERT_EQ(outline.size(), 1U);  // a gap would be a hole
    double sum = 0.0;
    for (auto const& area : communes()) {
        sum += geo::area_of(area);
    }
    EXPECT_NEAR(geo::signed_area(outline.front()), sum, 1.0);
}

TEST(LangSon, ElevenCommunesTouchTheBorder)
{
    auto const border = lines_in("border.gpkg").lines.at(0);
    std::map<std::size_t, double> touching;
    for (auto const& arc : boundaries().arcs()) {
        if (arc.sides.size() != 1) {
            continue;
        }
        for (std::size_t i = 1; i < arc.points.size(); ++i) {
            geo::Point const middle{0.5 * (arc.points[i - 1].x + arc.points[i].x),
                                    0.5 * (arc.points[i - 1].y + arc.points[i].y)};
            if (distance_to(border, middle) < 0.2) {
                touching[geo::index_of(arc.sides.front())] +=
                    geo::distance(arc.points[i - 1], arc.points[i]);
            }
        }
    }
    EXPECT_EQ(touching.size(), 11U);
    double length = 0.0;
    for (auto const& [commune, metres] : touching) {
        EXPECT_TRUE(facts().communes[commune].at_border) << facts().communes[commune].name;
        EXPECT_GT(metres, 5000.0);
        length += metres;
    }
    EXPECT_NEAR(length, geo::length_of(border), 10.0);
}

TEST(LangSon, InformalCrossingsLieOnTheBorderAndSayWhatTheyAre)
{
    Projection const projection;
    auto const border = lines_in("border.gpkg").lines.at(0);
    auto const table = Csv::read(home / "crossings.csv");
    int informal = 0;
    std::set<std::string> gates;
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const at = projection.metres(table.number(row, "lon"), table.number(row, "lat"));
        if (table.at(row, "class") != "informal") {
            gates.insert(table.at(row, "id"));
            continue;
        }
        ++informal;
        EXPECT_TRUE(table.at(row, "id").starts_with("SYN-INF-"));
        EXPECT_TRUE(table.at(row, "name").starts_with("SYNTHETIC"));
        EXPECT_LT(distance_to(border, at), 2.0);
    }
    EXPECT_EQ(informal, 4);
    EXPECT_EQ(gates.size(), 12U);
}

/// Roads whose ends lie within the distance are one; returns the share of length of the largest
/// whole.
double connected_share(Lines const& roads, double snap)
{
    std::vector<std::size_t> part(roads.lines.size());
    std::iota(part.begin(), part.end(), std::size_t{0});
    auto const root = [&part](std::size_t i) {
        while (part[i] != i) {
            i = part[i] = part[part[i]];
        }
        return i;
    };
    for (std::size_t i = 0; i < roads.lines.size(); ++i) {
        for (std::size_t j = i + 1; j < roads.lines.size(); ++j) {
            auto const& a = roads.lines[i];
            auto const& b = roads.lines[j];
            double const near =
                std::min({geo::distance(a.front(), b.front()), geo::distance(a.front(), b.back()),
                          geo::distance(a.back(), b.front()), geo::distance(a.back(), b.back())});
            if (near <= snap) {
                part[root(j)] = root(i);
            }
        }
    }
    std::map<std::size_t, double> length;
    double all = 0.0;
    for (std::size_t i = 0; i < roads.lines.size(); ++i) {
        length[root(i)] += geo::length_of(roads.lines[i]);
        all += geo::length_of(roads.lines[i]);
    }
    return std::ranges::max_element(length, {}, [](auto const& one) { return one.second; })
               ->second /
           all;
}

/// Ends that meet no other end, though one is within 50 m.
int ends_just_short(Lines const& roads)
{
    int count = 0;
    for (std::size_t i = 0; i < roads.lines.size(); ++i) {
        for (auto const end : {roads.lines[i].front(), roads.lines[i].back()}) {
            double nearest = 1e300;
            for (std::size_t j = 0; j < roads.lines.size(); ++j) {
                if (i != j) {
                    nearest = std::min({nearest, geo::distance(end, roads.lines[j].front()),
                                        geo::distance(end, roads.lines[j].back())});
                }
            }
            count += nearest > 5.0 && nearest < 50.0 ? 1 : 0;
        }
    }
    return count;
}

TEST(LangSon, RoadsHangTogetherOnceGapsAreJoined)
{
    auto const roads = lines_in("roads.gpkg");
    EXPECT_GT(connected_share(roads, 50.0), 0.99);
    EXPECT_GE(ends_just_short(roads), 5) << "gaps were left on purpose";
    for (auto const kind : {"national", "provincial", "local", "urban"}) {
        EXPECT_GT(std::ranges::count(roads.kinds, kind), 0) << kind;
    }
}

TEST(LangSon, PathsBeginAtRoads)
{
    auto const roads = lines_in("roads.gpkg");
    auto const paths = lines_in("paths.gpkg");
    EXPECT_EQ(paths.lines.size(),
              20U);  // for each crossing two tracks, two paths and a stub beyond
    EXPECT_EQ(std::ranges::count(paths.kinds, "track"), 8);
    EXPECT_EQ(std::ranges::count(paths.kinds, "path"), 12);
    for (std::size_t i = 0; i < paths.lines.size(); ++i) {
        if (paths.kinds[i] == "track") {
            double nearest = 1e300;
            for (auto const& road : roads.lines) {
                nearest = std::min(nearest, distance_to(road, paths.lines[i].front()));
            }
            EXPECT_LT(nearest, 50.0);
        }
    }
}

TEST(LangSon, PlantedCommunesAreNeighbours)
{
    auto const near = boundaries().neighbours(geo::Contiguity::rook);
    auto const hangs_together = [&near](auto const& codes) {
        std::set<std::size_t> left;
        for (auto const code : codes) {
            left.insert(facts().place_of(std::string{code}));
        }
        std::vector<std::size_t> reached{*left.begin()};
        left.erase(left.begin());
        for (std::size_t i = 0; i < reached.size(); ++i) {
            for (auto const next : near[static_cast<CommuneId>(reached[i])]) {
                if (left.erase(geo::index_of(next)) == 1) {
                    reached.push_back(geo::index_of(next));
                }
            }
        }
        return left.empty();
    };
    EXPECT_TRUE(hangs_together(planted_high));
    EXPECT_TRUE(hangs_together(planted_low));
}

TEST(LangSon, TruthHasAMeanOfOneAndEffortSpreadsFourFold)
{
    auto const truth = truth_of(facts());
    double weighted = 0.0;
    double people = 0.0;
    double least = 1.0;
    double most = 0.0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        weighted += truth[i].relative_risk * facts().communes[i].population;
        people += facts().communes[i].population;
        if (truth[i].effort > 0.0) {
            least = std::min(least, truth[i].reporting);
            most = std::max(most, truth[i].reporting);
        }
    }
    EXPECT_NEAR(weighted / people, 1.0, 1e-12);
    EXPECT_GT(most / least, 3.5);
    EXPECT_LE(most / least, 4.01);
}

TEST(LangSon, AboutNinetyPersonsInTheWindowAndNobodyWhereNobodyLooked)
{
    auto const cases = Csv::read(home / "cases.csv");
    double persons = 0.0;
    std::set<std::string> with_cases;
    for (std::size_t row = 0; row < cases.size(); ++row) {
        with_cases.insert(cases.at(row, "commune"));
        if (cases.at(row, "period") >= "2022-Q3") {
            persons += cases.number(row, "count");
        }
    }
    EXPECT_NEAR(persons, 90.0, 20.0);
    EXPECT_LT(with_cases.size(), 55U);
    for (auto const code : without_effort) {
        EXPECT_FALSE(with_cases.contains(std::string{code}));
    }
}

TEST(LangSon, IsSmallAndSaysThatItIsSynthetic)
{
    std::uintmax_t size = 0;
    for (auto const& entry : fs::recursive_directory_iterator{home}) {
        size += entry.is_regular_file() ? entry.file_size() : 0;
    }
    EXPECT_LT(size, 5U * 1024 * 1024);
    for (auto const name : {"communes.gpkg", "border.gpkg", "roads.gpkg", "paths.gpkg", "dem.tif",
                            "crossings.csv", "study.toml", "README.md"}) {
        EXPECT_NE(bytes_of(home / name).find("SYNTHETIC"), std::string::npos) << name;
    }
}

}  // namespace
}  // namespace marchland::lang_son
