// Which way to make a list of 20 communes reaches the most victims, in worlds whose truth is known?
#include "analysis/risk/risk.hpp"
#include "analysis/trends/validation.hpp"
#include "bench/decisions/lists.hpp"
#include "bench/decisions/shapes.hpp"
#include "bench/decisions/twin.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/text.hpp"

#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <thread>

namespace marchland::decisions {
namespace {

constexpr int list_length = 20;
constexpr double normal_95 = 1.6449;  // 90 % of a normal distribution lie within this on both sides

struct Setting {
    std::string name;
    analysis::simulation::WorldOptions world;
};

std::vector<Setting> settings()
{
    std::vector<Setting> all;
    for (double const ratio : {1.0, 4.0}) {
        for (auto const family :
             {analysis::simulation::WorldFamily::null, analysis::simulation::WorldFamily::smooth,
              analysis::simulation::WorldFamily::clusters,
              analysis::simulation::WorldFamily::corridor}) {
            all.push_back({std::string{name_of(family)} +
                               (ratio > 1.0 ? ", reporting x4" : ", reporting even"),
                           {.family = family, .reporting_ratio = ratio}});
        }
    }
    all.push_back({"smooth, reporting x4, indicator",
                   {.family = analysis::simulation::WorldFamily::smooth,
                    .reporting_ratio = 4.0,
                    .indicator = 0.6}});
    return all;
}

/// What the twins know of each family; found once.
class Twins {
public:
    explicit Twins(Border const& border)
        : people_{border.communes.at_risk}, clusters_{border.near,
                                                      analysis::simulation::WorldOptions{}.groups,
                                                      analysis::simulation::WorldOptions{}.members},
          corridor_{border.near, 8,
                    analysis::simulation::WorldOptions{}.groups *
                        analysis::simulation::WorldOptions{}.members},
          field_{field_covariance(analysis::simulation::smoother(
              border.communes, analysis::simulation::WorldOptions{}.reach))},
          of_neighbours_{neighbour_covariance(border.near)},
          of_clusters_{from(clusters_.covariance())}, of_corridor_{from(corridor_.covariance())}
    {
    }

    /// Knows covariance and reporting; the indicator too where `informed`.
    Score ideal(Seen const& seen, analysis::simulation::World const& world,
                analysis::simulation::WorldOptions const& options, bool informed) const
    {
        if (options.family == analysis::simulation::WorldFamily::null) {
            return people_;
        }
        auto const covariance = covariance_of(options);
        auto const n = covariance.rows();
        LogRisk prior{Eigen::VectorXd::Zero(n), covariance};
        if (informed) {
            // indicator = r z + noise, z = log risk in standard deviations
            double const r = options.indicator;
            Eigen::VectorXd const told =
                Eigen::Map<Eigen::VectorXd const>(&*seen.indicator.begin(), n);
            prior = seen_through(covariance, told * (options.spread / r),
                                 options.spread * options.spread * (1.0 - r * r) / (r * r));
        }
        auto const counts = counts_of(seen, world);
        return scored(twin_risk(prior, counts.cases, counts.expected));
    }

    /// Supposes what BYM2 does, knows the true reporting, the spread and how much of it is shared.
    Score by_neighbours(Seen const& seen, analysis::simulation::World const& world,
                        analysis::simulation::WorldOptions const& options) const
    {
        auto const prior = shared(of_neighbours_, options);
        auto const counts = counts_of(seen, world);
        return scored(
            twin_risk({Eigen::VectorXd::Zero(prior.rows()), prior}, counts.cases, counts.expected));
    }

    /// Knows the shapes, and by how much the risk is higher.
    Score by_shape(Seen const& seen, analysis::simulation::World const& world,
                   analysis::simulation::WorldOptions const& options) const
    {
        Shapes const& shapes = options.family == analysis::simulation::WorldFamily::clusters
                                   ? static_cast<Shapes const&>(clusters_)
                                   : static_cast<Shapes const&>(corridor_);
        return scored(shapes.risk(counts_of(seen, world), options.times));
    }

private:
    static Eigen::MatrixXd from(std::vector<double> const& rows)
    {
        auto const n =
            static_cast<Eigen::Index>(std::lround(std::sqrt(static_cast<double>(rows.size()))));
        return Eigen::Map<Eigen::MatrixXd const>(rows.data(), n, n);
    }

