/// \file coverage.hpp
/// Spatial accessibility of services: how far each commune is from the nearest open one of each kind, and how many people
/// live beyond an hour.
/// Keywords: accessibility, travel time, coverage, service gap, catchment.
#pragma once

#include "geo/layers/communes.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marchland::analysis::programmes {

/// Of one service what coverage depends on.
struct ServiceOffer {
    std::string kind;
    bool open = true;  ///< on the day that is asked about
    bool placed =
        true;  ///< false: nobody travels to it, as it is a telephone, or nobody knows where it is
};

struct CoverageInput {
    std::vector<ServiceOffer> services;
    /// One way, by service; infinite where there is no way.
    geo::PerCommune<std::vector<double>> hours;
    geo::PerCommune<double> at_risk;  ///< persons; NaN where not known
    /// 1: hours on the network are not to be believed there; empty: all are.
    geo::PerCommune<std::uint8_t> doubted;
};

struct CoverageOptions {
    double limit_hours = 2.0;  ///< one way; how far people can be asked to come
    double speed_spread =
        0.2;  ///< standard deviation of the logarithm of all times together, as in TravelModel
};

/// no_service: none of the kind is open; not_known: no way is on the network, or its hours are not to be believed.
enum class Reach : std::uint8_t {
    within_hour,
    within_limit,
    beyond_limit,
    cannot_tell,
    no_service,
    not_known
};

struct NearestService {
    std::optional<std::size_t> service;  ///< nothing: no_service or not_known
    double hours = geo::unknown;
    double lower = geo::unknown;  ///< 90 %
    double upper = geo::unknown;
    Reach reach = Reach::not_known;
};

/// Persons of the communes for which it is so, and bounds: surely so, and possibly so. Where hours are not known it is
/// possibly so.
struct Persons {
    double value = 0.0;
    double lower = 0.0;
    double upper = 0.0;
};

struct KindCoverage {
    std::string kind;
    std::size_t open = 0;
    geo::PerCommune<NearestService> nearest;
    Persons within_hour;
    Persons beyond_hour;
    Persons beyond_limit;
    double not_known = 0.0;  ///< persons of communes whose hours are not known; in no value above
};

/// One entry for each kind of which a placed service is registered, in the order of their names. All times are together longer or shorter by the
/// spread: the bounds of hours are exp(± 1.645 spread) times the hours, and those of persons follow from them.
///
/// \throws Error{usage}  sizes differ, or an option is out of range.
/// \par Cost  O(communes x services).
std::vector<KindCoverage> coverage_of(CoverageInput const& input,
                                      CoverageOptions const& options = {});

/// \namespace marchland::analysis::programmes
/// \par Example
/// \code
/// using namespace analysis::programmes;
/// // One shelter, half an hour from 100 people and three hours from 20.
/// CoverageInput const input{
///     .services = {{"shelter"}},
///     .hours = geo::PerCommune<std::vector<double>>{std::vector<std::vector<double>>{{0.5}, {3.0}}},
///     .at_risk = geo::PerCommune<double>{std::vector{100.0, 20.0}},
///     .doubted = {}};
/// auto const shelters = coverage_of(input).front();
/// assert(shelters.within_hour.value == 100.0 && shelters.beyond_limit.value == 20.0);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::programmes
