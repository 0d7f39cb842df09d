// The corridor sheet: what stands behind the ways from each commune to each crossing, as rows.
#include "analysis/flows/corridor_evidence.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>

namespace marchland::study {
namespace {

using analysis::risk::Evidence;
using geo::CommuneId;
using geo::index_of;

std::string told(CommuneId id, results::Results const& results)
{
    auto const& row = results.communes[index_of(id)];
    return (row.name.empty() ? row.code : row.name) +
           (row.rank > 0 ? " (rank " + std::to_string(row.rank) + ")" : "");
}

std::string told(std::vector<CommuneId> const& communes, results::Results const& results)
{
    std::string words;
    for (auto const id : communes) {
        words += (words.empty() ? "" : ", ") + told(id, results);
    }
    return words;
}

void put(analysis::network::WayEvidence const& evidence, geo::Ways const& ways,
         results::SheetRow& row)
{
    row.network_grade = name_of(analysis::network::grade_of(evidence));
    row.least_confidence = evidence.least_confidence.value_or(geo::unknown);
    row.sensitivity = geo::name_of(evidence.strictest);
    row.sources = analysis::network::sources_in_words(evidence, ways);
}

std::string weaker(Evidence network, std::string const& commune)
{
    for (auto const one : {Evidence::none, Evidence::weak, Evidence::moderate}) {
        if (commune == name_of(one) || network == one) {
            return std::string{name_of(one)};
        }
    }
    return std::string{name_of(Evidence::strong)};
}

constexpr char const* note_official = "people pass here to trade, work and visit family; nearly "
                                      "all of them are not at risk; for desks and "
                                      "information, never for stopping people";
constexpr char const* note_informal = "a customary way of neighbours, farmers and kin; review the "
                                      "stretch with the commune, never publish it "
                                      "as a line";

void add_bands(analysis::flows::Movement const& movement, analysis::flows::Corridor const& corridor,
               results::SheetRow& row)
{
    auto const& pairs = movement.bands.pairs[corridor.from];
    auto const found =
        std::ranges::find(pairs, corridor.crossing, &analysis::flows::PairBand::crossing);
    if (found != pairs.end()) {
        row.share_lower = std::min(row.share, found->share.lower);
        row.share_upper = std::max(row.share, found->share.upper);
        row.hours_lower = std::min(row.hours, found->hours.lower);
        row.hours_upper = std::max(row.hours, found->hours.upper);
    }
}

results::SheetRow head_of(analysis::flows::Corridor const& quickest, Region const& region,
                          analysis::flows::Movement const& movement)
{
    results::SheetRow row;
    row.from_code = region.communes.code[quickest.from];
    row.from_name = region.communes.name[quickest.from];
    row.crossing = region.crossings.id[quickest.crossing];
    row.crossing_name = region.crossings.name[quickest.crossing];
    row.crossing_class = geo::name_of(region.crossings.klass[quickest.crossing]);
    row.crossing_history = region.crossings.detail(quickest.crossing).history;
    row.informal = region.crossings.informal(quickest.crossing);
    row.share = movement.choice.share[quickest.from][index_of(quickest.crossing)];
    row.hours = quickest.hours;
    row.flow = 0.0;
    add_bands(movement, quickest, row);
    return row;
}

void put(analysis::flows::WayMix const& mix, results::SheetRow& row)
{
    row.km = mix.total();
    row.national_km = mix.national;
    row.provincial_km = mix.provincial;
    row.local_km = mix.local;
    row.track_km = mix.track;
    row.path_km = mix.path;
    row.inferred_km = mix.inferred;
    row.river_km = mix.river;
    row.unknown_km = mix.unknown;
}

}  // namespace

void fill_sheet(analysis::routes::Routes const& routes, Region const& region,
                analysis::flows::Movement const& movement, results::Results& results)
{
    auto const& all = movement.found.corridors;
    for (std::size_t first = 0; first < all.size();) {
        std::size_t next = first;
        while (next < all.size() && all[next].from == all[first].from &&
               all[next].crossing == all[first].crossing) {
            ++next;
        }
        auto const alternatives = std::span{all}.subspan(first, next - first);
        auto const& quickest = alternatives.front();
        auto row = head_of(quickest, region, movement);
        for (auto const& corridor : alternatives) {
            row.flow += corridor.flow;
            row.informal = row.informal || corridor.informal_metres > 0.0;
        }
        auto const mix = analysis::flows::mix_of(alternatives, routes, region.ways);
        auto const evidence = analysis::flows::evidence_of(alternatives, routes, region.ways);
        put(mix, row);
        put(evidence, region.ways, row);
        row.touches =
            told(analysis::flows::communes_passed(quickest, routes, *region.boundaries), results);
        row.evidence =
            weaker(analysis::flows::network_evidence(mix, analysis::network::grade_of(evidence)),
                   results.communes[index_of(quickest.from)].evidence);
        row.note = row.informal ? note_informal : note_official;
        results.sheet.push_back(std::move(row));
        first = next;
    }
}

}  // namespace marchland::study
