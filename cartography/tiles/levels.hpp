/// \file levels.hpp
/// The boundaries simplified to fit a scale, each level made once and kept.
#pragma once

#include "cartography/tiles/id_grid.hpp"
#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/job.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace marchland::cartography {

/// May be shared by threads. Drawing never asks it: only workers and picture writers do.
class Levels {
public:
    explicit Levels(std::shared_ptr<geo::Boundaries const> boundaries);

    geo::Boundaries const& boundaries() const noexcept { return *boundaries_; }

    /// Rings of a commune, simplified by no more than half of `metres_per_cell`.
    std::vector<geo::Line> rings(geo::CommuneId id, double metres_per_cell) const;

    /// Fills the grid with every commune that reaches into it.
    void fill(IdGrid& grid, geo::Job const& job = {}) const;

    /// Across the commune in the middle of the order of sizes: the root of its box's area.
    double median_commune_m() const noexcept { return median_m_; }

private:
    using Arcs = std::vector<geo::Line>;
    std::shared_ptr<Arcs const> at(std::uint8_t level) const;

    std::shared_ptr<geo::Boundaries const> boundaries_;
    double median_m_ = 0.0;
    mutable std::mutex lock_;
    mutable std::map<std::uint8_t, std::shared_ptr<Arcs const>> made_;
};

}  // namespace marchland::cartography
