#include "viewer/map_view.hpp"

#include "cartography/map/draw.hpp"
#include "cartography/themes/palette.hpp"
#include "cartography/words/map_texts.hpp"

#include <QEvent>
#include <QMetaObject>
#include <QPainter>
#include <QPen>

#include <algorithm>
#include <array>
#include <cmath>

namespace marchland::viewer {

using namespace cartography;

namespace {

constexpr double legend_wide = 216.0;
constexpr double legend_margin = 10.0;
constexpr double least_ring = 14.0;  ///< points; a smaller selection could not be seen

QPolygonF on_screen(View const& view, geo::Line const& line)
{
    QPolygonF points;
    for (auto const& p : line) {
        points.push_back(view.at(p));
    }
    return points;
}

/// Dark on light, so that it shows on every class.
void draw_outline(QPainter& painter, View const& view, geo::MultiLine const& lines, double width)
{
    for (auto const& pen :
         {QPen{QColor{colour::paper}, width + 2.5}, QPen{QColor{colour::selection}, width}}) {
        painter.setPen(pen);
        for (auto const& line : lines) {
            painter.drawPolyline(on_screen(view, line));
        }
    }
}

}  // namespace

MapView::MapView(Selection& selection, QWidget* parent) : QWidget{parent}, selection_{selection}
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(320, 240);
    connect(&selection_, &Selection::changed, this, [this] {
        describe();
        update();
    });
    retranslate();
}

MapView::~MapView() = default;

void MapView::refresh()
{
    painted_ = false;
    update();
}

void MapView::show_project(ProjectPtr project)
{
    forget_card();
    hovered_.reset();
    tiles_.reset();
    overlay_.forget();
    project_ = std::move(project);
    if (project_) {
        tiles_ = std::make_unique<Tiles>(project_->levels, [this] {
            QMetaObject::invokeMethod(
                this, [this] { update(); }, Qt::QueuedConnection);
        });
    }
    restyle();
    fit();
}

void MapView::show_measure(Measure measure)
{
    measure_ = measure;
    restyle();
}

void MapView::show_layers(Layers const& layers)
{
    layers_ = layers;
    restyle();
}

void MapView::speak(Language language)
{
    language_ = language;
    forget_card();
    restyle();
}

/// New colours and a new key; no tile is filled again.
void MapView::restyle()
{
    if (!project_) {
        update();
        return;
    }
    theme_ = make_theme(project_->shown, measure_, language_);
    legend_ = legend_rows(theme_, project_->scene, layers_, Words{language_});
    tiles_->set_look(lut_of(theme_), colour::outline);
    describe();
    refresh();
}

void MapView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void MapView::retranslate()
{
    setAccessibleName(tr("Risk map"));
    describe();
    update();
}

/// What a screen reader says of the map.
void MapView::describe()
{
    if (!project_) {
        setAccessibleDescription(tr("No results are open."));
        return;
    }
    auto text = tr("%1. Selected: %2. One pixel is %3 m.")
                    .arg(theme_.title)
                    .arg(selection_.communes().size())
                    .arg(std::lround(view_.metres_per_point));
    if (selection_.communes().size() == 1) {
        text += QLatin1Char(' ') +
                commune_card(*project_, selection_.communes().front(), language_).spoken();
    }
    setAccessibleDescription(text);
}

bool MapView::complete() const noexcept
{
    return !tiles_ || (painted_ && (!layers_.communes || tiles_->missing() == 0));
}

/// Smaller where there is little room; 0 where a key over the map would hide it.
double MapView::legend_scale() const
{
    if (!project_ || width() < 3 * static_cast<int>(legend_wide) / 2) {
        return 0.0;
    }
    double const room = height() - 3.0 * legend_margin;
    double scale = width() < 800 ? 0.85 : 1.0;
    while (scale > 0.6 && legend_height(legend_, legend_wide * scale, scale) > room) {
        scale -= 0.05;
    }
    return scale;
}

double MapView::legend_width() const
{
    double const scale = legend_scale();
    return scale > 0.0 ? scale * legend_wide + 3.0 * legend_margin : 0.0;
}

QRectF MapView::legend_box() const
{
    double const scale = legend_scale();
    if (scale == 0.0) {
        return {};
    }
    double const wide = legend_wide * scale;
    return {width() - wide - 2.0 * legend_margin, legend_margin, wide + legend_margin,
            legend_height(legend_, wide, scale) + legend_margin};
}

void MapView::fit()
{
    if (!project_) {
        return;
    }
    double const beside = legend_width();
    view_ = fitting(project_->scene.box, QSizeF{width() - beside, static_cast<double>(height())});
    view_.metres_per_point = metres_at(step_above(view_.metres_per_point));
    view_.size = size();
    view_.centre.x += 0.5 * beside * view_.metres_per_point;
    fitted_ = true;
    describe();
    refresh();
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    view_.size = size();
    if (fitted_) {
        fit();
    }
}

void MapView::paint_selection(QPainter& painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    auto const level = geo::Boundaries::level_for(0.5 * view_.metres_per_point);
    auto const& boundaries = *project_->boundaries;
    if (hovered_) {
        draw_outline(painter, view_, boundaries.outline(std::array{*hovered_}, level), 1.2);
    }
    auto const& chosen = selection_.communes();
    draw_outline(painter, view_, boundaries.outline(chosen, level), 2.4);
    for (auto const id : chosen) {
        auto const& box = boundaries.box_of(id);
        double const across = std::max(box.width(), box.height()) / view_.metres_per_point;
        if (across < least_ring) {
            painter.setPen(QPen{QColor{colour::selection}, 2.0});
            painter.drawEllipse(view_.at(box.centre()), 0.6 * least_ring, 0.6 * least_ring);
        }
    }
    painter.restore();
}

void MapView::paint_legend(QPainter& painter) const
{
    auto const box = legend_box();
    if (box.isEmpty()) {
        return;
    }
    QColor ground{colour::paper};
    ground.setAlphaF(0.94F);
    painter.setPen(QPen{QColor{colour::outline}, 0.6});
    painter.setBrush(ground);
    painter.drawRect(box);
    draw_legend(painter, box.topLeft() + QPointF{0.5, 0.5} * legend_margin, legend_,
                box.width() - legend_margin, legend_scale());
}

void MapView::paint_frame(QPainter& painter) const
{
    draw_scale_bar(painter, {14.0, height() - 14.0}, view_.metres_per_point,
                   Words{language_}(text::kilometres), 1.0);
    draw_north(painter, {24.0, 12.0}, Words{language_}(text::north), 1.0);
    paint_legend(painter);
    if (card_) {
        draw_card(painter, cursor_, rect(), *card_);
    }
}

void MapView::paint_message(QPainter& painter, QString const& text) const
{
    painter.setFont(map_font(11.0));
    painter.setPen(QColor{colour::faint_ink});
    painter.drawText(rect().adjusted(40, 40, -40, -40), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void MapView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    painter.fillRect(rect(), QColor{colour::ground});
    if (!project_) {
        paint_message(painter, tr("Open a folder of results with Ctrl+O."));
    } else {
        double const dpr = devicePixelRatioF();
        if (layers_.communes) {
            tiles_->paint(painter, view_, dpr);
        }
        painted_ = true;
        overlay_.paint(painter, view_, project_->scene, layers_, dpr, dragging_, legend_box());
        paint_selection(painter);
        if (!view_.box().touches(project_->scene.box)) {
            paint_message(painter, tr("Nothing here. Home goes back to the data."));
        }
        paint_frame(painter);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{palette().color(QPalette::Highlight), 2.0});
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

}  // namespace marchland::viewer
