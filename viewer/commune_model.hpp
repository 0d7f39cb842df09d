/// \file commune_model.hpp
/// The communes of a project as a table. Shows what the results hold and computes nothing.
#pragma once

#include "cartography/words/words.hpp"
#include "viewer/project.hpp"

#include <QAbstractTableModel>

#include <vector>

namespace marchland::viewer {

class CommuneModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnIndex { rank, name, risk, expected, evidence, detected, hours, code, column_count };
    enum Role {
        sort_role = Qt::UserRole,  ///< a number or a text to order by
        folded_role,               ///< name and code without marks, lower case: what search reads
        exact_role,                ///< name and code in lower case with marks
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(ProjectPtr project);
    void speak(cartography::Language language);

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(results::CommuneRow const& row, int column) const;
    static QVariant order(results::CommuneRow const& row, int column);

    ProjectPtr project_;
    cartography::Language language_ = cartography::Language::vietnamese;
    std::vector<QString> folded_;
};

}  // namespace marchland::viewer
