// The corridors step on the training study: laws that its tables keep.
#include "study/run/run.hpp"

#include "geo/vocabulary/error.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace marchland::study {
namespace {

std::filesystem::path const training =
    std::filesystem::path{MARCHLAND_SOURCE} / "datasets/lang-son/study.toml";

class Movements : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        study_ = new StudyFile{read_study_file(training)};
        study_->worlds = 200;
        study_->posts.count = 3;
        region_ = new Region{read_region(*study_)};
        results_ = new results::Results{run_steps(*study_, *region_, Step::corridors)};
    }
    static void TearDownTestSuite()
    {
        delete results_;
        delete region_;
        delete study_;
    }

    static double demand()
    {
        double sum = 0.0;
        for (auto const& row : results_->crossings) {
            sum += std::isfinite(row.flow) ? row.flow : 0.0;
        }
        return sum;
    }

    static StudyFile* study_;
    static Region* region_;
    static results::Results* results_;
};

StudyFile* Movements::study_ = nullptr;
Region* Movements::region_ = nullptr;
results::Results* Movements::results_ = nullptr;

TEST_F(Movements, ClassesOfAWaySumToItsLength)
{
    ASSERT_FALSE(results_->sheet.empty());
    for (auto const& row : results_->sheet) {
        double const sum = row.national_km + row.provincial_km + row.local_km + row.track_km +
                           row.path_km + row.inferred_km + row.river_km + row.unknown_km;
        EXPECT_NEAR(sum, row.km, 1e-9) << row.from_code << " " << row.crossing;
    }
}

TEST_F(Movements, TheSheetSaysWhatItRestsOn)
{
    std::set<std::string> known;
    for (auto const& row : results_->ways) {
        known.insert(row.source);
    }
    for (auto const& row : results_->sheet) {
        EXPECT_FALSE(row.sources.empty()) << row.from_code;
        bool const paths = row.path_km + row.inferred_km > 0.0;
        EXPECT_EQ(row.sources.find("paths") != std::string::npos, paths)
            << row.from_code << " " << row.crossing;
        bool const named = std::ranges::any_of(known, [&](std::string const& one) {
            return row.sources.find(one) != std::string::npos;
        });
        EXPECT_TRUE(named) << row.sources;
        if (row.network_grade == results::NetworkGrade::low) {
            EXPECT_TRUE(row.evidence == results::Evidence::weak ||
                        row.evidence == results::Evidence::none);
        }
        if (row.network_grade == results::NetworkGrade::medium) {
            EXPECT_NE(row.evidence, results::Evidence::strong);
        }
    }
}

TEST_F(Movements, TheSheetHoldsEveryCorridorOnce)
{
    std::map<std::string, double> shares;
    std::map<std::string, double> over;
    std::map<std::pair<std::string, std::string>, double> flows;
    for (auto const& row : results_->sheet) {
        shares[row.from_code] += row.share;
        over[row.crossing] += row.flow;
        flows[{row.from_code, row.crossing}] = row.flow;
        EXPECT_LE(row.share_lower, row.share);
        EXPECT_GE(row.share_upper, row.share);
        EXPECT_LE(row.hours_lower, row.hours);
        EXPECT_GE(row.hours_upper, row.hours);
    }
    for (auto const& [code, share] : shares) {
        EXPECT_LE(share, 1.0 + 1e-9) << code;
        EXPECT_GE(share, 0.97) << code;  // pairs below half a percent are not followed
    }
    for (auto const& row : results_->crossings) {
        if (row.network == results::NetworkTie::joined) {
            EXPECT_NEAR(over[row.id], row.flow, 1e-9) << row.id;
        } else {  // the railway station
            EXPECT_TRUE(std::isnan(row.flow)) << row.id;
        }
    }
    for (auto const& row : results_->corridors) {
        flows[{row.from_code, row.crossing}] -= row.flow;
    }
    for (auto const& [pair, left] : flows) {
        EXPECT_NEAR(left, 0.0, 1e-9) << pair.first << " " << pair.second;
    }
}

