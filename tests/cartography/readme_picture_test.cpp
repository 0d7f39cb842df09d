// The picture in the README is one of the training region as this version draws it.
#include "tests/support/sample_study.hpp"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cmath>

namespace {

QString const picture = QStringLiteral(MARCHLAND_SOURCE "/docs/images/lang-son-map.png");

/// Share of the pixels that differ clearly in a channel. Fonts and encoders of another release blur letters.
double share_that_differs(QImage const& one, QImage const& other)
{
    constexpr int clearly = 48;
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            auto const a = one.pixel(x, y);
            auto const b = other.pixel(x, y);
            int const most = std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                       std::abs(qBlue(a) - qBlue(b))});
            different += most > clearly ? 1 : 0;
        }
    }
    return static_cast<double>(different) / (one.width() * one.height());
}

}  // namespace

TEST(ReadmePicture, IsTheMapOfTheTrainingRegion)
{
    QTemporaryDir const folder;
    auto const out = folder.filePath(QStringLiteral("out")).toStdString();
    auto const ran = marchland::tests::run_shell("'" MARCHLAND_PROGRAM "' run '" MARCHLAND_SOURCE
                                                 "/datasets/lang-son' -o '" +
                                                 out + "' --quiet");
    ASSERT_EQ(ran.code, 0) << ran.err;
    QImage const map{QString::fromStdString(out + "/map.png")};
    ASSERT_FALSE(map.isNull());
    auto const drawn = map.scaledToWidth(map.width() / 2, Qt::SmoothTransformation);
    QImage const shown{picture};
    auto const made = QStringLiteral("readme-picture.png");
    drawn.save(made);
    ASSERT_EQ(shown.size(), drawn.size());
    EXPECT_LT(share_that_differs(shown, drawn), 0.01)
        << "copy " << QDir::current().filePath(made).toStdString()
        << " to docs/images/lang-son-map.png";
}

TEST(ReadmePicture, AnotherMapWouldBeNoticed)
{
    QImage const shown{picture};
    ASSERT_FALSE(shown.isNull());
    EXPECT_GT(share_that_differs(shown, shown.mirrored(true, false)), 0.05);
}
