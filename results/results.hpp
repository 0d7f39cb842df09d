/// \file results.hpp
/// What a run found, as the tables of study.gpkg. The columns are a contract: add, never rename.
///
/// NaN stands for "not known" and is written as NULL or an empty cell.
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "results/kinds.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace marchland::results {

struct CommuneRow {
    std::string code;
    std::string name;
    std::string vintage;  ///< date from which the code is valid, e.g. 2025-07-01
    double population = geo::unknown;
    double at_risk = geo::unknown;
    double cases = 0.0;                   ///< detected persons by origin in the window
    double effort = geo::unknown;         ///< in the window; unknown where the study has no effort
    double rate = geo::unknown;           ///< crude detected, per 10 000 at risk per year
    double eb_rate = geo::unknown;        ///< the same, global empirical Bayes
    double eb_local_rate = geo::unknown;  ///< the same, shrunk towards the neighbourhood
    /// in the window, at the region's rate, whatever the effort
    double cases_expected = geo::unknown;
    /// effort relative to the region's mean over people at risk
    double effort_share = geo::unknown;
    double smr = geo::unknown;        ///< cases over cases_expected
    double smr_lower = geo::unknown;  ///< exact 90 % bounds
    double smr_upper = geo::unknown;
    double relative_risk = geo::unknown;  ///< posterior mean, region = 1, after effort
    double lower = geo::unknown;          ///< 90 % bounds of relative_risk
    double upper = geo::unknown;
    double expected = geo::unknown;        ///< persons a year at the region's average effort
    double expected_lower = geo::unknown;  ///< 90 % bounds of expected
    double expected_upper = geo::unknown;
    double exceedance = geo::unknown;  ///< P(relative risk > 1)
    std::int64_t rank = 0;  ///< 1 = first to visit; 0 (written as NULL): not ranked, evidence none
    double expected_rank = geo::unknown;  ///< mean rank over posterior draws
    double rank_lower = geo::unknown;     ///< 90 % interval over posterior draws
    double rank_upper = geo::unknown;
    Evidence evidence = Evidence::none;
    Hotspot hotspot = Hotspot::not_sought;
    double moran_i = geo::unknown;  ///< local Moran of the EB-standardised rate
    double moran_p = geo::unknown;  ///< two-sided, conditional permutation
    double moran_q = geo::unknown;  ///< after the study's correction over the communes
    double gi_z = geo::unknown;
    double gi_p = geo::unknown;
    double gi_q = geo::unknown;  ///< this and the q below: corrected like moran_q
    std::int64_t cluster = 0;    ///< id in clusters, 0 = none
    double hours_to_crossing = geo::unknown;
    std::string nearest_crossing;  ///< id
    double hours_to_market = geo::unknown;
    std::string nearest_market;  ///< id
    std::string drivers;         ///< what moves the figure most, in words
    std::string district;        ///< former district; empty where the layer has none

    /// detected rate of the commune and its neighbours together
    double spatial_rate = geo::unknown;
    double excess = geo::unknown;    ///< cases less cases_expected
    double eb_index = geo::unknown;  ///< rate as a standard score (Assuncao and Reis)

    // the three layers, each by itself
    double vulnerability = geo::unknown;  ///< index of indicators, 0 to 100
    double vulnerability_rank = geo::unknown;
    double vulnerability_rank_lower = geo::unknown;  ///< 90 % over the choices behind the index
    double vulnerability_rank_upper = geo::unknown;
    std::string vulnerability_drivers;
    /// cases over those expected for people and effort; region = 1
    double found_per_effort = geo::unknown;
    double found_per_effort_lower = geo::unknown;  ///< exact 90 % bounds
    double found_per_effort_upper = geo::unknown;

    double top_chance = geo::unknown;  ///< P(among the first `top`)
    /// communes with the same number cannot be told apart; 0 = not ranked
    std::int64_t rank_group = 0;
    /// smallest relative risk that this effort finds with 80 % power
    double detectable = geo::unknown;

