#include "viewer/commune_table.hpp"

#include "viewer/commune_filter.hpp"
#include "viewer/commune_model.hpp"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QTableView>
#include <QVBoxLayout>

namespace marchland::viewer {

CommuneTable::CommuneTable(Selection& selection, QWidget* parent)
    : QWidget{parent},
      selection_{selection}, model_{new CommuneModel{this}}, filter_{new CommuneFilter{this}},
      search_{new QLineEdit}, view_{new QTableView}, found_{new QLabel}
{
    filter_->setSourceModel(model_);
    view_->setModel(filter_);
    build();
    retranslate();
    connect(search_, &QLineEdit::textChanged, this, &CommuneTable::search);
    connect(search_, &QLineEdit::returnPressed, this, &CommuneTable::choose_first);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CommuneTable::from_table);
    connect(&selection_, &Selection::changed, this, &CommuneTable::to_table);
}

void CommuneTable::build()
{
    auto* const layout = new QVBoxLayout{this};
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(search_);
    layout->addWidget(view_);
    layout->addWidget(found_);
    search_->setClearButtonEnabled(true);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setSortingEnabled(true);
    view_->sortByColumn(CommuneModel::rank, Qt::AscendingOrder);
    view_->setAlternatingRowColors(true);
    view_->setWordWrap(false);
    view_->setTabKeyNavigation(false);  // Tab leaves the table; arrows walk in it
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 8);
    view_->horizontalHeader()->setHighlightSections(false);
}

void CommuneTable::retranslate()
{
    search_->setPlaceholderText(tr("Find a commune (Ctrl+F)"));
    search_->setAccessibleName(tr("Find a commune by name or code"));
    view_->setAccessibleName(tr("Communes with risk, intervals and evidence"));
    found_->setAccessibleName(tr("How many communes are shown"));
    search();
}

void CommuneTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void CommuneTable::show_project(ProjectPtr project)
{
    QScopedValueRollback const guard{following_, true};
    model_->show(std::move(project));
    size_columns();
    search();
}

void CommuneTable::speak(cartography::Language language)
{
    model_->speak(language);
    size_columns();
}

void CommuneTable::size_columns()
{
    view_->resizeColumnsToContents();
}

void CommuneTable::focus_search()
{
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void CommuneTable::search()
{
    {
        QScopedValueRollback const guard{following_, true};  // hiding a row does not deselect it
        filter_->search(search_->text());
    }
    to_table();
    found_->setText(tr("%1 of %2 communes").arg(filter_->rowCount()).arg(model_->rowCount()));
    Q_EMIT searched();
}

void CommuneTable::choose_first()
{
    if (filter_->rowCount() > 0) {
        view_->selectRow(0);
        view_->setFocus();
    }
}

int CommuneTable::hidden_selected() const
{
    int hidden = 0;
    for (auto const id : selection_.communes()) {
        auto const source = model_->index(static_cast<int>(id), 0);
        hidden += filter_->mapFromSource(source).isValid() ? 0 : 1;
    }
    return hidden;
}

void CommuneTable::from_table()
{
    if (following_) {
        return;
    }
    std::vector<geo::CommuneId> communes;
    for (auto const& index : view_->selectionModel()->selectedRows()) {
        communes.push_back(static_cast<geo::CommuneId>(filter_->mapToSource(index).row()));
    }
    QScopedValueRollback const guard{following_, true};
    selection_.set(communes);
    if (communes.size() == 1) {
        Q_EMIT chosen(communes.front());
    }
}

void CommuneTable::to_table()
{
    if (following_) {
        return;
    }
    QScopedValueRollback const guard{following_, true};
    QItemSelection rows;
    QModelIndex first;
    for (auto const id : selection_.communes()) {
        auto const index = filter_->mapFromSource(model_->index(static_cast<int>(id), 0));
        if (index.isValid()) {
            rows.select(index, index);
            first = first.isValid() ? first : index;
        }
    }
    view_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect |
                                              QItemSelectionModel::Rows);
    if (first.isValid()) {
        view_->scrollTo(first);
    }
}

}  // namespace marchland::viewer
