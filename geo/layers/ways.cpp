#include "geo/layers/ways.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/files/placing.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/layers/listed_column.hpp"
#include "geo/layers/not_ways.hpp"
#include "geo/layers/osm_tags.hpp"
#include "geo/layers/osm_twins.hpp"
#include "geo/layers/way_flags.hpp"
#include "geo/layers/way_sources.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

namespace marchland::geo {
namespace {

/// The values of the list road_class in the order of the enumeration.
constexpr std::array class_names{std::string_view{"expressway"}, std::string_view{"national"},
                                 std::string_view{"provincial"}, std::string_view{"local"},
                                 std::string_view{"urban"},      std::string_view{"service"},
                                 std::string_view{"track"},      std::string_view{"path"},
                                 std::string_view{"ferry"},      std::string_view{"unknown"}};

constexpr std::array kind_names{std::string_view{"road"}, std::string_view{"path"}};

struct Fields {
    Field const* id;
    Field const* klass;
    Field const* bridge;
    Field const* tunnel;
    Field const* level;
    Field const* oneway;
    Field const* p_exists;
    Field const* status;
    Field const* tags;  ///< what a file of OpenStreetMap says beside its columns
    bool shared_nodes;
    std::unordered_map<std::int64_t, OsmTwins> twins;  ///< by id, of files of OpenStreetMap
};

/// The word of a class as the lists of words have it.
std::string class_word(std::string const& text)
{
    auto word = folded(text);
    return word.ends_with("_link") ? word.substr(0, word.size() - 5) : word;
}

/// Why a line is left out; nothing where it is a way.
std::optional<NotAWay> not_a_way(LayerReader& reader, Fields const& fields, std::size_t row)
{
    auto const klass = reader.text(fields.klass, row);
    if (!klass && fields.tags != nullptr) {
        // But a ferry carries people.
        return osm_tag(fields.tags, row, "route") == "ferry" ? std::nullopt
                                                             : std::optional{NotAWay::no_highway};
    }
    auto const by_class = not_a_way_of_class(class_word(klass.value_or("")));
    if (by_class) {
        return by_class;
    }
    return not_a_way_of_status(folded(reader.text(fields.status, row).value_or("")));
}

/// The class of a line that is a way; one on no list is unknown, but on a layer of paths still a path.
WayClass class_of(ListedColumn& classes, Fields const& fields, std::size_t row, WayKind kind)
{
    auto const path = kind == WayKind::path;
    if (classes.empty(row)) {
        return fields.tags != nullptr ? WayClass::ferry : path ? WayClass::path : WayClass::local;
    }
    auto const value = classes.of(row);
    auto const* const found =
        value ? std::ranges::find(class_names, std::string_view{*value}) : class_names.end();
    return found != class_names.end() ? static_cast<WayClass>(found - class_names.begin())
           : path                     ? WayClass::path
                                      : WayClass::unknown;
}

double chance_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row);
    if (!text) {
        return 1.0;
    }
    auto const value = number_in(*text);
    if (!value || *value < 0.0 || *value > 1.0) {
        reader.say(Severity::error, "bad-probability", row, field->name,
                   "found " + without_names(*text, CellOf::places) +
                       ", expected a number from 0 to 1",
                   "correct the figure");
        return 1.0;
    }
    return *value;
}

Line without_repeats(Line const& line)
{
    Line clean;
    for (auto const point : line) {
        if (std::isfinite(point.x) && std::isfinite(point.y) &&
            (clean.empty() || !(clean.back() == point))) {
            clean.push_back(point);
        }
    }
    return clean;
}

/// Levels beyond a hundred are typing errors; nothing is built so.
int level_of(std::optional<std::string> const& text)
{
    return static_cast<int>(std::clamp(number_in(text.value_or("")).value_or(0.0), -100.0, 100.0));
}

/// Roundabouts of OpenStreetMap are one-way without saying so.
bool is_roundabout(Fields const& fields, std::size_t row)
{
    return fields.tags != nullptr && osm_tag(fields.tags, row, "junction") == "roundabout";
}

/// Which corners of the last way added are nodes of their own.
void add_twins(Fields const& fields, std::string const& id, Ways& ways)
{
    auto const number = fields.twins.empty() ? std::nullopt : number_in(id);
    auto const found =
        number ? fields.twins.find(static_cast<std::int64_t>(*number)) : fields.twins.end();
    auto const way = static_cast<WayId>(ways.size() - 1);
    if (found == fields.twins.end() || found->second.corners != ways.line[way].size()) {
        return;
    }
    for (auto const& twin : found->second.twins) {
        ways.twins.push_back({way, twin.corner, twin.number});
    }
}

