// Private: pieces of a page. Whatever comes from data goes through safe().
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace marchland::cartography::html {

QString safe(QString const& text);
QString safe(std::string const& text);

/// <tag attributes>content</tag>; content is HTML already.
QString element(QString const& tag, QString const& content, QString const& attributes = {});
QString paragraph(QString const& content, QString const& attributes = {});
QString section(QString const& id, QString const& heading, QString const& content);
QString list(QStringList const& items);

/// Text in a language other than the page's.
QString in_english(QString const& content);

struct Table {
    QString caption;  ///< read out by screen readers
    QStringList head;
    std::vector<QStringList> rows;  ///< cells as HTML; the cell `row_header` names the row
    qsizetype row_header = 0;
};

/// Scrolls by itself on narrow screens.
QString table(Table const& table);

}  // namespace marchland::cartography::html
