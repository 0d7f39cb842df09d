#include "cartography/words/words.hpp"

#include "geo/vocabulary/error.hpp"

#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

#include <span>

using namespace marchland;
using namespace marchland::cartography;

namespace {

/// The catalogue is nothing but texts, so it can be walked.
std::span<QString const> all(Words const& words)
{
    static_assert(sizeof(Words) % sizeof(QString) == 0);
    return {&words.code, sizeof(Words) / sizeof(QString)};
}

QSet<QString> gaps(QString const& text)
{
    static QRegularExpression const gap{QStringLiteral("%\\d")};
    QSet<QString> found;
    for (auto const& match : gap.globalMatch(text)) {
        found.insert(match.captured());
    }
    return found;
}

}  // namespace

TEST(Words, EveryTextStandsInBothLanguagesWithTheSameGaps)
{
    auto const en = all(words_in(Language::english));
    auto const vi = all(words_in(Language::vietnamese));
    ASSERT_EQ(en.size(), vi.size());
    for (std::size_t i = 0; i < en.size(); ++i) {
        EXPECT_FALSE(en[i].isEmpty()) << "text " << i;
        EXPECT_FALSE(vi[i].isEmpty()) << en[i].toStdString();
        EXPECT_EQ(gaps(en[i]), gaps(vi[i])) << en[i].toStdString();
        EXPECT_EQ(vi[i], vi[i].normalized(QString::NormalizationForm_C)) << vi[i].toStdString();
    }
}

TEST(Words, BannedWordingIsAbsent)
{
    for (auto const language : {Language::english, Language::vietnamese}) {
        for (auto const& text : all(words_in(language))) {
            for (auto const* banned : {"risky people", "best route", "dangerous people",
                                       "người nguy hiểm", "tuyến đường tốt nhất"}) {
                EXPECT_FALSE(text.contains(QString::fromUtf8(banned), Qt::CaseInsensitive))
                    << text.toStdString();
            }
        }
    }
}

TEST(Words, LanguagesByCode)
{
    EXPECT_EQ(language_of("vi"), Language::vietnamese);
    EXPECT_EQ(language_of("en"), Language::english);
    EXPECT_THROW(language_of("xx"), geo::Error);
}
