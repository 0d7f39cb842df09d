// Communes that the network ties to a way on the other bank of a river.
#include "study/rows/rows.hpp"

#include <algorithm>

namespace marchland::study {
namespace {

constexpr std::size_t most_told = 5;

/// Positive where c lies left of the line from a to b.
double side(geo::Point a, geo::Point b, geo::Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(geo::Point a, geo::Point b, geo::Point c, geo::Point d)
{
    return side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0;
}

bool crosses_a_river(geo::Point a, geo::Point b, std::vector<geo::River> const& rivers)
{
    auto const box = geo::box_of(geo::Line{a, b});
    return std::ranges::any_of(rivers, [&](geo::River const& river) {
        if (river.ford || !geo::box_of(river.line).touches(box)) {
            return false;
        }
        for (std::size_t i = 1; i < river.line.size(); ++i) {
            if (cross(a, b, river.line[i - 1], river.line[i])) {
                return true;
            }
        }
        return false;
    });
}

}  // namespace

geo::Findings bank_findings(analysis::routes::Routes const& routes, Region const& region)
{
    std::size_t count = 0;
    std::string names;
    for (auto const id : routes.anchors.communes.ids()) {
        auto const& anchor = routes.anchors.communes[id];
        if (!anchor ||
            !crosses_a_river(region.communes.centre[id], routes.network.junctions[anchor->junction],
                             region.rivers)) {
            continue;
        }
        if (count++ < most_told) {
            names += (names.empty() ? "" : ", ") + region.communes.label(id);
        }
    }
    if (count == 0) {
        return {};
    }
    return {{.severity = geo::Severity::warning,
             .rule = "other-bank",
             .layer = "communes",
             .message = std::to_string(count) +
                        " communes are tied to a way on the other bank of a river (" + names +
                        (count > most_told ? ", ..." : "") +
                        "); their hours do not know of the water",
             .action = "add the ways on their own bank, or a ford"}};
}

}  // namespace marchland::study
