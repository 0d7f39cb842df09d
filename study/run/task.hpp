// The tasks of a run as values: a name, what it reads, what it makes. Private to study/run.
#pragma once

#include "study/run/stamp.hpp"
#include "study/run/step.hpp"
#include "study/run/work.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace marchland::study {

struct Task {
    std::string_view name;
    Step step;                            ///< of which it is a part
    double share;                         ///< of the time of a whole run, roughly
    std::vector<std::string_view> tasks;  ///< whose work it reads; they stand before it
    /// Adds the settings that it reads, and what it reads of the register of crossings: both change while a
    /// session is open. Other layers change together, when they are read again.
    void (*settings)(Stamp&, StudyFile const&, geo::Crossings const&);
    void (*make)(Work&, geo::Job const&);
};

/// All of them in their order: the only place that knows it.
std::span<Task const> tasks();

}  // namespace marchland::study
