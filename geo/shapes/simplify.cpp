#include "geo/shapes/simplify.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <array>

namespace marchland::geo {
namespace {

constexpr std::uint8_t always = 255;

/// Half a metre to 115 km in equal ratios; 255 is for points that are never left out.
constexpr std::array<double, 256> promises = [] {
    std::array<double, 256> metres{};
    double next = 0.5;
    for (std::size_t level = 1; level < 256; ++level) {
        metres[level] = next;
        next *= 1.05;
    }
    return metres;
}();

/// The highest level that needs a point this far from the line without it.
std::uint8_t level_needing(double metres)
{
    auto const reached = std::ranges::lower_bound(promises, metres);  // first promise >= metres
    auto const level = std::max<std::ptrdiff_t>(reached - promises.begin() - 1, 0);
    return static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(level, always - 1));
}

struct OpenStretch {
    std::size_t first = 0;
    std::size_t last = 0;
    /// how much the point that made it matters
    double cap = infinite;
};

struct Farthest {
    std::size_t at = 0;
    double metres = -1.0;
};

Farthest farthest(Line const& line, std::size_t first, std::size_t last)
{
    Farthest found;
    for (std::size_t i = first + 1; i < last; ++i) {
        double const away = foot_on_segment(line[i], line[first], line[last]).distance;
        if (away > found.metres) {
            found = {i, away};
        }
    }
    return found;
}

/// A closed line whose far corner has been kept also keeps the corner farthest from the line
/// between.
void keep_ring(Line const& line, std::size_t far, std::vector<std::uint8_t>& levels)
{
    auto const there = farthest(line, 0, far);
    auto const back = farthest(line, far, line.size() - 1);
    auto const third = there.metres >= back.metres ? there.at : back.at;
    levels[third] = levels[far];
}

}  // namespace

std::vector<std::uint8_t> levels_of(Line const& line)
{
    std::vector<std::uint8_t> levels(line.size(), always);
    if (line.size() < 3) {
        return levels;
    }
    std::vector<OpenStretch> open{{0, line.size() - 1, infinite}};
    while (!open.empty()) {
        auto const [first, last, cap] = open.back();
        open.pop_back();
        if (last - first < 2) {
            continue;
        }
        auto const found = farthest(line, first, last);
        // No more than the point that made the stretch, so that each level holds all higher ones.
        double const matters = std::min(found.metres, cap);
        levels[found.at] = level_needing(matters);
        open.push_back({first, found.at, matters});
        open.push_back({found.at, last, matters});
    }
    if (line.front() == line.back() && line.size() > 3) {
        keep_ring(line, farthest(line, 0, line.size() - 1).at, levels);
    }
    return levels;
}

std::uint8_t level_within(double metres)
{
    auto const above = std::ranges::upper_bound(promises, metres);
    auto const level = std::max<std::ptrdiff_t>(above - promises.begin() - 1, 0);
    return static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(level, always - 1));
}

double metres_within(std::uint8_t level)
{
    return promises[level];
}

}  // namespace marchland::geo
