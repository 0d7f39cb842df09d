// Every file that a study reads is in its hash and is never replaced by a result.
#include "study/settings/inputs.hpp"

#include "geo/vocabulary/error.hpp"
#include "study/run/output_folder.hpp"
#include "tests/support/reference.hpp"
#include "tests/support/sample_study.hpp"
#include "tests/support/study_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace marchland;
namespace fs = std::filesystem;

/// A study that reads one file of each kind, with all that may lie beside it.
class Inputs : public testing::Test {
protected:
    Inputs()
    {
        test::write_study(folder_);
        auto const made = tests::run_shell("cd '" + folder_.path().string() +
                                           "' && ogr2ogr communes.shp communes.geojson "
                                           "-lco ENCODING=UTF-8");
        shapefile_ = made.code == 0;
        folder_.write("cases.csvt", "\"String\",\"String\",\"Integer\"\n");
        folder_.write("dem.asc",
                      "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3 4\n");
        folder_.write("dem.prj", "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,"
                                 "298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\","
                                 "0.0174532925199433]]");
        folder_.write("dem.asc.aux.xml", "<PAMDataset><Metadata/></PAMDataset>");
        folder_.write("roads.gpkg", "for its log");
        folder_.write("roads.gpkg-wal", "not filed yet");
        folder_.write("poverty.csv", "commune,value\n90001,3\n");
        folder_.write("near.gal", "0 1 near code\n");
        auto const layer = [this](char const* source) {
            return geo::LayerSource{.layer = "any", .source = source, .folder = folder_.path()};
        };
        study_.layers = {{"communes", layer(shapefile_ ? "communes.shp" : "communes.geojson")},
                         {"cases", layer("cases.csv")},
                         {"terrain", layer("dem.asc")},
                         {"roads", layer("roads.gpkg")},
                         {"effort", layer("not-there.csv")}};
        study_.indicators = {{.source = layer("poverty.csv"), .stated = {}}};
        study_.neighbours.rule = study::NeighbourRule::file;
        study_.neighbours.file = folder_.path() / "near.gal";
    }

    /// By name, with the section that reads it.
    std::map<std::string, std::string> expected() const
    {
        std::map<std::string, std::string> files{
            {"cases.csv", "cases"},         {"cases.csvt", "cases"},
            {"dem.asc", "terrain"},         {"dem.prj", "terrain"},
            {"dem.asc.aux.xml", "terrain"}, {"roads.gpkg", "roads"},
            {"roads.gpkg-wal", "roads"},    {"poverty.csv", "indicators"},
            {"near.gal", "neighbours"}};
        if (shapefile_) {
            for (auto const* const part : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
                files.emplace(std::string{"communes"} + part, "communes");
            }
        } else {
            files.emplace("communes.geojson", "communes");
        }
        return files;
    }

    test::StudyFolder folder_;
    study::StudyFile study_;
    bool shapefile_ = false;
};

TEST_F(Inputs, AreAllFilesThatAreRead)
{
    std::map<std::string, std::string> found;
    for (auto const& input : study::inputs(study_)) {
        for (auto const& file : input.files) {
            found.emplace(file.filename(), input.section);
        }
    }
    EXPECT_EQ(found, expected());
}

TEST_F(Inputs, OneByteOfAnyOfThemChangesTheHash)
{
    auto const before = study::hash_of(study::inputs(study_));
    EXPECT_THAT(before, testing::HasSubstr("effort not-there.csv\n"));
    EXPECT_THAT(before, testing::Not(testing::HasSubstr(folder_.path().string())));
    for (auto const& [name, section] : expected()) {
        auto const bytes = test::text_in(folder_.path() / name);
        folder_.write(name, bytes + " ");
        EXPECT_NE(study::hash_of(study::inputs(study_)), before) << name;
        folder_.write(name, bytes);
        EXPECT_EQ(study::hash_of(study::inputs(study_)), before) << name;
    }
}

TEST_F(Inputs, NoneIsReplacedByAResult)
{
    for (auto const& [name, section] : expected()) {
        auto const out = folder_.path() / ("out-" + name);
        fs::create_directory(out);
        study::refuse_replacing_sources(study_, out);
        fs::create_hard_link(folder_.path() / name, out / "plan.csv");
        try {
            study::refuse_replacing_sources(study_, out);
            ADD_FAILURE() << name << " would be replaced";
        } catch (geo::Error const& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr("reads as its " + section)) << name;
        }
    }
}

TEST_F(Inputs, FilesOfTheSameNameBesideThemAreNone)
{
    folder_.write("cases.txt", "a note");
    folder_.write("poverty.gpkg", "something else");
    for (auto const& input : study::inputs(study_)) {
        for (auto const& file : input.files) {
            EXPECT_NE(file.filename(), "cases.txt");
            EXPECT_NE(file.filename(), "poverty.gpkg");
        }
    }
}

}  // namespace
