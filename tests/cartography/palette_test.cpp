#include "cartography/themes/palette.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

using namespace marchland::cartography;

namespace {

using Linear = std::array<double, 3>;

Linear linear(QRgb colour)
{
    auto const straight = [](int channel) {
        double const c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {straight(qRed(colour)), straight(qGreen(colour)), straight(qBlue(colour))};
}

/// How a reader without green (or red) cones sees it: Machado and others (2009), severity 1.
Linear as_seen(Linear const& c, bool without_green)
{
    using Matrix = std::array<std::array<double, 3>, 3>;
    constexpr Matrix deutan{{{0.367322, 0.860646, -0.227968},
                             {0.280085, 0.672501, 0.047413},
                             {-0.011820, 0.042940, 0.968881}}};
    constexpr Matrix protan{{{0.152286, 1.052583, -0.204868},
                             {0.114503, 0.786281, 0.099216},
                             {-0.003882, -0.048116, 1.051998}}};
    auto const& m = without_green ? deutan : protan;
    Linear seen{};
    for (std::size_t i = 0; i < 3; ++i) {
        seen[i] = m[i][0] * c[0] + m[i][1] * c[1] + m[i][2] * c[2];
    }
    return seen;
}

/// CIE L*a*b* of linear sRGB, D65.
Linear lab(Linear const& c)
{
    auto const f = [](double t) {
        t = std::max(t, 0.0);
        return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0;
    };
    double const x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    double const y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    double const z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double apart(Linear const& a, Linear const& b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// The smallest distance between any two colours, for all three kinds of eyes.
double least_apart(std::vector<QRgb> const& colours)
{
    double least = 1e9;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            auto const a = linear(colours[i]);
            auto const b = linear(colours[k]);
            least = std::min({least, apart(lab(a), lab(b)),
                              apart(lab(as_seen(a, true)), lab(as_seen(b, true))),
                              apart(lab(as_seen(a, false)), lab(as_seen(b, false)))});
        }
    }
    return least;
}

std::vector<QRgb> with_grey(std::vector<QRgb> colours)
{
    colours.push_back(colour::no_information);
    return colours;
}

}  // namespace

TEST(Palette, TheYardstickKnowsABadPair)
{
    EXPECT_LT(least_apart({0xff7f8c1aU, 0xffa67c1eU}), 10.0);  // olive and ochre
}

TEST(Palette, FiveClassesAndGreyDifferForEveryEye)
{
    EXPECT_GT(least_apart(with_grey(sequential(5))), 12.0);
    EXPECT_GT(least_apart(with_grey(diverging(5))), 12.0);
    EXPECT_GT(least_apart(with_grey(hotspot_colours())), 12.0);
}

TEST(Palette, SequentialGrowsDarker)
{
    auto const colours = sequential(7);
    for (std::size_t i = 1; i < colours.size(); ++i) {
        EXPECT_LT(lab(linear(colours[i]))[0], lab(linear(colours[i - 1]))[0]);
    }
}

TEST(Palette, MixedEndsAreTheColoursThemselves)
{
    EXPECT_EQ(mixed(0xff102030U, 0xff405060U, 0.0), 0xff102030U);
    EXPECT_EQ(mixed(0xff102030U, 0xff405060U, 1.0), 0xff405060U);
    EXPECT_EQ(mixed(0xff000000U, 0xff646464U, 0.5), 0xff323232U);
}
