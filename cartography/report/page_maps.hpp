// Private: the maps of one page.
#pragma once

#include "cartography/disclosure/shown.hpp"
#include "cartography/map/map_picture.hpp"

#include <QByteArray>
#include <QString>

#include <vector>

namespace marchland::cartography {

/// Drawn at once over one scene, when the page is written. Until then the page holds a place for each: a picture
/// as text would be copied with every element around it.
class PageMaps {
public:
    PageMaps(Shown const& shown, geo::Boundaries const& boundaries);

    /// A figure with the place of a map.
    /// \param alt  HTML already
    QString figure(MapOptions const& options, QString const& alt);

    /// The page as UTF-8 with the maps in their places. \throws Cancelled
    QByteArray filled(QString const& page, geo::Job const& job) const;

private:
    Shown const& shown_;
    geo::Boundaries const& boundaries_;
    std::vector<MapOptions> maps_;
};

}  // namespace marchland::cartography
