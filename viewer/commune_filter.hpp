/// \file commune_filter.hpp
/// Sorts and searches the communes: "dong dang" finds Đồng Đăng, and what is typed with marks comes
/// first.
#pragma once

#include <QSortFilterProxyModel>

namespace marchland::viewer {

class CommuneFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit CommuneFilter(QObject* parent = nullptr);

    void search(QString const& words);

protected:
    bool filterAcceptsRow(int row, QModelIndex const& parent) const override;
    bool lessThan(QModelIndex const& left, QModelIndex const& right) const override;

private:
    bool is_exact(QModelIndex const& index) const;

    QString exact_;   ///< as typed, lower case
    QString folded_;  ///< without marks
};

}  // namespace marchland::viewer
