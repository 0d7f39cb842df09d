#include "geo/gate/personal_kind.hpp"

#include <array>
#include <cstddef>

namespace marchland::geo {

std::string_view plural_of(PersonalKind kind)
{
    constexpr std::array<std::string_view, 20> names{
        "names",
        "names of persons",
        "telephone numbers",
        "e-mail addresses, profiles or other ways to reach a person",
        "identity numbers, passports or other long numbers",
        "case, court or file numbers",
        "numbers of papers or records",
        "days or years of birth",
        "exact days",
        "addresses",
        "hamlets, streets or houses",
        "exact coordinates",
        "photographs, voices or fingerprints",
        "relatives",
        "victims, suspects or witnesses",
        "accounts or number plates",
        "prices paid",
        "health",
        "religion, ethnicity or orientation",
        "free text"};
    return names.at(static_cast<std::size_t>(kind));
}

}  // namespace marchland::geo
