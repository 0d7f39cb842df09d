#include "viewer/main_window.hpp"

#include "viewer/banner_bar.hpp"
#include "viewer/commune_table.hpp"
#include "viewer/layer_panel.hpp"
#include "viewer/map_view.hpp"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace marchland::viewer {

using cartography::Language;

MainWindow::MainWindow(LanguageSwitch& language, QWidget* parent)
    : QMainWindow{parent}, language_{language}, banners_{new BannerBar},
      map_{new MapView{selection_}}, table_{new CommuneTable{selection_}}, layers_{new LayerPanel},
      table_dock_{new QDockWidget{this}}, layers_dock_{new QDockWidget{this}},
      selected_{new QLabel}, place_{new QLabel}, progress_{new QProgressBar}, cancel_{
                                                                                  new QToolButton}
{
    build();
    build_status();
    build_actions();
    connect_parts();
    layers_->speak(language_.language());
    map_->speak(language_.language());
    table_->speak(language_.language());
    retranslate();
    resize(1366, 768);
    map_->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto* const centre = new QWidget;
    auto* const layout = new QVBoxLayout{centre};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(banners_);
    layout->addWidget(map_, 1);
    setCentralWidget(centre);
    table_dock_->setObjectName(QStringLiteral("communes"));
    table_dock_->setWidget(table_);
    layers_dock_->setObjectName(QStringLiteral("layers"));
    layers_dock_->setWidget(layers_);
    for (auto* const dock : {table_dock_, layers_dock_}) {
        dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    }
    addDockWidget(Qt::LeftDockWidgetArea, layers_dock_);
    addDockWidget(Qt::RightDockWidgetArea, table_dock_);
    resizeDocks({layers_dock_, table_dock_}, {210, 440}, Qt::Horizontal);
}

void MainWindow::build_status()
{
    progress_->setMaximumWidth(160);
    progress_->setRange(0, 100);
    progress_->hide();
    cancel_->hide();
    statusBar()->addWidget(selected_);
    statusBar()->addPermanentWidget(place_);
    statusBar()->addPermanentWidget(progress_);
    statusBar()->addPermanentWidget(cancel_);
}

void MainWindow::connect_parts()
{
    connect(layers_, &LayerPanel::measure_chosen, map_, &MapView::show_measure);
    connect(layers_, &LayerPanel::layers_chosen, map_, &MapView::show_layers);
    connect(map_, &MapView::pointed, this, &MainWindow::show_place);
    connect(map_, &MapView::left, place_, &QLabel::clear);
    connect(table_, &CommuneTable::searched, this, &MainWindow::refresh_selection);
    connect(table_, &CommuneTable::chosen, map_, &MapView::go_to);
    connect(&selection_, &Selection::changed, this, &MainWindow::refresh_selection);
    connect(cancel_, &QToolButton::clicked, &task_, &Task::cancel);
    connect(&task_, &Task::failed, this, &MainWindow::trouble);
    connect(&task_, &Task::started, this, [this] {
        progress_->setValue(0);
        progress_->show();
        cancel_->show();
    });
    connect(&task_, &Task::finished, this, [this] {
        progress_->hide();
        cancel_->hide();
    });
    connect(&task_, &Task::progressed, this, [this](double done) {
        progress_->setValue(static_cast<int>(std::lround(100.0 * done)));
    });
}

void MainWindow::open(std::filesystem::path const& named)
{
    say(tr("Opening %1").arg(QString::fromStdString(named.string())));
    task_.start([this, named](geo::Job const& job) -> Task::Answer {
        auto project = open_project(named, job);
        return [this, project] { show_project(project); };
    });
}

void MainWindow::show_project(ProjectPtr project)
{
    selection_.set({});
    project_ = std::move(project);
    banners_->show_banners(
        cartography::banners_for(project_->shown->about, cartography::Words{language_.language()}));
    table_->show_project(project_);
    map_->show_project(project_);
    save_map_->setEnabled(true);
    save_report_->setEnabled(true);
    refresh_title();
    refresh_selection();
    say({});
    Q_EMIT opened();
}

void MainWindow::speak(Language language)
{
    language_.speak(language);  // windows hear of it by QEvent::LanguageChange
    if (project_) {
        banners_->show_banners(
            cartography::banners_for(project_->shown->about, cartography::Words{language}));
    }
    layers_->speak(language);
    map_->speak(language);
    table_->speak(language);
    Q_EMIT spoke(language);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    table_dock_->setWindowTitle(tr("Communes"));
    layers_dock_->setWindowTitle(tr("Layers"));
    progress_->setAccessibleName(tr("Progress"));
    cancel_->setText(tr("Cancel"));
    selected_->setAccessibleName(tr("Selected communes"));
    place_->setAccessibleName(tr("Place under the cursor"));
    retranslate_actions();
    refresh_title();
    refresh_selection();
}

void MainWindow::refresh_title()
{
    auto title = QStringLiteral("Marchland");
    if (project_) {
        auto const& about = project_->shown->about;
        title = QString::fromStdString(about.title) + QStringLiteral(" – ") + title;
        if (about.synthetic) {
            title += QStringLiteral(" – ") + tr("synthetic data");
        }
    }
    setWindowTitle(title);
}

void MainWindow::refresh_selection()
{
    auto const count = static_cast<int>(selection_.communes().size());
    auto text = tr("%n selected", nullptr, count);
    if (int const hidden = table_->hidden_selected(); hidden > 0) {
        text += tr(" (%n hidden by the search)", nullptr, hidden);
    }
    selected_->setText(text);
}

void MainWindow::show_place(geo::Point ground)
{
    if (!project_ || !project_->to_degrees) {
        return;
    }
    std::array points{ground};
    project_->to_degrees->apply(points);
    if (std::isfinite(points[0].x)) {
        auto const degrees = [](double value) { return QLocale{}.toString(value, 'f', 3); };
        place_->setText(tr("%1° N, %2° E").arg(degrees(points[0].y), degrees(points[0].x)));
    }
}

void MainWindow::say(QString const& message)
{
    statusBar()->showMessage(message, 8'000);
}

}  // namespace marchland::viewer
