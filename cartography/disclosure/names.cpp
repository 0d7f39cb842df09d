#include "cartography/disclosure/names.hpp"

namespace marchland::cartography {

namespace {

/// Of a letter or digit; a letter with marks is made of bytes that are not ASCII.
bool is_word_byte(char byte)
{
    auto const lower = static_cast<unsigned char>(byte | 0x20);
    return (byte & 0x80) != 0 || (byte >= '0' && byte <= '9') || (lower >= 'a' && lower <= 'z');
}

bool is_boundary(std::string_view text, std::size_t at)
{
    return at == 0 || at == text.size() || !is_word_byte(text[at - 1]) || !is_word_byte(text[at]);
}

}  // namespace

void Names::add(std::string const& name)
{
    if (!name.empty() && names_.insert(name).second) {
        lengths_.insert(name.size());
    }
}

std::size_t Names::length_at(std::string_view text, std::size_t at) const
{
    if (!is_boundary(text, at)) {
        return 0;
    }
    for (auto const length : lengths_) {
        if (at + length <= text.size() && is_boundary(text, at + length) &&
            names_.contains(text.substr(at, length))) {
            return length;
        }
    }
    return 0;
}

bool Names::any_in(std::string const& text) const
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (length_at(text, at) > 0) {
            return true;
        }
    }
    return false;
}

std::string Names::replaced(std::string const& text, std::string_view instead) const
{
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        if (auto const length = length_at(text, at); length > 0) {
            kept += instead;
            at += length;
        } else {
            kept += text[at++];
        }
    }
    return kept;
}

}  // namespace marchland::cartography