    Eigen::MatrixXd covariance_of(analysis::simulation::WorldOptions const& options) const
    {
        double const step = std::log(options.times);
        if (options.family == analysis::simulation::WorldFamily::clusters) {
            return step * step * of_clusters_;
        }
        if (options.family == analysis::simulation::WorldFamily::corridor) {
            return step * step * of_corridor_;
        }
        return shared(field_, options);
    }

    static Eigen::MatrixXd shared(Eigen::MatrixXd const& field,
                                  analysis::simulation::WorldOptions const& options)
    {
        Eigen::MatrixXd covariance = options.smooth_share * field;
        covariance.diagonal().array() += 1.0 - options.smooth_share;
        return options.spread * options.spread * covariance;
    }

    Counts counts_of(Seen const& seen, analysis::simulation::World const& world) const
    {
        Counts counts;
        for (auto const id : people_.ids()) {
            counts.cases.push_back(seen.cases[id]);
            counts.expected.push_back(people_[id] * world.reporting[id]);
        }
        return counts;
    }

    Score scored(std::vector<double> const& risk) const
    {
        auto score = people_;
        for (auto const id : score.ids()) {
            score[id] *= risk[geo::index_of(id)];
        }
        return score;
    }

    geo::PerCommune<double> const& people_;
    ClusterShapes clusters_;
    CorridorShapes corridor_;
    Eigen::MatrixXd field_;
    Eigen::MatrixXd of_neighbours_;
    Eigen::MatrixXd of_clusters_;
    Eigen::MatrixXd of_corridor_;
};

double reached(Score const& score, analysis::simulation::World const& world)
{
    double persons = 0.0;
    for (auto const id : analysis::trends::top_of(score, list_length)) {
        persons += world.persons[id];
    }
    return persons;
}

struct Shares {
    std::vector<std::string> names;             ///< ours first
    std::vector<std::vector<double>> by_world;  ///< [rule][world]
};

using Judged = std::vector<std::pair<std::string, double>>;

Judged judge(Border const& border, Twins const& twins,
             analysis::simulation::WorldOptions const& options)
{
    auto const world = analysis::simulation::simulate(border.communes, border.near, options);
    auto const seen = seen_in(border, world, options.seed);
    double const best = reached(world.persons, world);
    Judged judged;
    auto const note = [&](std::string const& name, Score const& score) {
        judged.emplace_back(name, reached(score, world) / best);
    };
    if (options.indicator > 0.0) {
        auto const rule = with_indicator();
        note(rule.name, rule.score(seen));
        note("ideal twin with the indicator", twins.ideal(seen, world, options, true));
    }
    for (auto const& rule : rules()) {
        note(rule.name, rule.score(seen));
    }
    note(options.indicator > 0.0 ? "ideal twin that ignores the indicator" : "ideal twin",
         twins.ideal(seen, world, options, false));
    if (options.family == analysis::simulation::WorldFamily::smooth) {
        note("twin that knows spread and share, not the covariance",
             twins.by_neighbours(seen, world, options));
    }
    if (options.family == analysis::simulation::WorldFamily::clusters ||
        options.family == analysis::simulation::WorldFamily::corridor) {
        note("twin that knows the shapes", twins.by_shape(seen, world, options));
    }
    return judged;
}

struct Spread {
    double mean = 0.0;
    double half = 0.0;  ///< of the 90 % interval of the mean
};

Spread spread_of(std::vector<double> const& values)
{
    auto const n = static_cast<double>(values.size());
    double sum = 0.0;
    double squares = 0.0;
    for (double const value : values) {
        sum += value;
        squares += value * value;
    }
    double const mean = sum / n;
    return {mean, normal_95 *
                      std::sqrt(std::max(0.0, squares / n - mean * mean) / std::max(1.0, n - 1.0))};
}

void print(std::string const& name, std::vector<Judged> const& worlds)
{
    std::printf("\n| %s | share of the best list | ours less this |\n| --- | --- | --- |\n",
                name.c_str());
    for (std::size_t rule = 0; rule < worlds.front().size(); ++rule) {
        std::vector<double> share;
        std::vector<double> less;
        for (auto const& world : worlds) {
            share.push_back(100.0 * world[rule].second);
            less.push_back(100.0 * (world[0].second - world[rule].second));
        }
        auto const [mean, half] = spread_of(share);
        auto const [difference, either] = spread_of(less);
        std::printf("| %s | %.1f (%.1f to %.1f) | ", worlds[0][rule].first.c_str(), mean,
                    mean - half, mean + half);
        if (rule == 0) {
            std::printf("|\n");
        } else {
            std::printf("%+.1f (%+.1f to %+.1f) |\n", difference, difference - either,
                        difference + either);
        }
    }
    std::fflush(stdout);
}

void decide(Border const& border, std::size_t worlds, std::uint64_t first)
{
    Twins const twins{border};
    for (auto const& setting : settings()) {
        std::vector<Judged> judged(worlds);
        geo::for_each_index(worlds, std::thread::hardware_concurrency(), [&](std::size_t w) {
            auto options = setting.world;
            options.seed = first + w;
            judged[w] = judge(border, twins, options);
        });
        print(setting.name, judged);
    }
}

struct Covered {
    double all = 0.0;
    double planted = 0.0;
    double planted_count = 0.0;
};

Covered cover(Border const& border, analysis::simulation::WorldOptions const& options)
{
    auto const world = analysis::simulation::simulate(border.communes, border.near, options);
    auto const seen = seen_in(border, world, options.seed);
    auto const risk = analysis::risk::risk_of(
        {.cases = seen.cases,
         .at_risk = border.communes.at_risk,
         .effort = seen.effort,
         .years = seen.years,
         .near = border.near},
        {.draws = 1000, .seed = options.seed, .model = analysis::risk::RiskModel::bym2});
    Covered covered;
    auto const n = static_cast<double>(seen.cases.size());
    for (auto const id : risk.lower.ids()) {
        bool const inside =
            risk.lower[id] <= world.relative_risk[id] && world.relative_risk[id] <= risk.upper[id];
        covered.all += inside ? 1.0 / n : 0.0;
        if (world.planted[id] > 0) {
            covered.planted_count += 1.0;
            covered.planted += inside ? 1.0 : 0.0;
        }
    }
    return covered;
}

void coverage(Border const& border, std::size_t worlds, std::uint64_t first)
{
    std::printf("\n| worlds | 90 %% intervals hold the truth | in planted communes |\n| --- | --- "
                "| --- |\n");
    for (auto const& setting : settings()) {
        if (setting.world.indicator > 0.0) {
            continue;
        }
        std::vector<Covered> covered(worlds);
        geo::for_each_index(worlds, std::thread::hardware_concurrency(), [&](std::size_t w) {
            auto options = setting.world;
            options.seed = first + w;
            covered[w] = cover(border, options);
        });
        std::vector<double> all;
        double planted = 0.0;
        double count = 0.0;
        for (auto const& one : covered) {
            all.push_back(100.0 * one.all);
            planted += one.planted;
            count += one.planted_count;
        }
        auto const [mean, half] = spread_of(all);
        std::printf("| %s | %.1f (%.1f to %.1f) | ", setting.name.c_str(), mean, mean - half,
                    mean + half);
        std::printf(count > 0.0 ? "%.1f |\n" : "|\n", 100.0 * planted / count);
        std::fflush(stdout);
    }
}

int run(std::vector<std::string> const& words)
{
    bool const asked = words.size() >= 2 && (words[0] == "lists" || words[0] == "coverage");
    if (!asked) {
        std::cerr << "usage: bench_decisions lists|coverage WORLDS [FIRST_SEED]\n";
        return 2;
    }
    auto const border = border_communes(std::filesystem::path{MARCHLAND_SHARED} /
                                        "data/vn-communes-2025/communes_2025_border7.gpkg");
    auto const worlds = std::stoul(words[1]);
    auto const first = words.size() > 2 ? std::stoull(words[2]) : 1;
    std::printf("%zu communes, %lu worlds of each kind from seed %llu\n", border.communes.size(),
                worlds, first);
    words[0] == "lists" ? decide(border, worlds, first) : coverage(border, worlds, first);
    return 0;
}

}  // namespace
}  // namespace marchland::decisions

int main(int count, char** words)
{
    try {
        return marchland::decisions::run({words + 1, words + count});
    } catch (std::exception const& error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
}
