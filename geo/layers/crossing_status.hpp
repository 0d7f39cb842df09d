// Whether a crossing is open, as registers say it. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/crossings.hpp"

#include <string>
#include <unordered_map>

namespace marchland::geo {

/// Reads "đóng cửa từ 2020", "Closed", "tạm dừng thông quan", "open; planned upgrade". A word on no list never means
/// open: it is said, and the crossing taken as closed until somebody says what it stands for.
class StatusColumn {
public:
    explicit StatusColumn(LayerReader& reader);

    CrossingStatus of(std::size_t row);

private:
    LayerReader& reader_;
    Field const* field_;
    std::unordered_map<std::string, std::optional<std::string>>
        known_;  ///< cell -> value of the list
};

}  // namespace marchland::geo
