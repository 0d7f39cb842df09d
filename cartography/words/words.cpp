#include "cartography/words/words.hpp"

#include "cartography/words/words_en.hpp"
#include "cartography/words/words_vi.hpp"
#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

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

namespace {

using Named = std::pair<std::string_view, QString Words::*>;

QString word_for(std::string const& name, std::span<Named const> known, Words const& words)
{
    auto const found = std::ranges::find(known, name, &Named::first);
    return found == known.end() ? QString::fromStdString(name) : words.*found->second;
}

}  // namespace

QString layer_word(std::string const& name, Words const& words)
{
    static constexpr std::array<Named, 16> known{{{"communes", &Words::layer_communes},
                                                  {"crossings", &Words::layer_crossings},
                                                  {"markets", &Words::layer_markets},
                                                  {"roads", &Words::layer_roads},
                                                  {"paths", &Words::layer_paths},
                                                  {"terrain", &Words::layer_terrain},
                                                  {"land_cover", &Words::layer_land_cover},
                                                  {"rivers", &Words::layer_rivers},
                                                  {"border", &Words::layer_border},
                                                  {"cases", &Words::layer_cases},
                                                  {"effort", &Words::layer_effort},
                                                  {"people", &Words::layer_people},
                                                  {"lists", &Words::layer_lists},
                                                  {"plan", &Words::plan},
                                                  {"crosswalk", &Words::layer_crosswalk},
                                                  {"indicators", &Words::layer_indicators}}};
    return word_for(name, known, words);
}

QString travel_word(std::string const& name, Words const& words)
{
    static constexpr std::array<Named, 3> known{{{"motorbike", &Words::travel_motorbike},
                                                 {"foot", &Words::travel_foot},
                                                 {"car", &Words::travel_car}}};
    return word_for(name, known, words);
}

QString evidence_word(results::Evidence evidence, Words const& words)
{
    switch (evidence) {
    case results::Evidence::strong:
        return words.evidence_strong;
    case results::Evidence::moderate:
        return words.evidence_moderate;
    case results::Evidence::weak:
        return words.evidence_weak;
    case results::Evidence::none:
        break;
    }
    return words.evidence_none;
}

}  // namespace marchland::cartography
