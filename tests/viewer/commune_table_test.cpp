#include "viewer/commune_table.hpp"

#include "tests/viewer/viewing.hpp"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

using namespace marchland;
using namespace marchland::viewer;
using geo::CommuneId;
using support::utf8;

namespace {

struct CommuneTableTest : testing::Test {
    Selection selection;
    CommuneTable table{selection};

    void SetUp() override
    {
        table.show_project(support::fake_project());
        table.speak(cartography::Language::english);
    }

    int selected_rows()
    {
        return static_cast<int>(table.view().selectionModel()->selectedRows().size());
    }
};

}  // namespace

TEST_F(CommuneTableTest, TheTableSelects)
{
    table.view().selectRow(0);  // rank 1 by the order at start
    ASSERT_EQ(selection.communes().size(), 1U);
    auto const& row =
        support::fake_project()->shown->communes[geo::index_of(selection.communes()[0])];
    EXPECT_EQ(row.rank, 1);
}

TEST_F(CommuneTableTest, TheSelectionShowsInTheTable)
{
    selection.set({CommuneId{3}, CommuneId{5}});
    EXPECT_EQ(selected_rows(), 2);
    selection.set({});
    EXPECT_EQ(selected_rows(), 0);
}

TEST_F(CommuneTableTest, SearchHidesButDoesNotDeselect)
{
    selection.set({support::commune_named(*support::fake_project(), "Mẫu Sơn")});
    QTest::keyClicks(&table.search_field(), utf8("dong dang"));
    EXPECT_EQ(table.view().model()->rowCount(), 2);
    EXPECT_EQ(selection.communes().size(), 1U);
    EXPECT_EQ(table.hidden_selected(), 1);
    table.search_field().clear();
    EXPECT_EQ(table.hidden_selected(), 0);
    EXPECT_EQ(selected_rows(), 1);
}

TEST_F(CommuneTableTest, EnterTakesTheFirstThatWasFound)
{
    QSignalSpy const chosen{&table, &CommuneTable::chosen};
    QTest::keyClicks(&table.search_field(), utf8("mau son"));
    QTest::keyClick(&table.search_field(), Qt::Key_Return);
    ASSERT_EQ(selection.communes().size(), 1U);
    auto const& row =
        support::fake_project()->shown->communes[geo::index_of(selection.communes()[0])];
    EXPECT_TRUE(row.name.starts_with("Mẫu Sơn"));
    EXPECT_EQ(chosen.count(), 1);
}
