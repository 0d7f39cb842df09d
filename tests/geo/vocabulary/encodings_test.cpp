#include "geo/vocabulary/encodings.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace marchland::geo;

TEST(Encodings, TextIsRestored)
{
    struct Case {
        char const* what;
        std::string text;
        std::optional<Encoding> encoding;
        char const* meant = "";
    };
    std::vector<Case> const cases{
        {"sound", "Xã Đồng Đăng, huyện Cao Lộc", std::nullopt},
        {"sound, old tone marks", "Nhất Hoà", std::nullopt},
        {"plain", "Lang Son", std::nullopt},
        {"letters of Latin-1 alone", "Khe Giò, Quì Châu", std::nullopt},
        {"Chinese", "友谊关", std::nullopt},
        {"French", "Hà Nội, café, Saïgon 1°", std::nullopt},
        {"UTF-8 as Windows-1252", "XÃ£ Ä\u0090á»“ng Ä\u0090Äƒng", Encoding::utf8_twice,
         "Xã Đồng Đăng"},
        {"UTF-8 as Latin-1", "XÃ£ Ä\u0090á»\u0093ng", Encoding::utf8_twice, "Xã Đồng"},
        {"bytes of Windows-1258", "Xa\xDE \xD0\xF4\xCCng \xD0\xE3ng", Encoding::windows_1258,
         "Xã Đồng Đăng"},
        {"the same as Latin-1", "XaÞ ÐôÌng Ðãng", Encoding::windows_1258, "Xã Đồng Đăng"},
        {"bytes without a tone", "\xD0\xF4ng", Encoding::windows_1258, "Đông"},
        {"bytes of TCVN3", "X\xB7 \xA7\xE5ng \xA7\xA8ng", Encoding::tcvn3, "Xã Đồng Đăng"},
        {"the same as Latin-1", "X· §ång §¨ng", Encoding::tcvn3, "Xã Đồng Đăng"},
        {"TCVN3, all vowels", "h÷u nghÞ, l¹ng s¬n", Encoding::tcvn3, "hữu nghị, lạng sơn"},
        {"VNI", "Xaõ Ñoàng Ñaêng", Encoding::vni, "Xã Đồng Đăng"},
        {"VNI", "Höõu Nghò, Laïng Sôn", Encoding::vni, "Hữu Nghị, Lạng Sơn"},
        {"a sign that stands alone", "§ 3, 5 µm", std::nullopt}};
    for (auto const& one : cases) {
        auto const found = restored(one.text);
        ASSERT_EQ(found.has_value(), one.encoding.has_value()) << one.what << ": " << one.text;
        if (found) {
            EXPECT_EQ(found->text, one.meant) << one.what;
            EXPECT_EQ(found->encoding, *one.encoding) << one.what;
        }
    }
}
