#include "cartography/words.hpp"

#include "cartography/words_en.hpp"
#include "cartography/words_vi.hpp"
#include "geo/error.hpp"

namespace marchland::cartography {

Language language_of(std::string_view code)
{
    if (code == "vi") {
        return Language::vietnamese;
    }
    if (code == "en") {
        return Language::english;
    }
    throw geo::Error{geo::Trouble::usage,
                     "language \"" + std::string{code} + "\" is not known; choose vi or en"};
}

Words const& words_in(Language language)
{
    return language == Language::english ? english_words() : vietnamese_words();
}

}  // namespace marchland::cartography
