#include "analysis/network/snap_rounding.hpp"

#include "analysis/network/grid_predicates.hpp"
#include "geo/shapes/buckets.hpp"
#include "geo/shapes/cell_grid.hpp"
#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::network {
namespace {

/// Pairs looked at between two questions whether to stop.
constexpr std::size_t pairs_between_looks = 1U << 20U;

geo::Point centre_of(GridPoint p)
{
    return {static_cast<double>(p.x), static_cast<double>(p.y)};
}

geo::Box box_of(std::vector<Stretch> const& stretches)
{
    geo::Box box;
    for (auto const& stretch : stretches) {
        box.add(centre_of(stretch.a));
        box.add(centre_of(stretch.b));
    }
    return box.empty() ? geo::Box{0.0, 0.0, 1.0, 1.0} : box;
}

/// Not much shorter than a stretch, so that it is in few cells.
double cell_for(std::vector<Stretch> const& stretches)
{
    double sum = 0.0;
    for (auto const& stretch : stretches) {
        sum += geo::distance(centre_of(stretch.a), centre_of(stretch.b));
    }
    return std::max(1.0,
                    0.4 * sum / static_cast<double>(std::max<std::size_t>(1, stretches.size())));
}

bool may_cross(Stretch const& s, Stretch const& t)
{
    return s.plane == t.plane && s.plane >= 0 && !(s.shared && t.shared);
}

bool boxes_meet(Stretch const& s, Stretch const& t)
{
    return std::min(s.a.x, s.b.x) <= std::max(t.a.x, t.b.x) &&
           std::min(t.a.x, t.b.x) <= std::max(s.a.x, s.b.x) &&
           std::min(s.a.y, s.b.y) <= std::max(t.a.y, t.b.y) &&
           std::min(t.a.y, t.b.y) <= std::max(s.a.y, s.b.y);
}

bool attracted(Stretch const& stretch, std::span<NodeMark const> marks)
{
    return std::ranges::any_of(marks,
                               [&](NodeMark const& mark) { return attracted(stretch, mark); });
}

struct Hit {
    std::uint32_t stretch = 0;
    std::uint32_t node = 0;
};

/// Goes through the cells once: what crosses in a cell, the nodes in it, and what passes their
/// pixels.
class Sweep {
public:
    Sweep(std::vector<Stretch> const& stretches, std::vector<Pin> const& pins)
        : stretches_{stretches}, grid_{box_of(stretches), cell_for(stretches), stretches.size()},
          cells_{grid_.size(),
                 [this](auto const& put) {
                     for (std::size_t s = 0; s < stretches_.size(); ++s) {
                         grid_.along(
                             centre_of(stretches_[s].a), centre_of(stretches_[s].b), 2.0,
                             [&](std::size_t cell) { put(cell, static_cast<std::uint32_t>(s)); });
                     }
                 }},
          pins_{pins}, pins_in_{grid_.size(),
                                [this](auto const& put) {
                                    for (std::size_t i = 0; i < pins_.size(); ++i) {
                                        put(cell_of(pins_[i].at), static_cast<std::uint32_t>(i));
                                    }
                                }},
          first_node_(grid_.size() + 1), rerouted_(stretches.size())
    {
    }

    Noding run(geo::Job const& job)
    {
        for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
            first_node_[cell] = static_cast<std::uint32_t>(made_.nodes.size());
            look_at(cell, job);
        }
        first_node_.back() = static_cast<std::uint32_t>(made_.nodes.size());
        chain_up(job);
        return std::move(made_);
    }

private:
    struct Marked {
        GridPoint at;
        NodeMark mark;
        auto operator<=>(Marked const&) const = default;
    };

    std::size_t cell_of(GridPoint p) const { return grid_.cell_of(centre_of(p)); }

    void look_at(std::size_t cell, geo::Job const& job)
    {
        auto const items = cells_[cell];
        here_.clear();
        marked_.clear();
        for (auto const s : items) {
            here_.push_back(stretches_[s]);
            mark_corners(here_.back(), cell);
        }
        for (auto const pin : pins_in_[cell]) {
            auto const& on = stretches_[pins_[pin].stretch];
            marked_.push_back({pins_[pin].at, {on.plane, false, false, on.shared}});
        }
        for (std::size_t i = 0; i < here_.size(); ++i) {
            cross_with_later(i, cell);
            look(here_.size(), cell, job);
        }
        make_nodes();
        for (std::size_t i = 0; i < here_.size(); ++i) {
            hit_nodes(items[i], here_[i], first_node_[cell]);
            look(made_.nodes.size() - first_node_[cell], cell, job);
        }
        for (auto const pin : pins_in_[cell]) {
            hit_pin(pins_[pin], first_node_[cell]);
        }
    }