    // why: logarithms that add up to score
    double score = geo::unknown;
    double from_people = geo::unknown;
    double from_indicators = geo::unknown;
    double from_exposure = geo::unknown;
    double from_neighbours = geo::unknown;
    double from_itself = geo::unknown;
    double hour_farther = geo::unknown;  ///< times the risk if the crossing were an hour farther

    double geary_c = geo::unknown;  ///< where the study asks for it
    double geary_p = geo::unknown;
    double geary_q = geo::unknown;
    double median_moran_p = geo::unknown;
    double median_moran_q = geo::unknown;
    std::int64_t scan_cluster = 0;  ///< id in clusters, 0 = none
    /// its hours to the crossing are not known or not to be believed: the model of risk, which uses them, took the mean of
    /// its neighbours'
    bool hours_missing = false;
    geo::Area shape;
};

struct ClusterRow {
    std::int64_t id = 0;
    ClusterKind kind = ClusterKind::local_moran_high_high;
    std::string communes;  ///< codes, "; " between
    double cases = 0.0;
    double expected = geo::unknown;
    double relative_risk = geo::unknown;
    double llr = geo::unknown;
    double p_value = geo::unknown;
    std::string period_from;
    std::string period_to;
    double p_gumbel = geo::unknown;  ///< scan: from the law of the largest of many windows
    std::string words;               ///< in plain words
    geo::MultiLine outline;
};

/// A visit of the plan, or a commune that was left out.
struct PlanRow {
    std::string code;
    std::int64_t order = 0;       ///< 1 = most reach for its days; 0 (NULL): left out
    std::int64_t teams = 0;       ///< teams sent
    double days = geo::unknown;   ///< with the way there and back
    double reach = geo::unknown;  ///< persons a year that the visit is expected to reach
    std::string reason;
    std::string name;
    std::int64_t visit = 0;             ///< first, second ... to this commune
    double reach_lower = geo::unknown;  ///< 90 %
    double reach_upper = geo::unknown;
    std::int64_t team = 0;               ///< which
    double from_day = geo::unknown;      ///< of this team's days at work, from 0
    double travel_hours = geo::unknown;  ///< one way from the base
    std::string base;        ///< code of the commune where the team starts; empty: no roads
    bool to_learn = false;   ///< made in the days kept for exploration
    std::string date;        ///< the first day away: "2026-01-05"; empty: the plan has no start
    std::string market_day;  ///< of the stay, on which a market meets; empty: none, or not known
    std::string last_visit;  ///< day of the last visit before; empty: none is known
    bool doubtful = false;   ///< roads around it are missing: its travel is not to be believed
};

/// What changed between two spans of time.
struct ChangeRow {
    ChangeScope scope = ChangeScope::region;
    std::string name;
    std::string before;  ///< "2022-07 to 2024-06"
    std::string after;
    double cases_before = 0.0;
    double cases_after = 0.0;
    double effort_ratio = geo::unknown;  ///< effort a year, after over before
    double ratio = geo::unknown;         ///< of found per effort
    double lower = geo::unknown;         ///< exact 95 % bounds
    double upper = geo::unknown;
    double p_value = geo::unknown;
    double q_value = geo::unknown;  ///< groups, communes: Benjamini-Hochberg over all of their kind
    Verdict verdict = Verdict::cannot_tell;
    bool units_changed = false;  ///< the communes were merged between the spans or within
};

/// A month of the region.
struct BulletinRow {
    std::string month;
    double cases = 0.0;
    double effort = geo::unknown;
    double expected = geo::unknown;
    double lower = geo::unknown;  ///< 95 %
    double upper = geo::unknown;
    MonthFlag flag = MonthFlag::too_early;  ///< from q_value
    bool units_changed = false;
    double p_value = geo::unknown;
    double q_value = geo::unknown;  ///< after the correction over the months
};

