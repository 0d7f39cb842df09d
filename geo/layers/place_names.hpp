/// \file place_names.hpp
/// Places found by what people call them: without marks, with the tone on either vowel, with or without "Xã" before.
#pragma once

#include "geo/gate/word_lists.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// A place, or a former one, with its name.
struct NamedPlace {
    std::string id;  ///< code of a commune, id of a crossing or market
    std::string name;
    std::string district = {};  ///< the former one; empty: not known
    std::string province = {};
    std::string vintage =
        {};  ///< of a former commune, the day from which its code held; empty: a present place
    std::string kind = {};  ///< "commune", "crossing", "market"

    /// "06184 Đồng Đăng (Cao Lộc, Lạng Sơn)", of a former one with ", until the reform" behind.
    std::string label() const;
};

/// What a cell or a person says of a place.
struct WrittenPlace {
    std::string name;
    std::string district = {};
    std::string province = {};

    /// "Xã Đồng Đăng, huyện Cao Lộc, tỉnh Lạng Sơn", "Đồng Đăng (Cao Lộc)", "Đồng Đăng - Cao Lộc".
    static WrittenPlace parse(std::string_view text);
};

/// An index of names.
class PlaceNames {
public:
    PlaceNames() = default;
    /// \param own  the study's own words of the list name_prefix: what may stand before a name.
    explicit PlaceNames(std::vector<NamedPlace> places, OwnWords const& own = {});

    /// All places that may be meant, in the order given. Of several those are taken whose name is written the same, with
    /// its marks and what stands before it; where a district or province is told, in the text or beside it, those that
    /// lie there.
    std::vector<NamedPlace> called(std::string_view text, std::string_view district = {},
                                   std::string_view province = {}) const;

    /// Whether some place, district or province bears the name.
    bool knows(std::string_view text) const;

    bool empty() const { return places_.empty(); }
    std::vector<NamedPlace> const& places() const { return places_; }
    OwnWords const& own_words() const { return own_; }

private:
    struct Name {
        std::string whole;   ///< lower case without marks
        std::string bare;    ///< and without prefix; the whole where there is none
        std::string marked;  ///< the bare name with its marks
        std::string prefix;  ///< value of the list; empty: none
    };

    Name read(std::string_view text) const;
    bool alike(std::string const& stated, std::string_view told) const;
    std::vector<std::size_t> bearing(Name const& name) const;
    std::vector<NamedPlace> called(WrittenPlace const& written) const;

    std::vector<NamedPlace> places_;
    std::vector<Name> names_;                                       ///< of each place
    std::multimap<std::string, std::size_t, std::less<>> by_name_;  ///< whole, and bare
    std::set<std::string, std::less<>> around_;  ///< districts and provinces, bare
    OwnWords own_;
};

}  // namespace marchland::geo
