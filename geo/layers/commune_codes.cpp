#include "geo/layers/commune_codes.hpp"

#include "geo/gate/shown.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>

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

}  // namespace

Meant commune_of(LayerReader& reader, Communes const& communes, Field const* code,
                 Field const* vintage, std::size_t row)
{
    auto const text = reader.text(code, row);
    if (!text) {
        reader.say(Severity::error, "commune-missing", row, code->name, "the cell is empty",
                   "fill in the code, or \"unknown\" where the commune is not known");
        return {};
    }
    if (says_unknown(*text)) {
        return {true, std::nullopt};
    }
    auto const from = reader.text(vintage, row);
    if (from && *from != communes.vintage) {
        reader.say(Severity::error, "other-vintage", row, vintage->name,
                   "the code " + without_names(*text) + " is of the vintage " +
                       without_names(*from, CellOf::places) + ", the study of " + communes.vintage +
                       "; the same code may stand for another commune, so they are not joined",
                   "bring the rows to the vintage of the study with the official crosswalk first");
        return {};
    }
    if (auto const found = communes.find(*text)) {
        return {true, found};
    }
    if (auto const found = with_zeros(communes, *text)) {
        reader.say(Severity::warning, "lost-zero", row, code->name,
                   "found " + without_names(*text) + ", taken as " + communes.code[*found] +
                       ": the leading zero was lost",
                   "format the column as text before exporting");
        return {true, found};
    }
    say_unknown_code(reader, communes, *code, *text, row);
    return {};
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
