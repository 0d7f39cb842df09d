// What the menus of the window do.
#include "viewer/main_window.hpp"

#include "cartography/map/map_picture.hpp"
#include "cartography/report/report.hpp"
#include "cartography/words/method_texts.hpp"
#include "viewer/commune_table.hpp"
#include "viewer/layer_panel.hpp"
#include "viewer/map_view.hpp"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>

namespace marchland::viewer {

using cartography::Language;

QAction* MainWindow::add_action(QMenu* menu, QKeySequence const& keys,
                                std::function<void()> const& act)
{
    auto* const action = menu->addAction(QString{});
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void MainWindow::build_actions()
{
    file_menu_ = menuBar()->addMenu(QString{});
    open_ = add_action(file_menu_, QKeySequence::Open, [this] { choose_folder(); });
    save_map_ = add_action(file_menu_, {}, [this] { save_map(); });
    save_report_ = add_action(file_menu_, {}, [this] { save_report(); });
    quit_ = add_action(file_menu_, QKeySequence::Quit, [this] { close(); });
    save_map_->setEnabled(false);
    save_report_->setEnabled(false);

    view_menu_ = menuBar()->addMenu(QString{});
    fit_ = add_action(view_menu_, QKeySequence{Qt::CTRL | Qt::Key_0}, [this] { map_->fit(); });
    nearer_ = add_action(view_menu_, QKeySequence::ZoomIn, [this] { map_->zoom(1); });
    farther_ = add_action(view_menu_, QKeySequence::ZoomOut, [this] { map_->zoom(-1); });
    find_ = add_action(view_menu_, QKeySequence::Find, [this] { table_->focus_search(); });
    view_menu_->addSeparator();
    view_menu_->addAction(layers_dock_->toggleViewAction());
    view_menu_->addAction(table_dock_->toggleViewAction());

    language_menu_ = menuBar()->addMenu(QString{});
    vietnamese_ = add_action(language_menu_, {}, [this] { speak(Language::vietnamese); });
    english_ = add_action(language_menu_, {}, [this] { speak(Language::english); });
    auto* const one = new QActionGroup{this};
    for (auto* const action : {vietnamese_, english_}) {
        action->setCheckable(true);
        one->addAction(action);
    }

    help_menu_ = menuBar()->addMenu(QString{});
    about_ = add_action(help_menu_, QKeySequence::HelpContents, [this] { about(); });
    connect(this, &MainWindow::trouble, this, [this](QString const& message) { say(message); });
}

void MainWindow::retranslate_actions()
{
    file_menu_->setTitle(tr("&File"));
    open_->setText(tr("&Open results…"));
    save_map_->setText(tr("Save &map as picture…"));
    save_report_->setText(tr("Save &report…"));
    quit_->setText(tr("&Quit"));
    view_menu_->setTitle(tr("&View"));
    fit_->setText(tr("&Whole region"));
    nearer_->setText(tr("&Nearer"));
    farther_->setText(tr("&Farther"));
    find_->setText(tr("Find a &commune"));
    language_menu_->setTitle(tr("&Language"));
    vietnamese_->setText(QStringLiteral("Tiếng &Việt"));  // each language in its own words
    english_->setText(QStringLiteral("&English"));
    vietnamese_->setChecked(language_.language() == Language::vietnamese);
    english_->setChecked(language_.language() == Language::english);
    help_menu_->setTitle(tr("&Help"));
    about_->setText(tr("What this &map is for"));
}

void MainWindow::choose_folder()
{
    auto const folder = QFileDialog::getExistingDirectory(this, tr("Open a folder of results"));
    if (!folder.isEmpty()) {
        open(folder.toStdString());
    }
}

void MainWindow::save_map()
{
    auto const path = QFileDialog::getSaveFileName(this, tr("Save the map"), tr("map.png"),
                                                   tr("Picture (*.png)"));
    if (path.isEmpty()) {
        return;
    }
    cartography::MapOptions options;
    options.language = language_.language();
    options.measure = layers_->measure();
    options.layers = layers_->layers();
    task_.start([this, path, options, project = project_](geo::Job const& job) -> Task::Answer {
        cartography::write_map_png(project->shown, *project->boundaries, options,
                                   path.toStdString(), job);
        return [this, path] { say(tr("Saved %1").arg(path)); };
    });
}

void MainWindow::save_report()
{
    auto const path = QFileDialog::getSaveFileName(this, tr("Save the report"), tr("report.html"),
                                                   tr("Web page (*.html)"));
    if (path.isEmpty()) {
        return;
    }
    cartography::ReportOptions options;
    options.language = language_.language();
    task_.start([this, path, options, project = project_](geo::Job const& job) -> Task::Answer {
        cartography::write_report(project->shown, *project->boundaries, options, path.toStdString(),
                                  job);
        return [this, path] { say(tr("Saved %1").arg(path)); };
    });
}

void MainWindow::about()
{
    cartography::Words const words{language_.language()};
    QMessageBox::information(this, tr("What this map is for"),
                             words(cartography::text::purpose_not) + QStringLiteral("\n\n") +
                                 words(cartography::text::method_limits_text));
}

}  // namespace marchland::viewer
