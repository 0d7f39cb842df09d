// Columns of days in registers and tables of the programmes. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/dated.hpp"

#include <optional>

namespace marchland::geo {

/// The days of a cell (a month has several); nothing where it is empty, or cannot be read, which is said as an error.
std::optional<Days> days_in(LayerReader& reader, Field const* field, std::size_t row);

/// Columns as_of and expires, of a month or a quarter the last day; for rows without as_of what the study states of the
/// whole layer.
class DatedColumns {
public:
    explicit DatedColumns(LayerReader& reader);

    Dated of(std::size_t row);

private:
    LayerReader& reader_;
    Field const* as_of_;
    Field const* expires_;
    std::optional<Day> stated_;
};

}  // namespace marchland::geo
