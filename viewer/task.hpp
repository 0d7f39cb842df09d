/// \file task.hpp
/// Work off the GUI thread: one at a time, watched, cancelled by the next one or by the end.
#pragma once

#include "geo/vocabulary/job.hpp"

#include <QObject>

#include <functional>
#include <thread>

namespace marchland::viewer {

/// Lives on the GUI thread; its signals arrive there.
class Task : public QObject {
    Q_OBJECT

public:
    /// What to do on the GUI thread with the answer.
    using Answer = std::function<void()>;
    using Work = std::function<Answer(geo::Job const&)>;

    using QObject::QObject;
    ~Task() override;

    /// Stops what runs and begins this.
    void start(Work work);
    /// The answer of what runs is dropped; nothing is signalled but finished().
    void cancel();
    bool running() const noexcept { return running_; }

Q_SIGNALS:
    void started();
    void progressed(double fraction);
    void failed(QString const& message);
    void finished();  ///< after an answer, a failure or a cancellation

private:
    void run(Work const& work, std::stop_token const& stop, unsigned number);
    void settle(unsigned number, Answer const& answer, QString const& trouble);

    std::jthread thread_;
    unsigned number_ = 0;  ///< of the work whose answer still counts
    bool running_ = false;
};

}  // namespace marchland::viewer
