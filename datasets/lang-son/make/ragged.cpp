#include "datasets/lang-son/make/ragged.hpp"

namespace marchland::lang_son {
namespace {

using geo::Point;

struct Halver {
    geo::Random const& random;
    Raggedness const& how;
    geo::Line& line;

    /// \param number  of the chord: 1 the whole, 2 and 3 its halves, and so on.
    void halve(Point a, Point b, double strength, std::uint64_t number)
    {
        double const length = geo::distance(a, b);
        if (length < how.finest || number > 1U << 20U) {
            line.push_back(b);
            return;
        }
        double const aside = strength * (2.0 * random.uniform(number) - 1.0);
        Point const middle{0.5 * (a.x + b.x) - aside * (b.y - a.y),
                           0.5 * (a.y + b.y) + aside * (b.x - a.x)};
        halve(a, middle, strength * how.decay, 2 * number);
        halve(middle, b, strength * how.decay, 2 * number + 1);
    }
};

}  // namespace

geo::Line ragged(Point a, Point b, geo::Random const& random, Raggedness const& how)
{
    geo::Line line{a};
    Halver{random, how, line}.halve(a, b, how.strength, 1);
    return line;
}

geo::Line ragged(geo::Line const& line, geo::Random const& random, Raggedness const& how)
{
    geo::Line all;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (i > 1) {
            all.pop_back();
        }
        // Another stream for every stretch: its bits make a seed of its own.
        geo::Random const own{random.bits(i), "stretch"};
        auto const part = ragged(line[i - 1], line[i], own, how);
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace marchland::lang_son
