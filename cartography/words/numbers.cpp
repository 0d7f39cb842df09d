#include "cartography/words/numbers.hpp"

#include "cartography/words/place_texts.hpp"
#include "geo/vocabulary/text.hpp"

#include <cmath>

namespace marchland::cartography {

using namespace Qt::StringLiterals;

namespace {

/// The digits of a number with the marks of the language: 1.269,5 or 1,269.5.
QString in(Language language, std::string const& digits)
{
    bool const vietnamese = language == Language::vietnamese;
    auto text = QString::fromStdString(digits);
    auto const point = text.indexOf(u'.');
    if (point >= 0) {
        text[point] = vietnamese ? u',' : u'.';
    }
    qsizetype const first = text.startsWith(u'-') ? 1 : 0;
    for (auto at = (point < 0 ? text.size() : point) - 3; at > first; at -= 3) {
        text.insert(at, vietnamese ? u'.' : u',');
    }
    return text;
}

/// Vietnamese sets no blank before the sign.
QString percent_sign(Language language)
{
    return language == Language::vietnamese ? u"%"_s : u" %"_s;
}

int digits_for(double value)
{
    double const size = std::abs(value);
    return size >= 9.95 ? 0 : size >= 0.995 ? 1 : 2;
}

}  // namespace

QString number(double value, int digits, Language language)
{
    return std::isfinite(value) ? in(language, geo::fixed(value, digits)) : u"–"_s;
}

QString figure(double value, Language language)
{
    return number(value, digits_for(value), language);
}

QString with_interval(double value, double lower, double upper, Language language)
{
    if (!std::isfinite(value)) {
        return u"–"_s;
    }
    if (!std::isfinite(lower) || !std::isfinite(upper)) {
        return figure(value, language) + u" (?)"_s;
    }
    return u"%1 (%2–%3)"_s.arg(figure(value, language), figure(lower, language),
                               figure(upper, language));
}

QString percent(double share, Language language)
{
    return std::isfinite(share) ? number(100.0 * share, 0, language) + percent_sign(language)
                                : u"–"_s;
}

QString chance(double probability, Language language)
{
    return probability < 0.01   ? u"< 1"_s + percent_sign(language)
           : probability > 0.99 ? u"> 99"_s + percent_sign(language)
                                : percent(probability, language);
}

QString p_value(double probability, Language language)
{
    return probability < 0.001 ? u"< "_s + number(0.001, 3, language)
                               : number(probability, 3, language);
}

QString share_with_interval(double value, double lower, double upper, Language language)
{
    if (!std::isfinite(value)) {
        return u"–"_s;
    }
    if (!std::isfinite(lower) || !std::isfinite(upper)) {
        return percent(value, language) + u" (?)"_s;
    }
    return u"%1 (%2–%3)"_s.arg(percent(value, language), number(100.0 * lower, 0, language),
                               percent(upper, language));
}

QString plain(double value, Language language)
{
    return in(language, geo::shortest(value));
}

QString whole(std::int64_t count, Language language)
{
    return in(language, std::to_string(count));
}

QString banded(double count, Language language)
{
    if (!std::isfinite(count)) {
        return u"–"_s;
    }
    return count < 0.5    ? u"0"_s
           : count < 4.5  ? u"1–4"_s
           : count < 10.5 ? u"5–10"_s
           : count < 19.5 ? u"11–19"_s
                          : Words{language}(text::banded_most);
}

QString rank_text(double rank, double lower, double upper)
{
    auto const whole = [](double value) { return QString::number(std::lround(value)); };
    if (!std::isfinite(lower) || !std::isfinite(upper)) {
        return whole(rank);
    }
    return u"%1 (%2–%3)"_s.arg(whole(rank), whole(lower), whole(upper));
}

}  // namespace marchland::cartography
