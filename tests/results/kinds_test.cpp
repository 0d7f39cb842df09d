// Words of a row: the same in files and values, and never guessed.
#include "results/kinds.hpp"

#include "geo/files/write.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/vocabulary/error.hpp"
#include "results/store.hpp"
#include "tests/support/study_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace marchland::results {
namespace {

template <class Kind>
void expect_round_trip(Kind last)
{
    auto const words = words_of(Kind{});
    ASSERT_EQ(words.size(), static_cast<std::size_t>(last) + 1);
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const kind = static_cast<Kind>(i);
        EXPECT_EQ(name_of(kind), words[i]);
        EXPECT_EQ(kind_called<Kind>(words[i]), kind) << words[i];
    }
    EXPECT_EQ(kind_called<Kind>("").has_value(), std::ranges::count(words, "") == 1);
    EXPECT_EQ(kind_called<Kind>("perhaps"), std::nullopt);
}

TEST(Kinds, EveryWordComesBackAsItsValue)
{
    expect_round_trip(Evidence::strong);
    expect_round_trip(Hotspot::not_sought);
    expect_round_trip(ClusterKind::scan_high);
    expect_round_trip(ChangeScope::commune);
    expect_round_trip(Verdict::effort);
    expect_round_trip(MonthFlag::below);
    expect_round_trip(CandidateKind::ends);
    expect_round_trip(ChokepointKind::way);
    expect_round_trip(PostKind::crossing);
    expect_round_trip(RepairKind::way_to_way);
    expect_round_trip(NetworkGrade::not_stated);
    expect_round_trip(NetworkTie::trains);
    expect_round_trip(CrossingClass::unknown);
    expect_round_trip(CrossingStatus::unknown);
    expect_round_trip(Sensitivity::restricted);
    expect_round_trip(WayClass::unknown);
    expect_round_trip(WayKind::path);
}

TEST(Kinds, WordsOfFilesAreThoseOfBefore)
{
    EXPECT_EQ(name_of(Evidence::moderate), "moderate");
    EXPECT_EQ(name_of(Hotspot::high_low), "high-low");
    EXPECT_EQ(name_of(ClusterKind::local_moran_low_low), "local-moran low-low");
    EXPECT_EQ(name_of(Verdict::cannot_tell), "cannot tell");
    EXPECT_EQ(name_of(MonthFlag::too_early), "too early to say");
    EXPECT_EQ(name_of(RepairKind::end_to_end), "end-to-end");
    EXPECT_EQ(name_of(NetworkGrade::not_stated), "not stated");
    EXPECT_EQ(name_of(Sensitivity::open), "public");
}

TEST(Kinds, UnknownWordOfAResultIsAnErrorAndNoDefault)
{
    test::StudyFolder const folder;
    Results results;
    results.about.crs = "EPSG:9215";
    results.communes.push_back({.code = "06001"});
    write_results(results, folder.path());
    std::vector<geo::StoreTable> tables{{.name = "communes"}};
    auto& communes = tables.front();
    communes.columns = {{"code", geo::ValueType::text}, {"evidence", geo::ValueType::text}};
    communes.rows = {{std::string{"06001"}, std::string{"storng"}}};
    geo::write_geopackage(folder.path() / "study.gpkg", geo::Crs::parse("EPSG:9215"), tables);
    try {
        read_results(folder.path());
        FAIL() << "a word that nobody wrote was read";
    } catch (geo::Error const& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("table communes: column evidence: found "
                                                     "\"storng\", expected one of none, weak"));
    }
}

}  // namespace
}  // namespace marchland::results
