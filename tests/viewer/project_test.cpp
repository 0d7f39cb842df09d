#include "viewer/project.hpp"

#include "geo/vocabulary/error.hpp"
#include "results/store.hpp"
#include "tests/viewer/viewing.hpp"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <fstream>

using namespace marchland;
namespace fs = std::filesystem;

namespace {

struct ProjectTest : testing::Test {
    QTemporaryDir const scratch;
    fs::path const root = scratch.path().toStdString();

    static void touch(fs::path const& path)
    {
        fs::create_directories(path.parent_path());
        std::ofstream{path} << "x";
    }
};

}  // namespace

TEST_F(ProjectTest, FindsTheResultsThatSomebodyMeans)
{
    touch(root / "study.toml");
    touch(root / "out" / "study.gpkg");
    EXPECT_EQ(viewer::result_folder(root / "out"), root / "out");
    EXPECT_EQ(viewer::result_folder(root / "out" / "study.gpkg"), root / "out");
    EXPECT_EQ(viewer::result_folder(root / "study.toml"), root / "out");
    EXPECT_EQ(viewer::result_folder(root), root / "out");
}

TEST_F(ProjectTest, SaysHowToMakeResults)
{
    touch(root / "study.toml");
    try {
        viewer::result_folder(root / "study.toml");
        FAIL();
    } catch (geo::Error const& error) {
        EXPECT_EQ(error.kind(), geo::Trouble::usage);
        EXPECT_NE(std::string{error.what()}.find("marchland run"), std::string::npos);
    }
    EXPECT_THROW(viewer::result_folder(root / "nothing"), geo::Error);
}

TEST_F(ProjectTest, OpensWhatARunHasWritten)
{
    auto const written = support::fake_results();
    results::write_results(written, root / "out");
    auto const project = viewer::open_project(root / "out");
    EXPECT_EQ(project->shown->communes.size(), written.communes.size());
    EXPECT_EQ(project->scene.crossings.size(), 3U);
    EXPECT_EQ(project->shown->about.title, written.about.title);
}

TEST_F(ProjectTest, KnowsWhereOnTheGlobeItLies)
{
    ASSERT_TRUE(support::fake_project()->to_degrees);
    auto const place = (*support::fake_project()->to_degrees)({500'000.0, 2'420'000.0});
    EXPECT_NEAR(place.x, 107.25, 0.01);
    EXPECT_NEAR(place.y, 21.87, 0.05);
    auto elsewhere = support::fake_results();
    elsewhere.about.crs = "unheard of";
    EXPECT_FALSE(viewer::make_project(elsewhere)->to_degrees);
}
