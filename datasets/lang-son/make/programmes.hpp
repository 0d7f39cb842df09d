// SYNTHETIC services, activities and waits. No such office, session or wait exists.
#pragma once

#include "datasets/lang-son/make/facts.hpp"

#include <filesystem>

namespace marchland::lang_son {

void write_services(Facts const& facts, Projection const& projection,
                    std::filesystem::path const& path);

/// With a few traps to learn on: agencies that overlap, a figure that mixes populations, leaflets that are said to
/// reach more people than can share them, and plans of which nobody says what was done.
void write_activities(Facts const& facts, std::filesystem::path const& path);

void write_waiting(std::filesystem::path const& path);

}  // namespace marchland::lang_son
