#include "viewer/commune_model.hpp"

#include "cartography/words/map_texts.hpp"
#include "cartography/words/numbers.hpp"
#include "cartography/words/place_texts.hpp"
#include "geo/vocabulary/text.hpp"
#include "results/reading.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace marchland::viewer {

using namespace cartography;
using results::CommuneRow;

namespace {

constexpr double last = std::numeric_limits<double>::max();  ///< the unknown go to the end

double known_or(double value, double otherwise)
{
    return std::isfinite(value) ? value : otherwise;
}

int strength(results::Evidence evidence)
{
    return static_cast<int>(evidence);  // in this order
}

QString name_and_code(results::CommuneRow const& row)
{
    return QString::fromStdString(row.name + ' ' + row.code);
}

}  // namespace

void CommuneModel::show(ProjectPtr project)
{
    beginResetModel();
    project_ = std::move(project);
    folded_.clear();
    if (project_) {
        for (auto const& row : project_->shown->communes) {
            folded_.push_back(QString::fromStdString(geo::folded(row.name + ' ' + row.code)));
        }
    }
    endResetModel();
}

void CommuneModel::speak(Language language)
{
    language_ = language;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, column_count - 1);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
    }
}

int CommuneModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() || !project_ ? 0 : static_cast<int>(project_->shown->communes.size());
}

int CommuneModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : column_count;
}

QString CommuneModel::text(results::CommuneRow const& row, int column) const
{
    Words const words{language_};
    if (has_no_information(row) && (column == risk || column == expected)) {
        return words(text::no_information);  // the model's guess must not read as an estimate
    }
    if (is_low_by_missing_hours(row) && column == risk) {
        return words(text::hours_unknown);
    }
    switch (column) {
    case rank:
        return is_ranked(row)
                   ? rank_text(static_cast<double>(row.rank), row.rank_lower, row.rank_upper)
                   : words(text::none_known);
    case name:
        return QString::fromStdString(row.name);
    case risk:
        return with_interval(row.relative_risk, row.lower, row.upper, language_);
    case expected:
        return with_interval(row.expected, row.expected_lower, row.expected_upper, language_);
    case evidence:
        return evidence_word(row.evidence, words);
    case detected:
        return banded(row.cases, language_);
    case hours:
        return number(row.hours_to_crossing, 1, language_);
    case code:
        return QString::fromStdString(row.code);
    default:
        return {};
    }
}

QVariant CommuneModel::order(results::CommuneRow const& row, int column)
{
    if ((has_no_information(row) && (column == risk || column == expected)) ||
        (is_low_by_missing_hours(row) && column == risk)) {
        return -1.0;
    }
    switch (column) {
    case rank:
        return is_ranked(row) ? static_cast<double>(row.rank) : last;
    case name:
        return QString::fromStdString(row.name);
    case risk:
        return known_or(row.relative_risk, -1.0);
    case expected:
        return known_or(row.expected, -1.0);
    case evidence:
        return strength(row.evidence);
    case detected:
        return known_or(row.cases, -1.0);
    case hours:
        return known_or(row.hours_to_crossing, last);
    case code:
        return QString::fromStdString(row.code);
    default:
        return {};
    }
}

QVariant CommuneModel::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    auto const row = static_cast<std::size_t>(index.row());
    auto const& commune = project_->shown->communes[row];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(commune, index.column());
    case sort_role:
        return order(commune, index.column());
    case folded_role:
        return folded_[row];
    case exact_role:
        return name_and_code(commune).toLower();
    case Qt::TextAlignmentRole:
        return index.column() == name || index.column() == evidence
                   ? QVariant{Qt::AlignLeft | Qt::AlignVCenter}
                   : QVariant{Qt::AlignRight | Qt::AlignVCenter};
    default:
        return {};
    }
}

QVariant CommuneModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case rank:
        return tr("Rank (90 %)");
    case name:
        return tr("Commune");
    case risk:
        return tr("Relative risk (90 %)");
    case expected:
        return tr("Expected a year (90 %)");
    case evidence:
        return tr("Evidence");
    case detected:
        return tr("Detected");
    case hours:
        return tr("Hours to official crossing");
    case code:
        return tr("Code");
    default:
        return {};
    }
}

}  // namespace marchland::viewer
