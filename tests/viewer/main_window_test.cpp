#include "viewer/main_window.hpp"

#include "results/store.hpp"
#include "tests/viewer/viewing.hpp"
#include "viewer/commune_table.hpp"
#include "viewer/layer_panel.hpp"
#include "viewer/map_view.hpp"
#include "viewer/screenshot.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace marchland;
using namespace marchland::viewer;
using cartography::Language;
using geo::CommuneId;
using support::utf8;
using support::wait_for;

namespace {

struct MainWindowTest : testing::Test {
    LanguageSwitch language;
    MainWindow window{language};

    void SetUp() override { window.resize(1200, 700); }
    void TearDown() override { language.speak(Language::english); }

    QString menus()
    {
        QString text;
        for (auto const* action : window.menuBar()->actions()) {
            text += action->text() + utf8(" ");
        }
        return text;
    }
};

}  // namespace

TEST_F(MainWindowTest, MapAndTableSelectTheSame)
{
    window.show_project(support::fake_project());
    window.selection().set({CommuneId{4}});
    EXPECT_EQ(window.table().view().selectionModel()->selectedRows().size(), 1);
    window.table().view().selectRow(0);
    EXPECT_NE(window.selection().communes(), std::vector{CommuneId{4}});
    EXPECT_TRUE(window.map().accessibleDescription().contains(utf8("Quốc Khánh 2")));
}

TEST_F(MainWindowTest, SpeaksVietnameseAtOnceAndEnglishAgain)
{
    window.show_project(support::fake_project());
    window.speak(Language::vietnamese);
    QCoreApplication::processEvents();  // windows hear of it by posted events
    EXPECT_TRUE(menus().contains(utf8("&Tệp")));
    EXPECT_EQ(window.map().theme().title.toStdString(), "Nguy cơ tương đối ước tính");
    EXPECT_EQ(QCoreApplication::translate("QPlatformTheme", "Cancel").toStdString(), "Hủy");
    auto const* const model = window.table().view().model();
    EXPECT_EQ(model->headerData(1, Qt::Horizontal).toString().toStdString(), "Cấp xã");
    window.speak(Language::english);
    QCoreApplication::processEvents();
    EXPECT_TRUE(menus().contains(utf8("&File")));
    EXPECT_EQ(model->headerData(1, Qt::Horizontal).toString().toStdString(), "Commune");
    EXPECT_EQ(QCoreApplication::translate("QPlatformTheme", "Cancel").toStdString(), "Cancel");
}

TEST_F(MainWindowTest, EveryPartThatTakesTheFocusHasAName)
{
    window.show_project(support::fake_project());
    window.show();
    for (auto const* widget : window.findChildren<QWidget*>()) {
        bool const named = !widget->accessibleName().isEmpty() ||
                           qobject_cast<QCheckBox const*>(widget) != nullptr;
        if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible()) {
            EXPECT_TRUE(named) << widget->metaObject()->className();
        }
    }
}

TEST_F(MainWindowTest, LayersAndMeasureReachTheMap)
{
    window.show_project(support::fake_project());
    auto* const measure = window.layers().findChild<QComboBox*>();
    ASSERT_NE(measure, nullptr);
    EXPECT_EQ(measure->count(), static_cast<int>(cartography::all_measures.size()));
    measure->setCurrentIndex(3);
    EXPECT_EQ(window.map().theme().title, measure->currentText());
    window.layers().findChildren<QCheckBox*>().front()->setChecked(false);
    EXPECT_FALSE(window.layers().layers().communes);
}

TEST_F(MainWindowTest, ALoadThatFailsIsSaid)
{
    QSignalSpy const trouble{&window, &MainWindow::trouble};
    window.open("/nowhere/at/all");
    ASSERT_TRUE(wait_for([&] { return !window.busy(); }));
    ASSERT_EQ(trouble.count(), 1);
    EXPECT_TRUE(trouble[0][0].toString().contains(utf8("/nowhere/at/all")));
}

TEST_F(MainWindowTest, AScreenshotOfAResultFolderIsNotBlank)
{
    QTemporaryDir const folder;
    results::write_results(support::fake_results(), folder.path().toStdString() + "/out");
    window.open(folder.path().toStdString() + "/out");
    auto const path = folder.filePath(utf8("window.png"));
    EXPECT_EQ(take_screenshot(window, path).toStdString(), "");
    QImage const picture{path};
    ASSERT_EQ(picture.size(), QSize(1200, 700));
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 5) {
        for (int x = 0; x < picture.width(); x += 5) {
            colours.insert(picture.pixel(x, y));
        }
    }
    EXPECT_GT(colours.size(), 100);
}

TEST_F(MainWindowTest, AScreenshotOfNothingSaysWhy)
{
    window.open("/nowhere/at/all");
    EXPECT_TRUE(take_screenshot(window, utf8("/nowhere/x.png")).contains(utf8("/nowhere/at/all")));
}
