// The sections of the report that are about the work: purpose, data quality, method, sources.
#include "cartography/report/report_sections.hpp"

#include "cartography/report/html.hpp"
#include "cartography/words/dates.hpp"
#include "cartography/words/map_texts.hpp"
#include "cartography/words/method_texts.hpp"
#include "cartography/words/named.hpp"
#include "cartography/words/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace marchland::cartography {

using namespace Qt::StringLiterals;

namespace {

constexpr int findings_told = 4;  ///< of one kind; the rest are counted

QString severity_word(geo::Severity severity, Words const& words)
{
    switch (severity) {
    case geo::Severity::error:
        return words(text::severity_error);
    case geo::Severity::warning:
        return words(text::severity_warning);
    case geo::Severity::note:
        return words(text::severity_note);
    }
    return {};
}

/// Findings of one kind, worst kinds first.
struct Kind {
    geo::Severity severity;
    std::string layer;
    std::string rule;
    bool operator<(Kind const& other) const
    {
        return std::tie(other.severity, layer, rule) < std::tie(severity, other.layer, other.rule);
    }
};

QString finding_text(Telling const& telling, geo::Finding const& finding)
{
    auto text = finding.feature;
    for (auto const& part : {finding.field, finding.message}) {
        text += (text.empty() || part.empty() ? "" : ": ") + part;
    }
    return telling.foreign(text);
}

/// What of one kind is told; informal places are counted and not described.
void add_kind(Telling const& telling, Kind const& kind,
              std::vector<geo::Finding const*> const& findings, html::Table& table)
{
    auto const& words = telling.words;
    auto const severity = severity_word(kind.severity, words);
    auto const layer = html::safe(layer_word(kind.layer, words));
    int told = 0;
    int more = 0;
    bool withheld = false;
    for (auto const* finding : findings) {
        if (is_withheld(*finding)) {
            withheld = true;
        } else if (told == findings_told) {
            ++more;
        } else {
            ++told;
            table.rows.push_back({severity, layer, finding_text(telling, *finding),
                                  telling.foreign(finding->action)});
        }
    }
    if (more > 0) {
        table.rows.push_back({severity, layer, words(text::quality_more).arg(more), {}});
    }
    if (withheld) {
        table.rows.push_back({severity, layer, words(text::withheld).arg(html::safe(kind.rule)),
                              words(text::withheld_action)});
    }
}

auto count_of(geo::Findings const& findings, geo::Severity severity)
{
    return std::ranges::count(findings, severity, &geo::Finding::severity);
}

QString definition(QString const& term, QString const& text)
{
    return text.isEmpty() ? QString{} : html::element(u"dt"_s, term) + html::element(u"dd"_s, text);
}

QString window_text(Telling const& telling)
{
    auto const& about = telling.results.about;
    auto const& words = telling.words;
    if (about.window_from.empty()) {
        return {};
    }
    auto text = words(text::window)
                    .arg(html::safe(date_text(about.window_from, words.language())),
                         html::safe(date_text(about.window_to, words.language())));
    if (std::isfinite(about.years)) {
        text += u" ("_s +
                words(text::years)
                    .arg(number(about.years, about.years == std::floor(about.years) ? 0 : 1,
                                telling.options.language)) +
                u')';
    }
    return text;
}

/// "communes: communes.gpkg", with the layer in the language of the page.
QString source_text(std::string const& source, Words const& words)
{
    auto const colon = source.find(": ");
    return colon == std::string::npos ? QString::fromStdString(source)
                                      : layer_word(source.substr(0, colon), words) +
                                            QString::fromStdString(source.substr(colon));
}

}  // namespace

Telling::Telling(Shown const& told, ReportOptions const& chosen)
    : shown{told}, results{*told}, options{chosen}, words{chosen.language}
{
    for (auto const& row : results.communes) {
        by_code.emplace(row.code, &row);
    }
}

QString Telling::name_of(results::CommuneRow const& row) const
{
    return html::safe(row.name) + u" <span class=\"code\">"_s + html::safe(row.code) + u"</span>"_s;
}

