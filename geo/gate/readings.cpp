#include "geo/gate/readings.hpp"

#include "geo/vocabulary/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

namespace marchland::geo {
namespace {

using Letters = std::u32string;

Letters letters_of(std::string_view text)
{
    Letters letters;
    auto const* at = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t point = 0;
        auto const used = utf8proc_iterate(at, left, &point);
        if (used <= 0) {  // a byte that is no UTF-8 is taken as the letter of Latin-1
            letters += static_cast<char32_t>(*at);
            ++at;
            --left;
            continue;
        }
        letters += static_cast<char32_t>(point);
        at += used;
        left -= used;
    }
    return letters;
}

std::string text_of(Letters const& letters)
{
    std::string text;
    for (char32_t const letter : letters) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        auto const size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(letter), bytes.data());
        text.append(reinterpret_cast<char const*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return text;
}

std::string compatible(std::string_view text)
{
    constexpr auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE | UTF8PROC_LUMP);
    utf8proc_uint8_t* made = nullptr;
    auto const size = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made, options);
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owned{made, &std::free};
    return size < 0
               ? std::string{text}
               : std::string{reinterpret_cast<char const*>(made), static_cast<std::size_t>(size)};
}

/// Greek and Cyrillic letters and what they look like, and the barred d of other alphabets.
constexpr std::u32string_view look_alikes =
    U"аaеeоoрpсcхxуyіiѕsјjкkмmнhвbтtԁdһhпnгrАAЕEОOРPСCХXУYІIЅSЈJКKМMНHВBТT"
    U"οoαaνvτtιiυuρpχxκkεeηnμuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXðđÐĐƉĐɖđıiɑaɡgøoØO";

char32_t look_alike(char32_t letter)
{
    for (std::size_t i = 0; i < look_alikes.size(); i += 2) {
        if (look_alikes[i] == letter) {
            return look_alikes[i + 1];
        }
    }
    return letter;
}

/// First digits of scripts whose ten digits stand in a row: Arabic, Devanagari, Thai, Lao, Myanmar, Khmer.
constexpr std::array<char32_t, 7> zeros{0x660, 0x6F0, 0x966, 0xE50, 0xED0, 0x1040, 0x17E0};

char32_t plain_digit(char32_t letter)
{
    for (char32_t const zero : zeros) {
        if (letter >= zero && letter < zero + 10) {
            return U'0' + (letter - zero);
        }
    }
    return letter;
}

bool is_upper(char32_t letter)
{
    return utf8proc_category(static_cast<utf8proc_int32_t>(letter)) == UTF8PROC_CATEGORY_LU;
}

bool is_lower(char32_t letter)
{
    return utf8proc_category(static_cast<utf8proc_int32_t>(letter)) == UTF8PROC_CATEGORY_LL;
}

bool is_letter(char32_t letter)
{
    auto const category = utf8proc_category(static_cast<utf8proc_int32_t>(letter));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

/// A new word begins at i, where letters before and after are of one piece otherwise.
bool case_changes(Letters const& text, std::size_t i)
{
    if (i == 0 || !is_upper(text[i])) {
        return false;
    }
    return is_lower(text[i - 1]) ||
           (is_upper(text[i - 1]) && i + 1 < text.size() && is_lower(text[i + 1]));
}

/// "h o t e n" is one word; single letters beside others stay alone.
std::string joined_single_letters(std::string const& words)
{
    std::vector<std::string> pieces;
    for (std::size_t from = 0; from < words.size();) {
        auto const to = std::min(words.find(' ', from), words.size());
        pieces.push_back(words.substr(from, to - from));
        from = to + 1;
    }
    auto const single = [](std::string const& piece) { return piece.size() == 1; };
    bool const spaced = pieces.size() > 2 && std::ranges::all_of(pieces, single);
    std::string joined;
    for (auto const& piece : pieces) {
        joined += (joined.empty() || spaced ? "" : " ") + piece;
    }
    return joined;
}

/// Of TCVN3 (ABC), whose letters stand at places of Latin-1: the plain vowel of each.
struct Run {
    std::u32string_view letters;
    char32_t plain;
};
constexpr std::array tcvn3{Run{U"µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË¡¢", U'a'},
                           Run{U"ÌÐÎÏÑªÒÕÓÔÖ£", U'e'},
                           Run{U"×ÝØÜÞ", U'i'},
                           Run{U"ßãáâä«åèæçé¬êíëìî¤¥", U'o'},
                           Run{U"ïóñòô\u00ADõøö÷ù¦", U'u'},
                           Run{U"úýûüþ", U'y'},
                           Run{U"®§", U'd'}};

std::string from_tcvn3(Letters const& text)
{
    Letters plain;
    for (char32_t const letter : text) {
        auto const* const run = std::ranges::find_if(
            tcvn3, [&](Run const& one) { return one.letters.find(letter) != one.letters.npos; });
        plain += run == tcvn3.end() ? letter : run->plain;
    }
    return text_of(plain);
}

/// Of VNI, which writes the marks behind the vowel as letters of Latin-1.
std::string from_vni(Letters const& text)
{
    constexpr std::u32string_view marks = U"ùøûõïâêáàåãäéèúüëÙØÛÕÏÂÊÁÀÅÃÄÉÈÚÜË";
    constexpr std::u32string_view vowels = U"aeouyôöAEOUYÔÖ";
    constexpr std::u32string_view alone = U"ñdôoöuæióiòiîyÑDÔOÖUÆIÓIÒIÎY";
    Letters plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const mark =
            i > 0 && marks.find(text[i]) != marks.npos && vowels.find(text[i - 1]) != vowels.npos;
        if (mark) {
            continue;
        }
        char32_t letter = text[i];
        for (std::size_t k = 0; k < alone.size(); k += 2) {
            letter = alone[k] == text[i] ? alone[k + 1] : letter;
        }
        plain += letter;
    }
    return text_of(plain);
}

