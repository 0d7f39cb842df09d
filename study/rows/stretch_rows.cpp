// How easily each kilometre of the border is reached, as rows.
#include "analysis/border/profile.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <iterator>

namespace marchland::study {

analysis::border::BorderProfile border_profile_of(analysis::routes::Routes const& routes,
                                                  Region const& region, StudyFile const& study,
                                                  geo::Job const& job)
{
    if (!region.terrain || region.border.empty()) {
        return {};
    }
    auto country = analysis::terrain::open_country(
        {.terrain = *region.terrain,
         .land_cover = region.land_cover ? &*region.land_cover : nullptr,
         .classes = study.land_classes,
         .rivers = region.rivers,
         .crossings = region.crossings},
        study.travel, job.part(0.0, 0.1));
    auto profile = analysis::border::border_profile({region.communes, region.border, country.ground,
                                                     routes.network, region.ways,
                                                     routes.anchors.communes, country.water},
                                                    {.travel = study.travel}, job.part(0.1, 1.0));
    std::ranges::move(profile.findings, std::back_inserter(country.findings));
    profile.findings = std::move(country.findings);
    return profile;
}

std::vector<results::StretchRow> stretch_rows(analysis::border::BorderProfile const& profile,
                                              Region const& region)
{
    std::vector<results::StretchRow> rows;
    for (auto const& one : profile.stretches) {
        results::StretchRow row{.part = one.part,
                                .from_km = one.from_km,
                                .to_km = one.to_km,
                                .hours = one.hours,
                                .hours_low = one.hours_low,
                                .hours_high = one.hours_high,
                                .slow_share = one.slow_share,
                                .known_share = one.known_share};
        if (one.commune) {
            row.code = region.communes.code[*one.commune];
            row.name = region.communes.name[*one.commune];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace marchland::study
