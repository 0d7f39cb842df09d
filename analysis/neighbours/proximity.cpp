#include "analysis/neighbours/proximity.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/text.hpp"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace marchland::analysis::neighbours {
namespace {

using geo::CommuneId;
namespace bg = boost::geometry;
using Spot = bg::model::d2::point_xy<double>;
using Entry = std::pair<Spot, std::uint32_t>;
using Tree = bg::index::rtree<Entry, bg::index::rstar<16>>;

constexpr double gaussian_cut = 3.0;  // bandwidths

struct Near {
    double distance = 0.0;
    CommuneId id{};

    auto operator<=>(Near const&) const = default;
};

[[noreturn]] void refuse(std::string const& what, double found)
{
    throw geo::Error{geo::Trouble::usage,
                     what + " is " + geo::told(found) + "; expected a number above 0"};
}

void check_positive(std::string const& what, double found)
{
    if (!(found > 0.0) || std::isinf(found)) {
        refuse(what, found);
    }
}

/// Places in an R-tree.
class Map {
public:
    explicit Map(Points const& places) : places_{places}
    {
        std::vector<Entry> entries;
        for (auto const id : places.ids()) {
            if (places[id]) {
                entries.emplace_back(Spot{places[id]->x, places[id]->y},
                                     static_cast<std::uint32_t>(id));
            }
        }
        tree_ = Tree{entries};
    }

    /// By distance, then by commune. Asks for one more than k until the last is farther: then no tie is cut
    /// by the order in the tree.
    std::vector<Near> nearest(CommuneId from, std::size_t k) const
    {
        std::size_t const all = tree_.size();
        for (std::size_t ask = k + 2;; ask *= 2) {
            auto found = query(bg::index::nearest(spot(from), static_cast<unsigned>(ask)), from);
            bool const everybody = ask >= all;
            if (everybody || found.back().distance > found.at(k - 1).distance) {
                found.resize(std::min(k, found.size()));
                return found;
            }
        }
    }

    std::vector<Near> within(CommuneId from, double metres) const
    {
        auto const at = *places_[from];
        bg::model::box<Spot> const box{{at.x - metres, at.y - metres},
                                       {at.x + metres, at.y + metres}};
        auto found = query(bg::index::intersects(box), from);
        std::erase_if(found, [&](Near const& one) { return one.distance > metres; });
        return found;
    }

private:
    Spot spot(CommuneId id) const { return {places_[id]->x, places_[id]->y}; }

    template <class Predicate>
    std::vector<Near> query(Predicate const& predicate, CommuneId from) const
    {
        std::vector<Near> found;
        for (auto at = tree_.qbegin(predicate); at != tree_.qend(); ++at) {
            auto const id = static_cast<CommuneId>(at->second);
            if (id != from) {
                found.push_back(
                    {std::hypot(at->first.x() - places_[from]->x, at->first.y() - places_[from]->y),
                     id});
            }
        }
        std::ranges::sort(found);
        return found;
    }

