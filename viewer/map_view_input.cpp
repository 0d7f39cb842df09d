// How the map answers mouse and keyboard.
#include "viewer/map_view.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace marchland::viewer {

using namespace cartography;

namespace {

constexpr double mark_reach = 8.0;  ///< points: a mark this near wins over the commune under it
constexpr double key_pan = 80.0;
constexpr int notch = 120;
constexpr int nearest_step = -4;  ///< half a metre a point
constexpr int farthest_step = 52;
constexpr int steps_of_a_notch = 2;

bool is_near(View const& view, geo::Point place, QPointF at)
{
    auto const away = view.at(place) - at;
    return std::hypot(away.x(), away.y()) <= mark_reach;
}

}  // namespace

void MapView::zoom(int notches)
{
    zoom_at(notches, {0.5 * width(), 0.5 * height()});
}

void MapView::zoom_at(int notches, QPointF anchor)
{
    if (!project_) {
        return;
    }
    auto const kept = view_.ground(anchor);
    int const step =
        std::clamp(step_for(view_) - notches * steps_of_a_notch, nearest_step, farthest_step);
    view_.metres_per_point = metres_at(step);
    auto const moved = view_.ground(anchor);
    view_.centre.x += kept.x - moved.x;
    view_.centre.y += kept.y - moved.y;
    fitted_ = false;
    describe();
    refresh();
}

void MapView::pan(QPointF by)
{
    view_.centre.x -= by.x() * view_.metres_per_point;
    view_.centre.y += by.y() * view_.metres_per_point;
    fitted_ = false;
    refresh();
}

void MapView::go_to(geo::CommuneId id)
{
    if (!project_) {
        return;
    }
    auto const& box = project_->boundaries->box_of(id);
    if (box.empty()) {
        return;
    }
    constexpr double smallest = 24.0;
    double const across = std::max(box.width(), box.height());
    if (across / view_.metres_per_point < smallest) {
        view_.metres_per_point = metres_at(step_below(across / smallest));
    }
    if (!QRectF{rect()}
             .adjusted(30, 30, -30 - legend_width(), -30)
             .contains(view_.at(box.centre()))) {
        view_.centre = box.centre();
    }
    fitted_ = false;
    refresh();
}

std::optional<MapView::Pointed> MapView::pointed_at(QPointF at) const
{
    auto const& scene = project_->scene;
    auto const near = [&](auto const& mark) { return is_near(view_, mark.at, at); };
    if (layers_.crossings) {
        if (auto const mark = std::ranges::find_if(scene.crossings, near);
            mark != scene.crossings.end()) {
            return Pointed{Pointed::Kind::crossing, mark->row};
        }
    }
    if (layers_.markets) {
        if (auto const mark = std::ranges::find_if(scene.markets, near);
            mark != scene.markets.end()) {
            return Pointed{Pointed::Kind::market, mark->row};
        }
    }
    if (hovered_) {
        return Pointed{Pointed::Kind::commune, geo::index_of(*hovered_)};
    }
    return std::nullopt;
}

Card MapView::card_of(Pointed const& pointed) const
{
    switch (pointed.kind) {
    case Pointed::Kind::crossing:
        return crossing_card(*project_, pointed.row, language_);
    case Pointed::Kind::market:
        return market_card(*project_, pointed.row, language_);
    case Pointed::Kind::commune:
        break;
    }
    return commune_card(*project_, static_cast<geo::CommuneId>(pointed.row), language_);
}

void MapView::forget_card()
{
    pointed_.reset();
    card_.reset();
}

void MapView::point_at(QPointF at)
{
    cursor_ = at;
    if (!project_) {
        return;
    }
    hovered_ = layers_.communes ? tiles_->id_at(view_, at, devicePixelRatioF()) : std::nullopt;
    auto const under = pointed_at(at);
    if (!under) {
        forget_card();
    } else if (under != pointed_) {
        pointed_ = under;
        card_ = card_of(*under);
    }
    Q_EMIT pointed(view_.ground(at));
    update();
}

void MapView::select_at(QPointF at, bool add)
{
    if (!project_) {
        return;
    }
    auto const id = commune_at(*project_->boundaries, view_.ground(at));
    if (id && add) {
        selection_.toggle(*id);
    } else if (!add) {
        selection_.set(id ? std::vector{*id} : std::vector<geo::CommuneId>{});
    }
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    pressed_ = cursor_ = event->position();
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
    auto const at = event->position();
    if (!(event->buttons() & Qt::LeftButton)) {
        point_at(at);
        return;
    }
    constexpr int slack = 4;  // a trembling hand still clicks
    if (!dragging_ && (at - pressed_).manhattanLength() < slack) {
        return;
    }
    dragging_ = true;
    forget_card();
    pan(at - cursor_);
    cursor_ = at;
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (!dragging_) {
        select_at(event->position(), event->modifiers().testFlag(Qt::ControlModifier));
    }
    dragging_ = false;
    update();
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    zoom_at(2, event->position());
}

void MapView::wheelEvent(QWheelEvent* event)
{
    wheel_ += event->angleDelta().y();
    int const notches = wheel_ / notch;
    wheel_ -= notches * notch;
    if (notches != 0) {
        zoom_at(notches, event->position());
    }
    event->accept();
}

/// The next or previous commune in the order of ranks.
void MapView::select_by_rank(int step)
{
    if (!project_) {
        return;
    }
    auto const& rows = project_->shown->communes;
    std::int64_t rank = step > 0 ? 1 : 0;
    if (selection_.communes().size() == 1) {
        rank = rows[geo::index_of(selection_.communes().front())].rank + step;
    }
    auto const found = std::ranges::find(rows, rank, &results::CommuneRow::rank);
    if (rank > 0 && found != rows.end()) {
        auto const id = static_cast<geo::CommuneId>(found - rows.begin());
        selection_.set({id});
        go_to(id);
    }
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        pan({key_pan, 0.0});
        break;
    case Qt::Key_Right:
        pan({-key_pan, 0.0});
        break;
    case Qt::Key_Up:
        pan({0.0, key_pan});
        break;
    case Qt::Key_Down:
        pan({0.0, -key_pan});
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1);
        break;
    case Qt::Key_Minus:
        zoom(-1);
        break;
    case Qt::Key_Home:
        fit();
        break;
    case Qt::Key_PageDown:
        select_by_rank(1);
        break;
    case Qt::Key_PageUp:
        select_by_rank(-1);
        break;
    case Qt::Key_Escape:
        selection_.set({});
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapView::leaveEvent(QEvent* event)
{
    hovered_.reset();
    forget_card();
    Q_EMIT left();
    update();
    QWidget::leaveEvent(event);
}

}  // namespace marchland::viewer
