// The ways in which a word of a file may have to be read: whatever its letters were made of. Shared in geo.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// Full-width letters and digits of other scripts as plain ones, letters of Greek and Cyrillic that look
/// Latin as Latin, every dash "-", every blank " ", no invisible characters. Case and marks stay.
std::string unified(std::string_view text);

/// The text in lower case without marks, its words parted by single blanks: at blanks and marks of
/// punctuation, where the case changes ("HoTen", "SDTMe") and where digits stand, which are left out.
/// Letters that stand alone in a row ("h o t e n") are one word.
std::string words_of(std::string_view text);

/// words_of the text as it stands and, where they differ, as TCVN3, as VNI, and as UTF-8 that was taken for
/// Windows-1252, and with digits among letters as the letters they look like ("h0_ten").
std::vector<std::string> readings_of(std::string_view text);

/// The text in Unicode where it is TCVN3, VNI or UTF-8 taken for Windows-1252; without its marks in the first two.
std::vector<std::string> decodings_of(std::string_view text);

}  // namespace marchland::geo
