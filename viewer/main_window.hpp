/// \file main_window.hpp
/// The window: map, table, layers, banner. It ties them together and computes nothing.
#pragma once

#include "viewer/language.hpp"
#include "viewer/project.hpp"
#include "viewer/selection.hpp"
#include "viewer/task.hpp"

#include <QMainWindow>

#include <filesystem>
#include <vector>

class QAction;
class QDockWidget;
class QLabel;
class QMenu;
class QProgressBar;
class QToolButton;

namespace marchland::viewer {

class BannerBar;
class CommuneTable;
class LayerPanel;
class MapView;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(LanguageSwitch& language, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens off the GUI thread; opened() or trouble() follows.
    void open(std::filesystem::path const& named);
    void show_project(ProjectPtr project);
    void speak(cartography::Language language);

    MapView& map() { return *map_; }
    CommuneTable& table() { return *table_; }
    LayerPanel& layers() { return *layers_; }
    Selection& selection() { return selection_; }
    bool busy() const { return task_.running(); }

Q_SIGNALS:
    void opened();
    void trouble(QString const& message);
    void spoke(cartography::Language language);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void build_status();
    void build_actions();
    QAction* add_action(QMenu* menu, QKeySequence const& keys, std::function<void()> const& act);
    void connect_parts();
    void retranslate();
    void retranslate_actions();
    void refresh_title();
    void refresh_selection();
    void show_place(geo::Point ground);
    void say(QString const& message);

    void choose_folder();
    void save_map();
    void save_report();
    void about();

    LanguageSwitch& language_;
    Selection selection_;
    ProjectPtr project_;
    Task task_;

    BannerBar* banners_;
    MapView* map_;
    CommuneTable* table_;
    LayerPanel* layers_;
    QDockWidget* table_dock_;
    QDockWidget* layers_dock_;
    QLabel* selected_;
    QLabel* place_;
    QProgressBar* progress_;
    QToolButton* cancel_;

    QMenu* file_menu_ = nullptr;
    QMenu* view_menu_ = nullptr;
    QMenu* language_menu_ = nullptr;
    QMenu* help_menu_ = nullptr;
    QAction* open_ = nullptr;
    QAction* save_map_ = nullptr;
    QAction* save_report_ = nullptr;
    QAction* quit_ = nullptr;
    QAction* fit_ = nullptr;
    QAction* nearer_ = nullptr;
    QAction* farther_ = nullptr;
    QAction* find_ = nullptr;
    QAction* vietnamese_ = nullptr;
    QAction* english_ = nullptr;
    QAction* about_ = nullptr;
};

}  // namespace marchland::viewer
