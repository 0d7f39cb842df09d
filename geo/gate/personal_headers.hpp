/// \file personal_headers.hpp
/// Names of columns that speak of persons, in Vietnamese, English and Chinese.
#pragma once

#include "geo/gate/personal_kind.hpp"

#include <optional>
#include <string_view>

namespace marchland::geo {

/// What a column of this name would hold of persons; nothing where the name is harmless.
///
/// Compared in every reading of the header (geo/gate/readings.hpp), words that are written together taken apart
/// ("SODIENTHOAI", "TenNanNhan"). A word for a place excuses nothing but a name that stands beside it ("ten
/// xa"); a word for a quantity ("so", "number of", "rate") excuses what can be counted ("so nan nhan"), not
/// what has a number ("so dien thoai").
/// \par Cost  O(length^2 + phrases); remember the answer of a header.
std::optional<PersonalKind> personal_header(std::string_view header);

}  // namespace marchland::geo
