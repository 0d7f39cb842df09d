#include "viewer/task.hpp"

#include "geo/vocabulary/error.hpp"

#include <QMetaObject>

namespace marchland::viewer {

Task::~Task()
{
    thread_.request_stop();  // and jthread waits
}

void Task::start(Work work)
{
    cancel();
    running_ = true;
    Q_EMIT started();
    thread_ = std::jthread{[this, work = std::move(work), number = number_](
                               std::stop_token const& stop) { run(work, stop, number); }};
}

void Task::cancel()
{
    ++number_;  // answers already on their way count no more
    if (thread_.joinable()) {
        thread_.request_stop();
        thread_.join();
    }
    if (running_) {
        running_ = false;
        Q_EMIT finished();
    }
}

void Task::run(Work const& work, std::stop_token const& stop, unsigned number)
{
    auto const on_gui = [this](auto&& what) {
        QMetaObject::invokeMethod(this, std::forward<decltype(what)>(what), Qt::QueuedConnection);
    };
    geo::Job const job{stop, [this, on_gui, number](double fraction) {
                           on_gui([this, number, fraction] {
                               if (number == number_) {
                                   Q_EMIT progressed(fraction);
                               }
                           });
                       }};
    Answer answer;
    QString trouble;
    try {
        answer = work(job);
    } catch (geo::Cancelled const&) {
        return;  // whoever cancelled has said so
    } catch (std::exception const& error) {
        trouble = QString::fromUtf8(error.what());
    }
    on_gui(
        [this, number, answer = std::move(answer), trouble] { settle(number, answer, trouble); });
}

void Task::settle(unsigned number, Answer const& answer, QString const& trouble)
{
    if (number != number_) {
        return;
    }
    running_ = false;
    if (!trouble.isEmpty()) {
        Q_EMIT failed(trouble);
    } else if (answer) {
        answer();
    }
    Q_EMIT finished();
}

}  // namespace marchland::viewer
