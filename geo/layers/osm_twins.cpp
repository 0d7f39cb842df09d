#include "geo/layers/osm_twins.hpp"

#include <osmium/handler.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/osm/entity_bits.hpp>
#include <osmium/visitor.hpp>

#include <algorithm>
#include <exception>
#include <string_view>
#include <tuple>

namespace marchland::geo {
namespace {

struct NodePlace {
    std::int64_t id = 0;
    osmium::Location at;  ///< not valid where the file lacks the node
    std::uint32_t number = 0;
};

struct WayNodes {
    std::int64_t id;
    std::vector<std::int64_t> nodes;
};

class WaysOfPeople : public osmium::handler::Handler {
public:
    void way(osmium::Way const& way)
    {
        char const* const route = way.tags()["route"];
        bool const ferry = route != nullptr && std::string_view{route} == "ferry";
        if (way.tags()["highway"] == nullptr && !ferry) {
            return;
        }
        ways.push_back({way.id(), {}});
        for (auto const& node : way.nodes()) {
            ways.back().nodes.push_back(node.ref());
        }
    }

    std::vector<WayNodes> ways;
};

class PlacesOfNodes : public osmium::handler::Handler {
public:
    explicit PlacesOfNodes(std::vector<WayNodes> const& ways)
    {
        for (auto const& way : ways) {
            for (auto const id : way.nodes) {
                places.push_back({id, osmium::Location{}, 0});
            }
        }
        std::ranges::sort(places, {}, &NodePlace::id);
        auto const rest = std::ranges::unique(places, {}, &NodePlace::id);
        places.erase(rest.begin(), rest.end());
    }

    void node(osmium::Node const& node)
    {
        if (auto* const place = find(node.id())) {
            place->at = node.location();
        }
    }

    NodePlace* find(std::int64_t id)
    {
        auto const found = std::ranges::lower_bound(places, id, {}, &NodePlace::id);
        return found != places.end() && found->id == id ? &*found : nullptr;
    }

    /// Numbers the nodes at each place; true where some place has two.
    bool number()
    {
        std::vector<NodePlace*> by_place;
        for (auto& place : places) {
            if (place.at.valid()) {
                by_place.push_back(&place);
            }
        }
        std::ranges::sort(by_place, {}, [](NodePlace const* one) {
            return std::tuple{one->at.x(), one->at.y(), one->id};
        });
        bool any = false;
        for (std::size_t i = 1; i < by_place.size(); ++i) {
            if (by_place[i]->at == by_place[i - 1]->at) {
                by_place[i]->number = by_place[i - 1]->number + 1;
                any = true;
            }
        }
        return any;
    }

    std::vector<NodePlace> places;
};

/// The corners of a way as its line has them: nodes that the file lacks, and repeats, are none.
OsmTwins twins_of(WayNodes const& way, PlacesOfNodes& nodes)
{
    OsmTwins found;
    osmium::Location last;
    for (auto const id : way.nodes) {
        auto const& node = *nodes.find(id);
        if (!node.at.valid() || (found.corners > 0 && node.at == last)) {
            continue;
        }
        last = node.at;
        if (node.number > 0) {
            found.twins.push_back({static_cast<std::uint32_t>(found.corners), node.number});
        }
        ++found.corners;
    }
    return found;
}

template <class Handler>
void read(std::filesystem::path const& file, osmium::osm_entity_bits::type what, Handler& handler)
{
    osmium::io::Reader reader{file.string(), what};
    osmium::apply(reader, handler);
    reader.close();
}

}  // namespace

std::unordered_map<std::int64_t, OsmTwins> osm_twins(std::filesystem::path const& file)
{
    std::unordered_map<std::int64_t, OsmTwins> twins;
    if (file.extension() != ".pbf" || !std::filesystem::is_regular_file(file)) {
        return twins;
    }
    try {
        WaysOfPeople people;
        read(file, osmium::osm_entity_bits::way, people);
        PlacesOfNodes nodes{people.ways};
        read(file, osmium::osm_entity_bits::node, nodes);
        if (!nodes.number()) {
            return twins;
        }
        for (auto const& way : people.ways) {
            if (auto found = twins_of(way, nodes); !found.twins.empty()) {
                twins.emplace(way.id, std::move(found));
            }
        }
    } catch (std::exception const&) {
        twins.clear();  // the reader of the layer says what is wrong with the file
    }
    return twins;
}

}  // namespace marchland::geo
