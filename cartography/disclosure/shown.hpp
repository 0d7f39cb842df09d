/// \file shown.hpp
/// The one gate of disclosure control: what may be seen of results. Every picture, table and card
/// takes `Shown`, and only discreet() makes one, so whoever forgets the gate does not compile.
#pragma once

#include "results/results.hpp"

namespace marchland::cartography {

/// Results of which nothing is left that may not be seen. Immutable.
///
/// - Crossings: the official ones, in their order; then, where any informal one has a share, one row
///   for all of them together, without id, name, place or times. Its bounds are sums of theirs.
/// - Communes: hours to an official crossing by public road all along, and that crossing. Hours to
///   an informal one would tell, from several communes, where it lies.
/// - Corridors and sheet: by public roads, to official crossings. Ways: roads not restricted.
/// - Candidates and chokepoints: not the informal ones. A post at an informal crossing has no id and no name.
/// - Repairs and runs: none; they name paths and files.
/// - Findings about informal places keep severity, layer and rule, and no word.
/// - Every text: id and name of an informal crossing give way to an ellipsis, unless an official
///   crossing or a commune bears the name too; then it tells nothing.
class Shown {
public:
    results::Results const& operator*() const noexcept { return results_; }
    results::Results const* operator->() const noexcept { return &results_; }

private:
    friend Shown discreet(results::Results results);
    explicit Shown(results::Results results) : results_{std::move(results)} {}

    results::Results results_;
};

/// \par Cost  O(size of the results): names are looked up, not searched for one after the other.
Shown discreet(results::Results results);

/// Where there is nothing to say of a finding but its kind.
bool is_withheld(geo::Finding const& finding);

}  // namespace marchland::cartography
