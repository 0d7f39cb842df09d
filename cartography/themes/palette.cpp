#include "cartography/themes/palette.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace marchland::cartography {

namespace {

/// `count` colours evenly along a line through `stops`.
std::vector<QRgb> along(std::vector<QRgb> const& stops, int count)
{
    std::vector<QRgb> colours;
    auto const last = static_cast<double>(stops.size() - 1);
    for (int i = 0; i < count; ++i) {
        double const at = count == 1 ? 0.0 : last * i / (count - 1);
        auto const from = std::min(static_cast<std::size_t>(at), stops.size() - 2);
        colours.push_back(mixed(stops[from], stops[from + 1], at - static_cast<double>(from)));
    }
    return colours;
}

}  // namespace

std::vector<QRgb> sequential(int classes)
{
    return along({0xfffdf0d5U, 0xfff7c779U, 0xffe68a3cU, 0xffb8501fU, 0xff6e2410U},
                 std::clamp(classes, 2, 7));
}

std::vector<QRgb> diverging(int classes)
{
    return along({0xff2f6ba8U, 0xff9fc6e0U, 0xfff7edcfU, 0xfff2a65aU, 0xffb34a12U},
                 std::clamp(classes, 3, 7));
}

std::vector<QRgb> hotspot_colours()
{
    return {0xffb3400fU, 0xfff5b483U, 0xff9cc4e4U, 0xff2a67a5U, 0xfff0ede6U};
}

QRgb mixed(QRgb a, QRgb b, double share)
{
    auto const mix = [share](int from, int to) {
        return static_cast<int>(std::lround(from + share * (to - from)));
    };
    return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

QRgb paler(QRgb colour)
{
    return mixed(colour, colour::paper, 0.7);
}

QRgb stripe_of(QRgb colour)
{
    constexpr int pale = 200;  // paler still, stripes of the colour itself would not be seen
    return qGray(colour) < pale ? colour : mixed(colour, colour::ink, 0.28);
}

}  // namespace marchland::cartography
