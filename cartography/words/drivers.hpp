/// \file drivers.hpp
/// What moves a commune's figure, in the language of the page and with counts in bands.
#pragma once

#include "cartography/words/words.hpp"
#include "results/results.hpp"

#include <QString>

namespace marchland::cartography {

QString drivers_text(results::CommuneRow const& row, Language language);

}  // namespace marchland::cartography
