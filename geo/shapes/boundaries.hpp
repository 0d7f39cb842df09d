/// \file boundaries.hpp
/// Communes as shared arcs, built once: neighbours, gap-free simplification and outlines come from it.
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/ids.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace marchland::geo {

/// A stretch of boundary with the same communes on both sides all along.
struct Arc {
    std::vector<Point> points;        ///< at least two; first == last where the arc is a whole ring
    std::vector<std::uint8_t> level;  ///< for each point: see Boundaries::level_for
    std::vector<CommuneId> sides;     ///< who has it in a ring: one (outer edge), two, rarely more
    Box box;
};

/// An arc as a ring walks it.
struct ArcUse {
    std::uint32_t arc = 0;
    bool backwards = false;
};

using ArcRing = std::vector<ArcUse>;

/// Two communes that share something, a < b.
struct Contact {
    CommuneId a{};
    CommuneId b{};
    double length_m = 0.0;  ///< of shared boundary; 0 where they meet in points only
    bool overlap = false;   ///< their boundaries cross: they lie over one another somewhere
};

enum class Contiguity : std::uint8_t {
    queen,  ///< share a point
    rook,   ///< share a stretch of boundary, or lie over one another
};

class BoundaryIndex;

/// The boundaries of all communes, without repetition.
///
/// Vertices nearer than `tolerance_m` become one, and a vertex that lies within it of a neighbour's
/// stretch splits that stretch; so neighbours drawn with different vertices still share arcs. Neither
/// the order of the communes nor the number of threads changes arcs or contacts. A commune narrower
/// than the tolerance may shrink to nothing. Immutable; may be shared by threads.
class Boundaries {
public:
    /// \param shapes  in metres. Empty areas are allowed and have no neighbours.
    /// \throws Cancelled
    /// \par Cost  O(vertices) time and memory for maps whose stretches are of like length.
    explicit Boundaries(PerCommune<Area> const& shapes, double tolerance_m = 1.0,
                        Job const& job = {});

    std::vector<Arc> const& arcs() const noexcept { return arcs_; }
    /// Shells each before their holes; the ground of the commune is on the left of every ring.
    std::vector<ArcRing> const& rings_of(CommuneId id) const { return rings_[id]; }
    Box const& box_of(CommuneId id) const { return boxes_[id]; }
    Box const& box() const noexcept { return box_; }
    std::size_t size() const noexcept { return rings_.size(); }

    std::vector<Contact> const& contacts() const noexcept { return contacts_; }

    /// Neighbours of each commune, ascending, without itself.
    PerCommune<std::vector<CommuneId>> neighbours(Contiguity kind) const;

    /// The commune at a point; of several, on a shared border or where communes overlap, the one with
    /// the lower code. \par Cost  O(sqrt(vertices)): a few microseconds.
    std::optional<CommuneId> at(Point p) const;
    /// All communes at a point, ascending: those that hold it and those on whose border it lies.
    std::vector<CommuneId> all_at(Point p) const;

    /// The communes that a line passes, in the order of travel; one that is entered again stands again.
    /// Where two own a stretch of the line (it runs on their border, or they overlap) it is that of the
    /// lower code; a corner that the line only touches is not passed. Exact: no stretch is too short but
    /// those of a hundredth of a millimetre.
    std::vector<CommuneId> along(Line const& line) const;

    /// The level whose simplification stays within `metres` of the full line. A point belongs to the
    /// simplification at level L if its own level >= L; ends of arcs have level 255, so that rings
    /// stay closed and neighbours stay without gap at every level.
    static std::uint8_t level_for(double metres);
    /// What a level promises, in metres. Level 0 is the full line.
    static double metres_of(std::uint8_t level);

    /// The shape of a commune at a level; rings that fall below three corners are left out, and holes
    /// with the shell around them.
    Area shape(CommuneId id, std::uint8_t level = 0) const;

    /// The outline of a group: its arcs that have the group on one side only, joined to rings
    /// that have the group on their left: shells counter-clockwise, holes clockwise.
    MultiLine outline(std::span<CommuneId const> group, std::uint8_t level = 0) const;

    /// Overlaps between neighbours as warnings (rule "overlap", feature "#12 / #13": places in the
    /// layer, to be named by the caller); communes without neighbour as notes ("no-neighbours");
    /// boundaries that nearly touch as a warning ("gap").
    Findings const& findings() const noexcept { return findings_; }

private:
    std::vector<Arc> arcs_;
    PerCommune<std::vector<ArcRing>> rings_;
    PerCommune<std::vector<std::uint32_t>> shells_;  ///< for each ring, the place of its shell
    PerCommune<Box> boxes_;
    Box box_;
    std::shared_ptr<BoundaryIndex const> index_;  ///< shared by copies
    std::vector<Contact> contacts_;
    Findings findings_;
};

/// \namespace marchland::geo
/// \par Example
/// \code
/// using namespace geo;
/// auto const square = [](double x) {
///     return Area{Polygon{Ring{{x, 0}, {x + 1000, 0}, {x + 1000, 1000}, {x, 1000}, {x, 0}}}};
/// };
/// Boundaries const map{PerCommune<Area>{std::vector{square(0), square(1000)}}};
/// assert(map.neighbours(Contiguity::rook)[CommuneId{0}].front() == CommuneId{1});
/// assert(map.at({1500, 500}) == CommuneId{1});
/// \endcode
/// \par Threads  Boundaries and a Transform may be shared, all else are functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::geo
