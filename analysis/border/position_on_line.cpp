// Line merging: the lines of a border put end to end.
#include "analysis/border/profile.hpp"

#include <algorithm>
#include <tuple>

namespace marchland::analysis::border {
namespace {

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

}  // namespace

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

}  // namespace marchland::analysis::border
