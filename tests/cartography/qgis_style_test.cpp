// What QGIS draws our layers with: well-formed, and for every layer that has shapes.
#include "cartography/themes/qgis_style.hpp"

#include "tests/support/fake_results.hpp"

#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace marchland;

TEST(QgisStyle, EveryStyleIsWellFormedAndHasASymbolForEachRule)
{
    for (auto const& [layer, style] : cartography::qgis_styles(support::fake_results())) {
        QXmlStreamReader xml{QString::fromStdString(style)};
        std::set<QString> asked;
        std::set<QString> symbols;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == QLatin1String{"rule"}) {
                asked.insert(xml.attributes().value(QLatin1String{"symbol"}).toString());
            }
            if (xml.name() == QLatin1String{"symbol"}) {
                symbols.insert(xml.attributes().value(QLatin1String{"name"}).toString());
            }
        }
        EXPECT_FALSE(xml.hasError()) << layer << ": " << xml.errorString().toStdString();
        EXPECT_FALSE(symbols.empty()) << layer;
        if (!asked.empty()) {
            EXPECT_EQ(asked, symbols) << layer;
        }
    }
}

TEST(QgisStyle, CandidatesAndChokepointsHaveOne)
{
    std::set<std::string> layers;
    for (auto const& [layer, style] : cartography::qgis_styles(support::fake_results())) {
        layers.insert(layer);
    }
    for (auto const* const layer :
         {"communes", "clusters", "crossings", "crossing_candidates", "markets", "corridors",
          "chokepoints", "ways", "repairs", "border"}) {
        EXPECT_TRUE(layers.contains(layer)) << layer;
    }
}

}  // namespace
