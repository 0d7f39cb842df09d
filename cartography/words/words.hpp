/// \file words.hpp
/// Every text that maps and reports print, in each language. Nothing is worded anywhere else.
///
/// %1, %2 ... stand for what is filled in. A language that misses a text does not compile.
#pragma once

#include "results/kinds.hpp"

#include <QString>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace marchland::cartography {

enum class Language : std::uint8_t { vietnamese, english };

/// \param code  "vi" or "en". \throws Error{usage} for any other.
Language language_of(std::string_view code);

struct Words {
    QString code;  ///< of the language, as HTML writes it
    // banners
    QString restricted;
    QString restricted_why;
    QString synthetic;
    QString synthetic_why;
    // the map
    QString role_origin;
    QString role_other;
    QString measure_risk;
    QString measure_risk_note;
    QString measure_expected;
    QString measure_expected_note;
    QString measure_rate;
    QString measure_rate_note;
    QString measure_eb_rate;
    QString measure_eb_rate_note;
    QString measure_evidence;
    QString measure_evidence_note;
    QString measure_hotspot;
    QString measure_hotspot_note;
    QString measure_hours;
    QString measure_hours_note;
    QString class_under;
    QString class_from;
    QString unsure;
    QString unsure_note;
    QString no_information;
    QString no_information_note;
    QString legend_communes;
    QString legend_lines;
    QString crossing_international;
    QString crossing_bilateral;
    QString crossing_other;
    QString crossing_closed;
    QString market;
    QString hotspot_outline;
    QString corridor;
    QString road;
    QString border;
    QString kilometres;
    QString north;
    QString data_as_of;
    QString window;
    QString map_source;
    QString cannot_tell_map;
    // evidence and hotspots
    QString evidence_strong;
    QString evidence_moderate;
    QString evidence_weak;
    QString evidence_none;
    QString pattern_high_high;
    QString pattern_high_low;
    QString pattern_low_high;
    QString pattern_low_low;
    QString pattern_none;
    // report
    QString report_title;
    QString contents;
    QString headline;
    QString headline_first;
    QString headline_unknown_first;
    QString headline_cannot_tell;
    QString headline_all_apart;
    QString headline_no_information;
    QString headline_hotspots;
    QString headline_no_hotspots;
    QString headline_role;
    QString purpose;
    QString purpose_text;
    QString purpose_not;
    QString map;
    QString map_alt;
    QString ranked;
    QString ranked_intro;
    QString ranked_left_out;
    QString column_rank;
    QString column_commune;
    QString column_risk;
    QString column_expected;
    QString column_above;
    QString column_evidence;
    QString column_detected;
    QString column_hours;
    QString column_hours_official;
    QString column_drivers;
    QString same_as_first;
    QString driver_cases;
    QString driver_effort;
    QString driver_no_effort;
    QString driver_no_population;
    QString not_looked;
    QString not_looked_intro;
    QString not_looked_none;
    QString hotspots;
    QString hotspots_intro;
    QString hotspots_none;
    QString hotspots_not_sought;
    QString hotspot_high;
    QString hotspot_low;
    QString hotspot_members;
    QString hotspot_figures;
    QString hotspot_chance;
    QString hotspot_period;
    QString corridors;
    QString corridors_intro;
    QString corridors_none;
    QString corridors_informal_note;
    QString column_crossing;
    QString column_share;
    QString column_mean_hours;
    QString column_status;
    QString informal_together;
    QString informal_one;
    QString status_open;
    QString status_closed;
    QString status_unknown;
    QString quality;
    QString quality_intro;
    QString quality_none;
    QString quality_more;
    QString severity_error;
    QString severity_warning;
    QString severity_note;
    QString column_severity;
    QString column_layer;
    QString column_finding;
    QString column_action;
    QString withheld;
    QString withheld_action;
    QString absent;
    QString method;
    QString method_question;
    QString method_question_text;
    QString method_model;
    QString method_window;
    QString method_region_rate;
    QString method_effort;
    QString method_effort_yes;
    QString method_effort_no;
    QString method_rank;
    QString method_rank_expected;
    QString method_rank_risk;
    QString method_rank_exceedance;
    QString method_hotspots;
    QString method_hotspots_text;
    QString method_travel;
    QString method_vintage;
    QString method_crs;
    QString method_version;
    QString method_limits;
    QString method_limits_text;
    QString intervals_note;
    QString sources;
    QString sources_none;
    QString years;
    QString per_year;
    QString none_known;
    // names of layers and of ways to travel, as studies spell them
    QString layer_communes;
    QString layer_crossings;
    QString layer_markets;
    QString layer_roads;
    QString layer_paths;
    QString layer_terrain;
    QString layer_land_cover;
    QString layer_rivers;
    QString layer_border;
    QString layer_cases;
    QString layer_effort;
    QString layer_crosswalk;
    QString layer_indicators;
    QString measure_vulnerability;
    QString measure_vulnerability_note;
    QString measure_found;
    QString measure_found_note;
    QString measure_detectable;
    QString measure_detectable_note;
    QString measure_top;
    QString measure_top_note;
    QString layers;
    QString layers_intro;
    QString plan;
    QString sheet;
    QString sheet_intro;
    QString column_share_of_commune;
    QString column_hours_range;
    QString column_by_class;
    /// national, provincial, local, track and path, unknown; %1 km
    std::array<QString, 5> road_mix;
    QString posts;
    QString posts_intro;
    QString column_place;
    QString column_reached;
    QString column_reached_after;
    QString plan_intro;
    QString plan_left_out;
    QString column_visit;
    QString column_team;
    QString column_from_day;
    QString column_days;
    QString column_reach;
    QString column_why;
    QString changes;
    QString changes_intro;
    QString changes_break;
    QString column_whom;
    QString column_before;
    QString column_after;
    QString column_effort_ratio;
    QString column_ratio;
    QString column_verdict;
    QString verdict_rise;
    QString verdict_fall;
    QString verdict_effort;
    QString verdict_unknown;
    QString whole_region;
    QString reporting;
    QString reporting_intro;
    QString column_stratum;
    QString column_observed;
    QString column_range;
    QString column_note;
    QString validation;
    QString validation_intro;
    QString column_year;
    QString column_rule;
    QString column_caught;
    QString layer_people;
    QString layer_lists;
    QString travel_motorbike;
    QString travel_foot;
    QString travel_car;
};

Words const& words_in(Language language);

/// A layer or a way to travel by its name in the study; other names stay as they are.
QString layer_word(std::string const& name, Words const& words);
QString travel_word(std::string const& name, Words const& words);

/// How strong the evidence is; "no information" for none.
QString evidence_word(results::Evidence evidence, Words const& words);

}  // namespace marchland::cartography
