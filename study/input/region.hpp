/// \file region.hpp
/// Everything that the files of a study hold, validated: what a run works on.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/files/raster.hpp"
#include "geo/layers/activities.hpp"
#include "geo/layers/agency_lists.hpp"
#include "geo/layers/cases.hpp"
#include "geo/layers/communes.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/layers/given_flows.hpp"
#include "geo/layers/indicators.hpp"
#include "geo/layers/markets.hpp"
#include "geo/layers/people.hpp"
#include "geo/layers/population.hpp"
#include "geo/layers/rivers.hpp"
#include "geo/layers/services.hpp"
#include "geo/layers/team_visits.hpp"
#include "geo/layers/waiting.hpp"
#include "geo/layers/ways.hpp"
#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/job.hpp"
#include "study/settings/study_file.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace marchland::study {

struct Region {
    geo::Communes communes;
    std::shared_ptr<geo::Boundaries const> boundaries;  ///< set once the communes could be read
    geo::Crossings crossings;
    geo::Markets markets;
    geo::Ways ways;  ///< roads, then paths
    geo::MultiLine border;
    std::optional<geo::Raster> terrain;     ///< heights over communes and border, and 5 km around
    std::optional<geo::Raster> land_cover;  ///< codes on the cells of the terrain
    std::vector<geo::River> rivers;
    std::vector<geo::CaseCount> cases;
    std::vector<geo::EffortEntry> effort;
    geo::GivenFlows given_flows;           ///< who goes where, as far as it is known
    std::vector<geo::PeopleGroup> people;  ///< by sex and age, where the study has them
    std::vector<geo::Indicator> indicators;
    std::vector<geo::SharedCount> lists;  ///< of agencies, by stratum
    std::vector<geo::TeamVisit> visits;   ///< that teams have made
    std::vector<geo::Service> services;
    std::vector<geo::Activity> activities;
    std::vector<geo::Waiting> waiting;
    /// neighbours from a file, if the study names one
    std::optional<analysis::neighbours::Weights> weights;
    geo::Findings findings;           ///< all of them, not the first
    std::vector<std::string> absent;  ///< layers that the study does not name

    bool has(std::string const& layer) const;
    /// The commune of a service: as its place tells, else as the register says; nothing: not known, or outside.
    std::optional<geo::CommuneId> commune_of(geo::Service const& service) const;
};

/// Reads all layers of a study. Defects of the data are findings; whether they stop the work is for
/// the caller to ask (geo::stops_work).
/// \throws Cancelled
Region read_region(StudyFile const& study, geo::Job const& job = {});

/// \namespace marchland::study
/// \par Example
/// \code
/// auto const region = study::read_region(study::read_study_file("study.toml"));
/// assert(!geo::stops_work(region.findings) && region.has("roads"));
/// \endcode
/// \par Threads  a Region may be shared while nobody changes it.

}  // namespace marchland::study
