/// \file drivers.hpp
/// What moves a commune's figure, in the language of the page and with counts in bands.
#pragma once

#include "analysis/results.hpp"
#include "cartography/words.hpp"

#include <QString>

namespace marchland::cartography {

QString drivers_text(analysis::CommuneRow const& row, Language language);

} // namespace marchland::cartography
