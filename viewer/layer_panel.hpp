/// \file layer_panel.hpp
/// What the map shows: the measure, and a switch for each layer.
#pragma once

#include "cartography/map/scene.hpp"
#include "cartography/themes/theme.hpp"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;

namespace marchland::viewer {

class LayerPanel : public QWidget {
    Q_OBJECT

public:
    explicit LayerPanel(QWidget* parent = nullptr);

    void speak(cartography::Language language);
    cartography::Layers layers() const;
    cartography::Measure measure() const;

Q_SIGNALS:
    void measure_chosen(cartography::Measure measure);
    void layers_chosen(cartography::Layers const& layers);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Switch {
        QCheckBox* box;
        bool cartography::Layers::*layer;
    };

    void retranslate();

    QLabel* measure_label_;
    QComboBox* measure_;
    std::vector<Switch> switches_;
};

}  // namespace marchland::viewer
