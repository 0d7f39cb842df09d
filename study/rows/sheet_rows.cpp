// The corridor sheet: what stands behind the ways from each commune to each crossing, as rows.
#include "analysis/flows/corridor_evidence.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "study/rows/kinds.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>

namespace marchland::study {
namespace {

using geo::CommuneId;

/// "Hữu Liên (rank 3), ..."
std::string told(std::vector<CommuneId> const& communes, Region const& region,
                 analysis::risk::Risk const& risk)
{
    std::string words;
    for (auto const id : communes) {
        auto const& name = region.communes.name[id];
        words += (words.empty() ? "" : ", ") + (name.empty() ? region.communes.code[id] : name) +
                 (risk.rank[id] > 0 ? " (rank " + std::to_string(risk.rank[id]) + ")" : "");
    }
    return words;
}

void put(analysis::network::WayEvidence const& evidence, geo::Ways const& ways,
         results::SheetRow& row)
{
    row.network_grade = kind_of(analysis::network::grade_of(evidence));
    row.least_confidence = evidence.least_confidence.value_or(geo::unknown);
    row.sensitivity = evidence.strictest;
    row.sources = analysis::network::sources_in_words(evidence, ways);
}

constexpr char const* note_official = "people pass here to trade, work and visit family; nearly "
                                      "all of them are not at risk; for desks and "
                                      "information, never for stopping people";
constexpr char const* note_informal = "a customary way of neighbours, farmers and kin; review the "
                                      "stretch with the commune, never publish it "
                                      "as a line";

analysis::flows::PairBand const& pair_of(analysis::flows::Corridor const& corridor,
                                         analysis::flows::FlowBands const& bands)
{
    return *std::ranges::find(bands.pairs[corridor.from], corridor.crossing,
                              &analysis::flows::PairBand::crossing);
}

results::SheetRow head_of(analysis::flows::Corridor const& quickest, Region const& region,
                          analysis::flows::Movement const& movement)
{
    results::SheetRow row;
    row.from_code = region.communes.code[quickest.from];
    row.from_name = region.communes.name[quickest.from];
    row.crossing = region.crossings.id[quickest.crossing];
    row.crossing_name = region.crossings.name[quickest.crossing];
    row.crossing_class = region.crossings.klass[quickest.crossing];
    row.crossing_history = region.crossings.detail(quickest.crossing).history;
    row.informal = region.crossings.informal(quickest.crossing);
    row.hours = quickest.hours;
    row.flow = 0.0;
    auto const& pair = pair_of(quickest, movement.bands);
    row.share = pair.share.mean;
    row.share_lower = pair.share.lower;
    row.share_upper = pair.share.upper;
    auto const hours = hours_of(quickest, movement.bands);
    row.hours_lower = hours.lower;
    row.hours_upper = hours.upper;
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

analysis::flows::Band hours_of(analysis::flows::Corridor const& quickest,
                               analysis::flows::FlowBands const& bands)
{
    auto hours = pair_of(quickest, bands).hours;
    hours.lower = std::min(quickest.hours, hours.lower);  // NaN: in none of the worlds told of
    hours.upper = std::max(quickest.hours, hours.upper);
    return hours;
}

std::vector<results::SheetRow> sheet_rows(analysis::flows::Movement const& movement,
                                          analysis::routes::Routes const& routes,
                                          analysis::risk::Risk const& risk, Region const& region)
{
    std::vector<results::SheetRow> rows;
    analysis::flows::CommunesPassed passed{routes, *region.boundaries};
    auto const& all = movement.corridors;
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
        row.doubtful = routes.doubts.doubtful(quickest.from);
        row.network = kind_of(routes.doubts.crossings[quickest.crossing]);
        put(mix, row);
        put(evidence, region.ways, row);
        row.touches = told(passed.of(quickest), region, risk);
        row.evidence = kind_of(
            std::min(analysis::flows::network_evidence(mix, analysis::network::grade_of(evidence)),
                     risk.evidence[quickest.from]));  // the weaker
        row.note = row.informal ? note_informal : note_official;
        rows.push_back(std::move(row));
        first = next;
    }
    return rows;
}

}  // namespace marchland::study
