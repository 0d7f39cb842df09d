#include "viewer/selection.hpp"

#include <algorithm>

namespace marchland::viewer {

bool Selection::contains(geo::CommuneId id) const
{
    return std::ranges::binary_search(communes_, id);
}

void Selection::set(std::vector<geo::CommuneId> communes)
{
    std::ranges::sort(communes);
    auto const repeats = std::ranges::unique(communes);
    communes.erase(repeats.begin(), repeats.end());
    if (communes != communes_) {
        communes_ = std::move(communes);
        Q_EMIT changed();
    }
}

void Selection::toggle(geo::CommuneId id)
{
    auto communes = communes_;
    if (contains(id)) {
        std::erase(communes, id);
    } else {
        communes.push_back(id);
    }
    set(std::move(communes));
}

}  // namespace marchland::viewer
