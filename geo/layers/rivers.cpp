#include "geo/layers/rivers.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/files/placing.hpp"
#include "geo/gate/shown.hpp"
#include "geo/gate/word_lists.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/layers/osm_tags.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace marchland::geo {
namespace {

constexpr double widest_m = 10'000.0;

/// People step or wade over these.
constexpr std::array small_waters{std::string_view{"stream"}, std::string_view{"brook"},
                                  std::string_view{"ditch"},  std::string_view{"drain"},
                                  std::string_view{"suoi"},   std::string_view{"muong"}};

class RiverReader {
public:
    explicit RiverReader(LayerReader& reader)
        : reader_{reader}, id_{osm() ? reader.table().field("osm_id")
                                     : reader.optional_field("id")},
          class_{osm() ? reader.table().field("waterway") : reader.optional_field("class")},
          ford_{reader.optional_field("ford")}, width_{reader.optional_field("width_m")},
          tags_{osm() ? reader.table().field("other_tags") : nullptr}
    {
    }

    std::vector<River> read()
    {
        for (std::size_t row = 0; row < reader_.rows(); ++row) {
            if (stops_people(row)) {
                add(row);
            } else {
                ++left_out_;
            }
        }
        if (left_out_ > 0) {
            reader_.say(Severity::note, "not-a-river",
                        std::to_string(left_out_) +
                            " lines are no rivers (streams, ditches, underground); left out",
                        "");
        }
        return std::move(rivers_);
    }

private:
    bool osm() const { return reader_.table().openstreetmap; }

    bool stops_people(std::size_t row)
    {
        auto const word = folded(reader_.text(class_, row).value_or(""));
        if (osm()) {
            auto const tunnel = osm_tag(tags_, row, "tunnel").value_or("no");
            return (word == "river" || word == "canal") && tunnel == "no";
        }
        return std::ranges::find(small_waters, std::string_view{word}) == small_waters.end();
    }

    bool ford_of(std::size_t row)
    {
        auto const text = osm() ? osm_tag(tags_, row, "ford") : reader_.text(ford_, row);
        auto const flag = listed_value("flag", text.value_or("no"), reader_.source().words);
        if (!flag) {
            reader_.say(Severity::warning, "bad-ford", row, ford_ != nullptr ? ford_->name : "ford",
                        "found " + without_names(*text, CellOf::places) +
                            ", expected yes or no; taken as no ford",
                        "correct the cell");
        }
        return flag == "yes";
    }

    double width_of(std::size_t row)
    {
        auto const text = osm() ? osm_tag(tags_, row, "width") : reader_.text(width_, row);
        if (!text) {
            return 0.0;
        }
        auto const width =
            osm() ? number_in(*text) : reader_.number(width_, row, Quantity::measure);
        if (width && *width >= 0.0 && *width <= widest_m) {
            return *width;
        }
        reader_.say(Severity::warning, "bad-width", row, width_ != nullptr ? width_->name : "width",
                    "found " + without_names(*text, CellOf::places) +
                        ", expected metres from 0 to 10000; taken as a line",
                    "correct the width");
        return 0.0;
    }

    void add(std::size_t row)
    {
        auto const* const lines = std::get_if<MultiLine>(&reader_.table().shapes[row]);
        if (lines == nullptr) {
            reader_.say(Severity::warning, "not-a-line", row, "",
                        "the shape is missing or not a line; the row is left out",
                        "draw the middle of the river as a line, with width_m");
            return;
        }
        River river{reader_.text(id_, row).value_or(std::to_string(row + 1)),
                    {},
                    width_of(row),
                    ford_of(row)};
        for (auto const& line : *lines) {
            river.line.clear();
            for (auto const p : line) {
                bool const sound = std::isfinite(p.x) && std::isfinite(p.y);
                if (sound && (river.line.empty() || !(river.line.back() == p))) {
                    river.line.push_back(p);
                }
            }
            if (river.line.size() >= 2) {
                rivers_.push_back(river);
            }
        }
    }

    LayerReader& reader_;
    Field const* id_;
    Field const* class_;
    Field const* ford_;
    Field const* width_;
    Field const* tags_;
    std::vector<River> rivers_;
    std::size_t left_out_ = 0;
};

}  // namespace

std::vector<River> read_rivers(LayerSource const& source, Box const& study, Crs const& working,
                               Findings& findings)
{
    auto reader = LayerReader::open(with_lines_of_osm(source), findings);
    if (!reader || refuses_persons(*reader, {})) {
        return {};
    }
    if (!reader->table().spatial()) {
        reader->say(Severity::error, "not-spatial", "the layer has no shapes; expected lines",
                    "give the file with the lines of the rivers");
        return {};
    }
    if (!place_shapes(*reader, working)) {
        return {};
    }
    auto rivers = RiverReader{*reader}.read();
    bool const near = std::ranges::any_of(
        rivers, [&study](River const& river) { return box_of(river.line).touches(study); });
    if (!near) {
        reader->say(Severity::warning, "not-covering",
                    std::to_string(rivers.size()) +
                        " rivers were read and none of them lies in the study",
                    "give the rivers of the study's own ground");
    }
    reader->finish();
    return rivers;
}

}  // namespace marchland::geo
