// Private: the catalogue of one language.
#pragma once

#include "cartography/words/words.hpp"

namespace marchland::cartography {

Words const& english_words();

}  // namespace marchland::cartography
