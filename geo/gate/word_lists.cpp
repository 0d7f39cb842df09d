#include "geo/gate/word_lists.hpp"

#include "geo/gate/readings.hpp"
#include "geo/gate/word_lists_data.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>

namespace marchland::geo {
namespace {

struct WordList {
    std::vector<std::string> values;
    std::map<std::string, std::string, std::less<>> value_of;  ///< by word_key
};

using WordLists = std::map<std::string, WordList, std::less<>>;

std::vector<std::string_view> parts_of(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= text.size();) {
        auto const to = std::min(text.find(mark, from), text.size());
        parts.push_back(trimmed(text.substr(from, to - from)));
        from = to + 1;
    }
    return parts;
}

void add_line(WordList& list, std::string_view line)
{
    auto const parts = parts_of(line, '|');
    std::string const value{parts.front()};
    list.values.push_back(value);
    list.value_of.emplace(word_key(value), value);
    for (std::size_t language = 1; language < parts.size(); ++language) {
        for (auto const word : parts_of(parts[language], ';')) {
            if (!word.empty()) {
                list.value_of.emplace(word_key(word), value);
            }
        }
    }
}

WordLists made_lists()
{
    WordLists lists;
    WordList* list = nullptr;
    for (auto const line : parts_of(word_lists_data, '\n')) {
        if (line.starts_with('#')) {
            list = &lists[std::string{trimmed(line.substr(1))}];
        } else if (list != nullptr && !line.empty()) {
            add_line(*list, line);
        }
    }
    return lists;
}

WordLists const& all_lists()
{
    static WordLists const lists = made_lists();
    return lists;
}

}  // namespace

std::string word_key(std::string_view word)
{
    std::string key;
    for (char const c : folded(unified(word))) {
        bool const blank = c == ' ' || c == '_' || c == '-' || c == '/' || c == '\t';
        if (!blank) {
            key += c;
        } else if (!key.empty() && key.back() != ' ') {
            key += ' ';
        }
    }
    return std::string{trimmed(key)};
}

std::optional<std::string> listed_value(std::string_view list, std::string_view word,
                                        OwnWords const& own)
{
    auto const key = word_key(word);
    if (auto const added = own.find(std::string{list}); added != own.end()) {
        for (auto const& [one, value] : added->second) {
            if (word_key(one) == key) {
                return value;
            }
        }
    }
    auto const found = all_lists().find(list);
    if (found == all_lists().end()) {
        return std::nullopt;
    }
    auto const value = found->second.value_of.find(key);
    return value == found->second.value_of.end() ? std::nullopt : std::optional{value->second};
}

std::vector<std::string> const& values_of_list(std::string_view list)
{
    static std::vector<std::string> const none;
    auto const found = all_lists().find(list);
    return found == all_lists().end() ? none : found->second.values;
}

std::vector<std::string> names_of_lists()
{
    std::vector<std::string> names;
    for (auto const& [name, list] : all_lists()) {
        names.push_back(name);
    }
    return names;
}

}  // namespace marchland::geo