void add_row(LayerReader& reader, Fields const& fields, std::size_t row, WayKind kind,
             WayClass klass, WaySources& sources, WayFlags& flags, Ways& ways)
{
    auto const* const lines = std::get_if<MultiLine>(&reader.table().shapes[row]);
    if (lines == nullptr) {
        reader.say(Severity::warning, "not-a-line", row, "",
                   "the shape is missing or not a line; the row is left out", "draw the line");
        return;
    }
    auto const id = reader.text(fields.id, row).value_or(std::to_string(row + 1));
    auto const cell = [&](Field const* field, char const* tag) {
        return field != nullptr ? reader.text(field, row) : osm_tag(fields.tags, row, tag);
    };
    auto const made_from = sources.of(row);
    bool const bridge = flags.bridge(cell(fields.bridge, "bridge"));
    bool const tunnel = flags.tunnel(cell(fields.tunnel, "tunnel"));
    auto const said = cell(fields.oneway, "oneway");
    auto const oneway = !said && is_roundabout(fields, row) ? Oneway::forward : flags.oneway(said);
    for (std::size_t part = 0; part < lines->size(); ++part) {
        auto line = without_repeats((*lines)[part]);
        if (line.size() < 2) {
            reader.say(Severity::note, "zero-length", row, "", "the line has no length; left out",
                       "");
            continue;
        }
        ways.id.push_back(part == 0 ? id : id + "." + std::to_string(part + 1));
        ways.kind.push_back(kind);
        ways.klass.push_back(klass);
        ways.bridge.push_back(bridge ? 1 : 0);
        ways.tunnel.push_back(tunnel ? 1 : 0);
        ways.level.push_back(level_of(cell(fields.level, "layer")));
        ways.oneway.push_back(oneway);
        ways.p_exists.push_back(chance_of(reader, fields.p_exists, row));
        ways.line.push_back(std::move(line));
        ways.shared_nodes.push_back(fields.shared_nodes ? 1 : 0);
        ways.made_from.push_back(made_from);
        add_twins(fields, id, ways);
    }
}

Field const* id_field(LayerReader& reader)
{
    auto const* const named = reader.optional_field("id");
    return named != nullptr || !reader.table().openstreetmap ? named
                                                             : reader.table().field("osm_id");
}

bool shares_nodes(LayerReader& reader)
{
    auto const& stated = reader.source().stated;
    auto const topology = stated.find("topology");
    return topology != stated.end() ? topology->second == "shared-nodes"
                                    : reader.table().openstreetmap;
}

std::unordered_map<std::int64_t, OsmTwins> twins_in(LayerReader& reader)
{
    if (!reader.table().openstreetmap || !shares_nodes(reader)) {
        return {};
    }
    return osm_twins(reader.source().folder / reader.source().source);
}

/// Words of the status that are on no list: what they mean is not guessed.
void say_unknown_status(LayerReader& reader, Fields const& fields)
{
    std::size_t count = 0;
    for (std::size_t row = 0; row < reader.rows(); ++row) {
        auto const word = folded(reader.text(fields.status, row).value_or(""));
        count += is_in_use(word) || not_a_way_of_status(word) ? 0U : 1U;
    }
    if (count > 0) {
        reader.say(Severity::warning, "unknown-status",
                   std::to_string(count) +
                       " lines have a status that is on no list; they are taken as ways in use",
                   "write open, planned, under construction or out of use in the column " +
                       fields.status->name);
    }
}

/// "1416 lines are left out: 1388 railways, 28 under construction"
void say_left_out(LayerReader& reader, std::array<std::size_t, not_way_kinds> const& count)
{
    std::size_t all = 0;
    std::string kinds;
    for (std::size_t k = 0; k < count.size(); ++k) {
        if (count.at(k) > 0) {
            all += count.at(k);
            kinds += (kinds.empty() ? "" : ", ") + std::to_string(count.at(k)) + " " +
                     std::string{plural_of(static_cast<NotAWay>(k))};
        }
    }
    if (all > 0) {
        reader.say(Severity::note, "not-a-way",
                   std::to_string(all) +
                       " lines are left out, nobody walks or drives along them: " + kinds,
                   "");
    }
}

Field const* class_field(LayerReader& reader)
{
    auto const* const named = reader.optional_field("class");
    return named != nullptr ? named : reader.table().field("highway");  // as OpenStreetMap calls it
}

}  // namespace

std::string_view name_of(WayClass klass)
{
    return class_names.at(static_cast<std::size_t>(klass));
}

std::string_view name_of(WayKind kind)
{
    return kind_names.at(static_cast<std::size_t>(kind));
}

