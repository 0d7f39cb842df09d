// run.json: what the results are about, which tables they have, how they were made. Private to results.
#pragma once

#include "results/results.hpp"

#include <string>

namespace marchland::results {

/// Times stand in `runs` only, so that all else is the same bytes for the same study.
std::string json_text(Results const& results);

/// \throws Error{usage}  the text is not a run.json.
About about_from_json(std::string const& text);

}  // namespace marchland::results
