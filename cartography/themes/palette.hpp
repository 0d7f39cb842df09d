/// \file palette.hpp
/// Every colour of the project. Sequences are safe for readers who cannot tell red from green.
#pragma once

#include <QRgb>

#include <vector>

namespace marchland::cartography {

/// From pale to dark in one hue, for quantities from nothing to much.
/// \param classes  2 to 7; the colours stay evenly apart.
std::vector<QRgb> sequential(int classes);

/// Blue below, near white in the middle, orange above, for figures with a meaningful middle.
/// \param classes  odd numbers put the pale colour on the middle class; 3 to 7.
std::vector<QRgb> diverging(int classes);

/// What local statistics say, in the order high-high, high-low, low-high, low-low, none.
std::vector<QRgb> hotspot_colours();

/// How a fill looks where the figure is not sure: its own colour, mixed with paper ...
QRgb paler(QRgb colour);
/// ... under stripes that can be told from it: of its own colour where that is dark enough.
QRgb stripe_of(QRgb colour);

/// `share` of b in a, 0 to 1.
QRgb mixed(QRgb a, QRgb b, double share);

namespace colour {
constexpr QRgb paper = 0xfffbfaf7U;
constexpr QRgb ground = 0xffe9edf0U;
constexpr QRgb no_information = 0xffc9c9c9U;
constexpr QRgb ink = 0xff1d2530U;
constexpr QRgb faint_ink = 0xff5b6470U;
constexpr QRgb outline = 0xff6b7078U;
constexpr QRgb border = 0xff3b2a4aU;
constexpr QRgb road = 0xff8a8378U;
constexpr QRgb corridor = 0xff0b6e5dU;
constexpr QRgb hotspot = 0xffa3004fU;
constexpr QRgb crossing = 0xff14213dU;
constexpr QRgb market = 0xff5a2a82U;
constexpr QRgb selection = 0xff111111U;
constexpr QRgb restricted = 0xff8f1020U;
constexpr QRgb synthetic = 0xfff2c230U;
}  // namespace colour

}  // namespace marchland::cartography
