// Each group of sections of study.toml, read by itself: a new section is a function here, its keys
// in study_keys.cpp and its settings in StudyFile. Private to analysis.
#pragma once

#include "study/settings/study_file.hpp"
#include "study/settings/toml.hpp"

namespace marchland::study {

/// [words]
geo::OwnWords read_words(StudyToml& toml);
/// What a study must have, and where its files are. \pre study.file is set
void read_layers(StudyToml& toml, StudyFile& study);
/// What a column of a layer is called; of a vintage a day stands for that of the whole table.
void map_column(std::string const& column, std::string const& name, geo::LayerSource& layer);
/// [<section>.names] and names in [<section>.import]: which communes are meant by the names in a table.
void read_names(StudyToml& toml, std::string const& section, geo::LayerSource& layer);
/// [graph], [travel], and what the codes of [land_cover] mean.
void read_travel(StudyToml& toml, StudyFile& study);
/// What effort is, [neighbours], [risk], [hotspots].
void read_risk(StudyToml& toml, StudyFile& study);
/// [[indicators]]
void read_indicators(StudyToml& toml, StudyFile& study);
/// [corridors], [posts], [plan], [programmes].
void read_plan(StudyToml& toml, StudyFile& study);

}  // namespace marchland::study
