// Places found by their names, and tables that name communes instead of coding them.
#include "geo/layers/place_names.hpp"

#include "geo/layers/cases.hpp"
#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::LayerFile;
using test::Words;

PlaceNames const& some_places()
{
    static PlaceNames const places{
        {{"1", "Đồng Đăng", "Cao Lộc", "Lạng Sơn", "", "commune"},
         {"2", "Thị trấn Đồng Đăng", "Cao Lộc", "Lạng Sơn", "2020-01-01", "commune"},
         {"3", "Hòa Bình", "Văn Quan", "Lạng Sơn", "", "commune"},
         {"4", "Xã Hoà Bình", "Hữu Lũng", "Lạng Sơn", "", "commune"},
         {"5", "Thị trấn Chợ Rã", "Ba Bể", "Bắc Kạn", "", "commune"},
         {"6", "Hồng Phong", "Bình Gia", "", "", "commune"},
         {"7", "Hồng Phóng", "", "", "", "commune"},
         {"8", "Cửa khẩu quốc tế Hữu Nghị", "", "", "", "crossing"},
         {"9", "Hà Tu - Bến Cảng", "", "", "", "commune"},
         {"10", "Phường 12", "", "", "", "commune"},
         {"11", "Ba Vi", "", "", "", "commune"},
         {"12", "Ba Vì", "", "", "", "commune"}}};
    return places;
}

TEST(PlaceNames, AreFoundAsPeopleWriteThem)
{
    struct Row {
        char const* text;
        Words ids;
        char const* district = "";
    };
    std::vector<Row> const table{{"Đồng Đăng", {"1", "2"}},
                                 {"dong dang", {"1", "2"}},
                                 {"ĐỒNG  ĐĂNG", {"1", "2"}},
                                 {"Xã Đồng Đăng", {"1"}},
                                 {"Thị trấn Đồng Đăng", {"2"}},
                                 {"TT. Đồng Đăng", {"2"}},
                                 {"TT.Đồng Đăng", {"2"}},
                                 {"tt dong dang", {"2"}},
                                 {"Hòa Bình", {"3", "4"}},
                                 {"Hoà Bình", {"3", "4"}},
                                 {"Hòa Bình, huyện Hữu Lũng", {"4"}},
                                 {"Hoà Bình (Văn Quan)", {"3"}},
                                 {"Hòa Bình - Văn Quan - Lạng Sơn", {"3"}},
                                 {"xã Hoà Bình", {"4"}, "H. Hữu Lũng"},
                                 {"Hoà Bình", {"3"}, "Văn Quan"},
                                 {"Hoà Bình", {"3", "4"}, "Lạng Sơn"},
                                 {"Hoà Bình", {}, "Tràng Định"},
                                 {"Chợ Rã", {"5"}},
                                 {"TT Chợ Rã", {"5"}},
                                 {"Hồng Phong", {"6"}},
                                 {"Hồng Phóng", {"7"}},
                                 {"Hong Phong", {"6", "7"}},
                                 {"Xã Ba Vi", {"11"}},
                                 {"Ba Vi", {"11", "12"}},
                                 {"Hữu Nghị", {"8"}},
                                 {"CK Hữu Nghị", {"8"}},
                                 {"Hà Tu - Bến Cảng", {"9"}},
                                 {"P. 12", {"10"}},
                                 {"Đồng", {}},
                                 {"Xã", {}},
                                 {"", {}}};
    for (auto const& row : table) {
        Words ids;
        for (auto const& place : some_places().called(row.text, row.district)) {
            ids.push_back(place.id);
        }
        EXPECT_EQ(ids, row.ids) << row.text << " | " << row.district;
    }
}

TEST(PlaceNames, KnowTheWordsThatAStudyAdds)
{
    PlaceNames const plain{{{"1", "Poipet"}}};
    PlaceNames const own{{{"1", "Poipet"}}, {{"name_prefix", {{"sangkat", "commune"}}}}};
    EXPECT_TRUE(plain.called("Sangkat Poipet").empty());
    EXPECT_EQ(own.called("Sangkat Poipet").size(), 1U);
}

/// Đồng Đăng took in a town of its own name and Thụy Hùng; there are two of Hồng Phong.
Communes const& with_names()
{
    static Communes const communes = [] {
        Communes made;
        made.vintage = "2025-07-01";
        for (auto const& [code, name] :
             {std::pair{"001", "Đồng Đăng"}, std::pair{"002", "Hồng Phong"},
              std::pair{"003", "Hồng Phong"}, std::pair{"004", "Nguyễn Du"}}) {
            made.by_code.emplace(code, static_cast<CommuneId>(made.size()));
            made.code.push_back(code);
            made.name.push_back(name);
            made.district.push_back(std::string{code} == "002" ? "Bình Gia" : "Cao Lộc");
        }
        auto const former = [](char const* code, char const* to, char const* name) {
            return CrosswalkLink{code, "2020-01-01", to, "2025-07-01", {}, name, "Cao Lộc", ""};
        };
        made.former = Crosswalk{{former("101", "001", "Thị trấn Đồng Đăng"),
                                 former("102", "001", "Xã Thụy Hùng"),
                                 former("003", "004", "Xã Hồng Phong")}};
        index_names(made, {});
        return made;
    }();
    return communes;
}

