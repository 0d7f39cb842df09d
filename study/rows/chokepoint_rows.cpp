// Where ways must pass or many meet, as rows.
#include "analysis/outreach/passing_places.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>

namespace marchland::study {
namespace {

using geo::index_of;
using geo::WayId;

/// "r1, r2 and 3 more"; ways of the paths layer are not named.
std::string names_of(std::vector<WayId> const& ways, Region const& region)
{
    std::string words;
    std::size_t named = 0;
    std::size_t more = 0;
    for (auto const way : ways) {
        if (region.ways.kind[way] == geo::WayKind::road && named < 3) {
            words += (named++ > 0 ? ", " : "") + region.ways.id[way];
        } else {
            ++more;
        }
    }
    return words + (more > 0 ? (named > 0 ? " and " : "") + std::to_string(more) +
                                   (named > 0 ? " more" : " ways")
                             : "");
}

bool any_path(std::vector<WayId> const& ways, Region const& region)
{
    return std::ranges::any_of(
        ways, [&](WayId way) { return region.ways.kind[way] == geo::WayKind::path; });
}

results::ChokepointRow row_of(analysis::outreach::BusyJunction const& junction,
                              analysis::network::Network const& network, Region const& region,
                              double demand)
{
    return {.kind = "junction",
            .name = names_of(junction.ways, region),
            .flow = junction.flow,
            .flow_lower = junction.band.lower,
            .flow_upper = junction.band.upper,
            .share = junction.flow / demand,
            .communes = static_cast<std::int64_t>(junction.communes),
            .alone = junction.articulation,
            .cut_off = junction.cut_off,
            .informal = any_path(junction.ways, region),
            .at = network.junctions[junction.junction],
            .placed = true};
}

results::ChokepointRow row_of(analysis::outreach::CutCrossing const& cut, Region const& region,
                              results::CrossingRow const& crossing)
{
    auto const id = cut.crossing;
    return {.kind = "crossing",
            .name = region.crossings.name[id].empty() ? region.crossings.id[id]
                                                      : region.crossings.name[id],
            .flow = crossing.flow,
            .flow_lower = crossing.flow_lower,
            .flow_upper = crossing.flow_upper,
            .share = crossing.share,
            .communes = static_cast<std::int64_t>(cut.communes),
            .cut_off = cut.cut_off,
            .in_cut = true,
            .informal = crossing.informal,
            .at = crossing.at,
            .placed = crossing.placed};
}

results::ChokepointRow row_of(analysis::outreach::CutWay const& way,
                              analysis::network::Network const& network, Region const& region,
                              double demand)
{
    return {.kind = "way",
            .name = names_of(way.ways, region),
            .flow = way.flow,
            .flow_lower = way.band.lower,
            .flow_upper = way.band.upper,
            .share = way.flow / demand,
            .communes = static_cast<std::int64_t>(way.communes),
            .cut_off = way.cut_off,
            .in_cut = true,
            .informal = any_path(way.ways, region),
            .at = network.junctions[way.middle],
            .placed = true};
}

}  // namespace

void fill_chokepoints(analysis::routes::Routes const& routes, analysis::flows::Ground const& ground,
                      Region const& region, analysis::flows::Movement const& movement,
                      results::Results& results)
{
    auto const found = analysis::outreach::passing_places(routes, ground, movement);
    double const demand = movement.choice.demand;
    auto& rows = results.chokepoints;
    for (auto const& junction : found.junctions) {
        rows.push_back(row_of(junction, routes.network, region, demand));
    }
    for (auto const& cut : found.crossings) {
        rows.push_back(row_of(cut, region, results.crossings[index_of(cut.crossing)]));
    }
    for (auto const& way : found.ways) {
        rows.push_back(row_of(way, routes.network, region, demand));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].id = "C" + std::to_string(i + 1);
    }
}

}  // namespace marchland::study
