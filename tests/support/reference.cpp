#include "tests/support/reference.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>

namespace marchland::test {
namespace {

/// Cells of a line; commas within quotes do not part.
std::vector<std::string> cells_of(std::string const& line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (char const sign : line) {
        if (sign == '"') {
            quoted = !quoted;
        } else if (sign == ',' && !quoted) {
            cells.emplace_back();
        } else if (sign != '\r') {
            cells.back() += sign;
        }
    }
    return cells;
}

double number_of(std::string const& cell)
{
    char* end = nullptr;
    double const value = std::strtod(cell.c_str(), &end);
    return end != cell.c_str() && *end == '\0' ? value : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

NumberTable numbers_in(std::filesystem::path const& csv)
{
    std::ifstream file{csv};
    std::string line;
    std::getline(file, line);
    auto const heads = cells_of(line);
    NumberTable table;
    while (std::getline(file, line)) {
        auto const cells = cells_of(line);
        for (std::size_t i = 0; i < heads.size(); ++i) {
            table[heads[i]].push_back(number_of(cells.at(i)));
        }
    }
    return table;
}

analysis::neighbours::Neighbours neighbours_in(std::filesystem::path const& csv,
                                               std::size_t communes)
{
    auto const pairs = numbers_in(csv);
    analysis::neighbours::Neighbours near{communes};
    for (std::size_t i = 0; i < pairs.at("from").size(); ++i) {
        near[static_cast<geo::CommuneId>(pairs.at("from")[i])].push_back(
            static_cast<geo::CommuneId>(pairs.at("to")[i]));
    }
    for (auto& list : near) {
        std::ranges::sort(list);
    }
    return near;
}

std::string text_in(std::filesystem::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string unpacked(std::filesystem::path const& file)
{
    std::string text;
    auto* const pipe = popen(("xz -dc '" + file.string() + "' 2>/dev/null").c_str(), "r");
    std::array<char, 65536> part{};
    for (std::size_t got = 0; (got = fread(part.data(), 1, part.size(), pipe)) > 0;) {
        text.append(part.data(), got);
    }
    pclose(pipe);
    return text;
}

}  // namespace marchland::test
