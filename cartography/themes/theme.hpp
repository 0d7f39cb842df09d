/// \file theme.hpp
/// One figure of every commune as classes, colours and a legend, uncertainty included.
#pragma once

#include "cartography/disclosure/shown.hpp"
#include "cartography/themes/classes.hpp"
#include "cartography/words/words.hpp"
#include "geo/vocabulary/column.hpp"
#include "results/results.hpp"

#include <QRgb>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace marchland::cartography {

enum class Measure : std::uint8_t {
    relative_risk,
    expected,
    rate,
    eb_rate,
    evidence,
    hotspot,
    hours_to_crossing,
    vulnerability,
    found_per_effort,
    detectable,
    top_chance,
};
inline constexpr std::array all_measures{
    Measure::relative_risk,     Measure::expected,      Measure::rate,
    Measure::eb_rate,           Measure::evidence,      Measure::hotspot,
    Measure::hours_to_crossing, Measure::vulnerability, Measure::found_per_effort,
    Measure::detectable,        Measure::top_chance};

/// How one commune looks. Without a class there is no information: grey, never the lowest class.
struct Fill {
    std::int8_t klass = -1;
    bool unsure = false;
    bool open = false;  ///< no class though people looked: striped, not plain grey
};

struct LegendClass {
    QString label;
    QRgb colour = 0;
    int communes = 0;
};

struct Theme {
    QString title;
    QString note;
    std::vector<LegendClass> classes;
    geo::PerCommune<Fill> fills;
    bool shows_certainty = true;  ///< false where the figure is no estimate: evidence, travel time
    int unsure = 0;
    int no_information = 0;
    int open = 0;                  ///< communes that are Fill::open
    QString unknown;               ///< the look of no_information, in words
    QString unknown_note;          ///< why there is none, and what it does not mean
    bool unknown_striped = false;  ///< as unsure: something is there that is not to be believed
};

/// Colours for every cell of an id grid: index 0 is "no commune", id + 1 the rest.
/// Where stripe differs from fill the commune is striped.
struct Lut {
    std::vector<QRgb> fill;
    std::vector<QRgb> stripe;
};

/// Ratio of the 90 % bounds of relative risk beyond which a colour claims too much.
inline constexpr double unsure_ratio = 4.0;

/// Unsure: evidence is weak, or the upper bound is over unsure_ratio times the lower.
bool is_unsure(results::CommuneRow const& row);

/// The same of one measure: its own bounds where it has some.
bool is_unsure(results::CommuneRow const& row, Measure measure, std::size_t communes);

/// What the measure holds for a commune; NaN where it holds nothing or is not a number.
double value_of(results::CommuneRow const& row, Measure measure);

QString title_of(Measure measure, Language language);

/// The classes a measure is drawn in, and their colours, lowest class first.
Classes classes_for(std::span<results::CommuneRow const> communes, Measure measure);
std::vector<QRgb> colours_for(Measure measure, int classes);

/// \param fixed  classes to keep, so that two maps can be compared; else those that fit the
/// measure.
Theme make_theme(Shown const& shown, Measure measure, Language language,
                 std::optional<Classes> const& fixed = {});

Lut lut_of(Theme const& theme);

}  // namespace marchland::cartography
