#include "geo/layers/waiting.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/gate/readings.hpp"
#include "geo/gate/shown.hpp"
#include "geo/gate/word_lists.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/layers/counted_cell.hpp"
#include "geo/layers/day_columns.hpp"
#include "geo/layers/listed_column.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace marchland::geo {
namespace {

constexpr std::array waiting_names{std::string_view{"answer"}, std::string_view{"notice"}};

/// A wait of three years is a mistake of the pen.
constexpr int longest_wait = 999;

/// The numbers of a text, and the rest with "#" for each.
struct BandWords {
    std::vector<int> numbers;
    std::string words;
};

BandWords band_words(std::string_view text)
{
    BandWords parts;
    std::string digits;
    for (char const c : folded(unified(text)) + " ") {
        if (is_digit(c)) {
            digits += c;
            continue;
        }
        if (!digits.empty()) {
            parts.numbers.push_back(digits.size() > 3 ? longest_wait + 1 : std::stoi(digits));
            digits.clear();
            parts.words += '#';
        }
        if (c != ' ' && c != '_') {
            parts.words += c;
        }
    }
    for (std::string_view const unit : {"days", "day", "ngay", "天", "日"}) {
        if (auto const at = parts.words.find(unit); at != parts.words.npos) {
            parts.words.erase(at, unit.size());
        }
    }
    return parts;
}

bool is_one_of(std::string const& words, auto const& list)
{
    return std::ranges::find(list, words) != list.end();
}

}  // namespace

std::string_view name_of(WaitingKind kind)
{
    return waiting_names.at(static_cast<std::size_t>(kind));
}

std::optional<DayBand> day_band(std::string_view text)
{
    constexpr std::array both{std::string_view{"#-#"},      std::string_view{"#to#"},
                              std::string_view{"#den#"},    std::string_view{"tu#den#"},
                              std::string_view{"from#to#"}, std::string_view{"#至#"}};
    constexpr std::array above{std::string_view{">#"}, std::string_view{"over#"},
                               std::string_view{"morethan#"}, std::string_view{"tren#"},
                               std::string_view{"超过#"}};
    constexpr std::array from{std::string_view{"#+"}, std::string_view{"#andmore"},
                              std::string_view{"#ormore"}, std::string_view{"tu#trolen"},
                              std::string_view{"#trolen"}};
    constexpr std::array below{std::string_view{"<#"}, std::string_view{"under#"},
                               std::string_view{"lessthan#"}, std::string_view{"duoi#"},
                               std::string_view{"不足#"}};
    auto const [numbers, words] = band_words(text);
    if (std::ranges::any_of(numbers, [](int days) { return days > longest_wait; })) {
        return std::nullopt;
    }
    if (numbers.size() == 2 && numbers[0] <= numbers[1] && is_one_of(words, both)) {
        return DayBand{numbers[0], numbers[1]};
    }
    if (numbers.size() != 1) {
        return std::nullopt;
    }
    return is_one_of(words, above)                     ? std::optional{DayBand{numbers[0] + 1, {}}}
           : is_one_of(words, from)                    ? std::optional{DayBand{numbers[0], {}}}
           : is_one_of(words, below) && numbers[0] > 0 ? std::optional{DayBand{0, numbers[0] - 1}}
           : words == "#" ? std::optional{DayBand{numbers[0], numbers[0]}}
                          : std::nullopt;
}

std::vector<Waiting> read_waiting(LayerSource const& source, Findings& findings)
{
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_columns(*reader, {"period", "kind", "band", "count", "as_of", "expires"},
                                   nullptr, {"as_of", "expires"})) {
        return {};
    }
    auto const* const period = reader->required_field("period");
    auto const* const kind = reader->required_field("kind");
    auto const* const band = reader->required_field("band");
    auto const* const count = reader->required_field("count");
    if (period == nullptr || kind == nullptr || band == nullptr || count == nullptr) {
        return {};
    }
    ListedColumn kinds{*reader, kind, "waiting_kind"};
    DatedColumns dated{*reader};
    std::vector<Waiting> all;
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const months = period_in(*reader, period, row);
        auto const word = kinds.of(row);
        auto const text = reader->text(band, row).value_or("");
        auto const days = day_band(text);
        bool const not_known = listed_value("answer_days_band", text) == "unknown";
        auto const counted = count_of(*reader, count, row);
        auto const when = dated.of(row);
        if (kinds.empty(row)) {
            reader->say(Severity::error, "word-missing", row, kind->name, "the cell is empty",
                        "say what waits: answer or notice");
        }
        if (!days && !not_known) {
            reader->say(Severity::error, "bad-band", row, band->name,
                        "found " + without_names(text) +
                            ", expected a band of days: 0-14, 15-28, 29-42, 43+, or unknown",
                        "correct the band");
        } else if (months && word && counted) {
            all.push_back(
                {*months,
                 *word == name_of(WaitingKind::answer) ? WaitingKind::answer : WaitingKind::notice,
                 days, counted->censored ? 0.0 : counted->count,
                 counted->censored ? counted->most : counted->count, when});
        }
    }
    std::ranges::sort(all, {}, [](Waiting const& one) {
        return std::tuple{one.period.from, one.period.to, one.kind, one.band,
                          one.lower,       one.upper,     one.dated};
    });
    reader->finish();
    return all;
}

}  // namespace marchland::geo
