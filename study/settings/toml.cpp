#include "study/settings/toml.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <toml++/toml.h>

namespace marchland::study {

struct StudyToml::Root {
    toml::table table;

    auto node(std::string const& section, std::string const& key) const
    {
        return table.at_path(section)[key];
    }
};

std::string listed(Keys const& names)
{
    std::string list;
    for (auto const& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

std::string did_you_mean(std::string const& key, Keys const& known)
{
    auto const near = geo::nearest_name(key, known);
    return near ? "; did you mean \"" + *near + "\"?" : "";
}

namespace {

/// Section by section: what `changes` does not name stays.
void lay_over(toml::table& table, toml::table const& changes)
{
    for (auto const& [key, node] : changes) {
        auto* const section = table[key].as_table();
        if (section != nullptr && node.is_table()) {
            lay_over(*section, *node.as_table());
        } else {
            table.insert_or_assign(key, node);
        }
    }
}

}  // namespace

StudyToml::StudyToml(std::string const& text, std::filesystem::path const& file,
                     std::vector<std::string> const& changes)
    : root_{std::make_unique<Root>()}
{
    try {
        root_->table = toml::parse(text, file.string());
        for (auto const& change : changes) {
            lay_over(root_->table, toml::parse(change));
        }
    } catch (toml::parse_error const& error) {
        throw geo::Error{geo::Trouble::usage,
                         file.string() + ", line " + std::to_string(error.source().begin.line) +
                             ": not valid TOML: " + std::string{error.description()}};
    }
}

StudyToml::~StudyToml() = default;

Keys StudyToml::names() const
{
    Keys names;
    for (auto const& [key, node] : root_->table) {
        names.emplace_back(key.str());
    }
    return names;
}

bool StudyToml::is_section(std::string const& section) const
{
    return root_->table.at_path(section).is_table();
}

bool StudyToml::is_list(std::string const& name) const
{
    return root_->table.at_path(name).is_array();
}

std::size_t StudyToml::list_size(std::string const& name) const
{
    auto const* const list = root_->table.at_path(name).as_array();
    return list != nullptr ? list->size() : 0;
}

Keys StudyToml::keys(std::string const& section) const
{
    Keys keys;
    if (auto const* const table = root_->table.at_path(section).as_table()) {
        for (auto const& [key, node] : *table) {
            keys.emplace_back(key.str());
        }
    }
    return keys;
}

bool StudyToml::has(std::string const& section, std::string const& key) const
{
    return static_cast<bool>(root_->node(section, key));
}

bool StudyToml::is_number(std::string const& section, std::string const& key) const
{
    return root_->node(section, key).is_number();
}

std::string StudyToml::called(std::string const& section, std::string const& key)
{
    return "[" + section + "] " + key;
}

/// A value of the wanted type, or nothing where the key is absent; a wrong type is said.
template <class T>
std::optional<T> StudyToml::value(std::string const& section, std::string const& key,
                                  std::string_view expected)
{
    auto const node = root_->node(section, key);
    if (!node) {
        return std::nullopt;
    }
    auto const found = node.template value<T>();
    if (!found) {
        wrong(called(section, key) + ": expected " + std::string{expected});
    }
    return found;
}

std::optional<std::string> StudyToml::text(std::string const& section, std::string const& key)
{
    auto const found = value<std::string>(section, key, "a text in quotes");
    return found ? std::optional{geo::nfc(*found)} : std::nullopt;
}

std::optional<double> StudyToml::real(std::string const& section, std::string const& key)
{
    return value<double>(section, key, "a number");
}

std::optional<std::int64_t> StudyToml::whole(std::string const& section, std::string const& key)
{
    return value<std::int64_t>(section, key, "a whole number");
}

std::optional<bool> StudyToml::truth(std::string const& section, std::string const& key)
{
    return value<bool>(section, key, "true or false");
}

std::optional<Keys> StudyToml::list(std::string const& section, std::string const& key) const
{
    auto const node = root_->node(section, key);
    auto const* const list = node.as_array();
    if (list == nullptr) {
        return std::nullopt;
    }
    Keys texts;
    for (auto const& one : *list) {
        texts.push_back(one.value_or(std::string{}));
    }
    return texts;
}

void StudyToml::texts(std::string const& section, std::string const& key, Keys& target)
{
    auto const node = root_->node(section, key);
    if (!node) {
        return;
    }
    auto const* const list = node.as_array();
    bool const sound = list != nullptr &&
                       std::ranges::all_of(*list, [](auto const& one) { return one.is_string(); });
    if (!sound) {
        wrong(called(section, key) + ": expected a list of texts, e.g. " + key +
              " = [\"R7K2QX0A\"]");
        return;
    }
    for (auto const& one : *list) {
        target.push_back(one.value_or(std::string{}));
    }
}

void StudyToml::flag(std::string const& section, std::string const& key, bool& target)
{
    target = truth(section, key).value_or(target);
}

void StudyToml::out_of_range(std::string const& section, std::string const& key, double found,
                             bool whole_number, double lowest, double highest)
{
    wrong(called(section, key) + " = " + geo::told(found) + ": expected " +
          (whole_number ? "a whole number, " : "") + geo::told(lowest) + " to " +
          geo::told(highest));
}

}  // namespace marchland::study
