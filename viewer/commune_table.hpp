/// \file commune_table.hpp
/// Search field and table of communes, tied to the selection in both directions.
#pragma once

#include "cartography/words/words.hpp"
#include "viewer/project.hpp"
#include "viewer/selection.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace marchland::viewer {

class CommuneFilter;
class CommuneModel;

class CommuneTable : public QWidget {
    Q_OBJECT

public:
    explicit CommuneTable(Selection& selection, QWidget* parent = nullptr);

    void show_project(ProjectPtr project);
    void speak(cartography::Language language);
    void focus_search();

    QTableView& view() { return *view_; }
    QLineEdit& search_field() { return *search_; }

    /// Selected communes that the search hides.
    int hidden_selected() const;

Q_SIGNALS:
    void searched();
    void chosen(geo::CommuneId id);  ///< somebody picked this one here: a map should show it

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void search();
    void choose_first();
    void from_table();
    void to_table();
    void size_columns();

    Selection& selection_;
    CommuneModel* model_;
    CommuneFilter* filter_;
    QLineEdit* search_;
    QTableView* view_;
    QLabel* found_;
    bool following_ = false;  ///< the table is being set, not used
};

}  // namespace marchland::viewer
