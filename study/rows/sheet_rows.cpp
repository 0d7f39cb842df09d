// The corridor sheet: what stands behind the ways from each commune to each crossing, as rows.
#include "analysis/network/way_evidence.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "study/rows/kinds.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace marchland::study {
namespace {

using geo::CommuneId;
using geo::index_of;
using geo::WayClass;

constexpr double look_every_m = 500.0;  ///< along a way, for the communes that it touches

/// Parts of a length in km, by what the way is.
struct Mix {
    double national = 0.0;
    double provincial = 0.0;
    double local = 0.0;
    double track = 0.0;
    double path = 0.0;
    double inferred = 0.0;
    double river = 0.0;
    double unknown = 0.0;

    double total() const
    {
        return national + provincial + local + track + path + inferred + river + unknown;
    }
};

double& part_of(Mix& mix, analysis::network::Piece const& piece, geo::Ways const& ways)
{
    if (!piece.way) {
        return mix.unknown;
    }
    if (ways.kind[*piece.way] == geo::WayKind::path && ways.p_exists[*piece.way] < 1.0) {
        return mix.inferred;
    }
    switch (ways.klass[*piece.way]) {
    case WayClass::expressway:
    case WayClass::national:
        return mix.national;
    case WayClass::provincial:
        return mix.provincial;
    case WayClass::local:
    case WayClass::urban:
    case WayClass::service:
        return mix.local;
    case WayClass::track:
        return mix.track;
    case WayClass::path:
        return mix.path;
    case WayClass::ferry:
        return mix.river;
    default:
        return mix.unknown;
    }
}

/// In which communes the pieces of the network lie, looked up once for each.
class CommunesOfPieces {
public:
    CommunesOfPieces(analysis::network::Network const& network, Region const& region)
        : network_{network}, region_{region}
    {
    }

    std::vector<CommuneId> const& of(std::uint32_t piece)
    {
        auto const found = known_.find(piece);
        return found != known_.end() ? found->second
                                     : known_.emplace(piece, look(piece)).first->second;
    }

private:
    std::vector<CommuneId> look(std::uint32_t piece) const
    {
        std::vector<CommuneId> touched;
        auto const& line = network_.pieces[piece].line;
        std::optional<geo::Point> last;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (last && i + 1 < line.size() && geo::distance(*last, line[i]) < look_every_m) {
                continue;
            }
            last = line[i];
            auto const in = commune_at(line[i]);
            if (in && std::ranges::find(touched, *in) == touched.end()) {
                touched.push_back(*in);
            }
        }
        return touched;
    }

    std::optional<CommuneId> commune_at(geo::Point p) const
    {
        for (auto const id : region_.communes.shape.ids()) {
            auto const& box = region_.boundaries->box_of(id);
            if (p.x >= box.min_x && p.x <= box.max_x && p.y >= box.min_y && p.y <= box.max_y &&
                geo::contains(region_.communes.shape[id], p)) {
                return id;
            }
        }
        return std::nullopt;
    }

    analysis::network::Network const& network_;
    Region const& region_;
    std::map<std::uint32_t, std::vector<CommuneId>> known_;
};

std::string told(CommuneId id, results::Results const& results)
{
    auto const& row = results.communes[index_of(id)];
    return (row.name.empty() ? row.code : row.name) +
           (row.rank > 0 ? " (rank " + std::to_string(row.rank) + ")" : "");
}

/// Communes between the two ends, in the order of travel.
std::string touches(analysis::flows::Corridor const& corridor,
                    analysis::routes::Routes const& routes, CommunesOfPieces& ground,
                    results::Results const& results)
{
    std::set<CommuneId> seen{corridor.from};
    std::string words;
    for (auto const a : corridor.arcs) {
        auto const& arc = routes.graph.arcs()[a];
        auto touched = ground.of(arc.piece);
        if (routes.network.pieces[arc.piece].from != arc.from) {
            std::ranges::reverse(touched);
        }
        for (auto const id : touched) {
            if (seen.insert(id).second) {
                words += (words.empty() ? "" : ", ") + told(id, results);
            }
        }
    }
    return words;
}

