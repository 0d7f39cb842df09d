#include "geo/layers/personal.hpp"

#include "geo/gate/person_names.hpp"
#include "geo/gate/personal_headers.hpp"
#include "geo/gate/personal_values.hpp"
#include "geo/gate/readings.hpp"
#include "geo/gate/shown.hpp"
#include "geo/gate/word_lists.hpp"
#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace marchland::geo {
namespace {

/// Where so few of a column's words could be a person's name, they are places that bear one.
constexpr double places_called_after_persons = 0.05;
/// Of words that may be either, a column of persons has more.
constexpr double mostly = 0.6;
constexpr std::size_t fewest_words = 3;

bool is_one_of(PersonalKind kind, auto const& kinds)
{
    return std::ranges::find(kinds, kind) != kinds.end();
}

/// What a column may be called whose cells are figures: never what singles out.
bool may_name_a_figure(PersonalKind kind)
{
    constexpr std::array singles_out{
        PersonalKind::name,     PersonalKind::telephone, PersonalKind::online,
        PersonalKind::identity, PersonalKind::birth,     PersonalKind::coordinate,
        PersonalKind::account,  PersonalKind::likeness,  PersonalKind::case_number};
    return !is_one_of(kind, singles_out);
}

/// What one may be called whose cells are codes, periods or words of lists.
bool may_name_a_place_or_time(PersonalKind kind)
{
    constexpr std::array of_codes{PersonalKind::some_name, PersonalKind::settlement,
                                  PersonalKind::address,   PersonalKind::day,
                                  PersonalKind::reference, PersonalKind::free_text};
    return is_one_of(kind, of_codes);
}

bool may_stand_in_a_register(PersonalKind kind)
{
    constexpr std::array of_places{PersonalKind::some_name,  PersonalKind::settlement,
                                   PersonalKind::coordinate, PersonalKind::reference,
                                   PersonalKind::day,        PersonalKind::price,
                                   PersonalKind::free_text};
    return is_one_of(kind, of_places);
}

/// A column under judgement.
struct Column {
    Table const& table;
    std::string const& layer;
    std::size_t index;

    Field const& field() const { return table.fields[index]; }

    Finding refusal(std::string const& feature, PersonalKind kind) const
    {
        return {
            .severity = Severity::error,
            .rule = "personal-data",
            .file = table.file,
            .layer = layer,
            .feature = feature,
            .field = shown_header(field().name, index),
            .message = "the column looks like data of persons (" + std::string{plural_of(kind)} +
                       "); expected counts and places only, nothing about single persons (the "
                       "values are not shown here)",
            .action = "remove the column from the file before it reaches Marchland; keep the key "
                      "in your agency"};
    }
};

/// Words of a line of title, which stands where the header should.
constexpr std::ptrdiff_t longest_header = 8;

bool is_title(std::string_view header)
{
    return std::ranges::count(trimmed(header), ' ') >= longest_header;
}

/// The header of a table without a header is its first row.
std::optional<PersonalKind> kind_of_header_as_value(std::string_view header)
{
    constexpr std::array telling{PersonalKind::name,       PersonalKind::telephone,
                                 PersonalKind::online,     PersonalKind::identity,
                                 PersonalKind::coordinate, PersonalKind::account,
                                 PersonalKind::case_number};
    auto const kind = personal_value(header);
    return kind && is_one_of(*kind, telling) ? kind : std::nullopt;
}

/// What the different cells of a column are, each judged once.
class Cells {
public:
    /// \param place     whether a cell is the name of a known place: such cells are not judged.
    Cells(Field const& field, CellOf where, auto harmless, auto place)
    {
        for (std::size_t row = 0; row < field.cells.size(); ++row) {
            if (!field.cells[row]) {
                continue;
            }
            auto const text = trimmed(*field.cells[row]);
            if (!seen_.emplace(text, row).second || place(text)) {
                continue;
            }
            count_word(text);
            auto const kind = personal_value(text, where);
            if (kind == PersonalKind::name && where == CellOf::counts) {
                first_name_ = first_name_.value_or(row);
                ++names_;
                sure_ = sure_ || is_sure(text);
            } else if (kind && !harmless(text, *kind) && !first_) {
                first_ = {row, *kind};
            }
        }
    }

    /// The first row that tells of a person, and how.
    std::optional<std::pair<std::size_t, PersonalKind>> found() const
    {
        auto const share = [this](std::size_t count) {
            return words_ == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(words_);
        };
        bool const names = names_ > 0 && (sure_ || share(names_) > places_called_after_persons);
        bool const perhaps = perhaps_ >= fewest_words && share(perhaps_ + names_) > mostly;
        if (!first_ && names) {
            return std::pair{*first_name_, PersonalKind::name};
        }
        return !first_ && perhaps ? std::optional{std::pair{first_perhaps_, PersonalKind::name}}
                                  : first_;
    }

private:
    /// No place but a few that the gate knows has this word in its name.
    static bool is_sure(std::string_view text)
    {
        return folded(text).find(" thi ") != std::string::npos &&
               person_name(text) == NameLikeness::surely;
    }

