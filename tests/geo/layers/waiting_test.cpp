// Waits in bands: each row a file, what is said of it and what comes out.
#include "geo/layers/waiting.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

std::string told(std::optional<DayBand> const& band)
{
    return !band ? "-"
                 : std::to_string(band->from) + (band->to ? "-" + std::to_string(*band->to) : "+");
}

TEST(Waiting, Bands)
{
    for (auto const& [text, expected] :
         std::vector<std::pair<char const*, char const*>>{{"0-14", "0-14"},
                                                          {"15 – 28", "15-28"},
                                                          {"29-42 ngày", "29-42"},
                                                          {"từ 29 đến 42 ngày", "29-42"},
                                                          {"29 to 42 days", "29-42"},
                                                          {"43+", "43+"},
                                                          {"trên 42 ngày", "43+"},
                                                          {">42", "43+"},
                                                          {"over 42 days", "43+"},
                                                          {"từ 43 ngày trở lên", "43+"},
                                                          {"<10", "0-9"},
                                                          {"dưới 10 ngày", "0-9"},
                                                          {"超过42天", "43+"},
                                                          {"7", "7-7"},
                                                          {"42-29", "-"},
                                                          {"long", "-"},
                                                          {"", "-"},
                                                          {"1-2-3", "-"},
                                                          {"0-20240101", "-"},
                                                          {"<0", "-"}}) {
        EXPECT_EQ(told(day_band(text)), expected) << text;
    }
}

TEST(Waiting, Rows)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;
    };
    std::vector<Row> const table{
        {"a band", "period,kind,band,count\n2025-05,answer,15-28,4\n", {}, {"answer 15-28 4..4 -"}},
        {"the day on which they were counted",
         "period,kind,band,count,as_of\n2025-05,answer,43+,2,2025-05-20\n",
         {},
         {"answer 43+ 2..2 2025-05-20"}},
        {"in Vietnamese",
         "period,kind,band,count\nT5/2025,xác minh,trên 42 ngày,2\n"
         "T5/2025,thông báo trao trả,dưới 10 ngày,1\n",
         {},
         {"answer 43+ 2..2 -", "notice 0-9 1..1 -"}},
        {"a hidden count",
         "period,kind,band,count\n2025-05,answer,43+,<5\n",
         {"warning count-hidden, row 1, count"},
         {"answer 43+ 0..4 -"}},
        {"a band that is not known",
         "period,kind,band,count\n2025-05,answer,unknown,3\n",
         {},
         {"answer - 3..3 -"}},
        {"no band",
         "period,kind,band,count\n2025-05,answer,soon,3\n",
         {"error bad-band, row 1, band"},
         {}},
        {"no kind",
         "period,kind,band,count\n2025-05,,43+,3\n",
         {"error word-missing, row 1, kind"},
         {}},
        {"a kind on no list",
         "period,kind,band,count\n2025-05,visa,43+,3\n",
         {"error unlisted-word, row 1, kind"},
         {}},
        {"half a person",
         "period,kind,band,count\n2025-05,answer,43+,1.5\n",
         {"error bad-count, row 1, count"},
         {}},
        {"days of a person",
         "period,kind,band,count,notice_date\n2025-05,answer,43+,3,2025-04-02\n",
         {"error personal-data, header, notice_date"},
         {}},
        {"one who waits",
         "period,kind,band,count,ho_ten\n2025-05,answer,43+,1,x\n",
         {"error personal-data, header, ho_ten"},
         {}}};
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        Words values;
        for (auto const& one : read_waiting(file.source(), findings)) {
            values.push_back(std::string{name_of(one.kind)} + " " + told(one.band) + " " +
                             shortest(one.lower) + ".." + shortest(one.upper) + " " +
                             (one.dated.as_of ? text_of(*one.dated.as_of) : "-"));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

}  // namespace
}  // namespace marchland::geo
