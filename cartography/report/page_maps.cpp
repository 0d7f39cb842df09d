#include "cartography/report/page_maps.hpp"

#include "cartography/report/html.hpp"
#include "geo/vocabulary/pieces.hpp"

namespace marchland::cartography {

using namespace Qt::StringLiterals;

namespace {

/// What comes from data cannot look like it: its quotation marks are escaped.
QString place_of(std::size_t map)
{
    return u"src=\"map:%1\""_s.arg(map);
}

}  // namespace

PageMaps::PageMaps(Shown const& shown, geo::Boundaries const& boundaries)
    : shown_{shown}, boundaries_{boundaries}
{
}

QString PageMaps::figure(MapOptions const& options, QString const& alt)
{
    maps_.push_back(options);
    return html::element(u"figure"_s,
                         u"<img %1 alt=\"%2\">"_s.arg(place_of(maps_.size() - 1), alt));
}

QByteArray PageMaps::filled(QString const& page, geo::Job const& job) const
{
    auto const scene = make_scene(shown_, boundaries_);
    std::vector<QByteArray> pictures(maps_.size());
    std::vector<geo::Piece> pieces;
    for (std::size_t i = 0; i < maps_.size(); ++i) {
        auto const pixels = static_cast<double>(maps_[i].width) * maps_[i].width;
        pieces.push_back(
            {pixels, {}, [&, i](geo::Job const& own) {
                 pictures[i] =
                     png_of(map_over(scene, shown_, boundaries_, maps_[i], own)).toBase64();
             }});
    }
    geo::carry_out(pieces, job);
    auto text = page.toUtf8();
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        text.replace(place_of(i).toUtf8(), "src=\"data:image/png;base64," + pictures[i] + "\"");
    }
    return text;
}

}  // namespace marchland::cartography
