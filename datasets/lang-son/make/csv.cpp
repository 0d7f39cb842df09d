#include "datasets/lang-son/make/csv.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <fstream>
#include <iterator>

namespace marchland::lang_son {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_in(std::string const& text)
{
    Rows rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const letter = text[i];
        if (quoted && letter == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            rows.back().back() += text[++i];
        } else if (letter == '"') {
            quoted = !quoted;
        } else if (letter == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (letter == '\n' && !quoted) {
            rows.push_back({""});
        } else {
            rows.back().back() += letter;
        }
    }
    rows.pop_back();  // what follows the last line end
    return rows;
}

}  // namespace

Csv Csv::read(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        throw geo::Error{geo::Trouble::usage, path.string() + " cannot be read"};
    }
    Csv csv;
    csv.name_ = path.filename().string();
    csv.rows_ = rows_in({std::istreambuf_iterator<char>{file}, {}});
    auto const& header = csv.rows_.at(0);
    for (std::size_t i = 0; i < header.size(); ++i) {
        csv.columns_[header[i]] = i;
    }
    csv.rows_.erase(csv.rows_.begin());
    return csv;
}

std::string const& Csv::at(std::size_t row, std::string const& column) const
{
    auto const found = columns_.find(column);
    if (found == columns_.end()) {
        throw geo::Error{geo::Trouble::findings, name_ + " has no column " + column};
    }
    return rows_.at(row).at(found->second);
}

double Csv::number(std::size_t row, std::string const& column) const
{
    auto const value = geo::number_in(at(row, column));
    if (!value) {
        throw geo::Error{geo::Trouble::findings, name_ + ", row " + std::to_string(row + 1) + ": " +
                                                     column + " is no number"};
    }
    return *value;
}

void CsvText::add(std::vector<std::string> const& fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        text_ += i == 0 ? "" : ",";
        if (fields[i].find_first_of(",\"\n") == std::string::npos) {
            text_ += fields[i];
            continue;
        }
        text_ += '"';
        for (char const letter : fields[i]) {
            text_ += letter == '"' ? "\"\"" : std::string{letter};
        }
        text_ += '"';
    }
    text_ += '\n';
}

void CsvText::write(std::filesystem::path const& path) const
{
    std::ofstream file{path, std::ios::binary};
    if (!(file << text_).flush()) {
        throw geo::Error{geo::Trouble::failed, path.string() + " cannot be written"};
    }
}

}  // namespace marchland::lang_son