/// A list judged by the year it had not seen.
struct ValidationRow {
    std::string year;  ///< "2024-07 to 2025-06"
    std::string rule;
    double top = 0.0;     ///< communes on the list
    double caught = 0.0;  ///< persons of that year in them
    double cases = 0.0;
    double share = geo::unknown;
    double lower = geo::unknown;  ///< exact 90 % bounds
    double upper = geo::unknown;
    double accuracy = geo::unknown;         ///< share of persons over share of people
    double expected_inside = geo::unknown;  ///< persons that the rule expected on its list
    double by_lot =
        geo::unknown;  ///< persons that a list of as many people drawn by lot would hold
};

/// Detected or not: how many, by one model.
struct ReportingRow {
    std::string stratum;
    std::string model;  ///< "all models": the range; else one of them
    double observed = 0.0;
    double persons = geo::unknown;
    double lower = geo::unknown;
    double upper = geo::unknown;
    std::string note;  ///< why there is no figure, or what it leaves out
};

/// A number behind the model of risk.
struct ModelRow {
    std::string name;
    double mean = geo::unknown;
    double sd = geo::unknown;
    double lower = geo::unknown;  ///< 90 %
    double median = geo::unknown;
    double upper = geo::unknown;
    std::string note;
};

struct CrossingRow {
    std::string id;
    std::string name;
    CrossingClass klass = CrossingClass::unknown;     ///< column "class"
    CrossingStatus status = CrossingStatus::unknown;  ///< at the end of the period
    bool informal = false;       ///< restricted: never a place in a report or a picture
    double flow = geo::unknown;  ///< persons a year
    double share = geo::unknown;
    double share_lower = geo::unknown;
    double share_upper = geo::unknown;
    double hours_mean = geo::unknown;  ///< flow-weighted, from the communes
    bool placed = false;               ///< false: no coordinate known, on the register only
    geo::Point at;
    double flow_lower = geo::unknown;  ///< 90 % over demand, theta, paths and times
    double flow_upper = geo::unknown;
    double share_randomised = geo::unknown;  ///< by randomised paths, the second model of choice
    double share_randomised_lower = geo::unknown;  ///< from half its theta to twice
    double share_randomised_upper = geo::unknown;
    std::string name_other;  ///< of the gate on the other side of the border
    std::string code_other;
    std::string hours;   ///< "07:00-18:00;19:00-21:00"; empty: always, or not known
    std::string season;  ///< dry, wet; empty: all year, or not known
    std::string source;
    double certainty = geo::unknown;  ///< in [0, 1]
    std::string history;              ///< "auxiliary to 2024-05-26; clearance lane from 2024-05-27"
    NetworkTie network = NetworkTie::joined;  ///< no flow is told where nobody reaches it
    double doubtful_share =
        geo::unknown;  ///< of its flow, from communes whose hours are not to be believed
    double hours_mean_lower = geo::unknown;  ///< 90 %, over worlds
    double hours_mean_upper = geo::unknown;
};

/// A place where ways meet the border.
struct CandidateRow {
    std::string id;  ///< "K1" is the westernmost
    CandidateKind kind = CandidateKind::crosses;
    WayClass way_class = WayClass::unknown;  ///< the best of its ways
    std::string ways;                        ///< ids, "; " between
    std::string crossing;                    ///< id in the register; empty: not in it
    double metres = geo::unknown;            ///< to that crossing
    std::string network;                     ///< word of NetworkTie of that crossing
    bool informal = false;                   ///< paths and tracks alone
    bool placed = false;
    geo::Point at;
};

struct MarketRow {
    std::string id;
    std::string name;
    std::string kind;
    bool placed = false;
    geo::Point at;
};

