#include "datasets/lang-son/make/paths.hpp"

#include "datasets/lang-son/make/ragged.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace marchland::lang_son {
namespace {

using geo::Line;
using geo::Point;

constexpr std::array communes{"06037", "06148", "06196", "06625"};
constexpr std::size_t hamlets_for_each = 2;

Point farthest_from(std::vector<Point> const& known, geo::MultiLine const& stretch)
{
    Point best;
    double farthest = -1.0;
    for (auto const& line : stretch) {
        for (auto const p : line) {
            double nearest = 1e300;
            for (auto const other : known) {
                nearest = std::min(nearest, geo::distance(p, other));
            }
            if (nearest > farthest) {
                farthest = nearest;
                best = p;
            }
        }
    }
    return best;
}

Line winding(Point a, Point b, Province const& province, geo::Random const& random)
{
    Raggedness how{.strength = 0.2, .decay = 0.9, .finest = 150.0};
    for (;;) {
        auto line = ragged(a, b, random, how);
        std::ranges::transform(line, line.begin(), rounded);
        if (how.strength < 0.01 || stays_inside(line, province)) {
            return line;
        }
        how.strength *= 0.5;
    }
}

/// A short way beyond the line, in the direction that leads farthest from it.
Line stub(Point crossing, Province const& province, geo::Random const& random)
{
    constexpr double length = 700.0;
    constexpr int directions = 16;
    Line best;
    double farthest = -1.0;
    for (int i = 0; i < directions; ++i) {
        double const turn = 2.0 * std::numbers::pi * i / directions;
        Point const end{crossing.x + length * std::cos(turn), crossing.y + length * std::sin(turn)};
        double nearest = 1e300;
        for (auto const p : province.border) {
            nearest = std::min(nearest, geo::distance(p, end));
        }
        if (nearest > farthest && !stays_inside({crossing, end, end}, province)) {
            farthest = nearest;
            best = ragged(crossing, end, random, {.strength = 0.1, .decay = 0.9, .finest = 150.0});
        }
    }
    std::ranges::transform(best, best.begin(), rounded);
    return best;
}

std::vector<Point> nearest_hamlets(Point at, std::vector<Point> hamlets)
{
    std::ranges::stable_sort(hamlets, {}, [at](Point p) { return geo::distance(p, at); });
    hamlets.resize(hamlets_for_each);
    return hamlets;
}

}  // namespace

InformalWays informal_ways_of(Facts const& facts, Province const& province, Places const& places)
{
    InformalWays ways;
    geo::Draws draws{geo::Random{seed, "paths"}};
    auto const probability = [&draws] { return std::round(30.0 + 60.0 * draws.uniform()) / 100.0; };
    std::vector<Point> known{province.border.front(), province.border.back()};
    std::ranges::transform(facts.gates, std::back_inserter(known), &GateFact::at);
    for (std::size_t i = 0; i < communes.size(); ++i) {
        auto const id = static_cast<geo::CommuneId>(facts.place_of(communes.at(i)));
        auto const at = farthest_from(known, province.border_of[id]);
        ways.crossings.push_back({communes.at(i), at});
        auto const hamlets = nearest_hamlets(at, places.hamlets);
        for (std::size_t k = 0; k < hamlets.size(); ++k) {
            auto const whole =
                winding(hamlets[k], at, province, geo::Random{seed, "path", 10 * i + k});
            // Wheels get half the way; the rest is for feet.
            auto const half = static_cast<std::ptrdiff_t>(whole.size() / 2);
            ways.paths.push_back(
                {"track", probability(), {whole.begin(), whole.begin() + half + 1}});
            ways.paths.push_back({"path", probability(), {whole.begin() + half, whole.end()}});
        }
        ways.paths.push_back(
            {"path", probability(), stub(at, province, geo::Random{seed, "stub", i})});
    }
    return ways;
}

}  // namespace marchland::lang_son
