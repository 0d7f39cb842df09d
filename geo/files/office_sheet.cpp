#include "geo/files/office_sheet.hpp"

#include "geo/files/gdal_handle.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <cpl_csv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>

namespace marchland::geo {
namespace {

using Row = std::vector<Cell>;

std::size_t filled(Row const& row)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(row, [](Cell const& cell) { return cell.has_value(); }));
}

bool is_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// Not one that counts or codes something; a year may well stand in a header.
bool is_word(Cell const& cell)
{
    if (!cell) {
        return false;
    }
    auto const text = trimmed(*cell);
    return !number_in(text) ||
           (text.size() == 4 && (text.starts_with("19") || text.starts_with("20")));
}

bool all_words(Row const& row)
{
    return std::ranges::all_of(row, [](Cell const& cell) { return !cell || is_word(cell); });
}

/// How many cells most rows fill; of several the most cells.
std::size_t usual_width(Grid const& grid)
{
    std::map<std::size_t, std::size_t> rows;
    for (auto const& row : grid) {
        if (auto const width = filled(row); width > 1) {
            ++rows[width];
        }
    }
    std::size_t usual = 0;
    std::size_t most = 0;
    for (auto const& [width, count] : rows) {
        if (count >= most) {
            usual = width;
            most = count;
        }
    }
    return usual;
}

bool is_tags(Row const& row)
{
    return filled(row) > 0 && std::ranges::all_of(row, [](Cell const& cell) {
               return !cell || trimmed(*cell).starts_with('#');
           });
}

/// (1), (2), (3) or A, B, 1, 2 below a header; 1, 2 alone may well be a row of data.
bool is_column_numbers(Row const& row)
{
    constexpr std::size_t no_chance = 5;  // in a row
    std::size_t numbers = 0;
    bool marked = false;
    for (auto const& cell : row) {
        if (!cell) {
            continue;
        }
        auto text = trimmed(*cell);
        if (text.starts_with('(') && text.ends_with(')')) {
            text = text.substr(1, text.size() - 2);
            marked = true;
        }
        bool const letter = text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z';
        if (letter) {
            marked = true;
            continue;
        }
        if (!is_digits(text) || text.size() > 2 ||
            number_in(text) != static_cast<double>(numbers + 1)) {
            return false;
        }
        ++numbers;
    }
    return numbers > 1 && (marked || numbers >= no_chance);
}

std::string word_at(Row const& row, std::size_t column)
{
    return column < row.size() && row[column] ? nfc(trimmed(*row[column])) : std::string{};
}

/// The words of a group above each of its columns: merged cells have them in the first.
std::vector<std::string> spread(Row const& row, std::size_t columns)
{
    std::vector<std::string> groups;
    for (std::size_t c = 0; c < columns; ++c) {
        auto word = word_at(row, c);
        groups.push_back(word.empty() && c > 0 ? groups.back() : std::move(word));
    }
    return groups;
}

struct Header {
    std::size_t first = 0;  ///< row
    std::size_t last = 0;
};

/// Names below have nothing above, or there is more than one of a name.
bool needs_groups(Row const& row)
{
    std::map<std::string, int> count;
    for (std::size_t c = 0; c < row.size(); ++c) {
        if (auto word = word_at(row, c); !word.empty() && ++count[word] > 1) {
            return true;
        }
    }
    return false;
}

/// Where a stated header begins; it may go on in the row below.
std::optional<Header> header_at(Grid const& grid, std::size_t row)
{
    if (row >= grid.size() || filled(grid[row]) == 0) {
        return std::nullopt;
    }
    bool const goes_on = row + 2 < grid.size() && filled(grid[row + 1]) > 0 &&
                         all_words(grid[row + 1]) && !is_tags(grid[row + 1]) &&
                         !all_words(grid[row + 2]);
    return Header{row, goes_on ? row + 1 : row};
}

