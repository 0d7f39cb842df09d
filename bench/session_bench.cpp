// What a session that is kept open saves: a run from nothing, a changed theta, a question.
//   bench_session STUDY [STUDY...]
#include "study/questions/what_if_study.hpp"
#include "study/run/session.hpp"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

namespace marchland::bench {
namespace {

study::Session opened(std::string const& file)
{
    study::Session session{study::read_study_file(file)};
    session.results(study::Step::corridors);
    return session;
}

void from_nothing(benchmark::State& state, std::string const& file)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(opened(file));
    }
}

void other_theta(benchmark::State& state, std::string const& file)
{
    auto session = opened(file);
    for (auto _ : state) {
        auto study = session.study();
        study.theta = study.theta == 1.0 ? 1.5 : 1.0;
        session.set(std::move(study));
        benchmark::DoNotOptimize(session.results(study::Step::corridors));
    }
}

void closed_crossing(benchmark::State& state, std::string const& file)
{
    auto session = opened(file);
    std::string const gate = session.region().crossings.id.span().front();
    for (auto _ : state) {
        benchmark::DoNotOptimize(study::what_if_tables(session, {.close = {gate}}));
    }
}

}  // namespace
}  // namespace marchland::bench

int main(int argc, char** argv)
{
    namespace bench = marchland::bench;
    benchmark::Initialize(&argc, argv);
    for (int i = 1; i < argc; ++i) {
        std::string const file = argv[i];
        auto const name = std::filesystem::path{file}.parent_path().filename().string();
        auto const add = [&](char const* what, auto* run) {
            benchmark::RegisterBenchmark((name + ": " + what).c_str(), run, file)
                ->Unit(benchmark::kMillisecond);
        };
        add("from nothing", bench::from_nothing);
        add("another theta", bench::other_theta);
        add("what-if", bench::closed_crossing);
    }
    benchmark::RunSpecifiedBenchmarks();
}
