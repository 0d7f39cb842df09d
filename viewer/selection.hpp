/// \file selection.hpp
/// The communes that are selected: one for all views, so that map and table cannot disagree.
#pragma once

#include "geo/vocabulary/ids.hpp"

#include <QObject>

#include <vector>

namespace marchland::viewer {

class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ascending, each once.
    std::vector<geo::CommuneId> const& communes() const noexcept { return communes_; }
    bool contains(geo::CommuneId id) const;

    void set(std::vector<geo::CommuneId> communes);
    void toggle(geo::CommuneId id);

Q_SIGNALS:
    void changed();  ///< only where the set of communes is another

private:
    std::vector<geo::CommuneId> communes_;
};

}  // namespace marchland::viewer
