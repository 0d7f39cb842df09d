#include "cli/pictures.hpp"

#include "cartography/map/map_picture.hpp"
#include "cartography/report/report.hpp"
#include "cartography/themes/qgis_style.hpp"
#include "geo/vocabulary/pieces.hpp"

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

void write_report_of(cartography::Shown const& shown, geo::Boundaries const& boundaries,
                     std::filesystem::path const& file, std::string const& lang,
                     geo::Job const& job)
{
    cartography::ReportOptions options;
    options.language = cartography::language_of(lang);
    cartography::write_report(shown, boundaries, options, file, job);
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

void write_report(results::Results const& results, geo::Boundaries const& boundaries,
                  std::filesystem::path const& file, std::string const& lang, geo::Job const& job)
{
    ensure_application();
    write_report_of(cartography::discreet(results), boundaries, file, lang, job);
}

void write_pictures(results::Results const& results, geo::Boundaries const& boundaries,
                    std::filesystem::path const& folder, std::string const& lang,
                    geo::Job const& job)
{
    ensure_application();  // by the thread that will end the program
    auto const shown = cartography::discreet(results);
    auto const map = [&](geo::Job const& own) {
        cartography::MapOptions options;
        options.language = cartography::language_of(lang);
        cartography::write_map_png(shown, boundaries, options, folder / "map.png", own);
    };
    auto const report = [&](geo::Job const& own) {
        write_report_of(shown, boundaries, folder / "report.html", lang, own);
    };
    geo::carry_out({{1.0, {}, map}, {1.0, {}, report}}, job);
}

}  // namespace marchland::cli
