#include "geo/layers/osm_tags.hpp"

#include "geo/vocabulary/text.hpp"

namespace marchland::geo {
namespace {

/// The quoted text that begins at `at`, which is moved behind it; quotes inside carry a backslash.
std::string quoted(std::string_view text, std::size_t& at)
{
    std::string value;
    at = text.find('"', at);
    if (at == std::string_view::npos) {
        return value;
    }
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) {
            ++at;
        }
        value += text[at];
    }
    ++at;
    return value;
}

}  // namespace

std::optional<std::string> tag_in(std::string_view tags, std::string_view key)
{
    for (std::size_t at = 0; at < tags.size();) {
        auto const name = quoted(tags, at);
        if (at >= tags.size()) {
            break;
        }
        auto value = quoted(tags, at);
        if (name == key) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<std::string> osm_tag(Field const* tags, std::size_t row, std::string_view key)
{
    return tags != nullptr && tags->cells[row] ? tag_in(*tags->cells[row], key) : std::nullopt;
}

LayerSource with_lines_of_osm(LayerSource source)
{
    auto const name = folded(source.source);
    if (source.table.empty() && (name.ends_with(".pbf") || name.ends_with(".osm"))) {
        source.table = "lines";
    }
    return source;
}

}  // namespace marchland::geo
