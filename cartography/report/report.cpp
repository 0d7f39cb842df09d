#include "cartography/report/report.hpp"

#include "cartography/map/banner.hpp"
#include "cartography/report/html.hpp"
#include "cartography/report/report_sections.hpp"
#include "cartography/words/corridor_texts.hpp"
#include "cartography/words/dates.hpp"
#include "cartography/words/map_texts.hpp"
#include "cartography/words/method_texts.hpp"
#include "cartography/words/place_texts.hpp"
#include "cartography/words/programme_texts.hpp"
#include "cartography/words/work_texts.hpp"
#include "geo/vocabulary/error.hpp"
#include "results/reading.hpp"

#include <QSaveFile>

#include <algorithm>
#include <functional>

namespace marchland::cartography {

using namespace Qt::StringLiterals;
using html::element;
using html::paragraph;

namespace {

QString banner_bands(Telling const& telling)
{
    auto const band = [](QString const& klass, QString const& title, QString const& why) {
        return paragraph(u"<b>%1</b> %2"_s.arg(title, why), u"class=\"banner %1\""_s.arg(klass));
    };
    auto const& words = telling.words;
    auto bands = band(u"restricted"_s, words(text::restricted), words(text::restricted_why));
    if (telling.results.about.synthetic) {
        bands += band(u"synthetic"_s, words(text::synthetic), words(text::synthetic_why));
    }
    return element(u"div"_s, bands, u"class=\"banners\""_s);
}

QString title_block(Telling const& telling)
{
    auto const& about = telling.results.about;
    auto const& words = telling.words;
    auto block =
        element(u"h1"_s, html::safe(about.title.empty() ? words(text::report_title).toStdString()
                                                        : about.title));
    if (!about.title.empty()) {
        block += paragraph(words(text::report_title), u"class=\"dates\""_s);
    }
    block += paragraph(role_text(about, words).toHtmlEscaped(), u"class=\"role\""_s);
    if (!about.data_date.empty()) {
        block += paragraph(
            words(text::data_as_of).arg(html::safe(date_text(about.data_date, words.language()))),
            u"class=\"dates\""_s);
    }
    return element(u"header"_s, block);
}

void link_programmes(Telling const& telling,
                     std::function<void(QString const&, QString const&)> const& link)
{
    auto const& results = telling.results;
    auto const& words = telling.words;
    if (!results.service_coverage.empty()) {
        link(u"services"_s, words(text::services));
    }
    if (!results.activities.empty()) {
        link(u"activities"_s, words(text::activities));
    }
    if (!results.overlaps.empty()) {
        link(u"overlaps"_s, words(text::overlaps));
    }
    if (!results.visited.empty()) {
        link(u"visited"_s, words(text::visited).arg(results.visited.front().months));
    }
    if (!results.due.empty()) {
        link(u"due"_s, words(text::due));
    }
    if (!results.waiting.empty()) {
        link(u"waiting"_s, words(text::waiting));
    }
}

QString contents(Telling const& telling)
{
    auto const& words = telling.words;
    QStringList items;
    auto const link = [&items](QString const& id, QString const& text) {
        items += u"<a href=\"#%1\">%2</a>"_s.arg(id, text);
    };
    link(u"map"_s, words(text::map));
    link(u"ranked"_s, words(text::ranked));
    link(u"no-information"_s, words(text::not_looked));
    link(u"hotspots"_s, words(text::hotspots));
    if (!telling.results.plan.empty()) {
        link(u"plan"_s, words(text::plan));
    }
    link(u"layers"_s, words(text::layers));
    link_programmes(telling, link);
    if (!telling.results.changes.empty()) {
        link(u"changes"_s, words(text::changes));
    }
    link(u"corridors"_s, words(text::corridors));
    if (!telling.results.sheet.empty()) {
        link(u"sheet"_s, words(text::sheet));
    }
    if (!telling.results.posts.empty()) {
        link(u"posts"_s, words(text::posts));
    }
    link(u"quality"_s, words(text::quality));
    link(u"method"_s, words(text::method));
    link(u"sources"_s, words(text::sources));
    link(u"purpose"_s, words(text::purpose));
    return element(u"nav"_s, html::list(items), u"aria-label=\"%1\""_s.arg(words(text::contents)));
}

QString map_section(Telling const& telling, PageMaps& maps)
{
    MapOptions options;
    options.width = telling.options.map_width;
    options.language = telling.options.language;
    auto const high = std::ranges::count_if(telling.results.clusters, results::is_high);
    return html::section(u"map"_s, telling.words(text::map),
                         maps.figure(options, telling.words(text::map_alt).arg(high)));
}

}  // namespace

QByteArray report_html(Shown const& shown, geo::Boundaries const& boundaries,
                       ReportOptions const& options, geo::Job const& job)
{
    Telling const telling{shown, options};
    PageMaps maps{shown, boundaries};
    auto const& results = *shown;
    auto const& words = telling.words;
    auto const title = html::safe(results.about.title) +
                       (results.about.title.empty() ? u""_s : u" – "_s) +
                       words(text::report_title) + u" – "_s + words(text::restricted);
    auto const head =
        u"<meta charset=\"utf-8\">\n"
        u"<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"_s +
        element(u"title"_s, title) + element(u"style"_s, report_style());
    auto const body =
        banner_bands(telling) +
        element(u"main"_s,
                title_block(telling) + headline(telling) + contents(telling) +
                    map_section(telling, maps) + ranked(telling) + not_looked(telling) +
                    plan(telling) + hotspots(telling) + layers(telling, maps) + services(telling) +
                    activities(telling) + overlaps(telling) + visited(telling) + due(telling) +
                    waiting(telling) + changes(telling) + validation(telling) + reporting(telling) +
                    corridors(telling) + corridor_sheet(telling) + posts(telling) +
                    quality(telling) + method_card(telling) + sources(telling) + purpose(telling));
    auto const page = u"<!DOCTYPE html>\n"_s +
                      element(u"html"_s, element(u"head"_s, head) + element(u"body"_s, body),
                              u"lang=\"%1\""_s.arg(code_of(options.language)));
    return maps.filled(page, job);
}

void write_report(Shown const& shown, geo::Boundaries const& boundaries,
                  ReportOptions const& options, std::filesystem::path const& path,
                  geo::Job const& job)
{
    auto const page = report_html(shown, boundaries, options, job);
    QSaveFile file{QString::fromStdString(path.string())};
    bool const written = file.open(QIODevice::WriteOnly) && file.write(page) == page.size();
    job.at(1.0);  // what is not committed is not there
    if (!written || !file.commit()) {
        throw geo::Error{geo::Trouble::failed,
                         path.string() + ": " + file.errorString().toStdString()};
    }
}

}  // namespace marchland::cartography
