#include "cartography/qgis_style.hpp"

#include "cartography/palette.hpp"
#include "cartography/theme.hpp"
#include "geo/text.hpp"


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
    return "<symbol name=\"" + name + "\" type=\"" + kind + "\" alpha=\"1\"><layer class=\"" + klass +
           "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" + options +
           "</Option></layer></symbol>";
}

std::string fill(std::string const& name, QRgb colour)
{
    return symbol(name, "fill", "SimpleFill",
                  option("color", rgba(colour)) + option("style", "solid") +
                      option("outline_color", rgba(colour::outline)) + option("outline_width", "0.1"));
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
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version=\"3.22\">" + renderer +
           "</qgis>";
}

std::string single(std::string const& symbol_text)
{
    return qml("<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\"><symbols>" + symbol_text +
               "</symbols></renderer-v2>");
}

std::string graduated(analysis::Results const& results)
{
    auto const classes = classes_for(results, Measure::relative_risk);
    auto const colours = colours_for(Measure::relative_risk, classes.count());
    std::string ranges;
    std::string symbols;
    double lower = 0.0;
    for (int i = 0; i < classes.count(); ++i) {
        auto const place = static_cast<std::size_t>(i);
        double const upper = place < classes.breaks().size() ? classes.breaks()[place] : 1e6;
        auto const name = std::to_string(i);
        ranges += "<range render=\"true\" lower=\"" + geo::shortest(lower) + "\" upper=\"" +
                  geo::shortest(upper) + "\" symbol=\"" + name + "\" label=\"" +
                  (upper < 1e6 ? geo::shortest(lower) + " - " + geo::shortest(upper)
                               : geo::shortest(lower) + " +") +
                  "\"/>";
        symbols += fill(name, colours[place]);
        lower = upper;
    }
    return qml("<renderer-v2 type=\"graduatedSymbol\" attr=\"relative_risk\" graduatedMethod=\"GraduatedColor\" "
               "symbollevels=\"0\"><ranges>" +
               ranges + "</ranges><symbols>" + symbols + "</symbols></renderer-v2>");
}

}  // namespace

geo::LayerStyles qgis_styles(analysis::Results const& results)
{
    return {{"communes", graduated(results)},
            {"clusters", single(line("0", colour::hotspot, "0.8"))},
            {"crossings", single(marker("0", colour::crossing, "diamond"))},
            {"markets", single(marker("0", colour::market, "square"))},
            {"corridors", single(line("0", colour::corridor, "0.6"))},
            {"ways", single(line("0", colour::road, "0.3"))},
            {"repairs", single(line("0", colour::restricted, "0.6"))},
            {"border", single(line("0", colour::border, "0.7"))}};
}

}  // namespace marchland::cartography
