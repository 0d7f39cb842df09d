#include "cartography/map/map_picture.hpp"

#include "cartography/map/banner.hpp"
#include "cartography/map/draw.hpp"
#include "cartography/map/legend.hpp"
#include "cartography/themes/palette.hpp"
#include "cartography/tiles/levels.hpp"
#include "cartography/tiles/pixels.hpp"
#include "cartography/words/dates.hpp"
#include "cartography/words/map_texts.hpp"
#include "geo/vocabulary/error.hpp"
#include "results/reading.hpp"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QPen>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <memory>

namespace marchland::cartography {

using results::Results;

namespace {

/// All lengths of the sheet are those of a sheet of this width.
constexpr double design_width = 1000.0;

/// What goes onto the sheet, and how large it is.
struct Sheet {
    results::Results const& results;
    Words words;
    std::vector<Banner> banners;
    Theme theme;
    Scene const& scene;
    std::vector<LegendRow> legend;
    QString cannot_tell;
    double unit = 1.0;  ///< pixels per length of the design
    QRectF map;
    QRectF side;
    double height = 0.0;  ///< pixels
};

constexpr double banner_high = 22.0;
constexpr double title_high = 62.0;
constexpr double foot_high = 20.0;
constexpr double margin = 14.0;
constexpr double side_wide = 216.0;

QString cannot_tell_text(results::Results const& results, Words const& words)
{
    auto const group = rank_group(results);
    return group.like_first == 0
               ? QString{}
               : words(text::cannot_tell_map).arg(group.like_first).arg(group.ranked);
}

/// Legend beside the map; the map as high as its region asks, within reason.
void lay_out(Sheet& sheet, int width)
{
    double const u = width / design_width;
    sheet.unit = u;
    double const top = (static_cast<double>(sheet.banners.size()) * banner_high + title_high) * u;
    double const map_wide = (design_width - side_wide - 3.0 * margin) * u;
    auto const& box = sheet.scene.box;
    double const shape = box.empty() ? 1.0 : box.height() / std::max(box.width(), 1.0);
    double const legend = legend_height(sheet.legend, side_wide * u, u) + 60.0 * u;
    double const map_high = std::max(std::clamp(shape, 0.45, 1.25) * map_wide, legend);
    sheet.map = {margin * u, top, std::floor(map_wide), std::ceil(map_high)};
    sheet.side = {sheet.map.right() + margin * u, top, side_wide * u, map_high};
    sheet.height = std::ceil(sheet.map.bottom() + (foot_high + 8.0) * u);
}

QImage communes_picture(Sheet const& sheet, geo::Boundaries const& boundaries, View const& view,
                        geo::Job const& job)
{
    // The picture borrows the boundaries for as long as it is drawn: nobody deletes them here.
    std::shared_ptr<geo::Boundaries const> const borrowed{&boundaries, [](auto const*) {}};
    Levels const levels{borrowed};
    auto const width = static_cast<int>(view.size.width());
    auto const height = static_cast<int>(view.size.height());
    IdGrid grid{width + 1, height + 1, view.ground({0.0, 0.0}), view.metres_per_point,
                boundaries.size()};
    levels.fill(grid, job);
    double const across = levels.median_commune_m() / view.metres_per_point / sheet.unit * 2.0;
    return coloured(grid, lut_of(sheet.theme), {colour::outline, outline_strength(across)},
                    0.5 * sheet.unit);
}

/// The state of a painter, given back at the end of the scope, also where drawing is stopped.
class SavedState {
public:
    explicit SavedState(QPainter& painter) : painter_{painter} { painter_.save(); }
    ~SavedState() { painter_.restore(); }
    SavedState(SavedState const&) = delete;
    SavedState& operator=(SavedState const&) = delete;

private:
    QPainter& painter_;
};

void draw_layers(QPainter& painter, Sheet const& sheet, geo::Boundaries const& boundaries,
                 Layers const& layers, geo::Job const& job)
{
    auto const view = fitting(sheet.scene.box, sheet.map.size(), 0.04);
    double const size = 0.85 * sheet.unit;
    SavedState const state{painter};
    painter.setClipRect(sheet.map);
    painter.translate(sheet.map.topLeft());
    painter.fillRect(QRectF{QPointF{}, sheet.map.size()}, QColor{colour::ground});
    if (layers.communes) {
        painter.drawImage(0, 0, communes_picture(sheet, boundaries, view, job));
    }
    draw_lines(painter, view, sheet.scene, layers, size);
    job.at(1.0);
    draw_marks(painter, view, sheet.scene, layers, size);
    job.at(1.0);
    draw_labels(painter, view, sheet.scene, layers, size);
    draw_scale_bar(painter, {12.0 * size, sheet.map.height() - 12.0 * size}, view.metres_per_point,
                   sheet.words(text::kilometres), size);
    draw_north(painter, {sheet.map.width() - 22.0 * size, 10.0 * size}, sheet.words(text::north),
               size);
}

void draw_map(QPainter& painter, Sheet const& sheet, geo::Boundaries const& boundaries,
              Layers const& layers, geo::Job const& job)
{
    draw_layers(painter, sheet, boundaries, layers, job);
    painter.setPen(QPen{QColor{colour::outline}, 0.6 * sheet.unit});
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(sheet.map);
}

void draw_title(QPainter& painter, Sheet const& sheet, double top)
{
    auto const& about = sheet.results.about;
    double const u = sheet.unit;
    QRectF line{margin * u, top + 5.0 * u, (design_width - 2.0 * margin) * u, 26.0 * u};
    painter.setPen(QColor{colour::ink});
    painter.setFont(map_font(14.0 * u, true));
    auto title = sheet.theme.title;
    if (!about.title.empty()) {
        title = QString::fromStdString(about.title) + QStringLiteral(" – ") + title.toLower();
    }
    title = QFontMetricsF{painter.font()}.elidedText(title, Qt::ElideRight, line.width());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    line.moveTop(line.bottom() + 1.0 * u);
    line.setHeight(18.0 * u);
    painter.setFont(map_font(9.0 * u));
    painter.setPen(QColor{colour::faint_ink});
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, role_text(about, sheet.words));
}

QString window_text(results::About const& about, Words const& words)
{
    auto const date = [&words](std::string const& text) {
        return date_text(text, words.language());
    };
    QStringList parts;
    if (!about.window_from.empty() && !about.window_to.empty()) {
        parts += words(text::window).arg(date(about.window_from), date(about.window_to));
    }
    if (!about.data_date.empty()) {
        parts += words(text::data_as_of).arg(date(about.data_date));
    }
    return parts.join(QStringLiteral(" · "));
}

void draw_side(QPainter& painter, Sheet const& sheet)
{
    double const u = sheet.unit;
    draw_legend(painter, sheet.side.topLeft(), sheet.legend, sheet.side.width(), u);
    painter.setFont(map_font(8.0 * u, true));
    painter.setPen(QColor{colour::ink});
    painter.drawText(sheet.side, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignBottom,
                     sheet.cannot_tell);
}

void draw_foot(QPainter& painter, Sheet const& sheet)
{
    auto const& about = sheet.results.about;
    double const u = sheet.unit;
    QRectF const line{margin * u, sheet.map.bottom() + 4.0 * u, (design_width - 2.0 * margin) * u,
                      foot_high * u};
    painter.setFont(map_font(7.5 * u));
    painter.setPen(QColor{colour::faint_ink});
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, window_text(about, sheet.words));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                     sheet.words(text::map_source)
                         .arg(QString::fromStdString(about.crs),
                              QString::fromStdString(about.version), QString::number(about.seed)));
}

