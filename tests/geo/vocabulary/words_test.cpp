// Text, periods, random numbers: the small words that everything else is written in.
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/job.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/random.hpp"
#include "geo/vocabulary/text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace {

using namespace marchland::geo;

TEST(Text, OneSpellingForOneName)
{
    EXPECT_EQ(nfc("La\u0323ng So\u031bn"), "Lạng Sơn");
    EXPECT_TRUE(is_nfc("Lạng Sơn"));
    EXPECT_FALSE(is_nfc("La\u0323ng"));
    EXPECT_FALSE(is_utf8("L\xE1ng"));
}

TEST(Text, EscapesBecomeLetters)
{
    EXPECT_EQ(unescaped("L\\u1ea1ng S\\u01a1n"), "Lạng Sơn");
    EXPECT_EQ(unescaped("C:\\users \\u12 \\uZZZZ"), "C:\\users \\u12 \\uZZZZ");
}

TEST(Text, FoldedIsWhatPeopleType)
{
    EXPECT_EQ(folded("Đồng Đăng"), "dong dang");
    EXPECT_EQ(folded("ĐÌNH LẬP"), "dinh lap");
}

TEST(Text, NumbersHaveAPointAndNothingElse)
{
    EXPECT_EQ(number_in(" 1.5 "), 1.5);
    EXPECT_EQ(number_in("-3"), -3.0);
    for (auto const* const text : {"", "1,5", "1.5 km", "nan", "inf", "0x10", "đang cập nhật"}) {
        EXPECT_FALSE(number_in(text)) << text;
    }
}

TEST(Text, NearestNameIsOfferedOnlyIfNear)
{
    EXPECT_EQ(nearest_name("permutation", {"methods", "permutations", "fdr"}), "permutations");
    EXPECT_FALSE(nearest_name("zzzzzz", {"methods", "permutations", "fdr"}));
}

TEST(Text, FixedAndShortest)
{
    EXPECT_EQ(fixed(1.0 / 3.0, 2), "0.33");
    EXPECT_EQ(fixed(-0.001, 2), "0.00");
    EXPECT_EQ(fixed(std::numeric_limits<double>::quiet_NaN(), 2), "");
    EXPECT_EQ(shortest(0.1), "0.1");
    EXPECT_EQ(number_in(shortest(2.0 / 3.0)), 2.0 / 3.0);
    EXPECT_EQ(told(1e7), "10000000");
    EXPECT_EQ(told(-0.25), "-0.25");
    EXPECT_EQ(told(std::numeric_limits<double>::quiet_NaN()), "nan");
    EXPECT_EQ(told(std::numeric_limits<double>::infinity()), "inf");
}

TEST(Period, YearsQuartersMonths)
{
    EXPECT_EQ(parse_period("2025")->months(), 12);
    EXPECT_EQ(parse_period("2025-Q2")->from.text(), "2025-04");
    EXPECT_EQ(parse_period("2025-Q2")->to.text(), "2025-06");
    EXPECT_EQ(parse_period("2025-H2")->from.text(), "2025-07");
    EXPECT_EQ(parse_period("2025-H2")->months(), 6);
    EXPECT_EQ(parse_period("2024-02")->from.text(), "2024-02");
    for (auto const* const text : {"", "25", "2025-Q5", "2025-13", "2025-00", "2025-4",
                                   "2025-04-01", "Q2 2025", "2025/04"}) {
        EXPECT_FALSE(parse_period(text)) << text;
    }
}