/// Letters that Windows-1252 has where Latin-1 has none, from 0x80.
constexpr std::u32string_view windows_1252 =
    U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/// The UTF-8 that somebody read as Windows-1252: "Há»\u008D tÃªn" is "Họ tên".
std::optional<std::string> from_mojibake(Letters const& text)
{
    std::string bytes;
    for (char32_t const letter : text) {
        auto const at = windows_1252.find(letter);
        if (letter < 0x100) {
            bytes += static_cast<char>(letter);
        } else if (at != windows_1252.npos) {
            bytes += static_cast<char>(0x80 + at);
        } else {
            return std::nullopt;
        }
    }
    return is_utf8(bytes) ? std::optional{bytes} : std::nullopt;
}

/// Letters that Vietnamese in Unicode has not, or a vowel before a marked one that cannot follow it ("teân").
bool is_of_another_code(Letters const& text)
{
    constexpr std::u32string_view vietnamese = U"àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝÐ";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < 0x80) {
            continue;
        }
        bool const after_a_or_e =
            i > 0 && std::u32string_view{U"aeAE"}.find(text[i - 1]) != std::u32string_view::npos;
        if (after_a_or_e || vietnamese.find(text[i]) == vietnamese.npos) {
            return true;
        }
    }
    return false;
}

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
}

/// "h0_ten", "ph0ne": digits between letters, as the letters they look like.
std::string with_letters_for_digits(std::string text)
{
    constexpr std::string_view digits = "0134578";
    constexpr std::string_view letters = "oieastb";
    for (std::size_t i = 1; i < text.size(); ++i) {
        auto const at = digits.find(text[i]);
        auto const letter_at = [&text](std::size_t k) {
            return k < text.size() && std::isalpha(static_cast<unsigned char>(text[k])) != 0;
        };
        if (at != digits.npos && letter_at(i - 1) && (letter_at(i + 1) || text[i] == '0')) {
            text[i] = letters[at];
        }
    }
    return text;
}

}  // namespace

std::string unified(std::string_view text)
{
    if (is_ascii(text)) {
        return std::string{text};
    }
    auto letters = letters_of(compatible(nfc(text)));
    std::ranges::transform(letters, letters.begin(),
                           [](char32_t letter) { return plain_digit(look_alike(letter)); });
    return text_of(letters);
}

std::string words_of(std::string_view text)
{
    auto const letters = letters_of(unified(text));
    Letters parted;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        bool const part_of_word = is_letter(letters[i]);
        if (!part_of_word || case_changes(letters, i)) {
            parted += U' ';
        }
        if (part_of_word) {
            parted += letters[i];
        }
    }
    std::string words;
    for (char const letter : folded(text_of(parted))) {
        if (letter != ' ' || (!words.empty() && words.back() != ' ')) {
            words += letter;
        }
    }
    return joined_single_letters(std::string{trimmed(words)});
}

std::vector<std::string> decodings_of(std::string_view text)
{
    if (is_ascii(text)) {
        return {};
    }
    auto const letters = letters_of(text);
    std::vector<std::string> decoded;
    if (auto const mended = from_mojibake(letters)) {
        decoded.push_back(*mended);
    }
    bool const latin = std::ranges::all_of(letters, [](char32_t letter) { return letter < 0x100; });
    if (latin && is_of_another_code(letters)) {
        decoded.push_back(from_tcvn3(letters));
        decoded.push_back(from_vni(letters));
    }
    return decoded;
}

std::vector<std::string> readings_of(std::string_view text)
{
    auto const plain = unescaped(text);
    std::vector<std::string> readings{words_of(plain)};
    auto const add = [&readings](std::string words) {
        if (std::ranges::find(readings, words) == readings.end()) {
            readings.push_back(std::move(words));
        }
    };
    for (auto const& decoded : decodings_of(plain)) {
        add(words_of(decoded));
    }
    add(words_of(folded(unified(plain))));  // "FaceBook", "CmND"
    add(words_of(with_letters_for_digits(unified(plain))));
    return readings;
}

}  // namespace marchland::geo
