#include "datasets/lang-son/make/thiessen.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace marchland::lang_son {
namespace {

using geo::Point;
using geo::Ring;

/// The ground where normal . p <= limit.
struct HalfPlane {
    Point normal;
    double limit = 0.0;
    double excess(Point p) const { return normal.x * p.x + normal.y * p.y - limit; }
};

/// \par Source  Sutherland, Hodgman (1974), Communications of the ACM 17(1), 32-42.
void clip(Ring& ring, HalfPlane const& side)
{
    if (std::ranges::none_of(ring, [&side](Point p) { return side.excess(p) > 0.0; })) {
        return;
    }
    Ring kept;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        auto const a = ring[i - 1];
        auto const b = ring[i];
        double const from = side.excess(a);
        double const to = side.excess(b);
        if (from <= 0.0) {
            kept.push_back(a);
        }
        if ((from < 0.0 && to > 0.0) || (from > 0.0 && to < 0.0)) {
            double const along = from / (from - to);
            kept.push_back({a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)});
        }
    }
    if (!kept.empty()) {
        kept.push_back(kept.front());
    }
    ring = std::move(kept);
}

/// Nearer, in power, to site a than to site b; around an origin, so that squares stay small.
HalfPlane nearer(Point a, double weight_a, Point b, double weight_b)
{
    return {{2.0 * (b.x - a.x), 2.0 * (b.y - a.y)},
            b.x * b.x + b.y * b.y - a.x * a.x - a.y * a.y - weight_b + weight_a};
}

class Diagram {
public:
    Diagram(std::vector<Site> const& sites, Ring const& outline)
        : sites_{sites}, outline_{outline}, origin_{geo::box_of(outline).centre()}
    {
        for (auto& site : sites_) {
            site.at = moved(site.at, -1.0);
        }
        for (auto& point : outline_) {
            point = moved(point, -1.0);
        }
        for (auto const& site : sites_) {
            auto& order = nearest_.emplace_back(sites_.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::ranges::stable_sort(order, {}, [&](std::size_t other) {
                return geo::distance(site.at, sites_[other].at);
            });
        }
    }

    /// The cell of one site, around the origin.
    Ring cell(std::size_t i, std::vector<double> const& weights) const
    {
        auto ring = outline_;
        for (auto const j : nearest_[i]) {  // near sites cut off most, so the rest costs little
            if (j != i && !ring.empty()) {
                clip(ring, nearer(sites_[i].at, weights[sites_[i].commune], sites_[j].at,
                                  weights[sites_[j].commune]));
            }
        }
        return ring;
    }

    Point moved(Point p, double sign) const
    {
        return {p.x + sign * origin_.x, p.y + sign * origin_.y};
    }

private:
    std::vector<Site> sites_;
    Ring outline_;
    Point origin_;
    std::vector<std::vector<std::size_t>> nearest_;
};

}  // namespace

std::vector<geo::Area> cells(std::vector<Site> const& sites, std::vector<double> const& weights,
                             Ring const& outline)
{
    Diagram const diagram{sites, outline};
    std::vector<geo::Area> areas(weights.size());
    for (std::size_t i = 0; i < sites.size(); ++i) {
        auto ring = diagram.cell(i, weights);
        for (auto& point : ring) {
            point = diagram.moved(point, 1.0);
        }
        if (ring.size() >= 4) {
            areas[sites[i].commune].push_back({std::move(ring)});
        }
    }
    return areas;
}

void fit_weights(std::vector<Site> const& sites, std::vector<double> const& wanted,
                 Ring const& outline, int rounds, std::vector<double>& weights)
{
    // How much area a unit of weight brings differs from cell to cell and changes on the way, so
    // each has a step of its own: longer while the sign of what is missing stays, shorter when it
    // turns.
    std::vector<double> steps(weights.size(), 0.2);
    std::vector<double> before(weights.size(), 0.0);
    Diagram const diagram{sites, outline};
    for (int round = 0; round < rounds; ++round) {
        auto missing = wanted;
        for (std::size_t i = 0; i < sites.size(); ++i) {
            missing[sites[i].commune] -= std::abs(geo::signed_area(diagram.cell(i, weights)));
        }
        for (std::size_t k = 0; k < weights.size(); ++k) {
            bool const turned = missing[k] * before[k] < 0.0;
            steps[k] = turned ? 0.5 * steps[k] : std::min(1.05 * steps[k], 0.8);
            weights[k] += steps[k] * missing[k];
        }
        before = std::move(missing);
    }
}

}  // namespace marchland::lang_son
