// Small tables of text: rows reached by the name of the column.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace marchland::lang_son {

class Csv {
public:
    /// \throws geo::Error{usage}  the file cannot be read.
    static Csv read(std::filesystem::path const& path);

    std::size_t size() const { return rows_.size(); }
    /// \throws geo::Error{findings}  there is no such column.
    std::string const& at(std::size_t row, std::string const& column) const;
    bool has(std::size_t row, std::string const& column) const { return !at(row, column).empty(); }
    double number(std::size_t row,
                  std::string const& column) const;  ///< \throws geo::Error{findings}

private:
    std::string name_;
    std::map<std::string, std::size_t> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// A table to be written: every field quoted only where it must be, lines end with \n.
class CsvText {
public:
    explicit CsvText(std::vector<std::string> const& header) { add(header); }
    void add(std::vector<std::string> const& fields);
    void write(std::filesystem::path const& path) const;

private:
    std::string text_;
};

}  // namespace marchland::lang_son
