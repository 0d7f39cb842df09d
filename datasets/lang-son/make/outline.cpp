#include "datasets/lang-son/make/outline.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace marchland::lang_son {
namespace {

using geo::Line;
using geo::Point;

/// A commune means the middle of its stretch of the border. Where a gate lies within 3 km of that
/// middle only the gate is named.
constexpr std::array<std::string_view, 13> along_the_border{
    "06004", "06037", "LS-BINHNGHI", "06148",    "LS-TANTHANH", "LS-COCNAM", "LS-HUUNGHI",
    "06184", "06211", "06196",       "LS-CHIMA", "06565",       "06625"};
constexpr auto neighbour_north = "01822";  // Đức Long of Cao Bằng
constexpr auto neighbour_south = "06838";  // Bình Liêu of Quảng Ninh

constexpr double least_depth = 3000.0;  // of an office or centre behind the line
constexpr double bell_width = 0.42;     // of a commune's coverage, in sides of a square of its area

Point between(Point a, Point b, double along)
{
    return {a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)};
}

/// Where the stretch of one commune ends and that of the next begins, if both are straight.
Point corner(Stretch const& from, Stretch const& to)
{
    return between(from.middle, to.middle, from.length / (from.length + to.length));
}

/// Bends the line outwards where a place would lie outside it or too near to it.
void keep_inside(Point place, Line& line)
{
    std::size_t nearest = 1;
    geo::Foot best{{}, 0.0, 1e300};
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto const foot = geo::foot_on_segment(place, line[i - 1], line[i]);
        if (foot.distance < best.distance) {
            best = foot;
            nearest = i;
        }
    }
    auto const a = line[nearest - 1];
    auto const b = line[nearest];
    double const length = geo::distance(a, b);
    // The line runs south, so China is on its left.
    Point const out{-(b.y - a.y) / length, (b.x - a.x) / length};
    double const depth = (best.at.x - place.x) * out.x + (best.at.y - place.y) * out.y;
    if (depth < least_depth && best.along > 0.0 && best.along < 1.0) {
        line.insert(line.begin() + static_cast<std::ptrdiff_t>(nearest),
                    {place.x + least_depth * out.x, place.y + least_depth * out.y});
    }
}

double coverage(Facts const& facts, Point p)
{
    double sum = 0.0;
    for (auto const& commune : facts.communes) {
        double const twice_variance = 2.0 * bell_width * bell_width * commune.area;
        double const dx = p.x - commune.centre.x;
        double const dy = p.y - commune.centre.y;
        sum += commune.area / (std::numbers::pi * twice_variance) *
               std::exp(-(dx * dx + dy * dy) / twice_variance);
    }
    return sum;
}

Point middle_of(Facts const& facts)
{
    Point middle;
    for (auto const& commune : facts.communes) {
        middle.x += commune.centre.x / static_cast<double>(facts.communes.size());
        middle.y += commune.centre.y / static_cast<double>(facts.communes.size());
    }
    return middle;
}

}  // namespace

Line border_points(Facts const& facts)
{
    Line line{corner(facts.border.at(neighbour_north), facts.border.at("06004"))};
    for (auto const id : along_the_border) {
        std::string const key{id};
        line.push_back(id.starts_with("LS-") ? facts.gate(key).at : facts.border.at(key).middle);
    }
    line.push_back(corner(facts.border.at("06625"), facts.border.at(neighbour_south)));
    for (auto const& commune : facts.communes) {
        if (commune.at_border) {
            keep_inside(commune.centre, line);
            keep_inside(commune.office, line);
        }
    }
    return line;
}

Outline::Outline(Facts const& facts, Line border)
    : border_{std::move(border)}, middle_{middle_of(facts)}
{
    constexpr int rays = 120;
    constexpr int samples = 250;
    constexpr double apart = 500.0;
    auto const angle_to = [this](Point p) { return std::atan2(p.y - middle_.y, p.x - middle_.x); };
    double const south = angle_to(border_.back());
    double const north = angle_to(border_.front()) - 2.0 * std::numbers::pi;
    for (int i = 1; i < rays; ++i) {
        double const angle = south + (north - south) * i / rays;
        auto& ray = rays_.emplace_back();
        ray.step = {apart * std::cos(angle), apart * std::sin(angle)};
        for (int k = 0; k < samples; ++k) {
            ray.coverage.push_back(
                coverage(facts, {middle_.x + k * ray.step.x, middle_.y + k * ray.step.y}));
        }
    }
}

geo::Ring Outline::at_level(double level) const
{
    auto ring = border_;
    for (auto const& [step, coverage] : rays_) {
        std::size_t k = coverage.size() - 2;
        while (k > 0 && coverage[k] < level) {
            --k;
        }
        double const along = (coverage[k] - level) / (coverage[k] - coverage[k + 1]);
        double const away = static_cast<double>(k) + along;
        ring.push_back({middle_.x + away * step.x, middle_.y + away * step.y});
    }
    ring.push_back(ring.front());
    return ring;
}

geo::Ring Outline::of_area(double wanted) const
{
    double low = 0.01;
    double high = 0.99;
    for (int i = 0; i < 40; ++i) {
        double const level = 0.5 * (low + high);
        (std::abs(geo::signed_area(at_level(level))) > wanted ? low : high) = level;
    }
    return at_level(0.5 * (low + high));
}

}  // namespace marchland::lang_son