    void look(std::size_t pairs, std::size_t cell, geo::Job const& job)
    {
        looked_ += pairs + 1;
        if (looked_ >= pairs_between_looks) {
            looked_ = 0;
            job.at(0.7 * static_cast<double>(cell) / static_cast<double>(cells_.size()));
        }
    }

    void mark_corners(Stretch const& s, std::size_t cell)
    {
        if (cell_of(s.a) == cell) {
            marked_.push_back({s.a, {s.plane, s.ends_at_a, true, s.shared}});
        }
        if (cell_of(s.b) == cell) {
            marked_.push_back({s.b, {s.plane, s.ends_at_b, true, s.shared}});
        }
    }

    void cross_with_later(std::size_t i, std::size_t cell)
    {
        auto const& s = here_[i];
        for (std::size_t j = i + 1; j < here_.size(); ++j) {
            auto const& t = here_[j];
            if (!boxes_meet(s, t) || !may_cross(s, t)) {
                continue;
            }
            auto const at = crossing_pixel(s.a, s.b, t.a, t.b);
            if (at && cell_of(*at) == cell) {  // both are in that cell: found there, and only there
                marked_.push_back({*at, {s.plane, false, false, false}});
            }
        }
    }

    void make_nodes()
    {
        std::ranges::sort(marked_);
        for (std::size_t i = 0; i < marked_.size(); ++i) {
            if (i > 0 && marked_[i] == marked_[i - 1]) {
                continue;
            }
            if (i == 0 || marked_[i].at != marked_[i - 1].at) {
                made_.nodes.push_back(marked_[i].at);
                made_.mark_of.push_back(0);
            }
            made_.marks.push_back(marked_[i].mark);
            made_.mark_of.back() = static_cast<std::uint32_t>(made_.marks.size());
        }
    }

    void hit_nodes(std::uint32_t number, Stretch const& s, std::uint32_t first)
    {
        for (auto node = first; node < made_.nodes.size(); ++node) {
            auto const at = made_.nodes[node];
            auto const how = passing(s.a, s.b, at);
            if (how == Passing::away) {
                continue;
            }
            bool const own = at == s.a || at == s.b;
            if (!own && !attracted(s, made_.marks_at(node))) {
                continue;
            }
            if (how == Passing::through) {
                hits_.push_back({number, node});
            } else {
                rerouted_[number] = true;
            }
        }
    }

    /// The foot of a place is on the stretch but for a rounding.
    void hit_pin(Pin const& pin, std::uint32_t first)
    {
        auto const& s = stretches_[pin.stretch];
        auto const found = std::lower_bound(made_.nodes.begin() + first, made_.nodes.end(), pin.at);
        auto const node = static_cast<std::uint32_t>(found - made_.nodes.begin());
        bool const is_hit = passing(s.a, s.b, pin.at) == Passing::through &&
                            (pin.at == s.a || pin.at == s.b || attracted(s, made_.marks_at(node)));
        if (!is_hit) {
            hits_.push_back({pin.stretch, node});
            rerouted_[pin.stretch] = true;
        }
    }

    void chain_up(geo::Job const& job)
    {
        job.at(0.7);
        geo::Buckets const by_stretch{stretches_.size(), [this](auto const& put) {
                                          for (auto const& hit : hits_) {
                                              put(hit.stretch, hit.node);
                                          }
                                      }};
        made_.chain.reserve(hits_.size());
        hits_ = {};
        made_.first.reserve(stretches_.size() + 1);
        std::vector<std::uint32_t> along;
        for (std::size_t s = 0; s < stretches_.size(); ++s) {
            if (s % 65536 == 0) {
                job.at(0.7 + 0.3 * static_cast<double>(s) / static_cast<double>(stretches_.size()));
            }
            auto const& stretch = stretches_[s];
            made_.first.push_back(static_cast<std::uint32_t>(made_.chain.size()));
            along.assign(by_stretch[s].begin(), by_stretch[s].end());
            put_in_order(along, stretch.a, stretch.b);
            made_.chain.push_back(along.front());
            for (std::size_t i = 1; i < along.size(); ++i) {
                if (rerouted_[s]) {
                    reroute(stretch, along[i - 1], along[i]);
                }
                made_.chain.push_back(along[i]);
            }
        }
        made_.first.push_back(static_cast<std::uint32_t>(made_.chain.size()));
    }

