/// \file communes.hpp
/// The communes of a study: who lives where. If you hold one, it is sound.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/crosswalk.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/job.hpp"
#include "geo/vocabulary/period.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace marchland::geo {

/// \invariant codes are unique, not empty and NFC; all columns have the same size.
struct Communes {
    Crs crs = Crs::wgs84();  ///< of shapes and centres: projected, metres
    std::string vintage;     ///< from when the codes are valid, e.g. 2025-07-01
    PerCommune<std::string> code;
    PerCommune<std::string> name;
    PerCommune<double> population;     ///< persons; NaN where not known
    PerCommune<double> at_risk;        ///< persons; NaN where not known, 0 where nobody
    PerCommune<std::string> district;  ///< former district; empty where the layer has none
    PerCommune<Area> shape;            ///< empty where the file has none
    PerCommune<Point> centre;          ///< inside the shape; (0, 0) where there is no shape
    std::map<std::string, CommuneId, std::less<>> by_code;
    PerCommune<std::string> province;  ///< empty where the layer has none
    PlaceNames names;  ///< of these and of former communes; empty: names are not understood
    /// People of former communes, by code and the day from which it held; empty: not known.
    std::map<std::pair<std::string, std::string>, double> former_people;
    Crosswalk
        former;  ///< what became of the communes before that vintage; empty: the study does not know

    std::size_t size() const { return code.size(); }
    std::optional<CommuneId> find(std::string_view code) const;
    bool has_shape(CommuneId id) const { return !shape[id].empty(); }
    std::string label(CommuneId id) const { return code[id] + " " + name[id]; }
    /// Months in which codes changed, by the crosswalk and the vintage: break lines of series.
    std::vector<Month> reforms() const;
};

/// Reads, repairs and judges the communes. Rows are put in the order of their codes, so that no result
/// depends on the order of the file.
///
/// \param working  system to bring the shapes to; nothing: a fitting one is chosen (see fitting_crs).
/// \returns the communes that are sound, also when findings stop the work, so that other layers can
///          still be checked against them.
/// \param people   false: how many live where is told by a table of its own (see population.hpp), and the layer needs
///          no such column.
Communes read_communes(LayerSource const& source, std::string const& vintage,
                       std::optional<Crs> const& working, Findings& findings, Job const& job = {},
                       bool people = true);

/// Fills `names`, from the communes and `former`. \param own  the study's words.
void index_names(Communes& communes, OwnWords const& own);

/// \namespace marchland::geo
/// \par Example
/// \code
/// geo::Findings findings;
/// auto const communes = geo::read_communes(
///     {.layer = "communes", .source = "communes.gpkg", .columns = {{"id", "code"}}},
///     "2025-07-01", {}, findings);
/// for (auto const& finding : findings) {
///     std::cout << geo::sentence(finding) << "\n";
/// }
/// assert(communes.size() > 0 && !geo::stops_work(findings));
/// \endcode
/// \par Threads  readers may run at once, each with Findings of its own.

}  // namespace marchland::geo