struct CorridorRow {
    std::string id;  ///< "06184>LS-HUUNGHI/1"
    std::string from_code;
    std::string crossing;          ///< id
    std::int64_t alternative = 1;  ///< 1 = quickest
    double hours = geo::unknown;
    double km = geo::unknown;
    double informal_share = geo::unknown;  ///< of km
    double flow = geo::unknown;            ///< persons a year
    /// share of its hours in common with alternatives chosen before
    double overlap = geo::unknown;
    std::string by_class;   ///< "national 62 %, local 30 %, path 8 %"
    geo::MultiLine line;    ///< study.gpkg only; never in a report or picture where informal
    bool doubtful = false;  ///< the commune's hours are not to be believed: roads are missing
    /// 90 %, over the worlds in which people go this way; known of the quickest alone
    double hours_lower = geo::unknown;
    double hours_upper = geo::unknown;
    NetworkTie network = NetworkTie::joined;  ///< of the crossing
};

struct WayRow {
    std::string id;
    WayKind kind = WayKind::road;
    WayClass klass = WayClass::unknown;  ///< column "class"
    double hours = geo::unknown;
    double flow = geo::unknown;
    /// demand-weighted: share of all expected persons whose ways pass
    double betweenness = geo::unknown;
    geo::Line line;
    std::string source;                ///< file and layer, or as its column says
    std::string as_of;                 ///< YYYY-MM-DD; empty: not stated
    std::string licence;               ///< empty: not stated
    double confidence = geo::unknown;  ///< in [0, 1]
    Sensitivity sensitivity = Sensitivity::restricted;
    double flow_lower = geo::unknown;  ///< 90 % over demand, theta, paths and times
    double flow_upper = geo::unknown;
    double flow_randomised = geo::unknown;  ///< by randomised paths
};

/// All ways from one commune to one crossing together: what stands behind a corridor, on one line.
struct SheetRow {
    std::string from_code;
    std::string from_name;
    std::string crossing;  ///< id
    std::string crossing_name;
    CrossingClass crossing_class = CrossingClass::unknown;
    std::string crossing_history;  ///< "auxiliary to 2024-05-26; clearance lane from 2024-05-27"
    double flow = geo::unknown;    ///< persons a year
    double share = geo::unknown;   ///< of the commune's expected persons
    double share_lower = geo::unknown;  ///< 90 % over theta, paths and times
    double share_upper = geo::unknown;
    double hours = geo::unknown;  ///< quickest
    double hours_lower = geo::unknown;
    double hours_upper = geo::unknown;
    double km = geo::unknown;           ///< mean of the alternatives, weighted by their flows
    double national_km = geo::unknown;  ///< parts of km: expressways and national roads
    double provincial_km = geo::unknown;
    double local_km = geo::unknown;  ///< local, urban and service roads
    double track_km = geo::unknown;
    double path_km = geo::unknown;       ///< paths that are sure to exist
    double inferred_km = geo::unknown;   ///< paths that may not exist
    double river_km = geo::unknown;      ///< ferries
    double unknown_km = geo::unknown;    ///< no class known, and gaps that were closed
    std::string touches;                 ///< communes on the way: "Hữu Liên (rank 3), ..."
    Evidence evidence = Evidence::none;  ///< the weaker of the commune's and the network's
    NetworkGrade network_grade = NetworkGrade::not_stated;  ///< of its weakest stretch
    double least_confidence = geo::unknown;                 ///< of the stretches that state one
    Sensitivity sensitivity = Sensitivity::restricted;      ///< the strictest of any stretch
    /// that any stretch comes from: "roads.gpkg, as of 2025-07-01, ODbL; ..."
    std::string sources;
    std::string note;
    bool informal = false;  ///< over an informal crossing or path: restricted
    bool doubtful = false;  ///< the commune's hours are not to be believed: roads are missing
    NetworkTie network = NetworkTie::joined;  ///< of the crossing
};

