#include "cartography/words/dates.hpp"

#include "cartography/words/work_texts.hpp"

#include <QStringList>

#include <algorithm>

namespace marchland::cartography {

using namespace Qt::StringLiterals;

namespace {

/// 6/2025 and 30/6/2025; a text of another form stays as it is.
QString numbered(QString const& text, Language language)
{
    auto const parts = text.split(u'-');
    bool ok = parts.size() == 2 || parts.size() == 3;
    for (auto const& part : parts) {
        ok = ok && !part.isEmpty() &&
             std::ranges::all_of(part, [](QChar letter) { return letter.isDigit(); });
    }
    if (language == Language::english || !ok) {
        return text;
    }
    // Nghị định 30/2020: a nought before days below 10 and before the months 1 and 2 alone.
    int const month = parts[1].toInt();
    auto const year = u"/"_s + parts[0];
    auto const named = (month < 3 ? u"0"_s : u""_s) + QString::number(month);
    return parts.size() == 2 ? QString::number(month) + year
                             : parts[2].rightJustified(2, u'0') + u'/' + named + year;
}

}  // namespace

QString date_text(std::string const& date, Language language)
{
    auto const text = QString::fromStdString(date);
    auto const told = numbered(text, language);
    bool const month = told != text && told.count(u'/') == 1;
    return (month ? u"tháng "_s : u""_s) + told;
}

QString span_text(std::string const& span, Words const& words)
{
    auto const ends = QString::fromStdString(span).split(u" to "_s);
    if (ends.size() != 2) {
        return QString::fromStdString(span);
    }
    return words(text::span)
        .arg(numbered(ends[0], words.language()), numbered(ends[1], words.language()));
}

}  // namespace marchland::cartography
