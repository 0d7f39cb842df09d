/// \file step.hpp
/// The steps of a run that people ask for by name.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace marchland::study {

/// In their order; one needs those before it that feed it.
enum class Step : std::uint8_t { graph, risk, hotspots, plan, corridors };
std::string_view name_of(Step step);

/// Tells whoever watches which step begins; from any thread, one at a time.
using StepWatch = std::function<void(std::string_view step)>;

}  // namespace marchland::study
