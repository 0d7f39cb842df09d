#include "viewer/task.hpp"

#include "geo/vocabulary/error.hpp"
#include "tests/viewer/viewing.hpp"

#include <QSignalSpy>
#include <QThread>

#include <gtest/gtest.h>

#include <atomic>

using namespace marchland;
using support::wait_for;
using viewer::Task;

TEST(TaskTest, AnswersOnTheThreadThatAsked)
{
    Task task;
    QThread const* worked = nullptr;
    QThread const* answered = nullptr;
    task.start([&](geo::Job const&) -> Task::Answer {
        worked = QThread::currentThread();
        return [&] { answered = QThread::currentThread(); };
    });
    ASSERT_TRUE(wait_for([&] { return !task.running(); }));
    EXPECT_NE(worked, answered);
    EXPECT_EQ(answered, QThread::currentThread());
}

TEST(TaskTest, TroubleBecomesWords)
{
    Task task;
    QSignalSpy const failed{&task, &Task::failed};
    task.start([](geo::Job const&) -> Task::Answer {
        throw geo::Error{geo::Trouble::failed, "thiếu đĩa"};
    });
    ASSERT_TRUE(wait_for([&] { return !task.running(); }));
    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(failed[0][0].toString().toStdString(), "thiếu đĩa");
}

TEST(TaskTest, CancelIsSilenceAndTheNextWorkRuns)
{
    Task task;
    QSignalSpy const failed{&task, &Task::failed};
    QSignalSpy const finished{&task, &Task::finished};
    bool wrong = false;
    bool right = false;
    task.start([&](geo::Job const& job) -> Task::Answer {
        for (;;) {
            job.at(0.5);
        }
        return [&] { wrong = true; };
    });
    task.start([&](geo::Job const&) -> Task::Answer { return [&] { right = true; }; });
    ASSERT_TRUE(wait_for([&] { return !task.running(); }));
    EXPECT_TRUE(right);
    EXPECT_FALSE(wrong);
    EXPECT_EQ(failed.count(), 0);
    EXPECT_EQ(finished.count(), 2);
}

TEST(TaskTest, AnAnswerThatComesTooLateIsDropped)
{
    Task task;
    bool wrong = false;
    std::atomic<bool> done{false};
    task.start([&](geo::Job const&) -> Task::Answer {
        done = true;
        return [&] { wrong = true; };
    });
    while (!done) {
        QThread::yieldCurrentThread();
    }
    task.cancel();
    QCoreApplication::processEvents();
    EXPECT_FALSE(wrong);
}

TEST(TaskTest, EndingWhileItRunsStopsAndWaits)
{
    std::atomic<bool> running{false};
    std::atomic<bool> ended{false};
    {
        Task task;
        task.start([&](geo::Job const& job) -> Task::Answer {
            struct AtEnd {
                std::atomic<bool>& ended;
                ~AtEnd() { ended = true; }
            } const at_end{ended};
            running = true;
            for (;;) {
                job.at(0.1);
            }
        });
        while (!running) {
            QThread::yieldCurrentThread();
        }
    }
    EXPECT_TRUE(ended);
}
