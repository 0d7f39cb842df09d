/// \file personal_kind.hpp
/// What in a file may name a person.
#pragma once

#include <cstdint>
#include <string_view>

namespace marchland::geo {

enum class PersonalKind : std::uint8_t {
    some_name,  ///< a name, of a person or of a place
    name,
    telephone,
    online,
    identity,
    case_number,
    reference,  ///< the number of a paper, perhaps of a case
    birth,
    day,
    address,
    settlement,  ///< a hamlet, a street, a house: where a person lives, or a place
    coordinate,
    likeness,
    relative,
    victim,
    account,
    price,
    health,
    belief,
    free_text
};

/// "telephone numbers": how a finding calls it.
std::string_view plural_of(PersonalKind kind);

}  // namespace marchland::geo
