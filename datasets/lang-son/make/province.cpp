#include "datasets/lang-son/make/province.hpp"

#include "datasets/lang-son/make/outline.hpp"
#include "datasets/lang-son/make/places.hpp"
#include "datasets/lang-son/make/ragged.hpp"
#include "datasets/lang-son/make/thiessen.hpp"
#include "datasets/lang-son/make/validity.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace marchland::lang_son {
namespace {

using geo::Area;
using geo::Boundaries;
using geo::CommuneId;
using geo::Line;
using geo::PerCommune;
using geo::Point;

constexpr double weld = 1.0;
constexpr Raggedness inner_edge{.strength = 0.19, .decay = 0.95, .finest = 300.0};
constexpr Raggedness border_edge{.strength = 0.33, .decay = 0.95, .finest = 200.0};

/// A second site near the border keeps a commune at its own stretch of it.
std::vector<Site> sites_of(Facts const& facts)
{
    constexpr double inland = 0.35;
    std::vector<Site> sites;
    for (std::size_t i = 0; i < facts.communes.size(); ++i) {
        auto const& commune = facts.communes[i];
        sites.push_back({commune.centre, i});
        if (commune.at_border) {
            auto const middle = facts.border.at(commune.code).middle;
            sites.push_back({{middle.x + inland * (commune.centre.x - middle.x),
                              middle.y + inland * (commune.centre.y - middle.y)},
                             i});
        }
    }
    return sites;
}

/// A part of an outer arc, or a whole inner one, as drawn.
struct Piece {
    Line line;
    CommuneId commune{};
    double along = 0.0;  ///< of the border points
};

struct Drawn {
    std::vector<Line> arcs;
    std::vector<Piece> border;
};

/// How far along a line its nearest point lies, if it is as near as welding leaves it.
std::optional<double> along(Line const& line, Point p)
{
    double before = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto const foot = geo::foot_on_segment(p, line[i - 1], line[i]);
        double const length = geo::distance(line[i - 1], line[i]);
        if (foot.distance <= 2.0 * weld) {
            return before + foot.along * length;
        }
        before += length;
    }
    return {};
}

class Pencil {
public:
    Pencil(Boundaries const& map, Line const& border, std::vector<double> const& softness)
        : map_{map}, border_{border}, softness_{softness}
    {
    }

    Drawn draw()
    {
        std::map<std::uint64_t, std::uint64_t> seen;  // several arcs may lie between the same two
        for (auto const& arc : map_.arcs()) {
            auto const first = geo::index_of(arc.sides.front());
            auto const second = arc.sides.size() > 1 ? geo::index_of(arc.sides.back()) : 999;
            auto const pair = 1000 * first + second;
            geo::Random const random{seed, "edge", pair + 1000000 * seen[pair]++};
            drawn_.arcs.push_back(arc.sides.size() > 1 ? inner(arc, random) : outer(arc, random));
        }
        std::ranges::stable_sort(drawn_.border, {}, &Piece::along);
        return std::move(drawn_);
    }

private:
    Raggedness softened(Raggedness how, geo::Arc const& arc) const
    {
        for (auto const id : arc.sides) {
            how.strength *= softness_[geo::index_of(id)];
        }
        return how;
    }

    Line inner(geo::Arc const& arc, geo::Random const& random) const
    {
        auto line = ragged(arc.points, random, softened(inner_edge, arc));
        std::ranges::transform(line, line.begin(), rounded);
        return line;
    }

    Line outer(geo::Arc const& arc, geo::Random const& random)
    {
        Line whole;
        for (std::size_t i = 1; i < arc.points.size(); ++i) {
            auto const from = along(border_, arc.points[i - 1]);
            auto const to = along(border_, arc.points[i]);
            bool const at_border = from && to;
            geo::Random const own{random.bits(i), "outer"};
            auto line = ragged(arc.points[i - 1], arc.points[i], own,
                               softened(at_border ? border_edge : inner_edge, arc));
            std::ranges::transform(line, line.begin(), rounded);
            if (!whole.empty()) {
                whole.pop_back();
            }
            whole.insert(whole.end(), line.begin(), line.end());
            if (at_border) {
                if (*from > *to) {
                    std::ranges::reverse(line);
                }
                drawn_.border.push_back({std::move(line), arc.sides.front(), std::min(*from, *to)});
            }
        }
        return whole;
    }

    Boundaries const& map_;
    Line const& border_;
    std::vector<double> const& softness_;
    Drawn drawn_;
};

