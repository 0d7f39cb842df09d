#include "analysis/border_profile.hpp"

#include "analysis/travel_profile.hpp"
#include "geo/error.hpp"
#include "geo/parallel.hpp"
#include "geo/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace marchland::analysis {
namespace {

constexpr double fine_enough_m = 100.0;
constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

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

// ---- the line

bool further_west(geo::Point a, geo::Point b)
{
    return std::tie(a.x, a.y) < std::tie(b.x, b.y);
}

/// Whether two lines have ends that are no farther apart than the gap.
bool meet(geo::Line const& a, geo::Line const& b, double gap)
{
    auto const near = [gap](geo::Point p, geo::Point q) { return geo::distance(p, q) <= gap; };
    return near(a.back(), b.front()) || near(a.back(), b.back()) || near(a.front(), b.front()) ||
           near(a.front(), b.back());
}

/// Two lines that meet, made one. \pre meet(a, b, gap)
geo::Line joined(geo::Line a, geo::Line b, double gap)
{
    auto const near = [gap](geo::Point p, geo::Point q) { return geo::distance(p, q) <= gap; };
    if (!near(a.back(), b.front()) && !near(a.back(), b.back())) {
        std::ranges::reverse(a);
    }
    if (!near(a.back(), b.front())) {
        std::ranges::reverse(b);
    }
    a.insert(a.end(), b.begin() + (a.back() == b.front() ? 1 : 0), b.end());
    return a;
}

/// From west to east; a ring from its westernmost corner, clockwise.
void turn(geo::Line& line)
{
    if (line.front() == line.back() && line.size() > 3) {
        line.pop_back();
        std::ranges::rotate(line, std::ranges::min_element(line, further_west));
        line.push_back(line.front());
        if (geo::signed_area(line) > 0.0) {
            std::ranges::reverse(line);
        }
    } else if (further_west(line.back(), line.front())) {
        std::ranges::reverse(line);
    }
}

/// Points every `step` along a line, each in the middle of its step, with the metres to it.
template <class Visit>
void each_sample(geo::Line const& line, double from, double to, double step, Visit const& visit)
{
    auto const count = std::max(1.0, std::ceil((to - from) / step));
    double before = 0.0;
    std::size_t i = 1;
    for (double k = 0.0; k < count; k += 1.0) {
        double const metres = from + (k + 0.5) * (to - from) / count;
        double length = geo::distance(line[i - 1], line[i]);
        while (i + 1 < line.size() && before + length < metres) {
            before += length;
            ++i;
            length = geo::distance(line[i - 1], line[i]);
        }
        double const share = length > 0.0 ? std::min(1.0, (metres - before) / length) : 0.0;
        visit(geo::Point{line[i - 1].x + share * (line[i].x - line[i - 1].x),
                         line[i - 1].y + share * (line[i].y - line[i - 1].y)});
    }
}

// ---- the ground

bool walkable(Surface const& ground, std::size_t cell)
{
    double const friction = ground.friction.empty() ? 1.0 : ground.friction[cell];
    return std::isfinite(ground.height[cell]) && friction > 0.0 && std::isfinite(friction);
}

/// Mean speed over the eight directions out of a cell; 0 for a barrier or between barriers.
double mean_speed(Surface const& ground, std::size_t cell)
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
            hours += friction / foot_speed_kmh(ground.foot, slope, ground.underfoot);
            ++ways;
        }
    }
    return ways == 0 ? 0.0 : ways / hours;
}

/// Where people start, and which commune each start is.
struct Starts {
    std::vector<SurfaceStart> starts;
    std::vector<geo::CommuneId> commune;
    std::vector<geo::CommuneId> off; ///< communes that have no start
};

Starts starts_of(BorderGround const& on, Profile profile)
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
            double const seconds = 3.6 * on.anchors[id]->metres / access_speed_kmh(profile);
            all.starts.push_back({geo::index_of(on.anchors[id]->junction), seconds, true});
            all.commune.push_back(id);
        }
        if (all.starts.size() == before) {
            all.off.push_back(id);
        }
    }
    return all;
}

/// Hours to every cell when ways below a chance are taken not to exist.
Spread hours_with(BorderGround const& on, Starts const& from, BorderProfileOptions const& options,
                  double sure, geo::Job const& job)
{
    auto const roads =
        lay_on(on.ground, on.network, on.ways, options.profile, sure, job.part(0.0, 0.1));
    auto spread =
        accumulated_cost(on.ground, from.starts, Travel::from_starts, &roads, job.part(0.1, 1.0));
    for (auto& cost : spread.cost) {
        cost /= 3600.0;
    }
    return spread;
}

/// The three searches of a profile: as likely, at best, at worst.
using Cases = std::array<Spread, 3>;

double known(double hours)
{
    return std::isfinite(hours) ? hours : not_known;
}

