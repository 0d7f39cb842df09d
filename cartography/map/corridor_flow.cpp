#include "cartography/map/corridor_flow.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace marchland::cartography {

namespace {

constexpr double faintest = 0.01;
/// widths that are told apart; stretches of one width become one line
constexpr double steps = 8.0;

/// Two points, whichever way one goes.
struct Stretch {
    geo::Point a;
    geo::Point b;
    bool operator==(Stretch const&) const = default;
};

Stretch stretch(geo::Point a, geo::Point b)
{
    bool const turned = b.x < a.x || (b.x == a.x && b.y < a.y);
    return turned ? Stretch{b, a} : Stretch{a, b};
}

struct Hash {
    std::size_t operator()(Stretch const& s) const
    {
        std::uint64_t hash = 0;
        for (double const part : {s.a.x, s.a.y, s.b.x, s.b.y}) {
            hash = (std::rotl(hash, 21) ^ std::bit_cast<std::uint64_t>(part)) * 0x9e3779b97f4a7c15U;
        }
        return hash ^ (hash >> 29U);
    }
};

/// The flow on each stretch: a hash table with linear probing, for thousands of corridors pass a few roads.
class Flows {
public:
    double& operator[](Stretch const& key)
    {
        if (2 * entries_.size() >= slots_.size()) {
            grow();
        }
        auto& slot = slots_[slot_of(key)];
        if (slot == free) {
            slot = static_cast<std::uint32_t>(entries_.size());
            entries_.push_back({key, 0.0});
        }
        return entries_[slot].flow;
    }

private:
    static constexpr auto free = static_cast<std::uint32_t>(-1);
    struct Entry {
        Stretch key;
        double flow;
    };

    /// Where it is, or would stand.
    std::size_t slot_of(Stretch const& key) const
    {
        auto const mask = slots_.size() - 1;
        auto at = Hash{}(key)&mask;
        while (slots_[at] != free && !(entries_[slots_[at]].key == key)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    void grow()
    {
        slots_.assign(std::max<std::size_t>(1024, 2 * slots_.size()), free);
        for (std::uint32_t i = 0; i < entries_.size(); ++i) {
            slots_[slot_of(entries_[i].key)] = i;
        }
    }

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;
};

/// Calls visit(a, b, flow) for every stretch.
template <class Visit>
void each_stretch(std::vector<results::CorridorRow> const& corridors, Visit const& visit)
{
    for (auto const& corridor : corridors) {
        double const flow = std::isfinite(corridor.flow) ? corridor.flow : 0.0;
        for (auto const& line : corridor.line) {
            for (std::size_t i = 1; i < line.size(); ++i) {
                visit(line[i - 1], line[i], flow);
            }
        }
    }
}

/// Grows the last line where it ends, or begins another.
void append(geo::Point from, geo::Point to, float weight, std::vector<SceneLine>& lines)
{
    if (lines.empty() || lines.back().weight != weight || lines.back().points.back() != from) {
        lines.push_back({{from}, {}, weight});
        lines.back().box.add(from);
    }
    lines.back().points.push_back(to);
    lines.back().box.add(to);
}

}  // namespace

std::vector<SceneLine> corridor_lines(Shown const& shown)
{
    Flows flows;
    double most = 0.0;
    each_stretch(shown->corridors, [&](geo::Point a, geo::Point b, double flow) {
        most = std::max(most, flows[stretch(a, b)] += flow);
    });
    std::vector<SceneLine> lines;
    each_stretch(shown->corridors, [&](geo::Point a, geo::Point b, double) {
        double& flow = flows[stretch(a, b)];
        double const share = most > 0.0 ? flow / most : 1.0;
        if (flow >= 0.0 && share >= faintest) {
            append(a, b, static_cast<float>(std::ceil(steps * std::sqrt(share)) / steps), lines);
        }
        flow = -1.0;  // drawn
    });
    std::ranges::stable_sort(lines, {}, &SceneLine::weight);
    return lines;
}

}  // namespace marchland::cartography
