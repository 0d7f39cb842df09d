// De-identified records of single persons: counted at the door, and dropped. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/cases.hpp"

namespace marchland::geo {

/// Whether the rows of a table without counts are records of single persons as this project defines them
/// (docs/data.md): it has rec_id, case_class, victim_status, detect_period and origin_unit.
bool are_case_records(LayerReader& reader);

/// Whether the rows of a table without counts are single persons in any other way: nothing in it counts.
bool are_single_persons(LayerReader& reader);

/// Says that rows of single persons are not read, and how to count them.
void say_single_persons(LayerReader& reader);

/// The records by commune of origin, period, first form, sex and age; the rows themselves go no further. Every
/// column must be one of the record, every cell a word of its list, a quarter or year, or a code; else it is an
/// error and nothing comes back. Only trafficking of persons who are not ruled out as victims is counted.
std::vector<CaseCount> counted_records(LayerReader& reader, Communes const& communes,
                                       Period const& study);

}  // namespace marchland::geo
