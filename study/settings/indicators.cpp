// [[indicators]] in study.toml: a list of sections, each read as if it stood alone.
#include "study/settings/sections.hpp"

#include "geo/vocabulary/text.hpp"

namespace marchland::study {
namespace {

constexpr std::array worse_names{std::string_view{"worse"}, std::string_view{"better"}};

class IndicatorReader {
public:
    IndicatorReader(StudyToml& toml, std::size_t index)
        : toml_{toml}, section_{"indicators[" + std::to_string(index) + "]"}
    {
        auto const name = text("name");
        called_ = "[[indicators]] " + (name.empty() ? "number " + std::to_string(index + 1) : name);
    }

    IndicatorSource read(std::filesystem::path const& folder)
    {
        IndicatorSource indicator;
        read_stated(indicator.stated);
        read_source(indicator.source);
        indicator.source.folder = folder;
        return indicator;
    }

private:
    std::string text(std::string const& key) { return toml_.text(section_, key).value_or(""); }

    void wrong(std::string const& words) { toml_.wrong(called_ + words); }

    void read_stated(geo::Indicator& stated)
    {
        stated.name = text("name");
        stated.as_of = text("as_of");
        stated.weight = toml_.real(section_, "weight").value_or(1.0);
        stated.in_model = toml_.truth(section_, "in_model").value_or(true);
        auto const direction = text("higher_is");
        stated.higher_is_worse = direction != worse_names[1];
        if (!direction.empty() &&
            std::ranges::find(worse_names, std::string_view{direction}) == worse_names.end()) {
            wrong(": higher_is = \"" + direction + "\"; expected worse or better");
        }
        if (!(stated.weight > 0.0) || std::isinf(stated.weight)) {
            wrong(": weight = " + geo::told(stated.weight) + "; expected a number above 0");
        }
    }

    void read_source(geo::LayerSource& source)
    {
        source = {.layer = "indicators",
                  .source = text("source"),
                  .table = text("layer"),
                  .columns = {{"value", text("column")}}};
        if (text("name").empty() || source.source.empty() || text("column").empty()) {
            wrong(": expected at least name, source and column");
        }
        toml_.texts(section_, "ignore", source.ignore);
        read_names(toml_, section_, source);
        for (auto const* const key : {"commune", "district", "province", "vintage", "level"}) {
            if (auto const mapped = text(key); !mapped.empty()) {
                map_column(key, mapped, source);
            }
        }
    }

    StudyToml& toml_;
    std::string section_;
    std::string called_;
};

/// A table of several indicators: what one of them reads, the others leave aside.
void leave_aside_each_other(std::vector<IndicatorSource>& indicators)
{
    for (auto& one : indicators) {
        for (auto const& other : indicators) {
            auto const& column = other.source.columns.at("value");
            bool const beside = one.source.source == other.source.source &&
                                one.source.table == other.source.table &&
                                column != one.source.columns.at("value");
            if (beside && std::ranges::find(one.source.ignore, column) == one.source.ignore.end()) {
                one.source.ignore.push_back(column);
            }
        }
    }
}

}  // namespace

void read_indicators(StudyToml& toml, StudyFile& study)
{
    for (std::size_t i = 0; i < toml.list_size("indicators"); ++i) {
        if (toml.is_section("indicators[" + std::to_string(i) + "]")) {
            study.indicators.push_back(IndicatorReader{toml, i}.read(study.file.parent_path()));
            study.indicators.back().source.words = study.words;
        }
    }
    leave_aside_each_other(study.indicators);
}

}  // namespace marchland::study
