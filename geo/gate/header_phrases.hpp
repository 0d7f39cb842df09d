// The words of headers that speak of persons, and those that do not. Private to geo.
#pragma once

#include "geo/gate/personal_kind.hpp"

#include <array>
#include <string_view>

namespace marchland::geo {

struct PhraseList {
    PersonalKind kind;
    /// Folded, parted by '|'. "~x": excused by a word for a quantity. "=x": only where it is all that the header
    /// says. "=~x": both.
    std::string_view phrases;
};

/// The first that fits tells the kind.
extern std::array<PhraseList, 19> const header_phrases;

/// Of Chinese headers, whose words are not parted; "~" as above.
extern std::array<PhraseList, 18> const header_signs;

/// Phrases in which words of the lists above are harmless.
extern std::string_view const harmless_phrases;
extern std::string_view const harmless_signs;

/// What can have a name without being a person.
extern std::string_view const named_things;

/// "so", "number of", "rate": the header counts.
extern std::string_view const quantity_words;
extern std::string_view const quantity_signs;

/// Words that say nothing by themselves: of, the, cua.
extern std::string_view const filler_words;

/// Other words of tables, so that headers written together come apart where they should.
extern std::string_view const other_words;

}  // namespace marchland::geo