BorderStretch stretch_of(BorderGround const& on, geo::Line const& line, double from, double to,
                         Cases const& cases, Starts const& starts,
                         BorderProfileOptions const& options)
{
    constexpr double never = std::numeric_limits<double>::infinity();
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
        cells.insert(*cell);
        best = cases[0].cost[*cell] < hours[0] ? *cell : best;
        for (std::size_t c = 0; c < cases.size(); ++c) {
            hours[c] = std::min(hours[c], cases[c].cost[*cell]);
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
    stretch.slow_share =
        cells.empty() ? not_known : static_cast<double>(slow) / static_cast<double>(cells.size());
    return stretch;
}

// ---- what is said

void say(BorderProfile& profile, geo::Severity severity, std::string rule, std::string layer,
         std::string message, std::string action)
{
    profile.findings.push_back({.severity = severity,
                                .rule = std::move(rule),
                                .layer = std::move(layer),
                                .message = std::move(message),
                                .action = std::move(action)});
}

void say_parts(BorderProfile& profile, geo::MultiLine const& parts)
{
    if (parts.empty()) {
        say(profile, geo::Severity::note, "no-border", "border",
            "there is no border line, so no profile", "add [border] to study.toml");
    }
    if (parts.size() > 1) {
        double widest = 0.0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            double nearest = std::numeric_limits<double>::infinity();
            for (std::size_t j = 0; j < parts.size(); ++j) {
                for (auto const p : {parts[i].front(), parts[i].back()}) {
                    for (auto const q : {parts[j].front(), parts[j].back()}) {
                        nearest = i == j ? nearest : std::min(nearest, geo::distance(p, q));
                    }
                }
            }
            widest = std::max(widest, nearest);
        }
        say(profile, geo::Severity::warning, "border-in-parts", "border",
            "the border does not close: it comes in " + std::to_string(parts.size()) +
                " parts, up to " + geo::fixed(widest, 0) +
                " m apart; kilometres are counted in each by itself",
            "draw the missing pieces if they are on the ground");
    }
}

void say_coarse(BorderProfile& profile, Surface const& ground)
{
    if (ground.cells.metres > fine_enough_m) {
        say(profile, geo::Severity::note, "coarse-terrain", "terrain",
            "the terrain has cells of " + geo::fixed(ground.cells.metres, 0) +
                " m: slopes come out flatter than they are, and hours shorter",
            "give a terrain with cells of 30 to 100 m");
    }
}

void say_communes(BorderProfile& profile, geo::Communes const& communes, Starts const& starts)
{
    if (starts.off.empty()) {
        return;
    }
    say(profile, geo::Severity::warning, "off-the-terrain", "communes",
        std::to_string(starts.off.size()) +
            " communes lie where the terrain has no height and on no way (" +
            communes.label(starts.off.front()) + (starts.off.size() > 1 ? ", ..." : "") +
            "); nobody starts there",
        "give a terrain that reaches them");
}

void say_unknown(BorderProfile& profile)
{
    auto const without = std::ranges::count_if(
        profile.stretches, [](BorderStretch const& stretch) { return std::isnan(stretch.hours); });
    if (without > 0) {
        say(profile, geo::Severity::warning, "no-figure", "border",
            std::to_string(without) + " of " + std::to_string(profile.stretches.size()) +
                " stretches of the border have no hours: the terrain does not cover them or no "
                "commune reaches them",
            "read them as \"not known\", not as \"far\"");
    }
}

} // namespace

geo::MultiLine joined_border(geo::MultiLine const& border, double gap_m)
{
    geo::MultiLine parts;
    for (auto const& line : border) {
        if (line.size() >= 2) {
            parts.push_back(line);
            turn(parts.back());
        }
    }
    // In a fixed order first, so that the file's order cannot tell which of several ends are
    // joined.
    std::ranges::sort(parts, [](geo::Line const& a, geo::Line const& b) {
        return std::ranges::lexicographical_compare(a, b, further_west);
    });
    for (std::size_t i = 0; i < parts.size();) {
        bool grew = false;
        for (std::size_t j = i + 1; j < parts.size() && !grew; ++j) {
            if (meet(parts[i], parts[j], gap_m)) {
                parts[i] = joined(std::move(parts[i]), std::move(parts[j]), gap_m);
                parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(j));
                grew = true;
            }
        }
        i += grew ? 0 : 1;
    }
    for (auto& part : parts) {
        turn(part);
    }
    std::ranges::sort(parts, [](geo::Line const& a, geo::Line const& b) {
        return std::ranges::lexicographical_compare(a, b, further_west);
    });
    return parts;
}

BorderProfile border_profile(BorderGround const& on, BorderProfileOptions const& options,
                             geo::Job const& job)
{
    check(on, options);
    BorderProfile profile{.options = options};
    auto const parts = joined_border(on.border, options.gap_m);
    auto const starts = starts_of(on, options.profile);
    say_parts(profile, parts);
    say_coarse(profile, on.ground);
    say_communes(profile, on.communes, starts);
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

} // namespace marchland::analysis
