// Every replicate against the slow twin, and p against all that could have happened.
#include "geo/vocabulary/numbers.hpp"
#include "tests/analysis/scan/scan_twin.hpp"

#include "analysis/scan/isotonic.hpp"
#include "analysis/scan/replicates.hpp"
#include "analysis/scan/scan.hpp"
#include "analysis/scan/search.hpp"
#include "geo/vocabulary/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace marchland::analysis::scan {
namespace {

/// Places on a small grid, so that many are equally far; populations that differ.
struct SmallWorld {
    WindowFamily family;
    ScanProblem problem;
};

struct Kind {
    std::string name;
    ScanModel model{};
    ScanFor rates{};
    std::size_t steps = 1;
    std::uint64_t cases = 20;
    bool ellipses = false;
    bool prospective = false;
};

SmallWorld world_of(Kind const& kind, std::uint64_t seed)
{
    constexpr std::size_t n = 12;
    geo::Draws draws{geo::Random{seed, "test-world"}};
    geo::PerCommune<geo::Point> places;
    for (std::size_t i = 0; i < n; ++i) {
        places.push_back(
            {static_cast<double>(draws.below(4)), static_cast<double>(draws.below(4))});
    }
    SmallWorld made;
    made.family = kind.ellipses ? elliptic_windows(places, {.non_compactness = 1.0})
                                : circular_windows(places);
    auto& problem = made.problem;
    problem.model = kind.model;
    problem.communes = n;
    problem.steps = kind.steps;
    problem.options = {.rates = kind.rates, .replicates = 70, .seed = seed};
    std::vector<double> persons;
    for (std::size_t cell = 0; cell < n * kind.steps; ++cell) {
        persons.push_back(static_cast<double>(20 + draws.below(60)));
    }
    problem.cases.assign(persons.size(), 0);
    for (std::uint64_t c = 0; c < kind.cases; ++c) {
        ++problem.cases[draws.below(persons.size())];
    }
    problem.total_cases = kind.cases;
    problem.weight = whole_weights(persons);
    if (kind.model == ScanModel::bernoulli) {
        problem.weight.assign(persons.begin(), persons.end());
    } else if (kind.model == ScanModel::permutation) {
        std::vector<std::uint64_t> of_step(kind.steps, 0);
        std::vector<std::uint64_t> of_commune(n, 0);
        for (std::size_t cell = 0; cell < persons.size(); ++cell) {
            of_commune[cell / kind.steps] += problem.cases[cell];
            of_step[cell % kind.steps] += problem.cases[cell];
        }
        for (std::size_t cell = 0; cell < persons.size(); ++cell) {
            problem.weight[cell] = of_commune[cell / kind.steps] * of_step[cell % kind.steps];
        }
    }
    problem.total_weight =
        std::accumulate(problem.weight.begin(), problem.weight.end(), std::uint64_t{0});
    problem.size.assign(n, 0.0);
    for (std::size_t cell = 0; cell < persons.size(); ++cell) {
        problem.size[cell / kind.steps] += static_cast<double>(problem.weight[cell]);
    }
    problem.largest = 0.5 * static_cast<double>(problem.total_weight);
    for (std::uint32_t from = 0; from < kind.steps; ++from) {
        for (auto to = from; to < kind.steps && (kind.steps == 1 || to - from < kind.steps / 2);
             ++to) {
            if (!kind.prospective || to + 1 == kind.steps) {
                problem.intervals.push_back({from, to});
            }
        }
    }
    return made;
}

class ScanTwin : public testing::TestWithParam<Kind> {};

TEST_P(ScanTwin, AgreesOnTheDataAndOnEveryReplicate)
{
    double worst = 0.0;
    for (std::uint64_t seed = 1; seed <= (GetParam().ellipses ? 2U : 12U); ++seed) {
        auto const [family, problem] = world_of(GetParam(), seed);
        auto const found = search(problem, family, {});
        auto const twin = twin_best(problem, family, problem.cases);
        double best = 0.0;
        for (auto const& window : found.by_centre) {
            best = std::max(best, window.llr);
        }
        worst = std::max(worst, std::abs(best - twin.llr) / std::max(1.0, twin.llr));
        ReplicateDraws const draws{problem};
        std::vector<std::uint32_t> counts(problem.cases.size());
        ASSERT_EQ(found.maxima.size(), 70U);
        for (std::size_t r = 0; r < found.maxima.size(); ++r) {
            draws(r, counts);
            ASSERT_EQ(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}),
                      problem.total_cases);
            double const slow = twin_best(problem, family, counts).llr;
            worst = std::max(worst, std::abs(found.maxima[r] - slow) / std::max(1.0, slow));
        }
        if (best > 0.0) {
            auto const strongest = std::ranges::max(found.by_centre, {}, &BestWindow::llr);
            std::set<std::uint32_t> members;
            for (auto const id : contents_of(family, strongest.row, strongest.far).members) {
                members.insert(static_cast<std::uint32_t>(id));
            }
            EXPECT_NE(std::ranges::find(twin.members, members), twin.members.end());
        }
    }
    EXPECT_LT(worst, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ScanTwin,
    testing::Values(Kind{"high", ScanModel::poisson, ScanFor::high},
                    Kind{"low", ScanModel::poisson, ScanFor::low},
                    Kind{"both", ScanModel::poisson, ScanFor::both, 1, 200},
                    Kind{"ellipses", ScanModel::poisson, ScanFor::both, 1, 40, true},
                    Kind{"many_cases", ScanModel::poisson, ScanFor::both, 1, 70'000},
                    Kind{"bernoulli", ScanModel::bernoulli, ScanFor::high, 1, 10},
                    Kind{"bernoulli_both", ScanModel::bernoulli, ScanFor::both, 1, 60},
                    Kind{"space_time", ScanModel::poisson, ScanFor::high, 6, 40},
                    Kind{"space_time_both", ScanModel::poisson, ScanFor::both, 6, 40},
                    Kind{"prospective", ScanModel::poisson, ScanFor::high, 6, 40, false, true},
                    Kind{"permutation", ScanModel::permutation, ScanFor::high, 6, 40}),
    [](auto const& kind) { return kind.param.name; });

/// The share of all outcomes that are at least as strong.
struct Exact {
    double as_strong = 0.0;
    double all = 0.0;
    double p() const { return as_strong / all; }
};

void expect_p(double p, double exact, double replicates)
{
    EXPECT_NEAR(p, exact, 4.0 * std::sqrt(exact * (1.0 - exact) / replicates) + 1.0 / replicates);
}

geo::PerCommune<geo::Point> const five_places{
    std::vector<geo::Point>{{0, 0}, {1, 0}, {1, 1}, {3, 0}, {3, 2}}};
std::vector<double> const five_persons{3.0, 1.0, 2.0, 2.0, 4.0};

ScanProblem five(ScanModel model, std::vector<std::uint32_t> const& cases,
                 std::vector<std::uint64_t> weight)
{
    ScanProblem problem{.model = model, .communes = 5, .cases = cases, .weight = std::move(weight)};
    problem.size.assign(problem.weight.begin(), problem.weight.end());
    problem.total_cases = std::accumulate(cases.begin(), cases.end(), std::uint64_t{0});
    problem.total_weight =
        std::accumulate(problem.weight.begin(), problem.weight.end(), std::uint64_t{0});
    problem.largest = 0.5 * static_cast<double>(problem.total_weight);
    problem.intervals = {{0, 0}};
    return problem;
}

TEST(ScanExact, PoissonAgainstEveryWayToDealFiveCases)
{
    auto const family = circular_windows(five_places);
    auto const problem = five(ScanModel::poisson, {1, 3, 1, 0, 0}, {3, 1, 2, 2, 4});
    double const seen = twin_best(problem, family, problem.cases).llr;
    Exact exact;
    for (std::size_t way = 0; way < 3125; ++way) {
        std::vector<std::uint32_t> counts(5, 0);
        double chance = 1.0;
        for (std::size_t c = 0, left = way; c < 5; ++c, left /= 5) {
            ++counts[left % 5];
            chance *= five_persons[left % 5];
        }
        exact.all += chance;
        exact.as_strong += twin_best(problem, family, counts).llr >= seen - 1e-9 ? chance : 0.0;
    }
    auto const found =
        scan_poisson(geo::PerCommune<std::uint32_t>{problem.cases},
                     geo::PerCommune<double>{five_persons}, family, {.replicates = 99'999});
    EXPECT_NEAR(found.clusters.at(0).llr, seen, 1e-12);
    expect_p(found.clusters[0].p_value, exact.p(), 99'999.0);
}

TEST(ScanExact, BernoulliAgainstEveryChoiceOfFiveOfTwelve)
{
    auto const family = circular_windows(five_places);
    auto const problem = five(ScanModel::bernoulli, {3, 1, 0, 1, 0}, {3, 1, 2, 2, 4});
    double const seen = twin_best(problem, family, problem.cases).llr;
    std::array<std::size_t, 12> const home{0, 0, 0, 1, 2, 2, 3, 3, 4, 4, 4, 4};
    Exact exact;
    for (unsigned chosen = 0; chosen < 4096; ++chosen) {
        if (std::popcount(chosen) != 5) {
            continue;
        }
        std::vector<std::uint32_t> counts(5, 0);
        for (std::size_t person = 0; person < 12; ++person) {
            counts[home[person]] += chosen >> person & 1U;
        }
        exact.all += 1.0;
        exact.as_strong += twin_best(problem, family, counts).llr >= seen - 1e-9 ? 1.0 : 0.0;
    }
    geo::PerCommune<std::uint32_t> const controls{std::vector<std::uint32_t>{0, 0, 2, 1, 4}};
    auto const found = scan_bernoulli(geo::PerCommune<std::uint32_t>{problem.cases}, controls,
                                      family, {.replicates = 99'999});
    EXPECT_NEAR(found.clusters.at(0).llr, seen, 1e-12);
    expect_p(found.clusters[0].p_value, exact.p(), 99'999.0);
}

TEST(ScanExact, PermutationAgainstEveryOrderOfSixDates)
{
    auto const family = circular_windows(five_places);
    // Two communes with three cases each; the first has all its cases in the first of four steps.
    std::vector<std::uint32_t> cases(20, 0);
    cases[0] = 2;
    cases[1] = 1;
    cases[4 * 4 + 2] = 1;
    cases[4 * 4 + 3] = 2;
    auto const found = scan_permutation(cases, 4, family, {}, {.replicates = 99'999});
    ASSERT_FALSE(found.clusters.empty());
    ScanProblem problem{.model = ScanModel::permutation, .communes = 5, .steps = 4, .cases = cases};
    problem.total_cases = 6;
    std::array<std::uint64_t, 4> const of_step{2, 1, 1, 2};
    for (std::size_t cell = 0; cell < 20; ++cell) {
        problem.weight.push_back((cell / 4 == 0 || cell / 4 == 4 ? 3U : 0U) * of_step[cell % 4]);
    }
    problem.total_weight = 36;
    problem.size = {18, 0, 0, 0, 18};
    problem.largest = 18;
    problem.intervals = {{0, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 2}, {2, 3}, {3, 3}};
    double const seen = twin_best(problem, family, cases).llr;
    EXPECT_NEAR(found.clusters[0].llr, seen, 1e-12);
    std::array<std::size_t, 6> order{0, 1, 2, 3, 4, 5};
    std::array<std::size_t, 6> const step{0, 0, 1, 2, 3, 3};
    Exact exact;
    do {
        std::vector<std::uint32_t> counts(20, 0);
        for (std::size_t i = 0; i < 6; ++i) {
            ++counts[(i < 3 ? 0U : 16U) + step[order[i]]];
        }
        exact.all += 1.0;
        exact.as_strong += twin_best(problem, family, counts).llr >= seen - 1e-9 ? 1.0 : 0.0;
    } while (std::ranges::next_permutation(order).found);
    expect_p(found.clusters[0].p_value, exact.p(), 99'999.0);
}

TEST(ScanDraws, BinomialHasItsMeanAndVarianceAndShape)
{
    Binomial const binomial{1000};
    for (auto const& [n, p] : std::vector<std::pair<std::uint64_t, double>>{
             {7, 0.3}, {1000, 0.003}, {1000, 0.02}, {400, 0.4}, {1000, 0.9}}) {
        geo::Draws draws{geo::Random{11, "test-binomial"}};
        std::vector<double> seen(n + 1, 0.0);
        constexpr double count = 100'000.0;
        for (double i = 0.0; i < count; i += 1.0) {
            seen[binomial(draws, n, p)] += 1.0 / count;
        }
        double cumulative = 0.0;
        double cumulative_seen = 0.0;
        double worst = 0.0;
        for (std::size_t x = 0; x <= n; ++x) {
            double const k = static_cast<double>(x);
            double const all = static_cast<double>(n);
            cumulative +=
                std::exp(std::lgamma(all + 1) - std::lgamma(k + 1) - std::lgamma(all - k + 1) +
                         k * std::log(p) + (all - k) * std::log1p(-p));
            cumulative_seen += seen[x];
            worst = std::max(worst, std::abs(cumulative - cumulative_seen));
        }
        EXPECT_LT(worst, 1.95 / std::sqrt(count)) << n << " " << p;  // Kolmogorov-Smirnov, 0.1 %
    }
}

TEST(ScanNull, PIsUniformOverAThousandMaps)
{
    constexpr std::size_t maps = 1000;
    constexpr std::size_t n = 64;
    geo::PerCommune<geo::Point> places;
    geo::PerCommune<double> expected;
    geo::Draws draws{geo::Random{5, "test-null"}};
    for (std::size_t i = 0; i < n; ++i) {
        places.push_back({draws.uniform(), draws.uniform()});
        expected.push_back(1.0 + 9.0 * draws.uniform());
    }
    auto const family = circular_windows(places);
    ScanProblem problem{.model = ScanModel::poisson,
                        .communes = n,
                        .weight = whole_weights(expected.span()),
                        .total_cases = 150};
    problem.total_weight =
        std::accumulate(problem.weight.begin(), problem.weight.end(), std::uint64_t{0});
    problem.options.seed = 99;
    ReplicateDraws const worlds{problem};
    std::vector<double> ps;
    std::vector<double> gumbels;
    for (std::size_t map = 0; map < maps; ++map) {
        std::vector<std::uint32_t> cases(n);
        worlds(map, cases);
        auto const found =
            scan_poisson(geo::PerCommune<std::uint32_t>{cases}, expected, family,
                         {.replicates = 199, .seed = 1000 + map}, {}, geo::Job{{}, {}, 1});
        ps.push_back(found.clusters.at(0).p_value);
        gumbels.push_back(found.clusters[0].p_gumbel);
    }
    std::ranges::sort(ps);
    double worst = 0.0;
    for (std::size_t i = 0; i < maps; ++i) {
        worst = std::max(worst, std::abs(ps[i] - (static_cast<double>(i) + 0.5) / maps));
    }
    auto const below = [maps_ = static_cast<double>(maps)](std::vector<double> const& p) {
        return static_cast<double>(std::ranges::count_if(p, [](double x) { return x <= 0.05; })) /
               maps_;
    };
    std::printf("    Kolmogorov-Smirnov %.4f; share with p <= 0.05: rank %.3f, Gumbel %.3f\n",
                worst, below(ps), below(gumbels));
    EXPECT_LT(worst, 1.63 / std::sqrt(1000.0) + 0.5 / 200.0);  // 1 % point, and half a step of p
    EXPECT_NEAR(below(ps), 0.05, 4.0 * std::sqrt(0.05 * 0.95 / 1000.0));
    EXPECT_NEAR(below(gumbels), 0.05, 4.0 * std::sqrt(0.05 * 0.95 / 1000.0) + 0.01);
}

/// The best falling steps by trying every way to cut the rings.
double slow_isotonic(std::vector<double> const& cases, std::vector<double> const& weight)
{
    auto const n = cases.size();  // the last is the outside
    double const all = std::accumulate(cases.begin(), cases.end(), 0.0);
    double const everything = std::accumulate(weight.begin(), weight.end(), 0.0);
    double best = 0.0;
    for (unsigned cuts = 0; cuts < 1U << (n - 1); ++cuts) {
        double llr = 0.0;
        double before = geo::infinite;
        double c = 0.0;
        double w = 0.0;
        bool falls = true;
        for (std::size_t i = 0; i < n; ++i) {
            c += cases[i];
            w += weight[i];
            if (i + 1 == n || (cuts >> i & 1U) != 0) {
                falls = falls && c / w < before;
                before = c / w;
                llr += x_ln(c, all * w / everything);
                c = w = 0.0;
            }
        }
        best = falls ? std::max(best, llr) : best;
    }
    return best;
}

TEST(ScanIsotonic, PoolingFindsTheBestOfAllFallingSteps)
{
    geo::Draws draws{geo::Random{3, "test-isotonic"}};
    for (int round = 0; round < 200; ++round) {
        ScanProblem problem{.model = ScanModel::poisson, .communes = 9};
        ScanRow row;
        std::vector<double> cases;
        std::vector<double> weight;
        for (std::uint32_t i = 0; i < 9; ++i) {
            problem.cases.push_back(static_cast<std::uint32_t>(draws.below(5)));
            problem.weight.push_back(1 + draws.below(4));
            problem.total_cases += problem.cases.back();
            problem.total_weight += problem.weight.back();
            if (i < 6) {
                row.order.push_back(i);
                row.closes.push_back(i == 1 ? 0 : 1);  // the second and third are tied
                row.weight.push_back(problem.total_weight);
            }
            bool const joins = i == 2 || i > 6;
            if (!joins) {
                cases.push_back(0.0);
                weight.push_back(0.0);
            }
            cases.back() += problem.cases.back();
            weight.back() += static_cast<double>(problem.weight.back());
        }
        if (problem.total_cases == 0) {
            continue;
        }
        auto const fit =
            isotonic_fit(row, problem, [&](std::uint32_t i) { return problem.cases[i]; });
        EXPECT_NEAR(fit.llr, slow_isotonic(cases, weight), 1e-9);
    }
}

TEST(ScanIsotonic, FindsARiskThatFadesOut)
{
    geo::PerCommune<geo::Point> places;
    geo::PerCommune<std::uint32_t> cases;
    for (std::size_t i = 0; i < 11; ++i) {
        places.push_back({static_cast<double>(i), 0.0});
        cases.push_back(std::vector<std::uint32_t>{9, 6, 5, 2, 1, 1, 1, 1, 1, 1, 1}[i]);
    }
    geo::PerCommune<double> const equal{11, 1.0};
    auto const flat = scan_poisson(cases, equal, circular_windows(places), {.replicates = 99});
    auto const falling =
        scan_poisson(cases, equal, circular_windows(places), {.replicates = 99, .isotonic = true});
    EXPECT_GT(falling.clusters.at(0).llr, flat.clusters.at(0).llr);
    EXPECT_EQ(falling.clusters[0].centre, static_cast<geo::CommuneId>(0));
    EXPECT_EQ(falling.clusters[0].members.size(), 4U);
    EXPECT_DOUBLE_EQ(falling.clusters[0].p_value, 0.01);
}

}  // namespace
}  // namespace marchland::analysis::scan
