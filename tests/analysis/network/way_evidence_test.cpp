// Where ways come from: read from columns and from the study, carried through noding, summed up for
// a route.
#include "analysis/network/way_evidence.hpp"

#include "geo/layers/ways.hpp"
#include "tests/support/drawn_ways.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace marchland::analysis::network {
namespace {

class WaySourcesRead : public testing::Test {
protected:
    WaySourcesRead()
        : folder_{std::filesystem::temp_directory_path() /
                  ("marchland-sources-" + std::to_string(::getpid()))}
    {
        std::filesystem::create_directories(folder_);
    }
    ~WaySourcesRead() override { std::filesystem::remove_all(folder_); }

    geo::Ways read(std::string const& text, std::string const& name,
                   geo::WayKind kind = geo::WayKind::road,
                   std::map<std::string, std::string> stated = {})
    {
        std::ofstream{folder_ / name} << text;
        findings = {};
        return geo::read_ways({.layer = "roads",
                               .source = name,
                               .crs = "EPSG:9215",
                               .stated = std::move(stated),
                               .folder = folder_},
                              kind, geo::Crs::parse("EPSG:9215"), findings);
    }

    bool said(std::string const& rule) const
    {
        return std::ranges::any_of(findings,
                                   [&](auto const& finding) { return finding.rule == rule; });
    }

    geo::Findings findings;

private:
    std::filesystem::path folder_;
};

/// Two roads near Lạng Sơn, in VN-2000 / TM-3 107-15.
std::string const two_roads =
    "id,as_of,licence,confidence,sensitivity,source,wkt\n"
    "a,2024-05-27,ODbL,0.9,public,survey,\"LINESTRING(450000 2410000,451000 2410000)\"\n"
    "b,,,low,partner,,\"LINESTRING(450500 2409000,450500 2411000)\"\n";

TEST_F(WaySourcesRead, ColumnsSayItOfARowTheStudyOfTheRest)
{
    auto const ways = read(two_roads, "roads.csv", geo::WayKind::road,
                           {{"licence", "CC BY 4.0"}, {"as_of", "2025-01-01"}});
    ASSERT_EQ(ways.size(), 2U);
    EXPECT_EQ(ways.provenance(static_cast<geo::WayId>(0)),
              (geo::Provenance{"survey", "2024-05-27", "ODbL", 0.9, geo::Sensitivity::open}));
    EXPECT_EQ(
        ways.provenance(static_cast<geo::WayId>(1)),
        (geo::Provenance{"roads.csv", "2025-01-01", "CC BY 4.0", 0.3, geo::Sensitivity::partner}));
}

TEST_F(WaySourcesRead, PathsAreRestrictedUnlessSaidOtherwise)
{
    std::string const path = "id,wkt\np,\"LINESTRING(450000 2410000,451000 2410000)\"\n";
    auto const id = static_cast<geo::WayId>(0);
    EXPECT_EQ(read(path, "p.csv", geo::WayKind::path).provenance(id).sensitivity,
              geo::Sensitivity::restricted);
    EXPECT_EQ(read(path, "p.csv").provenance(id).sensitivity, geo::Sensitivity::open);
    EXPECT_EQ(read(path, "p.csv", geo::WayKind::path, {{"sensitivity", "partner"}})
                  .provenance(id)
                  .sensitivity,
              geo::Sensitivity::partner);
}

TEST_F(WaySourcesRead, NonsenseIsSaidAndKeptBack)
{
    auto const ways = read("id,as_of,confidence,sensitivity,wkt\n"
                           "a,soon,2,everybody,\"LINESTRING(450000 2410000,451000 2410000)\"\n",
                           "bad.csv");
    auto const& made_from = ways.provenance(static_cast<geo::WayId>(0));
    EXPECT_TRUE(said("bad-date"));
    EXPECT_TRUE(said("bad-confidence"));
    EXPECT_TRUE(said("bad-sensitivity"));
    EXPECT_EQ(made_from.as_of, "");
    EXPECT_FALSE(made_from.confidence);
    EXPECT_EQ(made_from.sensitivity, geo::Sensitivity::restricted);
}

TEST_F(WaySourcesRead, OpenStreetMapXmlIsTakenByItsTags)
{
    std::string const osm = R"(<osm version="0.6">
<node id="1" lat="21.80" lon="106.70" version="1"/><node id="2" lat="21.80" lon="106.71" version="1"/>
<node id="3" lat="21.80" lon="106.72" version="1"/><node id="4" lat="21.79" lon="106.71" version="1"/>
<node id="5" lat="21.81" lon="106.71" version="1"/><node id="6" lat="21.79" lon="106.715" version="1"/>
<node id="7" lat="21.81" lon="106.715" version="1"/>
<way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/></way>
<way id="11" version="1"><nd ref="4"/><nd ref="2"/><nd ref="5"/><tag k="highway" v="track"/>
<tag k="junction" v="roundabout"/></way>
<way id="12" version="1"><nd ref="6"/><nd ref="7"/><tag k="highway" v="path"/><tag k="bridge" v="yes"/>
<tag k="layer" v="1"/></way>
<way id="13" version="1"><nd ref="6"/><nd ref="5"/><tag k="waterway" v="river"/></way>
<way id="14" version="1"><nd ref="4"/><nd ref="6"/><tag k="route" v="ferry"/></way>
</osm>)";
    auto const ways = read(osm, "small.osm");
    ASSERT_EQ(ways.size(), 4U);  // the river is left out
    EXPECT_TRUE(said("not-a-way"));
    EXPECT_EQ(ways.id.span()[0], "10");
    EXPECT_EQ(ways.klass.span()[0], geo::WayClass::national);
    EXPECT_EQ(ways.oneway.span()[1], geo::Oneway::forward);
    EXPECT_EQ(ways.bridge.span()[2], 1);
    EXPECT_EQ(ways.level.span()[2], 1);
    EXPECT_EQ(ways.klass.span()[3], geo::WayClass::ferry);
    EXPECT_EQ(ways.provenance(static_cast<geo::WayId>(0)).source, "small.osm, lines");
    auto const made = network_of(ways, {}, 0.0);
    EXPECT_EQ(made.pieces.size(), 6U);  // the road and the track meet; the path passes above
    EXPECT_EQ(made.components, 1U);     // and is reached by the ferry
}

