/// \file encodings.hpp
/// Vietnamese text whose bytes or letters were taken for those of another encoding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace marchland::geo {

enum class Encoding : std::uint8_t {
    windows_1258,
    tcvn3,      ///< also called ABC: fonts .VnTime, .VnArial
    vni,        ///< fonts VNI-Times
    utf8_twice  ///< UTF-8 that was taken for Windows-1252
};
std::string_view name_of(Encoding encoding);  ///< "Windows-1258", "TCVN3 (ABC)", ...

struct Restored {
    std::string text;  ///< NFC
    Encoding encoding{};
};

/// The text as it was meant, where it shows the marks of another encoding; nothing where it is sound, or where
/// nothing can be told. Bytes that are not UTF-8 are taken for a one-byte encoding; text that is UTF-8 for such
/// bytes that somebody made letters of Latin-1 of.
/// \par Source  TCVN 5712:1993 (VN3); code page 1258 of Windows; VNI as in its fonts.
std::optional<Restored> restored(std::string_view text);

/// \namespace marchland::geo
/// \par Example
/// \code
/// assert(geo::restored("Xaõ Ñoàng Ñaêng")->text == "Xã Đồng Đăng");
/// assert(!geo::restored("Xã Đồng Đăng"));
/// \endcode

}  // namespace marchland::geo
