#include "analysis/scan/window_row.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace marchland::analysis::scan {
namespace {

/// Distance in the upper half, commune in the lower: sorts by both.
using Keyed = std::uint64_t;
constexpr unsigned digit_bits = 11;
constexpr std::size_t digits = std::size_t{1} << digit_bits;

double farthest_of(std::span<double const> distance)
{
    double most = 0.0;
    bool sound = true;
    for (double const d : distance) {
        sound = sound && d >= 0.0;
        if (d < geo::infinite) {
            most = std::max(most, d);
        }
    }
    if (!sound) {
        throw geo::Error{
            geo::Trouble::usage,
            "a distance between two communes is negative or not a number: a scan needs 0 or "
            "more, or infinite where there is no way"};
    }
    return most;
}

/// What turns distances into whole numbers up to 2^32 - 2.
double scale_of(std::span<double const> distance)
{
    double const most = farthest_of(distance);
    return most > 0.0 ? 4294967294.0 / most : 0.0;
}

std::vector<Keyed> keyed(std::span<double const> distance)
{
    double const scale = scale_of(distance);
    std::vector<Keyed> keys;
    keys.reserve(distance.size());
    for (std::size_t i = 0; i < distance.size(); ++i) {
        if (distance[i] < geo::infinite) {
            keys.push_back(static_cast<Keyed>(distance[i] * scale) << 32U | i);
        }
    }
    return keys;
}

std::size_t top_digit(Keyed key)
{
    return static_cast<std::size_t>(key >> (64U - digit_bits));
}
std::uint32_t commune_of(Keyed key)
{
    return static_cast<std::uint32_t>(key);
}

/// Drops what is certainly farther than the largest window: half of the map need not be sorted.
void keep_near(ScanProblem const& problem, std::vector<Keyed>& keys)
{
    std::array<double, digits> size{};
    for (auto const key : keys) {
        size[top_digit(key)] += problem.size[commune_of(key)];
    }
    double sum = 0.0;
    std::size_t last = 0;
    while (last + 1 < digits && (sum += size[last]) <= problem.largest) {
        ++last;
    }
    std::erase_if(keys, [last](Keyed key) { return top_digit(key) > last; });
}

/// Radix sort, least digit first, so communes that are equally far stay in the order of their ids.
void sort_by_distance(std::vector<Keyed>& keys)
{
    if (keys.size() < 256) {
        std::ranges::sort(keys);
        return;
    }
    std::vector<Keyed> other(keys.size());
    for (unsigned shift = 32; shift < 64; shift += digit_bits) {
        std::array<std::uint32_t, digits + 1> start{};
        for (auto const key : keys) {
            ++start[((key >> shift) & (digits - 1)) + 1];
        }
        for (std::size_t i = 1; i <= digits; ++i) {
            start[i] += start[i - 1];
        }
        for (auto const key : keys) {
            other[start[(key >> shift) & (digits - 1)]++] = key;
        }
        keys.swap(other);
    }
}

/// Whole tied groups, as long as they fit into the largest window.
void take_order(ScanProblem const& problem, std::span<Keyed const> keys, ScanRow& out)
{
    out.order.clear();
    out.far.clear();
    out.closes.clear();
    double size = 0.0;
    for (std::size_t i = 0; i < keys.size();) {
        auto end = i;
        for (; end < keys.size() && keys[end] >> 32U == keys[i] >> 32U; ++end) {
            size += problem.size[commune_of(keys[end])];
        }
        if (size > problem.largest) {
            break;
        }
        for (; i < end; ++i) {
            out.order.push_back(commune_of(keys[i]));
            out.far.push_back(static_cast<std::uint32_t>(keys[i] >> 32U));
            out.closes.push_back(i + 1 == end ? 1 : 0);
        }
    }
}

void sum_weights(ScanProblem const& problem, ScanRow& out)
{
    auto const steps = problem.steps;
    out.weight.resize(out.order.size() * steps);
    for (std::size_t k = 0; k < out.order.size(); ++k) {
        auto const* const own = &problem.weight[out.order[k] * steps];
        std::uint64_t until = 0;
        for (std::size_t t = 0; t < steps; ++t) {
            until += own[t];
            out.weight[k * steps + t] = until + (k > 0 ? out.weight[(k - 1) * steps + t] : 0);
        }
    }
}

/// A block grows while what it adds is small against the spread of a count.
void form_blocks(ScanProblem const& problem, WeightClasses const& classes, ScanRow& out)
{
    constexpr double part_of_spread = 0.5;
    out.blocks.clear();
    out.first.clear();
    out.last.clear();
    Interval const whole{0, static_cast<std::uint32_t>(problem.steps - 1)};
    for (std::size_t k = 0; k < out.order.size();) {
        while (out.closes[k] == 0) {
            ++k;
        }
        auto const first = k;
        auto last = k;
        double const mu = problem.expected(out.weight_at(first, problem.steps, whole));
        double const limit = mu + part_of_spread * std::sqrt(mu);
        for (++k; k < out.order.size() &&
                  problem.expected(out.weight_at(k, problem.steps, whole)) <= limit;
             ++k) {
            if (out.closes[k] != 0) {
                last = k;
            }
        }
        k = last + 1;
        out.blocks.push_back({static_cast<std::uint32_t>(k)});
        for (auto const interval : problem.intervals) {
            out.first.push_back(classes.of(out.weight_at(first, problem.steps, interval)));
            out.last.push_back(classes.of(out.weight_at(last, problem.steps, interval)));
        }
    }
}

}  // namespace

void prepare_row(ScanProblem const& problem, WindowFamily const& family,
                 WeightClasses const& classes, std::size_t row, ScanRow& out)
{
    std::vector<double> distance(problem.communes);
    family.distances(row, distance);
    auto keys = keyed(distance);
    keep_near(problem, keys);
    sort_by_distance(keys);
    out.row = row;
    out.penalty = family.rows[row].penalty;
    take_order(problem, keys, out);
    sum_weights(problem, out);
    form_blocks(problem, classes, out);
}

WindowContents contents_of(WindowFamily const& family, std::size_t row, std::uint32_t far)
{
    std::vector<double> distance(family.communes);
    family.distances(row, distance);
    double const scale = scale_of(distance);
    WindowContents contents;
    for (std::size_t i = 0; i < distance.size(); ++i) {
        if (distance[i] < geo::infinite && static_cast<std::uint32_t>(distance[i] * scale) <= far) {
            contents.members.push_back(static_cast<geo::CommuneId>(i));
            contents.radius = std::max(contents.radius, distance[i]);
        }
    }
    return contents;
}

}  // namespace marchland::analysis::scan
