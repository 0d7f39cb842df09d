// What is opened at all: files of this machine, and nothing that calls elsewhere or never ends.
#include "geo/files/read.hpp"

#include "geo/gate/shown.hpp"
#include "geo/vocabulary/error.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace marchland::geo {
namespace {

std::string refused(LayerSource const& source)
{
    try {
        read_table(source);
    } catch (Error const& error) {
        EXPECT_EQ(error.kind(), Trouble::findings);
        return error.what();
    }
    return "";
}

TEST(Door, NothingIsFetchedFromTheNetwork)
{
    for (auto const* const address :
         {"/vsicurl/https://example.org/a.gpkg", "https://example.org/a.geojson",
          "WFS:http://example.org/wfs", "/vsizip//vsicurl/https://example.org/a.zip",
          "/vsis3/bucket/a.gpkg", "ftp://example.org/a.csv"}) {
        auto const said = refused({.layer = "test", .source = address});
        EXPECT_NE(said.find("network"), std::string::npos) << address << ": " << said;
    }
    for (auto const* const other :
         {"/vsistdin/", "/vsimem/x.csv", "/vsisubfile/0_10,x.csv", "/vsizip//vsizip/a"}) {
        EXPECT_NE(refused({.layer = "test", .source = other}).find("no file of this machine"),
                  std::string::npos)
            << other;
    }
}

TEST(Door, PipesAndDevicesAreRefusedWithoutWaiting)
{
    test::StudyFolder const folder;
    auto const pipe = folder.path() / "cases.csv";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    for (std::string const& path : {pipe.string(), std::string{"/dev/zero"}}) {
        EXPECT_NE(refused({.layer = "test", .source = path}).find("pipe or a device"),
                  std::string::npos);
    }
}

TEST(Door, AFileDoesNotChooseItsDriver)
{
    test::LayerFile const file{
        "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/vsicurl/https://example.org/"
        "a.csv</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
        "a.vrt"};
    EXPECT_NE(refused(file.source()).find("not a file of shapes or a table"), std::string::npos);
}

TEST(Door, MessagesHoldNoFolderAndNoPassword)
{
    test::LayerFile const file{"not a geopackage", "a.gpkg"};
    auto source = file.source();
    source.source = (source.folder / source.source).string();
    auto const said = refused(source);
    EXPECT_NE(said.find("a.gpkg"), std::string::npos);
    EXPECT_EQ(said.find(source.folder.string()), std::string::npos) << said;
    EXPECT_EQ(shown_source("PG:host=db password=secret dbname=x"),
              "PG:host=db password=*** dbname=x");
    EXPECT_EQ(shown_source("/home/somebody/cases.csv"), "cases.csv");
    EXPECT_EQ(shown_source("data/cases.csv"), "data/cases.csv");
    EXPECT_EQ(shown_source("a\x1b[2Jb.csv"), "a?[2Jb.csv");
}

}  // namespace
}  // namespace marchland::geo
