/// \file column.hpp
/// A column of a table: one value for each row, reached only by the id of that table.
#pragma once

#include "geo/vocabulary/ids.hpp"

#include <cstddef>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

namespace marchland::geo {

template <class Id, class T>
class Column {
public:
    Column() = default;
    explicit Column(std::size_t size, T const& value = T{}) : values_(size, value) {}
    explicit Column(std::vector<T> values) : values_{std::move(values)} {}

    T& operator[](Id id) { return values_[static_cast<std::size_t>(id)]; }
    T const& operator[](Id id) const { return values_[static_cast<std::size_t>(id)]; }

    std::size_t size() const noexcept { return values_.size(); }
    bool empty() const noexcept { return values_.empty(); }
    void push_back(T value) { values_.push_back(std::move(value)); }

    auto begin() noexcept { return values_.begin(); }
    auto end() noexcept { return values_.end(); }
    auto begin() const noexcept { return values_.begin(); }
    auto end() const noexcept { return values_.end(); }

    /// Every id of this column, in order.
    auto ids() const
    {
        return std::views::iota(std::size_t{0}, values_.size()) |
               std::views::transform([](std::size_t i) { return static_cast<Id>(i); });
    }

    std::span<T const> span() const noexcept { return values_; }

    bool operator==(Column const&) const = default;

private:
    std::vector<T> values_;
};

template <class T>
using PerCommune = Column<CommuneId, T>;

template <class Id>
constexpr std::size_t index_of(Id id)
{
    return static_cast<std::size_t>(id);
}

}  // namespace marchland::geo
