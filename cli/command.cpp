#include "cli/command.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace marchland::cli {

Option& Option::required()
{
    option_->required();
    return *this;
}

Option& Option::between(int least, int most)
{
    option_->check(CLI::Range(least, most));
    return *this;
}

Option& Option::between(double least, double most)
{
    option_->check(CLI::Range(least, most));
    return *this;
}

Option& Option::between(std::uint64_t least, std::uint64_t most)
{
    option_->check(CLI::Range(least, most));
    return *this;
}

Option& Option::one_of(std::vector<std::string> const& words)
{
    option_->check(CLI::IsMember(words));
    return *this;
}

Option& Option::existing_file()
{
    option_->check(CLI::ExistingFile);
    return *this;
}

Option& Option::shows_default()
{
    option_->capture_default_str();
    return *this;
}

Command Command::subcommand(std::string const& name, std::string const& help)
{
    return Command{*app_->add_subcommand(name, help)};
}

std::vector<Command> Command::subcommands() const
{
    std::vector<Command> found;
    for (auto* const app : app_->get_subcommands({})) {
        found.emplace_back(*app);
    }
    return found;
}

std::string Command::name() const
{
    return app_->get_name();
}

std::vector<std::string> Command::option_names() const
{
    std::vector<std::string> names;
    for (auto const* const option : std::as_const(*app_).get_options()) {
        for (auto const& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
        for (auto const& name : option->get_snames()) {
            names.push_back("-" + name);
        }
    }
    return names;
}

template <class Value>
Option Command::option(std::string const& names, Value& value, std::string const& help)
{
    return Option{*app_->add_option(names, value, help)};
}

template Option Command::option(std::string const&, bool&, std::string const&);
template Option Command::option(std::string const&, int&, std::string const&);
template Option Command::option(std::string const&, unsigned&, std::string const&);
template Option Command::option(std::string const&, double&, std::string const&);
template Option Command::option(std::string const&, std::string&, std::string const&);
template Option Command::option(std::string const&, std::filesystem::path&, std::string const&);
template Option Command::option(std::string const&, std::vector<std::string>&, std::string const&);
template Option Command::option(std::string const&, std::optional<int>&, std::string const&);
template Option Command::option(std::string const&, std::optional<double>&, std::string const&);
template Option Command::option(std::string const&, std::optional<std::string>&,
                                std::string const&);
template Option Command::option(std::string const&, std::optional<std::uint64_t>&,
                                std::string const&);

Option Command::option(std::string const& name)
{
    return Option{*app_->get_option(name)};
}

void Command::flag(std::string const& names, bool& value, std::string const& help)
{
    app_->add_flag(names, value, help);
}

Option Command::word(std::string const& names, std::function<void(std::string const&)> take,
                     std::string const& help)
{
    return Option{*app_->add_option_function<std::string>(names, std::move(take), help)};
}

void Command::runs(std::function<void()> work)
{
    app_->callback(std::move(work));
}

CommandLine::CommandLine(std::string const& name, std::string const& version,
                         std::string const& description, std::string const& footer)
    : app_{std::make_unique<CLI::App>(description)}, program_{*app_}
{
    app_->name(name);
    app_->set_version_flag("--version", name + " " + version);
    app_->require_subcommand(1);
    app_->footer(footer);
}

CommandLine::~CommandLine() = default;

int CommandLine::run(int count, char const* const* words)
{
    try {
        app_->parse(count, words);
        return 0;
    } catch (CLI::ParseError const& error) {
        return app_->exit(error) == 0 ? 0 : 2;  // help and version are no mistakes
    }
}

}  // namespace marchland::cli