    void count_word(std::string_view text)
    {
        bool const word = std::ranges::any_of(
            text, [](unsigned char c) { return std::isalpha(c) != 0 || c > 127; });
        words_ += word ? 1 : 0;
        if (word && person_name(text) == NameLikeness::perhaps && perhaps_++ == 0) {
            first_perhaps_ = seen_.at(text);
        }
    }

    std::unordered_map<std::string_view, std::size_t> seen_;  ///< cell -> its first row
    std::optional<std::pair<std::size_t, PersonalKind>> first_;
    std::optional<std::size_t> first_name_;
    std::size_t first_perhaps_ = 0;
    std::size_t words_ = 0;
    std::size_t names_ = 0;
    std::size_t perhaps_ = 0;
    bool sure_ = false;
};

/// "Xã Thôn Mòn" is a commune, though hamlets are called thôn.
bool is_a_unit(std::string_view cell)
{
    auto const first = cell.substr(0, cell.find(' '));
    bool const further = cell.find_first_of(",;0123456789") != std::string_view::npos;
    return !further && listed_value("name_prefix", first).has_value();
}

/// A cell that says what its column is there to say.
bool is_expected(ExpectedColumns const& expected, std::string const& column, std::string_view cell,
                 PersonalKind kind)
{
    bool const digits = cell.find_first_not_of("0123456789") == std::string_view::npos;
    return (column == expected.vintage && is_day(cell)) ||
           (expected.days.contains(column) && kind == PersonalKind::day) ||
           (column == expected.measured && kind == PersonalKind::coordinate && number_in(cell)) ||
           (expected.places.contains(column) && kind == PersonalKind::address && is_a_unit(cell)) ||
           (column == expected.code && digits);
}

/// Whether no other column has a name: GDAL calls them Field2, field_3 where a title stands in the first row.
bool is_alone(Table const& table, std::size_t index)
{
    for (std::size_t other = 0; other < table.fields.size(); ++other) {
        auto const name = folded(table.fields[other].name);
        if (other != index && !name.empty() && !name.starts_with("field")) {
            return false;
        }
    }
    return true;
}

/// "node/12416690344", or the number alone in a column osm_id: as long as a telephone number and nobody's.
bool is_id_of_openstreetmap(std::string_view cell, bool number_alone)
{
    auto const slash = cell.find('/');
    auto const kind = cell.substr(0, slash);
    bool const named =
        slash != cell.npos && (kind == "node" || kind == "way" || kind == "relation");
    auto const number = named ? cell.substr(slash + 1) : cell;
    return (named || number_alone) && !number.empty() &&
           std::ranges::all_of(number, [](char c) { return is_digit(c); });
}

/// "full_name" of a commune is "Phường Đông Kinh".
bool may_name_a_place(std::string_view header)
{
    auto const words = words_of(header);
    return words == "full name" || words == "fullname" || words == "ten day du" || words == "全名";
}

std::string row_of(Table const& table, std::size_t row)
{
    return table.row_name(row);
}

}  // namespace

Findings personal_data(Table const& table, std::string const& layer,
                       ExpectedColumns const& expected)
{
    Findings findings;
    for (std::size_t index = 0; index < table.fields.size(); ++index) {
        Column const column{table, layer, index};
        auto const& name = column.field().name;
        auto header = kind_of_header_as_value(name);
        header = header ? header : personal_header(name);
        if (header && is_title(name) && is_alone(table, index) && may_name_a_figure(*header)) {
            header.reset();  // "Report on victims of ...": its column is judged by its cells
        }
        bool const read = header && expected.known.contains(name) &&
                          (expected.figures.contains(name) ? may_name_a_figure(*header)
                                                           : may_name_a_place_or_time(*header));
        if (read) {
            header.reset();
        }
        if (header) {
            findings.push_back(column.refusal("header", *header));
            continue;
        }
        Cells const cells{column.field(), CellOf::counts,
                          [&](std::string_view text, PersonalKind kind) {
                              return is_expected(expected, name, text, kind);
                          },
                          [&](std::string_view text) {
                              return expected.names != nullptr && expected.places.contains(name) &&
                                     expected.names->knows(text);
                          }};
        if (auto const found = cells.found()) {
            findings.push_back(column.refusal(row_of(table, found->first), found->second));
        }
    }
    return findings;
}

Findings personal_data_of_places(Table const& table, std::string const& layer,
                                 std::set<std::string> const& read)
{
    Findings findings;
    for (std::size_t index = 0; index < table.fields.size(); ++index) {
        Column const column{table, layer, index};
        auto const& name = column.field().name;
        auto const header = personal_header(name);
        bool const of_a_place = may_name_a_place(name);  // its cells say whose name it is
        if (header && !may_stand_in_a_register(*header) && !of_a_place) {
            findings.push_back(column.refusal("header", *header));
            continue;
        }
        if ((!read.contains(name) && !(header && of_a_place)) ||
            column.field().kind != FieldKind::text) {
            continue;
        }
        bool const of_osm = words_of(name) == "osm id";
        Cells const cells{
            column.field(), CellOf::places,
            [of_osm](std::string_view cell, auto) { return is_id_of_openstreetmap(cell, of_osm); },
            [](std::string_view) { return false; }};
        if (auto const found = cells.found()) {
            findings.push_back(column.refusal(row_of(table, found->first), found->second));
        }
    }
    return findings;
}

}  // namespace marchland::geo
