#include "analysis/travel/land_cover.hpp"

#include "geo/gate/shown.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::travel {
namespace {

constexpr std::size_t most_told = 6;

std::string told_codes(std::map<double, std::size_t> const& strange, std::size_t known)
{
    std::vector<std::pair<std::size_t, double>> often;
    for (auto const& [code, cells] : strange) {
        often.emplace_back(cells, code);
        known += cells;
    }
    std::ranges::sort(often, std::greater{});
    std::string words;
    for (std::size_t i = 0; i < std::min(often.size(), most_told); ++i) {
        double const share =
            100.0 * static_cast<double>(often[i].first) / static_cast<double>(known);
        words += (i == 0 ? "" : ", ") + geo::told(often[i].second) + " (" + geo::fixed(share, 1) +
                 " % of the cells)";
    }
    return words + (often.size() > most_told ? ", ..." : "");
}

}  // namespace

LandClasses esa_worldcover()
{
    return {{10, Cover::dense},  {20, Cover::medium}, {30, Cover::low},    {40, Cover::low},
            {50, Cover::open},   {60, Cover::open},   {70, Cover::medium}, {80, Cover::water},
            {90, Cover::medium}, {95, Cover::dense},  {100, Cover::low}};
}

std::vector<std::string> cover_words()
{
    std::vector<std::string> words;
    for (auto const cover : {Cover::open, Cover::low, Cover::medium, Cover::dense, Cover::water}) {
        words.emplace_back(name_of(cover));
    }
    return words;
}

std::optional<Cover> cover_called(std::string_view word)
{
    auto const words = cover_words();
    auto const found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt
                                : std::optional{static_cast<Cover>(found - words.begin())};
}

std::optional<Cover> cover_of(double code, LandClasses const& classes)
{
    if (!(std::abs(code) < 1e6)) {
        return std::nullopt;
    }
    auto const found = classes.find(static_cast<int>(std::lround(code)));
    return found == classes.end() ? std::nullopt : std::optional{found->second};
}

void check_codes(geo::Raster const& cover, LandClasses const& classes,
                 geo::LayerSource const& source, geo::Findings& findings)
{
    std::map<double, std::size_t> strange;
    std::size_t known = 0;
    for (double const code : cover.values) {
        if (cover_of(code, classes)) {
            ++known;
        } else if (!std::isnan(code)) {
            ++strange[code];
        }
    }
    if (strange.empty()) {
        return;
    }
    bool const none = known == 0;
    findings.push_back(
        {.severity = none ? geo::Severity::error : geo::Severity::warning,
         .rule = "unknown-cover",
         .file = geo::shown_source(source.source),
         .layer = source.layer,
         .message = "found the codes " + told_codes(strange, known) +
                    (none ? "; none of them has a meaning in [land_cover.classes]"
                          : " without a meaning in [land_cover.classes]; people walk there as off "
                            "path"),
         .action = "add lines like " + geo::told(strange.begin()->first) +
                   " = \"medium\": " + "open, low, medium, dense or water"});
}

}  // namespace marchland::analysis::travel