/// Where ways must pass or many meet.
struct ChokepointRow {
    std::string id;
    ChokepointKind kind = ChokepointKind::junction;
    std::string name;                  ///< of the crossing, or of the ways that meet
    double flow = geo::unknown;        ///< persons a year
    double flow_lower = geo::unknown;  ///< 90 %
    double flow_upper = geo::unknown;
    double share = geo::unknown;    ///< of all that reach a crossing
    std::int64_t communes = 0;      ///< from which something flows through it
    bool alone = false;             ///< without it the network falls apart
    double cut_off = geo::unknown;  ///< persons a year who reach no crossing without it
    bool in_cut = false;    ///< one of the fewest ways and crossings that everybody must pass
    bool informal = false;  ///< restricted: never a place in a report or a picture
    geo::Point at;
    bool placed = false;
    std::string network;  ///< of a crossing: word of NetworkTie; else empty
};

/// A post, desk or service point.
struct PostRow {
    std::int64_t order = 0;  ///< the one that adds most first; 0 (NULL): stands already
    PostKind kind = PostKind::commune;
    std::string id;
    std::string name;
    double adds = geo::unknown;           ///< persons a year
    double reached = geo::unknown;        ///< with those before it, persons a year
    double share = geo::unknown;          ///< of all
    double reached_lower = geo::unknown;  ///< 90 %
    double reached_upper = geo::unknown;
    /// if those who would use crossings with posts avoid them
    double reached_after = geo::unknown;
    std::string network;  ///< of a crossing: word of NetworkTie; else empty
};

/// How easily a stretch of the border is reached: a stretch, never a trail.
struct StretchRow {
    std::int64_t part = 0;          ///< of a border in parts, from the west
    double from_km = geo::unknown;  ///< along the part
    double to_km = geo::unknown;
    double hours = geo::unknown;      ///< from the nearest commune over roads and terrain
    double hours_low = geo::unknown;  ///< range of assumptions, not an interval
    double hours_high = geo::unknown;
    std::string code;  ///< the nearest commune
    std::string name;
    double slow_share = geo::unknown;   ///< of its ground
    double known_share = geo::unknown;  ///< of its length that the terrain covers
};

/// A gap in the network: closed so that ways meet, or proposed.
struct RepairRow {
    std::string id;  ///< the same in every run: for undo and accept in [graph]
    RepairKind kind = RepairKind::end_to_end;
    double metres = geo::unknown;
    std::string ways;  ///< ids of the ways joined, "; " between
    geo::Line line;    ///< from where to where
    bool applied = true;
    bool review = false;  ///< somebody should look: wide, or not applied
    std::string reason;
    double p_exists = geo::unknown;  ///< how sure it is that people can pass
};

/// A place where help is to be had.
struct ServiceRow {
    std::string id;
    std::string name;
    std::string kind;                ///< a value of the list service_kind
    double capacity = geo::unknown;  ///< persons at once
    std::string opening;             ///< "mon;tue;wed;thu;fri 07:30-16:30"; empty: not known
    std::string since;               ///< the first day; empty: not known
    std::string until;               ///< the last day; empty: no end is known
    std::string as_of;               ///< the day on which the entry was true; empty: not stated
    Freshness freshness = Freshness::undated;
    ServiceState state = ServiceState::open;
    std::string code;                       ///< commune; empty: not known, or outside
    NetworkTie network = NetworkTie::none;  ///< apart: most communes cannot reach it
    bool by_commune = false;  ///< its place is not known: hours are to the centre of its commune
    bool placed = false;
    geo::Point at;
};

/// How one kind of service covers the region.
struct CoverageRow {
    std::string kind;
    std::int64_t services = 0;       ///< open ones
    std::int64_t not_fresh = 0;      ///< of these, with an entry that is stale or undated
    double at_risk = geo::unknown;   ///< persons of the communes where it is known
    double within_hour = 0.0;        ///< persons
    double within_hour_lower = 0.0;  ///< 90 %
    double within_hour_upper = 0.0;
    double beyond_hour = 0.0;
    double beyond_hour_lower = 0.0;
    double beyond_hour_upper = 0.0;
    double limit_hours = geo::unknown;
    double beyond_limit = 0.0;
    double beyond_limit_lower = 0.0;
    double beyond_limit_upper = 0.0;
    double not_known = 0.0;  ///< persons of communes whose hours are not known
};