Sheet make_sheet(Shown const& shown, Scene const& scene, MapOptions const& options)
{
    Words const words{options.language};
    auto const& results = *shown;
    Sheet sheet{results,
                words,
                {},
                make_theme(shown, options.measure, options.language),
                scene,
                {},
                cannot_tell_text(results, words)};
    if (options.banners) {
        sheet.banners = banners_for(results.about, words);
    }
    sheet.legend = legend_rows(sheet.theme, sheet.scene, options.layers, words);
    lay_out(sheet, options.width);
    return sheet;
}

void check(results::Results const& results, geo::Boundaries const& boundaries,
           MapOptions const& options)
{
    if (options.width < 600 || options.width > 12'000) {
        throw geo::Error{geo::Trouble::usage, "the width of a map must be 600 to 12000 pixels"};
    }
    if (boundaries.size() != results.communes.size()) {
        throw geo::Error{geo::Trouble::usage, "the boundaries are not those of the communes"};
    }
}

}  // namespace

QImage map_picture(Shown const& shown, geo::Boundaries const& boundaries, MapOptions const& options,
                   geo::Job const& job)
{
    check(*shown, boundaries, options);
    return map_over(make_scene(shown, boundaries), shown, boundaries, options, job);
}

QImage map_over(Scene const& scene, Shown const& shown, geo::Boundaries const& boundaries,
                MapOptions const& options, geo::Job const& job)
{
    check(*shown, boundaries, options);
    auto const sheet = make_sheet(shown, scene, options);
    QImage picture{options.width, static_cast<int>(sheet.height), QImage::Format_RGB32};
    picture.fill(colour::paper);
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::TextAntialiasing);
    double top = 0.0;
    for (auto const& banner : sheet.banners) {
        QRectF const band{0.0, top, static_cast<double>(options.width), banner_high * sheet.unit};
        draw_banner(painter, band, banner, sheet.unit);
        top = band.bottom();
    }
    draw_title(painter, sheet, top);
    draw_map(painter, sheet, boundaries, options.layers, job);
    draw_side(painter, sheet);
    draw_foot(painter, sheet);
    job.at(1.0);
    return picture;
}

QByteArray png_of(QImage const& picture)
{
    constexpr int pressing = 80;  // Qt's scale: 100 not at all, 0 most
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    picture.save(&png, "PNG", pressing);
    return png.data();
}

void write_map_png(Shown const& shown, geo::Boundaries const& boundaries, MapOptions const& options,
                   std::filesystem::path const& path, geo::Job const& job)
{
    auto const png = png_of(map_picture(shown, boundaries, options, job));
    QSaveFile file{QString::fromStdString(path.string())};
    bool const written =
        !png.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(png) == png.size();
    job.at(1.0);  // what is not committed is not there
    if (!written || !file.commit()) {
        throw geo::Error{geo::Trouble::failed,
                         path.string() + ": " + file.errorString().toStdString()};
    }
}

geo::Boundaries boundaries_of(results::Results const& results, geo::Job const& job)
{
    geo::PerCommune<geo::Area> shapes;
    for (auto const& row : results.communes) {
        shapes.push_back(row.shape);
    }
    return geo::Boundaries{shapes, 1.0, job};
}

}  // namespace marchland::cartography