std::uint32_t Ways::twin_at(WayId way, std::uint32_t corner) const
{
    auto const found =
        std::ranges::lower_bound(twins, std::pair{way, corner}, {}, [](NodeTwin const& twin) {
            return std::pair{twin.way, twin.corner};
        });
    return found != twins.end() && found->way == way && found->corner == corner ? found->number : 0;
}

void Ways::add(Ways&& more)
{
    for (auto twin : more.twins) {
        twin.way = static_cast<WayId>(index_of(twin.way) + size());
        twins.push_back(twin);
    }
    auto const move_over = [](auto& to, auto& from) {
        for (auto& value : from) {
            to.push_back(std::move(value));
        }
    };
    // Columns that may be empty are filled for all where one side has them.
    auto const fill = [](auto& column, std::size_t rows) {
        while (column.size() < rows) {
            column.push_back({});
        }
    };
    if (!shared_nodes.empty() || !more.shared_nodes.empty()) {
        fill(shared_nodes, size());
        fill(more.shared_nodes, more.size());
    }
    if (!made_from.empty() || !more.made_from.empty()) {
        if (made_from.empty() && size() > 0) {
            provenances.assign(1, {});
        }
        if (more.made_from.empty()) {
            more.provenances.assign(1, {});
        }
        fill(made_from, size());
        fill(more.made_from, more.size());
        for (auto& number : more.made_from) {
            number += static_cast<std::uint32_t>(provenances.size());
        }
    }
    provenances.insert(provenances.end(), more.provenances.begin(), more.provenances.end());
    move_over(shared_nodes, more.shared_nodes);
    move_over(made_from, more.made_from);
    move_over(id, more.id);
    move_over(kind, more.kind);
    move_over(klass, more.klass);
    move_over(bridge, more.bridge);
    move_over(tunnel, more.tunnel);
    move_over(level, more.level);
    move_over(oneway, more.oneway);
    move_over(p_exists, more.p_exists);
    move_over(line, more.line);
}

Provenance const& Ways::provenance(WayId way) const
{
    static Provenance const unknown;
    return made_from.empty() ? unknown : provenances[made_from[way]];
}

Ways read_ways(LayerSource const& source, WayKind kind, Crs const& working, Findings& findings)
{
    Ways ways;
    auto reader = LayerReader::open(with_lines_of_osm(source), findings);
    if (!reader || refuses_persons(*reader, {"id", "source", "licence"})) {
        return ways;
    }
    if (!reader->table().spatial()) {
        reader->say(Severity::error, "not-spatial", "the layer has no shapes; expected lines",
                    "give the file with the lines");
        return ways;
    }
    if (!place_shapes(*reader, working)) {
        return ways;
    }
    Fields const fields{id_field(*reader),
                        class_field(*reader),
                        reader->optional_field("bridge"),
                        reader->optional_field("tunnel"),
                        reader->optional_field("level"),
                        reader->optional_field("oneway"),
                        reader->optional_field("p_exists"),
                        reader->optional_field("status"),
                        reader->table().openstreetmap ? reader->table().field("other_tags")
                                                      : nullptr,
                        shares_nodes(*reader),
                        twins_in(*reader)};
    WaySources sources{*reader, kind};
    WayFlags flags{*reader, fields.bridge, fields.tunnel, fields.oneway};
    ListedColumn classes{
        *reader,
        fields.klass,
        "road_class",
        {.severity = Severity::warning,
         .rule = "unknown-class",
         .then = kind == WayKind::path ? "; taken as a path" : "; taken as unknown"}};
    std::array<std::size_t, not_way_kinds> left_out{};
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        if (auto const why = not_a_way(*reader, fields, row)) {
            ++left_out.at(static_cast<std::size_t>(*why));
        } else {
            add_row(*reader, fields, row, kind, class_of(classes, fields, row, kind), sources,
                    flags, ways);
        }
    }
    flags.finish();
    say_left_out(*reader, left_out);
    say_unknown_status(*reader, fields);
    ways.provenances = sources.take();
    reader->finish();
    return ways;
}

MultiLine read_border(LayerSource const& source, Crs const& working, Findings& findings)
{
    MultiLine border;
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_persons(*reader, {}) || !place_shapes(*reader, working)) {
        return border;
    }
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const* const lines = std::get_if<MultiLine>(&reader->table().shapes[row]);
        if (lines == nullptr) {
            reader->say(Severity::warning, "not-a-line", row, "",
                        "the shape is missing or not a line; the row is left out", "draw the line");
            continue;
        }
        for (auto const& line : *lines) {
            if (auto clean = without_repeats(line); clean.size() >= 2) {
                border.push_back(std::move(clean));
            }
        }
    }
    reader->finish();
    return border;
}

}  // namespace marchland::geo
