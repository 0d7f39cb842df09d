/// \file word_lists.hpp
/// The closed lists of words that a cell may hold, in English, Vietnamese and Chinese.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// What a study adds: list, then its own word, then the value that the word stands for.
using OwnWords = std::map<std::string, std::map<std::string, std::string>>;

/// The value that a word of a list stands for: "đóng cửa" on crossing_status is "closed". Without regard to case,
/// marks and separators. Nothing where the word is on no list: it must never become a default.
std::optional<std::string> listed_value(std::string_view list, std::string_view word,
                                        OwnWords const& own = {});

/// The values of a list in the order in which they are told; empty: there is no such list.
std::vector<std::string> const& values_of_list(std::string_view list);

std::vector<std::string> names_of_lists();

/// How words are compared.
std::string word_key(std::string_view word);

}  // namespace marchland::geo
