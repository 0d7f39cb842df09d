#include "cartography/words/numbers.hpp"

#include <gtest/gtest.h>

#include <limits>

using namespace marchland::cartography;

namespace {

constexpr auto vi = Language::vietnamese;
constexpr auto en = Language::english;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::string text(QString const& words)
{
    return words.toStdString();
}

}  // namespace

TEST(Numbers, CommaInVietnamesePointInEnglish)
{
    EXPECT_EQ(text(number(2.345, 1, vi)), "2,3");
    EXPECT_EQ(text(number(2.345, 1, en)), "2.3");
    EXPECT_EQ(text(plain(1.25, vi)), "1,25");
    EXPECT_EQ(text(number(none, 1, vi)), "–");
    EXPECT_EQ(text(number(1269.5, 1, vi)), "1.269,5");
    EXPECT_EQ(text(number(-1269.5, 1, en)), "-1,269.5");
    EXPECT_EQ(text(whole(9'999, vi)), "9.999");
    EXPECT_EQ(text(whole(1'234'567, en)), "1,234,567");
    EXPECT_EQ(text(whole(-123, en)), "-123");
}

TEST(Numbers, AboutTwoDigits)
{
    EXPECT_EQ(text(figure(12.34, en)), "12");
    EXPECT_EQ(text(figure(3.44, en)), "3.4");
    EXPECT_EQ(text(figure(0.556, en)), "0.56");
    EXPECT_EQ(text(figure(9.96, en)), "10");
}

TEST(Numbers, AFigureNeverStandsAlone)
{
    EXPECT_EQ(text(with_interval(2.3, 1.1, 4.0, en)), "2.3 (1.1–4.0)");
    EXPECT_EQ(text(with_interval(2.3, 1.1, 4.0, vi)), "2,3 (1,1–4,0)");
    EXPECT_EQ(text(with_interval(2.3, none, none, en)), "2.3 (?)");
    EXPECT_EQ(text(share_with_interval(0.34, 0.2, 0.51, en)), "34 % (20–51 %)");
    EXPECT_EQ(text(share_with_interval(0.34, 0.2, 0.51, vi)), "34% (20–51%)");
}

TEST(Numbers, ASingleCaseCannotBeReadOff)
{
    EXPECT_EQ(text(banded(0, en)), "0");
    EXPECT_EQ(banded(1, en), banded(4, en));
    EXPECT_EQ(text(banded(5, en)), "5–10");
    EXPECT_EQ(text(banded(11, en)), "11–19");
    EXPECT_EQ(text(banded(400, en)), "20+");
    EXPECT_EQ(text(banded(400, vi)), "≥ 20");
}

TEST(Numbers, AModelIsNeverCertain)
{
    EXPECT_EQ(text(chance(0.9999, en)), "> 99 %");
    EXPECT_EQ(text(chance(0.0, en)), "< 1 %");
    EXPECT_EQ(text(chance(0.5, en)), "50 %");
    EXPECT_EQ(text(chance(0.5, vi)), "50%");
    EXPECT_EQ(text(chance(none, en)), "–");
}

TEST(Numbers, ChanceIsNeverNil)
{
    EXPECT_EQ(text(p_value(0.0004, Language::english)), "< 0.001");
    EXPECT_EQ(text(p_value(0.0004, Language::vietnamese)), "< 0,001");
    EXPECT_EQ(text(p_value(0.012, Language::english)), "0.012");
}

TEST(Numbers, RanksAreRanges)
{
    EXPECT_EQ(text(rank_text(2, 1, 7)), "2 (1–7)");
    EXPECT_EQ(text(rank_text(2, none, none)), "2");
}
