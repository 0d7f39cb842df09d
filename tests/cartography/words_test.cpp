#include "cartography/words/words.hpp"

#include "cartography/words/dates.hpp"
#include "cartography/words/map_texts.hpp"
#include "cartography/words/named.hpp"
#include "geo/vocabulary/error.hpp"

#include <QDirIterator>
#include <QFile>

#include <gtest/gtest.h>

#include <type_traits>

using namespace marchland;
using namespace marchland::cartography;

// A text that misses a language does not compile, whatever the flags.
static_assert(!std::is_default_constructible_v<Text>);
static_assert(!std::is_constructible_v<Text, std::u16string_view>);
static_assert(!std::is_convertible_v<std::u16string_view, Text>);
static_assert(is_whole(u"Đã lưu %1", u"Saved %1"));
static_assert(!is_whole(u"", u"Saved"));
static_assert(!is_whole(u"Đã lưu", u""));
static_assert(!is_whole(u"Đã lưu %1", u"Saved %2"));
static_assert(!is_whole(u"Đa\u0303 lưu", u"Saved"));  // a tilde by itself

namespace {

constexpr Words vi{Language::vietnamese};
constexpr Words en{Language::english};

std::string told(QString const& words)
{
    return words.toStdString();
}

/// The files that hold the texts, as they are written.
QStringList catalogue()
{
    QStringList files;
    QDirIterator folder{QStringLiteral(MARCHLAND_SOURCE "/cartography/words"),
                        {QStringLiteral("*_texts.hpp")}};
    while (folder.hasNext()) {
        QFile file{folder.next()};
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        files += QString::fromUtf8(file.readAll());
    }
    return files;
}

}  // namespace

TEST(Words, AreSaidInEitherLanguage)
{
    EXPECT_EQ(told(vi(text::restricted)), "LƯU HÀNH NỘI BỘ (RESTRICTED)");
    EXPECT_EQ(told(en(text::restricted)), "RESTRICTED");
}

TEST(Words, BannedWordingIsAbsent)
{
    auto const files = catalogue();
    EXPECT_GE(files.size(), 6);
    for (auto const& file : files) {
        for (auto const* banned :
             {"risky people", "best route", "dangerous people", "người nguy hiểm",
              "tuyến đường tốt nhất", "phơi nhiễm", "bằng chứng", "nỗ lực", "xuất thân", "dự kiến",
              "hành lang", "vùng an toàn"}) {
            EXPECT_FALSE(file.contains(QString::fromUtf8(banned), Qt::CaseInsensitive)) << banned;
        }
    }
}

TEST(Words, AnIntervalDoesNotReadAsAbout)
{
    for (auto const& file : catalogue()) {
        EXPECT_FALSE(file.contains(QString::fromUtf8("khoảng 90")));
    }
}

TEST(Words, SayWhatTheCorrectionHolds)
{
    results::About about;
    about.fdr = 0.05;
    for (auto const* share : {"benjamini-hochberg", "benjamini-yekutieli"}) {
        about.correction = share;
        EXPECT_EQ(told(false_finds(about, en)),
                  "share of false finds at most 5 % (false discovery rate)");
        EXPECT_EQ(told(false_finds(about, vi)), "tỷ lệ báo động giả (FDR) không quá 5%");
    }
    for (auto const* any : {"holm", "bonferroni"}) {
        about.correction = any;
        EXPECT_EQ(told(false_finds(about, en)),
                  "chance of one false find at most 5 % (family-wise error rate)");
        EXPECT_FALSE(false_finds(about, vi).contains(QStringLiteral("FDR")));
    }
}

TEST(Words, GroupsRulesAndModelsInTheLanguageOfThePage)
{
    EXPECT_EQ(told(group_word(results::ChangeScope::sex, "F", vi)), "Giới tính: nữ");
    EXPECT_EQ(told(group_word(results::ChangeScope::form, "forced_labour", vi)),
              "Hình thức: cưỡng bức lao động");
    EXPECT_EQ(told(group_word(results::ChangeScope::age, "18-24", vi)), "Nhóm tuổi: 18–24");
    EXPECT_EQ(told(group_word(results::ChangeScope::form, "a new one", en)), "Form: a new one");
    EXPECT_EQ(told(rule_word("last year's list", vi)), "danh sách năm trước");
    EXPECT_TRUE(model_word("bym2", vi).startsWith(QStringLiteral("BYM2")));
}

TEST(Words, DatesAsPeopleWriteThem)
{
    EXPECT_EQ(told(date_text("2025-07-01", Language::vietnamese)), "01/7/2025");
    EXPECT_EQ(told(date_text("2025-02-28", Language::vietnamese)), "28/02/2025");
    EXPECT_EQ(told(date_text("2025-06", Language::vietnamese)), "tháng 6/2025");
    EXPECT_EQ(told(date_text("2025-06", Language::english)), "2025-06");
    EXPECT_EQ(told(date_text("reform of 2025", Language::vietnamese)), "reform of 2025");
    EXPECT_EQ(told(span_text("2022-07 to 2024-06", vi)), "7/2022–6/2024");
    EXPECT_EQ(told(span_text("2024", vi)), "2024");
}

TEST(Words, LanguagesByCode)
{
    EXPECT_EQ(language_of("vi"), Language::vietnamese);
    EXPECT_EQ(language_of("en"), Language::english);
    EXPECT_THROW(language_of("xx"), geo::Error);
    EXPECT_EQ(code_of(Language::english), QStringLiteral("en"));
}
