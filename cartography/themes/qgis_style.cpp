#include "cartography/themes/qgis_style.hpp"

#include "cartography/themes/palette.hpp"
#include "cartography/themes/theme.hpp"
#include "geo/vocabulary/text.hpp"

#include <utility>

namespace marchland::cartography {
namespace {

std::string rgba(QRgb colour)
{
    return std::to_string(qRed(colour)) + "," + std::to_string(qGreen(colour)) + "," +
           std::to_string(qBlue(colour)) + ",255";
}

std::string option(std::string const& name, std::string const& value)
{
    return "<Option type=\"QString\" name=\"" + name + "\" value=\"" + value + "\"/>";
}

/// One symbol with one layer; `kind` is fill, line or marker.
std::string symbol(std::string const& name, std::string const& kind, std::string const& klass,
                   std::string const& options)
{
    return "<symbol name=\"" + name + "\" type=\"" + kind + "\" alpha=\"1\"><layer class=\"" +
           klass + "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" + options +
           "</Option></layer></symbol>";
}

std::string fill(std::string const& name, QRgb colour)
{
    return symbol(name, "fill", "SimpleFill",
                  option("color", rgba(colour)) + option("style", "solid") +
                      option("outline_color", rgba(colour::outline)) +
                      option("outline_width", "0.1"));
}

std::string line(std::string const& name, QRgb colour, std::string const& width)
{
    return symbol(name, "line", "SimpleLine",
                  option("line_color", rgba(colour)) + option("line_width", width) +
                      option("line_width_unit", "MM"));
}

std::string marker(std::string const& name, QRgb colour, std::string const& shape)
{
    return symbol(name, "marker", "SimpleMarker",
                  option("name", shape) + option("color", rgba(colour)) + option("size", "3") +
                      option("outline_color", rgba(colour::paper)));
}

std::string qml(std::string const& renderer)
{
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version=\"3.22\">" +
           renderer + "</qgis>";
}

std::string single(std::string const& symbol_text)
{
    return qml("<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\"><symbols>" + symbol_text +
               "</symbols></renderer-v2>");
}

std::string xml(std::string text)
{
    for (auto const& [letter, name] : {std::pair{"&", "&amp;"}, std::pair{"<", "&lt;"},
                                       std::pair{">", "&gt;"}, std::pair{"\"", "&quot;"}}) {
        for (auto at = text.find(letter); at != std::string::npos; at = text.find(letter, at + 4)) {
            text.replace(at, 1, name);
        }
    }
    return text;
}

/// Rules of QGIS, one symbol each; every rule that fits draws, so stripes come over the colours.
class Rules {
public:
    void add(std::string const& filter, std::string const& label, std::string const& symbol_text)
    {
        auto const name = std::to_string(count_++);
        rules_ += "<rule key=\"r" + name + "\" symbol=\"" + name + "\" filter=\"" + xml(filter) +
                  "\" label=\"" + xml(label) + "\"/>";
        symbols_ += symbol_text;
    }
    std::string next_name() const { return std::to_string(count_); }
    std::string qml_text() const
    {
        return qml("<renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\"><rules key=\"root\">" +
                   rules_ + "</rules><symbols>" + symbols_ + "</symbols></renderer-v2>");
    }

private:
    int count_ = 0;
    std::string rules_;
    std::string symbols_;
};

std::string stripes(std::string const& name)
{
    return symbol(name, "fill", "SimpleFill",
                  option("color", rgba(colour::paper)) + option("style", "f_diagonal") +
                      option("outline_style", "no"));
}

/// As our own map: grey where there is no information, colours by class, stripes where it is unsure.
std::string risk_rules(results::Results const& results)
{
    std::string const known = "\"evidence\" <> 'none' AND \"relative_risk\" IS NOT NULL";
    auto const classes = classes_for(results.communes, Measure::relative_risk);
    auto const colours = colours_for(Measure::relative_risk, classes.count());
    Rules rules;
    rules.add("NOT (" + known + ")", "no information",
              fill(rules.next_name(), colour::no_information));
    std::string lower = "0";
    for (int i = 0; i < classes.count(); ++i) {
        auto const place = static_cast<std::size_t>(i);
        bool const last = place == classes.breaks().size();
        auto const upper = last ? std::string{} : geo::shortest(classes.breaks()[place]);
        rules.add(known + " AND \"relative_risk\" >= " + lower +
                      (last ? "" : " AND \"relative_risk\" < " + upper),
                  "relative risk " + lower + (last ? " or more" : " - " + upper),
                  fill(rules.next_name(), colours[place]));
        lower = upper;
    }
    rules.add(known + " AND (\"evidence\" = 'weak' OR \"upper\" > " + geo::shortest(unsure_ratio) +
                  " * \"lower\")",
              "unsure", stripes(rules.next_name()));
    return rules.qml_text();
}

}  // namespace

geo::LayerStyles qgis_styles(results::Results const& results)
{
    return {{"communes", risk_rules(results)},
            {"clusters", single(line("0", colour::hotspot, "0.8"))},
            {"crossings", single(marker("0", colour::crossing, "diamond"))},
            {"crossing_candidates", single(marker("0", colour::restricted, "cross"))},
            {"chokepoints", single(marker("0", colour::corridor, "circle"))},
            {"markets", single(marker("0", colour::market, "square"))},
            {"corridors", single(line("0", colour::corridor, "0.6"))},
            {"ways", single(line("0", colour::road, "0.3"))},
            {"repairs", single(line("0", colour::restricted, "0.6"))},
            {"border", single(line("0", colour::border, "0.7"))}};
}

}  // namespace marchland::cartography
