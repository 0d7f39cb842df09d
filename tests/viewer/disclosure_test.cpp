// Nothing that a window can show holds an informal crossing's name, id or place.
#include "cartography/map/legend.hpp"
#include "tests/viewer/viewing.hpp"
#include "viewer/card.hpp"
#include "viewer/commune_filter.hpp"
#include "viewer/commune_model.hpp"

#include <gtest/gtest.h>

using namespace marchland;
using namespace marchland::viewer;
using cartography::Language;
using support::Hidden;

namespace {

class Disclosure : public testing::TestWithParam<Language> {
protected:
    ProjectPtr const project = support::fake_project();

    static void expect_discreet(QString const& text)
    {
        for (auto const* trace : Hidden::traces) {
            EXPECT_FALSE(text.contains(support::utf8(trace))) << text.toStdString();
        }
    }
};

}  // namespace

TEST_P(Disclosure, OfCards)
{
    for (std::size_t i = 0; i < project->shown->communes.size(); ++i) {
        expect_discreet(
            commune_card(*project, static_cast<geo::CommuneId>(i), GetParam()).spoken());
    }
    ASSERT_FALSE(project->scene.crossings.empty());
    for (auto const& mark : project->scene.crossings) {
        expect_discreet(crossing_card(*project, mark.row, GetParam()).spoken());
    }
    for (auto const& mark : project->scene.markets) {
        expect_discreet(market_card(*project, mark.row, GetParam()).spoken());
    }
}

TEST_P(Disclosure, OfTheTableItsToolTipsAndItsSearch)
{
    CommuneModel model;
    model.show(project);
    model.speak(GetParam());
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (int const role :
                 {int{Qt::DisplayRole}, int{Qt::ToolTipRole}, int{CommuneModel::sort_role},
                  int{CommuneModel::folded_role}, int{CommuneModel::exact_role}}) {
                expect_discreet(model.index(row, column).data(role).toString());
            }
        }
    }
    CommuneFilter filter;
    filter.setSourceModel(&model);
    filter.search(support::utf8(Hidden::name));
    EXPECT_EQ(filter.rowCount(), 0);
}

TEST_P(Disclosure, OfTheLegendAndTheNamesOnTheMap)
{
    for (auto const measure : cartography::all_measures) {
        auto const theme = cartography::make_theme(project->shown, measure, GetParam());
        for (auto const& row :
             cartography::legend_rows(theme, project->scene, {}, cartography::Words{GetParam()})) {
            expect_discreet(row.text + QLatin1Char('\n') + row.figure);
        }
    }
    for (auto const& mark : project->scene.crossings) {
        expect_discreet(mark.name);
        EXPECT_NE(mark.at, Hidden::at);
    }
    for (auto const& mark : project->scene.markets) {
        expect_discreet(mark.name);
    }
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, Disclosure,
                         testing::Values(Language::vietnamese, Language::english));
