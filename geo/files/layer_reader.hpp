// What the readers of all layers share: opening, columns, cells, and saying what is wrong where.
// A reader throws nothing for bad data: it collects findings and goes on with what is sound. It costs O(cells), but
// where its header says otherwise. Private to geo.
#pragma once

#include "geo/files/read.hpp"
#include "geo/files/table.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/number_style.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace marchland::geo {

class LayerReader {
public:
    /// Opens the layer; what stands against it goes into the findings and nothing comes back. A column that
    /// the study names and the file does not have is an error.
    static std::optional<LayerReader> open(LayerSource const& source, Findings& findings);

    Table& table() { return table_; }
    std::size_t rows() const { return table_.rows; }

    Field const* optional_field(std::string const& name) const;
    /// An error, with the nearest name the file has, where the column is missing.
    Field const* required_field(std::string const& name);

    /// What the file calls a column; empty where it has none such.
    std::string name_in_file(std::string const& name) const;

    /// NFC, escapes resolved, blanks trimmed; nothing for an empty cell. Repairs are said once a column.
    std::optional<std::string> text(Field const* field, std::size_t row);

    /// The number in a cell, written as its column writes numbers (see number_style.hpp); how that is
    /// understood is said once a column. Nothing for an empty cell or other text.
    std::optional<double> number(Field const* field, std::size_t row, Quantity quantity);
    /// How a column writes its numbers, for cells like <5.
    NumberStyle const& number_style_of(Field const& field, Quantity quantity);

    /// Says something of a row and a column. Past a dozen of one kind the rest is only counted.
    void say(Severity severity, std::string_view rule, std::size_t row, std::string_view field,
             std::string message, std::string action);
    /// Says something of the whole layer.
    void say(Severity severity, std::string_view rule, std::string message, std::string action);

    /// Adds the counted rest. Call once, at the end.
    void finish();

    /// "row 3" or "row 3 (06148)": set the label of a row as soon as its code is known.
    /// A code that could be a person's is no label.
    void label(std::size_t row, std::string const& code);

    Findings& findings() { return *findings_; }
    LayerSource const& source() const { return source_; }

private:
    void say_missing(std::string const& name);
    void say_what_was_done();  ///< while the file was read
    void say_recast();

    LayerReader(LayerSource source, Table table, Findings& findings);

    LayerSource source_;
    Table table_;
    Findings* findings_;
    std::map<std::size_t, std::string> labels_;
    std::map<std::string, NumberStyle> styles_;  ///< by column
    std::map<std::pair<std::string, std::string>, std::pair<std::size_t, Finding>> said_;
};

}  // namespace marchland::geo
