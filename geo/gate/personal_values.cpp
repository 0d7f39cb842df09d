#include "geo/gate/personal_values.hpp"

#include "geo/gate/person_names.hpp"
#include "geo/gate/readings.hpp"
#include "geo/gate/value_shapes.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace marchland::geo {
namespace {

/// Nothing shorter names anybody.
constexpr std::size_t shortest_telling = 5;

/// More letters than a word of a list has.
constexpr std::ptrdiff_t longest_word = 40;

/// Parts of a cell between marks, until one fits.
bool any_part(std::string_view cell, std::string_view marks, auto fits)
{
    for (std::size_t from = 0; from <= cell.size();) {
        auto const to = std::min(cell.find_first_of(marks, from), cell.size());
        auto const part = trimmed(cell.substr(from, to - from));
        if (!part.empty() && fits(part)) {
            return true;
        }
        from = to + 1;
    }
    return false;
}

/// A list may have several words, with semicolons between.
bool is_free_text(std::string_view cell)
{
    return any_part(cell, ";", [](std::string_view part) {
        return std::ranges::count_if(part, [](char byte) {
                   return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
               }) > longest_word;
    });
}

/// "a@b.vn", "facebook.com/...", "zalo: Lan", "wxid_..."; the word alone is a kind of activity.
bool is_online(std::string const& folded_cell)
{
    constexpr std::array<std::string_view, 22> hosts{
        "facebook.com", "fb.com",        "fb.me",      "m.me/",   "zalo.me",      "t.me/",
        "wa.me",        "instagram.com", "tiktok.com", "weibo.c", "wechat.com",   "weixin.qq",
        "twitter.com",  "linkedin.com",  "//x.com",    "vk.com",  "youtube.com/", "wxid_",
        "user.qzone",   "skype:",        "mailto:",    "tel:"};
    constexpr std::array<std::string_view, 14> networks{
        "facebook", "fb",       "zalo",   "wechat",    "weixin", "qq",   "telegram",
        "viber",    "whatsapp", "tiktok", "instagram", "skype",  "nick", "微信"};
    auto const holds = [&](auto host) { return folded_cell.find(host) != std::string::npos; };
    bool const named = std::ranges::any_of(networks, [&](auto network) {
        auto const rest = folded_cell.starts_with(network)
                              ? trimmed(std::string_view{folded_cell}.substr(network.size()))
                              : std::string_view{};
        bool const parted = folded_cell.size() > network.size() &&
                            (folded_cell[network.size()] == ' ' || network == "微信");
        return rest.size() > 1 &&
               (parted || rest[0] == ':' || rest[0] == '/' || rest[0] == '-' || rest[0] == '=');
    });
    return holds("@") || named || std::ranges::any_of(hosts, holds);
}

bool is_link(std::string const& folded_cell)
{
    return folded_cell.find("://") != std::string::npos || folded_cell.starts_with("www.");
}

bool is_of_health(std::string const& folded_cell)
{
    constexpr std::array<std::string_view, 10> words{
        "hiv",        "mang thai", "co thai", "tam than", "tram cam",
        "nhiem benh", "pregnan",   "艾滋",    "怀孕",     "精神病"};
    if (folded_cell.find("mang thai ho") != std::string::npos) {  // surrogacy is a form
        return false;
    }
    return std::ranges::any_of(words, [&](auto word) {
        auto const at = folded_cell.find(word);
        auto const end = at + word.size();  // "tam than" is not in "tam thanh"
        return at != std::string::npos && (end == folded_cell.size() || folded_cell[end] < 'a' ||
                                           folded_cell[end] > 'z' || word == "pregnan");
    });
}

bool holds_name(std::string_view cell, NameLikeness least)
{
    return any_part(cell, ",;:/&()|-0123456789\t\n\"", [least](std::string_view part) {
        auto const first = part.find_first_not_of(" .*#'");
        return first != part.npos && person_name(trimmed(part.substr(first))) >= least;
    });
}

std::optional<PersonalKind> of_places(std::string_view cell, std::string_view as_written)
{
    auto const text = folded(cell);
    if (is_online(text)) {
        return PersonalKind::online;
    }
    if (holds_telephone(cell)) {
        return PersonalKind::telephone;
    }
    return holds_name(as_written, NameLikeness::surely) ? std::optional{PersonalKind::name}
                                                        : std::nullopt;
}

std::optional<PersonalKind> of_counts(std::string_view cell, std::string_view as_written)
{
    auto const text = folded(cell);
    if (is_online(text)) {
        return PersonalKind::online;
    }
    if (is_coordinate(cell)) {
        return PersonalKind::coordinate;
    }
    if (holds_telephone(cell)) {
        return PersonalKind::telephone;
    }
    if (holds_exact_day(cell)) {
        return PersonalKind::day;
    }
    if (is_number_plate(cell)) {
        return PersonalKind::account;
    }
    if (is_case_number(cell)) {
        return PersonalKind::case_number;
    }
    if (holds_long_number(cell) || is_passport(cell)) {
        return PersonalKind::identity;
    }
    if (is_address(cell)) {
        return PersonalKind::address;
    }
    if (holds_name(as_written, NameLikeness::likely)) {
        return PersonalKind::name;
    }
    if (is_of_health(text)) {
        return PersonalKind::health;
    }
    return is_link(text) ? std::optional{PersonalKind::online} : std::nullopt;
}

bool is_short_number(std::string_view cell)
{
    return cell.size() < 8 &&
           std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<PersonalKind> personal_value(std::string_view cell, CellOf where)
{
    auto const bare = trimmed(cell);
    if (bare.size() < shortest_telling || is_short_number(bare)) {
        return std::nullopt;
    }
    auto const written = unescaped(bare);
    auto const plain = unified(written);
    auto const text = trimmed(plain);
    if (text.size() < shortest_telling) {
        return std::nullopt;
    }
    if (where == CellOf::places) {
        return of_places(text, written);
    }
    auto const kind = of_counts(text, written);
    return !kind && is_free_text(text) ? std::optional{PersonalKind::free_text} : kind;
}

}  // namespace marchland::geo
