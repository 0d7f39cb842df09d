// Finding the commune that a row of another table means. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/period.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace marchland::geo {

/// Who a row speaks of.
struct Meant {
    bool sound = false;                ///< false: an error was said, leave the row out
    std::optional<CommuneId> commune;  ///< nothing although sound: the record says "unknown"
};

/// The commune of a row, with its vintage checked; says what is wrong.
Meant commune_of(LayerReader& reader, Communes const& communes, Field const* code,
                 Field const* vintage, std::size_t row);

/// A whole row's period, in or out of the study; nothing where it cannot be read, which is said.
std::optional<Period> period_in(LayerReader& reader, Field const* field, std::size_t row);

/// The periods of a table of counts, within the study. A row counts for the months that the study covers: "2025" in
/// a study that ends in June is half a year. Where no month is left, the row counts nothing.
class CoveredPeriods {
public:
    /// \param field  nullptr: there is no such column, and every row is for the whole study.
    CoveredPeriods(LayerReader& reader, Field const* field, Period const& study)
        : reader_{reader}, field_{field}, study_{study}
    {
    }

    /// Nothing where it cannot be read or lies outside; says so.
    std::optional<Period> of(std::size_t row);

    /// What a row counts, for the sum that is told of rows that reach beyond the study.
    void counts(std::size_t row, double amount);

    /// Says how many rows reach beyond the study, and what they count. \param unit  "persons" or the like.
    void finish(std::string const& unit);

private:
    LayerReader& reader_;
    Field const* field_;
    Period study_;
    std::size_t last_cut_ = SIZE_MAX;  ///< the last row that reaches beyond
    std::size_t cut_ = 0;
    double amount_ = 0.0;
};

}  // namespace marchland::geo