/// The row below has words where the one above has none: it says what a merged group is made of.
bool fills_a_gap(Row const& above, Row const& below)
{
    for (std::size_t c = 0; c < below.size(); ++c) {
        if (below[c] && (c >= above.size() || !above[c])) {
            return true;
        }
    }
    return false;
}

std::optional<Header> header_in(Grid const& grid)
{
    constexpr std::size_t searched = 40;
    auto const usual = usual_width(grid);
    auto const enough = std::max<std::size_t>(2, (6 * usual + 9) / 10);
    for (std::size_t r = 0; r < std::min(grid.size(), searched); ++r) {
        if (filled(grid[r]) < enough || !all_words(grid[r])) {
            continue;
        }
        Header header{r, r};
        bool const opens = r + 2 < grid.size() && filled(grid[r + 1]) > 0 &&
                           all_words(grid[r + 1]) && !is_tags(grid[r + 1]) &&
                           !all_words(grid[r + 2]) && fills_a_gap(grid[r], grid[r + 1]);
        if (opens) {
            header.last = r + 1;
        } else if (r > 0 && filled(grid[r - 1]) > 1 && all_words(grid[r - 1])) {
            header.first = r - 1;
        } else if (r > 0 && filled(grid[r - 1]) == 1 && needs_groups(grid[r])) {
            header.first = r - 1;
        }
        return header;
    }
    return std::nullopt;
}

std::vector<std::string> names_of(Grid const& grid, Header const& header, std::size_t columns)
{
    std::vector<std::string> names;
    if (header.first == header.last) {
        for (std::size_t c = 0; c < columns; ++c) {
            names.push_back(word_at(grid[header.first], c));
        }
        return names;
    }
    auto const groups = spread(grid[header.first], columns);
    for (std::size_t c = 0; c < columns; ++c) {
        auto const below = word_at(grid[header.last], c);
        auto const above = word_at(grid[header.first], c);
        names.push_back(below.empty()       ? above
                        : groups[c].empty() ? below
                                            : groups[c] + " / " + below);
    }
    return names;
}

void append_utf8(std::string& text, char32_t letter)
{
    auto const tail = [&text, letter](unsigned shift) {
        text += static_cast<char>(0x80U | (letter >> shift & 0x3FU));
    };
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else if (letter < 0x800) {
        text += static_cast<char>(0xC0U | letter >> 6U);
        tail(0);
    } else if (letter < 0x10000) {
        text += static_cast<char>(0xE0U | letter >> 12U);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | letter >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

/// UTF-8 out of what begins with a byte-order mark; all else as it is.
std::string decoded(std::string const& bytes)
{
    bool const little = bytes.starts_with("\xFF\xFE");
    if (!little && !bytes.starts_with("\xFE\xFF")) {
        return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    }
    auto const unit = [&](std::size_t i) {
        auto const low = static_cast<unsigned char>(bytes[little ? i : i + 1]);
        auto const high = static_cast<unsigned char>(bytes[little ? i + 1 : i]);
        return static_cast<char32_t>(high << 8U | low);
    };
    std::string text;
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
        auto letter = unit(i);
        bool const pair = letter >= 0xD800 && letter < 0xDC00 && i + 3 < bytes.size();
        if (pair) {
            i += 2;
            letter = 0x10000 + ((letter - 0xD800) << 10U) + (unit(i) - 0xDC00);
        }
        append_utf8(text, letter);
    }
    return text;
}

/// "sep=;", which Excel writes and reads, or the mark that stands most often in the first lines.
char separator_of(std::string& text)
{
    constexpr std::array marks{',', ';', '\t', '|'};
    if (folded(text.substr(0, 4)) == "sep=" && text.size() > 4) {
        char const mark = text[4];
        text.erase(0, std::min(text.find('\n'), text.size() - 1) + 1);
        if (std::ranges::find(marks, mark) != marks.end()) {
            return mark;
        }
    }
    constexpr std::size_t looked_at = 16384;
    std::array<std::size_t, marks.size()> count{};
    bool quoted = false;
    for (char const c : std::string_view{text}.substr(0, looked_at)) {
        quoted = c == '"' ? !quoted : quoted;
        for (std::size_t k = 0; k < marks.size() && !quoted; ++k) {
            count.at(k) += marks.at(k) == c ? 1U : 0U;
        }
    }
    return marks.at(static_cast<std::size_t>(std::ranges::max_element(count) - count.begin()));
}

/// A file in memory, gone with this object.
class MemoryFile {
public:
    explicit MemoryFile(std::string const& text)
        : file_{VSIFileFromMemBuffer(nullptr,
                                     reinterpret_cast<GByte*>(const_cast<char*>(text.data())),
                                     text.size(), FALSE)}
    {
    }
    ~MemoryFile()
    {
        if (file_ != nullptr) {
            VSIFCloseL(file_);
        }
    }
    MemoryFile(MemoryFile const&) = delete;
    MemoryFile& operator=(MemoryFile const&) = delete;
    VSILFILE* get() const { return file_; }

private:
    VSILFILE* file_;
};

std::string text_in_archive(std::string const& path)
{
    GByte* bytes = nullptr;
    vsi_l_offset size = 0;
    constexpr GIntBig most = 400'000'000;
    if (VSIIngestFile(nullptr, path.c_str(), &bytes, &size, most) == 0) {
        return {};
    }
    std::string text(reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size));
    VSIFree(bytes);
    return text;
}

