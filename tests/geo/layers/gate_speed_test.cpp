// A month of a whole country passes the gate while somebody waits; how long it takes is recorded, not judged.
#include "geo/layers/cases.hpp"

#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace marchland::geo {
namespace {

TEST(GateSpeed, AHundredThousandRowsAreJudgedAndRead)
{
    constexpr int rows = 100000;
    std::string file = "stt,ten_xa,commune,vintage,period,role,form,sex,age,count\n";
    for (int i = 0; i < rows; ++i) {
        file += std::to_string(i + 1) + ",Xã Số " + std::to_string(i % 3321) + ",0600" +
                std::to_string(i % 3 + 1) + ",2025-07-01,2024-" + (i % 12 < 9 ? "0" : "") +
                std::to_string(i % 12 + 1) + ",nơi đi,lao động cưỡng bức,Nữ,18-24,1\n";
    }
    test::LayerFile const layer{file};
    auto source = layer.source();
    source.ignore = {"stt", "ten_xa"};
    Findings findings;
    auto const start = std::chrono::steady_clock::now();
    auto const cases = read_cases(source, test::three_communes(),
                                  {parse_period("2024")->from, parse_period("2024")->to}, findings);
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - start;
    EXPECT_EQ(cases.size(), static_cast<std::size_t>(rows))
        << (findings.empty() ? "" : sentence(findings.front()));
    RecordProperty("seconds", std::to_string(took.count()));
}

}  // namespace
}  // namespace marchland::geo