QString Telling::name_of(std::string const& code, std::string const& name) const
{
    auto const found = by_code.find(code);
    return found == by_code.end() ? html::safe(name) : name_of(*found->second);
}

QString Telling::foreign(std::string const& english) const
{
    auto const text = html::safe(english);
    return text.isEmpty() || options.language == Language::english ? text : html::in_english(text);
}

QString order_word(results::About const& about, Words const& words)
{
    return about.rank_by == "relative_risk" ? words(text::method_rank_risk)
           : about.rank_by == "exceedance"  ? words(text::method_rank_exceedance)
                                            : words(text::method_rank_expected);
}

QString purpose(Telling const& telling)
{
    auto const& words = telling.words;
    auto const& stated = telling.results.about.purpose;
    auto const first = stated.empty()
                           ? QString{}
                           : html::paragraph(words(text::purpose_text).arg(html::safe(stated)));
    return html::section(u"purpose"_s, words(text::purpose),
                         first + html::paragraph(words(text::purpose_not)));
}

QString quality(Telling const& telling)
{
    auto const& words = telling.words;
    auto const& findings = telling.results.findings;
    std::map<Kind, std::vector<geo::Finding const*>> kinds;
    for (auto const& finding : findings) {
        kinds[{finding.severity, finding.layer, finding.rule}].push_back(&finding);
    }
    html::Table table{words(text::quality),
                      {words(text::column_severity), words(text::column_layer),
                       words(text::column_finding), words(text::column_action)},
                      {}};
    for (auto const& [kind, of_kind] : kinds) {
        add_kind(telling, kind, of_kind, table);
    }
    auto content = findings.empty()
                       ? html::paragraph(words(text::quality_none))
                       : html::paragraph(words(text::quality_intro)
                                             .arg(count_of(findings, geo::Severity::error))
                                             .arg(count_of(findings, geo::Severity::warning))
                                             .arg(count_of(findings, geo::Severity::note))) +
                             html::table(table);
    for (auto const& layer : telling.results.about.absent) {
        content += html::paragraph(words(text::absent).arg(html::safe(layer_word(layer, words))));
    }
    return html::section(u"quality"_s, words(text::quality), content);
}

QString method_card(Telling const& telling)
{
    auto const& words = telling.words;
    auto const& about = telling.results.about;
    auto const language = telling.options.language;
    QString card;
    card += definition(words(text::method_question), words(text::method_question_text));
    card += definition(words(text::method_model), html::safe(model_word(about.risk_model, words)));
    card += definition(words(text::method_window), window_text(telling));
    if (std::isfinite(about.region_rate)) {
        card += definition(words(text::method_region_rate),
                           words(text::per_year).arg(figure(about.region_rate, language)));
    }
    card +=
        definition(words(text::method_effort), about.has_effort ? words(text::method_effort_yes)
                                                                : words(text::method_effort_no));
    card += definition(words(text::method_rank), order_word(about, words));
    card += definition(words(text::method_hotspots),
                       words(text::method_hotspots_text)
                           .arg(whole(about.permutations, language), false_finds(about, words)));
    card += definition(words(text::method_travel), html::safe(travel_word(about.profile, words)));
    card += definition(words(text::method_vintage), html::safe(date_text(about.vintage, language)));
    card += definition(words(text::method_crs), html::safe(about.crs + " " + about.crs_name));
    card += definition(words(text::method_version),
                       words(text::method_version_text)
                           .arg(html::safe(about.version), QString::number(about.seed)));
    card += definition(words(text::method_limits), words(text::method_limits_text));
    return html::section(u"method"_s, words(text::method), html::element(u"dl"_s, card));
}

QString sources(Telling const& telling)
{
    auto const& words = telling.words;
    QStringList items;
    for (auto const& source : telling.results.about.sources) {
        items += html::safe(source_text(source, words));
    }
    return html::section(u"sources"_s, words(text::sources),
                         items.isEmpty() ? html::paragraph(words(text::sources_none))
                                         : html::list(items));
}

}  // namespace marchland::cartography
