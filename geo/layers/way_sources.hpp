// Where the rows of a layer of ways come from: a short table, and a number for each row. Private to
// geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/ways.hpp"

#include <map>
#include <string>
#include <vector>

namespace marchland::geo {

class WaySources {
public:
    /// \param reader  must outlive this.
    WaySources(LayerReader& reader, WayKind kind);

    /// The number of the provenance of a row; what is wrong with its columns is said.
    std::uint32_t of(std::size_t row);
    std::vector<Provenance> take() { return std::move(all_); }

private:
    std::optional<double> confidence_of(std::optional<std::string> const& text, std::size_t row);
    Sensitivity sensitivity_of(std::optional<std::string> const& text, std::size_t row);
    std::string day_of(std::optional<std::string> const& text, std::size_t row);
    std::optional<std::string> cell(Field const* field, char const* key, std::size_t row);

    LayerReader& reader_;
    WayKind kind_;
    Field const* source_;
    Field const* as_of_;
    Field const* licence_;
    Field const* confidence_;
    Field const* sensitivity_;
    std::vector<Provenance> all_;
    std::map<std::string, std::uint32_t> number_;  ///< by all cells together
};

}  // namespace marchland::geo
