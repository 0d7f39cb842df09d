#include "study/settings/inputs.hpp"

#include "geo/files/companions.hpp"
#include "geo/files/write.hpp"
#include "geo/vocabulary/text.hpp"

namespace marchland::study {

std::vector<Input> inputs(StudyFile const& study)
{
    std::vector<Input> all;
    auto const add = [&all](std::string const& section, geo::LayerSource const& source) {
        all.push_back(
            {section, source.source, geo::files_of_source(source.folder / source.source)});
    };
    for (auto const& [section, source] : study.layers) {
        add(section, source);
    }
    for (auto const& indicator : study.indicators) {
        add("indicators", indicator.source);
    }
    if (study.neighbours.rule == NeighbourRule::file) {
        auto const& file = study.neighbours.file;
        all.push_back({"neighbours", file.filename(), geo::files_of_source(file)});
    }
    return all;
}

std::string hash_of(std::vector<Input> const& inputs)
{
    std::string lines;
    for (auto const& input : inputs) {
        if (input.files.empty()) {
            lines += input.section + " " + geo::without_passwords(input.source) + "\n";
        }
        for (auto const& file : input.files) {
            bool const itself = &file == &input.files.front();
            lines += input.section + (itself ? "" : " " + file.filename().string()) + " " +
                     geo::sha256_of_file(file) + "\n";
        }
    }
    return lines;
}

}  // namespace marchland::study
