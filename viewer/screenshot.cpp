#include "viewer/screenshot.hpp"

#include "viewer/main_window.hpp"
#include "viewer/map_view.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPixmap>

namespace marchland::viewer {

QString take_screenshot(MainWindow& window, QString const& path)
{
    constexpr qint64 patience_ms = 120'000;
    QString trouble;
    QObject::connect(&window, &MainWindow::trouble, &window,
                     [&trouble](QString const& message) { trouble = message; });
    QElapsedTimer clock;
    clock.start();
    window.show();
    while (trouble.isEmpty() && (window.busy() || !window.map().complete())) {
        if (clock.hasExpired(patience_ms)) {
            return QStringLiteral("the map was not complete in time");
        }
        window.map().update();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    if (trouble.isEmpty() && !window.grab().save(path)) {
        trouble = path + QStringLiteral(": cannot be written");
    }
    return trouble;
}

}  // namespace marchland::viewer