/// In the cells of XLSX: <c ...><f>...</f><v>...</v></c>
std::size_t without_value(std::string const& xml)
{
    std::size_t count = 0;
    for (auto at = xml.find("<f"); at != std::string::npos; at = xml.find("<f", at + 2)) {
        bool const formula = xml.compare(at, 3, "<f>") == 0 || xml.compare(at, 3, "<f ") == 0 ||
                             xml.compare(at, 4, "<f/>") == 0;
        if (!formula) {
            continue;
        }
        auto const end = xml.find("</c>", at);
        if (end == std::string::npos) {
            break;
        }
        auto const cell = std::string_view{xml}.substr(at, end - at);
        auto const value = cell.find("<v>");
        count +=
            value == std::string_view::npos || cell.substr(value).starts_with("<v></v>") ? 1U : 0U;
    }
    return count;
}

/// The period that the rows above the header tell of, where it is one.
std::optional<Period> period_of_titles(Grid const& grid, std::size_t rows)
{
    std::optional<Period> told;
    for (std::size_t r = 0; r < rows; ++r) {
        for (auto const& cell : grid[r]) {
            auto const period = cell ? period_within(*cell) : std::nullopt;
            if (period && told && *told != *period) {
                return std::nullopt;
            }
            told = period ? period : told;
        }
    }
    return told;
}

/// A header as GDAL makes one up where the first row has none: Field3, field_3.
bool is_made_up(std::string_view header)
{
    auto const word = folded(header);
    std::string_view rest = word;
    for (std::string_view const start : {"field_", "field"}) {
        if (rest.starts_with(start)) {
            rest.remove_prefix(start.size());
            return is_digits(rest);
        }
    }
    return rest.empty();
}

Row row_of(Table const& table, std::size_t row)
{
    Row cells;
    for (auto const& field : table.fields) {
        cells.push_back(field.cells[row]);
    }
    return cells;
}

}  // namespace

bool header_is_elsewhere(Table const& table)
{
    auto const made_up = static_cast<std::size_t>(std::ranges::count_if(
        table.fields, [](Field const& field) { return is_made_up(field.name); }));
    if (table.spatial() || table.rows == 0) {
        return false;
    }
    auto const first = row_of(table, 0);
    bool const goes_on = made_up > 0 && table.rows > 1 && all_words(first) &&
                         !all_words(row_of(table, 1));  // a header of two rows, its groups merged
    return 2 * made_up >= table.fields.size() || table.fields.size() == 1 || goes_on ||
           is_tags(first) || is_column_numbers(first);
}

