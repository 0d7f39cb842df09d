#include "datasets/lang-son/make/layers.hpp"

namespace marchland::lang_son {
namespace {

/// "R0007": sorts as it counts.
std::string numbered(std::string const& letters, std::size_t number)
{
    auto digits = std::to_string(number);
    return letters + std::string(4 - std::min<std::size_t>(digits.size(), 4), '0') + digits;
}

}  // namespace

Layer communes_layer(Facts const& facts, Province const& province)
{
    Layer layer{
        "communes",
        "SYNTHETIC boundaries for training: true names, codes, populations and stated areas; "
        "lines drawn by dice around the true centres. Not a legal boundary.",
        {"code", "name", "type", "population", "area_km2", "boundary"},
        {}};
    for (auto const id : province.shapes.ids()) {
        auto const& commune = facts.communes[geo::index_of(id)];
        layer.rows.push_back({province.shapes[id],
                              {commune.code, commune.name, commune.type, commune.population,
                               commune.area / 1e6, std::string{"SYNTHETIC"}}});
    }
    return layer;
}

Layer border_layer(Province const& province)
{
    return {"border",
            "SYNTHETIC border line for training, drawn by dice through known points. Not a legal "
            "boundary.",
            {"id", "name", "boundary"},
            {{province.border,
              {std::string{"B1"}, std::string{"Việt Nam - China, Lạng Sơn (approximate)"},
               std::string{"SYNTHETIC"}}}}};
}

Layer roads_layer(std::vector<Road> const& roads)
{
    Layer layer{
        "roads",
        "SYNTHETIC roads for training: national roads join the towns they are known to pass, "
        "all else is invented. Not for travel.",
        {"id", "name", "class", "bridge", "tunnel", "level", "oneway", "synthetic"},
        {}};
    for (auto const& road : roads) {
        layer.rows.push_back(
            {road.line,
             {numbered("R", layer.rows.size() + 1), road.name, road.kind, int{road.bridge},
              int{road.tunnel}, road.level, int{road.oneway}, 1}});
    }
    return layer;
}

Layer paths_layer(std::vector<Path> const& paths)
{
    Layer layer{
        "paths",
        "SYNTHETIC informal ways for training: every one is invented. There is no true path "
        "here.",
        {"id", "class", "p_exists", "synthetic"},
        {}};
    for (auto const& path : paths) {
        layer.rows.push_back(
            {path.line, {numbered("SYN-P", layer.rows.size() + 1), path.kind, path.p_exists, 1}});
    }
    return layer;
}

}  // namespace marchland::lang_son
