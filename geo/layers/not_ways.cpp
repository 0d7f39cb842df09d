#include "geo/layers/not_ways.hpp"

#include <algorithm>
#include <array>

namespace marchland::geo {
namespace {

struct Word {
    std::string_view start;  ///< the word begins with it
    NotAWay kind;
};

/// What is true of a road as of a railway: of OpenStreetMap, of exports, of Vietnamese registers.
constexpr std::array not_in_use{Word{"proposed", NotAWay::planned},
                                Word{"planned", NotAWay::planned},
                                Word{"quy hoach", NotAWay::planned},
                                Word{"du kien", NotAWay::planned},
                                Word{"construction", NotAWay::under_construction},
                                Word{"under_construction", NotAWay::under_construction},
                                Word{"under construction", NotAWay::under_construction},
                                Word{"dang xay", NotAWay::under_construction},
                                Word{"dang thi cong", NotAWay::under_construction},
                                Word{"disused", NotAWay::out_of_use},
                                Word{"out_of_use", NotAWay::out_of_use},
                                Word{"out of use", NotAWay::out_of_use},
                                Word{"abandoned", NotAWay::out_of_use},
                                Word{"razed", NotAWay::out_of_use},
                                Word{"demolished", NotAWay::out_of_use},
                                Word{"dismantled", NotAWay::out_of_use},
                                Word{"removed", NotAWay::out_of_use},
                                Word{"bo hoang", NotAWay::out_of_use},
                                Word{"ngung su dung", NotAWay::out_of_use}};

constexpr std::array of_rails{Word{"industrial_line", NotAWay::industrial_railway},
                              Word{"rail_siding", NotAWay::industrial_railway},
                              Word{"rail_spur", NotAWay::industrial_railway},
                              Word{"rail_yard", NotAWay::industrial_railway},
                              Word{"rail_crossover", NotAWay::industrial_railway},
                              Word{"rail_alley", NotAWay::industrial_railway},
                              Word{"siding", NotAWay::industrial_railway},
                              Word{"spur", NotAWay::industrial_railway},
                              Word{"rail", NotAWay::railway},
                              Word{"railway", NotAWay::railway},
                              Word{"railroad", NotAWay::railway},
                              Word{"main_line", NotAWay::railway},
                              Word{"branch_line", NotAWay::railway},
                              Word{"light_rail", NotAWay::railway},
                              Word{"narrow_gauge", NotAWay::railway},
                              Word{"subway", NotAWay::railway},
                              Word{"tram", NotAWay::railway},
                              Word{"tramway", NotAWay::railway},
                              Word{"monorail", NotAWay::railway},
                              Word{"funicular", NotAWay::railway},
                              Word{"duong sat", NotAWay::railway},
                              Word{"raceway", NotAWay::race_track}};

constexpr std::array<std::string_view, not_way_kinds> plurals{
    "railways",
    "railway sidings, yards and industrial lines",
    "planned",
    "under construction",
    "out of use",
    "race tracks",
    "no highways (rivers, railways, fences)"};

/// Or that nobody knows it: most ways are in use.
constexpr std::array<std::string_view, 15> in_use{
    "open",     "in use", "in_use",       "active",         "operational",
    "existing", "opened", "dang su dung", "dang khai thac", "hoat dong",
    "dang mo",  "mo",     "unknown",      "khong ro",       "chua ro"};

bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

template <std::size_t n>
std::optional<NotAWay> found(std::array<Word, n> const& words, std::string_view word)
{
    auto const* const at = std::ranges::find_if(words, [word](Word const& one) {
        return word.starts_with(one.start) &&
               (word.size() == one.start.size() || !is_letter(word[one.start.size()]));
    });
    return at == words.end() ? std::nullopt : std::optional{at->kind};
}

}  // namespace

std::string_view plural_of(NotAWay kind)
{
    return plurals.at(static_cast<std::size_t>(kind));
}

std::optional<NotAWay> not_a_way_of_class(std::string_view word)
{
    auto const unused = found(not_in_use, word);
    return unused ? unused : found(of_rails, word);
}

std::optional<NotAWay> not_a_way_of_status(std::string_view word)
{
    return found(not_in_use, word);
}

bool is_in_use(std::string_view word)
{
    return word.empty() || std::ranges::find(in_use, word) != in_use.end();
}

}  // namespace marchland::geo
