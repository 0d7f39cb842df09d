// Where ways must pass or many meet, as rows.
#include "analysis/outreach/passing_places.hpp"
#include "study/rows/kinds.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>

namespace marchland::study {
namespace {

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
    return {.kind = results::ChokepointKind::junction,
            .name = names_of(junction.ways, region),
            .flow = junction.flow.mean,
            .flow_lower = junction.flow.lower,
            .flow_upper = junction.flow.upper,
            .share = junction.flow.mean / demand,
            .communes = static_cast<std::int64_t>(junction.communes),
            .alone = junction.articulation,
            .cut_off = junction.cut_off,
            .informal = any_path(junction.ways, region),
            .at = network.junctions[junction.junction],
            .placed = true};
}

results::ChokepointRow row_of(analysis::outreach::CutCrossing const& cut,
                              analysis::routes::Doubts const& doubts, Region const& region,
                              analysis::flows::FlowBands const& bands)
{
    auto const id = cut.crossing;
    auto const& at = region.crossings.at[id];
    return {.kind = results::ChokepointKind::crossing,
            .name = region.crossings.name[id].empty() ? region.crossings.id[id]
                                                      : region.crossings.name[id],
            .flow = bands.crossings[id].mean,
            .flow_lower = bands.crossings[id].lower,
            .flow_upper = bands.crossings[id].upper,
            .share = bands.shares[id].mean,
            .communes = static_cast<std::int64_t>(cut.communes),
            .cut_off = cut.cut_off,
            .in_cut = true,
            .informal = region.crossings.informal(id),
            .at = at.value_or(geo::Point{}),
            .placed = at.has_value(),
            .network = std::string{name_of(kind_of(doubts.crossings[id]))}};
}

results::ChokepointRow row_of(analysis::outreach::CutWay const& way,
                              analysis::network::Network const& network, Region const& region,
                              double demand)
{
    return {.kind = results::ChokepointKind::way,
            .name = names_of(way.ways, region),
            .flow = way.flow.mean,
            .flow_lower = way.flow.lower,
            .flow_upper = way.flow.upper,
            .share = way.flow.mean / demand,
            .communes = static_cast<std::int64_t>(way.communes),
            .cut_off = way.cut_off,
            .in_cut = true,
            .informal = any_path(way.ways, region),
            .at = network.junctions[way.middle],
            .placed = true};
}

}  // namespace

std::vector<results::ChokepointRow> chokepoint_rows(analysis::outreach::PassingPlaces const& places,
                                                    analysis::routes::Routes const& routes,
                                                    Region const& region,
                                                    analysis::flows::FlowBands const& bands)
{
    double const demand = bands.reached.mean;
    std::vector<results::ChokepointRow> rows;
    for (auto const& junction : places.junctions) {
        rows.push_back(row_of(junction, routes.network, region, demand));
    }
    for (auto const& cut : places.crossings) {
        rows.push_back(row_of(cut, routes.doubts, region, bands));
    }
    for (auto const& way : places.ways) {
        rows.push_back(row_of(way, routes.network, region, demand));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].id = "C" + std::to_string(i + 1);
    }
    return rows;
}

}  // namespace marchland::study
