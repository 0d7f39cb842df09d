#include "geo/layers/crossing_status.hpp"

#include "geo/gate/word_lists.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>

namespace marchland::geo {
namespace {

constexpr std::string_view list = "crossing_status";

/// Parts of words by which closing is told, whatever else is said; folded.
constexpr std::array<std::string_view, 18> of_closing{
    "dong cua", "tam dong", "da dong", "bi dong",  "dung hoat",  "dung thong",
    "ngung",    "dinh chi", "chua mo", "khong mo", "khong hoat", "closed",
    "suspend",  "shut",     "关闭",    "停",       "封",         "未开"};

bool tells_of_closing(std::string_view word)
{
    return std::ranges::any_of(of_closing,
                               [word](auto part) { return word.find(part) != word.npos; });
}

/// What stands behind a word of the list says since when, not what else: "since 2020", "từ 2020", a note.
bool only_adds(std::string_view rest)
{
    constexpr std::array<std::string_view, 12> additions{
        "tro lai", "again", "binh thuong", "since",     "from", "tu ",
        "as of",   "ke tu", "daily",       "hang ngay", "24",   "自"};
    auto const text = trimmed(rest);
    return text.empty() || text.front() == '(' || text.front() == ';' || text.front() == ',' ||
           std::ranges::any_of(additions, [text](auto word) { return text.starts_with(word); });
}

/// The longest beginning of the text that is on the list.
std::optional<std::string> value_of(std::string const& text, OwnWords const& own)
{
    if (auto const value = listed_value(list, text, own)) {
        return value;
    }
    auto const word = word_key(text);
    for (auto end = word.find_last_of(" (;,"); end != std::string::npos && end > 0;
         end = word.find_last_of(" (;,", end - 1)) {
        auto const value = listed_value(list, trimmed(word.substr(0, end)), own);
        bool const closes = value && *value != "open" && *value != "unknown";
        if (value && (closes || only_adds(std::string_view{word}.substr(end)))) {
            return value;
        }
    }
    return tells_of_closing(word) ? std::optional<std::string>{"closed"} : std::nullopt;
}

}  // namespace

StatusColumn::StatusColumn(LayerReader& reader)
    : reader_{reader}, field_{reader.optional_field("status")}
{
}

CrossingStatus StatusColumn::of(std::size_t row)
{
    auto const text = reader_.text(field_, row);
    if (!text) {
        return CrossingStatus::unknown;
    }
    auto found = known_.find(*text);
    if (found == known_.end()) {
        found = known_.emplace(*text, value_of(*text, reader_.source().words)).first;
    }
    auto const& value = found->second;
    if (!value) {
        reader_.say(Severity::warning, "unknown-status", row, field_->name,
                    "the status is on no list (not shown here); expected open, closed, "
                    "temporarily_closed, suspended, seasonal or unknown; taken as closed",
                    "correct it, or say what it stands for: \"the word\" = \"open\" in "
                    "[words.crossing_status] of study.toml");
        return CrossingStatus::closed;
    }
    if (*value == "seasonal") {
        reader_.say(Severity::note, "seasonal-status", row, field_->name,
                    "the crossing opens at times only; taken as open",
                    "say when in the columns season and hours");
        return CrossingStatus::open;
    }
    return *value == "open"      ? CrossingStatus::open
           : *value == "unknown" ? CrossingStatus::unknown
                                 : CrossingStatus::closed;
}

}  // namespace marchland::geo
