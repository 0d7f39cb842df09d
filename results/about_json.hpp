// run.json: everything needed to run a study again. Private to analysis.
#pragma once

#include "results/results.hpp"

#include <string>

namespace marchland::results {

/// Times stand in `runs` only, so that all else is the same bytes for the same study.
std::string json_text(About const& about, std::vector<RunRow> const& runs);

/// \throws Error{usage}  the text is not a run.json.
About about_from_json(std::string const& text);

}  // namespace marchland::results