/// Of the network: how much of the way nobody has mapped for sure, and how sure its weakest stretch is.
analysis::risk::Evidence evidence_of(Mix const& mix, analysis::network::EvidenceGrade grade)
{
    double const total = mix.total();
    double const guessed = total > 0.0 ? (mix.inferred + mix.unknown) / total : 0.0;
    if (guessed >= 0.2 || grade == analysis::network::EvidenceGrade::low) {
        return analysis::risk::Evidence::weak;
    }
    return guessed >= 0.05 || grade == analysis::network::EvidenceGrade::medium
               ? analysis::risk::Evidence::moderate
               : analysis::risk::Evidence::strong;
}

/// Of all stretches of all alternatives.
analysis::network::WayEvidence evidence_of(std::span<analysis::flows::Corridor const> alternatives,
                                           analysis::routes::Routes const& routes,
                                           geo::Ways const& ways)
{
    std::vector<std::uint32_t> pieces;
    for (auto const& corridor : alternatives) {
        for (auto const a : corridor.arcs) {
            pieces.push_back(routes.graph.arcs()[a].piece);
        }
    }
    return analysis::network::evidence_of(pieces, routes.network, ways);
}

analysis::network::EvidenceGrade put(analysis::network::WayEvidence const& evidence,
                                     geo::Ways const& ways, results::SheetRow& row)
{
    auto const grade = analysis::network::grade_of(evidence);
    row.network_grade = kind_of(grade);
    row.least_confidence = evidence.least_confidence.value_or(geo::unknown);
    row.sensitivity = evidence.strictest;
    row.sources = analysis::network::sources_in_words(evidence, ways);
    return grade;
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
    row.crossing_class = region.crossings.klass[quickest.crossing];
    row.crossing_history = region.crossings.detail(quickest.crossing).history;
    row.informal = region.crossings.informal(quickest.crossing);
    row.share = movement.choice.share[quickest.from][index_of(quickest.crossing)];
    row.hours = quickest.hours;
    row.flow = 0.0;
    add_bands(movement, quickest, row);
    return row;
}

/// Lengths of the alternatives weighted by their flows, or plainly where there is no flow.
Mix mix_of(std::span<analysis::flows::Corridor const> alternatives,
           analysis::routes::Routes const& routes, geo::Ways const& ways)
{
    double flow = 0.0;
    for (auto const& corridor : alternatives) {
        flow += corridor.flow;
    }
    Mix mix;
    for (auto const& corridor : alternatives) {
        double const weight =
            flow > 0.0 ? corridor.flow / flow : 1.0 / static_cast<double>(alternatives.size());
        for (auto const a : corridor.arcs) {
            auto const& piece = routes.network.pieces[routes.graph.arcs()[a].piece];
            part_of(mix, piece, ways) += weight * piece.metres / 1000.0;
        }
    }
    return mix;
}

void put(Mix const& mix, results::SheetRow& row)
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
    CommunesOfPieces ground{routes.network, region};
    auto const& all = movement.found.corridors;
    for (std::size_t first = 0; first < all.size();) {
        std::size_t next = first;
        while (next < all.size() && all[next].from == all[first].from &&
               all[next].crossing == all[first].crossing) {
            ++next;
        }
        auto const alternatives = std::span{all}.subspan(first, next - first);
        auto row = head_of(alternatives.front(), region, movement);
        for (auto const& corridor : alternatives) {
            row.flow += corridor.flow;
            row.informal = row.informal || corridor.informal_metres > 0.0;
        }
        auto const mix = mix_of(alternatives, routes, region.ways);
        put(mix, row);
        row.touches = touches(alternatives.front(), routes, ground, results);
        auto const grade = put(evidence_of(alternatives, routes, region.ways), region.ways, row);
        row.evidence = std::min(kind_of(evidence_of(mix, grade)),
                                results.communes[index_of(alternatives.front().from)].evidence);
        row.note = row.informal ? note_informal : note_official;
        results.sheet.push_back(std::move(row));
        first = next;
    }
}

}  // namespace marchland::study
