#include "viewer/commune_filter.hpp"

#include "geo/vocabulary/text.hpp"
#include "viewer/commune_model.hpp"

namespace marchland::viewer {

CommuneFilter::CommuneFilter(QObject* parent) : QSortFilterProxyModel{parent}
{
    setSortRole(CommuneModel::sort_role);
    setSortLocaleAware(true);
    setDynamicSortFilter(true);
}

void CommuneFilter::search(QString const& words)
{
    exact_ = words.trimmed().normalized(QString::NormalizationForm_C).toLower();
    folded_ = QString::fromStdString(geo::folded(exact_.toStdString()));
    invalidate();
}

bool CommuneFilter::filterAcceptsRow(int row, QModelIndex const& parent) const
{
    return folded_.isEmpty() || sourceModel()
                                    ->index(row, CommuneModel::name, parent)
                                    .data(CommuneModel::folded_role)
                                    .toString()
                                    .contains(folded_);
}

bool CommuneFilter::is_exact(QModelIndex const& index) const
{
    return index.data(CommuneModel::exact_role).toString().contains(exact_);
}

bool CommuneFilter::lessThan(QModelIndex const& left, QModelIndex const& right) const
{
    if (!exact_.isEmpty() && exact_ != folded_) {
        bool const first = is_exact(left);
        if (first != is_exact(right)) {
            return first == (sortOrder() == Qt::AscendingOrder);  // on top in either order
        }
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace marchland::viewer