TEST(Period, AsPeopleAndProgramsWriteIt)
{
    struct Case {
        char const* text;
        char const* from;  ///< nullptr: no period
        int months = 0;
    };
    for (auto const& [text, from, months] :
         std::vector<Case>{{"2024", "2024-01", 12},
                           {"2024-03", "2024-03", 1},
                           {"202403", "2024-03", 1},
                           {"2024Q1", "2024-01", 3},
                           {"2024 Q4", "2024-10", 3},
                           {"Q2 2025", "2025-04", 3},
                           {"Quý 1/2024", "2024-01", 3},
                           {"quý III năm 2024", "2024-07", 3},
                           {"Quý IV/2023", "2023-10", 3},
                           {"T3/2024", "2024-03", 1},
                           {"T03-2024", "2024-03", 1},
                           {"tháng 3 năm 2024", "2024-03", 1},
                           {"Tháng 12/2024", "2024-12", 1},
                           {"3/2024", "2024-03", 1},
                           {"03-2024", "2024-03", 1},
                           {"2024/03", "2024-03", 1},
                           {"2024-3", "2024-03", 1},
                           {"2024M03", "2024-03", 1},
                           {"năm 2024", "2024-01", 12},
                           {"2024 năm", "2024-01", 12},
                           {"2024H2", "2024-07", 6},
                           {"6 tháng đầu năm 2024", "2024-01", 6},
                           {"6 tháng cuối năm 2024", "2024-07", 6},
                           {"March 2024", "2024-03", 1},
                           {"Dec-2024", "2024-12", 1},
                           {"2024年", "2024-01", 12},
                           {"2024年3月", "2024-03", 1},
                           {"2024年第1季度", nullptr},
                           {"", nullptr},
                           {"24", nullptr},
                           {"3", nullptr},
                           {"2025-04-01", nullptr},
                           {"01/04/2025", nullptr},
                           {"20240301", nullptr},
                           {"202413", nullptr},
                           {"2022-13", nullptr},
                           {"Q5/2024", nullptr},
                           {"tháng 13/2024", nullptr},
                           {"Marchland 2024", nullptr},
                           {"2023-2024", nullptr},
                           {"about 2024", nullptr},
                           {"9 tháng năm 2024", nullptr},
                           {"9 tháng 2024", nullptr},
                           {"6T/2024", nullptr},
                           {"2024.1", nullptr}}) {
        auto const period = written_period(text);
        ASSERT_EQ(period.has_value(), from != nullptr) << text;
        if (period) {
            EXPECT_EQ(period->from.text(), from) << text;
            EXPECT_EQ(period->months(), months) << text;
        }
    }
}

TEST(Period, OverlapInMonths)
{
    auto const year = *parse_period("2024");
    EXPECT_EQ(year.overlap(*parse_period("2024-Q4")), 3);
    EXPECT_EQ(year.overlap(*parse_period("2025")), 0);
    EXPECT_EQ(year.overlap({parse_period("2023-07")->from, parse_period("2024-02")->to}), 2);
}

TEST(Period, DaysAreRealDays)
{
    EXPECT_TRUE(is_day("2024-02-29"));
    EXPECT_FALSE(is_day("2025-02-29"));
    EXPECT_FALSE(is_day("2025-2-1"));
}

/// Known answers of Philox 4x32-10 (Random123's kat_vectors): zero key and counter.
TEST(Random, IsPhilox)
{
    // The key is the seed mixed with the purpose; the empty purpose leaves the FNV offset to undo.
    Random const random{14695981039346656037ULL, "", 0};
    EXPECT_EQ(random.bits(0), 0xe169c58d6627e8d5ULL);
}

TEST(Random, DrawsDependOnSeedPurposeStreamAndNumberOnly)
{
    EXPECT_EQ((Random{1, "a", 2}.bits(3)), (Random{1, "a", 2}.bits(3)));
    EXPECT_NE((Random{1, "a", 2}.bits(3)), (Random{2, "a", 2}.bits(3)));
    EXPECT_NE((Random{1, "a", 2}.bits(3)), (Random{1, "b", 2}.bits(3)));
    EXPECT_NE((Random{1, "a", 2}.bits(3)), (Random{1, "a", 3}.bits(3)));
}

TEST(Random, BelowGivesFirstAndLastTheirFullShare)
{
    Random const random{5, "share"};
    std::vector<int> counts(5);
    for (std::uint64_t n = 0; n < 100000; ++n) {
        ++counts[random.below(n, 5)];
    }
    for (int const count : counts) {
        EXPECT_NEAR(count, 20000, 4.0 * std::sqrt(20000.0 * 0.8));
    }
}

