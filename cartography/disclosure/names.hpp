// Private: a set of names, found in texts without trying one after the other.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace marchland::cartography {

/// Finds names as whole words: neither letter nor digit before or after.
/// \par Cost  a look-up for each word of the text and each length that a name has, however many names.
class Names {
public:
    void add(std::string const& name);

    bool any_in(std::string const& text) const;

    /// The text with `instead` for every name, the longest that fits first.
    std::string replaced(std::string const& text, std::string_view instead) const;

private:
    /// Of the longest name that begins at `at`; 0: none does.
    std::size_t length_at(std::string_view text, std::size_t at) const;

    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_set<std::string, Hash, std::equal_to<>> names_;
    std::set<std::size_t, std::greater<>> lengths_;
};

}  // namespace marchland::cartography
