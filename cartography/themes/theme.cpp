#include "cartography/themes/theme.hpp"

#include "cartography/themes/palette.hpp"
#include "cartography/words/map_texts.hpp"
#include "cartography/words/measure_texts.hpp"
#include "cartography/words/numbers.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "results/reading.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace marchland::cartography {

using results::CommuneRow;

namespace {

/// A measure that is a word, not a number: its words from least to most, as classes go.
template <class Kind>
struct Category {
    Kind value;
    QString label;
    QRgb colour;
};

/// A figure with a doubt that can be drawn.
bool is_estimate(Measure measure)
{
    return measure != Measure::evidence && measure != Measure::hours_to_crossing &&
           measure != Measure::detectable && measure != Measure::top_chance;
}

/// Says nothing where nobody looked.
bool rests_on_cases(Measure measure)
{
    return measure != Measure::evidence && measure != Measure::hours_to_crossing &&
           measure != Measure::vulnerability && measure != Measure::detectable;
}

/// The model of risk made it, of hours to the crossing among others.
bool rests_on_hours(Measure measure)
{
    return measure == Measure::relative_risk || measure == Measure::expected ||
           measure == Measure::top_chance;
}

QString note_of(Measure measure, Words const& words)
{
    switch (measure) {
    case Measure::relative_risk:
        return words(text::measure_risk_note);
    case Measure::expected:
        return words(text::measure_expected_note);
    case Measure::rate:
        return words(text::measure_rate_note);
    case Measure::eb_rate:
        return words(text::measure_eb_rate_note);
    case Measure::evidence:
        return words(text::measure_evidence_note);
    case Measure::hotspot:
        return words(text::measure_hotspot_note);
    case Measure::hours_to_crossing:
        return words(text::measure_hours_note);
    case Measure::vulnerability:
        return words(text::measure_vulnerability_note);
    case Measure::found_per_effort:
        return words(text::measure_found_note);
    case Measure::detectable:
        return words(text::measure_detectable_note);
    case Measure::top_chance:
        return words(text::measure_top_note);
    }
    return {};
}

/// Fixed where the unit has a natural scale, so that maps of two years can be laid side by side.
QString label_of(Classes const& classes, int klass, Language language)
{
    Words const words{language};
    auto const& breaks = classes.breaks();
    auto const at = static_cast<std::size_t>(klass);
    if (breaks.empty()) {
        return QStringLiteral("–");
    }
    if (klass == 0) {
        return words(text::class_under).arg(plain(breaks.front(), language));
    }
    if (at == breaks.size()) {
        return words(text::class_from).arg(plain(breaks.back(), language));
    }
    return plain(breaks[at - 1], language) + QStringLiteral("–") + plain(breaks[at], language);
}

std::vector<Category<results::Evidence>> evidence_categories(Words const& words)
{
    using enum results::Evidence;
    auto const colours = sequential(5);
    return {{weak, words(text::evidence_weak), colours[1]},
            {moderate, words(text::evidence_moderate), colours[2]},
            {strong, words(text::evidence_strong), colours[4]}};
}

std::vector<Category<results::Hotspot>> hotspot_categories(Words const& words)
{
    using enum results::Hotspot;
    auto const colours = hotspot_colours();
    return {{none, words(text::pattern_none), colours[4]},
            {low_low, words(text::pattern_low_low), colours[3]},
            {low_high, words(text::pattern_low_high), colours[2]},
            {high_low, words(text::pattern_high_low), colours[1]},
            {high_high, words(text::pattern_high_high), colours[0]}};
}

/// \param member  of a row: which category it is of.
template <class Kind>
void fill_by_kind(std::span<CommuneRow const> communes,
                  std::vector<Category<Kind>> const& categories, Kind results::CommuneRow::*member,
                  Theme& theme)
{
    for (auto const& category : categories) {
        theme.classes.push_back({category.label, category.colour, 0});
    }
    for (auto const& row : communes) {
        auto const found = std::ranges::find(categories, row.*member, &Category<Kind>::value);
        bool const known = !has_no_information(row) && found != categories.end();
        theme.fills.push_back(
            {static_cast<std::int8_t>(known ? found - categories.begin() : -1), is_unsure(row)});
    }
}

void fill_by_numbers(std::span<CommuneRow const> communes, Measure measure, Language language,
                     Classes const& classes, Theme& theme)
{
    auto const colours = colours_for(measure, classes.count());
    for (int klass = 0; klass < classes.count(); ++klass) {
        auto const colour = colours[std::min(static_cast<std::size_t>(klass), colours.size() - 1)];
        theme.classes.push_back({label_of(classes, klass, language), colour, 0});
    }
    for (auto const& row : communes) {
        double const value = value_of(row, measure);
        bool const nothing =
            !std::isfinite(value) || (rests_on_cases(measure) && has_no_information(row));
        bool const open = !nothing && rests_on_hours(measure) && is_low_by_missing_hours(row);
        theme.fills.push_back({static_cast<std::int8_t>(nothing || open ? -1 : classes.of(value)),
                               is_unsure(row, measure, communes.size()), open});
    }
}

/// Why communes have no class.
void explain_unknown(Measure measure, Words const& words, Theme& theme)
{
    bool const hours = measure == Measure::hours_to_crossing;
    theme.unknown = words(hours ? text::hours_unknown : text::no_information);
    theme.unknown_note = words(hours                               ? text::hours_unknown_note
                               : measure == Measure::vulnerability ? text::no_indicators_note
                                                                   : text::no_information_note);
    theme.unknown_striped = hours;
}

/// The legend says how many; what has no class cannot be unsure of it.
void count(Theme& theme)
{
    for (auto& fill : theme.fills) {
        if (fill.klass < 0) {
            fill.unsure = theme.unknown_striped || fill.open;
            ++(fill.open ? theme.open : theme.no_information);
        } else {
            fill.unsure = fill.unsure && theme.shows_certainty;
            theme.unsure += fill.unsure ? 1 : 0;
            ++theme.classes[static_cast<std::size_t>(fill.klass)].communes;
        }
    }
}

}  // namespace

