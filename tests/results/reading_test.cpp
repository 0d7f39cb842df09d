#include "results/reading.hpp"

#include <gtest/gtest.h>

using namespace marchland::results;

namespace {

CommuneRow ranked(std::int64_t rank, std::int64_t group)
{
    CommuneRow row;
    row.evidence = Evidence::weak;
    row.rank = rank;
    row.rank_group = group;
    return row;
}

}  // namespace

TEST(Reading, WhereNobodyLookedThereIsNoRank)
{
    auto row = ranked(1, 1);
    row.evidence = Evidence::none;
    EXPECT_FALSE(is_ranked(row));
    Results results;
    results.communes = {row, row};
    EXPECT_EQ(rank_group(results).ranked, 0);
    EXPECT_EQ(rank_group(results).like_first, 0);
}

TEST(Reading, LikeTheFirstIsWhoSharesItsGroup)
{
    Results results;
    results.communes = {ranked(3, 2), ranked(1, 1), ranked(2, 1), ranked(4, 2), ranked(0, 0)};
    results.communes[0].rank_lower = 1.0;  // intervals may overlap: the draws decide
    EXPECT_TRUE(is_like_first(results.communes[2]));
    EXPECT_FALSE(is_like_first(results.communes[1]));  // the first is not like itself
    EXPECT_FALSE(is_like_first(results.communes[0]));
    EXPECT_EQ(rank_group(results).ranked, 4);
    EXPECT_EQ(rank_group(results).like_first, 1);
}

TEST(Reading, HighIsMoreThanExpected)
{
    ClusterRow cluster;
    cluster.kind = ClusterKind::local_moran_high_high;
    EXPECT_TRUE(is_high(cluster));
    cluster.kind = ClusterKind::local_moran_low_low;
    EXPECT_FALSE(is_high(cluster));
    cluster.kind = ClusterKind::scan_high;
    cluster.relative_risk = 0.4;
    EXPECT_FALSE(is_high(cluster));
}

TEST(Reading, AClassSaysInformalToo)
{
    CrossingRow row;
    EXPECT_TRUE(is_official(row));
    row.klass = CrossingClass::informal;
    EXPECT_FALSE(is_official(row));
    row.klass = CrossingClass::opening;
    row.informal = true;
    EXPECT_FALSE(is_official(row));
}
