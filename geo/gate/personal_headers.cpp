#include "geo/gate/personal_headers.hpp"

#include "geo/gate/header_phrases.hpp"
#include "geo/gate/readings.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace marchland::geo {
namespace {

using Words = std::vector<std::string_view>;

/// The parts of a text between marks, the empty ones left out.
Words parts_of(std::string_view text, char mark)
{
    Words parts;
    for (std::size_t from = 0; from <= text.size();) {
        auto const to = std::min(text.find(mark, from), text.size());
        if (to > from) {
            parts.push_back(text.substr(from, to - from));
        }
        from = to + 1;
    }
    return parts;
}

struct Phrase {
    PersonalKind kind;
    bool whole;      ///< only where it is all that the header says
    bool countable;  ///< excused by a word for a quantity
    Words words;
};

Phrase phrase_of(PersonalKind kind, std::string_view text)
{
    bool const whole = text.starts_with('=');
    text.remove_prefix(whole ? 1 : 0);
    bool const countable = text.starts_with('~');
    text.remove_prefix(countable ? 1 : 0);
    return {kind, whole, countable, parts_of(text, ' ')};
}

std::vector<Words> phrases_of(std::string_view list)
{
    std::vector<Words> phrases;
    for (auto const phrase : parts_of(list, '|')) {
        phrases.push_back(parts_of(phrase, ' '));
    }
    return phrases;
}

/// The lists, taken apart once.
struct Lists {
    std::vector<Phrase> personal;
    std::vector<Words> harmless = phrases_of(harmless_phrases);
    std::vector<Words> things = phrases_of(named_things);
    std::vector<Words> quantities = phrases_of(quantity_words);
    std::vector<Words> fillers = phrases_of(filler_words);
    std::set<std::string_view> vocabulary;

    Lists()
    {
        for (auto const& [kind, list] : header_phrases) {
            for (auto const text : parts_of(list, '|')) {
                personal.push_back(phrase_of(kind, text));
                learn(personal.back().words);
            }
        }
        for (auto const* const known : {&harmless, &things, &quantities, &fillers}) {
            std::ranges::for_each(*known, [this](Words const& words) { learn(words); });
        }
        learn(parts_of(other_words, '|'));
    }

private:
    void learn(Words const& words)
    {
        for (auto const word : words) {
            if (word.size() > 1) {
                vocabulary.insert(word);
            }
        }
    }
};

Lists const& lists()
{
    static Lists const made;
    return made;
}

/// Names of columns in .dbf files end after ten letters, wherever that is.
constexpr std::size_t longest_dbf_name = 10;

std::size_t letters_in(Words const& words)
{
    std::size_t letters = 0;
    for (auto const word : words) {
        letters += word.size();
    }
    return letters;
}

/// The last word of a header that was cut off may be the beginning of one.
bool stands_at(Words const& words, std::size_t at, Words const& phrase)
{
    if (at + phrase.size() > words.size()) {
        return false;
    }
    auto const* const first = words.data() + at;
    if (std::equal(phrase.begin(), phrase.end(), first)) {
        return true;
    }
    bool const cut = at + phrase.size() == words.size() && words.back().size() > 1 &&
                     letters_in(words) >= longest_dbf_name - 1 &&
                     letters_in(words) <= longest_dbf_name;
    return cut && phrase.size() > 1 && std::equal(phrase.begin(), phrase.end() - 1, first) &&
           phrase.back().starts_with(words.back());
}

/// Whether letters are a word of the lists, or the beginning of one where the header was cut off.
bool is_word(std::string_view letters, bool cut_off)
{
    auto const at = lists().vocabulary.lower_bound(letters);
    return at != lists().vocabulary.end() &&
           (*at == letters || (cut_off && letters.size() > 1 && at->starts_with(letters)));
}

/// A word that is on no list, as the fewest words that are; as it stands where there are none such.
Words taken_apart(std::string_view word)
{
    constexpr auto never = std::numeric_limits<std::size_t>::max();
    if (lists().vocabulary.contains(word)) {
        return {word};
    }
    bool const may_be_cut = word.size() == longest_dbf_name;
    std::vector<std::size_t> fewest(word.size() + 1, never);
    std::vector<std::size_t> from(word.size() + 1, 0);
    fewest[0] = 0;
    for (std::size_t end = 2; end <= word.size(); ++end) {
        for (std::size_t begin = 0; begin + 2 <= end; ++begin) {
            bool const better = fewest[begin] != never && fewest[begin] + 1 < fewest[end];
            if (better &&
                is_word(word.substr(begin, end - begin), may_be_cut && end == word.size())) {
                fewest[end] = fewest[begin] + 1;
                from[end] = begin;
            }
        }
    }
    if (fewest.back() == never) {
        return {word};
    }
    Words parts;
    for (auto end = word.size(); end > 0; end = from[end]) {
        parts.insert(parts.begin(), word.substr(from[end], end - from[end]));
    }
    return parts;
}

/// One reading of a header, word by word.
class Reading {
public:
    explicit Reading(Words words) : words_{std::move(words)}
    {
        for (std::size_t at = 0; at < words_.size();) {
            auto const length = longest_at(lists().fillers, at);
            if (length == 0) {
                said_.push_back(words_[at]);
            }
            at += std::max<std::size_t>(length, 1);
        }
        for (std::size_t at = 0; at < words_.size(); ++at) {
            counts_ = counts_ || is_quantity(at);
        }
    }

