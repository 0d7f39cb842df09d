/// \file report.hpp
/// The report for people: one HTML file that needs nothing beside it, in Vietnamese or English.
#pragma once

#include "cartography/disclosure/shown.hpp"
#include "cartography/words/words.hpp"
#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/job.hpp"

#include <QByteArray>

#include <filesystem>

namespace marchland::cartography {

struct ReportOptions {
    Language language = Language::vietnamese;
    int map_width = 1600;      ///< pixels of the map inside
    int communes_listed = 60;  ///< rows of the ranked table
};

/// The whole page as UTF-8. No scripts, no links to elsewhere, no informal crossing by name or place.
///
/// Needs a QGuiApplication, as map_picture does. The same arguments give the same bytes.
/// \throws Error{usage}  as map_picture does. \throws Cancelled
QByteArray report_html(Shown const& shown, geo::Boundaries const& boundaries,
                       ReportOptions const& options = {}, geo::Job const& job = {});

/// Writes the page as UTF-8, to a temporary name beside and then renamed; replaces what is there.
/// \throws Error{failed}  the file cannot be written; nothing half is left.
void write_report(Shown const& shown, geo::Boundaries const& boundaries,
                  ReportOptions const& options, std::filesystem::path const& path,
                  geo::Job const& job = {});

}  // namespace marchland::cartography
