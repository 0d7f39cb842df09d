#include "analysis/routes/gate_hours.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace marchland::analysis::routes {
namespace {

constexpr std::uint32_t whole_ticks_a_minute = 6000;
constexpr std::uint32_t ticks_a_day = 8'640'000;

/// "07:30"
std::uint32_t ticks_in(std::string_view time)
{
    auto const colon = time.find(':');
    auto const number = [](std::string_view digits) {
        return static_cast<std::uint32_t>(std::strtoul(std::string{digits}.c_str(), nullptr, 10));
    };
    return whole_ticks_a_minute *
           (60 * number(time.substr(0, colon)) + number(time.substr(colon + 1)));
}

}  // namespace

std::vector<graph::Window> windows_of(std::string_view text)
{
    std::vector<graph::Window> windows;
    while (!text.empty()) {
        auto const end = std::min(text.find(';'), text.size());
        auto const span = text.substr(0, end);
        auto const dash = span.find('-');
        windows.push_back({ticks_in(span.substr(0, dash)), ticks_in(span.substr(dash + 1))});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (windows.empty()) {
        windows.push_back({0, ticks_a_day});
    }
    return windows;
}

bool open_at(std::vector<graph::Window> const& windows, std::uint32_t ticks)
{
    return std::ranges::any_of(windows, [ticks](graph::Window const& window) {
        return window.opens <= window.closes ? window.opens <= ticks && ticks <= window.closes
                                             : ticks >= window.opens || ticks <= window.closes;
    });
}

}  // namespace marchland::analysis::routes
