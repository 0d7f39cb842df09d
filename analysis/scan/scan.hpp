/// \file scan.hpp
/// Clusters by the spatial and space-time scan statistic: where more persons (or fewer) were found
/// than chance arranges, with one p-value that already counts all windows looked at.
#pragma once

#include "analysis/scan/windows.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::analysis::scan {

enum class ScanFor : std::uint8_t { high, low, both };

/// Which weaker clusters are listed beside a stronger one.
enum class SecondaryRule : std::uint8_t {
    no_overlap,             ///< no commune in common with a stronger cluster
    no_centre_in_stronger,  ///< its centre is in no stronger cluster
};

struct ScanOptions {
    ScanFor rates = ScanFor::high;
    /// of the expected (or of the population given), in a window; in (0, 0.5]
    double max_share = 0.5;
    int replicates = 999;  ///< 1 to 999,999
    std::uint64_t seed = 1;
    SecondaryRule secondary = SecondaryRule::no_overlap;
    bool isotonic = false;  ///< risk falls in steps with distance; high rates without time only
    int stop_after = 0;     ///< stop once so many replicates were as strong; 0: never
};

/// Time in equal steps, as whole numbers from 0.
struct ScanTime {
    bool prospective = false;     ///< only periods that reach the last step
    double max_share = 0.5;       ///< of the steps, in a cluster; in (0, 1]
    bool whole_time_too = false;  ///< also clusters that last all the time
};

struct ScanCluster {
    geo::CommuneId centre{};
    std::vector<geo::CommuneId> members;  ///< ascending
    double radius = 0.0;  ///< how far the farthest member is, as the family counts it
    WindowMeasure measure{};
    double shape = 1.0;  ///< of an ellipse, else 1
    double angle = 0.0;
    std::uint64_t cases = 0;
    double expected = 0.0;
    double relative_risk = 0.0;  ///< inside over outside; infinite where nobody is outside
    double llr = 0.0;       ///< logarithm of the likelihood ratio, with the penalty of its shape
    double p_value = 1.0;   ///< (r + 1) / (replicates + 1); r / replicates where stopped early
    double p_gumbel = 1.0;  ///< from a Gumbel law fitted to the maxima; NaN: they are all equal
    int period_from = 0;    ///< first and last step; 0 and 0 without time
    int period_to = 0;
};

struct Scan {
    std::vector<ScanCluster> clusters;  ///< strongest first; every one the rule lets stand
    std::vector<double> maxima;         ///< of each replicate, in their order
    double gumbel_location = 0.0;
    double gumbel_scale = 0.0;
    std::uint64_t cases = 0;
    std::uint64_t windows = 0;  ///< looked at in the data (times periods), ties closed
    std::string note;           ///< why there is no answer; empty where there is one
    ScanOptions options;
};

/// Spatial scan of counts against what is expected (discrete Poisson).
///
/// \param cases     detected persons of each commune.
/// \param expected  any non-negative measure of how many to expect: population x effort x
///      covariates; it is scaled so that its sum is that of the cases.
/// \param size      what max_share is a share of, e.g. population; empty: the expected.
/// The answer depends on the arguments only, not on the number of threads.
/// \throws Error{usage} sizes differ, an option is out of range, a value is negative or not
///      finite, or a commune has cases where none can be expected; Cancelled.
/// \par Source  Kulldorff (1997) Communications in Statistics 26, 1481-1496; Abrams, Kleinman,
///      Kulldorff (2010) International Journal of Health Geographics 9, 61 (Gumbel); Kulldorff
///      (1999) in Scan Statistics and Applications (isotonic); Besag, Clifford (1991) Biometrika
///      78, 301-304 (stopping).
/// \par Cost    O(rows x (communes + windows x replicates / 32)); memory O(communes x replicates),
///      at most 256 MB of it at a time.
Scan scan_poisson(geo::PerCommune<std::uint32_t> const& cases,
                  geo::PerCommune<double> const& expected, WindowFamily const& family,
                  ScanOptions const& options = {}, geo::PerCommune<double> const& size = {},
                  geo::Job const& job = {});

/// Spatial scan of cases among cases and controls (Bernoulli).
Scan scan_bernoulli(geo::PerCommune<std::uint32_t> const& cases,
                    geo::PerCommune<std::uint32_t> const& controls, WindowFamily const& family,
                    ScanOptions const& options = {}, geo::Job const& job = {});

/// Space-time scan of counts against what is expected (discrete Poisson).
/// \param cases, expected  by commune, then by step of time: [commune x steps + step]; up to
///        400 steps.
Scan scan_space_time(std::span<std::uint32_t const> cases, std::span<double const> expected,
                     std::size_t steps, WindowFamily const& family, ScanTime const& time = {},
                     ScanOptions const& options = {}, geo::Job const& job = {});

/// Space-time scan of cases alone: are those of one place closer in time than the dates of all
/// cases, dealt out again among them, would be? Purely spatial and temporal differences cancel.
///
/// \par Source  Kulldorff, Heffernan, Hartman, Assuncao, Mostashari (2005) PLoS Medicine 2, e59.
Scan scan_permutation(std::span<std::uint32_t const> cases, std::size_t steps,
                      WindowFamily const& family, ScanTime const& time = {},
                      ScanOptions const& options = {}, geo::Job const& job = {});

/// One cluster for a reader: "9 communes around Tan Thanh: 14 persons detected, 5.2 expected; 2.7
/// times the level elsewhere; chance p = 0.003".
///
/// \param period  "2024-01 to 2024-06", or empty.
std::string plain_words(ScanCluster const& cluster, std::string_view centre_name,
                        std::string_view period = {});

/// \namespace marchland::analysis::scan
/// \par Example
/// \code
/// using namespace analysis::scan;
/// geo::PerCommune<geo::Point> const places{
///     std::vector<geo::Point>{{0, 0}, {1000, 0}, {5000, 0}, {9000, 0}, {14000, 0}}};
/// geo::PerCommune<std::uint32_t> const cases{std::vector<std::uint32_t>{9, 8, 1, 1, 1}};
/// geo::PerCommune<double> const expected{5, 4.0};
/// auto const scan = scan_poisson(cases, expected, circular_windows(places));
/// assert(scan.clusters.front().members.size() == 2 && scan.clusters.front().cases == 17);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.
///      WindowFamily::distances is called by several threads.

}  // namespace marchland::analysis::scan