std::optional<Table> laid_out(Grid const& grid, std::size_t stated)
{
    auto const header = stated > 0 ? header_at(grid, stated - 1) : header_in(grid);
    if (!header) {
        return std::nullopt;
    }
    std::size_t columns = 0;
    for (auto const& row : grid) {
        columns = std::max(columns, row.size());
    }
    constexpr std::size_t most_columns = 16384;  // of a sheet
    if (columns > most_columns) {
        return std::nullopt;
    }
    Table table;
    table.title_rows = header->first;
    table.header_rows = header->last - header->first + 1;
    table.title_period = period_of_titles(grid, header->first);
    auto names = names_of(grid, *header, columns);
    std::size_t end = grid.size();
    while (end > header->last + 1 && filled(grid[end - 1]) <= 1 && columns > 2) {
        table.note_rows += filled(grid[end - 1]);  // remarks and signatures: nobody reads them
        --end;
    }
    for (std::size_t c = 0; c < columns; ++c) {
        bool const empty = std::ranges::none_of(
            grid, [c, &grid](Row const& row) { return c < row.size() && row[c].has_value(); });
        if (!empty || !names[c].empty()) {
            table.fields.push_back({names[c].empty() ? "column " + std::to_string(c + 1) : names[c],
                                    FieldKind::text,
                                    {}});
        } else {
            names[c] = "\n";  // no column at all
        }
    }
    for (std::size_t r = header->last + 1; r < end; ++r) {
        auto const& row = grid[r];
        if (filled(row) == 0) {
            ++table.blank_rows;
            continue;
        }
        if (r <= header->last + 2 && (is_tags(row) || is_column_numbers(row))) {
            continue;
        }
        std::size_t field = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            if (names[c] != "\n") {
                table.fields[field++].cells.push_back(c < row.size() ? row[c] : Cell{});
            }
        }
        table.row_in_file.push_back(r);
        ++table.rows;
    }
    return table;
}

bool is_text_of_a_spreadsheet(std::filesystem::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    std::string start(4096, '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    auto text = decoded(start);
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF") ||
        folded(text.substr(0, 4)) == "sep=") {
        return true;
    }
    char const mark = separator_of(text);
    auto const end_of_first = text.find('\n');
    return end_of_first != std::string::npos && text.find(mark) > end_of_first &&
           text.find(mark) != std::string::npos;
}

Grid grid_of_text(std::filesystem::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    std::string text = decoded({std::istreambuf_iterator<char>{in}, {}});
    if (!in) {
        throw Error{Trouble::findings, "the file cannot be read"};
    }
    std::string const separator(1, separator_of(text));
    MemoryFile const memory{text};
    Grid grid;
    constexpr std::size_t longest_line = 1'000'000;
    while (char** const words = CSVReadParseLine3L(memory.get(), longest_line, separator.c_str(),
                                                   true, false, false, true)) {
        std::vector<Cell> row;
        for (int i = 0; words[i] != nullptr; ++i) {
            std::string const word = words[i];
            row.push_back(trimmed(word).empty() ? Cell{} : Cell{word});
        }
        grid.push_back(std::move(row));
        CSLDestroy(words);
    }
    if (VSIFTellL(memory.get()) < text.size()) {
        throw Error{Trouble::findings,
                    "the table breaks off after row " + std::to_string(grid.size()) +
                        ": the next line is too long; is a quotation mark left open?"};
    }
    return grid;
}

std::size_t formulas_without_values(std::filesystem::path const& file)
{
    if (folded(file.extension().string()) != ".xlsx") {
        return 0;
    }
    std::string const folder = "/vsizip/{" + file.string() + "}/xl/worksheets";
    char** const names = VSIReadDir(folder.c_str());
    std::size_t count = 0;
    for (int i = 0; names != nullptr && names[i] != nullptr; ++i) {
        if (std::string_view{names[i]}.ends_with(".xml")) {
            count += without_value(text_in_archive(folder + "/" + names[i]));
        }
    }
    CSLDestroy(names);
    return count;
}

}  // namespace marchland::geo