/// The rings of a commune with its drawn arcs in place of the straight ones.
Area shape_of(Boundaries const& map, Drawn const& drawn, CommuneId id)
{
    Area area;
    for (auto const& uses : map.rings_of(id)) {
        geo::Ring ring;
        for (auto const& use : uses) {
            auto line = drawn.arcs[use.arc];
            if (use.backwards) {
                std::ranges::reverse(line);
            }
            ring.insert(ring.end(), line.begin(), line.end() - 1);
        }
        ring.push_back(ring.front());
        if (geo::signed_area(ring) > 0.0) {
            area.emplace_back();
        }
        area.back().push_back(std::move(ring));
    }
    return area;
}

PerCommune<Area> shapes_of(Boundaries const& map, Drawn const& drawn)
{
    PerCommune<Area> shapes;
    for (std::size_t i = 0; i < map.size(); ++i) {
        shapes.push_back(shape_of(map, drawn, static_cast<CommuneId>(i)));
    }
    return shapes;
}

/// Makes the lines of those communes softer that cross others or themselves; false if there are
/// none.
bool soften(PerCommune<Area> const& shapes, std::vector<double>& softness)
{
    bool crossing = false;
    auto const soften_one = [&](CommuneId id) {
        crossing = true;
        softness[geo::index_of(id)] *= 0.8;
    };
    Boundaries const check{shapes, 0.01};
    for (auto const& contact : check.contacts()) {
        if (contact.overlap) {
            soften_one(contact.a);
            soften_one(contact.b);
        }
    }
    for (auto const id : shapes.ids()) {
        if (!is_valid(shapes[id])) {
            soften_one(id);
        }
    }
    return crossing;
}

/// Draws softer and softer until no line crosses another. What was softened stays so in later
/// rounds: areas would jump otherwise.
PerCommune<Area> drawn_apart(Boundaries const& map, Line const& border,
                             std::vector<double>& softness, Drawn& drawn)
{
    for (;;) {
        drawn = Pencil{map, border, softness}.draw();
        auto shapes = shapes_of(map, drawn);
        if (!soften(shapes, softness)) {
            return shapes;
        }
    }
}

Line joined_border(std::vector<Piece> const& pieces)
{
    Line line;
    for (auto const& piece : pieces) {
        auto const skip = line.empty() ? 0 : 1;
        line.insert(line.end(), piece.line.begin() + skip, piece.line.end());
    }
    return line;
}

class Fitting {
public:
    explicit Fitting(Facts const& facts)
        : facts_{facts}, border_{border_points(facts)}, outline_{facts, border_}, sites_{sites_of(
                                                                                      facts)},
          weights_(facts.communes.size(), 0.0), softness_(facts.communes.size(), 1.0)
    {
        for (auto const& commune : facts.communes) {
            wanted_.push_back(commune.area);
        }
    }

    /// One round: straight cells that fit, ragged lines, and what these took or gave. Returns the
    /// fit.
    double run(int weight_rounds, Province& province)
    {
        // Chords gain or lose a halving as they grow, so the full step would swing around the
        // answer.
        constexpr double damping = 0.7;
        auto const ring = outline_.of_area(std::accumulate(wanted_.begin(), wanted_.end(), 0.0));
        fit_weights(sites_, wanted_, ring, weight_rounds, weights_);
        Boundaries const straight{PerCommune<Area>{cells(sites_, weights_, ring)}, weld};
        Drawn drawn;
        province.shapes = drawn_apart(straight, border_, softness_, drawn);
        province.border = joined_border(drawn.border);
        province.border_of = PerCommune<geo::MultiLine>{facts_.communes.size()};
        for (auto& piece : drawn.border) {
            province.border_of[piece.commune].push_back(std::move(piece.line));
        }
        double worst = 0.0;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            double const stated = facts_.communes[i].area;
            double const missing =
                stated - geo::area_of(province.shapes[static_cast<CommuneId>(i)]);
            worst = std::max(worst, std::abs(missing) / stated);
            wanted_[i] += damping * missing;
        }
        return worst;
    }

private:
    Facts const& facts_;
    Line border_;
    Outline outline_;
    std::vector<Site> sites_;
    std::vector<double> weights_;
    std::vector<double> softness_;
    std::vector<double> wanted_;  ///< of the straight cells, so that the ragged ones fit
};

}  // namespace

Province build_province(Facts const& facts)
{
    Province province;
    province.worst_fit = 1.0;
    Fitting fitting{facts};
    for (int round = 0; round < 16; ++round) {
        Province next;
        next.worst_fit = fitting.run(round == 0 ? 300 : 60, next);
        if (next.worst_fit < province.worst_fit) {
            province = std::move(next);
        }
    }
    Boundaries const map{province.shapes, 0.01};
    std::vector<CommuneId> all;
    std::ranges::copy(province.shapes.ids(), std::back_inserter(all));
    province.outline = map.outline(all);
    province.neighbours = map.neighbours(geo::Contiguity::rook);
    return province;
}

}  // namespace marchland::lang_son
