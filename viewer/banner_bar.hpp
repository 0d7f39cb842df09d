/// \file banner_bar.hpp
/// The bands that are always in sight: restricted, and made up where it is.
#pragma once

#include "cartography/map/banner.hpp"

#include <QWidget>

#include <vector>

namespace marchland::viewer {

class BannerBar : public QWidget {
    Q_OBJECT

public:
    explicit BannerBar(QWidget* parent = nullptr);

    void show_banners(std::vector<cartography::Banner> banners);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<cartography::Banner> banners_;
};

}  // namespace marchland::viewer
