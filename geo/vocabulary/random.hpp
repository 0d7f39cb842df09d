/// \file random.hpp
/// Random numbers by counter: draw n of a stream is a pure function, so threads cannot change an answer.
#pragma once

#include <cstdint>
#include <string_view>

namespace marchland::geo {

/// One stream of random numbers, e.g. that of one commune in one step.
///
/// The same (seed, purpose, stream, n) gives the same bits on every machine and thread.
/// \par Source  Salmon and others (2011), Philox 4x32-10, as in Random123.
class Random {
public:
    /// \param purpose  what the numbers are for, so that two steps never share draws.
    Random(std::uint64_t seed, std::string_view purpose, std::uint64_t stream = 0);

    std::uint64_t bits(std::uint64_t n) const;

    /// In the open interval (0, 1): safe for a logarithm.
    double uniform(std::uint64_t n) const;

    /// In [0, bound), every value as likely as any other to within 2^-64. \pre bound > 0
    std::uint64_t below(std::uint64_t n, std::uint64_t bound) const;

private:
    std::uint64_t key_;
    std::uint64_t stream_;
};

/// The draws of a stream one after the other, for methods that reject some.
class Draws {
public:
    explicit Draws(Random random, std::uint64_t first = 0) : random_{random}, next_{first} {}

    double uniform() { return random_.uniform(next_++); }
    std::uint64_t below(std::uint64_t bound) { return random_.below(next_++, bound); }
    double normal();             ///< mean 0, variance 1
    double gamma(double shape);  ///< scale 1. \pre shape > 0. \par Source Marsaglia, Tsang (2000)
    std::uint64_t poisson(double mean);  ///< \pre mean >= 0, below about 1e4: cost grows with mean

private:
    Random random_;
    std::uint64_t next_;
};

}  // namespace marchland::geo
