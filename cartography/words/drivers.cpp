#include "cartography/words/drivers.hpp"

#include "cartography/words/numbers.hpp"

#include <cmath>

namespace marchland::cartography {

QString drivers_text(results::CommuneRow const& row, Language language)
{
    auto const& words = words_in(language);
    if (std::isnan(row.cases_expected)) {
        return words.driver_no_population;
    }
    auto text = words.driver_cases.arg(banded(row.cases), number(row.cases_expected, 1, language));
    if (!std::isnan(row.effort)) {
        text += QStringLiteral("; ");
        text += row.effort > 0.0 ? words.driver_effort.arg(number(row.effort_share, 1, language))
                                 : words.driver_no_effort;
    }
    return text;
}

}  // namespace marchland::cartography