struct Answers {
    std::map<std::string, std::string> names = {};
    bool single = false;
};

std::pair<Words, Words> counted_by_name(std::string const& row, Answers const& answers)
{
    LayerFile const file{"commune,district,vintage,period,count\n" + row + "\n"};
    auto source = file.source();
    source.names = answers.names;
    source.take_single_names = answers.single;
    Findings findings;
    Words rows;
    Period const ten_years{parse_period("2019")->from, parse_period("2028")->to};
    for (auto const& one : read_cases(source, with_names(), ten_years, findings)) {
        rows.push_back((one.commune ? with_names().code[*one.commune] : "unknown") + " " +
                       shortest(one.count));
    }
    std::erase_if(findings, [](Finding const& one) { return one.rule == "codes-carried"; });
    return {rows, test::said(findings)};
}

TEST(NamesOfCommunes, AreAskedAboutAndAnsweredOnce)
{
    Words const ask{"error name-to-confirm, row 1, commune"};
    Words const choose{"error name-of-several, row 1, commune"};
    Words const unknown{"error unknown-commune, row 1, commune"};
    Words const taken{"note names-taken"};
    struct Row {
        char const* what;
        char const* row;
        Answers answers;
        Words rows;
        Words said;
    };
    std::vector<Row> const table{
        {"one is called so", "Đồng Đăng,,,2026,3", {}, {}, ask},
        {"and is taken where the study says so",
         "dong dang,,,2026,3",
         {{}, true},
         {"001 3"},
         taken},
        {"answered", "dong dang,,,2026,3", {{{"dong dang", "001"}}}, {"001 3"}, {}},
        {"answered with a former code",
         "Thụy Hùng,,,2026,3",
         {{{"Thụy Hùng", "102 2020-01-01"}}},
         {"001 3"},
         {}},
        {"answered: not known", "ở xa,,,2026,3", {{{"ở xa", "unknown"}}}, {"unknown 3"}, {}},
        {"a former name", "Thuy Hung,,,2024,3", {{}, true}, {"001 3"}, taken},
        {"several", "Hồng Phong,,2025-07-01,2024,3", {{}, true}, {}, choose},
        {"told apart by the district",
         "Hồng Phong,Huyện Bình Gia,2025-07-01,2024,3",
         {{}, true},
         {"002 3"},
         taken},
        {"told apart by the vintage",
         "Hồng Phong,,2020-01-01,2024,3",
         {{}, true},
         {"004 3"},
         taken},
        {"of no commune", "Hà Nội,,,2024,3", {{}, true}, {}, unknown},
        {"a commune called after a person", "Nguyễn Du,,,2026,3", {{}, true}, {"004 3"}, taken},
        {"a person",
         "Nguyễn Thị Lan,,,2026,3",
         {{}, true},
         {},
         {"error personal-data, row 1, commune"}}};
    for (auto const& row : table) {
        auto const [rows, said] = counted_by_name(row.row, row.answers);
        EXPECT_EQ(rows, row.rows) << row.what;
        EXPECT_EQ(said, row.said) << row.what;
    }
}

TEST(NamesOfCommunes, EachNameIsAskedOnceWithItsCandidates)
{
    LayerFile const file{
        "commune,period,count\nHồng Phong,2026,1\nHồng Phong,2026,2\nDong Dang,2026,1\n"};
    Findings findings;
    Period const year{parse_period("2026")->from, parse_period("2026")->to};
    auto const cases = read_cases(file.source(), with_names(), year, findings);
    EXPECT_TRUE(cases.empty());
    EXPECT_EQ(test::said(findings), (Words{"error name-to-confirm, row 3, commune",
                                           "error name-of-several, row 1, commune"}));
    EXPECT_NE(findings[0].action.find("\"Dong Dang\" = \"001\""), std::string::npos)
        << findings[0].action;
    for (auto const* const told :
         {"002 Hồng Phong (Bình Gia)", "003 Hồng Phong (Cao Lộc)", "1 more"}) {
        EXPECT_NE(findings[1].message.find(told), std::string::npos) << findings[1].message;
    }
}

}  // namespace
}  // namespace marchland::geo
