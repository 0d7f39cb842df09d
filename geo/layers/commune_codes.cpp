#include "geo/layers/commune_codes.hpp"

#include "geo/gate/shown.hpp"
#include "geo/gate/word_lists.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

namespace marchland::geo {
namespace {

bool says_unknown(std::string const& text)
{
    static constexpr std::array words{"unknown",  "not_collected", "refused", "not_applicable",
                                      "khong ro", "khong biet",    "-99"};
    return std::ranges::find(words, folded(text)) != words.end();
}

/// 6184 for 06184: what a spreadsheet makes of a code.
std::optional<CommuneId> with_zeros(Communes const& communes, std::string const& code)
{
    if (code.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    for (std::string padded = "0" + code; padded.size() <= 7; padded.insert(0, "0")) {
        if (auto const found = communes.find(padded)) {
            return found;
        }
    }
    return std::nullopt;
}

void say_unknown_code(LayerReader& reader, Communes const& communes, Field const& field,
                      std::string const& code, std::size_t row)
{
    std::vector<std::string> names(communes.name.begin(), communes.name.end());
    auto const by_name = std::ranges::find(names, code);
    std::string const hint = by_name != names.end()
                                 ? "; that is a name, and names occur more than once: use the code"
                                 : "";
    reader.say(Severity::error, "unknown-commune", row, field.name,
               "the commune " + (hint.empty() ? without_names(code) : '"' + code + '"') +
                   " is not among the " + std::to_string(communes.size()) +
                   " of the study (codes valid from " + communes.vintage + ")" + hint,
               "correct the code, or bring it to the present communes with the official crosswalk; "
               "write \"unknown\" where the commune is not known");
}

/// The first day of a vintage as tables write it: "2025-07-01", or a year or month in which codes changed.
std::string day_of_vintage(std::string const& text, std::vector<std::string> const& vintages)
{
    if (is_day(text)) {
        return text;
    }
    auto const period = parse_period(text);
    if (!period) {
        return {};
    }
    auto const first = period->from.text() + "-01";
    auto const last = period->to.text() + "-31";
    auto const after = std::ranges::upper_bound(vintages, last);
    bool const within = after != vintages.begin() && *std::prev(after) >= first;
    return within ? *std::prev(after) : first;
}

/// Days from which codes hold, that of the study last.
std::vector<std::string> eras_of(Communes const& communes)
{
    std::vector<std::string> days;
    for (auto const& day : communes.former.vintages()) {
        if (day < communes.vintage) {
            days.push_back(day);
        }
    }
    days.push_back(communes.vintage);
    return days;
}

/// The vintage in force on a day; empty before the first one.
std::string in_force(std::vector<std::string> const& eras, std::string const& day)
{
    auto const after = std::ranges::upper_bound(eras, day);
    return after == eras.begin() ? std::string{} : *std::prev(after);
}

/// A code, or what it was before a spreadsheet took its zeros, that the former communes of a day have.
std::string former_code(Crosswalk const& former, std::string const& code, std::string const& day)
{
    bool const digits = code.find_first_not_of("0123456789") == std::string::npos;
    std::string padded = code;
    while (digits && padded.size() < 7 && !former.lists(padded, day)) {
        padded.insert(0, "0");
    }
    return former.lists(padded, day) ? padded : code;
}

std::string rows_text(std::size_t n)
{
    return std::to_string(n) + (n == 1 ? " row" : " rows");
}

}  // namespace

CommuneFields CommuneFields::of(LayerReader& reader, Field const* code, Field const* period)
{
    return {.code = code,
            .vintage = reader.optional_field("vintage"),
            .period = period,
            .level = reader.optional_field("level"),
            .district = reader.optional_field("district"),
            .province = reader.optional_field("province")};
}

CommuneColumn::CommuneColumn(LayerReader& reader, Communes const& communes, CommuneFields fields,
                             Carried carried)
    : reader_{reader}, communes_{communes}, fields_{std::move(fields)}, kind_{carried}
{
    auto const stated = reader.source().stated.find("vintage");
    stated_ = stated == reader.source().stated.end() ? std::string{} : stated->second;
}

Meant CommuneColumn::of(std::size_t row)
{
    auto const code = reader_.text(fields_.code, row);
    if (!code) {
        reader_.say(Severity::error, "commune-missing", row, fields_.code->name,
                    "the cell is empty",
                    "fill in the code, or \"unknown\" where the commune is not known");
        return {};
    }
    auto const level =
        listed_value("unit_level", reader_.text(fields_.level, row).value_or("commune"));
    if (says_unknown(*code) || (level && level != "commune")) {
        rows_of_larger_units_ += says_unknown(*code) ? 0U : 1U;
        return {.sound = true, .parts = {}};
    }
    if (!level) {
        reader_.say(Severity::error, "unlisted-word", row, fields_.level->name,
                    "the word is on no list (not shown here); expected commune, district, "
                    "province, country or unknown",
                    "correct it");
        return {};
    }
    return is_code(*code) ? of_code(*code, row) : of_name(*code, row);
}

/// Whether a text is none of a name: somebody has such a code, or it has no letters.
bool CommuneColumn::is_code(std::string const& text) const
{
    bool const letters =
        std::ranges::any_of(text, [](unsigned char c) { return std::isalpha(c) != 0 || c > 127; });
    auto const& eras = communes_.former.vintages();
    return !letters || communes_.names.empty() || communes_.find(text) ||
           std::ranges::any_of(
               eras, [&](std::string const& day) { return communes_.former.lists(text, day); });
}

std::string CommuneColumn::stated_vintage(std::size_t row)
{
    return stated_.empty() ? reader_.text(fields_.vintage, row).value_or("") : stated_;
}

/// What the name may stand for: of those that mean the same the present one.
std::vector<CommuneColumn::Reading> CommuneColumn::readings(std::string const& name,
                                                            std::size_t row)
{
    auto const eras = eras_of(communes_);
    auto const stated = stated_vintage(row);
    auto const day = stated.empty() ? std::string{} : in_force(eras, day_of_vintage(stated, eras));
    std::vector<Reading> found;
    for (auto const& place :
         communes_.names.called(name, reader_.text(fields_.district, row).value_or(""),
                                reader_.text(fields_.province, row).value_or(""))) {
        bool const present = place.vintage.empty();
        bool const then =
            day.empty() || (present ? day == communes_.vintage
                                    : day < communes_.vintage && place.vintage <= day &&
                                          communes_.former.lists(place.id, day));
        auto meant = present ? Meant{.sound = true, .parts = {{communes_.find(place.id), {}}}}
                             : former(place.id, day.empty() ? place.vintage : day);
        bool const known = std::ranges::any_of(
            found, [&](Reading const& other) { return alike(other.meant, meant); });
        if (then && meant.sound && !known) {
            found.push_back({place, std::move(meant)});
        }
    }
    return found;
}

Meant CommuneColumn::of_answer(std::string const& answer, std::size_t row)
{
    if (says_unknown(answer)) {
        return {.sound = true, .parts = {}};
    }
    auto const blank = answer.find(' ');
    return blank == std::string::npos
               ? of_code(answer, row)
               : of_vintage(answer.substr(0, blank), answer.substr(blank + 1), row);
}

Meant CommuneColumn::of_name(std::string const& name, std::size_t row)
{
    auto const district = reader_.text(fields_.district, row);
    auto const written = district ? name + ", " + *district : name;
    auto const& answers = reader_.source().names;
    for (auto const& key : {written, name}) {
        if (auto const answer = answers.find(key); answer != answers.end()) {
            return of_answer(answer->second, row);
        }
    }
    auto found = readings(name, row);
    if (found.size() == 1 && reader_.source().take_single_names) {
        taken_[written] = found.front().place.label();
        return carried(std::move(found.front().meant));
    }
    auto& question = questions_[written];
    question.row = question.rows++ == 0 ? row : question.row;
    question.readings = std::move(found);
    return {};
}

void CommuneColumn::say(std::string const& name, Question const& question)
{
    auto const& readings = question.readings;
    auto const& layer = reader_.source().layer;
    auto const many = question.rows == 1
                          ? std::string{}
                          : ", as in " + std::to_string(question.rows - 1) + " more rows";
    if (readings.empty()) {
        reader_.say(
            Severity::error, "unknown-commune", question.row, fields_.code->name,
            "found " + without_names(name) + many + ": neither a code nor a name of the " +
                std::to_string(communes_.size()) +
                " communes of the study, nor of former ones that the crosswalk names",
            "write the code, or say what the name stands for: \"the name\" = \"code\" in [" +
                layer + ".names] of study.toml; \"unknown\" where the commune is not known");
        return;
    }
    auto const answer = [](NamedPlace const& place) {
        return '"' + place.id + (place.vintage.empty() ? "" : " " + place.vintage) + '"';
    };
    std::string candidates;
    for (auto const& reading : readings) {
        candidates += (candidates.empty() ? "" : "; ") + reading.place.label();
    }
    // It is the name of a commune, whoever else may be called so.
    auto const shown = may_be_shown(name) ? '"' + printable(name) + '"' : std::string{"the name"};
    bool const one = readings.size() == 1;
    reader_.say(
        Severity::error, one ? "name-to-confirm" : "name-of-several", question.row,
        fields_.code->name,
        "found " + shown + many + ", a name and no code; " +
            (one ? "one commune is called so: " : "several communes are called so: ") + candidates,
        "write " + shown + " = " + answer(readings.front().place) +
            (one ? "" : ", or which of them it is,") + " in [" + layer + ".names] of study.toml" +
            (one ? "; names = \"single\" in [" + layer +
                       ".import] takes every name that one commune bears"
                 : ""));
}

Meant CommuneColumn::of_code(std::string const& code, std::size_t row)
{
    auto const stated = stated_vintage(row);
    if (!stated.empty()) {
        return of_vintage(code, stated, row);
    }
    return communes_.former.empty() ? present(code, row) : bare(code, row);
}

void CommuneColumn::refuse_vintage(std::size_t row, std::string const& code,
                                   std::string const& stated, std::string const& why)
{
    reader_.say(Severity::error, "other-vintage", row,
                fields_.vintage == nullptr ? fields_.code->name : fields_.vintage->name,
                "the code " + without_names(code) + " is of the vintage " +
                    without_names(stated, CellOf::places) + ", the study of " + communes_.vintage +
                    "; the same code may stand for another commune, so they are not joined" +
                    (why.empty() ? "" : ": " + why),
                communes_.former.empty()
                    ? "name the official table of what became of the communes in [crosswalk] of "
                      "study.toml"
                    : "add the rows from that vintage on to the table in [crosswalk]");
}

Meant CommuneColumn::of_vintage(std::string const& code, std::string const& stated, std::size_t row)
{
    auto const eras = eras_of(communes_);
    auto const day = day_of_vintage(stated, eras);
    if (day == communes_.vintage) {
        return present(code, row);
    }
    if (day.empty() || communes_.former.empty() || day > communes_.vintage || day < eras.front()) {
        refuse_vintage(row, code, stated,
                       day.empty()                ? "that is no day from which codes are valid"
                       : day > communes_.vintage  ? "codes are carried forward only"
                       : communes_.former.empty() ? ""
                                                  : "the crosswalk begins on " + eras.front());
        return {};
    }
    auto const meant = former(code, day);
    if (!meant.sound) {
        reader_.say(Severity::error, "unknown-commune", row, fields_.code->name,
                    "the commune " + without_names(code) + " is not among those of " + day +
                        " that the crosswalk leads to " + communes_.vintage,
                    "correct the code or its vintage, or add the commune to the table in "
                    "[crosswalk]; write \"unknown\" where the commune is not known");
    }
    return carried(meant);
}

Meant CommuneColumn::present(std::string const& code, std::size_t row)
{
    if (auto const found = communes_.find(code)) {
        return {.sound = true, .parts = {{found, {}}}};
    }
    if (auto const found = with_zeros(communes_, code)) {
        reader_.say(Severity::warning, "lost-zero", row, fields_.code->name,
                    "found " + without_names(code) + ", taken as " + communes_.code[*found] +
                        ": the leading zero was lost",
                    "format the column as text before exporting");
        return {.sound = true, .parts = {{found, {}}}};
    }
    say_unknown_code(reader_, communes_, *fields_.code, code, row);
    return {};
}

/// Not sound where no such commune was there, or nobody knows what became of it.
Meant CommuneColumn::former(std::string const& code, std::string const& day)
{
    auto const [at, fresh] = known_.try_emplace({code, day});
    auto& meant = at->second;
    if (!fresh) {
        return meant;
    }
    auto const& crosswalk = communes_.former;
    auto const full = former_code(crosswalk, code, day);
    bool const on_list = crosswalk.lists(full, day);
    double beyond = 1.0;
    for (auto const& part : crosswalk.successors(full, day, communes_.vintage)) {
        auto const commune = communes_.find(part.code);
        if (commune) {
            meant.parts.push_back({commune, part.share});
            beyond -= part.share.likely;
        } else if (!on_list) {
            return meant;  // no row of the table knows it, and the study does not either
        }
    }
    if (meant.parts.empty() && !on_list) {
        return meant;
    }
    if (beyond > 1e-9) {  // other parts of it are none of the study's
        meant.parts.push_back({std::nullopt, {beyond, beyond, beyond}});
    }
    meant.sound = true;
    meant.former = full;
    meant.day = day;
    return meant;
}

Meant CommuneColumn::carried(Meant meant)
{
    rows_carried_ += meant.sound && !meant.former.empty() ? 1U : 0U;
    return meant;
}

/// What a code without a vintage may stand for, the present meaning last.
std::vector<Meant> CommuneColumn::meanings(std::string const& code)
{
    std::vector<Meant> all;
    auto const eras = eras_of(communes_);
    for (auto const& day : eras) {
        if (day != communes_.vintage &&
            communes_.former.lists(former_code(communes_.former, code, day), day)) {
            all.push_back(former(code, day));
        }
    }
    auto const here = communes_.find(code);
    if (auto const found = here ? here : with_zeros(communes_, code)) {
        all.push_back({.sound = true, .parts = {{found, {}}}});
    }
    return all;
}

bool CommuneColumn::alike(Meant const& a, Meant const& b) const
{
    // Of a mean it matters which part of the present commune was looked at.
    bool const same_part = kind_ == Carried::sums || a.former.empty() == b.former.empty();
    return same_part && a.parts == b.parts;
}

Meant CommuneColumn::bare(std::string const& code, std::size_t row)
{
    auto const all = meanings(code);
    if (all.empty()) {
        return present(code, row);  // says that it is not known
    }
    bool const one =
        std::ranges::all_of(all, [&](Meant const& meant) { return alike(meant, all.front()); });
    if (!one) {
        return by_period(code, row);
    }
    return all.back().former.empty() ? present(code, row) : carried(all.back());
}

std::optional<Period> CommuneColumn::period_of(std::size_t row)
{
    if (fields_.period != nullptr) {
        return written_period(reader_.text(fields_.period, row).value_or(""));
    }
    return parse_period(fields_.as_of.substr(0, 7));
}

Meant CommuneColumn::by_period(std::string const& code, std::size_t row)
{
    auto const eras = eras_of(communes_);
    auto const period = period_of(row);
    auto const from = period ? in_force(eras, period->from.text() + "-01") : std::string{};
    auto const to = period ? in_force(eras, period->to.text() + "-31") : std::string{};
    if (!from.empty() && from == to) {
        ++rows_by_period_;
        return from == communes_.vintage ? present(code, row) : carried(former(code, from));
    }
    std::string const when =
        !period        ? "the row does not say when it was counted"
        : from.empty() ? "its period lies before " + eras.front() + ", where the crosswalk begins"
                       : "its period reaches over a day on which codes changed";
    reader_.say(Severity::error, "code-of-two-vintages", row, fields_.code->name,
                "the code " + without_names(code) +
                    " stands for one commune before and for another from " + communes_.vintage +
                    " on, and " + when,
                "add a column vintage with the day from which the code of the row is valid, or say "
                "it for the whole table: vintage = \"" +
                    eras.front() + "\" in [" + reader_.source().layer + "] of study.toml");
    return {};
}

double CommuneColumn::weight(Meant const& meant, PartOf const& part)
{
    if (meant.former.empty() || !part.commune) {
        return 1.0;
    }
    auto const [at, fresh] = people_.try_emplace(meant.day);
    auto& people = at->second;
    auto const& crosswalk = communes_.former;
    auto const weight_of = [&](std::string const& code, Share const& share) {
        auto const known = communes_.former_people.find({code, crosswalk.since(code, meant.day)});
        bool const there = known != communes_.former_people.end();
        return std::pair{share.likely * (there ? known->second : 1.0), there};
    };
    if (fresh) {
        for (auto const& code : crosswalk.codes_on(meant.day)) {
            for (auto const& other : crosswalk.successors(code, meant.day, communes_.vintage)) {
                if (auto const commune = communes_.find(other.code)) {
                    auto& [sum, known, others] = people[*commune];
                    auto const [weight, there] = weight_of(code, other.share);
                    sum += weight;
                    known = known && there;
                    others += other.share.likely;
                }
            }
        }
    }
    auto const all = people.find(*part.commune);
    if (all == people.end() || !crosswalk.lists(meant.former, meant.day)) {
        return 1.0;  // it was left as it is
    }
    auto const& [sum, known, others] = all->second;
    if (known && sum > 0.0) {
        return weight_of(meant.former, part.share).first / sum;
    }
    evenly_ = evenly_ || others > part.share.likely;
    return part.share.likely / others;
}

void CommuneColumn::say_names()
{
    constexpr std::size_t told = 8;
    for (auto const& [name, question] : questions_) {
        say(name, question);
    }
    std::string list;
    std::size_t n = 0;
    for (auto const& [name, label] : taken_) {
        list += n >= told ? "" : (n == 0 ? "" : "; ") + label;
        ++n;
    }
    if (n > 0) {
        reader_.say(Severity::note, "names-taken",
                    std::to_string(n) + (n == 1 ? " name was" : " names were") +
                        " taken for the only commune that is called so: " + list +
                        (n > told ? " and " + std::to_string(n - told) + " more" : ""),
                    "");
    }
}

void CommuneColumn::finish()
{
    say_names();
    if (rows_carried_ > 0) {
        reader_.say(Severity::note, "codes-carried",
                    rows_text(rows_carried_) + " of former communes " +
                        (rows_carried_ == 1 ? "was" : "were") + " carried forward to those of " +
                        communes_.vintage + " by the crosswalk",
                    "");
    }
    if (rows_by_period_ > 0) {
        reader_.say(Severity::warning, "vintage-by-period",
                    rows_text(rows_by_period_) +
                        " with a code that stood for another commune before: which one is meant "
                        "was told by the period, as the table does not say from when its codes are",
                    "if all of them are of one vintage, say so: vintage = \"" + communes_.vintage +
                        "\" (or the older one) in [" + reader_.source().layer + "] of study.toml");
    }
    if (rows_of_larger_units_ > 0) {
        reader_.say(Severity::note, "larger-units",
                    rows_text(rows_of_larger_units_) +
                        " of districts or provinces: counted, and in no commune",
                    "");
    }
    if (evenly_) {
        reader_.say(Severity::warning, "means-of-former",
                    "figures of several former communes are made one; as the study does not have "
                    "the people of each, all weigh alike",
                    "give their population in [population] with the older vintage");
    }
}

std::optional<Period> period_in(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row).value_or("");
    auto const period = written_period(text);
    if (!period) {
        reader.say(
            Severity::error, "bad-period", row, field->name,
            "found " + without_names(text) +
                ", expected a year 2024, a half 2024-H1, a quarter 2024-Q2 or a month 2024-05",
            "correct the period; exact days are not accepted");
    }
    return period;
}

std::optional<Period> CoveredPeriods::of(std::size_t row)
{
    if (field_ == nullptr) {
        return study_;
    }
    auto const period = period_in(reader_, field_, row);
    if (!period) {
        return std::nullopt;
    }
    if (period->overlap(study_) == 0) {
        reader_.say(Severity::warning, "outside-period", row, field_->name,
                    "the period lies outside the study (" + study_.from.text() + " to " +
                        study_.to.text() + "); the row is not counted",
                    "correct the row or the period in [study]");
        return std::nullopt;
    }
    auto const covered = period->common(study_);
    if (covered != *period) {
        last_cut_ = row;
        ++cut_;
    }
    return covered;
}

void CoveredPeriods::counts(std::size_t row, double amount)
{
    amount_ += row == last_cut_ ? amount : 0.0;
}

void CoveredPeriods::finish(std::string const& unit)
{
    if (cut_ > 0) {
        reader_.say(Severity::note, "period-cut",
                    std::to_string(cut_) + (cut_ == 1 ? " row tells" : " rows tell") +
                        " of a period that reaches beyond the study (" + study_.from.text() +
                        " to " + study_.to.text() + "); all that " +
                        (cut_ == 1 ? "it counts" : "they count") + " (" + fixed(amount_, 0) + " " +
                        unit + ") is taken as of the months that the study covers",
                    "where it is not, give shorter periods, or let [study] period end where the "
                    "records do");
    }
}

}  // namespace marchland::geo
