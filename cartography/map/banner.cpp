#include "cartography/map/banner.hpp"

#include "cartography/map/draw.hpp"
#include "cartography/themes/palette.hpp"
#include "cartography/words/map_texts.hpp"

#include <QFontMetricsF>

namespace marchland::cartography {

std::vector<Banner> banners_for(results::About const& about, Words const& words)
{
    std::vector<Banner> banners{
        {words(text::restricted), words(text::restricted_why), colour::restricted, 0xffffffffU}};
    if (about.synthetic) {
        banners.push_back(
            {words(text::synthetic), words(text::synthetic_why), colour::synthetic, colour::ink});
    }
    return banners;
}

void draw_banner(QPainter& painter, QRectF const& box, Banner const& banner, double size)
{
    painter.save();
    painter.fillRect(box, QColor{banner.ground});
    painter.setPen(QColor{banner.ink});
    auto const bold = map_font(11.0 * size, true);
    auto const inner = box.adjusted(12.0 * size, 0.0, -12.0 * size, 0.0);
    painter.setFont(bold);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, banner.title);
    double const wide = QFontMetricsF{bold}.horizontalAdvance(banner.title) + 12.0 * size;
    painter.setFont(map_font(10.0 * size));
    auto const rest = inner.adjusted(wide, 0.0, 0.0, 0.0);
    painter.drawText(
        rest, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF{painter.font()}.elidedText(banner.words, Qt::ElideRight, rest.width()));
    painter.restore();
}

QString role_text(results::About const& about, Words const& words)
{
    return about.role == "origin" ? words(text::role_origin)
                                  : words(text::role_other).arg(QString::fromStdString(about.role));
}

}  // namespace marchland::cartography
