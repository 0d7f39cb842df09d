#include "study/input/region.hpp"

#include "analysis/neighbours/weights_file.hpp"
#include "analysis/routes/gate_hours.hpp"
#include "geo/gate/shown.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/input/offsets.hpp"
#include "study/input/programmes.hpp"
#include "study/input/weighed_effort.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::study {
namespace {

using geo::Finding;
using geo::Severity;

std::optional<geo::Crs> working_crs(StudyFile const& study)
{
    if (!study.crs) {
        return std::nullopt;
    }
    auto const crs = geo::Crs::parse(*study.crs);
    if (crs.in_degrees()) {
        throw geo::Error{geo::Trouble::usage,
                         "[study] crs = \"" + *study.crs +
                             "\" is in degrees; expected a system in metres, e.g. EPSG:9215"};
    }
    return crs;
}

/// The findings of the boundaries, with communes called by code and name.
void name_boundary_findings(Region& region, std::string const& file)
{
    auto const& communes = region.communes;
    auto const named = [&communes](std::string const& places) {
        std::string out;
        for (std::size_t at = 0; at < places.size(); ++at) {
            if (places[at] != '#') {
                out += places[at];
                continue;
            }
            std::size_t end = at + 1;
            while (end < places.size() &&
                   std::isdigit(static_cast<unsigned char>(places[end])) != 0) {
                ++end;
            }
            auto const index = std::stoul(places.substr(at + 1, end - at - 1));
            out += communes.label(static_cast<geo::CommuneId>(index));
            at = end - 1;
        }
        return out;
    };
    for (auto finding : region.boundaries->findings()) {
        finding.file = file;
        finding.layer = "communes";
        finding.feature = named(finding.feature);
        region.findings.push_back(std::move(finding));
    }
}

template <class Layer>
void warn_of_far_points(Region& region, Layer const& layer, std::string const& name,
                        std::string const& file)
{
    for (std::size_t i = 0; i < layer.size(); ++i) {
        warn_of_far_point(region, layer.at.span()[i], name, file, layer.id.span()[i]);
    }
}

/// Farther than this from all communes, a whole layer is one of another country.
constexpr double elsewhere_m = 100000.0;

/// Whether a layer lies where the communes do; says where it does not. \param box  of the layer; empty: it has no places.
bool lies_here(Region& region, geo::Box const& box, std::string const& name,
               geo::LayerSource const& source)
{
    auto const& communes = region.boundaries->box();
    if (box.empty() || communes.empty() || communes.grown(elsewhere_m).touches(box)) {
        return true;
    }
    auto const between = [](double a_min, double a_max, double b_min, double b_max) {
        return std::max({0.0, b_min - a_max, a_min - b_max});
    };
    double const km = std::hypot(between(communes.min_x, communes.max_x, box.min_x, box.max_x),
                                 between(communes.min_y, communes.max_y, box.min_y, box.max_y)) /
                      1000.0;
    region.findings.push_back(
        {.severity = Severity::error,
         .rule = "layer-elsewhere",
         .file = geo::shown_source(source.source),
         .layer = name,
         .message =
             "the nearest place of the layer lies " + geo::fixed(km, 0) + " km from the communes",
         .action = "take the layer of this region; or the reference system (zone, order of axes) "
                   "of one of the two is another: declare it as source_crs"});
    return false;
}

template <class Layer>
geo::Box box_of_points(Layer const& layer)
{
    geo::Box box;
    for (auto const& at : layer.at) {
        if (at) {
            box.add(*at);
        }
    }
    return box;
}

geo::Box box_of_lines(auto const& lines)
{
    geo::Box box;
    for (auto const& line : lines) {
        box.add(geo::box_of(line));
    }
    return box;
}

/// What becomes of the results without a layer.
std::string without(std::string const& layer)
{
    if (layer == "terrain") {
        return "all ways are taken as flat and there is no border profile";
    }
    if (layer == "land_cover") {
        return "away from roads and paths, all ground gets the same walking speed, whatever the "
               "vegetation";
    }
    if (layer == "rivers") {
        return "without rivers, walking off the roads is not stopped by any river";
    }
    return "results that need it are left empty";
}

void note_unused(StudyFile const& study, Region& region)
{
    auto const note = [&](std::string const& rule, std::string const& layer, std::string message) {
        region.findings.push_back({.severity = Severity::note,
                                   .rule = rule,
                                   .file = study.file.filename().string(),
                                   .layer = layer,
                                   .message = std::move(message)});
    };
    for (auto const& section : study.unused) {
        note("not-used-yet", section,
             "[" + section + "] is known but this version does not use it yet");
    }
    for (auto const& layer : region.absent) {
        note("absent", layer, "the study has no [" + layer + "]; " + without(layer));
    }
}

/// In the season or at the time that the study asks about some crossings are shut.
void shut_out_of_hours(Region& region, analysis::travel::TravelModel const& travel)
{
    std::string shut;
    for (auto const id : region.crossings.id.ids()) {
        auto const detail = region.crossings.detail(id);
        bool const season = detail.season.empty() || detail.season == name_of(travel.season);
        bool const hours = !travel.night ||
                           analysis::routes::open_at(analysis::routes::windows_of(detail.hours), 0);
        if (region.crossings.status[id] != geo::CrossingStatus::closed && !(season && hours)) {
            region.crossings.status[id] = geo::CrossingStatus::closed;
            shut += (shut.empty() ? "" : ", ") + region.crossings.id[id];
        }
    }
    if (!shut.empty()) {
        region.findings.push_back(
            {.severity = geo::Severity::note,
             .rule = "shut-out-of-hours",
             .layer = "crossings",
             .message = "shut in this season or at midnight, and taken as closed: " + shut,
             .action = "season and night in [travel] ask about another time"});
    }
}

void read_points_and_lines(StudyFile const& study, Region& region)
{
    auto const& crs = region.communes.crs;
    if (auto const* const source = study.layer("crossings")) {
        region.crossings = geo::read_crossings(
            *source, crs, geo::text_of(geo::last_day(study.period.to)), region.findings);
        if (lies_here(region, box_of_points(region.crossings), "crossings", *source)) {
            warn_of_far_points(region, region.crossings, "crossings",
                               geo::shown_source(source->source));
        }
        shut_out_of_hours(region, study.travel);
    }
    if (auto const* const source = study.layer("markets")) {
        region.markets = geo::read_markets(*source, crs, region.findings);
        if (lies_here(region, box_of_points(region.markets), "markets", *source)) {
            warn_of_far_points(region, region.markets, "markets",
                               geo::shown_source(source->source));
        }
    }
    if (auto const* const source = study.layer("roads")) {
        region.ways = geo::read_ways(*source, geo::WayKind::road, crs, region.findings);
        lies_here(region, box_of_lines(region.ways.line), "roads", *source);
    }
    if (auto const* const source = study.layer("paths")) {
        region.ways.add(geo::read_ways(*source, geo::WayKind::path, crs, region.findings));
    }
    if (auto const* const source = study.layer("border")) {
        region.border = geo::read_border(*source, crs, region.findings);
        lies_here(region, box_of_lines(region.border), "border", *source);
    }
    recognise_offsets(study, region);
}

void read_how_many_live_where(StudyFile const& study, Region& region)
{
    auto const* const own = study.layer("population");
    if (own != nullptr) {
        geo::read_population(*own, region.communes, region.findings);
    }
    auto const& source = own != nullptr ? *own : *study.layer("communes");
    geo::judge_density(region.communes, *region.boundaries, geo::shown_source(source.source),
                       region.findings);
}

/// People go round a hill on its far side too: the terrain reaches a little beyond the study.
constexpr double terrain_margin_m = 5000.0;

/// Land cover and rivers count across country, and that needs terrain.
void read_what_lies_on_it(StudyFile const& study, geo::Box const& box, Region& region,
                          geo::Job const& job)
{
    auto const* const cover = study.layer("land_cover");
    auto const* const rivers = study.layer("rivers");
    if (cover != nullptr && region.terrain) {
        region.land_cover = geo::read_raster(*cover, geo::RasterKind::classes,
                                             {.study = box, .onto = region.terrain->cells},
                                             region.communes.crs, region.findings, job);
        if (region.land_cover) {
            analysis::travel::check_codes(*region.land_cover, study.land_classes, *cover,
                                          region.findings);
        }
    }
    if (rivers != nullptr && !box.empty()) {
        region.rivers = geo::read_rivers(*rivers, box, region.communes.crs, region.findings);
    }
    if (study.layer("terrain") != nullptr) {
        return;
    }
    for (auto const* const source : {cover, rivers}) {
        if (source != nullptr) {
            region.findings.push_back(
                {.severity = Severity::note,
                 .rule = "needs-terrain",
                 .file = geo::shown_source(source->source),
                 .layer = source->layer,
                 .message = "it counts across country, and that needs [terrain]; not used",
                 .action = "add a terrain"});
        }
    }
}

void read_terrain(StudyFile const& study, Region& region, geo::Job const& job)
{
    auto const* const source = study.layer("terrain");
    auto box = region.boundaries->box();
    for (auto const& line : region.border) {
        box.add(geo::box_of(line));
    }
    if (source != nullptr && !box.empty()) {
        region.terrain =
            geo::read_raster(*source, geo::RasterKind::height,
                             {.study = box, .margin_m = terrain_margin_m, .cell_m = study.cell_m},
                             region.communes.crs, region.findings, job.part(0.0, 0.6));
    }
    read_what_lies_on_it(study, box, region, job.part(0.6, 1.0));
}

void read_what_is_known(StudyFile const& study, Region& region)
{
    for (auto const& [source, stated] : study.indicators) {
        region.indicators.push_back(
            geo::read_indicator(source, region.communes, stated, region.findings));
    }
    if (auto const* const source = study.layer("people")) {
        region.people = geo::read_people(*source, region.communes, region.findings);
    }
    if (auto const* const source = study.layer("visits")) {
        region.visits = geo::read_team_visits(*source, region.communes, region.findings);
    }
    if (auto const* const source = study.layer("lists")) {
        region.lists = geo::read_agency_lists(*source, region.findings);
    }
    if (study.neighbours.rule == NeighbourRule::file) {
        region.weights = analysis::neighbours::read_weights(
            study.neighbours.file, region.communes, region.findings, study.neighbours.as_distance);
    }
}

void warn_of_no_cases(Region& region, std::string const& file)
{
    double total = 0.0;
    for (auto const& row : region.cases) {
        total += row.count;
    }
    if (total == 0.0 && !geo::stops_work(region.findings)) {
        region.findings.push_back(
            {.severity = Severity::warning,
             .rule = "no-cases",
             .file = file,
             .layer = "cases",
             .field = "count",
             .message =
                 "no person is counted at all: the communes cannot be told apart by their cases",
             .action = "check that the counts were exported; else read the result as \"no "
                       "information\""});
    }
}

}  // namespace