Classes classes_for(std::span<CommuneRow const> communes, Measure measure)
{
    if (measure == Measure::relative_risk) {
        return Classes{{0.5, 0.8, 1.25, 2.0}};
    }
    switch (measure) {
    case Measure::hours_to_crossing:
        return Classes{{1.0, 2.0, 4.0, 6.0}};
    case Measure::found_per_effort:
        return Classes{{0.5, 0.8, 1.25, 2.0}};
    case Measure::vulnerability:
        return Classes{{20.0, 40.0, 60.0, 80.0}};
    case Measure::detectable:
        return Classes{{2.0, 3.0, 5.0, 10.0}};
    case Measure::top_chance:
        return Classes{{0.05, 0.25, 0.5, 0.75}};
    default:
        break;
    }
    std::vector<double> values;
    for (auto const& row : communes) {
        if (!has_no_information(row)) {
            values.push_back(value_of(row, measure));
        }
    }
    return rounded(quantile_classes(values, 5));
}

std::vector<QRgb> colours_for(Measure measure, int classes)
{
    bool const about_one =
        measure == Measure::relative_risk || measure == Measure::found_per_effort;
    if (about_one && classes >= 3) {
        return diverging(classes);
    }
    auto colours = sequential(classes);
    if (measure == Measure::hours_to_crossing) {
        std::ranges::reverse(colours);  // near is what matters, so near is dark
    }
    return colours;
}

bool is_unsure(results::CommuneRow const& row)
{
    return row.evidence == results::Evidence::weak || !(row.upper <= unsure_ratio * row.lower);
}

bool is_unsure(results::CommuneRow const& row, Measure measure, std::size_t communes)
{
    if (measure == Measure::found_per_effort) {
        return !(row.found_per_effort_upper <= unsure_ratio * row.found_per_effort_lower);
    }
    if (measure == Measure::vulnerability) {
        double const width = row.vulnerability_rank_upper - row.vulnerability_rank_lower;
        return !(width <= static_cast<double>(communes) / 3.0);
    }
    return is_unsure(row) || (rests_on_hours(measure) && row.hours_missing);
}

double value_of(results::CommuneRow const& row, Measure measure)
{
    switch (measure) {
    case Measure::relative_risk:
        return row.relative_risk;
    case Measure::expected:
        return row.expected;
    case Measure::rate:
        return row.rate;
    case Measure::eb_rate:
        return row.eb_rate;
    case Measure::hours_to_crossing:
        return row.hours_to_crossing;
    case Measure::vulnerability:
        return row.vulnerability;
    case Measure::found_per_effort:
        return row.found_per_effort;
    case Measure::detectable:
        return row.detectable;
    case Measure::top_chance:
        return row.top_chance;
    case Measure::evidence:
    case Measure::hotspot:
        break;
    }
    return geo::unknown;
}

QString title_of(Measure measure, Language language)
{
    Words const words{language};
    switch (measure) {
    case Measure::relative_risk:
        return words(text::measure_risk);
    case Measure::expected:
        return words(text::measure_expected);
    case Measure::rate:
        return words(text::measure_rate);
    case Measure::eb_rate:
        return words(text::measure_eb_rate);
    case Measure::evidence:
        return words(text::measure_evidence);
    case Measure::hotspot:
        return words(text::measure_hotspot);
    case Measure::hours_to_crossing:
        return words(text::measure_hours);
    case Measure::vulnerability:
        return words(text::measure_vulnerability);
    case Measure::found_per_effort:
        return words(text::measure_found);
    case Measure::detectable:
        return words(text::measure_detectable);
    case Measure::top_chance:
        return words(text::measure_top);
    }
    return {};
}

Theme make_theme(Shown const& shown, Measure measure, Language language,
                 std::optional<Classes> const& fixed)
{
    Words const words{language};
    auto const& communes = shown->communes;
    Theme theme;
    theme.title = title_of(measure, language);
    theme.note = note_of(measure, words);
    if (measure == Measure::hotspot) {
        theme.note = theme.note.arg(false_finds(shown->about, words));
    }
    theme.shows_certainty = is_estimate(measure);
    if (measure == Measure::evidence) {
        fill_by_kind(communes, evidence_categories(words), &results::CommuneRow::evidence, theme);
    } else if (measure == Measure::hotspot) {
        fill_by_kind(communes, hotspot_categories(words), &results::CommuneRow::hotspot, theme);
    } else {
        fill_by_numbers(communes, measure, language, fixed.value_or(classes_for(communes, measure)),
                        theme);
    }
    explain_unknown(measure, words, theme);
    count(theme);
    return theme;
}

Lut lut_of(Theme const& theme)
{
    Lut lut{{0U}, {0U}};
    for (auto const& fill : theme.fills) {
        auto const colour = fill.klass < 0
                                ? colour::no_information
                                : theme.classes[static_cast<std::size_t>(fill.klass)].colour;
        lut.fill.push_back(fill.unsure ? paler(colour) : colour);
        lut.stripe.push_back(fill.unsure ? stripe_of(colour) : colour);
    }
    return lut;
}

}  // namespace marchland::cartography