/// A commune and a kind of service.
struct ServiceHoursRow {
    std::string code;
    std::string name;
    std::string kind;
    double at_risk = geo::unknown;  ///< persons
    double hours = geo::unknown;    ///< one way to the nearest that is open
    double lower = geo::unknown;    ///< 90 %
    double upper = geo::unknown;
    ServiceReach reach = ServiceReach::not_known;
    std::string service;    ///< id
    bool doubtful = false;  ///< its hours are not to be believed, and not told: roads are missing
    Freshness freshness = Freshness::no_entry;  ///< of the entry of that service
};

/// Rows of activities that may be added up: one kind, actor, period, unit and population.
struct ActivityRow {
    std::string kind;
    std::string actor;
    std::string period;      ///< "2024-01 to 2024-12", "2024-03"
    std::string unit;        ///< what is counted
    std::string population;  ///< who is counted; several with "; ": they are mixed
    std::int64_t entries = 0;
    std::int64_t communes = 0;  ///< different ones that rows name
    bool whole_region = false;  ///< a row is of the whole region
    double planned = geo::unknown;
    double done = geo::unknown;
    std::int64_t planned_missing = 0;  ///< rows that do not say: the sum is a lower bound
    std::int64_t done_missing = 0;
    double done_share = geo::unknown;    ///< of what was planned, where every row says both
    double reached_low = geo::unknown;   ///< persons, if all rows reached the same ones
    double reached_high = geo::unknown;  ///< if nobody was reached twice
    bool mixed = false;                  ///< several populations: can be added to none of them
    double persons_a_copy = geo::unknown;
    bool unit_doubtful = false;  ///< more persons a copy than can share one
    Freshness freshness = Freshness::undated;
};

/// Several agencies at the same, in one commune and month.
struct OverlapRow {
    std::string code;  ///< empty: activities of the whole region
    std::string name;
    std::string kind;
    std::string period;  ///< "2024-03 to 2024-05"
    std::string actors;  ///< "; " between
    std::int64_t actor_count = 0;
    std::int64_t coarsest_months =
        1;  ///< of a row's period: more than 1, and they may have missed each other
};

/// When a commune was last visited.
struct VisitedRow {
    std::string code;
    std::string name;
    double at_risk = geo::unknown;  ///< persons
    Visited visited = Visited::never;
    std::string last_from;  ///< the last visit was on one of these days; empty: none is on record
    std::string last_to;
    std::int64_t months = 12;  ///< that visited looks back
};

struct DueRow {
    DueKind what = DueKind::confirm;
    std::string from;  ///< the first day that it may be due; empty: any day before
    std::string to;    ///< the last one; empty: now
    bool overdue = false;
    std::string code;                   ///< of the commune, where it is of one
    std::string name;                   ///< of the commune or service
    std::string note;                   ///< "club, womens_union, 2024-03 to 2024-05"
    double persons_low = geo::unknown;  ///< persons that wait
    double persons_high = geo::unknown;
};

/// The clock of returns, in one period.
struct WaitingRow {
    std::string period;
    std::string kind;  ///< answer or notice
    std::string as_of;
    Freshness freshness = Freshness::fresh;
    double persons_low = 0.0;  ///< persons
    double persons_high = 0.0;
    std::int64_t limit_days = 0;
    double late_low = 0.0;  ///< persons who wait for longer, or were announced later
    double late_high = 0.0;
};

struct RunRow {
    std::string step;
    std::string started;  ///< UTC, ISO 8601
    double seconds = geo::unknown;
    std::string version;
    std::int64_t seed = 0;
    std::int64_t threads = 0;
    std::string parameters;
    std::string input_sha256;
};

