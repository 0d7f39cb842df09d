#include "geo/layers/crossing_history.hpp"

#include "geo/vocabulary/period.hpp"

#include <algorithm>

namespace marchland::geo {
namespace {

/// Later than any day that is_day takes, and a text that sorts so.
constexpr auto end_of_days = "9999-12-31";

std::string last_day(CrossingEntry const& entry)
{
    return entry.to.empty() ? end_of_days : entry.to;
}

std::string row_name(CrossingEntry const& entry)
{
    return "row " + std::to_string(entry.row + 1);
}

std::string span_of(CrossingEntry const& entry)
{
    if (entry.from.empty()) {
        return entry.to.empty() ? "always" : "to " + entry.to;
    }
    return "from " + entry.from + (entry.to.empty() ? "" : " to " + entry.to);
}

void say_reversed(LayerReader& reader, CrossingEntry const& entry)
{
    if (!entry.to.empty() && entry.to < entry.from) {
        reader.say(Severity::error, "reversed-history", entry.row, "valid_to",
                   "the row ends on " + entry.to + ", before it begins on " + entry.from,
                   "correct one of the two days");
    }
}

void say_overlap(LayerReader& reader, CrossingEntry const& before, CrossingEntry const& entry)
{
    reader.say(Severity::error, "overlapping-history", entry.row, "valid_from",
               "two rows of " + entry.id + " hold on the same days: " + row_name(before) + " (" +
                   span_of(before) + ") and " + row_name(entry) + " (" + span_of(entry) +
                   "); expected one class and status a day",
               "end one row the day before the other begins");
}

std::string words_of(CrossingEntry const& entry, bool with_status)
{
    std::string words{name_of(entry.klass)};
    std::ranges::replace(words, '_', ' ');
    if (with_status) {
        words += " (" + std::string{name_of(entry.status)} + ")";
    }
    return words + (span_of(entry) == "always" ? "" : " " + span_of(entry));
}

}  // namespace

void order_history(LayerReader& reader, std::vector<CrossingEntry>& history)
{
    std::ranges::stable_sort(history, {}, [](CrossingEntry const& entry) { return entry.from; });
    CrossingEntry const* longest = nullptr;
    for (auto const& entry : history) {
        say_reversed(reader, entry);
        if (longest != nullptr && entry.from <= last_day(*longest)) {
            say_overlap(reader, *longest, entry);
        }
        if (longest == nullptr || last_day(*longest) < last_day(entry)) {
            longest = &entry;
        }
    }
    for (std::size_t i = 1; i < history.size(); ++i) {
        auto const& before = history[i - 1];
        if (!before.to.empty() && day_after(before.to) < history[i].from) {
            reader.say(Severity::note, "history-gap", history[i].row, "valid_from",
                       "nothing is said of " + history[i].id + " between " + before.to + " and " +
                           history[i].from + "; its status is taken as unknown in between",
                       "add a row for these days if something is known of them");
        }
    }
}

CrossingEntry entry_of_day(LayerReader& reader, std::vector<CrossingEntry> const& history,
                           std::string const& day)
{
    CrossingEntry const* before = nullptr;
    for (auto const& entry : history) {
        bool const begun = entry.from.empty() || entry.from <= day;
        if (begun && day <= last_day(entry)) {
            return entry;
        }
        before = begun ? &entry : before;
    }
    auto chosen = before != nullptr ? *before : history.front();
    bool const gap = before != nullptr && history.back().from > day;
    chosen.status = gap ? CrossingStatus::unknown : CrossingStatus::closed;
    reader.say(Severity::note, "not-in-force", chosen.row, "valid_from",
               "no row of this crossing holds on " + day + "; taken as " +
                   (gap ? "of unknown status, for a later row opens it again" : "closed"),
               "");
    return chosen;
}

std::string told_history(std::vector<CrossingEntry> const& history)
{
    if (history.size() == 1 && history.front().from.empty() && history.front().to.empty()) {
        return {};
    }
    bool const with_status = std::ranges::any_of(history, [&](CrossingEntry const& entry) {
        return entry.status != history.front().status;
    });
    std::string words;
    for (auto const& entry : history) {
        words += (words.empty() ? "" : "; ") + words_of(entry, with_status);
    }
    return words;
}

}  // namespace marchland::geo
