/// \file text.hpp
/// One text in every language, checked while it is compiled.
///
/// \code
/// inline constexpr Text saved{u"Đã lưu %1", u"Saved %1"};
/// words(text::saved).arg(file);
/// \endcode
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace marchland::cartography {

enum class Language : std::uint8_t { vietnamese, english };

/// Both are there, with the same gaps %1, %2 ..., and every Vietnamese letter is one code point.
constexpr bool is_whole(std::u16string_view vietnamese, std::u16string_view english)
{
    auto const gaps = [](std::u16string_view text) {
        std::array<bool, 10> found{};
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (text[i - 1] == u'%' && text[i] >= u'0' && text[i] <= u'9') {
                found.at(static_cast<std::size_t>(text[i] - u'0')) = true;
            }
        }
        return found;
    };
    auto const has_loose_marks = [](std::u16string_view text) {
        for (char16_t const letter : text) {
            if (letter >= u'\u0300' && letter <= u'\u036f') {
                return true;
            }
        }
        return false;
    };
    return !vietnamese.empty() && !english.empty() && gaps(vietnamese) == gaps(english) &&
           !has_loose_marks(vietnamese) && !has_loose_marks(english);
}

/// A text that misses a language, or a gap of one in the other, does not compile: there is no other
/// constructor, and this one runs in the compiler alone.
class Text {
public:
    consteval Text(std::u16string_view vietnamese, std::u16string_view english)
        : in_{vietnamese, english}
    {
        if (!is_whole(vietnamese, english)) {
            throw "a text misses a language or a gap, or has loose marks";
        }
    }

    constexpr std::u16string_view in(Language language) const
    {
        return in_[static_cast<std::size_t>(language)];
    }

private:
    std::array<std::u16string_view, 2> in_;
};

}  // namespace marchland::cartography
