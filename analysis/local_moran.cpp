#include "analysis/local_moran.hpp"

#include "analysis/shared_permutations.hpp"
#include "geo/error.hpp"
#include "geo/parallel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace marchland::analysis {
namespace {

using geo::CommuneId;
using geo::PerCommune;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double whole_numbers_a_deviation = 4294967296.0;

constexpr std::array pattern_names{std::string_view{"none"}, std::string_view{"high-high"},
                                   std::string_view{"low-low"}, std::string_view{"high-low"},
                                   std::string_view{"low-high"}};

/// The communes with a value, closed up, with their neighbours among themselves.
struct Compared {
    std::vector<CommuneId> id;
    std::vector<double> z;             ///< value less mean
    std::vector<std::int64_t> whole;   ///< z in whole numbers
    std::vector<std::vector<std::uint32_t>> near;
    double mean = 0.0;
    double m2 = 0.0;                   ///< mean of z squared

    std::size_t size() const { return id.size(); }
};

/// Whether the values differ by no more than the rounding of their mean.
bool all_equal(Compared const& all)
{
    auto const largest = [](double most, double z) { return std::max(most, std::abs(z)); };
    double const off = std::accumulate(all.z.begin(), all.z.end(), 0.0, largest);
    return off <= 1e-12 * std::abs(all.mean);
}

Compared compared(PerCommune<double> const& value, Neighbours const& near)
{
    Compared all;
    PerCommune<std::int64_t> place{value.size(), -1};
    for (auto const id : value.ids()) {
        if (!std::isnan(value[id])) {
            place[id] = static_cast<std::int64_t>(all.id.size());
            all.id.push_back(id);
            all.mean += value[id];
        }
    }
    auto const n = static_cast<double>(all.size());
    all.mean = n > 0.0 ? all.mean / n : 0.0;
    for (auto const id : all.id) {
        all.z.push_back(value[id] - all.mean);
        all.m2 += all.z.back() * all.z.back() / n;
        all.near.emplace_back();
        for (auto const other : near[id]) {
            if (place[other] >= 0) {
                all.near.back().push_back(static_cast<std::uint32_t>(place[other]));
            }
        }
    }
    if (all_equal(all)) {
        all.m2 = 0.0;
    }
    double const scale = all.m2 > 0.0 ? whole_numbers_a_deviation / std::sqrt(all.m2) : 0.0;
    for (double const z : all.z) {
        all.whole.push_back(std::llround(z * scale));
    }
    return all;
}

Pattern pattern_of(double z, double lag_z)
{
    if (z > 0.0) {
        return lag_z > 0.0 ? Pattern::high_high : Pattern::high_low;
    }
    return lag_z > 0.0 ? Pattern::low_high : Pattern::low_low;
}

/// Ord and Getis: sum over the commune and its neighbours, less its mean, over its deviation.
double gi_star(double sum_z, double members, double n, double m2)
{
    double const variance = m2 * (n * members - members * members) / (n - 1.0);
    return variance > 0.0 ? sum_z / std::sqrt(variance) : nan;
}

void judge(Compared const& all, SharedPermutations const& shared, std::size_t i, int permutations,
           LocalMoran& found)
{
    auto const& near = all.near[i];
    auto const id = all.id[i];
    double sum = 0.0;
    std::int64_t whole = 0;
    for (auto const j : near) {
        sum += all.z[j];
        whole += all.whole[j];
    }
    auto const k = static_cast<double>(near.size());
    double const lag = sum / k;
    found.lag[id] = all.mean + lag;
    found.moran[id] = all.z[i] * lag / all.m2;
    found.gi_star[id] =
        gi_star(sum + all.z[i], k + 1.0, static_cast<double>(all.size()), all.m2);
    found.pattern[id] = pattern_of(all.z[i], lag);

    auto tally = shared.tally(i, near.size(), whole);
    auto const draws = static_cast<double>(permutations);
    if (all.whole[i] < 0) {  // I_i falls as the lag grows
        std::swap(tally.greater_or_equal, tally.less_or_equal);
    } else if (all.whole[i] == 0) {  // I_i is 0 whatever is drawn
        tally = {static_cast<std::uint64_t>(permutations), static_cast<std::uint64_t>(permutations)};
    }
    found.p_greater[id] = (static_cast<double>(tally.greater_or_equal) + 1.0) / (draws + 1.0);
    found.p_less[id] = (static_cast<double>(tally.less_or_equal) + 1.0) / (draws + 1.0);
    found.p_value[id] = std::min(1.0, 2.0 * std::min(found.p_greater[id], found.p_less[id]));
}

}  // namespace

std::string_view name_of(Pattern pattern)
{
    return pattern_names.at(static_cast<std::size_t>(pattern));
}

LocalMoran local_moran(PerCommune<double> const& value, Neighbours const& near,
                       LocalMoranOptions const& options, geo::Job const& job)
{
    auto const n = value.size();
    if (near.size() != n || options.permutations < 1) {
        throw geo::Error{geo::Trouble::usage,
                         "local Moran needs as many neighbour lists as values, and 1 permutation or more"};
    }
    PerCommune<double> const empty{n, nan};
    LocalMoran found{empty, empty, empty, empty, empty, empty, PerCommune<Pattern>{n, Pattern::none}, 0};
    auto const all = compared(value, near);
    found.compared = all.size();
    std::set<std::size_t> sizes;
    for (auto const& list : all.near) {
        if (!list.empty()) {
            sizes.insert(list.size());
        }
    }
    if (all.m2 <= 0.0 || sizes.empty()) {
        return found;  // all values are equal, or nobody has a neighbour
    }
    SharedPermutations shared{all.whole, *sizes.rbegin(), static_cast<std::size_t>(options.permutations),
                              options.seed, job};
    shared.prepare({sizes.begin(), sizes.end()}, job);
    geo::for_each_index(all.size(), job.threads(), [&](std::size_t i) {
        if (!all.near[i].empty()) {
            judge(all, shared, i, options.permutations, found);
        }
    });
    return found;
}

}  // namespace marchland::analysis
