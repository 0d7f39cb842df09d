#include "geo/layers/count_table.hpp"

#include "geo/gate/readings.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/personal.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <set>

namespace marchland::geo {
namespace {

bool is_empty(Field const& field)
{
    return std::ranges::none_of(field.cells, [](Cell const& cell) { return cell.has_value(); });
}

std::string quoted(std::string const& name)
{
    return '"' + name + '"';
}

/// Numbers of rows, and codes and names of places beside the code that is read: "STT", "Tên xã", "Huyện cũ".
bool goes_without_saying(std::string_view header)
{
    static std::set<std::string_view> const words{
        "stt",  "tt",      "no",       "thu",  "tu",       "ma",     "ten", "xa",   "phuong",
        "thi",  "tran",    "huyen",    "tinh", "quan",     "thanh",  "pho", "don",  "vi",
        "hanh", "chinh",   "dia",      "cu",   "moi",      "dac",    "khu", "name", "code",
        "ward", "commune", "district", "unit", "province", "former", "old", "new",  "en"};
    auto const parts = words_of(header);
    for (std::size_t from = 0; from <= parts.size();) {
        auto const to = std::min(parts.find(' ', from), parts.size());
        if (!words.contains(std::string_view{parts}.substr(from, to - from))) {
            return false;
        }
        from = to + 1;
    }
    return true;
}

/// Columns that nobody asked for: named, so that the study can say that they are left aside.
void say_unknown(LayerReader& reader, std::set<std::string> const& known)
{
    auto const& source = reader.source();
    auto const& fields = reader.table().fields;
    std::set<std::string> const ignored{source.ignore.begin(), source.ignore.end()};
    std::string names;
    std::string list;
    for (auto const& name : source.ignore) {
        list += (list.empty() ? "" : ", ") + quoted(name);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto const& name = fields[i].name;
        if (!known.contains(name) && !ignored.contains(name) && !is_empty(fields[i]) &&
            !goes_without_saying(name)) {
            names += (names.empty() ? "" : ", ") + shown_header(name, i);
            list += (list.empty() ? "" : ", ") + quoted(shown_header(name, i));
        }
    }
    if (!names.empty()) {
        reader.say(Severity::error, "unknown-column",
                   "the layer reads no such columns, and the study does not say that they are left "
                   "aside: " +
                       names,
                   "take them out of the file, say which column of the layer each is, or leave "
                   "them aside with "
                   "ignore = [" +
                       list + "] in [" + source.layer + "] of study.toml");
    }
}

void say_missing_ignored(LayerReader& reader)
{
    for (auto const& name : reader.source().ignore) {
        auto const& fields = reader.table().fields;
        if (std::ranges::find(fields, name, &Field::name) == fields.end()) {
            reader.say(Severity::note, "ignored-column-missing",
                       "ignore names the column \"" + printable(name) +
                           "\", which the file does not have",
                       "take it out of ignore");
        }
    }
}

/// The other sheets of a workbook go where it goes: what they hold of persons is found, too.
Findings personal_data_beside(LayerReader& reader)
{
    auto const& source = reader.source();
    auto const name = folded(source.source);
    Findings findings;
    bool const workbook =
        name.ends_with(".xlsx") || name.ends_with(".xls") || name.ends_with(".ods");
    if (!workbook || source.source.starts_with("/vsi")) {
        return findings;
    }
    for (auto const& sheet : summarise(source.folder / source.source)) {
        auto const& read = reader.table().sheets;
        bool const is_read =
            sheet.name == reader.table().layer ||
            std::ranges::any_of(read, [&](auto const& one) { return one.second == sheet.name; });
        if (!is_read && sheet.rows > 0) {
            auto other = source;
            other.table = sheet.name;
            other.import = {};  // said of the sheet that is read
            other.where.clear();
            auto table = read_table(other);
            table.file += ", sheet " + shown_header(sheet.name, 0);
            auto const found = personal_data(table, source.layer, {});
            findings.insert(findings.end(), found.begin(), found.end());
        }
    }
    return findings;
}

bool refuses(LayerReader& reader, Findings const& against)
{
    reader.findings().insert(reader.findings().end(), against.begin(), against.end());
    return !against.empty();
}

}  // namespace

bool refuses_columns(LayerReader& reader, std::initializer_list<char const*> contract,
                     char const* measured, std::initializer_list<char const*> days,
                     PlaceNames const* names)
{
    ExpectedColumns expected{.known = {},
                             .measured = measured == nullptr ? "" : reader.name_in_file(measured),
                             .vintage = reader.name_in_file("vintage"),
                             .code = reader.name_in_file("commune")};
    for (auto const* const day : days) {
        expected.days.insert(reader.name_in_file(day));
    }
    static std::set<std::string_view> const figures{"count", "amount",  "value",     "planned",
                                                    "done",  "reached", "population"};
    std::vector<char const*> columns{contract};
    if (std::ranges::find(columns, std::string_view{"commune"}) != columns.end()) {
        columns.insert(columns.end(), {"district", "province", "vintage", "level"});
        for (auto const* const column : {"commune", "district", "province"}) {
            if (auto const in_file = reader.name_in_file(column); !in_file.empty()) {
                expected.places.insert(in_file);
            }
        }
        expected.names = names;
    }
    for (auto const* const name : columns) {
        auto const in_file = reader.name_in_file(name);
        if (!in_file.empty()) {
            expected.known.insert(in_file);
        }
        if (!in_file.empty() && figures.contains(name)) {
            expected.figures.insert(in_file);
        }
    }
    bool refused = refuses(reader, personal_data_beside(reader));
    refused =
        refuses(reader, personal_data(reader.table(), reader.source().layer, expected)) || refused;
    for (auto const& aside : reader.table().set_aside) {
        refused = refuses(reader, personal_data(aside, reader.source().layer, expected)) || refused;
    }
    if (refused) {
        return true;
    }
    if (!reader.table().spatial()) {  // a layer of a map has columns of its own
        say_unknown(reader, expected.known);
        say_missing_ignored(reader);
    }
    return false;
}

bool refuses_persons(LayerReader& reader, std::initializer_list<char const*> read)
{
    std::set<std::string> names;
    for (auto const* const name : read) {
        names.insert(reader.name_in_file(name));
    }
    bool refused =
        refuses(reader, personal_data_of_places(reader.table(), reader.source().layer, names));
    for (auto const& aside : reader.table().set_aside) {
        refused = refuses(reader, personal_data_of_places(aside, reader.source().layer, names)) ||
                  refused;
    }
    return refused;
}

}  // namespace marchland::geo
