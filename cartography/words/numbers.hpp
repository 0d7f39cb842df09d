/// \file numbers.hpp
/// Figures as people read them: 1.269,5 and 34% in Vietnamese, 1,269.5 and 34 % in English, never
/// more digits than known.
#pragma once

#include "cartography/words/words.hpp"

#include <QString>

#include <cstdint>

namespace marchland::cartography {

/// With `digits` after the separator; a dash where the value is not known.
QString number(double value, int digits, Language language);

/// About two significant digits: 12, 3.4, 0.56.
QString figure(double value, Language language);

/// "2.3 (1.1–4.0)"; without bounds "2.3 (?)", because a figure never stands alone.
QString with_interval(double value, double lower, double upper, Language language);

/// "34 % (20–51 %)"
QString share_with_interval(double value, double lower, double upper, Language language);

QString percent(double share, Language language);

/// A probability: "< 1 %" and "> 99 %" at the ends, because a model is never certain.
QString chance(double probability, Language language);

/// A p-value: three digits, and "< 0.001" below them, because no permutation shows that chance is nil.
QString p_value(double probability, Language language);

/// The shortest text that says the same number: a class break.
QString plain(double value, Language language);

/// "9.999" or "9,999".
QString whole(std::int64_t count, Language language);

/// Counts of persons in bands: 0, 1–4, 5–10, 11–19, 20+. A single case must not be read off.
QString banded(double count, Language language);

/// "2" or "2 (1–7)".
QString rank_text(double rank, double lower, double upper);

}  // namespace marchland::cartography
