// Studies on other borders: nothing of Viet Nam and China is taken for granted.
#include "geo/shapes/chinese_offset.hpp"
#include "geo/vocabulary/finding.hpp"
#include "study/input/region.hpp"
#include "study/run/session.hpp"
#include "study/run/work.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace marchland::study {
namespace {

struct Border {
    char const* where;
    double west;
    double south;
    char const* crs;  ///< that the communes are brought to; empty: any in metres
    bool warned;
};

std::vector<geo::Finding> warnings(geo::Findings const& findings)
{
    std::vector<geo::Finding> found;
    std::ranges::copy_if(findings, std::back_inserter(found), [](geo::Finding const& one) {
        return one.severity != geo::Severity::note;
    });
    return found;
}

TEST(AnyBorder, StudiesElsewhereRunWithOneWarning)
{
    for (auto const& border :
         {Border{"Pyrenees", 0.60, 42.70, "EPSG:32631", true},
          Border{"Cambodia and Thailand", 102.50, 13.60, "", false},
          Border{"Laos and Thailand", 102.60, 17.95, "", false},
          Border{"Andes, south of the equator", -69.20, -16.50, "EPSG:32719", true}}) {
        test::StudyFolder const folder;
        auto const file = test::write_study(folder, {.west = border.west, .south = border.south});
        Session session{read_study_file(file)};
        auto const found = warnings(session.region().findings);
        ASSERT_EQ(found.size(), border.warned ? 1U : 0U)
            << border.where << (found.empty() ? "" : ": " + sentence(found.back()));
        if (border.warned) {
            EXPECT_EQ(found.front().rule, "elsewhere") << border.where;
            EXPECT_EQ(session.region().communes.crs.text(), border.crs);
        }
        auto const& routes = *session.work({"hours"}, {}).routes;
        for (auto const& hours : routes.exposure.to_crossing) {
            EXPECT_TRUE(analysis::routes::nearest_of(hours)) << border.where;
        }
    }
}

TEST(AnyBorder, ALayerOfAnotherCountryIsRefused)
{
    auto const line = [](char const* from, char const* to) {
        return std::string{R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
                           R"("properties":{"id":"a","class":"local"},"geometry":)"
                           R"({"type":"LineString","coordinates":[)"} +
               from + "," + to + "]}}]}";
    };
    auto const in_laos = line("[102.60,17.95]", "[102.70,17.95]");
    auto const in_the_alps = line("[7.60,45.95]", "[7.70,45.95]");
    for (auto const& text : {in_laos, in_the_alps}) {
        test::StudyFolder const folder;
        auto const file = test::write_study(folder);
        folder.write("roads.geojson", text);
        auto const found = read_region(read_study_file(file)).findings;
        EXPECT_TRUE(std::ranges::any_of(found, [](geo::Finding const& one) {
            return one.rule == "layer-elsewhere" && one.layer == "roads" &&
                   one.severity == geo::Severity::error;
        })) << text;
    }
}

TEST(ChineseMaps, AreRecognisedAgainstTheRoadsAndUndoneOnRequest)
{
    using geo::ChineseOffset;
    for (auto const offset : {ChineseOffset::gcj02, ChineseOffset::bd09}) {
        test::StudyFolder const folder;
        auto const file = test::write_study(folder);
        std::ostringstream text;
        text.precision(10);
        text << "id,name,class,status,lon,lat\n";
        for (int i = 0; i < 5; ++i) {  // on the road along the middle of the first row
            auto const at = geo::shifted({106.605 + 0.01 * i, 21.81}, offset);
            text << "C" << i << ",,main,open," << at.x << "," << at.y << "\n";
        }
        folder.write("crossings.csv", text.str());
        auto const study = read_study_file(file);
        auto const found = read_region(study).findings;
        auto const said = std::ranges::find(found, "chinese-offset", &geo::Finding::rule);
        ASSERT_NE(said, found.end()) << name_of(offset);
        auto const name = std::string{name_of(offset)};
        EXPECT_NE(said->action.find("\"" + name + "\""), std::string::npos) << said->action;

        auto const region = read_region(with(study, {changed("crossings.source_crs", name)}));
        for (auto const& one : region.findings) {
            EXPECT_NE(one.rule, "chinese-offset");
        }
        auto const back = geo::Transform{region.communes.crs, geo::Crs::wgs84()}(
            *region.crossings.at[geo::CrossingId{0}]);
        EXPECT_NEAR(back.x, 106.605, 1e-7) << name;
        EXPECT_NEAR(back.y, 21.81, 1e-7) << name;
    }
}

}  // namespace
}  // namespace marchland::study
