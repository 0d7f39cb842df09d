// Prints the bash completion of marchland, made from the same declarations as its help. A program of the
// build, not installed.
#include "cli/commands.hpp"

#include <iostream>

namespace {

std::string words_of(marchland::cli::Command const& command)
{
    std::string words;
    for (auto const& name : command.option_names()) {
        words += name + " ";
    }
    return words;
}

}  // namespace

int main()
{
    marchland::cli::Console console;
    auto const line = marchland::cli::command_line(console);
    auto const& program = line->program();
    std::string names;
    std::string cases;
    for (auto const& command : program.subcommands()) {
        names += command.name() + " ";
        cases += "        " + command.name() + ") words='" + words_of(command) + "' ;;\n";
    }
    std::cout << "# bash completion of marchland\n"
                 "_marchland()\n{\n"
                 "    local here=${COMP_WORDS[COMP_CWORD]} words\n"
                 "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                 "        COMPREPLY=($(compgen -W '"
              << names << words_of(program)
              << "' -- \"$here\"))\n"
                 "        return\n"
                 "    fi\n"
                 "    case ${COMP_WORDS[1]} in\n"
              << cases
              << "        *) words='' ;;\n"
                 "    esac\n"
                 "    case $here in\n"
                 "        -*) COMPREPLY=($(compgen -W \"$words\" -- \"$here\")) ;;\n"
                 "        *) COMPREPLY=($(compgen -f -- \"$here\")) ;;\n"
                 "    esac\n"
                 "}\n"
                 "complete -o filenames -F _marchland marchland\n";
    return 0;
}
