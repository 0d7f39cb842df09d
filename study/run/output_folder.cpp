#include "study/run/output_folder.hpp"

#include "geo/vocabulary/error.hpp"
#include "results/store.hpp"
#include "study/settings/inputs.hpp"

namespace marchland::study {

namespace fs = std::filesystem;

void refuse_existing_results(fs::path const& folder)
{
    for (auto const* const name : {"study.gpkg", "communes.csv", "run.json"}) {
        if (fs::exists(folder / name)) {
            throw geo::Error{geo::Trouble::usage,
                             "there is a result in " + folder.string() + " already (" + name +
                                 "); give another folder with -o, or --force to replace it"};
        }
    }
}

void refuse_replacing_sources(StudyFile const& study, fs::path const& folder)
{
    std::error_code unlike;  // a file that is not there is like no other
    for (auto const& input : inputs(study)) {
        for (auto const& file : input.files) {
            for (auto const& name : results::result_files()) {
                if (fs::equivalent(folder / name, file, unlike)) {
                    throw geo::Error{geo::Trouble::usage,
                                     "the result would replace " + (folder / name).string() +
                                         ", which the study reads as its " + input.section +
                                         "; give another folder with -o"};
                }
            }
        }
    }
}

}  // namespace marchland::study
