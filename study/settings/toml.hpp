// The text of study.toml by section and key, and all that is wrong with it. Private to analysis.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace marchland::study {

using Keys = std::vector<std::string>;

/// "a, b, c"
std::string listed(Keys const& names);

/// "; did you mean \"x\"?", or nothing where no name is near.
std::string did_you_mean(std::string const& key, Keys const& known);

/// A section is called "graph", one within another "land_cover.classes", one of a list
/// "indicators[0]". What is asked for and is not there is no mistake; what has the wrong type is.
class StudyToml {
public:
    /// \param file     how the text is called in what is said of it.
    /// \param changes  lines of TOML; each takes the place of the text's own.
    /// \throws Error{usage}  not TOML.
    StudyToml(std::string const& text, std::filesystem::path const& file,
              std::vector<std::string> const& changes);
    ~StudyToml();
    StudyToml(StudyToml const&) = delete;
    StudyToml& operator=(StudyToml const&) = delete;

    void wrong(std::string line) { all_wrong_.push_back(std::move(line)); }
    Keys const& all_wrong() const { return all_wrong_; }

    Keys names() const;  ///< at the top of the file
    bool is_section(std::string const& section) const;
    bool is_list(std::string const& name) const;
    std::size_t list_size(std::string const& name) const;  ///< 0 where there is no list
    Keys keys(std::string const& section) const;
    bool has(std::string const& section, std::string const& key) const;
    bool is_number(std::string const& section, std::string const& key) const;

    std::optional<std::string> text(std::string const& section, std::string const& key);
    std::optional<double> real(std::string const& section, std::string const& key);
    std::optional<std::int64_t> whole(std::string const& section, std::string const& key);
    std::optional<bool> truth(std::string const& section, std::string const& key);
    /// The texts of a list; other entries are empty. Nothing: there is no list, and nothing is
    /// said.
    std::optional<Keys> list(std::string const& section, std::string const& key) const;

    /// A list of texts, e.g. undo = ["R7K2QX0A"].
    void texts(std::string const& section, std::string const& key, Keys& target);
    void flag(std::string const& section, std::string const& key, bool& target);

    template <class T>
    void number(std::string const& section, std::string const& key, T& target, T lowest, T highest)
    {
        auto const found = real(section, key);
        if (!found) {
            return;
        }
        bool const whole_number = std::is_floating_point_v<T> || *found == std::floor(*found);
        // Said this way round, "nan" is out of range too.
        if (*found >= static_cast<double>(lowest) && *found <= static_cast<double>(highest) &&
            whole_number) {
            target = static_cast<T>(*found);
            return;
        }
        out_of_range(section, key, *found, !std::is_floating_point_v<T>,
                     static_cast<double>(lowest), static_cast<double>(highest));
    }

    template <class Enum, std::size_t n>
    void choice(std::string const& section, std::string const& key,
                std::array<std::string_view, n> const& names, Enum& target)
    {
        auto const found = text(section, key);
        if (!found) {
            return;
        }
        auto const* const at = std::ranges::find(names, std::string_view{*found});
        if (at == names.end()) {
            wrong(called(section, key) + " = \"" + *found + "\": expected one of " +
                  listed({names.begin(), names.end()}));
            return;
        }
        target = static_cast<Enum>(at - names.begin());
    }

    /// How a key is called in words: [graph] snap_m.
    static std::string called(std::string const& section, std::string const& key);

private:
    void out_of_range(std::string const& section, std::string const& key, double found,
                      bool whole_number, double lowest, double highest);
    template <class T>
    std::optional<T> value(std::string const& section, std::string const& key,
                           std::string_view expected);

    struct Root;
    std::unique_ptr<Root> root_;
    Keys all_wrong_;
};

}  // namespace marchland::study
