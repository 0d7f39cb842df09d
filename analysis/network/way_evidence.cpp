#include "analysis/network/way_evidence.hpp"

#include <algorithm>

namespace marchland::analysis::network {
namespace {

constexpr double high_from = 0.8;
constexpr double medium_from = 0.5;

}  // namespace

WayEvidence evidence_of(std::span<std::uint32_t const> pieces, Network const& network,
                        geo::Ways const& ways)
{
    WayEvidence evidence;
    std::vector<bool> seen(ways.provenances.size());
    for (auto const number : pieces) {
        auto const& piece = network.pieces[number];
        if (piece.into_gate) {
            continue;
        }
        if (!piece.way) {
            evidence.gap_m += piece.metres;
            evidence.widest_gap_m = std::max(evidence.widest_gap_m, piece.metres);
            continue;
        }
        auto const& made_from = ways.provenance(*piece.way);
        evidence.strictest = std::max(evidence.strictest, made_from.sensitivity);
        if (made_from.confidence) {
            evidence.least_confidence =
                std::min(evidence.least_confidence.value_or(1.0), *made_from.confidence);
        } else {
            evidence.all_stated = false;
        }
        if (!ways.made_from.empty()) {
            seen[ways.made_from[*piece.way]] = true;
        }
    }
    for (std::uint32_t i = 0; i < seen.size(); ++i) {
        if (seen[i]) {
            evidence.provenances.push_back(i);
        }
    }
    return evidence;
}

EvidenceGrade grade_of(WayEvidence const& evidence)
{
    double const least = evidence.least_confidence.value_or(1.0);
    if (least < medium_from || evidence.widest_gap_m > review_beyond_m) {
        return EvidenceGrade::low;
    }
    if (!evidence.all_stated || !evidence.least_confidence) {
        return EvidenceGrade::not_stated;
    }
    return least >= high_from ? EvidenceGrade::high : EvidenceGrade::medium;
}

std::string sources_in_words(WayEvidence const& evidence, geo::Ways const& ways)
{
    std::vector<std::string> told;
    for (auto const number : evidence.provenances) {
        auto const& made_from = ways.provenances[number];
        auto words = made_from.source;
        words += made_from.as_of.empty() ? "" : ", as of " + made_from.as_of;
        words += made_from.licence.empty() ? "" : ", " + made_from.licence;
        if (std::ranges::find(told, words) == told.end()) {
            told.push_back(words);
        }
    }
    std::string all;
    for (auto const& words : told) {
        all += (all.empty() ? "" : "; ") + words;
    }
    return all;
}

}  // namespace marchland::analysis::network
