/// \file people.hpp
/// How many people of each sex and age live where: denominators for standardised figures.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/finding.hpp"

#include <string>
#include <vector>

namespace marchland::geo {

struct PeopleGroup {
    CommuneId commune{};
    std::string sex;  ///< words as in the cases
    std::string age;
    double count = 0.0;
};

/// Columns commune and count, and sex or age or both, with the words that the cases use.
std::vector<PeopleGroup> read_people(LayerSource const& source, Communes const& communes,
                                     Findings& findings);

}  // namespace marchland::geo
