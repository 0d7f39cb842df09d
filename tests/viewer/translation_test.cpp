#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace {

QString source_file(char const* name)
{
    return QString::fromUtf8(MARCHLAND_SOURCE) + QStringLiteral("/viewer/") +
           QString::fromUtf8(name);
}

QSet<QString> gaps(QString const& text)
{
    static QRegularExpression const gap{QStringLiteral("%\\d|%n")};
    QSet<QString> found;
    for (auto const& match : gap.globalMatch(text)) {
        found.insert(match.captured());
    }
    return found;
}

struct Message {
    QString source;
    QString translation;
    bool unfinished = false;
};

std::vector<Message> messages(char const* name)
{
    QFile file{source_file(name)};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml{&file};
    std::vector<Message> found;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QStringLiteral("source")) {
            found.push_back({xml.readElementText(), {}, false});
        } else if (xml.name() == QStringLiteral("translation")) {
            found.back().unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            found.back().translation =
                xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return found;
}

class Translation : public testing::TestWithParam<char const*> {};

}  // namespace

TEST_P(Translation, IsWholeAndKeepsItsGaps)
{
    auto const all = messages(GetParam());
    EXPECT_GT(all.size(), 40U);
    for (auto const& message : all) {
        EXPECT_FALSE(message.unfinished) << message.source.toStdString();
        EXPECT_FALSE(message.translation.isEmpty()) << message.source.toStdString();
        EXPECT_EQ(gaps(message.source), gaps(message.translation)) << message.source.toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Vietnamese, Translation,
                         testing::Values("marchland_vi.ts", "qtbase_vi.ts"));
