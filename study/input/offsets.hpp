// Places that lie beside the roads, and would lie on them without the shift of a Chinese map. Private to study.
#pragma once

#include "study/input/region.hpp"

namespace marchland::study {

/// Warns where crossings or markets look as if they came from a map with the shift of GCJ-02 or BD-09: half of them lie so far
/// from every road, and with the shift undone so much nearer, as no lot of places does by chance. Nothing is moved.
void recognise_offsets(StudyFile const& study, Region& region);

}  // namespace marchland::study
