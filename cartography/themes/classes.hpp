/// \file classes.hpp
/// Figures into a few classes, so that a map can be read.
#pragma once

#include <span>
#include <vector>

namespace marchland::cartography {

/// Where one class ends and the next begins.
///
/// Class 0 is below the first break, class n at or above the last; a break belongs to the class
/// above. \invariant breaks are finite and ascend strictly.
class Classes {
public:
    Classes() = default;
    /// Sorts; leaves out repeats and what is not finite.
    explicit Classes(std::vector<double> breaks);

    /// \pre value is not NaN
    int of(double value) const;
    int count() const noexcept { return static_cast<int>(breaks_.size()) + 1; }
    std::vector<double> const& breaks() const noexcept { return breaks_; }

private:
    std::vector<double> breaks_;
};

/// About as many values in each class. Ties stay together, so there may be fewer classes than
/// asked. Values that are not finite do not count.
Classes quantile_classes(std::span<double const> values, int count);

/// Classes equally wide between the least and the greatest value.
Classes equal_classes(std::span<double const> values, int count);

/// The same classes with breaks at two significant digits, which a reader can hold in mind.
Classes rounded(Classes const& classes);

}  // namespace marchland::cartography
