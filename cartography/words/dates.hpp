/// \file dates.hpp
/// Days, months and spans as people write them: 01/7/2025, tháng 7/2025 and 7/2022–6/2024 in
/// Vietnamese, as ISO 8601 has them in English.
#pragma once

#include "cartography/words/words.hpp"

#include <QString>

#include <string>

namespace marchland::cartography {

/// "2025-07-01" or "2025-07"; a text of another form stays as it is.
QString date_text(std::string const& date, Language language);

/// "2022-07 to 2024-06", as the tables write a span of months.
QString span_text(std::string const& span, Words const& words);

}  // namespace marchland::cartography
