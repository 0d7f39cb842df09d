// How long a test waits for work that was asked to stop.
#pragma once

#include <chrono>

namespace marchland::test {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr std::chrono::seconds patience{20};  // every access is checked
#else
constexpr std::chrono::seconds patience{1};  // what a user is promised
#endif

}  // namespace marchland::test