/// What the results are about; printed on everything that leaves.
struct About {
    std::string title;
    std::string purpose;
    std::string crs;  ///< working system of all shapes, e.g. EPSG:9215; metres
    std::string crs_name;
    std::string period_from;  ///< YYYY-MM
    std::string period_to;
    std::string window_from;  ///< the years the figures rest on
    std::string window_to;
    std::string vintage;
    bool synthetic = false;
    std::string version;  ///< of the program
    std::int64_t seed = 0;
    std::string rank_by;
    std::string risk_model;  ///< what stands behind relative_risk
    double fdr = 0.05;
    /// of many tests at once: benjamini-hochberg, benjamini-yekutieli, holm, bonferroni
    std::string correction = "benjamini-hochberg";
    std::int64_t permutations = 0;
    /// of [hotspots], those that gave an answer; results of before did not say and had these
    std::vector<std::string> hotspot_methods{"local-moran", "gi-star"};
    double years = geo::unknown;        ///< length of the window
    double region_rate = geo::unknown;  ///< detected, per 10 000 at risk per year
    /// persons found a year, weighed by how long ago, where the past fades in the risk: expected persons sum to it;
    /// unknown: it does not fade
    double faded_found = geo::unknown;
    /// Is there any clustering at all: global Moran's I of the EB-standardised rate, and its one-sided
    /// permutation p for like by like; unknown where nobody has a neighbour
    double clustering_i = geo::unknown;
    double clustering_p = geo::unknown;
    /// Was the order right in years that it had not seen: persons of those years whom its list held, all of them, how
    /// many a list by lot would hold, and the chance that it holds as many; unknown: there was no such year
    double held_out_caught = geo::unknown;
    double held_out_cases = geo::unknown;
    double held_out_by_lot = geo::unknown;
    double held_out_p = geo::unknown;
    /// half-life in years whose list would have held clearly more of them, 0: a past that does not fade; unknown: none
    double offered_half_life = geo::unknown;
    std::string profile;  ///< motorbike, foot, car
    /// Day on which services, visits and waits are judged; empty: results of before had none
    std::string programme_day;
    std::string data_date;        ///< end of the newest period with data
    std::string role = "origin";  ///< place role of risk and hotspots
    bool has_effort = false;
    std::vector<std::string> absent;   ///< layers that the study does not have
    std::vector<std::string> sources;  ///< "communes: communes.gpkg"
    std::string study;                 ///< the text of study.toml as read
    std::vector<std::string> changed;  ///< lines of TOML that the command line laid over it
};

struct Results {
    About about;
    std::vector<CommuneRow> communes;
    std::vector<ClusterRow> clusters;
    std::vector<CrossingRow> crossings;
    std::vector<CandidateRow> crossing_candidates;
    std::vector<MarketRow> markets;
    std::vector<CorridorRow> corridors;
    std::vector<SheetRow> sheet;
    std::vector<ChokepointRow> chokepoints;
    std::vector<PostRow> posts;
    std::vector<StretchRow> border_profile;
    std::vector<WayRow> ways;
    std::vector<RepairRow> repairs;
    std::vector<PlanRow> plan;
    std::vector<ServiceRow> services;
    std::vector<CoverageRow> service_coverage;
    std::vector<ServiceHoursRow> service_hours;
    std::vector<ActivityRow> activities;
    std::vector<OverlapRow> overlaps;
    std::vector<VisitedRow> visited;
    std::vector<DueRow> due;
    std::vector<WaitingRow> waiting;
    std::vector<ChangeRow> changes;
    std::vector<BulletinRow> bulletin;
    std::vector<ValidationRow> validation;
    std::vector<ReportingRow> reporting;
    std::vector<ModelRow> model;
    geo::MultiLine border;
    geo::Findings findings;
    std::vector<RunRow> runs;
};

}  // namespace marchland::results
