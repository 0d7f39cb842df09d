// What the readers of all layers share: opening, columns, cells.
#include "geo/files/layer_reader.hpp"

#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::LayerFile;
using test::Words;

TEST(LayerReader, WhatCannotBeOpenedIsAFinding)
{
    struct Row {
        char const* what;
        char const* file;
        std::string name;
        Words said;
    };
    std::vector<Row> const table{{"a letter", "dear colleague", "layer.gpkg", {"error unreadable"}},
                                 {"a header alone", "a,b\n", "layer.csv", {"error empty-layer"}},
                                 {"half a GeoJSON",
                                  R"({"type":"FeatureCollection","features":[{"type":)",
                                  "layer.geojson",
                                  {"error unreadable"}}};
    for (auto const& row : table) {
        LayerFile const file{row.file, row.name};
        Findings findings;
        EXPECT_FALSE(LayerReader::open(file.source(), findings)) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
    Findings findings;
    EXPECT_FALSE(LayerReader::open({.layer = "cases", .source = "/nowhere/x.csv"}, findings));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_NE(findings[0].message.find("does not exist"), std::string::npos) << findings[0].message;
    EXPECT_NE(findings[0].action.find("[cases]"), std::string::npos);
}

TEST(LayerReader, AColumnIsFoundByItsNameWithoutRegardToCaseAndMarks)
{
    LayerFile const file{"Số lượng,code\n3,x\n"};
    Findings findings;
    auto reader = LayerReader::open(file.source({{"count", "so luong"}}), findings);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->name_in_file("count"), "Số lượng");
    EXPECT_EQ(reader->name_in_file("CODE"), "code");
    EXPECT_EQ(reader->name_in_file("absent"), "");
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(reader->required_field("cod"), nullptr);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_NE(findings[0].action.find("cod = \"code\""), std::string::npos) << findings[0].action;
}

TEST(LayerReader, Cells)
{
    struct Row {
        char const* what;
        std::string cell;
        std::optional<std::string> text;
        Words said;
    };
    std::vector<Row> const table{
        {"a word", "Đồng Đăng", "Đồng Đăng", {}},
        {"blanks around", "  x  ", "x", {}},
        {"only blanks", "   ", std::nullopt, {}},
        {"nothing", "", std::nullopt, {}},
        {"zeros in front", "06001", "06001", {}},
        {"marks apart", "a\xCC\x81", "á", {"warning not-nfc, row 1, c"}},
        {"escapes", "\\u0110", "Đ", {"warning escaped-text, row 1, c"}},
        {"bytes of another code page", "L\xB9ng", "Lạng", {"warning encoding, row 1, c"}}};
    for (auto const& row : table) {
        LayerFile const file{"c,d\n\"" + row.cell + "\",1\n"};
        Findings findings;
        auto reader = LayerReader::open(file.source(), findings);
        ASSERT_TRUE(reader) << row.what;
        EXPECT_EQ(reader->text(reader->optional_field("c"), 0), row.text) << row.what;
        EXPECT_EQ(reader->text(nullptr, 0), std::nullopt);
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(LayerReader, ALabelledRowIsCalledByItsCode)
{
    LayerFile const file{"c,d\n1,2\n"};
    Findings findings;
    auto reader = LayerReader::open(file.source(), findings);
    reader->label(0, "06001");
    reader->say(Severity::note, "rule", 0, "c", "message", "action");
    EXPECT_EQ(findings.front().feature, "row 1 (06001)");
    EXPECT_EQ(findings.front().file, "layer.csv");
}

}  // namespace
}  // namespace marchland::geo
