// Defects that a file shows before any study reads it: each row a file and what is told of it.
#include "geo/files/inspect.hpp"

#include "geo/files/read.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

TEST(Inspect, DefectsOfAFile)
{
    struct Row {
        char const* what;
        std::string file;
        Words defects;
    };
    std::string const square = "\"POLYGON((106 21,107 21,107 22,106 21))\"";
    std::vector<Row> const table{
        {"none", "code,name\n1,a\n2,b\n", {}},
        {"escapes", "code,name\n1,\\u0111\n2,b\n", {"1 row with \\u escapes in name"}},
        {"marks apart", "code,name\n1,a\xCC\x81\n2,e\xCC\x81\n", {"2 rows not NFC in name"}},
        {"a code twice", "code,name\n1,a\n1,a\n", {"1 row repeating a value of code"}},
        {"only codes and ids must differ",
         "gate_id,name\n1,a\n1,a\n",
         {"1 row repeating a value of gate_id"}},
        {"text is declared in no system",
         "code,wkt\n1," + square + "\n",
         {"the reference system is not declared"}},
        {"a row without shape",
         "code,wkt\n1,\n2," + square + "\n",
         {"1 row without shape", "the reference system is not declared"}},
        {"a bow tie",
         "code,wkt\n1,\"POLYGON((0 0,1 1,1 0,0 1,0 0))\"\n",
         {"1 row with a polygon that is not valid", "the reference system is not declared"}},
        {"a collection",
         "code,wkt\n1,GEOMETRYCOLLECTION(POINT(0 0))\n",
         {"1 row with a shape that is no point, line or polygon",
          "the reference system is not declared"}}};
    for (auto const& row : table) {
        test::StudyFolder const folder;
        auto const file = folder.write("layer.csv", row.file);
        EXPECT_EQ(defects_of(file, ""), row.defects) << row.what;
        EXPECT_EQ(summarise(file).front().name, "layer") << row.what;
    }
}

}  // namespace
}  // namespace marchland::geo
