#include "cartography/report/html.hpp"

namespace marchland::cartography::html {

using namespace Qt::StringLiterals;

QString safe(QString const& text)
{
    return text.toHtmlEscaped();
}

QString safe(std::string const& text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString element(QString const& tag, QString const& content, QString const& attributes)
{
    auto const space = attributes.isEmpty() ? QString{} : u" "_s;
    return u"<"_s + tag + space + attributes + u">"_s + content + u"</"_s + tag + u">\n"_s;
}

QString paragraph(QString const& content, QString const& attributes)
{
    return element(u"p"_s, content, attributes);
}

QString section(QString const& id, QString const& heading, QString const& content)
{
    auto const label = u"id=\"%1\" aria-labelledby=\"%1-h\""_s.arg(id);
    return element(u"section"_s, element(u"h2"_s, heading, u"id=\"%1-h\""_s.arg(id)) + content,
                   label);
}

QString list(QStringList const& items)
{
    QString content;
    for (auto const& item : items) {
        content += element(u"li"_s, item);
    }
    return element(u"ul"_s, content);
}

QString in_english(QString const& content)
{
    return u"<span lang=\"en\">"_s + content + u"</span>"_s;
}

namespace {

QString head_row(QStringList const& cells)
{
    QString row;
    for (auto const& cell : cells) {
        row += element(u"th"_s, cell, u"scope=\"col\""_s);
    }
    return element(u"thead"_s, element(u"tr"_s, row));
}

QString body_row(QStringList const& cells, qsizetype row_header)
{
    QString row;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        row += i == row_header ? element(u"th"_s, cells[i], u"scope=\"row\""_s)
                               : element(u"td"_s, cells[i]);
    }
    return element(u"tr"_s, row);
}

}  // namespace

QString table(Table const& table)
{
    QString body;
    for (auto const& row : table.rows) {
        body += body_row(row, table.row_header);
    }
    auto const whole =
        element(u"caption"_s, table.caption) + head_row(table.head) + element(u"tbody"_s, body);
    return element(
        u"div"_s, element(u"table"_s, whole),
        u"class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%1\""_s.arg(table.caption));
}

}  // namespace marchland::cartography::html
