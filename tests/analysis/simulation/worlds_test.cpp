// Clusters found and not found, and patrols that look harder: docs/methods/worlds.md.
#include "analysis/hotspots/hotspots.hpp"
#include "analysis/rates/rates.hpp"
#include "analysis/scan/scan.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/square_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <vector>

namespace marchland::analysis::simulation {
namespace {

using Numbers = geo::PerCommune<double>;

constexpr std::size_t side = 12;

/// Rates and scans ask for no unit.
Numbers exposure_of(risk::RiskInput const& input)
{
    auto exposure = input.at_risk;
    for (auto const id : exposure.ids()) {
        exposure[id] *= input.effort[id];
    }
    return exposure;
}

geo::PerCommune<std::uint32_t> whole(Numbers const& cases)
{
    geo::PerCommune<std::uint32_t> counts;
    for (double const count : cases) {
        counts.push_back(static_cast<std::uint32_t>(count));
    }
    return counts;
}

TEST(World, ByHand)
{
    // 1000, 2000 and 1000 people in a row, the first at four times the risk: weights 4000, 2000,
    // 1000, so risk against the mean is 4, 1, 1 over 7/4. Seven detected a year, half of all: 14
    // victims, 8, 4 and 2.
    auto map = test::squares(3);
    map.near = test::path_neighbours(9);
    map.communes.at_risk = Numbers{9, 0.0};
    map.communes.at_risk[test::commune(0)] = 1000.0;
    map.communes.at_risk[test::commune(1)] = 2000.0;
    map.communes.at_risk[test::commune(2)] = 1000.0;
    WorldOptions options{.family = WorldFamily::clusters,
                         .persons_a_year = 7.0,
                         .groups = 1,
                         .members = 1,
                         .times = 4.0};
    World world;
    do {  // until chance plants the first
        ++options.seed;
        world = simulate(map.communes, map.near, options);
    } while (world.planted[test::commune(0)] == 0);
    EXPECT_NEAR(world.relative_risk[test::commune(0)], 16.0 / 7.0, 1e-12);
    EXPECT_NEAR(world.relative_risk[test::commune(2)], 4.0 / 7.0, 1e-12);
    EXPECT_NEAR(world.reporting[test::commune(0)], 0.5, 1e-12);
    EXPECT_NEAR(world.persons[test::commune(0)], 8.0, 1e-12);
    EXPECT_NEAR(world.persons[test::commune(1)], 4.0, 1e-12);
    EXPECT_NEAR(world.persons[test::commune(2)], 2.0, 1e-12);
}

// ---- planted clusters

/// How strongly a method speaks for a commune; 0: not at all.
using Alarm =
    std::function<Numbers(test::Squares const&, risk::RiskInput const&, std::uint64_t seed)>;

Numbers of_high_high(hotspots::LocalMoran const& local)
{
    Numbers alarm{local.pattern.size(), 0.0};
    for (auto const id : alarm.ids()) {
        alarm[id] =
            local.pattern[id] == hotspots::Pattern::high_high ? 1.0 - local.p_greater[id] : 0.0;
    }
    return alarm;
}

/// What many tools offer: local Moran of Marshall's rates; effort is not known to it.
Numbers plain_eb_lisa(test::Squares const& map, risk::RiskInput const& input, std::uint64_t seed)
{
    auto const rates = rates::rates_of(input.cases, input.at_risk, map.near);
    return of_high_high(
        hotspots::local_moran(rates.eb, map.near, {.permutations = 9999, .seed = seed}));
}

Numbers hotspots(test::Squares const& map, risk::RiskInput const& input, std::uint64_t seed)
{
    auto const rates = rates::rates_of(input.cases, exposure_of(input), map.near);
    return of_high_high(
        hotspots::local_moran(rates.standardised, map.near, {.permutations = 9999, .seed = seed}));
}

Numbers exceedance(test::Squares const&, risk::RiskInput const& input, std::uint64_t seed)
{
    return risk::risk_of(input, {.draws = 1000, .seed = seed, .model = risk::RiskModel::bym2})
        .exceedance;
}

Numbers scan_clusters(test::Squares const& map, risk::RiskInput const& input, std::uint64_t seed)
{
    auto const scan = scan::scan_poisson(whole(input.cases), exposure_of(input),
                                         scan::circular_windows(map.communes.centre),
                                         {.replicates = 99, .seed = seed});
    Numbers alarm{input.cases.size(), 0.0};
    for (auto const& cluster : scan.clusters) {
        for (auto const id : cluster.members) {
            alarm[id] = std::max(alarm[id], cluster.llr);
        }
    }
    return alarm;
}

constexpr std::uint64_t maps = 100;

struct Alarms {
    std::vector<double> planted;     ///< of each planted commune
    std::vector<double> elsewhere;   ///< of each other commune
    std::vector<double> clusters;    ///< the strongest within each planted cluster
    std::vector<double> of_nothing;  ///< the strongest of each map on which nothing is planted
};

double share_at(std::vector<double> const& alarms, double limit)
{
    return static_cast<double>(
               std::ranges::count_if(alarms, [limit](double x) { return x >= limit; })) /
           static_cast<double>(alarms.size());
}

/// Least limit at which no more than this share are alarms.
double limit_for(std::vector<double> alarms, double share)
{
    std::ranges::sort(alarms, std::greater{});
    auto const most = static_cast<std::size_t>(share * static_cast<double>(alarms.size()));
    return std::nextafter(alarms[std::min(most, alarms.size() - 1)], 1e300);
}

Alarms alarms_of(Alarm const& method, double reporting_ratio)
{
    auto const map = test::squares(side);
    Alarms alarms;
    for (std::uint64_t seed = 1; seed <= maps; ++seed) {
        auto const of = [&](WorldFamily family) {
            return test::thin_world(family, reporting_ratio, side * side, seed);
        };
        auto const world = simulate(map.communes, map.near, of(WorldFamily::clusters));
        auto const alarm = method(map, test::told(map, world), seed);
        std::vector<double> strongest(2, 0.0);
        for (auto const id : alarm.ids()) {
            if (auto const number = world.planted[id]; number > 0) {
                alarms.planted.push_back(alarm[id]);
                auto& of_cluster = strongest.at(static_cast<std::size_t>(number) - 1);
                of_cluster = std::max(of_cluster, alarm[id]);
            } else {
                alarms.elsewhere.push_back(alarm[id]);
            }
        }
        alarms.clusters.insert(alarms.clusters.end(), strongest.begin(), strongest.end());
        auto const nothing = simulate(map.communes, map.near, of(WorldFamily::null));
        alarms.of_nothing.push_back(std::ranges::max(method(map, test::told(map, nothing), seed)));
    }
    return alarms;
}

/// At equal shares of false alarms: among communes that are not planted, and among maps without
/// any.
struct Power {
    double communes = 0.0;
    double clusters = 0.0;
};

Power power_of(char const* name, Alarm const& method, double reporting_ratio, double false_communes)
{
    auto const alarms = alarms_of(method, reporting_ratio);
    Power const power{share_at(alarms.planted, limit_for(alarms.elsewhere, false_communes)),
                      share_at(alarms.clusters, limit_for(alarms.of_nothing, 0.05))};
    std::printf("    %-28s %5.1f %% of planted communes, %5.1f %% of clusters\n", name,
                100.0 * power.communes, 100.0 * power.clusters);
    return power;
}

class Planted : public testing::TestWithParam<double> {};

TEST_P(Planted, AreFoundAtLeastAsOftenAsWithPlainRatesAndLisa)
{
    constexpr double false_communes = 0.02;
    // two standard errors, clusters as units
    double const error = 2.0 * std::sqrt(0.25 / (2.0 * maps));
    auto const power = [&](char const* name, Alarm const& method) {
        return power_of(name, method, GetParam(), false_communes);
    };
    auto const plain = power("plain EB and LISA", plain_eb_lisa);
    auto const standardised = power("hotspots", hotspots);
    auto const model = power("P(risk above the region)", exceedance);
    auto const scan = power("scan", scan_clusters);
    // Where reporting is even, plain rates know all there is to know: as often, within chance.
    double const least_gain = GetParam() > 1.0 ? 0.0 : -error;
    EXPECT_GE(standardised.communes - plain.communes, least_gain);
    EXPECT_GE(model.communes - plain.communes, least_gain);
    EXPECT_GE(model.clusters - plain.clusters, 0.0);
    EXPECT_GE(scan.clusters - plain.clusters, 0.0);
    if (GetParam() > 1.0) {  // even: fewer by map than plain rates, see docs/methods/worlds.md
        EXPECT_GE(standardised.clusters - plain.clusters, 0.0);
    }
}

INSTANTIATE_TEST_SUITE_P(WorldClusters, Planted, testing::Values(1.0, 4.0),
                         [](auto const& one) { return one.param > 1.0 ? "FourFold" : "Even"; });

// ---- nothing planted

TEST(WorldNull, HotspotsAreNoMoreOftenFalseThanPromised)
{
    auto const map = test::squares(side);
    int with_finds = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        auto const world = simulate(map.communes, map.near,
                                    test::thin_world(WorldFamily::null, 4.0, side * side, seed));
        auto const input = test::told(map, world);
        auto const rates = rates::rates_of(input.cases, exposure_of(input), map.near);
        auto const found =
            hotspots::find_hotspots(rates.standardised, map.near, {.test = {.seed = seed}});
        with_finds += found.clusters.empty() ? 0 : 1;
    }
    std::printf("    null maps with a hotspot: %d of 1000\n", with_finds);
    EXPECT_LE(with_finds, 50 + 27);  // 4 standard errors of a 5 % share
}

TEST(WorldNull, ScanClustersAreNoMoreOftenFalseThanPromised)
{
    auto const map = test::squares(side);
    auto const circles = scan::circular_windows(map.communes.centre);
    std::vector<double> p;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        auto const world = simulate(map.communes, map.near,
                                    test::thin_world(WorldFamily::null, 4.0, side * side, seed));
        auto const input = test::told(map, world);
        auto const scan = scan::scan_poisson(whole(input.cases), exposure_of(input), circles,
                                             {.replicates = 199, .seed = seed});
        p.push_back(scan.clusters.front().p_value);
    }
    std::ranges::sort(p);
    double farthest = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        auto const n = static_cast<double>(p.size());
        farthest = std::max({farthest, std::abs(p[i] - static_cast<double>(i) / n),
                             std::abs(p[i] - static_cast<double>(i + 1) / n)});
    }
    auto const finds = std::ranges::count_if(p, [](double x) { return x <= 0.05; });
    std::printf("    null maps with a scan cluster: %d of 200; p is off uniform by %.3f at most\n",
                static_cast<int>(finds), farthest);
    EXPECT_LE(finds, 10 + 12);                      // 4 standard errors of a 5 % share
    EXPECT_LT(farthest, 1.628 / std::sqrt(200.0));  // Kolmogorov-Smirnov at 1 %
}