TEST_F(Movements, FlowsLieWithinTheirBands)
{
    for (auto const& row : results_->crossings) {
        if (row.network != results::NetworkTie::joined) {
            continue;
        }
        EXPECT_LE(row.flow_lower, row.flow) << row.id;
        EXPECT_GE(row.flow_upper, row.flow) << row.id;
        EXPECT_LE(row.share_randomised_lower, row.share_randomised);
        EXPECT_GE(row.share_randomised_upper, row.share_randomised);
        if (row.informal) {
            EXPECT_EQ(row.flow_lower, 0.0)
                << "a path that may not exist may carry nobody: " << row.id;
        }
    }
    double second = 0.0;
    for (auto const& row : results_->crossings) {
        second += std::isfinite(row.share_randomised) ? row.share_randomised : 0.0;
    }
    EXPECT_NEAR(second, 1.0, 1e-9);
    auto const agreement =
        std::ranges::find(results_->model, "agreement on crossings", &results::ModelRow::name);
    ASSERT_NE(agreement, results_->model.end());
    EXPECT_GT(agreement->mean, 0.0);
    EXPECT_LT(agreement->mean, 1.0);
}

TEST_F(Movements, ChokepointsSeeNoMoreThanThereIs)
{
    int junctions = 0;
    int fewest = 0;
    for (auto const& row : results_->chokepoints) {
        junctions += row.kind == results::ChokepointKind::junction ? 1 : 0;
        fewest += row.in_cut ? 1 : 0;
        EXPECT_LE(row.flow, demand() + 1e-9) << row.id;
        EXPECT_NEAR(row.share, row.flow / demand(), 0.05 * row.share)
            << row.id;  // a mean of shares
        EXPECT_LE(row.cut_off, demand() + 1e-9);
        EXPECT_LE(row.flow_lower, row.flow);
        EXPECT_GE(row.flow_upper, row.flow);
    }
    EXPECT_GT(junctions, 3);
    EXPECT_GT(fewest, 0);
    EXPECT_LE(fewest, static_cast<int>(results_->crossings.size()));
}

/// Who passes none of the fewest ways and crossings cannot get across: closing them all cuts everybody off.
TEST_F(Movements, WithoutTheFewestNobodyGetsAcross)
{
    auto closed = *region_;
    std::size_t crossings = 0;
    for (auto const& row : results_->chokepoints) {
        if (row.in_cut) {
            ASSERT_EQ(row.kind, results::ChokepointKind::crossing);
            for (auto const id : closed.crossings.id.ids()) {
                if (closed.crossings.name[id] == row.name) {
                    closed.crossings.status[id] = geo::CrossingStatus::closed;
                    ++crossings;
                }
            }
        }
    }
    EXPECT_GT(crossings, 0U);
    auto study = *study_;
    study.posts.count = 0;
    EXPECT_TRUE(run_steps(study, closed, Step::corridors).corridors.empty());
}

TEST_F(Movements, PostsReachMoreTheMoreThereAre)
{
    ASSERT_EQ(results_->posts.size(), 3U);
    double before = 0.0;
    for (auto const& row : results_->posts) {
        EXPECT_NEAR(row.reached, before + row.adds, 1e-9);
        EXPECT_GE(row.adds, 0.0);
        EXPECT_LE(row.reached, demand() + 1e-9);
        EXPECT_LE(row.reached_lower, row.reached);
        EXPECT_GE(row.reached_upper, row.reached);
        before = row.reached;
    }
}

TEST_F(Movements, PeopleWithinMinutesGrowWithTheMinutes)
{
    auto study = *study_;
    study.worlds = 10;
    study.posts.reach = PostsReach::people;
    double before = 0.0;
    for (double const minutes : {10.0, 30.0, 90.0}) {
        study.posts.minutes = minutes;
        auto const results = run_steps(study, *region_, Step::corridors);
        ASSERT_FALSE(results.posts.empty());
        EXPECT_GE(results.posts.back().reached, before);
        before = results.posts.back().reached;
    }
    EXPECT_GT(before, 0.0);
}

TEST_F(Movements, AStandingPostIsCountedFirst)
{
    auto study = *study_;
    study.worlds = 10;
    study.posts.standing = {"LS-HUUNGHI"};
    auto const results = run_steps(study, *region_, Step::corridors);
    ASSERT_EQ(results.posts.size(), 4U);
    EXPECT_EQ(results.posts[0].id, "LS-HUUNGHI");
    EXPECT_EQ(results.posts[0].order, 0);
    study.posts.standing = {"LS-HUUNGHY"};
    try {
        run_steps(study, *region_, Step::corridors);
        FAIL() << "an unknown post was accepted";
    } catch (geo::Error const& error) {
        EXPECT_NE(std::string{error.what()}.find("did you mean LS-HUUNGHI"), std::string::npos)
            << error.what();
    }
}

}  // namespace
}  // namespace marchland::study