    std::optional<PersonalKind> kind() const
    {
        for (auto const& phrase : lists().personal) {
            if (!(phrase.countable && counts_) && (phrase.whole ? is_all(phrase) : has(phrase))) {
                return phrase.kind;
            }
        }
        return has_a_name() ? std::optional{PersonalKind::some_name} : std::nullopt;
    }

private:
    std::size_t longest_at(std::vector<Words> const& phrases, std::size_t at) const
    {
        std::size_t longest = 0;
        for (auto const& phrase : phrases) {
            longest = stands_at(words_, at, phrase) ? std::max(longest, phrase.size()) : longest;
        }
        return longest;
    }

    /// "so" and "number" count what follows them; "ho so", "ma so" and "phone number" are other words.
    bool is_quantity(std::size_t at) const
    {
        if (words_[at] == "so" || words_[at] == "number" || words_[at] == "numbers") {
            bool const first = at == 0 || words_[at - 1] == "tong";
            return first && at + 1 < words_.size() && words_[at + 1] != "hieu" &&
                   words_[at + 1] != "ma";
        }
        return longest_at(lists().quantities, at) > 0;
    }

    bool is_all(Phrase const& phrase) const
    {
        return words_ == phrase.words || said_ == phrase.words;
    }

    /// Words that stand within a harmless phrase mean something else.
    bool is_excused(std::size_t at, std::size_t length) const
    {
        for (std::size_t from = 0; from <= at; ++from) {
            if (from + longest_at(lists().harmless, from) >= at + length) {
                return true;
            }
        }
        return false;
    }

    bool has(Phrase const& phrase) const
    {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            bool const other_word =
                at > 0 && words_[at - 1] == "co" && words_[at] == "so";  // co so
            if (!other_word && stands_at(words_, at, phrase.words) &&
                !is_excused(at, phrase.words.size())) {
                return true;
            }
        }
        return false;
    }

    bool thing_ends_before(std::size_t at) const
    {
        return std::ranges::any_of(lists().things, [&](Words const& thing) {
            return thing.size() <= at && stands_at(words_, at - thing.size(), thing);
        });
    }

    /// A name that no word beside it makes that of a thing: "name", "ten", "name vi".
    bool has_a_name() const
    {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            bool const of_follows = at + 1 < words_.size() && words_[at + 1] == "of";
            auto const next = at + (of_follows ? 2U : 1U);
            bool const named =
                words_[at] == "ten" ||
                ((words_[at] == "name" || words_[at] == "names") && !thing_ends_before(at));
            if (named && longest_at(lists().things, next) == 0 && !is_excused(at, 1)) {
                return true;
            }
        }
        return false;
    }

    Words words_;
    Words said_;  ///< without words that say nothing
    bool counts_ = false;
};

std::optional<PersonalKind> kind_of_words(std::string const& words)
{
    Words parted;
    bool apart = false;
    for (auto const word : parts_of(words, ' ')) {
        auto const parts = taken_apart(word);
        apart = apart || parts.size() > 1;
        parted.insert(parted.end(), parts.begin(), parts.end());
    }
    auto const kind = Reading{parted}.kind();
    // "attendance" holds "ten" by chance.
    bool const by_chance = apart && kind == PersonalKind::some_name && parted.front() != "ten" &&
                           parted.back() != "ten" && parted.back() != "name";
    return (kind && !by_chance) || !apart ? kind : Reading{parts_of(words, ' ')}.kind();
}

std::string without(std::string text, std::string_view signs)
{
    for (auto const sign : parts_of(signs, '|')) {
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign)) {
            text.erase(at, sign.size());
        }
    }
    return text;
}

std::optional<PersonalKind> kind_of_signs(std::string_view header)
{
    auto const text = without(without(unified(header), " "), harmless_signs);
    auto const holds = [&text](std::string_view sign) {
        return text.find(sign) != std::string::npos;
    };
    bool const counts = std::ranges::any_of(parts_of(quantity_signs, '|'), holds);
    for (auto const& [kind, list] : header_signs) {
        for (auto sign : parts_of(list, '|')) {
            bool const countable = sign.starts_with('~');
            sign.remove_prefix(countable ? 1 : 0);
            if (holds(sign) && !(countable && counts)) {
                return kind;
            }
        }
    }
    return text == "姓" || text == "名" ? std::optional{PersonalKind::name} : std::nullopt;
}

}  // namespace

std::optional<PersonalKind> personal_header(std::string_view header)
{
    if (auto const kind = kind_of_signs(header)) {
        return kind;
    }
    for (auto const& words : readings_of(header)) {
        if (auto const kind = kind_of_words(words)) {
            return kind;
        }
    }
    return std::nullopt;
}

}  // namespace marchland::geo
