#include "analysis/hotspots/compared.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::hotspots {
namespace {

using geo::CommuneId;
using geo::PerCommune;

constexpr double whole_numbers_a_deviation = 4294967296.0;
constexpr auto nowhere = static_cast<std::uint32_t>(-1);

[[noreturn]] void refuse(std::string const& words)
{
    throw geo::Error{geo::Trouble::usage, words};
}

std::string row(CommuneId id)
{
    return "commune in row " + std::to_string(geo::index_of(id) + 1);
}

void check_sizes(std::size_t values, std::size_t weights, std::size_t also)
{
    if (values != weights || (also != 0 && also != values)) {
        refuse("there are " + std::to_string(values) + " values and " + std::to_string(weights) +
               " lists of neighbours; expected one list for each value");
    }
}

void check_link(CommuneId from, neighbours::Link const& link, std::size_t communes)
{
    if (geo::index_of(link.to) >= communes) {
        refuse(row(from) + " has a neighbour that does not exist");
    }
    if (link.to == from) {
        refuse(row(from) + " is its own neighbour; expected weights without the commune itself");
    }
    if (!std::isfinite(link.weight) || link.weight < 0.0) {
        refuse(row(from) + " has a weight that is negative or not finite");
    }
}

void check_values(PerCommune<double> const& values)
{
    for (auto const id : values.ids()) {
        if (std::isinf(values[id])) {
            refuse(row(id) +
                   " has an infinite value; expected a number, or nothing where it is not known");
        }
    }
}

/// Whether the values differ by no more than the rounding of their mean.
bool all_equal(std::vector<double> const& z, double mean)
{
    return std::ranges::all_of(z,
                               [&](double one) { return std::abs(one) <= 1e-12 * std::abs(mean); });
}

}  // namespace

Standardised standardised(std::vector<double> const& values)
{
    Standardised all;
    auto const n = static_cast<double>(values.size());
    for (double const value : values) {
        all.mean += value / n;
    }
    all.z.reserve(values.size());
    for (double const value : values) {
        all.z.push_back(value - all.mean);
        all.m2 += all.z.back() * all.z.back() / n;
    }
    if (all_equal(all.z, all.mean)) {
        all.m2 = 0.0;
    }
    double const scale = all.m2 > 0.0 ? whole_numbers_a_deviation / std::sqrt(all.m2) : 0.0;
    all.whole.reserve(values.size());
    for (double const z : all.z) {
        all.whole.push_back(std::llround(z * scale));
    }
    return all;
}

Compared compared(PerCommune<double> const& value, neighbours::Weights const& weights,
                  PerCommune<double> const& also)
{
    check_sizes(value.size(), weights.size(), also.size());
    check_values(value);
    check_values(also);
    Compared all;
    PerCommune<std::uint32_t> place{value.size(), nowhere};
    std::vector<double> known;
    for (auto const id : value.ids()) {
        if (!std::isnan(value[id]) && (also.empty() || !std::isnan(also[id]))) {
            place[id] = static_cast<std::uint32_t>(all.id.size());
            all.id.push_back(id);
            known.push_back(value[id]);
        }
    }
    all.start.reserve(all.size() + 1);
    all.start.push_back(0);
    for (auto const id : all.id) {
        for (auto const& link : weights[id]) {
            check_link(id, link, value.size());
            if (place[link.to] != nowhere && link.weight != 0.0) {
                all.to.push_back(place[link.to]);
                all.weight.push_back(link.weight);
            }
        }
        all.start.push_back(all.to.size());
    }
    auto figures = standardised(known);
    all.z = std::move(figures.z);
    all.whole = std::move(figures.whole);
    all.mean = figures.mean;
    all.m2 = figures.m2;
    return all;
}

}  // namespace marchland::analysis::hotspots