// ---- Pingxiang

/// Cases that the model expects where it has found `cases`. The level is that at which all cases
/// add up.
double fitted(risk::RiskInput const& input, risk::Risk const& risk, geo::CommuneId place)
{
    double cases = 0.0;
    double sum = 0.0;
    for (auto const id : input.cases.ids()) {
        cases += input.cases[id];
        sum += risk.exposure[id] * risk.relative_risk[id];
    }
    return cases * risk.exposure[place] * risk.relative_risk[place] / sum;
}

/// Effort at which the persons found there are those that the model expects there: what is found
/// tells nothing new but certainty.
risk::RiskInput in_accord(risk::RiskInput input, geo::CommuneId place, double cases,
                          risk::RiskOptions const& options)
{
    input.cases[place] = cases;
    for (int round = 0; round < 12; ++round) {
        input.effort[place] *= cases / fitted(input, risk::risk_of(input, options), place);
    }
    return input;
}

TEST(WorldEffort, LookingHarderMovesRanksByTwoPlacesAtMost)
{
    auto const map = test::squares(side);
    risk::RiskOptions const options{.draws = 200, .model = risk::RiskModel::bym2};
    std::int64_t farthest = 0;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        auto const world = simulate(map.communes, map.near,
                                    test::thin_world(WorldFamily::smooth, 4.0, side * side, seed));
        auto const input = test::told(map, world);
        for (std::size_t const where : {0U, 40U, 77U, 100U, 143U}) {
            auto const place = test::commune(where);
            auto const before = in_accord(input, place, 3.0, options);
            auto harder = before;
            harder.cases[place] *= 47.0;
            harder.effort[place] *= 47.0;
            auto const first = risk::risk_of(before, options);
            auto const then = risk::risk_of(harder, options);
            auto const moved = std::abs(first.rank[place] - then.rank[place]);
            farthest = std::max(farthest, moved);
            EXPECT_LE(moved, 2) << "world " << seed << ", commune " << where;
            EXPECT_LT(then.upper[place] / then.lower[place],
                      first.upper[place] / first.lower[place]);
        }
    }
    std::printf("    47 times the effort: rank moved by %d at most\n", static_cast<int>(farthest));
}

