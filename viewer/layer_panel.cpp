#include "viewer/layer_panel.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace marchland::viewer {

using cartography::Layers;
using cartography::Measure;

LayerPanel::LayerPanel(QWidget* parent)
    : QWidget{parent}, measure_label_{new QLabel}, measure_{new QComboBox}
{
    auto* const layout = new QVBoxLayout{this};
    layout->addWidget(measure_label_);
    layout->addWidget(measure_);
    layout->addSpacing(8);
    for (auto const measure : cartography::all_measures) {
        measure_->addItem({}, static_cast<int>(measure));
    }
    for (auto const layer :
         {&Layers::communes, &Layers::hotspots, &Layers::crossings, &Layers::markets,
          &Layers::corridors, &Layers::roads, &Layers::labels}) {
        auto* const box = new QCheckBox;
        box->setChecked(true);
        layout->addWidget(box);
        switches_.push_back({box, layer});
        connect(box, &QCheckBox::toggled, this, [this] { Q_EMIT layers_chosen(layers()); });
    }
    layout->addStretch();
    measure_label_->setBuddy(measure_);
    connect(measure_, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT measure_chosen(measure()); });
    retranslate();
}

void LayerPanel::retranslate()
{
    measure_label_->setText(tr("&Measure"));
    measure_->setAccessibleName(tr("Measure that colours the communes"));
    QStringList const names{
        tr("Communes"), tr("Hotspot outlines"),         tr("Crossings (official)"),
        tr("Markets"),  tr("Corridors by public road"), tr("Roads"),
        tr("Names")};
    for (std::size_t i = 0; i < switches_.size(); ++i) {
        switches_[i].box->setText(names[static_cast<qsizetype>(i)]);
    }
}

void LayerPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void LayerPanel::speak(cartography::Language language)
{
    for (int i = 0; i < measure_->count(); ++i) {
        auto const measure = static_cast<Measure>(measure_->itemData(i).toInt());
        measure_->setItemText(i, cartography::title_of(measure, language));
    }
}

Layers LayerPanel::layers() const
{
    Layers layers;
    for (auto const& [box, layer] : switches_) {
        layers.*layer = box->isChecked();
    }
    return layers;
}

Measure LayerPanel::measure() const
{
    return static_cast<Measure>(measure_->currentData().toInt());
}

}  // namespace marchland::viewer
