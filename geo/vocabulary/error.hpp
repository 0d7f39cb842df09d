/// \file error.hpp
/// How work ends when it cannot go on.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace marchland::geo {

/// What kind of trouble, so that a door can choose its exit code.
enum class Trouble : std::uint8_t {
    usage,     ///< the caller asked for something that makes no sense: exit 2
    findings,  ///< the data's findings stop the work: exit 1
    failed,    ///< the machine or the file system did not do its part: exit 3
};

/// The one exception of the project: a kind, and words for a planner.
class Error : public std::runtime_error {
public:
    Error(Trouble kind, std::string const& words) : std::runtime_error{words}, kind_{kind} {}

    Trouble kind() const noexcept { return kind_; }

    /// The same error, said from one floor higher: "reading roads: ...".
    Error during(std::string_view doing) const
    {
        return Error{kind_, std::string{doing} + ": " + what()};
    }

private:
    Trouble kind_;
};

/// Thrown by Job::at when somebody asked to stop. Not an Error: nothing went wrong.
struct Cancelled {};

}  // namespace marchland::geo
