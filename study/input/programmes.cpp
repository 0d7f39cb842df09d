#include "study/input/programmes.hpp"

#include "analysis/programmes/donor_lines.hpp"
#include "analysis/programmes/freshness.hpp"
#include "analysis/programmes/waiting_times.hpp"
#include "geo/gate/shown.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>

namespace marchland::study {
namespace {

using analysis::programmes::Freshness;
using analysis::programmes::FreshnessRule;
using geo::Severity;

/// Farther than this from every commune, a crossing, market or service is most likely misplaced.
constexpr double far_away_m = 30000.0;

FreshnessRule rule_of(StudyFile const& study)
{
    return {study.day_ahead(), study.programmes.fresh_months};
}

/// Entries that cannot be relied on, counted by layer.
void say_freshness(StudyFile const& study, std::string const& layer,
                   std::vector<Freshness> const& all, std::string const& stale, Region& region)
{
    auto const count = [&all](Freshness which) { return std::ranges::count(all, which); };
    auto const file = geo::shown_source(study.layer(layer)->source);
    auto const of_all = " of " + std::to_string(all.size()) + " entries ";
    if (auto const old = count(Freshness::stale); old > 0) {
        region.findings.push_back(
            {.severity = Severity::warning,
             .rule = "stale-entry",
             .file = file,
             .layer = layer,
             .feature = stale,
             .message = std::to_string(old) + of_all + (old == 1 ? "is" : "are") + " stale on " +
                        geo::text_of(study.day_ahead()) +
                        ": the day on which they were true lies more than " +
                        std::to_string(study.programmes.fresh_months) +
                        " months back, or the day until which they hold is over",
             .action = "ask whether they still hold and write the day into as_of, or set "
                       "fresh_months in [programmes]"});
    }
    if (auto const undated = count(Freshness::undated); undated > 0) {
        region.findings.push_back(
            {.severity = Severity::warning,
             .rule = "undated-entry",
             .file = file,
             .layer = layer,
             .message = std::to_string(undated) + of_all + (undated == 1 ? "does" : "do") +
                        " not say when " + (undated == 1 ? "it was" : "they were") + " true",
             .action = "give a column as_of, or as_of = \"2025-07-01\" in [" + layer + "]"});
    }
}

void read_services(StudyFile const& study, geo::LayerSource const& source, Region& region)
{
    region.services = geo::read_services(source, region.communes, region.findings);
    auto const file = geo::shown_source(source.source);
    std::vector<Freshness> freshness;
    std::string stale;
    for (auto const& service : region.services) {
        warn_of_far_point(region, service.at, "services", file, service.id);
        auto const lies_in = region.commune_of(service);
        if (service.commune && lies_in && *lies_in != *service.commune) {
            region.findings.push_back(
                {.severity = Severity::warning,
                 .rule = "service-elsewhere",
                 .file = file,
                 .layer = "services",
                 .feature = service.id,
                 .message = "the register says " + region.communes.label(*service.commune) +
                            ", the point lies in " + region.communes.label(*lies_in) +
                            "; the point is taken",
                 .action = "correct the coordinates or the code"});
        }
        freshness.push_back(analysis::programmes::freshness_of(service.dated, rule_of(study)));
        if (freshness.back() == Freshness::stale) {
            stale += (stale.empty() ? "" : ", ") + service.id;
        }
    }
    say_freshness(study, "services", freshness, stale, region);
}

/// What a row of activities may name as its place.
geo::KnownPlaces known_places(Region const& region)
{
    geo::KnownPlaces places;
    auto const add = [&](std::string const& id, std::optional<geo::Point> const& at) {
        places.emplace(id, at ? region.boundaries->at(*at) : std::nullopt);
    };
    for (auto const& service : region.services) {
        places.emplace(service.id, region.commune_of(service));
    }
    for (auto const id : region.markets.id.ids()) {
        add(region.markets.id[id], region.markets.at[id]);
    }
    for (auto const id : region.crossings.id.ids()) {
        add(region.crossings.id[id], region.crossings.at[id]);
    }
    return places;
}

void read_activities(StudyFile const& study, geo::LayerSource const& source, Region& region)
{
    region.activities =
        geo::read_activities(source, region.communes, known_places(region), region.findings);
    std::vector<Freshness> freshness;
    for (auto const& activity : region.activities) {
        freshness.push_back(analysis::programmes::freshness_of(activity, rule_of(study)));
    }
    say_freshness(study, "activities", freshness, "", region);
    for (auto const& line : analysis::programmes::donor_lines(region.activities, rule_of(study))) {
        if (line.doubts_unit()) {
            region.findings.push_back(
                {.severity = Severity::warning,
                 .rule = "persons-a-copy",
                 .file = geo::shown_source(source.source),
                 .layer = "activities",
                 .feature = line.kind + ", " + line.actor + ", " + line.period.from.text() +
                            " to " + line.period.to.text(),
                 .message = geo::fixed(line.done, 0) + " copies are said to reach " +
                            geo::fixed(line.done * line.persons_a_copy, 0) + " persons, " +
                            geo::fixed(line.persons_a_copy, 0) + " for each copy; expected " +
                            geo::fixed(analysis::programmes::most_persons_a_copy, 0) +
                            " at most: the unit may be another (bundles, events), or the persons "
                            "were reached otherwise",
                 .action = "ask what was counted; give bundles as copies, and persons reached "
                           "otherwise a row of their own kind"});
        }
    }
}

}  // namespace

void warn_of_far_point(Region& region, std::optional<geo::Point> const& at,
                       std::string const& layer, std::string const& file, std::string const& id)
{
    auto const near = region.boundaries->box().grown(far_away_m);
    if (at && !near.touches({at->x, at->y, at->x, at->y})) {
        region.findings.push_back(
            {.severity = Severity::warning,
             .rule = "far-from-communes",
             .file = file,
             .layer = layer,
             .feature = id,
             .message = "the point lies more than 30 km from the communes",
             .action = "check its coordinates and the reference system of both layers"});
    }
}

void read_programmes(StudyFile const& study, Region& region)
{
    if (auto const* const source = study.layer("services")) {
        read_services(study, *source, region);
    }
    if (auto const* const source = study.layer("activities")) {
        read_activities(study, *source, region);
    }
    if (auto const* const source = study.layer("waiting")) {
        region.waiting = geo::read_waiting(*source, region.findings);
        std::vector<Freshness> freshness;
        for (auto const& time :
             analysis::programmes::waiting_times(region.waiting, rule_of(study))) {
            freshness.push_back(time.freshness);
        }
        // Earlier periods are history; of the last one it is said.
        if (!freshness.empty()) {
            say_freshness(study, "waiting", {freshness.back()}, "", region);
        }
    }
}

}  // namespace marchland::study