TEST(Random, GammaAndPoissonHaveTheirMoments)
{
    for (double const shape : {0.25, 1.0, 4.0}) {
        Draws draws{Random{7, "gamma", static_cast<std::uint64_t>(shape * 100)}};
        double sum = 0.0;
        double squares = 0.0;
        constexpr int n = 40000;
        for (int i = 0; i < n; ++i) {
            double const x = draws.gamma(shape);
            sum += x;
            squares += x * x;
        }
        double const mean = sum / n;
        EXPECT_NEAR(mean, shape, 5.0 * std::sqrt(shape / n));
        EXPECT_NEAR(squares / n - mean * mean, shape, 0.1 * std::max(1.0, shape));
    }
    Draws draws{Random{8, "poisson"}};
    double sum = 0.0;
    for (int i = 0; i < 40000; ++i) {
        sum += static_cast<double>(draws.poisson(3.0));
    }
    EXPECT_NEAR(sum / 40000.0, 3.0, 5.0 * std::sqrt(3.0 / 40000.0));
}

TEST(Parallel, EveryIndexOnceForAnyNumberOfThreads)
{
    for (unsigned const threads : {1U, 2U, 7U}) {
        std::vector<int> visits(1000);
        for_each_index(visits.size(), threads, [&](std::size_t i) { ++visits[i]; });
        EXPECT_EQ(std::accumulate(visits.begin(), visits.end(), 0), 1000);
        EXPECT_EQ(*std::ranges::max_element(visits), 1);
    }
}

TEST(Parallel, TheFirstTroubleIsThrownAgain)
{
    EXPECT_THROW(for_each_index(100, 4,
                                [](std::size_t i) {
                                    if (i == 50) {
                                        throw Error{Trouble::failed, "fifty"};
                                    }
                                }),
                 Error);
}

TEST(Passwords, AreNotRepeated)
{
    EXPECT_EQ(without_passwords("PG:host=db password=secret user=u"),
              "PG:host=db password=*** user=u");
    EXPECT_EQ(without_passwords("PG:Password='two words' dbname=x"), "PG:Password='***' dbname=x");
    EXPECT_EQ(without_passwords("source = \"PG:dbname=x password=last\"\nid = \"code\""),
              "source = \"PG:dbname=x password=***\"\nid = \"code\"");
    EXPECT_EQ(without_passwords("password=a; password=b"), "password=*** password=***");
    EXPECT_EQ(without_passwords("postgresql://user:secret@host/db"),
              "postgresql://user:***@host/db");
    EXPECT_EQ(without_passwords("https://example.org:8080/a"), "https://example.org:8080/a");
    EXPECT_EQ(without_passwords("communes.gpkg"), "communes.gpkg");
}

TEST(Job, StopsAndScales)
{
    std::stop_source stop;
    double seen = -1.0;
    Job const job{stop.get_token(), [&](double fraction) { seen = fraction; }, 3};
    job.part(0.5, 1.0).at(0.5);
    EXPECT_DOUBLE_EQ(seen, 0.75);
    EXPECT_EQ(job.part(0.0, 0.1).threads(), 3U);
    stop.request_stop();
    EXPECT_THROW(job.at(0.8), Cancelled);
}

TEST(Period, TheOneThatATitleTellsOf)
{
    for (auto const& [title, code] : std::initializer_list<std::pair<char const*, char const*>>{
             {"BÁO CÁO THÁNG 3 NĂM 2024", "2024-03"},
             {"Kết quả quý I năm 2024 của huyện", "2024-Q1"},
             {"Số liệu năm 2024", "2024"},
             {"BÁO CÁO 6 THÁNG ĐẦU NĂM 2024", "2024-H1"},
             {"Report for March 2024", "2024-03"},
             {"T3/2024", "2024-03"},
             // no period, several, a day, a span, another number beside it
             {"HỘI LIÊN HIỆP PHỤ NỮ", ""},
             {"Tháng 3 năm 2024 so với tháng 2 năm 2024", ""},
             {"Lạng Sơn, ngày 5 tháng 4 năm 2024", ""},
             {"Từ tháng 1 đến tháng 3 năm 2024", ""},
             {"Biểu 2 tháng 3 năm 2024", ""}}) {
        auto const period = period_within(title);
        EXPECT_EQ(period ? period->code() : "", code) << title;
    }
}

}  // namespace
