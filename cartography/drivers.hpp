/// \file drivers.hpp
/// What moves a commune's figure, in the language of the page and with counts in bands.
#pragma once

#include "analysis/results.hpp"
#include "cartography/discretion.hpp"
#include "cartography/words.hpp"

#include <QString>

namespace marchland::cartography {

struct Drivers {
    QString text;
    bool english = false;  ///< some of it is as the analysis worded it
};

Drivers drivers_text(analysis::CommuneRow const& row, Discretion const& discretion,
                     Language language);

}  // namespace marchland::cartography
