// What effort is, [neighbours], [risk] and [hotspots] in study.toml.
#include "study/settings/sections.hpp"

namespace marchland::study {
namespace {

constexpr std::array unit_names{std::string_view{"per-head"}, std::string_view{"in-all"}};
constexpr std::array rank_names{std::string_view{"expected"}, std::string_view{"relative_risk"},
                                std::string_view{"exceedance"}};
constexpr std::array model_names{std::string_view{"bym2"}, std::string_view{"bym2-negbin"},
                                 std::string_view{"gamma-poisson"}};
constexpr std::array rule_names{std::string_view{"queen"},   std::string_view{"rook"},
                                std::string_view{"nearest"}, std::string_view{"distance"},
                                std::string_view{"kernel"},  std::string_view{"travel-time"},
                                std::string_view{"file"}};
constexpr std::array kernel_names{std::string_view{"triangular"}, std::string_view{"epanechnikov"},
                                  std::string_view{"bisquare"}, std::string_view{"gaussian"}};
constexpr std::array window_names{std::string_view{"circles"}, std::string_view{"ellipses"},
                                  std::string_view{"travel-time"}, std::string_view{"border"}};
constexpr std::array correction_names{std::string_view{"benjamini-hochberg"},
                                      std::string_view{"benjamini-yekutieli"},
                                      std::string_view{"holm"}, std::string_view{"bonferroni"}};

void read_neighbours(StudyToml& toml, StudyFile& study)
{
    auto& near = study.neighbours;
    toml.choice("neighbours", "rule", rule_names, near.rule);
    toml.choice("neighbours", "kernel", kernel_names, near.kernel);
    toml.number("neighbours", "k", near.k, 1, 1000);
    toml.number("neighbours", "metres", near.metres, 1.0, 1e7);
    toml.number("neighbours", "hours", near.hours, 0.01, 1000.0);
    toml.number("neighbours", "order", near.order, 1, 20);
    toml.flag("neighbours", "edge", near.edge);
    toml.flag("neighbours", "as_distance", near.as_distance);
    if (auto const file = toml.text("neighbours", "file")) {
        near.file = study.file.parent_path() / *file;
    }
    if (near.rule == NeighbourRule::file && near.file.empty()) {
        toml.wrong("[neighbours] rule = \"file\" needs file = \"weights.gal\" (or .gwt, .csv)");
    }
    if (near.rule == NeighbourRule::distance && near.metres == 0.0) {
        toml.wrong("[neighbours] rule = \"distance\" needs metres = 20000 or the like");
    }
}

/// Kinds by their values on the list; one that the list has not is the study's own word.
void read_effort(StudyToml& toml, StudyFile& study)
{
    auto& effort = study.effort;
    toml.choice("effort", "unit", unit_names, effort.in_all);
    if (toml.has("effort", "kinds") && !toml.is_section("effort.kinds")) {
        toml.wrong("[effort] kinds: expected a section [effort.kinds] with lines like patrol = 1");
    }
    for (auto const& kind : toml.keys("effort.kinds")) {
        auto const value = geo::listed_value("effort_kind", kind, study.words);
        if (auto const layer = study.layers.find("effort"); !value && layer != study.layers.end()) {
            layer->second.words["effort_kind"][kind] = kind;
        }
        toml.number("effort.kinds", kind, effort.kinds[value.value_or(kind)], 0.0, 1e6);
    }
}

void read_methods(StudyToml& toml, StudyFile& study)
{
    if (!toml.has("hotspots", "methods")) {
        return;
    }
    auto const methods = toml.list("hotspots", "methods");
    if (!methods) {
        toml.wrong("[hotspots] methods: expected a list, e.g. methods = [\"local-moran\"]");
        return;
    }
    study.hotspot_methods = *methods;
    Keys const known{"local-moran", "gi-star", "geary", "median-moran", "scan"};
    for (auto const& method : *methods) {
        if (std::ranges::find(known, method) == known.end()) {
            toml.wrong("[hotspots] methods: \"" + method + "\" is not known; expected " +
                       listed(known));
        }
    }
}

void read_hotspots(StudyToml& toml, StudyFile& study)
{
    toml.number("hotspots", "permutations", study.permutations, 99, 10'000'000);
    toml.number("hotspots", "fdr", study.fdr, 0.0001, 0.5);
    toml.choice("hotspots", "correction", correction_names, study.correction);
    toml.choice("hotspots", "windows", window_names, study.scan.windows);
    toml.number("hotspots", "scan_share", study.scan.max_share, 0.01, 0.5);
    toml.number("hotspots", "replicates", study.scan.replicates, 99, 999'999);
    toml.flag("hotspots", "over_time", study.scan.over_time);
    read_methods(toml, study);
}

}  // namespace

std::string_view name_of(NeighbourRule rule)
{
    return rule_names.at(static_cast<std::size_t>(rule));
}

std::string_view name_of(ScanWindows windows)
{
    return window_names.at(static_cast<std::size_t>(windows));
}

void read_risk(StudyToml& toml, StudyFile& study)
{
    read_effort(toml, study);
    toml.choice("risk", "model", model_names, study.risk_model);
    toml.number("risk", "window_years", study.window_years, 0, 50);
    if (toml.has("risk", "half_life_years")) {
        toml.number("risk", "half_life_years", study.half_life_years, 0.25, 50.0);
    }
    toml.choice("risk", "rank_by", rank_names, study.rank_by);
    toml.number("risk", "top", study.top, 1, 1000);
    toml.flag("risk", "exposure", study.use_exposure);
    read_neighbours(toml, study);
    read_hotspots(toml, study);
}

}  // namespace marchland::study
