#include "geo/vocabulary/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <utility>

namespace marchland::geo {
namespace {

std::string mapped(std::string_view text, utf8proc_option_t options)
{
    utf8proc_uint8_t* made = nullptr;
    auto const size = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made, options);
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owned{made, &std::free};
    if (size < 0) {
        return std::string{text};
    }
    return {reinterpret_cast<char const*>(made), static_cast<std::size_t>(size)};
}

utf8proc_option_t combine(int options)
{
    return static_cast<utf8proc_option_t>(options);
}

}  // namespace

std::string nfc(std::string_view text)
{
    return mapped(text, combine(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

bool is_nfc(std::string_view text)
{
    return nfc(text) == text;
}

bool is_utf8(std::string_view text)
{
    auto const* at = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t point = 0;
        auto const used = utf8proc_iterate(at, left, &point);
        if (used <= 0) {
            return false;
        }
        at += used;
        left -= used;
    }
    return true;
}

std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::uint32_t point = 0;
        bool const escape = i + 6 <= text.size() && text[i] == '\\' && text[i + 1] == 'u';
        if (escape) {
            auto const* const first = text.data() + i + 2;
            auto const [end, trouble] = std::from_chars(first, first + 4, point, 16);
            if (trouble == std::errc{} && end == first + 4 &&
                utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(point))) {
                std::array<utf8proc_uint8_t, 4> bytes{};
                auto const size =
                    utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes.data());
                out.append(reinterpret_cast<char const*>(bytes.data()),
                           static_cast<std::size_t>(size));
                i += 6;
                continue;
            }
        }
        out += text[i++];
    }
    return out;
}

std::string folded(std::string_view text)
{
    auto plain = mapped(text, combine(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                                      UTF8PROC_CASEFOLD));
    // The barred d is a letter of its own to Unicode; people who search type d.
    for (std::string_view const barred : {"\u0111", "\u0110"}) {
        for (auto at = plain.find(barred); at != std::string::npos; at = plain.find(barred, at)) {
            plain.replace(at, barred.size(), "d");
        }
    }
    return plain;
}

std::string lower_case(std::string_view text)
{
    return mapped(text, combine(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
}

std::string tones_last(std::string_view text)
{
    constexpr std::array tones{0x0300, 0x0301, 0x0303, 0x0309,
                               0x0323};  // huyền, sắc, ngã, hỏi, nặng
    auto const apart =
        mapped(text, combine(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD));
    std::string out;
    std::string tone;
    auto const* at = reinterpret_cast<utf8proc_uint8_t const*>(apart.data());
    for (auto left = static_cast<utf8proc_ssize_t>(apart.size()); left > 0;) {
        utf8proc_int32_t point = 0;
        auto const used = utf8proc_iterate(at, left, &point);
        if (used <= 0) {
            break;
        }
        std::string const letter{reinterpret_cast<char const*>(at), static_cast<std::size_t>(used)};
        at += used;
        left -= used;
        if (std::ranges::find(tones, point) != tones.end()) {
            tone += letter;
        } else {
            out += point == ' ' ? std::exchange(tone, {}) + letter : letter;
        }
    }
    return out + tone;
}

std::string_view trimmed(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<double> number_in(std::string_view text)
{
    auto const word = trimmed(text);
    double value = 0.0;
    auto const [end, trouble] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || trouble != std::errc{} || end != word.data() + word.size() ||
        !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::string without_passwords(std::string text)
{
    constexpr std::string_view stars = "***";
    auto lower = text;  // bytes stay where they are, which folding would not promise
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    constexpr std::string_view key = "password=";
    for (auto at = lower.rfind(key); at != std::string::npos;
         at = at == 0 ? std::string::npos : lower.rfind(key, at - 1)) {
        auto const from = at + key.size();
        bool const quoted = from < text.size() && (text[from] == '\'' || text[from] == '"');
        auto const to =
            quoted ? text.find(text[from], from + 1) : text.find_first_of(" \t\r\n'\"&", from);
        auto const start = from + (quoted ? 1 : 0);
        text.replace(start, to == std::string::npos ? to : to - start, stars);
    }
    for (auto at = text.find("://"); at != std::string::npos; at = text.find("://", at + 3)) {
        auto const end = text.find_first_of("/ \t\r\n'\"", at + 3);
        auto const host = text.rfind('@', end);
        auto const colon = text.find(':', at + 3);
        if (host != std::string::npos && host > at && colon < host) {
            text.replace(colon + 1, host - colon - 1, stars);
        }
    }
    return text;
}

std::string printable(std::string_view text)
{
    std::string out;
    auto const* at = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t point = 0;
        auto const used = utf8proc_iterate(at, left, &point);
        auto const bytes = std::max<utf8proc_ssize_t>(used, 1);
        bool const turns =
            (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        bool const blank = point == '\t' || point == '\n' || point == '\r';
        if (used > 0 && !turns && utf8proc_category(point) != UTF8PROC_CATEGORY_CC) {
            out.append(reinterpret_cast<char const*>(at), static_cast<std::size_t>(bytes));
        } else {
            out += used > 0 && blank ? ' ' : '?';
        }
        at += bytes;
        left -= bytes;
    }
    return out;
}

std::size_t letters_changed(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const change = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

std::optional<std::string> nearest_name(std::string_view name,
                                        std::vector<std::string> const& candidates)
{
    std::optional<std::string> best;
    auto const wanted = folded(name);
    std::size_t fewest = std::max<std::size_t>(2, wanted.size() / 3) + 1;
    for (auto const& candidate : candidates) {
        auto const changes = letters_changed(wanted, folded(candidate));
        if (changes < fewest) {
            fewest = changes;
            best = candidate;
        }
    }
    return best;
}

std::string fixed(double value, int digits)
{
    if (std::isnan(value)) {
        return {};
    }
    std::array<char, 400> buffer{};
    auto const done = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                    std::chars_format::fixed, digits);
    std::string const text{buffer.data(), done.ptr};
    // "-0.00" is zero to a reader.
    bool const negative_zero =
        text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos;
    return negative_zero ? text.substr(1) : text;
}

std::string shortest(double value)
{
    if (std::isnan(value)) {
        return {};
    }
    std::array<char, 64> buffer{};
    bool const whole = std::abs(value) < 1e15 && value == std::floor(value);  // no 1e+05 in a sheet
    auto* const end = buffer.data() + buffer.size();
    auto const done = whole ? std::to_chars(buffer.data(), end, value, std::chars_format::fixed)
                            : std::to_chars(buffer.data(), end, value);
    return {buffer.data(), done.ptr};
}

std::string told(double value)
{
    bool const whole = std::abs(value) < 1e15 && value == std::floor(value);
    return std::isnan(value) ? "nan" : whole ? fixed(value, 0) : shortest(value);
}

}  // namespace marchland::geo
