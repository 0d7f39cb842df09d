#include "analysis/border/profile_words.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace marchland::analysis::border {
namespace {

constexpr double fine_enough_m = 100.0;

void say(BorderProfile& profile, geo::Severity severity, std::string rule, std::string layer,
         std::string message, std::string action)
{
    profile.findings.push_back({.severity = severity,
                                .rule = std::move(rule),
                                .layer = std::move(layer),
                                .message = std::move(message),
                                .action = std::move(action)});
}

}  // namespace

void say_parts(BorderProfile& profile, geo::MultiLine const& parts)
{
    if (parts.empty()) {
        say(profile, geo::Severity::note, "no-border", "border",
            "there is no border line, so no profile", "add [border] to study.toml");
    }
    if (parts.size() > 1) {
        double widest = 0.0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            double nearest = geo::infinite;
            for (std::size_t j = 0; j < parts.size(); ++j) {
                for (auto const p : {parts[i].front(), parts[i].back()}) {
                    for (auto const q : {parts[j].front(), parts[j].back()}) {
                        nearest = i == j ? nearest : std::min(nearest, geo::distance(p, q));
                    }
                }
            }
            widest = std::max(widest, nearest);
        }
        say(profile, geo::Severity::warning, "border-in-parts", "border",
            "the border does not close: it comes in " + std::to_string(parts.size()) +
                " parts, up to " + geo::fixed(widest, 0) +
                " m apart; kilometres are counted in each by itself",
            "draw the missing pieces if they are on the ground");
    }
}

void say_coarse(BorderProfile& profile, terrain::Surface const& ground)
{
    if (ground.cells.metres > fine_enough_m) {
        say(profile, geo::Severity::note, "coarse-terrain", "terrain",
            "the terrain has cells of " + geo::fixed(ground.cells.metres, 0) +
                " m: slopes look flatter, and travel times shorter, than they really are",
            "give a terrain with cells of 30 to 100 m");
    }
}

void say_communes(BorderProfile& profile, geo::Communes const& communes,
                  std::vector<geo::CommuneId> const& off)
{
    if (off.empty()) {
        return;
    }
    say(profile, geo::Severity::warning, "off-the-terrain", "communes",
        std::to_string(off.size()) +
            " communes lie in water or where the terrain has no height, and on no way (" +
            communes.label(off.front()) + (off.size() > 1 ? ", ..." : "") +
            "); nobody starts there",
        "give a terrain that reaches them");
}

void say_unknown(BorderProfile& profile)
{
    auto const without = std::ranges::count_if(
        profile.stretches, [](BorderStretch const& stretch) { return std::isnan(stretch.hours); });
    if (without > 0) {
        say(profile, geo::Severity::warning, "no-figure", "border",
            std::to_string(without) + " of " + std::to_string(profile.stretches.size()) +
                " stretches of the border have no hours: the terrain does not cover them or no "
                "commune reaches them",
            "read them as \"not known\", not as \"far\"");
    }
}

}  // namespace marchland::analysis::border