TEST(WorldEffort, WhereNobodyLookedNothingIsKnownAndNobodyIsLow)
{
    auto const map = test::squares(side);
    for (auto const family :
         {WorldFamily::null, WorldFamily::smooth, WorldFamily::clusters, WorldFamily::corridor}) {
        auto input = test::told(
            map, simulate(map.communes, map.near, test::thin_world(family, 4.0, side * side, 3)));
        for (std::size_t const where : {0U, 40U, 77U, 143U}) {
            auto const place = test::commune(where);
            auto looked = input;
            looked.cases[place] = 0.0;
            looked.effort[place] *= 20.0;
            input.cases[place] = 0.0;
            input.effort[place] = 0.0;
            risk::RiskOptions const options{.draws = 400, .model = risk::RiskModel::bym2};
            auto const unseen = risk::risk_of(input, options);
            auto const seen = risk::risk_of(looked, options);
            EXPECT_EQ(unseen.evidence[place], risk::Evidence::none);
            EXPECT_EQ(unseen.rank[place], 0);
            EXPECT_GT(unseen.relative_risk[place],
                      seen.relative_risk[place]);  // no find after a long look is low
            EXPECT_GE(unseen.upper[place], 1.0);   // no look is not
        }
    }
}

}  // namespace
}  // namespace marchland::analysis::simulation
