// The register of facts, gates of OpenStreetMap, its main roads and an independent border line.
#include "analysis/border/crossing_candidates.hpp"
#include "geo/vocabulary/text.hpp"
#include "tests/support/reference.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace marchland::analysis::border {
namespace {

auto const data = test::shared / "data";
auto const working = geo::Crs::parse("EPSG:9215");

geo::Communes const& communes()
{
    static auto const read = [] {
        geo::Findings findings;
        return geo::read_communes(
            {.layer = "communes",
             .source = (data / "vn-communes-2025/communes_2025_border7.gpkg").string(),
             .columns = {{"id", "code"}}},
            "2025-07-01", working, findings);
    }();
    return read;
}

geo::Boundaries const& boundaries()
{
    static geo::Boundaries const made{communes().shape};
    return made;
}

geo::Crossings register_of(geo::LayerSource const& source, geo::Findings& findings)
{
    return geo::read_crossings(source, working, "2025-06-30", findings);
}

geo::LayerSource const facts{.layer = "crossings",
                             .source = (test::shared / "facts/border_gates.csv").string(),
                             .columns = {{"id", "gate_id"},
                                         {"name", "name_vi"},
                                         {"class", "gate_class"},
                                         {"name_other", "counterpart_vi"},
                                         {"certainty", "confidence"},
                                         {"x", "lon"},
                                         {"y", "lat"}}};

geo::CrossingId id_of(geo::Crossings const& crossings, std::string const& id)
{
    return static_cast<geo::CrossingId>(std::ranges::find(crossings.id, id) - crossings.id.begin());
}

/// Main roads and a border line that others drew: about 0.8 km off the communes.
struct Ground {
    geo::Ways ways;
    geo::MultiLine border;
    network::Network network;
};

Ground const& ground()
{
    static auto const made = [] {
        geo::Findings findings;
        Ground read;
        read.ways = geo::read_ways(
            {.layer = "roads",
             .source =
                 (data / "vn-osm-infrastructure-2026/osm_main_roads_rail_border.gpkg").string(),
             .table = "lines",
             .columns = {{"class", "infrastructure_class"}}},
            geo::WayKind::road, working, findings);
        read.border = geo::read_border(
            {.layer = "border",
             .source = (data / "border-lines/gshhg_f_borders_rivers.gpkg").string(),
             .table = "borders"},
            working, findings);
        read.network = network::network_of(read.ways, {}, 50.0);
        return read;
    }();
    return made;
}

CrossingCandidates candidates_with(geo::Crossings const& crossings)
{
    return find_candidates(ground().network, ground().ways, ground().border, crossings, communes(),
                           boundaries());
}

geo::Finding const* said(geo::Findings const& findings, std::string const& rule)
{
    auto const found = std::ranges::find(findings, rule, &geo::Finding::rule);
    return found == findings.end() ? nullptr : &*found;
}

TEST(RealCrossings, TheFactsAgainstMainRoadsAndAnotherBorderLine)
{
    MARCHLAND_NEEDS(data / "border-lines");
    geo::Findings findings;
    auto const gates = register_of(facts, findings);
    EXPECT_EQ(gates.size(), 40U);
    EXPECT_EQ(gates.detail(id_of(gates, "LS-TANTHANH")).name_other, "Pò Chài");
    EXPECT_EQ(gates.detail(id_of(gates, "LS-CHIMA")).certainty, 0.9);
    auto const placed =
        std::ranges::count_if(gates.at, [](auto const& at) { return at.has_value(); });
    EXPECT_EQ(placed, 19) << "the others stay on the register";

    auto const found = candidates_with(gates);
    EXPECT_EQ(found.candidates.size(), 45U);
    for (auto const* const id :
         {"CB-LYVAN", "CB-TRALINH", "LC-KIMTHANH", "LCH-MALUTHANG", "QN-MONGCAI"}) {
        EXPECT_TRUE(found.sites[id_of(gates, id)].candidate.has_value()) << id;
    }
    auto const& huu_nghi = found.sites[id_of(gates, "LS-HUUNGHI")];
    EXPECT_TRUE(huu_nghi.way_here && huu_nghi.way_beyond);
    EXPECT_EQ(communes().code[huu_nghi.commune.value()], "06184");
    EXPECT_NEAR(huu_nghi.outside_m, 290.0, 5.0) << "the facts say 0.3 km inside China";
    EXPECT_FALSE(found.sites[id_of(gates, "LS-CHIMA")].way_here)
        << "its road is none of the main ones";

    auto const words = candidate_findings(found, ground().ways, gates, communes());
    ASSERT_NE(said(words, "candidate-not-registered"), nullptr);
    EXPECT_NE(said(words, "candidate-not-registered")->message.find("45 places; at 40 of them"),
              std::string::npos);
    EXPECT_NE(said(words, "crossing-without-way"), nullptr);
    EXPECT_NE(said(words, "crossing-one-side"), nullptr);
    EXPECT_EQ(said(words, "crossing-twice"), nullptr);
}

TEST(RealCrossings, ABorderLineOfAnotherSourceIsSaid)
{
    MARCHLAND_NEEDS(data / "border-lines");
    auto const words = border_findings(ground().border, communes(), boundaries());
    ASSERT_NE(said(words, "border-open"), nullptr);
    EXPECT_NE(said(words, "border-open")->message.find("12 ends"), std::string::npos);
    ASSERT_NE(said(words, "border-through-communes"), nullptr);
}

TEST(RealCrossings, PoPeoLiesSevenMetresOutsideAndIsKept)
{
    MARCHLAND_NEEDS(data / "vn-border-gates");
    geo::Findings findings;
    auto const osm = register_of(
        {.layer = "crossings",
         .source = (data / "vn-border-gates/border_gates_osm_link.csv").string(),
         .columns = {{"id", "osm_id"}, {"name", "osm_name"}, {"x", "lon"}, {"y", "lat"}}},
        findings);
    auto const found = candidates_with(osm);
    EXPECT_EQ(osm.size(), 15U);
    for (auto const id : osm.id.ids()) {
        auto const& site = found.sites[id];
        bool const po_peo = osm.id[id] == "5644089146";
        EXPECT_NEAR(site.outside_m, po_peo ? 7.0 : 0.0, 0.5) << osm.name[id];
        ASSERT_TRUE(site.commune.has_value()) << osm.name[id];
    }
    EXPECT_EQ(communes().name[found.sites[id_of(osm, "5644089146")].commune.value()], "Đình Phong");
}

/// One gate appears as several nodes and building ways.
TEST(RealCrossings, GatesTaggedTwiceAreNamedAndNotMerged)
{
    auto const raw =
        data / "vn-osm-infrastructure-2026/osm-transport-facilities-2026-08-11.overpass.json";
    MARCHLAND_NEEDS(raw);
    std::string csv = "id,name,lon,lat\n";
    std::size_t rows = 0;
    auto const overpass = nlohmann::json::parse(test::text_in(raw));
    for (auto const& element : overpass.at("elements")) {
        auto const& tags = element.at("tags");
        if (tags.value("barrier", "") != "border_control") {
            continue;
        }
        auto const& at = element.contains("geometry") ? element["geometry"][0] : element;
        csv += element["type"].get<std::string>() + "/" + element["id"].dump() + ",\"" +
               tags.value("name", "") + "\"," + at["lon"].dump() + "," + at["lat"].dump() + "\n";
        ++rows;
    }
    test::StudyFolder const folder;
    folder.write("osm.csv", csv);
    geo::Findings findings;
    auto const osm = register_of({.layer = "crossings",
                                  .source = "osm.csv",
                                  .columns = {{"x", "lon"}, {"y", "lat"}},
                                  .folder = folder.path()},
                                 findings);
    EXPECT_EQ(osm.size(), rows);
    auto const found = candidates_with(osm);
    auto const twice = [&](std::string const& name) {
        return std::ranges::count_if(found.twins, [&](CrossingTwins const& twins) {
            return geo::folded(osm.name[twins.one]).find(name) != std::string::npos ||
                   geo::folded(osm.name[twins.other]).find(name) != std::string::npos;
        });
    };
    EXPECT_EQ(rows, 108U);
    EXPECT_EQ(std::ranges::count_if(found.twins,
                                    [&](CrossingTwins const& twins) {
                                        return osm.id[twins.one] == "node/12416690344" &&
                                               osm.id[twins.other] == "node/12416690345";
                                    }),
              1)
        << "two lanes of the second Bac Luan bridge, without a name";
    EXPECT_GE(twice("ta lung"), 1);
    EXPECT_GE(twice("lao cai"), 1);
}

}  // namespace
}  // namespace marchland::analysis::border
