// Reference data that others computed: plain tables of numbers beside the repository.
#pragma once

#include "analysis/neighbours/neighbours.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace marchland::test {

inline std::filesystem::path const shared{MARCHLAND_SHARED};

/// Columns by name; a cell that is no number is NaN.
using NumberTable = std::map<std::string, std::vector<double>>;

NumberTable numbers_in(std::filesystem::path const& csv);

/// From a list of directed pairs from,to.
analysis::neighbours::Neighbours neighbours_in(std::filesystem::path const& csv,
                                               std::size_t communes);

/// The text of a file.
std::string text_in(std::filesystem::path const& file);

/// The same of a file that is packed by xz; empty where it cannot be unpacked here.
std::string unpacked(std::filesystem::path const& file);

}  // namespace marchland::test

/// Skips a test where the reference data are not on this machine.
#define MARCHLAND_NEEDS(path)                                                                      \
    if (!std::filesystem::exists(path)) {                                                          \
        GTEST_SKIP() << "needs " << (path) << ": set MARCHLAND_SHARED";                            \
    }
