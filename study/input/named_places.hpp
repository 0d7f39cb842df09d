// Places that a question or a setting names: by id, or by what people call them. Private to study.
#pragma once

#include "study/input/region.hpp"

#include <optional>
#include <string>
#include <vector>

namespace marchland::study {

enum class PlaceKind : std::uint8_t { commune, crossing, market };

/// Finds places of some kinds by their names (see geo::PlaceNames).
class NamedPlaces {
public:
    NamedPlaces(Region const& region, std::vector<PlaceKind> const& kinds);

    /// The id of the place that is meant: an id as it is; else that of the only place called so, of a former commune that
    /// of the one it became, and a finding says which was taken. Of places of several kinds the present commune is
    /// meant; the finding names the others. Nothing where none is called so.
    /// \param option  how the name was given: "--from".
    /// \throws Error{usage}  several may be meant: lists them with district and province.
    std::optional<std::string> id_of(std::string const& wanted, std::string const& option,
                                     geo::Findings& findings) const;

private:
    bool is_id(std::string const& text) const;
    std::vector<geo::NamedPlace> called(std::string const& wanted) const;

    Region const& region_;
    std::vector<geo::NamedPlace> places_;
    geo::PlaceNames names_;
};

}  // namespace marchland::study
