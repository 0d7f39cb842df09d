/// \file person_names.hpp
/// Names of persons as Vietnamese and Chinese are called.
#pragma once

#include <cstdint>
#include <string_view>

namespace marchland::geo {

enum class NameLikeness : std::uint8_t {
    no,
    perhaps,  ///< a place could be called so: "Cao Sơn"
    likely,   ///< hardly a place: "Trần Quốc Bảo", "Bà Lan", "N.T.L.", "王小明"
    surely    ///< by its middle word: "Nguyễn Thị Lan", "GIÀNG A PÁO"
};

/// By family name, middle word and number of words; places with their kind before them ("Phường Hoàng Văn Thụ")
/// and names of persons that places bear are not meant.
NameLikeness person_name(std::string_view text);

/// Whether streets and communes are called after a person of this name: "Trần Phú".
bool is_namesake(std::string_view text);

}  // namespace marchland::geo
