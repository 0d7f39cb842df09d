#include "datasets/lang-son/make/places.hpp"

#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::lang_son {
namespace {

using geo::Point;

constexpr int hamlets_per_commune = 5;

/// Points of a commune that keep away from one another and from the seat.
void add_hamlets(geo::Area const& shape, Point seat, std::uint64_t commune,
                 std::vector<Point>& hamlets)
{
    auto const box = geo::box_of(shape);
    double apart = 0.3 * std::sqrt(geo::area_of(shape));
    auto const first = hamlets.size();
    geo::Draws draws{geo::Random{seed, "hamlets", commune}};
    for (int tries = 0; tries < 400 && hamlets.size() < first + hamlets_per_commune; ++tries) {
        apart *= 0.995;  // ever less choosy
        auto const p = rounded({box.min_x + draws.uniform() * box.width(),
                                box.min_y + draws.uniform() * box.height()});
        bool const alone =
            std::all_of(hamlets.begin() + static_cast<std::ptrdiff_t>(first), hamlets.end(),
                        [&](Point other) { return geo::distance(p, other) > apart; });
        if (alone && geo::distance(p, seat) > apart && geo::contains(shape, p)) {
            hamlets.push_back(p);
        }
    }
}

}  // namespace

Point rounded(Point p)
{
    return {std::round(p.x * 10.0) / 10.0, std::round(p.y * 10.0) / 10.0};
}

Places places_of(Facts const& facts, Province const& province)
{
    Places places;
    for (auto const id : province.shapes.ids()) {
        auto const i = geo::index_of(id);
        auto const& commune = facts.communes[i];
        auto const& shape = province.shapes[id];
        auto const seat =
            rounded(geo::contains(shape, commune.office) ? commune.office : commune.centre);
        places.seats.push_back(seat);
        add_hamlets(shape, seat, i, places.hamlets);
    }
    return places;
}

bool stays_inside(geo::Line const& line, Province const& province)
{
    geo::Area outline;
    for (auto const& ring : province.outline) {
        outline.push_back({ring});
    }
    // The ends may stand on the edge itself: gates do.
    return std::all_of(line.begin() + 1, line.end() - 1,
                       [&outline](Point p) { return geo::contains(outline, p); });
}

}  // namespace marchland::lang_son