TEST_F(WaySourcesRead, StatedTopologyJoinsAtCommonCornersOnly)
{
    std::string const crossing = "id,wkt\na,\"LINESTRING(450000 2410000,451000 2410000)\"\n"
                                 "b,\"LINESTRING(450500 2409000,450500 2411000)\"\n";
    EXPECT_EQ(network_of(read(crossing, "x.csv"), {}, 0.0).pieces.size(), 4U);
    auto const shared_nodes =
        read(crossing, "x.csv", geo::WayKind::road, {{"topology", "shared-nodes"}});
    EXPECT_EQ(network_of(shared_nodes, {}, 0.0).pieces.size(), 2U);
}

TEST_F(WaySourcesRead, LayersTogetherKeepTheirOwn)
{
    auto ways = read(two_roads, "roads.csv");
    ways.add(read("id,wkt\np,\"LINESTRING(450000 2409500,451000 2409500)\"\n", "paths.csv",
                  geo::WayKind::path));
    EXPECT_EQ(ways.provenance(static_cast<geo::WayId>(2)).source, "paths.csv");
    EXPECT_EQ(ways.provenance(static_cast<geo::WayId>(0)).source, "survey");
    geo::Ways drawn = test::ways_of({{.line = {{0, 0}, {10, 0}}}});
    drawn.add(std::move(ways));
    EXPECT_EQ(drawn.provenance(static_cast<geo::WayId>(0)), geo::Provenance{});
    EXPECT_EQ(drawn.provenance(static_cast<geo::WayId>(3)).source, "paths.csv");
    EXPECT_EQ(drawn.made_from.size(), drawn.size());
    EXPECT_EQ(drawn.shared_nodes.size(), drawn.size());
}

TEST_F(WaySourcesRead, EveryPieceKeepsItsSource)
{
    auto const ways = read(two_roads, "roads.csv");
    auto const made = network_of(ways, {}, 0.0);
    ASSERT_EQ(made.pieces.size(), 4U);
    std::size_t surveyed = 0;
    for (auto const& piece : made.pieces) {
        surveyed += ways.provenance(*piece.way).source == "survey" ? 1U : 0U;
    }
    EXPECT_EQ(surveyed, 2U);
}

/// Two surveyed ways, one of little confidence, one that says nothing, and a gap of 20 m.
struct Route {
    geo::Ways ways = test::ways_of({{.line = {{0, 0}, {1000, 0}}},
                                    {.line = {{1000, 0}, {2000, 0}}},
                                    {.line = {{2000, 0}, {3000, 0}}},
                                    {.line = {{3020, 0}, {4000, 0}}}});
    Network network;

    Route()
    {
        ways.provenances = {{"survey", "2025-07-01", "ODbL", 0.9, geo::Sensitivity::open},
                            {"hearsay", "", "", 0.4, geo::Sensitivity::restricted},
                            {"old map", "", "", std::nullopt, geo::Sensitivity::partner}};
        ways.made_from =
            geo::Column<geo::WayId, std::uint32_t>{std::vector<std::uint32_t>{0, 1, 2, 0}};
        network = network_of(ways, {}, 50.0);
    }

    WayEvidence over(std::vector<std::uint32_t> const& pieces) const
    {
        return evidence_of(pieces, network, ways);
    }
};

TEST(WayEvidence, IsThatOfTheWeakestLink)
{
    Route const route;
    ASSERT_EQ(route.network.pieces.size(), 5U);
    EXPECT_EQ(grade_of(route.over({0})), EvidenceGrade::high);
    EXPECT_EQ(grade_of(route.over({0, 1})), EvidenceGrade::low);
    EXPECT_EQ(grade_of(route.over({0, 2})), EvidenceGrade::not_stated);
    EXPECT_EQ(grade_of(route.over({0, 4})), EvidenceGrade::low);  // over the gap
    auto const all = route.over({0, 1, 2, 3, 4});
    EXPECT_EQ(all.provenances, (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_DOUBLE_EQ(*all.least_confidence, 0.4);
    EXPECT_FALSE(all.all_stated);
    EXPECT_EQ(all.strictest, geo::Sensitivity::restricted);
    EXPECT_DOUBLE_EQ(all.gap_m, 20.0);
    EXPECT_EQ(sources_in_words(all, route.ways),
              "survey, as of 2025-07-01, ODbL; hearsay; old map");
}

TEST(WayEvidence, NothingIsKnownOfNothing)
{
    EXPECT_EQ(grade_of({}), EvidenceGrade::not_stated);
}

}  // namespace
}  // namespace marchland::analysis::network