bool Region::has(std::string const& layer) const
{
    return std::ranges::find(absent, layer) == absent.end();
}

std::optional<geo::CommuneId> Region::commune_of(geo::Service const& service) const
{
    return service.at ? boundaries->at(*service.at) : service.commune;
}

Region read_region(StudyFile const& study, geo::Job const& job)
{
    Region region;
    for (auto const* const layer : {"crossings", "markets", "roads", "paths", "terrain",
                                    "land_cover", "rivers", "border", "effort"}) {
        if (study.layer(layer) == nullptr) {
            region.absent.emplace_back(layer);
        }
    }
    auto const& source = *study.layer("communes");
    job.at(0.0);
    region.communes = geo::read_communes(source, study.vintage, working_crs(study), region.findings,
                                         job.part(0.0, 0.3), study.layer("population") == nullptr);
    region.boundaries =
        std::make_shared<geo::Boundaries const>(region.communes.shape, 1.0, job.part(0.3, 0.7));
    if (region.communes.size() > 0) {
        region.communes.former = geo::read_crosswalk(study.crosswalks(), region.findings);
        geo::index_names(region.communes, study.words);
        read_how_many_live_where(study, region);
        name_boundary_findings(region, geo::shown_source(source.source));
        read_points_and_lines(study, region);
        read_terrain(study, region, job.part(0.7, 0.8));
        job.at(0.8);
        region.cases =
            geo::read_cases(*study.layer("cases"), region.communes, study.period, region.findings);
        if (auto const* const effort = study.layer("effort")) {
            region.effort = geo::read_effort(
                *effort, region.communes, study.period, region.findings,
                study.effort.in_all ? geo::EffortUnit::in_all : geo::EffortUnit::a_head);
            weigh_effort(study.effort, region.communes, region.effort, region.findings);
        }
        if (auto const* const demand = study.layer("demand")) {
            region.given_flows =
                geo::read_given_flows(*demand, region.communes, region.crossings, region.findings);
        }
        read_what_is_known(study, region);
        read_programmes(study, region);
        warn_of_no_cases(region, geo::shown_source(study.layer("cases")->source));
    }
    note_unused(study, region);
    std::ranges::stable_sort(region.findings, [](Finding const& a, Finding const& b) {
        return a.severity > b.severity;
    });
    job.at(1.0);
    return region;
}

}  // namespace marchland::study
