#include "geo/layers/place_names.hpp"

#include "geo/gate/readings.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace marchland::geo {
namespace {

constexpr std::size_t longest_prefix = 4;  ///< words: "cửa khẩu quốc tế"

/// The words of a name, parted by blanks and marks of punctuation.
std::vector<std::string> words_in(std::string_view text)
{
    std::vector<std::string> words(1);
    for (char const c : text) {
        bool const part = std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
        if (part) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

std::string joined(std::vector<std::string> const& words, std::size_t from, std::size_t to)
{
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
        text += (i == from ? "" : " ") + words[i];
    }
    return text;
}

/// Those for which it holds, or all where it holds for none.
template <class Holds>
void prefer(std::vector<std::size_t>& found, Holds const& holds)
{
    std::vector<std::size_t> better;
    std::ranges::copy_if(found, std::back_inserter(better), holds);
    if (!better.empty()) {
        found = std::move(better);
    }
}

}  // namespace

std::string NamedPlace::label() const
{
    auto const where = district.empty()   ? province
                       : province.empty() ? district
                                          : district + ", " + province;
    return id + " " + name + (where.empty() ? "" : " (" + where + ")") +
           (vintage.empty() ? "" : ", a former commune of " + vintage);
}

WrittenPlace WrittenPlace::parse(std::string_view text)
{
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        bool const dash = c == '-' && i > 0 && text[i - 1] == ' ' && text.substr(i + 1, 1) == " ";
        if (c == ',' || c == ';' || c == '(' || c == ')' || c == '/' || dash) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    std::vector<std::string> told;
    for (auto const& part : parts) {
        if (auto const word = trimmed(part); !word.empty()) {
            told.emplace_back(word);
        }
    }
    told.resize(std::max<std::size_t>(told.size(), 3));
    return {told[0], told[1], told[2]};
}

PlaceNames::PlaceNames(std::vector<NamedPlace> places, OwnWords const& own)
    : places_{std::move(places)}, own_{own}
{
    for (std::size_t i = 0; i < places_.size(); ++i) {
        auto const& name = names_.emplace_back(read(places_[i].name));
        by_name_.emplace(name.whole, i);
        if (name.bare != name.whole) {
            by_name_.emplace(name.bare, i);
        }
        around_.insert(read(places_[i].district).bare);
        around_.insert(read(places_[i].province).bare);
    }
}

PlaceNames::Name PlaceNames::read(std::string_view text) const
{
    auto const plain = unified(text);
    auto const words = words_in(folded(plain));
    auto const marked = words_in(tones_last(plain));
    auto const whole = joined(words, 0, words.size());
    for (auto n = std::min(longest_prefix, words.size()); n > 0; --n) {
        auto const prefix = listed_value("name_prefix", joined(words, 0, n), own_);
        if (prefix && n < words.size()) {
            return {whole, joined(words, n, words.size()),
                    joined(marked, std::min(n, marked.size()), marked.size()), *prefix};
        }
    }
    return {whole, whole, joined(marked, 0, marked.size()), {}};
}

bool PlaceNames::alike(std::string const& stated, std::string_view told) const
{
    auto const a = read(stated);
    auto const b = read(told);
    return stated.empty() || told.empty() || a.bare == b.bare || a.whole == b.bare ||
           a.bare == b.whole;
}

/// Places of the name as it stands, or else without what stands before it: "Chợ Rã" is a town and no market.
std::vector<std::size_t> PlaceNames::bearing(Name const& name) const
{
    std::vector<std::size_t> found;
    for (auto const& key : {name.whole, name.bare}) {
        auto const [from, to] = by_name_.equal_range(key);
        for (auto at = from; at != to; ++at) {
            found.push_back(at->second);
        }
        if (!found.empty()) {
            break;
        }
    }
    std::ranges::sort(found);
    return found;
}

std::vector<NamedPlace> PlaceNames::called(WrittenPlace const& written) const
{
    auto const name = read(written.name);
    auto found = bearing(name);
    std::erase_if(found, [&](std::size_t i) {
        auto const& place = places_[i];
        // "Đồng Đăng, Lạng Sơn": the second word may be either
        bool const there = alike(place.district, written.district) ||
                           (written.province.empty() && !place.province.empty() &&
                            alike(place.province, written.district));
        return !there || !alike(place.province, written.province);
    });
    // "Xã Cam Thanh" is not Cam Thành: who writes marks leaves none out
    auto const text = written.name + " " + written.district + " " + written.province;
    if (folded(text) != lower_case(text)) {
        prefer(found, [&](std::size_t i) { return names_[i].marked == name.marked; });
    }
    if (!name.prefix.empty()) {
        prefer(found, [&](std::size_t i) {
            return (names_[i].prefix.empty() ? places_[i].kind : names_[i].prefix) == name.prefix;
        });
    }
    std::vector<NamedPlace> places;
    for (auto const i : found) {
        places.push_back(places_[i]);
    }
    return places;
}

std::vector<NamedPlace> PlaceNames::called(std::string_view text, std::string_view district,
                                           std::string_view province) const
{
    auto const told = [](std::string_view word) { return std::string{trimmed(word)}; };
    auto places = called(WrittenPlace{told(text), told(district), told(province)});
    auto parts = WrittenPlace::parse(text);
    if (places.empty() && parts.name != told(text)) {
        parts.district = district.empty() ? parts.district : told(district);
        parts.province = province.empty() ? parts.province : told(province);
        places = called(parts);
    }
    return places;
}

bool PlaceNames::knows(std::string_view text) const
{
    auto const is_known = [this](std::string_view word) {
        auto const name = read(word);
        return !name.whole.empty() && (around_.contains(name.bare) || !bearing(name).empty());
    };
    // "Tân Thanh, Văn Lãng": every part must be a place, for a person may be told of beside one
    auto const parts = WrittenPlace::parse(text);
    return is_known(text) ||
           (is_known(parts.name) && (parts.district.empty() || is_known(parts.district)) &&
            (parts.province.empty() || is_known(parts.province)));
}

}  // namespace marchland::geo
