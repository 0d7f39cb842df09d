// The closed lists: each word in three languages, and nothing by default.
#include "geo/gate/personal_values.hpp"
#include "geo/gate/word_lists.hpp"
#include "geo/gate/word_lists_data.hpp"
#include "geo/vocabulary/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace marchland::geo {
namespace {

TEST(WordLists, KnowTheirWordsInThreeLanguages)
{
    struct Row {
        char const* list;
        char const* word;
        char const* value;
    };
    std::vector<Row> const table{{"crossing_status", "đóng", "closed"},
                                 {"crossing_status", "ĐÓNG CỬA", "closed"},
                                 {"crossing_status", "tạm đóng", "temporarily_closed"},
                                 {"crossing_status", "tạm dừng hoạt động", "suspended"},
                                 {"crossing_status", "mở", "open"},
                                 {"crossing_status", "đang hoạt động", "open"},
                                 {"crossing_status", "不明", "unknown"},
                                 {"crossing_status", "暂停通关", "suspended"},
                                 {"crossing_class", "song phương", "main"},
                                 {"crossing_class", "cửa khẩu phụ", "auxiliary"},
                                 {"crossing_class", "双边口岸", "main"},
                                 {"crossing_class", "loi mo", "opening"},
                                 {"form", "Forced labour", "forced_labour"},
                                 {"form", "forced-labour", "forced_labour"},
                                 {"form", "cưỡng ép kết hôn", "forced_marriage"},
                                 {"form", "强迫婚姻", "forced_marriage"},
                                 {"role", "recruit", "recruitment"},
                                 {"role", "nơi đi", "origin"},
                                 {"sex", "Nữ", "F"},
                                 {"sex", "boys", "M"},
                                 {"age", "từ đủ 16 tuổi đến dưới 18 tuổi", "16-17"},
                                 {"effort_kind", "giờ tuần tra", "patrol"},
                                 {"market_kind", "chợ phiên", "periodic_market"},
                                 {"road_class", "quốc lộ", "national"},
                                 {"road_class", "motorway_link", "expressway"},
                                 {"flag", "không", "no"}};
    for (auto const& [list, word, value] : table) {
        EXPECT_EQ(listed_value(list, word), value) << list << ": " << word;
    }
}

TEST(WordLists, NothingIsADefault)
{
    for (auto const& list : names_of_lists()) {
        EXPECT_FALSE(listed_value(list, "Nguyễn Thị Lan")) << list;
        EXPECT_FALSE(listed_value(list, "")) << list;
        EXPECT_FALSE(values_of_list(list).empty()) << list;
    }
    EXPECT_FALSE(listed_value("no_such_list", "open"));
}

TEST(WordLists, EachValueStandsForItself)
{
    for (auto const& list : names_of_lists()) {
        for (auto const& value : values_of_list(list)) {
            EXPECT_EQ(listed_value(list, value), value) << list;
        }
    }
}

/// Else a cell with a word of its list would be turned away.
TEST(WordLists, NoWordLooksLikeAPersons)
{
    std::string data{word_lists_data};
    std::ranges::replace(data, '|', '\n');
    std::ranges::replace(data, ';', '\n');
    std::istringstream lines{data};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with('#')) {
            auto const kind = personal_value(trimmed(line));
            EXPECT_TRUE(!kind || kind == PersonalKind::free_text) << line;
        }
    }
}

TEST(WordLists, AStudyAddsItsOwn)
{
    OwnWords const own{{"form", {{"Lao động biển", "forced_labour"}}}};
    EXPECT_EQ(listed_value("form", "lao dong bien", own), "forced_labour");
    EXPECT_FALSE(listed_value("role", "lao dong bien", own));
    EXPECT_FALSE(listed_value("form", "lao dong bien"));
}

}  // namespace
}  // namespace marchland::geo
