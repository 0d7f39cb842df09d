#include "geo/vocabulary/pieces.hpp"

#include <gmock/gmock.h>

#include <latch>
#include <mutex>

using namespace marchland;
using testing::ElementsAre;

namespace {

struct Pieces : testing::Test {
    std::vector<geo::Piece> pieces;
    std::mutex lock;
    std::vector<std::size_t> done;

    std::size_t add(std::vector<std::size_t> after, std::function<void(geo::Job const&)> work = {})
    {
        auto const number = pieces.size();
        pieces.push_back({1.0, std::move(after), [this, number, work](geo::Job const& job) {
                              if (work) {
                                  work(job);
                              }
                              std::scoped_lock const guard{lock};
                              done.push_back(number);
                          }});
        return number;
    }

    void carry_out(unsigned threads) { geo::carry_out(pieces, geo::Job{{}, {}, threads}); }
};

}  // namespace

TEST_F(Pieces, OneThreadKeepsTheirOrder)
{
    add({});
    add({0});
    add({});
    add({1, 2});
    carry_out(1);
    EXPECT_THAT(done, ElementsAre(0, 1, 2, 3));
}

TEST_F(Pieces, EachComesAfterThoseItNeeds)
{
    for (unsigned const threads : {1U, 2U, 8U}) {
        pieces.clear();
        done.clear();
        for (std::size_t i = 0; i < 200; ++i) {
            add(i == 0 ? std::vector<std::size_t>{} : std::vector{i / 2, i / 3});
        }
        carry_out(threads);
        ASSERT_EQ(done.size(), 200U);
        std::vector<std::size_t> place(200);
        for (std::size_t i = 0; i < 200; ++i) {
            place[done[i]] = i;
        }
        for (std::size_t i = 1; i < 200; ++i) {
            EXPECT_LT(place[i / 2], place[i]);
            EXPECT_LT(place[i / 3], place[i]);
        }
    }
}

TEST_F(Pieces, ThoseThatDoNotWaitForEachOtherRunAtOnceAndShareTheThreads)
{
    std::latch both{2};
    auto const meet = [&](geo::Job const& job) {
        both.arrive_and_wait();  // for ever, should one wait for the other
        EXPECT_EQ(job.threads(), 1U);
    };
    std::latch seen{2};
    auto const until_seen = [&](geo::Job const& job) {
        meet(job);
        seen.arrive_and_wait();
    };
    add({}, until_seen);
    add({}, until_seen);
    add({0, 1}, [](geo::Job const& job) { EXPECT_EQ(job.threads(), 2U); });
    carry_out(2);
    EXPECT_EQ(done.size(), 3U);
}

TEST_F(Pieces, TheFirstTroubleStopsTheOthersAndIsTold)
{
    for (unsigned const threads : {1U, 2U}) {
        pieces.clear();
        done.clear();
        add({}, [](geo::Job const&) { throw geo::Error{geo::Trouble::failed, "trouble"}; });
        add({}, [](geo::Job const& job) {
            while (true) {
                job.at(0.5);
            }
        });
        add({0});
        EXPECT_THROW(carry_out(threads), geo::Error);
        EXPECT_TRUE(done.empty());
    }
}

TEST_F(Pieces, StopWhenAsked)
{
    std::stop_source stop;
    add({}, [&](geo::Job const& job) {
        stop.request_stop();
        job.at(0.5);
    });
    add({});
    EXPECT_THROW(geo::carry_out(pieces, geo::Job{stop.get_token(), {}, 1}), geo::Cancelled);
    EXPECT_TRUE(done.empty());
}

TEST_F(Pieces, ProgressNeverGoesBackAndEndsWhole)
{
    for (unsigned const threads : {1U, 4U}) {
        pieces.clear();
        for (int i = 0; i < 20; ++i) {
            add({}, [](geo::Job const& job) {
                job.at(0.3);
                job.at(1.0);
            });
        }
        std::vector<double> told;
        geo::carry_out(pieces, geo::Job{{}, [&](double f) { told.push_back(f); }, threads});
        EXPECT_TRUE(std::ranges::is_sorted(told));
        EXPECT_DOUBLE_EQ(told.back(), 1.0);
    }
}
