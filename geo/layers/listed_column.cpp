#include "geo/layers/listed_column.hpp"

#include "geo/gate/word_lists.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace marchland::geo {
namespace {

constexpr int oldest = 120;

struct AgeWords {
    std::vector<int> numbers;
    std::string words;  ///< the rest, single blanks between
};

AgeWords parted(std::string_view text)
{
    AgeWords parts;
    std::string digits;
    for (char const c : word_key(text) + " ") {
        bool const digit = c >= '0' && c <= '9';
        if (digit) {
            digits += c;
            continue;
        }
        if (!digits.empty()) {
            parts.numbers.push_back(digits.size() > 3 ? oldest + 1 : std::stoi(digits));
            digits.clear();
            parts.words += '#';
        }
        parts.words += c == '.' ? ' ' : c;
    }
    parts.words = std::string{trimmed(parts.words)};
    return parts;
}

bool is_any(std::string const& words, auto const& list)
{
    return std::ranges::find(list, words) != list.end();
}

}  // namespace

std::optional<std::string> age_band(std::string_view text)
{
    constexpr std::array<std::string_view, 12> both{
        "# #",          "# to #",       "# den #",         "tu # den #",
        "# # tuoi",     "# den # tuoi", "tu # den # tuoi", "# # years",
        "# to # years", "#至#岁",       "# – #",           "from # to #"};
    constexpr std::array<std::string_view, 10> above{
        "#+",         "# +",         "tu # tro len",     "# tuoi tro len", "tu # tuoi tro len",
        "# and over", "# and above", "# years and over", "# or more",      "#岁以上"};
    constexpr std::array<std::string_view, 6> below{"<#",          "< #",     "duoi #",
                                                    "duoi # tuoi", "under #", "#岁以下"};
    auto const [numbers, words] = parted(text);
    if (std::ranges::any_of(numbers, [](int age) { return age > oldest; })) {
        return std::nullopt;
    }
    if (numbers.size() == 2 && numbers[0] < numbers[1] && is_any(words, both)) {
        return std::to_string(numbers[0]) + "-" + std::to_string(numbers[1]);
    }
    if (numbers.size() == 1 && is_any(words, above)) {
        return std::to_string(numbers[0]) + "+";
    }
    if (numbers.size() == 1 && numbers[0] > 0 && is_any(words, below)) {
        return "0-" + std::to_string(numbers[0] - 1);
    }
    return std::nullopt;
}

ListedColumn::ListedColumn(LayerReader& reader, Field const* field, std::string list,
                           UnlistedWord said)
    : reader_{reader}, field_{field}, list_{std::move(list)}, said_{std::move(said)}
{
}

bool ListedColumn::empty(std::size_t row) const
{
    return field_ == nullptr || !field_->cells[row] || trimmed(*field_->cells[row]).empty();
}

std::optional<std::string> ListedColumn::value_of(std::string const& text) const
{
    auto const& own = reader_.source().words;
    auto value = listed_value(list_, text, own);
    if (!value) {  // "opening (temporary route)", "main; planned upgrade"
        auto const bare =
            std::string{trimmed(std::string_view{text}.substr(0, text.find_first_of("(;,")))};
        value = bare.empty() || bare == text ? std::nullopt : listed_value(list_, bare, own);
    }
    return !value && list_ == "age" ? age_band(text) : value;
}

std::optional<std::string> ListedColumn::of(std::size_t row)
{
    if (empty(row)) {
        return std::nullopt;
    }
    auto const& cell = *field_->cells[row];
    auto found = known_.find(cell);
    if (found == known_.end()) {
        auto const text = reader_.text(field_, row);
        found = known_.emplace(cell, text ? value_of(*text) : std::nullopt).first;
    }
    if (!found->second) {
        std::string values;
        for (auto const& value : values_of_list(list_)) {
            values += (values.empty() ? "" : ", ") + value;
        }
        reader_.say(said_.severity, said_.rule, row, field_->name,
                    "the word is on no list (not shown here); expected one of " + values +
                        said_.then,
                    "correct it, or say what it stands for: \"the word\" = \"" +
                        (values_of_list(list_).empty() ? "..." : values_of_list(list_).front()) +
                        "\" in [words." + list_ + "] of study.toml");
    }
    return found->second;
}

std::optional<std::string> ListedColumn::of(std::size_t row, std::string_view if_empty)
{
    return empty(row) ? std::optional{std::string{if_empty}} : of(row);
}

}  // namespace marchland::geo
