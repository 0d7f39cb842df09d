#include "tests/support/drawn_maps.hpp"

#include "geo/random.hpp"

#include <algorithm>
#include <numeric>

namespace marchland::analysis::test {

Neighbours grid_neighbours(std::size_t rows, std::size_t columns)
{
    Neighbours near{rows * columns};
    for (std::size_t i = 0; i < near.size(); ++i) {
        for (std::size_t j = 0; j < near.size(); ++j) {
            auto const apart = [](std::size_t a, std::size_t b) { return a > b ? a - b : b - a; };
            auto const far = std::max(apart(i / columns, j / columns), apart(i % columns, j % columns));
            if (far == 1) {
                near[commune(i)].push_back(commune(j));
            }
        }
    }
    return near;
}

DrawnMap drawn(std::vector<std::string> const& picture)
{
    DrawnMap map;
    map.columns = picture.front().size();
    map.near = grid_neighbours(picture.size(), map.columns);
    for (auto const& row : picture) {
        for (char const sign : row) {
            map.rate.push_back(sign == '?' ? std::numeric_limits<double>::quiet_NaN() : sign - '0');
        }
    }
    return map;
}

Neighbours path_neighbours(std::size_t n) { return grid_neighbours(1, n); }

Neighbours moved(Neighbours const& near, std::vector<std::size_t> const& place)
{
    Neighbours out{near.size()};
    for (auto const id : near.ids()) {
        auto& list = out[commune(place[geo::index_of(id)])];
        for (auto const other : near[id]) {
            list.push_back(commune(place[geo::index_of(other)]));
        }
        std::ranges::sort(list);
    }
    return out;
}

std::vector<std::size_t> shuffled(std::size_t n, std::uint64_t seed)
{
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    geo::Draws draws{geo::Random{seed, "test-order"}};
    for (std::size_t i = n; i > 1; --i) {
        std::swap(order[i - 1], order[draws.below(i)]);
    }
    return order;
}

}  // namespace marchland::analysis::test
