#include "cartography/words/drivers.hpp"

#include "cartography/words/numbers.hpp"
#include "cartography/words/place_texts.hpp"

#include <cmath>

namespace marchland::cartography {

QString drivers_text(results::CommuneRow const& row, Language language)
{
    Words const words{language};
    if (std::isnan(row.cases_expected)) {
        return words(text::driver_no_population);
    }
    auto text = words(text::driver_cases)
                    .arg(banded(row.cases, language), number(row.cases_expected, 1, language));
    if (!std::isnan(row.effort)) {
        text += QStringLiteral("; ");
        text += row.effort > 0.0
                    ? words(text::driver_effort).arg(number(row.effort_share, 1, language))
                    : words(text::driver_no_effort);
    }
    if (row.hours_missing) {
        text += QStringLiteral("; ");
        text += words(text::driver_no_hours);
    }
    return text;
}

}  // namespace marchland::cartography
