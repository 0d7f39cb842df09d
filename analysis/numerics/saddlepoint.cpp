#include "analysis/numerics/saddlepoint.hpp"

#include "analysis/numerics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace marchland::analysis::numerics {
namespace {

/// Cumulant of (count, sum) of independent trials with odds p : 1 - p, tilted by exp(u + t a).
struct Cumulant {
    double value = 0.0;
    double count = 0.0;  // first derivatives by u and t
    double sum = 0.0;
    double uu = 0.0;  // second derivatives
    double ut = 0.0;
    double tt = 0.0;

    double determinant() const { return uu * tt - ut * ut; }
};

Cumulant cumulant(std::span<double const> values, double p, double u, double t)
{
    Cumulant all;
    for (double const a : values) {
        double const x = u + t * a;
        // log(1 - p + p e^x), kept finite for large x
        double const high = std::max(0.0, x);
        double const mass = (1.0 - p) * std::exp(-high) + p * std::exp(x - high);
        double const share = p * std::exp(x - high) / mass;
        double const spread = share * (1.0 - share);
        all.value += high + std::log(mass);
        all.count += share;
        all.sum += share * a;
        all.uu += spread;
        all.ut += spread * a;
        all.tt += spread * a * a;
    }
    return all;
}

struct Saddle {
    double u = 0.0;
    double t = 0.0;
    Cumulant at;
};

/// Newton on the convex function K(u, t) - u k - t s, with halved steps.
std::optional<Saddle> saddle(std::span<double const> values, double p, double k, double s)
{
    Saddle here{0.0, 0.0, cumulant(values, p, 0.0, 0.0)};
    auto const height = [&](Saddle const& at) { return at.at.value - at.u * k - at.t * s; };
    for (int round = 0; round < 60; ++round) {
        double const by_count = here.at.count - k;
        double const by_sum = here.at.sum - s;
        double const determinant = here.at.determinant();
        if (!(determinant > 0.0)) {
            return std::nullopt;
        }
        if (std::abs(by_count) < 1e-10 * k && std::abs(by_sum) < 1e-10 * std::sqrt(here.at.tt)) {
            return here;
        }
        double const du = (here.at.tt * by_count - here.at.ut * by_sum) / determinant;
        double const dt = (here.at.uu * by_sum - here.at.ut * by_count) / determinant;
        double const before = height(here);
        bool moved = false;
        for (double step = 1.0; step > 1e-6 && !moved; step /= 2.0) {
            Saddle next{here.u - step * du, here.t - step * dt, {}};
            next.at = cumulant(values, p, next.u, next.t);
            if (height(next) <= before) {
                here = next;
                moved = true;
            }
        }
        if (!moved) {
            return here;
        }
    }
    return std::nullopt;
}

double normal_density(double x)
{
    return std::exp(-0.5 * x * x) / std::sqrt(2.0 * std::numbers::pi);
}

/// Whether seen lies strictly between the smallest and the largest possible sum.
bool possible(std::span<double const> values, std::size_t k, double seen)
{
    std::vector<double> ordered(values.begin(), values.end());
    std::ranges::sort(ordered);
    double low = 0.0;
    double high = 0.0;
    for (std::size_t m = 0; m < k; ++m) {
        low += ordered[m];
        high += ordered[ordered.size() - 1 - m];
    }
    double const margin = 1e-6 * (high - low);
    return seen > low + margin && seen < high - margin;
}

}  // namespace

std::optional<double> upper_tail(std::span<double const> values, std::size_t k, double seen)
{
    auto const n = static_cast<double>(values.size());
    auto const chosen = static_cast<double>(k);
    if (k == 0 || k >= values.size() || !possible(values, k, seen)) {
        return std::nullopt;
    }
    double const p = chosen / n;
    auto const found = saddle(values, p, chosen, seen);
    if (!found) {
        return std::nullopt;
    }
    double const square = 2.0 * (found->u * chosen + found->t * seen - found->at.value);
    double const r = std::copysign(std::sqrt(std::max(0.0, square)), found->t);
    double const v = found->t * std::sqrt(found->at.determinant() / (n * p * (1.0 - p)));
    if (std::abs(r) < 1e-4 || std::abs(v) < 1e-4) {
        return std::nullopt;  // in the middle, where permutation says all
    }
    double const tail = normal_tail(r) + normal_density(r) * (1.0 / v - 1.0 / r);
    return std::isfinite(tail) ? std::optional{std::clamp(tail, 0.0, 1.0)} : std::nullopt;
}

}  // namespace marchland::analysis::numerics
