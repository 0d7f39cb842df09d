#include "geo/layers/way_flags.hpp"

#include "geo/gate/word_lists.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace marchland::geo {
namespace {

/// Kinds of bridges and tunnels, beside the list of yes and no.
constexpr std::array<std::string_view, 10> kinds_of_bridges{
    "viaduct",   "cantilever", "trestle",          "movable", "covered",
    "boardwalk", "culvert",    "building_passage", "co cau",  "co ham"};

constexpr std::array<std::string_view, 16> along_words{
    "yes",         "y",          "true",      "1",       "forward",         "oneway",
    "one way",     "one-way",    "mot chieu", "1 chieu", "duong mot chieu", "co",
    "thuan chieu", "xuoi chieu", "单行",      "单行线"};
constexpr std::array<std::string_view, 5> against_words{"-1", "reverse", "backward", "nguoc chieu",
                                                        "逆行"};
/// Also where the direction changes with the hour: people find a way.
constexpr std::array<std::string_view, 19> both_words{
    "no",      "n",       "false",      "0",           "both",
    "b",       "two way", "two-way",    "twoway",      "hai chieu",
    "2 chieu", "khong",   "reversible", "alternating", "duong hai chieu",
    "-",       "双向",    "双行",       "否"};

bool holds(auto const& words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

std::string name_in(Field const* field)
{
    return field != nullptr ? field->name : std::string{};
}

/// Geofabrik's files have their classes in a column fclass, HERE's their directions in DIR_TRAVEL; else B, which
/// no yes or no can be, gives the letters away.
bool says_by_letters(LayerReader& reader, Field const* oneway)
{
    if (oneway == nullptr) {
        return false;
    }
    auto const letter = [](Cell const& cell, char const* one) {
        return cell && folded(trimmed(*cell)) == one;
    };
    return reader.table().field("fclass") != nullptr || folded(oneway->name) == "dir_travel" ||
           std::ranges::any_of(oneway->cells, [&](Cell const& cell) { return letter(cell, "b"); });
}

}  // namespace

WayFlags::WayFlags(LayerReader& reader, Field const* bridge, Field const* tunnel,
                   Field const* oneway)
    : reader_{reader}, bridge_{name_in(bridge), "yes or no", 0}, tunnel_{name_in(tunnel),
                                                                         "yes or no", 0},
      oneway_{name_in(oneway), "yes, no or -1 (against the line), or the letters F, T and B", 0},
      letters_{says_by_letters(reader, oneway)}
{
}

bool WayFlags::yes(std::optional<std::string> const& word, Column& column)
{
    auto const said = word.value_or("no");
    auto const value = listed_value("flag", said, reader_.source().words);
    if (value) {
        return *value == "yes";
    }
    // in OpenStreetMap the word is the kind of bridge, and new kinds are invented
    bool const kind = holds(kinds_of_bridges, folded(said)) || reader_.table().openstreetmap;
    column.unknown += kind ? 0U : 1U;
    return kind;
}

Oneway WayFlags::oneway(std::optional<std::string> const& word)
{
    auto const said = folded(word.value_or("no"));
    if (letters_ && (said == "f" || said == "t")) {
        return said == "f" ? Oneway::forward : Oneway::backward;
    }
    if (holds(along_words, said) || said == "t") {
        return Oneway::forward;
    }
    if (holds(against_words, said)) {
        return Oneway::backward;
    }
    oneway_.unknown +=
        holds(both_words, said) || said == "f" || listed_value("flag", said, reader_.source().words)
            ? 0U
            : 1U;
    return Oneway::both;
}

void WayFlags::finish()
{
    for (auto const* const column : {&bridge_, &tunnel_, &oneway_}) {
        if (column->unknown > 0) {
            auto const n = column->unknown;
            reader_.say(Severity::warning, "unknown-flag",
                        std::to_string(n) + (n == 1 ? " line has" : " lines have") +
                            " a word in the column " + column->name +
                            " that is on no list; taken as no word at all",
                        "write " + std::string{column->expected});
        }
    }
}

}  // namespace marchland::geo
