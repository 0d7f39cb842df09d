// How sure a source says it is.
#include "geo/layers/confidence.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace marchland::geo {
namespace {

TEST(Confidence, WordsAndNumbers)
{
    std::vector<std::pair<char const*, std::optional<double>>> const table{
        {"high", 0.9},
        {"Medium", 0.6},
        {"LOW", 0.3},
        {"0", 0.0},
        {"1", 1.0},
        {"0.25", 0.25},
        {" 0.25 ", 0.25},
        {"1.01", std::nullopt},
        {"-0.1", std::nullopt},
        {"80 %", std::nullopt},
        {"0,5", std::nullopt},
        {"highest", std::nullopt},
        {"", std::nullopt},
        {"nan", std::nullopt}};
    for (auto const& [text, value] : table) {
        EXPECT_EQ(confidence_in(text), value) << text;
    }
}

}  // namespace
}  // namespace marchland::geo
