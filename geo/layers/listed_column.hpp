// A column whose cells are words of a closed list. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace marchland::geo {

/// What is said of a word on no list.
struct UnlistedWord {
    Severity severity = Severity::error;
    std::string rule = "unlisted-word";
    std::string then = {};  ///< what becomes of the row: "; taken as informal"
};

class ListedColumn {
public:
    /// \param field  nullptr: no such column, all rows are empty. \param list  see geo/gate/word_lists.hpp.
    ListedColumn(LayerReader& reader, Field const* field, std::string list, UnlistedWord said = {});

    bool empty(std::size_t row) const;

    /// The value that the word stands for; nothing where the cell is empty, or its word on no list, which is said
    /// without the word.
    std::optional<std::string> of(std::size_t row);

    /// The same; `if_empty` where the cell is.
    std::optional<std::string> of(std::size_t row, std::string_view if_empty);

private:
    std::optional<std::string> value_of(std::string const& text) const;

    LayerReader& reader_;
    Field const* field_;
    std::string list_;
    UnlistedWord said_;
    std::unordered_map<std::string, std::optional<std::string>> known_;  ///< cell -> value
};

/// "18-24" for "18 – 24 tuổi", "18 to 24", "từ 18 đến 24"; "35+"; nothing where the text is no band of ages.
std::optional<std::string> age_band(std::string_view text);

}  // namespace marchland::geo
