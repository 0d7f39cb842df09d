// Private: texts for the names that results spell out, e.g. "forced_labour".
#pragma once

#include "cartography/words/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace marchland::cartography {

using NamedText = std::pair<std::string_view, Text>;

template <std::size_t size>
using NamedTexts = std::array<NamedText, size>;

/// The text of that name; a name that is not known stays as it is.
template <std::size_t size>
QString word_for(std::string const& name, NamedTexts<size> const& known, Words const& words)
{
    auto const found = std::ranges::find(known, name, &NamedText::first);
    return found == known.end() ? QString::fromStdString(name) : words(found->second);
}

}  // namespace marchland::cartography
