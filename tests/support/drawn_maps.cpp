#include "tests/support/drawn_maps.hpp"

#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <numeric>

namespace marchland::test {

analysis::neighbours::Neighbours grid_neighbours(std::size_t rows, std::size_t columns)
{
    analysis::neighbours::Neighbours near{rows * columns};
    auto const around = [](std::size_t at, std::size_t end) {
        return std::pair{at == 0 ? 0 : at - 1, std::min(at + 1, end - 1)};
    };
    for (std::size_t i = 0; i < near.size(); ++i) {
        auto const [top, bottom] = around(i / columns, rows);
        auto const [left, right] = around(i % columns, columns);
        for (std::size_t row = top; row <= bottom; ++row) {
            for (std::size_t column = left; column <= right; ++column) {
                if (row * columns + column != i) {
                    near[commune(i)].push_back(commune(row * columns + column));
                }
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

analysis::neighbours::Neighbours path_neighbours(std::size_t n)
{
    return grid_neighbours(1, n);
}

analysis::neighbours::Neighbours moved(analysis::neighbours::Neighbours const& near,
                                       std::vector<std::size_t> const& place)
{
    analysis::neighbours::Neighbours out{near.size()};
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

}  // namespace marchland::test
