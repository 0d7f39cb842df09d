#include "cli/pictures.hpp"

#include "cartography/map/map_picture.hpp"
#include "cartography/report/report.hpp"
#include "cartography/themes/qgis_style.hpp"

#include <QGuiApplication>

#include <clocale>

namespace marchland::cli {
namespace {

/// Fonts need an application; no window will open, on a desktop or without one.
void ensure_application()
{
    if (qApp != nullptr) {
        return;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int count = 1;
    static char name[] = "marchland";
    static char* arguments[] = {name, nullptr};
    // Without a desktop session Qt remarks on folders that it will not use.
    auto* const usual =
        qInstallMessageHandler([](QtMsgType, QMessageLogContext const&, QString const&) {});
    static QGuiApplication const application{count, arguments};
    qInstallMessageHandler(usual);
    std::setlocale(LC_NUMERIC, "C");  // Qt takes the user's locale, where 1.5 may read as 1
}

}  // namespace

geo::LayerStyles layer_styles(results::Results const& results)
{
    return cartography::qgis_styles(results);
}

bool has_pictures()
{
    return true;
}

geo::Boundaries boundaries_of(results::Results const& results)
{
    return cartography::boundaries_of(results);
}

void write_map(results::Results const& results, geo::Boundaries const& boundaries,
               std::filesystem::path const& file, std::string const& lang, geo::Job const& job)
{
    ensure_application();
    cartography::MapOptions options;
    options.language = cartography::language_of(lang);
    cartography::write_map_png(cartography::discreet(results), boundaries, options, file, job);
}

void write_report(results::Results const& results, geo::Boundaries const& boundaries,
                  std::filesystem::path const& file, std::string const& lang, geo::Job const& job)
{
    ensure_application();
    cartography::ReportOptions options;
    options.language = cartography::language_of(lang);
    cartography::write_report(cartography::discreet(results), boundaries, options, file, job);
}

}  // namespace marchland::cli
