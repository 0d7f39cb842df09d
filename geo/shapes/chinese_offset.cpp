#include "geo/shapes/chinese_offset.hpp"

#include "geo/vocabulary/text.hpp"

#include <cctype>
#include <cmath>
#include <numbers>
#include <string>

namespace marchland::geo {
namespace {

constexpr double pi = std::numbers::pi;

/// Krasovsky 1940
constexpr double axis_m = 6378245.0;
constexpr double eccentricity_squared = 0.00669342162296594323;

double waves(double by, double first, double second, double third, double fourth, double north,
             double south)
{
    return (20.0 * std::sin(6.0 * by * pi) + 20.0 * std::sin(2.0 * by * pi)) * 2.0 / 3.0 +
           (20.0 * std::sin(first * pi) + 40.0 * std::sin(second * pi)) * 2.0 / 3.0 +
           (north * std::sin(third * pi) + south * std::sin(fourth * pi)) * 2.0 / 3.0;
}

/// The polynomials and sines of the reconstruction, in metres.
Point shift_m(double x, double y)
{
    double const root = std::sqrt(std::abs(x));
    return {300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root +
                waves(x, x, x / 3.0, x / 12.0, x / 30.0, 150.0, 300.0),
            -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root +
                waves(x, y, y / 3.0, y / 12.0, y / 30.0, 160.0, 320.0)};
}

Point to_gcj02(Point at)
{
    auto const shift = shift_m(at.x - 105.0, at.y - 35.0);
    double const latitude = at.y / 180.0 * pi;
    double const sine = std::sin(latitude);
    double const magic = 1.0 - eccentricity_squared * sine * sine;
    double const root = std::sqrt(magic);
    return {at.x + shift.x * 180.0 / (axis_m / root * std::cos(latitude) * pi),
            at.y + shift.y * 180.0 / (axis_m * (1.0 - eccentricity_squared) / (magic * root) * pi)};
}

Point to_bd09(Point at)
{
    constexpr double turn = pi * 3000.0 / 180.0;
    double const far = std::hypot(at.x, at.y) + 0.00002 * std::sin(at.y * turn);
    double const angle = std::atan2(at.y, at.x) + 0.000003 * std::cos(at.x * turn);
    return {far * std::cos(angle) + 0.0065, far * std::sin(angle) + 0.006};
}

}  // namespace

std::optional<ChineseOffset> chinese_offset(std::string_view text)
{
    std::string word;
    for (char const c : lower_case(text)) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            word += c;
        }
    }
    if (word == "gcj02") {
        return ChineseOffset::gcj02;
    }
    return word == "bd09" ? std::optional{ChineseOffset::bd09} : std::nullopt;
}

std::string_view name_of(ChineseOffset offset)
{
    return offset == ChineseOffset::gcj02 ? "GCJ-02" : "BD-09";
}

Point shifted(Point at, ChineseOffset offset)
{
    auto const once = to_gcj02(at);
    return offset == ChineseOffset::gcj02 ? once : to_bd09(once);
}

Point unshifted(Point at, ChineseOffset offset)
{
    constexpr int steps = 12;  // each takes the error down a hundredfold or more
    Point guess = at;
    for (int step = 0; step < steps; ++step) {
        auto const there = shifted(guess, offset);
        guess = {guess.x - (there.x - at.x), guess.y - (there.y - at.y)};
    }
    return guess;
}

}  // namespace marchland::geo