    Points const& places_;
    Tree tree_;
};

std::vector<Link> links(std::vector<Near> const& near)
{
    std::vector<Link> made;
    for (auto const& one : near) {
        made.push_back({one.id, 1.0});
    }
    std::ranges::sort(made, {}, &Link::to);
    return made;
}

double height(Kernel kernel, double u)
{
    switch (kernel) {
    case Kernel::triangular:
        return std::max(0.0, 1.0 - u);
    case Kernel::epanechnikov:
        return 0.75 * std::max(0.0, 1.0 - u * u);
    case Kernel::bisquare:
        return u < 1.0 ? (1.0 - u * u) * (1.0 - u * u) : 0.0;
    default:
        return u <= gaussian_cut ? std::exp(-0.5 * u * u) : 0.0;
    }
}

std::vector<Link> kernel_links(Map const& map, CommuneId from, Kernel kernel, double bandwidth)
{
    double const reach = kernel == Kernel::gaussian ? gaussian_cut * bandwidth : bandwidth;
    std::vector<Link> made;
    for (auto const& one : map.within(from, reach)) {
        double const weight = height(kernel, one.distance / bandwidth);
        if (weight > 0.0) {
            made.push_back({one.id, weight});
        }
    }
    std::ranges::sort(made, {}, &Link::to);
    return made;
}

/// Calls make(map, id) for each commune that has a place.
template <class Make>
Weights for_placed(Points const& places, Make const& make)
{
    Map const map{places};
    Weights weights{places.size()};
    for (auto const id : places.ids()) {
        if (places[id]) {
            weights[id] = make(map, id);
        }
    }
    return weights;
}

std::vector<Near> by_hours(CommuneId from, geo::PerCommune<double> const& hours)
{
    std::vector<Near> reached;
    for (auto const id : hours.ids()) {
        if (id != from && std::isfinite(hours[id])) {
            reached.push_back({hours[id], id});
        }
    }
    std::ranges::sort(reached);
    return reached;
}

/// Calls keep(reached) with the others by rising hours, for each commune.
template <class Keep>
Weights for_reached(std::size_t communes, HoursFrom const& hours, geo::Job const& job,
                    Keep const& keep)
{
    Weights weights{communes};
    std::atomic<std::size_t> done{0};
    geo::for_each_index(communes, job.threads(), [&](std::size_t i) {
        job.at(static_cast<double>(done++) / static_cast<double>(communes));
        auto const from = static_cast<CommuneId>(i);
        auto reached = by_hours(from, hours(from));
        keep(reached);
        weights[from] = links(reached);
    });
    return weights;
}

}  // namespace

Points centres_of(geo::Communes const& communes)
{
    Points places{communes.size()};
    for (auto const id : communes.code.ids()) {
        if (communes.has_shape(id)) {
            places[id] = communes.centre[id];
        }
    }
    return places;
}

std::string_view name_of(Kernel kernel)
{
    constexpr std::array names{std::string_view{"triangular"}, std::string_view{"epanechnikov"},
                               std::string_view{"bisquare"}, std::string_view{"gaussian"}};
    return names.at(static_cast<std::size_t>(kernel));
}

Weights nearest(Points const& places, int k)
{
    check_positive("the number of nearest communes", k);
    return for_placed(places, [k](Map const& map, CommuneId id) {
        return links(map.nearest(id, static_cast<std::size_t>(k)));
    });
}

Weights within(Points const& places, double metres)
{
    check_positive("the distance", metres);
    return for_placed(
        places, [metres](Map const& map, CommuneId id) { return links(map.within(id, metres)); });
}

Weights by_kernel(Points const& places, Kernel kernel, double bandwidth_metres)
{
    check_positive("the bandwidth", bandwidth_metres);
    return for_placed(places, [=](Map const& map, CommuneId id) {
        return kernel_links(map, id, kernel, bandwidth_metres);
    });
}

Weights by_kernel(Points const& places, Kernel kernel, int k)
{
    check_positive("the number of nearest communes", k);
    return for_placed(places, [=](Map const& map, CommuneId id) {
        auto const around = map.nearest(id, static_cast<std::size_t>(k));
        constexpr double a_little_more = 1.0 + 1e-7;
        return around.empty()
                   ? std::vector<Link>{}
                   : kernel_links(map, id, kernel, around.back().distance * a_little_more);
    });
}

Weights within_hours(std::size_t communes, HoursFrom const& hours, double limit_hours,
                     geo::Job const& job)
{
    check_positive("the limit in hours", limit_hours);
    return for_reached(communes, hours, job, [limit_hours](std::vector<Near>& reached) {
        std::erase_if(reached, [&](Near const& one) { return one.distance > limit_hours; });
    });
}

Weights nearest_by_hours(std::size_t communes, HoursFrom const& hours, int k, geo::Job const& job)
{
    check_positive("the number of nearest communes", k);
    return for_reached(communes, hours, job, [k](std::vector<Near>& reached) {
        reached.resize(std::min(reached.size(), static_cast<std::size_t>(k)));
    });
}

Neighbours symmetric(Neighbours const& near)
{
    Neighbours both = near;
    for (auto const id : near.ids()) {
        for (auto const other : near[id]) {
            both[other].push_back(id);
        }
    }
    for (auto& list : both) {
        std::ranges::sort(list);
        auto const repeated = std::ranges::unique(list);
        list.erase(repeated.begin(), repeated.end());
    }
    return both;
}

}  // namespace marchland::analysis::neighbours
