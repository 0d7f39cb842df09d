#include "geo/vocabulary/error.hpp"
#include "viewer/main_window.hpp"
#include "viewer/screenshot.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QSettings>

#include <clocale>
#include <cstdio>

using namespace marchland;
using cartography::Language;

namespace {

struct Asked {
    QString named;
    QString screenshot;
    QSize size;
    QString language;
};

Asked asked_for(QApplication const& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Shows the results of a Marchland study."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("STUDY|DIR"),
        QStringLiteral("a study.toml that was run, or its folder of results"),
        QStringLiteral("[STUDY|DIR]"));
    QCommandLineOption const language{QStringLiteral("lang"), QStringLiteral("vi or en"),
                                      QStringLiteral("LANG")};
    QCommandLineOption const picture{QStringLiteral("screenshot"),
                                     QStringLiteral("write a picture of the window and end"),
                                     QStringLiteral("FILE")};
    QCommandLineOption const size{QStringLiteral("size"),
                                  QStringLiteral("of the window, e.g. 1366x768"),
                                  QStringLiteral("WxH")};
    parser.addOptions({language, picture, size});
    parser.process(application);
    Asked asked{
        parser.positionalArguments().value(0), parser.value(picture), {}, parser.value(language)};
    auto const sides = parser.value(size).split(QLatin1Char('x'));
    if (sides.size() == 2) {
        asked.size = {sides[0].toInt(), sides[1].toInt()};
    }
    return asked;
}

/// As asked on the command line, as chosen last time, as the system speaks.
Language language_for(QString const& asked)
{
    auto const code =
        asked.isEmpty() ? QSettings{}.value(QStringLiteral("language")).toString() : asked;
    return code.isEmpty() ? viewer::system_language()
                          : cartography::language_of(code.toStdString());
}

int failed(QString const& message)
{
    std::fprintf(stderr, "marchland-viewer: %s\n", qUtf8Printable(message));
    return 3;
}

int run(QApplication& application)
{
    auto const asked = asked_for(application);
    viewer::LanguageSwitch language;
    viewer::MainWindow window{language};
    window.speak(language_for(asked.language));
    if (asked.size.isValid()) {
        window.resize(asked.size);
    }
    if (!asked.named.isEmpty()) {
        window.open(asked.named.toStdString());
    }
    if (!asked.screenshot.isEmpty()) {
        auto const trouble = viewer::take_screenshot(window, asked.screenshot);
        return trouble.isEmpty() ? 0 : failed(trouble);
    }
    QObject::connect(&window, &viewer::MainWindow::spoke, [](Language spoken) {
        QSettings{}.setValue(QStringLiteral("language"), code_of(spoken));
    });
    QObject::connect(&window, &viewer::MainWindow::trouble, [&window](QString const& message) {
        QMessageBox::warning(&window, QStringLiteral("Marchland"), message);
    });
    window.show();
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    std::setlocale(LC_NUMERIC, "C");  // Qt has just set the user's; files are read with points
    QApplication::setApplicationName(QStringLiteral("marchland-viewer"));
    QApplication::setOrganizationName(QStringLiteral("Marchland"));
    QApplication::setApplicationVersion(QStringLiteral(MARCHLAND_VERSION));
    try {
        return run(application);
    } catch (geo::Error const& error) {
        failed(QString::fromUtf8(error.what()));
        return error.kind() == geo::Trouble::usage ? 2 : 3;
    } catch (std::exception const& error) {
        return failed(QString::fromUtf8(error.what()));
    }
}
