/// \file crosswalk.hpp
/// What became of former communes: merged, split, renamed, from one day to another.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/place_names.hpp"
#include "geo/vocabulary/finding.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// How much of the people of a former commune went to a present one, 0 to 1. Where the table does not say it, as much as
/// to each of the others is likely, and anything from least to most may be true.
struct Share {
    double least = 1.0;
    double likely = 1.0;
    double most = 1.0;
    bool known() const { return least == most; }
    bool whole() const { return least == 1.0; }
    bool operator==(Share const&) const = default;
};

struct Successor {
    std::string code;
    Share share;
    bool operator==(Successor const&) const = default;
};

/// A row of the table. A code is valid from its vintage ("2020-01-01"); the old one until the new vintage begins.
struct CrosswalkLink {
    std::string old_code;
    std::string old_vintage;
    std::string new_code;  ///< empty: the table does not say where this part went
    std::string new_vintage;
    std::optional<double> share;  ///< of the people of the old one, in (0, 1]
    std::string old_name = {};    ///< with the kind before it or not; empty: not known
    std::string old_district = {};
    std::string old_province = {};
};

/// Former codes and what they lead to, over any number of reforms.
///
/// \invariant of the links of one former commune either all but one have a share, or those without it share the rest
///            evenly, each between nothing and all of it.
class Crosswalk {
public:
    Crosswalk() = default;
    /// \pre  old vintages lie before new ones; shares of one former commune sum to 1 at most.
    explicit Crosswalk(std::vector<CrosswalkLink> links);

    bool empty() const { return former_.empty(); }

    /// Days from which some code holds, the first one first.
    std::vector<std::string> const& vintages() const { return vintages_; }

    /// Days on which communes were merged or split: new vintages.
    std::vector<std::string> reforms() const;

    /// Whether the table has a commune of that code that ceased after the day.
    bool lists(std::string_view code, std::string_view day) const;

    /// What became of a commune by the day `until`: in the order of codes, whose likely shares sum to 1, or to less
    /// where the table loses sight of a part; none where no such commune was there on the day. A code that no row
    /// mentions was left as it is.
    std::vector<Successor> successors(std::string_view code, std::string_view day,
                                      std::string_view until) const;

    /// Former communes whose names the table has, in the order of codes and vintages.
    std::vector<NamedPlace> names() const;

    /// All former communes of the day that the table has, by code.
    std::vector<std::string> codes_on(std::string_view day) const;

    /// From when the commune of that code and day has held; empty where the table has none such.
    std::string since(std::string_view code, std::string_view day) const;

private:
    struct Former {
        std::string from;
        std::string until;
        std::vector<Successor> parts;
        std::string name;
        std::string district;
        std::string province;
    };

    Former const* on(std::string_view code, std::string_view day) const;
    bool begins(std::string_view code, std::string_view day) const;

    std::map<std::string, std::vector<Former>, std::less<>> former_;          ///< by code
    std::map<std::string, std::vector<std::string>, std::less<>> beginning_;  ///< code -> its days
    std::vector<std::string> vintages_;
};

/// Columns old_code, old_vintage, new_code, new_vintage; share may be absent or empty, old_name, old_district and
/// old_province absent. For a vintage the study may state
/// a day instead of a column: old_vintage = "2020-01-01". A former commune in one row went there as a whole.
/// \param sources  tables of several reforms, in any order.
Crosswalk read_crosswalk(std::span<LayerSource const> sources, Findings& findings);

/// \par Example
/// \code
/// geo::Crosswalk const crosswalk{{{"05974", "2020-01-01", "05986", "2025-07-01", {}}}};
/// auto const found = crosswalk.successors("05974", "2020-01-01", "2025-07-01");
/// assert(found.size() == 1 && found[0].code == "05986" && found[0].share.whole());
/// \endcode
/// Keywords: administrative crosswalk, boundary change, areal units over time.

}  // namespace marchland::geo
