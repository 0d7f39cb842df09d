// What the arguments of a test must be. Private.
#pragma once

#include "geo/vocabulary/error.hpp"

#include <string>

namespace marchland::analysis::scan {

/// \throws geo::Error{usage}  the argument is not sound.
inline void require(bool sound, std::string const& words)
{
    if (!sound) {
        throw geo::Error{geo::Trouble::usage, words};
    }
}

}  // namespace marchland::analysis::scan
