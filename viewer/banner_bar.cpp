#include "viewer/banner_bar.hpp"

#include <QPainter>

namespace marchland::viewer {

namespace {

constexpr int band_high = 24;

}  // namespace

BannerBar::BannerBar(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void BannerBar::show_banners(std::vector<cartography::Banner> banners)
{
    banners_ = std::move(banners);
    QStringList texts;
    for (auto const& banner : banners_) {
        texts += banner.title + QStringLiteral(": ") + banner.words;
    }
    setAccessibleName(texts.join(QStringLiteral(". ")));
    setToolTip(texts.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize BannerBar::sizeHint() const
{
    return {300, band_high * static_cast<int>(banners_.size())};
}

QSize BannerBar::minimumSizeHint() const
{
    return {100, sizeHint().height()};
}

void BannerBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    double top = 0.0;
    for (auto const& banner : banners_) {
        cartography::draw_banner(painter, {0.0, top, static_cast<double>(width()), band_high},
                                 banner, 0.9);
        top += band_high;
    }
}

}  // namespace marchland::viewer
