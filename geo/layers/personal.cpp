#include "geo/layers/personal.hpp"

#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <sstream>
#include <string_view>
#include <vector>

namespace marchland::geo {
namespace {

/// Words of a header that speak of a person: folded, one or more words each.
constexpr std::array person_words{"first name",  "last name",     "surname",
                                  "nickname",    "alias",         "initials",
                                  "ho ten",      "ho va ten",     "ho",
                                  "biet danh",   "victim",        "nan nhan",
                                  "suspect",     "nghi pham",     "offender",
                                  "perpetrator", "trafficker",    "phone",
                                  "telephone",   "mobile",        "tel",
                                  "sdt",         "dien thoai",    "so dien thoai",
                                  "zalo",        "facebook",      "email",
                                  "e mail",      "mail",          "wechat",
                                  "cccd",        "cmnd",          "can cuoc",
                                  "chung minh",  "ho chieu",      "passport",
                                  "id card",     "id number",     "id no",
                                  "national id", "person id",     "ma nan nhan",
                                  "so ho khau",  "ho khau",       "household book",
                                  "case number", "case no",       "case id",
                                  "file number", "file no",       "so ho so",
                                  "ho so",       "court",         "toa an",
                                  "birth",       "date of birth", "dob",
                                  "birthday",    "ngay sinh",     "nam sinh",
                                  "address",     "dia chi",       "street",
                                  "duong",       "so nha",        "house",
                                  "hamlet",      "thon",          "village",
                                  "lang",        "photo",         "anh",
                                  "voice",       "giong noi",     "fingerprint",
                                  "van tay",     "lat",           "lon",
                                  "lng",         "latitude",      "longitude",
                                  "toa do",      "vi do",         "kinh do",
                                  "gps",         "plate",         "bien so",
                                  "account",     "tai khoan",     "price",
                                  "hiv",         "health",        "suc khoe",
                                  "religion",    "ton giao",      "ethnicity",
                                  "ethnic",      "dan toc",       "orientation",
                                  "tinh duc",    "mother",        "father",
                                  "me",          "cha",           "parent",
                                  "relative",    "than nhan",     "nguoi than",
                                  "notes",       "note",          "comment",
                                  "ghi chu",     "mo ta",         "description"};

/// The same in Chinese, which does not part its words.
constexpr std::array person_signs{"姓名", "名字", "电话", "手机", "微信", "邮箱", "身份证", "证件",
                                  "护照", "户口", "案号", "案件", "法院", "出生", "生日",   "地址",
                                  "街道", "照片", "指纹", "声音", "坐标", "经度", "纬度",   "车牌",
                                  "账号", "价格", "病",   "健康", "宗教", "民族", "取向",   "受害",
                                  "嫌疑", "亲属", "父亲", "母亲", "备注"};

/// A name may be that of a person or of a place.
constexpr std::array name_words{"name", "full name", "ten"};

/// Words that make a "name" harmless, and nothing else: the telephone of an agency is one, too.
constexpr std::array place_words{"commune", "xa",       "phuong", "ward",   "unit",     "province",
                                 "tinh",    "district", "huyen",  "agency", "crossing", "market"};

/// " ho ten " : words between single blanks, so that whole words can be looked for.
std::string words_of(std::string_view header)
{
    std::string words = " ";
    for (char const letter : folded(header)) {
        bool const word =
            std::isalnum(static_cast<unsigned char>(letter)) != 0 || (letter & 0x80) != 0;
        if (word) {
            words += letter;
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    return words.back() == ' ' ? words : words + ' ';
}

bool holds(std::string const& words, std::string_view word)
{
    return words.find(" " + std::string{word} + " ") != std::string::npos;
}

bool holds_any(std::string const& words, auto const& list)
{
    return std::ranges::any_of(list, [&](auto* word) { return holds(words, word); });
}

bool header_speaks_of_a_person(std::string const& header)
{
    auto const words = words_of(header);
    bool const sign = std::ranges::any_of(
        person_signs, [&](auto* word) { return header.find(word) != std::string::npos; });
    return sign || holds_any(words, person_words) ||
           (holds_any(words, name_words) && !holds_any(words, place_words));
}

std::size_t digits_in(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char c) { return std::isdigit(c) != 0; }));
}

bool only_digits_and_marks(std::string_view text)
{
    return std::ranges::all_of(text, [](unsigned char c) {
        return std::isdigit(c) != 0 || c == ' ' || c == '+' || c == '-' || c == '.' || c == '(' ||
               c == ')';
    });
}

bool is_identity_number(std::string_view text)
{
    auto const count = digits_in(text);
    return count == text.size() && (count == 9 || count == 12);
}

/// "0.123456789": a point after a few digits parts a figure, not a telephone number.
bool is_fraction(std::string_view text)
{
    return text.find('.') < 4 && number_in(text).has_value();
}

/// National numbers with their zero, and numbers of Viet Nam and China with their country.
bool is_telephone(std::string_view text)
{
    if (text.starts_with("(")) {
        text.remove_prefix(1);  // "(0205) 381 2345"
    }
    auto const count = digits_in(text);
    if (!only_digits_and_marks(text) || is_fraction(text)) {
        return false;
    }
    if (text.starts_with("+86") || text.starts_with("0086") || text.starts_with("0084")) {
        return count >= 11 && count <= 15;
    }
    return count >= 9 && count <= 12 &&
           (text.starts_with("0") || text.starts_with("+84") || text.starts_with("84"));
}

/// "2024-03-05", also with a time behind it, "2024/3/5", "5.3.2024".
bool is_exact_day(std::string_view text)
{
    if (is_day(text.substr(0, 10)) && (text.size() == 10 || text[10] == 'T' || text[10] == ' ')) {
        return true;
    }
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= text.size();) {
        auto const to = std::min(text.find_first_of("/.-", from), text.size());
        parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    auto const is_short = [](std::string_view part) {
        return part.size() == 1 || part.size() == 2;
    };
    return parts.size() == 3 && digits_in(text) + 2 == text.size() && is_short(parts[1]) &&
           ((parts[0].size() == 4 && is_short(parts[2])) ||
            (is_short(parts[0]) && (parts[2].size() == 4 || parts[2].size() == 2)));
}

bool is_fine_coordinate(std::string_view text)
{
    auto const point = text.find('.');
    return point != std::string_view::npos && text.size() - point - 1 > 3 &&
           number_in(text).has_value() && std::abs(*number_in(text)) <= 180.0 &&
           std::abs(*number_in(text)) > 1.0;
}

/// "21.8501, 106.7601": two coordinates in one cell.
bool is_pair_of_coordinates(std::string_view text)
{
    auto const comma = text.find_first_of(",; ");
    return comma != std::string_view::npos && is_fine_coordinate(trimmed(text.substr(0, comma))) &&
           is_fine_coordinate(trimmed(text.substr(comma + 1)));
}

/// More letters than a word of a list has. A list may have several, with semicolons between.
bool is_free_text(std::string_view text)
{
    constexpr std::ptrdiff_t longest_word = 40;
    for (std::size_t from = 0; from <= text.size();) {
        auto const to = std::min(text.find(';', from), text.size());
        auto const part = nfc(trimmed(text.substr(from, to - from)));
        auto const letters = std::ranges::count_if(
            part, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
        if (letters > longest_word) {
            return true;
        }
        from = to + 1;
    }
    return false;
}

/// What a value looks like.
enum class Looks : std::uint8_t {
    ordinary,
    telephone,
    identity,
    email,
    day,
    coordinate,
    free_text
};

Looks looks_of(std::string_view value)
{
    if (is_telephone(value)) {
        return Looks::telephone;
    }
    if (is_identity_number(value)) {
        return Looks::identity;
    }
    if (value.find('@') != std::string_view::npos) {
        return Looks::email;
    }
    if (is_exact_day(value)) {
        return Looks::day;
    }
    if (is_fine_coordinate(value) || is_pair_of_coordinates(value)) {
        return Looks::coordinate;
    }
    return is_free_text(value) ? Looks::free_text : Looks::ordinary;
}

std::string words_for(Looks looks)
{
    constexpr std::array words{"",
                               "telephone numbers",
                               "identity numbers (9 or 12 digits)",
                               "e-mail addresses",
                               "exact days",
                               "exact coordinates",
                               "free text"};
    return words.at(static_cast<std::size_t>(looks));
}

Finding refusal(Table const& table, std::string const& layer, std::string const& field,
                std::string const& feature, std::string const& what)
{
    return {.severity = Severity::error,
            .rule = "personal-data",
            .file = table.file,
            .layer = layer,
            .feature = feature,
            .field = field,
            .message = "the column looks like " + what +
                       "; expected counts by commune and period only, nothing about single persons "
                       "(the values are not shown here)",
            .action =
                "remove the column from the file before it reaches Marchland; keep the key in "
                "your agency"};
}

}  // namespace

std::string without_names(std::string const& cell)
{
    std::istringstream words{cell};
    int of_letters = 0;
    for (std::string word; words >> word;) {
        of_letters += std::ranges::any_of(
            word, [](unsigned char c) { return std::isalpha(c) != 0 || c > 127; });
    }
    return of_letters > 1 ? "a text of " + std::to_string(of_letters) + " words (not shown here)"
                          : '"' + cell + '"';
}

Findings personal_data(Table const& table, std::string const& layer,
                       ExpectedColumns const& expected)
{
    Findings findings;
    for (auto const& field : table.fields) {
        if (!expected.known.contains(field.name) && header_speaks_of_a_person(field.name)) {
            findings.push_back(refusal(table, layer, field.name, "header", "data of persons"));
            continue;
        }
        for (std::size_t row = 0; row < field.cells.size(); ++row) {
            if (!field.cells[row]) {
                continue;
            }
            auto const value = trimmed(*field.cells[row]);
            auto const looks = looks_of(value);
            bool const day_of_nobody =
                (field.name == expected.vintage || field.name == expected.day) && is_day(value);
            bool const fine_figure =
                field.name == expected.measured && number_in(value) && looks == Looks::coordinate;
            if (looks != Looks::ordinary && !day_of_nobody && !fine_figure) {
                findings.push_back(refusal(table, layer, field.name,
                                           "row " + std::to_string(row + 1), words_for(looks)));
                break;  // one word for the column is enough
            }
        }
    }
    return findings;
}

}  // namespace marchland::geo
