#include "geo/layers/activities.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/layers/counted_cell.hpp"
#include "geo/layers/day_columns.hpp"
#include "geo/layers/listed_column.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace marchland::geo {
namespace {

constexpr std::array unit_names{
    std::string_view{"person"},  std::string_view{"household"}, std::string_view{"copy"},
    std::string_view{"session"}, std::string_view{"course"},    std::string_view{"place"},
    std::string_view{"case"},    std::string_view{"call"},      std::string_view{"hour"},
    std::string_view{"day"},     std::string_view{"usd"},       std::string_view{"vnd"},
    std::string_view{"cny"}};

constexpr std::array kinds_that_meet_people{
    std::string_view{"outreach"},         std::string_view{"club"},
    std::string_view{"self_help_group"},  std::string_view{"school_session"},
    std::string_view{"school_campaign"},  std::string_view{"household_visit"},
    std::string_view{"market_event"},     std::string_view{"meeting"},
    std::string_view{"information_desk"}, std::string_view{"drama_performance"}};

/// The parts of "có nguy cơ; trở về", "at risk or returned".
std::vector<std::string> parts_of(std::string const& text)
{
    std::string marked = folded(text);
    for (std::string_view const joint :
         {" and ", " or ", " va ", " hoac ", " cung ", "及", "或", "和", "、", "+", ",", "/"}) {
        for (auto at = marked.find(joint); at != marked.npos; at = marked.find(joint, at + 1)) {
            marked.replace(at, joint.size(), ";");
        }
    }
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= marked.size();) {
        auto const to = std::min(marked.find(';', from), marked.size());
        if (auto const part = trimmed(std::string_view{marked}.substr(from, to - from));
            !part.empty()) {
            parts.emplace_back(part);
        }
        from = to + 1;
    }
    return parts;
}

class ActivityRows {
public:
    ActivityRows(LayerReader& reader, Communes const& communes, KnownPlaces const& places)
        : reader_{reader}, places_{places}, commune_{reader.optional_field("commune")},
          place_{reader.optional_field("place")}, kind_{reader.required_field("kind")},
          actor_{reader.required_field("actor")}, period_{reader.required_field("period")},
          unit_{reader.required_field("unit")},
          population_{reader.optional_field("population")}, kinds_{reader, kind_, "activity_kind"},
          actors_{reader, actor_, "actor"}, units_{reader, unit_, "activity_unit"}, dated_{reader}
    {
        if (commune_ == nullptr && place_ == nullptr) {
            reader.required_field("commune");  // says that it is missing
        }
        if (commune_ != nullptr) {
            communes_in_.emplace(reader, communes, CommuneFields::of(reader, commune_, period_));
        }
    }

    bool has_what_it_needs() const
    {
        return kind_ != nullptr && actor_ != nullptr && period_ != nullptr && unit_ != nullptr &&
               (commune_ != nullptr || place_ != nullptr);
    }

    /// Nothing: the row cannot be used, which is said.
    std::optional<Activity> of(std::size_t row)
    {
        Activity activity{.dated = dated_.of(row)};
        bool const placed = put_place(row, activity);
        auto const kind = word_of(kinds_, kind_, row);
        auto const actor = word_of(actors_, actor_, row);
        auto const unit = word_of(units_, unit_, row);
        auto const period = period_in(reader_, period_, row);
        activity.planned = amount("planned", row);
        activity.done = amount("done", row);
        activity.reached = amount("reached", row);
        auto populations = populations_of(row);
        if (!placed || !kind || !actor || !unit || !period || !populations) {
            return std::nullopt;
        }
        activity.kind = *kind;
        activity.actor = *actor;
        activity.unit = static_cast<ActivityUnit>(
            std::ranges::find(unit_names, std::string_view{*unit}) - unit_names.begin());
        activity.period = *period;
        activity.populations = std::move(*populations);
        return activity;
    }

    /// Says what was carried forward from former communes.
    void finish()
    {
        if (communes_in_) {
            communes_in_->finish();
        }
    }

private:
    /// False: it cannot be told where, which is said.
    bool put_place(std::size_t row, Activity& activity)
    {
        auto const code = commune_ == nullptr ? std::nullopt : reader_.text(commune_, row);
        auto const place = place_ == nullptr ? std::nullopt : reader_.text(place_, row);
        if (code && listed_value("area", *code, reader_.source().words)) {
            activity.everywhere = true;
            return true;
        }
        if (code || place_ == nullptr) {
            auto const meant = communes_in_->of(row);
            activity.commune = meant.whole();  // of a split commune nobody knows which part
            return meant.sound;
        }
        auto const found = place ? places_.find(*place) : places_.end();
        if (found == places_.end()) {
            reader_.say(Severity::error, "unknown-place", row, place_->name,
                        place ? "the place " + without_names(*place) +
                                    " is no market, crossing or service of the study"
                              : "neither a commune nor a place is given",
                        "give the code of the commune, or the id of a market, crossing or service");
            return false;
        }
        activity.commune = found->second;
        return true;
    }

