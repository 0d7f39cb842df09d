// Hardly anybody was found: every model ends, says what cannot be told, and can be stopped at any moment.
#include "geo/vocabulary/error.hpp"
#include "results/store.hpp"
#include "study/run/run.hpp"
#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace marchland::study {
namespace {

enum class Looked : std::uint8_t { everywhere, not_told, nowhere, in_the_north };

struct Few {
    char const* what;
    int count = 0;
    bool together = false;  ///< all in one commune, not far apart
    std::size_t side = 22;  ///< 484 communes, as many as on the border
    Looked looked = Looked::everywhere;
    std::string neighbours = {};  ///< lines of [neighbours]
    char const* period = "2022-07\", \"2025-06";

    std::size_t communes() const { return side * side; }
};

std::vector<int> persons(Few const& few)
{
    std::vector<int> cases(few.communes(), 0);
    for (std::size_t i = 0; i < static_cast<std::size_t>(few.count); ++i) {
        ++cases[few.together ? 17 : 17 + i * few.communes() / 4];
    }
    return cases;
}

std::vector<int> effort(Few const& few)
{
    std::vector<int> amounts(few.looked == Looked::not_told ? 0 : few.communes(),
                             few.looked == Looked::everywhere ? 20 : 0);
    if (few.looked == Looked::in_the_north) {
        std::fill(amounts.begin() + static_cast<std::ptrdiff_t>(few.communes() / 2), amounts.end(),
                  20);
    }
    return amounts;
}

std::vector<Few> family()
{
    return {{"nobody", 0, false, 8},
            {"one person", 1},
            {"two persons", 2},
            {"three persons", 3, false, 8},
            {"three in one commune", 3, true},
            {"two and no layer of effort", 2, false, 8, Looked::not_told},
            {"two and nobody looked anywhere", 2, false, 8, Looked::nowhere},
            {"two, one found where nobody looked", 2, false, 8, Looked::in_the_north},
            {"three and no neighbours", 3, false, 8, Looked::everywhere,
             "[neighbours]\nrule = \"distance\"\nmetres = 10\n"},
            {"two, and years without anybody", 2, false, 8, Looked::everywhere, "",
             "2021-01\", \"2028-12"}};
}

StudyFile study_of(test::StudyFolder const& folder, Few const& few, std::string const& model)
{
    auto const file = test::write_study(folder, {.rows = few.side,
                                                 .columns = few.side,
                                                 .cases = persons(few),
                                                 .effort = effort(few),
                                                 .roads = false});
    std::ifstream in{file};
    std::stringstream text;
    text << in.rdbuf();
    auto toml = text.str();
    std::string const usual = "2022-07\", \"2025-06";
    toml.replace(toml.find(usual), usual.size(), few.period);
    if (auto const at = toml.find("[hotspots]"); at != std::string::npos) {
        toml.erase(at, toml.find("\n[", at) - at);
    }
    std::ofstream{file} << toml << "\n[risk]\nmodel = \"" << model
                        << "\"\n[hotspots]\npermutations = 99\nreplicates = 99\n"
                           "methods = [\"local-moran\", \"scan\"]\n"
                        << few.neighbours;
    return read_study_file(file);
}

class FewCases : public testing::TestWithParam<char const*> {};

TEST_P(FewCases, EndAndSayWhatCannotBeTold)
{
    for (auto const& few : family()) {
        test::StudyFolder const folder;
        auto const study = study_of(folder, few, GetParam());
        auto const results = run_steps(study, read_region(study), Step::hotspots);
        EXPECT_EQ(
            std::ranges::count(results.findings, std::string{"few-persons"}, &geo::Finding::rule),
            1)
            << few.what;
        double expected = 0.0;
        for (auto const& row : results.communes) {
            EXPECT_TRUE(std::isfinite(row.expected) && std::isfinite(row.lower) &&
                        std::isfinite(row.upper))
                << few.what << ", " << row.code;
            EXPECT_LE(row.evidence,
                      row.cases > 1.0 ? results::Evidence::moderate : results::Evidence::weak)
                << few.what << ", " << row.code;
            EXPECT_EQ(row.rank > 0, few.count > 0 && row.evidence != results::Evidence::none);
            expected += row.expected;
        }
        if (few.looked != Looked::nowhere) {
            double const years = study.period.months() / 12.0;
            EXPECT_NEAR(expected, few.count / years, 1e-6) << few.what;
        }
        for (auto const& cluster : results.clusters) {
            EXPECT_LE(cluster.p_value, 0.05) << few.what;  // three in one of 484 are no chance
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Models, FewCases, testing::Values("bym2", "bym2-negbin", "gamma-poisson"),
                         [](auto const& model) {
                             std::string name{model.param};
                             std::erase(name, '-');
                             return name;
                         });

TEST(FewCases, StopAtEveryMomentOfWriting)
{
    test::StudyFolder const folder;
    auto const study = study_of(folder, {"two", 2}, "gamma-poisson");
    auto const results = run_steps(study, read_region(study), Step::risk);
    auto const out = folder.path() / "out";
    int moments = 0;
    results::write_results(results, out, {}, geo::Job{{}, [&](double) { ++moments; }});
    EXPECT_GT(moments, static_cast<int>(results.communes.size()));  // a row at a time
    for (int const at : {0, moments / 4, moments / 2, moments - 2}) {
        results::write_results(results, out);  // of a run before
        std::stop_source stop;
        int moment = 0;
        geo::Job const job{stop.get_token(), [&](double) {
                               if (moment++ == at) {
                                   stop.request_stop();
                               }
                           }};
        EXPECT_THROW(results::write_results(results, out, {}, job), geo::Cancelled) << at;
        for (auto const& name : results::result_files()) {
            if (at > moments / 4) {  // it had begun to replace the run before
                EXPECT_FALSE(std::filesystem::exists(out / name)) << name << " at " << at;
            }
        }
    }
}

}  // namespace
}  // namespace marchland::study
