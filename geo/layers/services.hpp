/// \file services.hpp
/// Where help is to be had: reception centres, shelters, loans, training, legal aid, liaison offices.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/communes.hpp"
#include "geo/layers/dated.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace marchland::geo {

struct Service {
    std::string id;
    std::string name;
    std::string kind;           ///< a value of the list service_kind
    double capacity = unknown;  ///< persons at once
    std::string opening;        ///< "mon;tue;wed;thu;fri 07:30-16:30"; empty: not known
    std::optional<Day> since;   ///< the first day; nothing: has been there, or not known
    std::optional<Day> until;   ///< the last day; nothing: no end is known
    Dated dated;
    std::optional<Point> at;           ///< working system; nothing: not known where
    std::optional<CommuneId> commune;  ///< as the register says; nothing: it does not
};

/// Whether a text says days of the week, hours of a day ("07:30-11:30;13:00-16:30"), or both in this order.
bool are_opening_hours(std::string_view text);

/// The services of a register in the order of their ids.
///
/// Columns id and kind are required; name, capacity, opening, since, until, as_of, expires, commune and vintage may be
/// absent; the place is the shape, or columns x and y. A kind on no list is an error, and the row is left out.
std::vector<Service> read_services(LayerSource const& source, Communes const& communes,
                                   Findings& findings);

}  // namespace marchland::geo
