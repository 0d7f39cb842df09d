// A thin face of CLI11, which costs seconds in every file that includes it: what the subcommands declare, in
// one unit. Help, manual pages and completion come from these declarations.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace marchland::cli {

/// An option of a command that was declared; each call narrows what it takes.
class Option {
public:
    explicit Option(CLI::Option& option) : option_{&option} {}

    Option& required();
    Option& between(int least, int most);
    Option& between(double least, double most);
    Option& between(std::uint64_t least, std::uint64_t most);
    Option& one_of(std::vector<std::string> const& words);
    Option& existing_file();
    Option& shows_default();  ///< help tells the value that the variable has now

private:
    CLI::Option* option_;
};

/// A command: the program itself or one of its subcommands.
class Command {
public:
    explicit Command(CLI::App& app) : app_{&app} {}

    Command subcommand(std::string const& name, std::string const& help);
    std::vector<Command> subcommands() const;
    std::string name() const;
    std::vector<std::string> option_names() const;  ///< with their dashes

    /// Parsing sets the variable, which must outlive the command. command.cpp lists the types.
    template <class Value>
    Option option(std::string const& names, Value& value, std::string const& help);
    /// One that is declared already.
    Option option(std::string const& name);
    void flag(std::string const& names, bool& value, std::string const& help);
    /// An option that takes one of a few words. CLI11's own help of a choice prints enumerators as letters.
    template <class Choice>
    void choice(std::string const& names, std::optional<Choice>& chosen, std::string const& help,
                std::map<std::string, Choice> const& words)
    {
        std::vector<std::string> known;
        for (auto const& [word, value] : words) {
            known.push_back(word);
        }
        word(
            names, [&chosen, words](std::string const& said) { chosen = words.at(said); }, help)
            .one_of(known);
    }

    void runs(std::function<void()> work);  ///< once the command line is read

private:
    Option word(std::string const& names, std::function<void(std::string const&)> take,
                std::string const& help);

    CLI::App* app_;
};

/// The program with its words around the commands.
class CommandLine {
public:
    CommandLine(std::string const& name, std::string const& version, std::string const& description,
                std::string const& footer);
    ~CommandLine();
    CommandLine(CommandLine const&) = delete;
    CommandLine& operator=(CommandLine const&) = delete;

    Command& program() { return program_; }
    /// Reads the words and runs what they name. Says wrong use, help and version itself.
    /// \return 2 for wrong use, else 0.
    int run(int count, char const* const* words);

private:
    std::unique_ptr<CLI::App> app_;
    Command program_;
};

}  // namespace marchland::cli
