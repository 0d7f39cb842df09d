// What a task last worked on, as text that is equal exactly where nothing it reads has changed. Private.
#pragma once

#include <concepts>
#include <filesystem>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace marchland::study {

/// Values are kept by their bits and lengths, so that no two lists of values look alike.
class Stamp {
public:
    template <class... T>
    void add(T const&... values)
    {
        (put(values), ...);
    }

    bool operator==(Stamp const&) const = default;

private:
    void bytes(void const* at, std::size_t size)
    {
        text_.append(static_cast<char const*>(at), size);
    }

    template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
    void put(T value) { bytes(&value, sizeof value); }
    void put(std::string_view text)
    {
        put(text.size());
        bytes(text.data(), text.size());
    }
    void put(std::string const& text) { put(std::string_view{text}); }
    void put(char const* text) { put(std::string_view{text}); }
    void put(std::filesystem::path const& path) { put(std::string_view{path.native()}); }
    template <class A, class B>
    void put(std::pair<A, B> const& pair)
    {
        add(pair.first, pair.second);
    }
    template <class T>
    void put(std::optional<T> const& value)
    {
        put(value.has_value());
        if (value) {
            put(*value);
        }
    }
    template <std::ranges::sized_range Range>
    requires(!std::convertible_to<Range, std::string_view> &&
             !std::same_as<Range, std::filesystem::path>) void put(Range const& values)
    {
        put(std::ranges::size(values));
        for (auto const& value : values) {
            put(value);
        }
    }

    std::string text_;
};

}  // namespace marchland::study