    /// Also without repeats.
    void put_in_order(std::vector<std::uint32_t>& along, GridPoint a, GridPoint b) const
    {
        std::ranges::sort(along, [&](std::uint32_t i, std::uint32_t j) {
            return earlier(a, b, made_.nodes[i], made_.nodes[j]);
        });
        auto const repeats = std::ranges::unique(along);
        along.erase(repeats.begin(), repeats.end());
    }

    /// Puts nodes between two of a chain whose pixels the edge between them passes. Each edge is
    /// shorter than the one before, so this ends.
    void reroute(Stretch const& stretch, std::uint32_t from, std::uint32_t to)
    {
        auto const a = made_.nodes[from];
        auto const b = made_.nodes[to];
        std::vector<std::uint32_t> between;
        grid_.along(centre_of(a), centre_of(b), 2.0, [&](std::size_t cell) {
            for (auto node = first_node_[cell]; node < first_node_[cell + 1]; ++node) {
                if (node != from && node != to &&
                    passing(a, b, made_.nodes[node]) == Passing::through &&
                    attracted(stretch, made_.marks_at(node))) {
                    between.push_back(node);
                }
            }
        });
        if (between.empty()) {
            return;
        }
        put_in_order(between, a, b);
        auto last = from;
        for (auto const node : between) {
            reroute(stretch, last, node);
            made_.chain.push_back(node);
            last = node;
        }
        reroute(stretch, last, to);
    }

    std::vector<Stretch> const& stretches_;
    geo::CellGrid grid_;
    geo::Buckets cells_;
    std::vector<Pin> const& pins_;
    geo::Buckets pins_in_;
    std::vector<std::uint32_t> first_node_;  ///< of a cell
    std::vector<bool> rerouted_;             ///< stretches that nodes are near
    std::vector<Stretch> here_;              ///< in the cell
    std::vector<Marked> marked_;             ///< in the cell
    std::vector<Hit> hits_;
    std::size_t looked_ = 0;
    Noding made_;
};

}  // namespace

GridPoint on_grid(geo::Point metres)
{
    constexpr double farthest_m = 2e7;
    if (!(std::abs(metres.x) <= farthest_m && std::abs(metres.y) <= farthest_m)) {
        throw geo::Error{
            geo::Trouble::usage,
            "a way has a point farther than 20 000 km from the origin of the working system; "
            "check the reference systems of the layers"};
    }
    return {static_cast<std::int32_t>(std::floor(metres.x * 100.0 + 0.5)),
            static_cast<std::int32_t>(std::floor(metres.y * 100.0 + 0.5))};
}

geo::Point in_metres(GridPoint p)
{
    return {static_cast<double>(p.x) / 100.0, static_cast<double>(p.y) / 100.0};
}

bool attracted(Stretch const& stretch, NodeMark const& mark)
{
    if (stretch.closed || (stretch.shared && mark.shared)) {
        return false;
    }
    return mark.end || (mark.plane >= 0 && mark.plane == stretch.plane);
}

Noding snap_rounded(std::vector<Stretch> const& stretches, std::vector<Pin> const& pins,
                    geo::Job const& job)
{
    job.at(0.0);
    return Sweep{stretches, pins}.run(job);
}

std::vector<Edge> distinct_edges(Noding const& noding)
{
    geo::Buckets const by_lower{noding.nodes.size(), [&](auto const& put) {
                                    for (std::size_t s = 0; s + 1 < noding.first.size(); ++s) {
                                        auto const along = noding.along(s);
                                        for (std::size_t i = 1; i < along.size(); ++i) {
                                            put(std::min(along[i - 1], along[i]),
                                                std::max(along[i - 1], along[i]));
                                        }
                                    }
                                }};
    std::vector<Edge> edges;
    edges.reserve(noding.chain.size());
    std::vector<std::uint32_t> others;
    for (std::uint32_t node = 0; node < noding.nodes.size(); ++node) {
        others.assign(by_lower[node].begin(), by_lower[node].end());
        std::ranges::sort(others);
        auto const repeats = std::ranges::unique(others);
        others.erase(repeats.begin(), repeats.end());
        for (auto const other : others) {
            edges.push_back({node, other});
        }
    }
    return edges;
}

}  // namespace marchland::analysis::network
