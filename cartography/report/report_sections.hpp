// Private: the parts of the report, each a piece of HTML.
#pragma once

#include "cartography/disclosure/shown.hpp"
#include "cartography/report/page_maps.hpp"
#include "cartography/report/report.hpp"
#include "cartography/words/words.hpp"
#include "results/results.hpp"

#include <QString>

#include <map>
#include <string>

namespace marchland::cartography {

/// What every section needs.
struct Telling {
    Telling(Shown const& told, ReportOptions const& chosen);

    QString name_of(results::CommuneRow const& row) const;  ///< HTML
    /// The same of a row that has code and name; the name alone where no commune has the code.
    QString name_of(std::string const& code, std::string const& name) const;
    QString
    foreign(std::string const& english) const;  ///< HTML; marked where the page is not English

    Shown const& shown;
    results::Results const& results;  ///< of shown
    ReportOptions options;
    Words words;
    std::map<std::string, results::CommuneRow const*> by_code;
};

QString headline(Telling const& telling);
QString purpose(Telling const& telling);
QString ranked(Telling const& telling);
QString not_looked(Telling const& telling);
QString hotspots(Telling const& telling);
QString corridors(Telling const& telling);
QString corridor_sheet(Telling const& telling);
QString posts(Telling const& telling);
/// The maps of vulnerability, exposure, detections and what could have been found.
QString layers(Telling const& telling, PageMaps& maps);
QString plan(Telling const& telling);
QString services(Telling const& telling);
/// The donor table.
QString activities(Telling const& telling);
QString overlaps(Telling const& telling);
QString visited(Telling const& telling);
QString due(Telling const& telling);
QString waiting(Telling const& telling);
QString changes(Telling const& telling);
QString reporting(Telling const& telling);
QString validation(Telling const& telling);
QString quality(Telling const& telling);
QString method_card(Telling const& telling);
QString sources(Telling const& telling);

/// What the communes are ordered by.
QString order_word(results::About const& about, Words const& words);

/// The style sheet of the page.
QString report_style();

}  // namespace marchland::cartography
