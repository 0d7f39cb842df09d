#include "geo/vocabulary/encodings.hpp"

#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>

namespace marchland::geo {
namespace {

constexpr std::array<std::string_view, 4> encoding_names{"Windows-1258", "TCVN3 (ABC)", "VNI",
                                                         "UTF-8 taken for Windows-1252"};

/// 0x80 to 0x9F of Windows-1252 and 1258.
constexpr std::array<char32_t, 32> windows_low{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// From 0xA1 on; blanks where there is none.
constexpr std::u32string_view tcvn3_letters = U"ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè "
                                              U"ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

struct Change {
    unsigned char byte;
    char32_t letter;
};
/// Where Windows-1258 is not Latin-1.
constexpr std::array windows_1258_letters{
    Change{0xC3, 0x0102}, Change{0xCC, 0x0300}, Change{0xD0, 0x0110}, Change{0xD2, 0x0309},
    Change{0xD5, 0x01A0}, Change{0xDD, 0x01AF}, Change{0xDE, 0x0303}, Change{0xE3, 0x0103},
    Change{0xEC, 0x0301}, Change{0xF0, 0x0111}, Change{0xF2, 0x0323}, Change{0xF5, 0x01A1},
    Change{0xFD, 0x01B0}, Change{0xFE, 0x20AB}};

using Bytes = std::basic_string<unsigned char>;

void append(std::string& text, char32_t letter)
{
    auto const part = [&](char32_t bits) { text += static_cast<char>(bits); };
    if (letter < 0x80) {
        part(letter);
    } else if (letter < 0x800) {
        part(0xC0U | letter >> 6U);
        part(0x80U | (letter & 0x3FU));
    } else {
        part(0xE0U | letter >> 12U);
        part(0x80U | (letter >> 6U & 0x3FU));
        part(0x80U | (letter & 0x3FU));
    }
}

/// Letters below 0x10000. \pre is_utf8(text)
std::u32string letters_of(std::string_view text)
{
    std::u32string letters;
    for (std::size_t i = 0; i < text.size();) {
        auto const first = static_cast<unsigned char>(text[i]);
        std::size_t const more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        auto letter = static_cast<char32_t>(more == 0 ? first : first & (0x3FU >> more));
        for (std::size_t k = 1; k <= more && i + k < text.size(); ++k) {
            letter = letter << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        letters += letter;
        i += more + 1;
    }
    return letters;
}

/// The bytes that somebody made these letters of; nothing where a letter is none of Windows-1252.
std::optional<Bytes> bytes_of(std::u32string_view letters)
{
    Bytes bytes;
    for (auto const letter : letters) {
        auto const* const low = std::ranges::find(windows_low, letter);
        if (letter < 0x100) {
            bytes += static_cast<unsigned char>(letter);
        } else if (low != windows_low.end()) {
            bytes += static_cast<unsigned char>(0x80 + (low - windows_low.begin()));
        } else {
            return std::nullopt;
        }
    }
    return bytes;
}

std::string from_1258(Bytes const& bytes)
{
    std::string text;
    for (auto const byte : bytes) {
        auto const* const other = std::ranges::find(windows_1258_letters, byte, &Change::byte);
        append(text, other != windows_1258_letters.end() ? other->letter
                     : byte >= 0x80 && byte < 0xA0
                         ? windows_low.at(static_cast<std::size_t>(byte) - 0x80)
                         : static_cast<char32_t>(byte));
    }
    return nfc(text);
}

std::string from_tcvn3(Bytes const& bytes)
{
    std::string text;
    for (auto const byte : bytes) {
        auto const letter = byte >= 0xA1 && byte - 0xA1U < tcvn3_letters.size()
                                ? tcvn3_letters[byte - 0xA1U]
                                : U' ';
        append(text, letter != U' ' ? letter : static_cast<char32_t>(byte));
    }
    return nfc(text);
}

/// What follows a vowel in VNI: a mark of tone, or one of shape and tone.
struct VniMark {
    char32_t after;
    std::u32string_view marks;  ///< combining
};
constexpr std::array vni_tones{VniMark{U'ù', U"\u0301"}, VniMark{U'ø', U"\u0300"},
                               VniMark{U'û', U"\u0309"}, VniMark{U'õ', U"\u0303"},
                               VniMark{U'ï', U"\u0323"}};
constexpr std::array vni_circumflexes{
    VniMark{U'â', U"\u0302"},       VniMark{U'á', U"\u0302\u0301"}, VniMark{U'à', U"\u0302\u0300"},
    VniMark{U'å', U"\u0302\u0309"}, VniMark{U'ã', U"\u0302\u0303"}, VniMark{U'ä', U"\u0302\u0323"}};
constexpr std::array vni_breves{VniMark{U'ê', U"\u0306"},       VniMark{U'é', U"\u0306\u0301"},
                                VniMark{U'è', U"\u0306\u0300"}, VniMark{U'ú', U"\u0306\u0309"},
                                VniMark{U'ü', U"\u0306\u0303"}, VniMark{U'ë', U"\u0306\u0323"}};
/// Letters of their own.
constexpr std::array vni_letters{VniMark{U'ñ', U"đ"}, VniMark{U'Ñ', U"Đ"}, VniMark{U'ô', U"ơ"},
                                 VniMark{U'Ô', U"Ơ"}, VniMark{U'ö', U"ư"}, VniMark{U'Ö', U"Ư"},
                                 VniMark{U'æ', U"ỉ"}, VniMark{U'ó', U"ĩ"}, VniMark{U'ò', U"ị"},
                                 VniMark{U'î', U"ỵ"}, VniMark{U'Æ', U"Ỉ"}, VniMark{U'Ó', U"Ĩ"},
                                 VniMark{U'Ò', U"Ị"}, VniMark{U'Î', U"Ỵ"}};

char32_t small(char32_t letter)
{
    bool const capital =
        (letter >= U'A' && letter <= U'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7);
    return capital ? letter + 0x20 : letter;
}

template <std::size_t n>
std::u32string_view marks_in(std::array<VniMark, n> const& list, char32_t letter)
{
    auto const* const found = std::ranges::find(list, small(letter), &VniMark::after);
    return found == list.end() ? std::u32string_view{} : found->marks;
}

std::u32string_view vni_marks(char32_t vowel, char32_t after)
{
    auto const base = small(vowel);
    if (std::u32string_view{U"aeouyôöi"}.find(base) == std::u32string_view::npos) {
        return {};
    }
    if (auto const tone = marks_in(vni_tones, after); !tone.empty()) {
        return tone;
    }
    if (base == U'a' || base == U'e' || base == U'o') {
        if (auto const roof = marks_in(vni_circumflexes, after); !roof.empty()) {
            return roof;
        }
    }
    return base == U'a' ? marks_in(vni_breves, after) : std::u32string_view{};
}

std::string from_vni(std::u32string_view letters)
{
    std::string text;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        auto const* const own = std::ranges::find(vni_letters, letters[i], &VniMark::after);
        append(text, own != vni_letters.end() ? own->marks.front() : letters[i]);
        if (i + 1 < letters.size()) {
            auto const marks = vni_marks(letters[i], letters[i + 1]);
            for (auto const mark : marks) {
                append(text, mark);
            }
            i += marks.empty() ? 0U : 1U;
        }
    }
    return nfc(text);
}

bool is_vowel_1258(unsigned char byte)
{
    return byte != 0 &&
           std::string_view{"aeiouyAEIOUY\xE2\xEA\xF4\xE3\xF5\xFD\xC2\xCA\xD4\xC3\xD5\xDD"}.find(
               static_cast<char>(byte)) != std::string_view::npos;
}

/// A mark of tone behind a vowel. As letters of Latin-1 two of the marks are ì and ò, which Vietnamese has behind
/// i, o and u (giò, quì), but not behind others.
bool looks_like_1258(Bytes const& bytes)
{
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        bool const tone = bytes[i] == 0xCC || bytes[i] == 0xD2 || bytes[i] == 0xDE;
        bool const letter = bytes[i] == 0xEC || bytes[i] == 0xF2;
        bool const may_stand = std::string_view{"iouIOU"}.find(static_cast<char>(bytes[i - 1])) !=
                               std::string_view::npos;
        if ((tone || (letter && !may_stand)) && is_vowel_1258(bytes[i - 1])) {
            return true;
        }
    }
    return false;
}

bool is_letter(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xA1;
}

/// Signs of Latin-1 within words: § for Đ, ¨ for ă.
bool looks_like_tcvn3(Bytes const& bytes)
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bool const begins = bytes[i] >= 0xA7 && bytes[i] <= 0xAE && bytes[i] != 0xAD;
        bool const follows = begins || (bytes[i] >= 0xB5 && bytes[i] <= 0xB9) ||
                             (bytes[i] >= 0xBB && bytes[i] <= 0xBE);
        if ((begins && i + 1 < bytes.size() && is_letter(bytes[i + 1])) ||
            (follows && i > 0 && is_letter(bytes[i - 1]))) {
            return true;
        }
    }
    return false;
}

/// Letters of Latin-1 that Vietnamese has not.
bool looks_like_vni(std::u32string_view letters)
{
    for (std::size_t i = 0; i < letters.size(); ++i) {
        bool const mark =
            std::u32string_view{U"øûïåäëüöØÛÏÅÄËÜÖ"}.find(letters[i]) != std::u32string_view::npos;
        if (letters[i] == U'ñ' || letters[i] == U'Ñ' || letters[i] == U'ö' || letters[i] == U'Ö' ||
            (mark && i > 0 && !vni_marks(letters[i - 1], letters[i]).empty())) {
            return true;
        }
    }
    return false;
}

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Bytes of a one-byte encoding. \param letters  what Latin-1 makes of them.
std::optional<Restored> of_bytes(Bytes const& bytes, std::u32string_view letters)
{
    if (looks_like_tcvn3(bytes)) {
        return Restored{from_tcvn3(bytes), Encoding::tcvn3};
    }
    if (looks_like_1258(bytes)) {
        return Restored{from_1258(bytes), Encoding::windows_1258};
    }
    if (looks_like_vni(letters)) {
        return Restored{from_vni(letters), Encoding::vni};
    }
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Encoding encoding)
{
    return encoding_names.at(static_cast<std::size_t>(encoding));
}

std::optional<Restored> restored(std::string_view text)
{
    if (is_ascii(text)) {
        return std::nullopt;
    }
    if (!is_utf8(text)) {
        Bytes bytes;
        std::u32string letters;
        for (char const c : text) {
            bytes += static_cast<unsigned char>(c);
            letters += static_cast<char32_t>(bytes.back());
        }
        auto const found = of_bytes(bytes, letters);
        return found ? found : Restored{from_1258(bytes), Encoding::windows_1258};
    }
    auto const letters = letters_of(text);
    auto const bytes = bytes_of(letters);
    if (!bytes) {
        return std::nullopt;
    }
    std::string const plain(bytes->begin(), bytes->end());
    if (!is_ascii(plain) && is_utf8(plain)) {
        return Restored{nfc(plain), Encoding::utf8_twice};
    }
    return of_bytes(*bytes, letters);
}

}  // namespace marchland::geo
