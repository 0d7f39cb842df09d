// Lines of a file of words, those of remarks left out.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace marchland::test {

inline std::vector<std::string> corpus(std::string const& name)
{
    std::ifstream in{std::string{MARCHLAND_SOURCE} + "/tests/geo/gate/" + name};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') {
            lines.push_back(line);
        }
    }
    return lines;
}

/// How many of the lines fit, and those that do not.
struct Shares {
    std::size_t all = 0;
    std::vector<std::string> others;

    double fitting() const
    {
        return 1.0 - static_cast<double>(others.size()) / static_cast<double>(all);
    }
};

Shares shares_of(std::vector<std::string> const& lines, auto fits)
{
    Shares shares{lines.size(), {}};
    for (auto const& line : lines) {
        if (!fits(line)) {
            shares.others.push_back(line);
        }
    }
    return shares;
}

}  // namespace marchland::test