    std::optional<std::string> word_of(ListedColumn& words, Field const* field, std::size_t row)
    {
        if (words.empty(row)) {
            reader_.say(Severity::error, "word-missing", row, field->name, "the cell is empty",
                        "fill it in with a word of its list");
            return std::nullopt;
        }
        return words.of(row);
    }

    double amount(char const* name, std::size_t row)
    {
        auto const* const field = reader_.optional_field(name);
        auto const text = field == nullptr ? std::nullopt : reader_.text(field, row);
        if (!text || is_nothing(*text)) {
            return unknown;
        }
        auto const value = reader_.number(field, row, Quantity::amount);
        if (!value || !(*value >= 0.0) || std::isinf(*value)) {
            reader_.say(Severity::error, "bad-amount", row, field->name,
                        "found " + without_names(*text) + ", expected a number, 0 or more",
                        "correct the figure, or leave the cell empty where it is not known");
            return unknown;
        }
        return *value;
    }

    std::optional<std::vector<std::string>> populations_of(std::size_t row)
    {
        auto const text = population_ == nullptr ? std::nullopt : reader_.text(population_, row);
        if (!text) {
            return std::vector<std::string>{"unknown"};
        }
        auto const& own = reader_.source().words;
        if (auto const whole = listed_value("population_counted", *text, own)) {
            return std::vector<std::string>{*whole};
        }
        std::vector<std::string> values;
        for (auto const& part : parts_of(*text)) {
            auto const value = listed_value("population_counted", part, own);
            if (!value) {
                say_unlisted(row);
                return std::nullopt;
            }
            values.push_back(*value);
        }
        std::ranges::sort(values);
        auto const [first, last] = std::ranges::unique(values);
        values.erase(first, last);
        if (values.size() > 1) {
            std::string named;
            for (auto const& value : values) {
                named += (named.empty() ? "" : " and ") + value;
            }
            reader_.say(Severity::warning, "mixed-populations", row, population_->name,
                        "one figure counts several populations (" + named +
                            ") and can be added to none of them",
                        "give each population a row of its own, where the agency knows them apart");
        }
        return values;
    }

    void say_unlisted(std::size_t row)
    {
        std::string values;
        for (auto const& value : values_of_list("population_counted")) {
            values += (values.empty() ? "" : ", ") + value;
        }
        reader_.say(Severity::error, "unlisted-word", row, population_->name,
                    "the word is on no list (not shown here); expected one or more of " + values +
                        ", with ; between",
                    "correct it, or say what it stands for: \"the word\" = \"at_risk\" in "
                    "[words.population_counted] of study.toml");
    }

    LayerReader& reader_;
    KnownPlaces const& places_;
    Field const* commune_;
    Field const* place_;
    Field const* kind_;
    Field const* actor_;
    Field const* period_;
    Field const* unit_;
    Field const* population_;
    ListedColumn kinds_;
    ListedColumn actors_;
    ListedColumn units_;
    DatedColumns dated_;
    std::optional<CommuneColumn> communes_in_;
};

/// NaN does not compare: not known comes before every figure.
double sortable(double value)
{
    return std::isnan(value) ? -1.0 : value;
}

}  // namespace

std::string_view name_of(ActivityUnit unit)
{
    return unit_names.at(static_cast<std::size_t>(unit));
}

bool meets_people(std::string_view kind)
{
    return std::ranges::find(kinds_that_meet_people, kind) != kinds_that_meet_people.end();
}

std::vector<Activity> read_activities(LayerSource const& source, Communes const& communes,
                                      KnownPlaces const& places, Findings& findings)
{
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_columns(*reader,
                                   {"commune", "place", "kind", "actor", "period", "unit",
                                    "planned", "done", "reached", "population", "as_of", "expires"},
                                   nullptr, {"as_of", "expires"}, &communes.names)) {
        return {};
    }
    ActivityRows rows{*reader, communes, places};
    if (!rows.has_what_it_needs()) {
        return {};
    }
    std::vector<Activity> activities;
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        if (auto activity = rows.of(row)) {
            activities.push_back(std::move(*activity));
        }
    }
    rows.finish();
    std::ranges::sort(activities, {}, [](Activity const& one) {
        return std::tuple{one.commune,        one.everywhere,        one.kind,
                          one.actor,          one.period.from,       one.period.to,
                          one.unit,           one.populations,       sortable(one.planned),
                          sortable(one.done), sortable(one.reached), one.dated};
    });
    reader->finish();
    return activities;
}

}  // namespace marchland::geo
