#include "geo/vocabulary/random.hpp"

#include <Random123/philox.h>

#include <cmath>
#include <numbers>

namespace marchland::geo {
namespace {

/// FNV-1a: spreads a word over 64 bits, the same on every machine.
std::uint64_t spread(std::string_view word)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (char const letter : word) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    }
    return hash;
}

constexpr std::uint32_t low(std::uint64_t word)
{
    return static_cast<std::uint32_t>(word);
}
constexpr std::uint32_t high(std::uint64_t word)
{
    return static_cast<std::uint32_t>(word >> 32U);
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view purpose, std::uint64_t stream)
    : key_{seed ^ spread(purpose)}, stream_{stream}
{
}

std::uint64_t Random::bits(std::uint64_t n) const
{
    using Philox = r123::Philox4x32;
    Philox::ctr_type const counter{{low(n), high(n), low(stream_), high(stream_)}};
    Philox::key_type const key{{low(key_), high(key_)}};
    auto const drawn = Philox{}(counter, key);
    return (static_cast<std::uint64_t>(drawn[1]) << 32U) | drawn[0];
}

double Random::uniform(std::uint64_t n) const
{
    return (static_cast<double>(bits(n) >> 12U) + 0.5) * 0x1.0p-52;
}

std::uint64_t Random::below(std::uint64_t n, std::uint64_t bound) const
{
    // Multiply and shift: unlike rounding, it gives the first and last value their full share.
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<Wide>(bits(n)) * bound) >> 64U);
}

double Draws::normal()
{
    double const radius = std::sqrt(-2.0 * std::log(uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

double Draws::gamma(double shape)
{
    if (shape < 1.0) {  // boost by one and shrink back
        double const boosted = gamma(shape + 1.0);
        return boosted * std::pow(uniform(), 1.0 / shape);
    }
    double const d = shape - 1.0 / 3.0;
    double const c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        double const x = normal();
        double const root = 1.0 + c * x;
        if (root <= 0.0) {
            continue;
        }
        double const v = root * root * root;
        if (std::log(uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) {
            return d * v;
        }
    }
}

std::uint64_t Draws::poisson(double mean)
{
    // Waiting times: exact for every mean, and means here are small.
    double waited = -std::log(uniform());
    std::uint64_t count = 0;
    while (waited < mean) {
        ++count;
        waited -= std::log(uniform());
    }
    return count;
}

}  // namespace marchland::geo
