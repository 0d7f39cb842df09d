/// \file map_view.hpp
/// The map: tiles, marks, legend, card; pan, zoom, point and select by mouse or keyboard.
#pragma once

#include "cartography/map/legend.hpp"
#include "cartography/themes/theme.hpp"
#include "cartography/tiles/tiles.hpp"
#include "viewer/card.hpp"
#include "viewer/map_overlay.hpp"
#include "viewer/project.hpp"
#include "viewer/selection.hpp"

#include <QWidget>

#include <memory>
#include <optional>

namespace marchland::viewer {

class MapView : public QWidget {
    Q_OBJECT

public:
    explicit MapView(Selection& selection, QWidget* parent = nullptr);
    ~MapView() override;

    void show_project(ProjectPtr project);
    void show_measure(cartography::Measure measure);
    void show_layers(cartography::Layers const& layers);
    void speak(cartography::Language language);

    void fit();
    void zoom(int notches);  ///< positive: nearer; two notches double the scale
    /// Moves so that the commune is in sight; zooms in where it would be a dot.
    void go_to(geo::CommuneId id);

    cartography::View const& view() const noexcept { return view_; }
    /// Nothing is being filled: what is on the screen is final.
    bool complete() const noexcept;
    cartography::Theme const& theme() const noexcept { return theme_; }

    QSize sizeHint() const override { return {900, 640}; }

Q_SIGNALS:
    void pointed(geo::Point ground);  ///< the cursor is over this place
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    /// What lies under the cursor: a mark, or the commune below.
    struct Pointed {
        enum class Kind : std::uint8_t { crossing, market, commune };
        Kind kind = Kind::commune;
        std::size_t row = 0;
        bool operator==(Pointed const&) const = default;
    };

    void refresh();
    void restyle();
    void retranslate();
    void describe();
    void zoom_at(int notches, QPointF anchor);
    void pan(QPointF by);
    void point_at(QPointF at);
    void select_at(QPointF at, bool add);
    void select_by_rank(int step);
    std::optional<Pointed> pointed_at(QPointF at) const;
    Card card_of(Pointed const& pointed) const;
    void forget_card();
    double legend_scale() const;
    double legend_width() const;
    QRectF legend_box() const;

    void paint_selection(QPainter& painter);
    void paint_legend(QPainter& painter) const;
    void paint_frame(QPainter& painter) const;
    void paint_message(QPainter& painter, QString const& text) const;

    Selection& selection_;
    ProjectPtr project_;
    std::unique_ptr<cartography::Tiles> tiles_;
    MapOverlay overlay_;
    cartography::View view_;
    cartography::Measure measure_ = cartography::Measure::relative_risk;
    cartography::Layers layers_;
    cartography::Language language_ = cartography::Language::vietnamese;
    cartography::Theme theme_;
    std::vector<cartography::LegendRow> legend_;

    std::optional<Pointed> pointed_;
    std::optional<Card> card_;  ///< of what is pointed at: made when that changes, not on each move
    std::optional<geo::CommuneId> hovered_;
    QPointF cursor_;
    QPointF pressed_;
    bool dragging_ = false;
    bool painted_ = false;  ///< since the last change of view or look
    bool fitted_ = true;    ///< nobody has moved the map: a new size fits it again
    int wheel_ = 0;         ///< eighths of a degree not yet made into a notch
};

}  // namespace marchland::viewer
