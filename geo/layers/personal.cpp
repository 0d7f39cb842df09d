#include "geo/layers/personal.hpp"

#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <sstream>

namespace marchland::geo {
namespace {

/// Words of a header that speak of a person: folded, one or more words each.
constexpr std::array person_words{
    "name",        "full name",   "first name",    "last name",     "surname",
    "nickname",    "alias",       "initials",      "ten",           "ho ten",
    "ho va ten",   "ho",          "biet danh",     "victim",        "nan nhan",
    "suspect",     "nghi pham",   "phone",         "telephone",     "mobile",
    "tel",         "sdt",         "dien thoai",    "so dien thoai", "zalo",
    "facebook",    "email",       "e mail",        "mail",          "wechat",
    "cccd",        "cmnd",        "can cuoc",      "chung minh",    "ho chieu",
    "passport",    "id card",     "id number",     "id no",         "national id",
    "person id",   "ma nan nhan", "so ho khau",    "ho khau",       "household book",
    "case number", "case no",     "case id",       "so ho so",      "ho so",
    "court",       "birth",       "date of birth", "dob",           "birthday",
    "ngay sinh",   "nam sinh",    "address",       "dia chi",       "street",
    "duong",       "so nha",      "house",         "hamlet",        "thon",
    "village",     "lang",        "photo",         "anh",           "voice",
    "fingerprint", "van tay",     "lat",           "lon",           "lng",
    "latitude",    "longitude",   "toa do",        "gps",           "plate",
    "bien so",     "account",     "tai khoan",     "price",         "hiv",
    "health",      "suc khoe",    "religion",      "ton giao",      "ethnicity",
    "ethnic",      "dan toc",     "orientation",   "mother",        "father",
    "me",          "cha",         "parent",        "relative",      "notes",
    "note",        "comment",     "ghi chu",       "mo ta",         "description"};

constexpr std::array person_signs{"姓名", "名字", "电话", "手机", "身份证", "护照",
                                  "地址", "出生", "民族", "病",   "微信",   "受害"};

/// Words that make a "name" harmless: the name of a place.
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

bool header_speaks_of_a_person(std::string const& header)
{
    auto const words = words_of(header);
    bool const place =
        std::ranges::any_of(place_words, [&](auto* word) { return holds(words, word); });
    bool const person =
        std::ranges::any_of(person_words, [&](auto* word) { return holds(words, word); });
    bool const sign = std::ranges::any_of(
        person_signs, [&](auto* word) { return header.find(word) != std::string::npos; });
    return sign || (person && !place);
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

bool is_telephone(std::string_view text)
{
    auto const count = digits_in(text);
    return only_digits_and_marks(text) && count >= 9 && count <= 12 &&
           (text.starts_with("0") || text.starts_with("+84") || text.starts_with("84") ||
            text.starts_with("+86"));
}

bool is_fine_coordinate(std::string_view text)
{
    auto const point = text.find('.');
    return point != std::string_view::npos && text.size() - point - 1 > 3 &&
           number_in(text).has_value() && std::abs(*number_in(text)) <= 180.0 &&
           std::abs(*number_in(text)) > 1.0;
}

/// What a value looks like, in words; nothing for an ordinary one.
std::optional<std::string> what_it_looks_like(std::string_view value)
{
    if (is_telephone(value)) {
        return "telephone numbers";
    }
    if (is_identity_number(value)) {
        return "identity numbers (9 or 12 digits)";
    }
    if (value.find('@') != std::string_view::npos) {
        return "e-mail addresses";
    }
    if (is_day(value)) {
        return "exact days";
    }
    if (is_fine_coordinate(value)) {
        return "exact coordinates";
    }
    if (value.size() > 160 || (value.size() > 40 && nfc(value).size() > 60)) {
        return "free text";
    }
    return std::nullopt;
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
                       std::set<std::string> const& known, std::string const& measured)
{
    Findings findings;
    for (auto const& field : table.fields) {
        if (!known.contains(field.name) && header_speaks_of_a_person(field.name)) {
            findings.push_back(refusal(table, layer, field.name, "header", "data of persons"));
            continue;
        }
        for (std::size_t row = 0; row < field.cells.size(); ++row) {
            if (!field.cells[row]) {
                continue;
            }
            auto const looks = what_it_looks_like(trimmed(*field.cells[row]));
            bool const day_of_vintage = looks == "exact days" && known.contains(field.name);
            bool const fine_figure = looks == "exact coordinates" && field.name == measured;
            if (looks && !day_of_vintage && !fine_figure) {
                findings.push_back(
                    refusal(table, layer, field.name, "row " + std::to_string(row + 1), *looks));
                break;  // one word for the column is enough
            }
        }
    }
    return findings;
}

}  // namespace marchland::geo
