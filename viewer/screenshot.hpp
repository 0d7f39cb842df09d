/// \file screenshot.hpp
/// A picture of the window, for the manual and for a look without a screen.
#pragma once

#include <QString>

namespace marchland::viewer {

class MainWindow;

/// Waits until the window has opened its results and the map is complete, then writes the picture.
/// \return  what went wrong; empty when the picture is there.
QString take_screenshot(MainWindow& window, QString const& path);

}  // namespace marchland::viewer
