/// \file output_folder.hpp
/// Where a result may go: never over another one unasked, never over what the study reads.
#pragma once

#include "study/settings/study_file.hpp"

#include <filesystem>

namespace marchland::study {

/// \throws Error{usage}  a result is in the folder already.
void refuse_existing_results(std::filesystem::path const& folder);

/// The study's own files are never written over, asked or not.
///
/// \throws Error{usage}  a result in the folder would replace a file that the study reads.
void refuse_replacing_sources(StudyFile const& study, std::filesystem::path const& folder);

}  // namespace marchland::study
