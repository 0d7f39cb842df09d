#include "analysis/border/profile.hpp"

#include "analysis/border/position_on_line.hpp"
#include "analysis/border/profile_words.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace marchland::analysis::border {
namespace {

constexpr double widest_water_m = 2000.0;  // beyond it the bank is not looked for

void check(BorderGround const& on, BorderProfileOptions const& options)
{
    auto const refuse = [](std::string const& words) {
        throw geo::Error{geo::Trouble::usage, words};
    };
    if (on.ground.height.size() != on.ground.cells.size() || on.ground.cells.size() == 0) {
        refuse("a border profile needs a terrain with heights");
    }
    if (!(options.stretch_m > 0.0 && options.slow_kmh > 0.0 && options.slowest > 0.0 &&
          options.slowest <= 1.0 && options.quickest >= 1.0 && options.gap_m >= 0.0)) {
        refuse(
            "options of the border profile are out of range: lengths and speeds are above 0, and "
            "slowest <= 1 <= quickest");
    }
}

bool walkable(terrain::Surface const& ground, std::size_t cell)
{
    double const friction = ground.friction.empty() ? 1.0 : ground.friction[cell];
    return std::isfinite(ground.height[cell]) && friction > 0.0 && std::isfinite(friction);
}

/// Mean speed over the eight directions out of a cell; 0 for a barrier or between barriers.
double mean_speed(terrain::Surface const& ground, std::size_t cell)
{
    if (!walkable(ground, cell)) {
        return 0.0;
    }
    auto const& cells = ground.cells;
    auto const middle = cells.centre(cell);
    double hours = 0.0;
    int ways = 0;
    for (int const east : {-1, 0, 1}) {
        for (int const north : {-1, 0, 1}) {
            auto const far =
                cells.at({middle.x + east * cells.metres, middle.y + north * cells.metres});
            if (!far || *far == cell || !walkable(ground, *far)) {
                continue;
            }
            double const metres = cells.metres * std::sqrt(1.0 * (east * east + north * north));
            double const friction = ground.friction.empty()
                                        ? 1.0
                                        : 0.5 * (ground.friction[cell] + ground.friction[*far]);
            double const slope = (ground.height[*far] - ground.height[cell]) / metres;
            hours += friction / travel::foot_speed_kmh(ground.foot, slope, ground.underfoot);
            ++ways;
        }
    }
    return ways == 0 ? 0.0 : ways / hours;
}

/// Where people start, and which commune each start is.
struct Starts {
    std::vector<terrain::SurfaceStart> starts;
    std::vector<geo::CommuneId> commune;
    std::vector<geo::CommuneId> off;  ///< communes that have no start
};

Starts starts_of(BorderGround const& on, travel::TravelModel const& travel)
{
    Starts all;
    for (auto const id : on.communes.centre.ids()) {
        auto const before = all.starts.size();
        auto const cell =
            on.communes.has_shape(id) ? on.ground.cells.at(on.communes.centre[id]) : std::nullopt;
        if (cell && walkable(on.ground, *cell)) {
            all.starts.push_back({*cell});
            all.commune.push_back(id);
        }
        if (!on.anchors.empty() && on.anchors[id]) {
            double const seconds = 3.6 * on.anchors[id]->metres / travel::access_speed_kmh(travel);
            all.starts.push_back({geo::index_of(on.anchors[id]->junction), seconds, true});
            all.commune.push_back(id);
        }
        if (all.starts.size() == before) {
            all.off.push_back(id);
        }
    }
    return all;
}

bool has_fords(BorderGround const& on)
{
    return std::ranges::find(on.water, terrain::Water::ford) != on.water.end();
}

/// The ground when nobody can wade.
terrain::Surface without_fords(BorderGround const& on)
{
    auto ground = on.ground;
    for (std::size_t cell = 0; cell < on.water.size(); ++cell) {
        if (on.water[cell] == terrain::Water::ford) {
            ground.friction[cell] = geo::infinite;
        }
    }
    return ground;
}

/// Hours to every cell when ways, and fords, below a chance are taken not to exist.
terrain::Spread hours_with(BorderGround const& on, Starts const& from,
                           BorderProfileOptions const& options, double sure, geo::Job const& job)
{
    terrain::Surface shut;
    bool const fords =
        travel::ford_chance(options.travel) > 0.0 && travel::ford_chance(options.travel) >= sure;
    if (!fords && has_fords(on)) {
        shut = without_fords(on);
    }
    auto const& ground = shut.height.empty() ? on.ground : shut;
    auto const roads =
        terrain::lay_on(ground, on.network, on.ways, options.travel, sure, job.part(0.0, 0.1));
    auto spread = terrain::accumulated_cost(ground, from.starts, terrain::Travel::from_starts,
                                            &roads, job.part(0.1, 1.0));
    for (auto& cost : spread.cost) {
        cost /= 3600.0;
    }
    return spread;
}

/// The three searches of a profile: as likely, at best, at worst.
using Cases = std::array<terrain::Spread, 3>;

double known(double hours)
{
    return std::isfinite(hours) ? hours : geo::unknown;
}

bool is_water(BorderGround const& on, std::size_t cell)
{
    return !on.water.empty() && on.water[cell] != terrain::Water::none;
}

/// Calls visit(cell) for the cells at a distance of so many columns or rows.
template <class Visit>
void each_around(geo::Cells const& cells, std::size_t cell, std::int64_t far, Visit const& visit)
{
    auto const row = static_cast<std::int64_t>(cell / cells.columns);
    auto const column = static_cast<std::int64_t>(cell % cells.columns);
    for (auto r = row - far; r <= row + far; ++r) {
        bool const edge = std::abs(r - row) == far;
        for (auto c = column - far; c <= column + far; c += edge || far == 0 ? 1 : 2 * far) {
            if (r >= 0 && c >= 0 && r < cells.rows && c < cells.columns) {
                visit(static_cast<std::size_t>(r) * cells.columns + static_cast<std::size_t>(c));
            }
        }
    }
}

bool is_bank(BorderGround const& on, std::size_t cell)
{
    bool beside_water = false;
    each_around(on.ground.cells, cell, 1,
                [&](std::size_t near) { beside_water = beside_water || is_water(on, near); });
    return beside_water && !is_water(on, cell) && walkable(on.ground, cell);
}

/// Where one stands who has come to a cell: the cell itself, or where it is water the banks next to
/// it.
std::vector<std::size_t> places_at(BorderGround const& on, std::size_t cell)
{
    std::vector<std::size_t> places{cell};
    if (!is_water(on, cell)) {
        return places;
    }
    auto const& cells = on.ground.cells;
    auto const widest = static_cast<std::int64_t>(std::ceil(widest_water_m / cells.metres));
    auto last = widest;
    for (std::int64_t far = 1; far <= last; ++far) {
        each_around(cells, cell, far, [&](std::size_t near) {
            if (is_bank(on, near)) {
                places.push_back(near);
                last = std::min(last, far + 1);  // the other bank is about as far
            }
        });
    }
    return places;
}

BorderStretch stretch_of(BorderGround const& on, geo::Line const& line, double from, double to,
                         Cases const& cases, Starts const& starts,
                         BorderProfileOptions const& options)
{
    constexpr double never = geo::infinite;
    std::array<double, 3> hours{never, never, never};
    BorderStretch stretch{.from_km = from / 1000.0, .to_km = to / 1000.0};
    double samples = 0.0;
    double with_height = 0.0;
    std::set<std::size_t> cells;
    std::size_t best = 0;
    each_sample(line, from, to, 0.5 * on.ground.cells.metres, [&](geo::Point p) {
        auto const cell = on.ground.cells.at(p);
        samples += 1.0;
        if (!cell || !std::isfinite(on.ground.height[*cell])) {
            return;
        }
        with_height += 1.0;
        if (!cells.insert(*cell).second) {
            return;
        }
        for (auto const place : places_at(on, *cell)) {
            best = cases[0].cost[place] < hours[0] ? place : best;
            for (std::size_t c = 0; c < cases.size(); ++c) {
                hours[c] = std::min(hours[c], cases[c].cost[place]);
            }
        }
    });
    stretch.hours = known(hours[0]);
    stretch.hours_low = known(hours[1] / options.quickest);
    stretch.hours_high = known(hours[2] / options.slowest);
    if (std::isfinite(hours[0])) {
        auto const& owner = cases[0].start;
        stretch.commune = starts.commune[owner.empty() ? 0 : owner[best]];
    }
    stretch.known_share = with_height / samples;
    auto const slow = std::ranges::count_if(
        cells, [&](std::size_t cell) { return mean_speed(on.ground, cell) < options.slow_kmh; });
    stretch.slow_share = cells.empty()
                             ? geo::unknown
                             : static_cast<double>(slow) / static_cast<double>(cells.size());
    return stretch;
}

}  // namespace

BorderProfile border_profile(BorderGround const& on, BorderProfileOptions const& options,
                             geo::Job const& job)
{
    check(on, options);
    BorderProfile profile{.options = options};
    auto const parts = joined_border(on.border, options.gap_m);
    auto const starts = starts_of(on, options.travel);
    say_parts(profile, parts);
    say_coarse(profile, on.ground);
    say_communes(profile, on.communes, starts.off);
    if (parts.empty()) {
        return profile;
    }
    Cases cases;
    std::array const sure{options.likely, 0.0, options.certain};
    geo::for_each_index(cases.size(), job.threads(), [&](std::size_t i) {
        cases[i] = hours_with(on, starts, options, sure[i], job.part(0.0, 0.9));
    });
    for (std::uint32_t part = 0; part < parts.size(); ++part) {
        double const length = geo::length_of(parts[part]);
        for (double from = 0.0; from < length; from += options.stretch_m) {
            job.at(0.9);
            auto stretch =
                stretch_of(on, parts[part], from, std::min(length, from + options.stretch_m), cases,
                           starts, options);
            stretch.part = part + 1;
            profile.stretches.push_back(stretch);
        }
    }
    say_unknown(profile);
    job.at(1.0);
    return profile;
}

}  // namespace marchland::analysis::border
