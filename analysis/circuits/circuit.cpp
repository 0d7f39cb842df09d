#include "analysis/circuits/circuit.hpp"

#include "analysis/circuits/equations.hpp"
#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace marchland::analysis::circuits {

ShortCircuit::ShortCircuit(std::size_t nodes) : towards_(nodes)
{
    std::iota(towards_.begin(), towards_.end(), 0U);
}

std::uint32_t ShortCircuit::of(std::uint32_t node) const
{
    while (towards_[node] != node) {
        node = towards_[node];
    }
    return node;
}

void ShortCircuit::join(std::span<std::uint32_t const> region)
{
    for (auto node : region) {
        if (node >= size()) {
            throw geo::Error{geo::Trouble::usage, "a region of nodes that are one names node " +
                                                      std::to_string(node) + "; there are " +
                                                      std::to_string(size())};
        }
        auto const one = of(region.front());
        auto const other = of(node);
        auto const lower = std::min(one, other);
        towards_[one] = lower;
        towards_[other] = lower;
        while (towards_[node] != node) {  // shortens the way for later calls
            node = std::exchange(towards_[node], lower);
        }
    }
}

Terminals gathered(Terminals const& given, ShortCircuit const& joined)
{
    check_terminals(given.source, given.ground);
    if (given.source.size() != joined.size()) {
        throw geo::Error{geo::Trouble::usage,
                         "found sources and grounds of " + std::to_string(given.source.size()) +
                             " nodes in a circuit of " + std::to_string(joined.size())};
    }
    Terminals sums{std::vector<double>(joined.size()), std::vector<double>(joined.size())};
    for (std::uint32_t i = 0; i < joined.size(); ++i) {
        sums.source[joined.of(i)] += given.source[i];
        sums.ground[joined.of(i)] += given.ground[i];
    }
    return sums;
}

void resolve(Terminals& terminals, Conflict conflict)
{
    for (std::size_t i = 0; i < terminals.source.size(); ++i) {
        auto& source = terminals.source[i];
        auto& ground = terminals.ground[i];
        if (source == 0.0 || ground == 0.0) {
            continue;
        }
        if (conflict == Conflict::drop_source || conflict == Conflict::drop_both) {
            source = 0.0;
        }
        if (conflict == Conflict::drop_ground || conflict == Conflict::drop_both ||
            (ground == tied_to_ground && source > 0.0)) {
            ground = 0.0;
        }
    }
}

Terminals settled(Terminals given, TerminalRules const& rules, ShortCircuit const& joined)
{
    if (rules.unit_sources) {
        std::ranges::replace_if(
            given.source, [](double s) { return s != 0.0; }, 1.0);
    }
    if (rules.direct_grounds) {
        std::ranges::replace_if(
            given.ground, [](double g) { return g > 0.0; }, tied_to_ground);
    }
    auto terminals = gathered(given, joined);
    resolve(terminals, rules.conflict);
    auto const none = [](std::vector<double> const& values) {
        return std::ranges::all_of(values, [](double value) { return value == 0.0; });
    };
    bool const no_source = none(terminals.source);
    if (no_source || none(terminals.ground)) {
        throw geo::Error{geo::Trouble::usage,
                         std::string{"no current can flow: no "} +
                             (no_source ? "source" : "ground") +
                             " is left once nodes that were both are settled; expected at least "
                             "one source and one ground"};
    }
    return terminals;
}

}  // namespace marchland::analysis::circuits
