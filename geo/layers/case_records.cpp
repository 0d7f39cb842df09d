#include "geo/layers/case_records.hpp"

#include "geo/gate/personal_headers.hpp"
#include "geo/gate/personal_values.hpp"
#include "geo/gate/shown.hpp"
#include "geo/gate/word_lists.hpp"
#include "geo/layers/carried_cases.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/listed_column.hpp"
#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

namespace marchland::geo {
namespace {

/// What the cells of a column of the record are.
enum class Holds : std::uint8_t { words, several_words, key, code, period, day };

struct RecordColumn {
    std::string_view name;
    Holds holds;
    std::string_view list = {};
};

constexpr std::array record_columns{
    RecordColumn{"rec_id", Holds::key},
    RecordColumn{"agency_code", Holds::code},
    RecordColumn{"source_grade", Holds::words, "source_grade"},
    RecordColumn{"info_grade", Holds::words, "info_grade"},
    RecordColumn{"case_class", Holds::words, "case_class"},
    RecordColumn{"victim_status", Holds::words, "case_status"},
    RecordColumn{"detect_period", Holds::period},
    RecordColumn{"recruit_period", Holds::period},
    RecordColumn{"age_band", Holds::words, "age"},
    RecordColumn{"sex", Holds::words, "sex"},
    RecordColumn{"origin_unit", Holds::code},
    RecordColumn{"recruit_unit", Holds::code},
    RecordColumn{"transit_corridor", Holds::code},
    RecordColumn{"dest_country", Holds::code},
    RecordColumn{"dest_admin1", Holds::code},
    RecordColumn{"unit_vintage", Holds::day},
    RecordColumn{"unit_level", Holds::words, "unit_level"},
    RecordColumn{"exploitation", Holds::several_words, "form"},
    RecordColumn{"promised", Holds::several_words, "promised"},
    RecordColumn{"means", Holds::several_words, "means"},
    RecordColumn{"recruiter_relation", Holds::words, "recruiter_relation"},
    RecordColumn{"recruit_channel", Holds::words, "recruit_channel"},
    RecordColumn{"crossing_mode", Holds::words, "crossing_mode"},
    RecordColumn{"detection_mode", Holds::words, "detection_mode"},
    RecordColumn{"outcome", Holds::words, "outcome"},
    RecordColumn{"accompanied_children", Holds::words, "accompanied_children"},
    RecordColumn{"notice_period", Holds::period},
    RecordColumn{"answer_days_band", Holds::words, "answer_days_band"},
    RecordColumn{"services", Holds::several_words, "service_kind"},
    RecordColumn{"share_level", Holds::words, "share_level"},
    RecordColumn{"legal_basis", Holds::words, "legal_basis"},
    RecordColumn{"retain_until", Holds::day}};

/// Without these a table is none of records.
constexpr std::array needed{"rec_id", "case_class", "victim_status", "detect_period",
                            "origin_unit"};

RecordColumn const* column_called(std::string const& header)
{
    auto const name = folded(header);
    auto const* const found =
        std::ranges::find(record_columns, std::string_view{name}, &RecordColumn::name);
    return found == record_columns.end() ? nullptr : found;
}

/// A quarter or a year: no month, no day.
bool is_coarse_period(std::string const& text)
{
    return parse_period(text) && (text.size() == 4 || text.find_first_of("QqHh") != text.npos);
}

bool is_unknown(std::string const& text)
{
    return listed_value("recruit_channel", text) == "unknown";  // the null codes of every list
}

/// Capitals, digits and hyphens, few of them: "LS-WU", "06148", "CN-GX".
bool is_code(std::string const& text)
{
    constexpr std::size_t longest = 24;
    bool const plain = std::ranges::all_of(text, [](unsigned char c) {
        return std::isupper(c) != 0 || std::isdigit(c) != 0 || c == '-' || c == '_';
    });
    return text.size() <= longest && plain && !personal_value(text);
}

/// Random letters and digits as a program makes them: sixteen or more of a hexadecimal number, hyphens between.
bool is_random_key(std::string const& text)
{
    constexpr std::size_t shortest_key = 16;
    bool const hex = std::ranges::all_of(
        text, [](unsigned char c) { return std::isxdigit(c) != 0 || c == '-'; });
    return hex && text.size() >= shortest_key && text.size() <= 40 &&
           std::ranges::any_of(text, [](unsigned char c) { return std::isalpha(c) != 0; });
}

/// One column of the record, cell by cell.
class RecordCells {
public:
    RecordCells(LayerReader& reader, Field const& field, RecordColumn const& column)
        : reader_{reader}, field_{field}, column_{column}, words_{reader, &field,
                                                                  std::string{column.list}}
    {
    }

    void check(std::size_t row)
    {
        auto const text = reader_.text(&field_, row);
        if (!text || is_unknown(*text)) {
            return;
        }
        switch (column_.holds) {
        case Holds::words:
            words_.of(row);
            return;
        case Holds::several_words:
            check_each(*text, row);
            return;
        case Holds::key:
            expect(is_random_key(*text) && keys_.insert(*text).second, row,
                   "a random number of sixteen or more hexadecimal digits, another in each row");
            return;
        case Holds::code:
            expect(is_code(*text), row, "a code in capitals and digits");
            return;
        case Holds::period:
            expect(is_coarse_period(*text), row, "a quarter 2024-Q2 or a year");
            return;
        case Holds::day:
            expect(is_day(*text), row, "a day like 2025-07-01");
            return;
        }
    }

private:
    void expect(bool sound, std::size_t row, std::string const& what)
    {
        if (!sound) {
            reader_.say(Severity::error, "bad-record", row, field_.name,
                        "the cell (not shown here) is not what the record has: expected " + what,
                        "correct it, or write unknown");
        }
    }

    void check_each(std::string const& text, std::size_t row)
    {
        for (std::size_t from = 0; from <= text.size();) {
            auto const to = std::min(text.find(';', from), text.size());
            auto const word = std::string{trimmed(std::string_view{text}.substr(from, to - from))};
            if (!word.empty()) {
                expect(listed_value(column_.list, word, reader_.source().words).has_value(), row,
                       "words of the list " + std::string{column_.list} + ", with ; between");
            }
            from = to + 1;
        }
    }

    LayerReader& reader_;
    Field const& field_;
    RecordColumn const& column_;
    ListedColumn words_;
    std::set<std::string> keys_;
};

/// Whether all that stands in the table is what the record has; what is not is said.
bool is_sound(LayerReader& reader)
{
    auto const before = reader.findings().size();
    auto const& fields = reader.table().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto const* const column = column_called(fields[i].name);
        if (column == nullptr) {
            reader.say(Severity::error, "unknown-column",
                       "the record of a person has no column " + shown_header(fields[i].name, i) +
                           ", and may have no other than its own",
                       "take the column out of the file before it reaches Marchland");
            continue;
        }
        RecordCells cells{reader, fields[i], *column};
        for (std::size_t row = 0; row < reader.rows(); ++row) {
            cells.check(row);
        }
    }
    auto const& findings = reader.findings();
    return std::none_of(findings.begin() + static_cast<std::ptrdiff_t>(before), findings.end(),
                        [](Finding const& one) { return one.severity == Severity::error; });
}

std::string first_form(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row).value_or("unknown");
    return listed_value("form", trimmed(std::string_view{text}.substr(0, text.find(';'))),
                        reader.source().words)
        .value_or("unknown");
}

bool is_counted(LayerReader& reader, std::size_t row)
{
    auto const value = [&](char const* column, char const* list) {
        return listed_value(list,
                            reader.text(reader.table().field(column), row).value_or("unknown"),
                            reader.source().words);
    };
    return value("case_class", "case_class") == "trafficking" &&
           value("victim_status", "case_status") != "not_victim";
}

/// Whole numbers that are neither codes nor years: how many.
bool counts_something(Field const& field)
{
    constexpr double smallest_code = 1000.0;
    bool any = false;
    bool small = false;
    for (auto const& cell : field.cells) {
        if (!cell) {
            continue;
        }
        auto const text = trimmed(*cell);
        auto const number = number_in(text);
        if (text.empty() || text == "..") {
            continue;
        }
        if ((!number && text.front() != '<') || (text.size() > 1 && text.front() == '0')) {
            return false;
        }
        any = true;
        small = small || number.value_or(0.0) < smallest_code;
    }
    return any && small;
}

}  // namespace

bool are_case_records(LayerReader& reader)
{
    return std::ranges::all_of(
        needed, [&](char const* name) { return reader.table().field(name) != nullptr; });
}

bool are_single_persons(LayerReader& reader)
{
    auto const& fields = reader.table().fields;
    bool const of_persons = std::ranges::any_of(fields, [](Field const& field) {
        auto const kind = personal_header(field.name);
        return kind && kind != PersonalKind::some_name && kind != PersonalKind::free_text;
    });
    bool const of_cases =
        reader.optional_field("commune") != nullptr && reader.optional_field("period") != nullptr;
    return (of_persons || of_cases) && reader.optional_field("count") == nullptr &&
           !reader.source().columns.contains("count") &&
           std::ranges::none_of(fields, counts_something);
}

void say_single_persons(LayerReader& reader)
{
    reader.say(
        Severity::error, "single-persons",
        "no column counts: each row looks like a single person, and such tables are not read "
        "(nothing of it is shown here)",
        "count them first, in the agency: a pivot table with commune, quarter, form, sex and age "
        "group as "
        "rows and the number of rows as values, saved as a table of its own with a column count; "
        "or give "
        "the record without names that docs/data.md describes");
}

std::vector<CaseCount> counted_records(LayerReader& reader, Communes const& communes,
                                       Period const& study)
{
    if (!is_sound(reader)) {
        return {};
    }
    auto& table = reader.table();
    ListedColumn sexes{reader, table.field("sex"), "sex"};
    ListedColumn ages{reader, table.field("age_band"), "age"};
    auto const* const detected = table.field("detect_period");
    CoveredPeriods periods{reader, detected, study};
    CommuneColumn origins{reader,
                          communes,
                          {.code = table.field("origin_unit"),
                           .vintage = table.field("unit_vintage"),
                           .period = detected,
                           .level = table.field("unit_level")}};
    struct Counted {
        Meant meant;
        double count = 0.0;
    };
    // the commune of the study, or else the former one
    using Key = std::tuple<std::optional<CommuneId>, std::string, int, int, std::string,
                           std::string, std::string>;
    std::map<Key, Counted> counts;
    std::size_t left_out = 0;
    for (std::size_t row = 0; row < reader.rows(); ++row) {
        if (!is_counted(reader, row)) {
            ++left_out;
            continue;
        }
        auto const meant = origins.of(row);
        auto const period = periods.of(row);
        if (meant.sound && period) {
            periods.counts(row, 1.0);
            auto const whole = meant.whole();
            auto& counted =
                counts[{whole, whole ? "" : meant.former + meant.day, period->from.index,
                        period->to.index, first_form(reader, table.field("exploitation"), row),
                        sexes.of(row, "unknown").value_or("unknown"),
                        ages.of(row, "unknown").value_or("unknown")}];
            counted.meant = meant;
            counted.count += 1.0;
        }
    }
    origins.finish();
    periods.finish("persons");
    std::vector<CaseCount> cases;
    CarriedCases carried{reader, communes};
    for (auto const& [key, counted] : counts) {
        auto const& [commune, former, from, to, form, sex, age] = key;
        carried.add(
            counted.meant,
            {{}, Period{Month{from}, Month{to}}, Role::origin, form, sex, age, counted.count},
            cases);
    }
    auto const lines = counts.size();
    carried.finish(cases);
    reader.say(Severity::note, "records-counted",
               std::to_string(reader.rows()) + " records of single persons were counted into " +
                   std::to_string(lines) + " lines and dropped; " + std::to_string(left_out) +
                   " are of another class than trafficking, or of no victim, and do not count",
               "");
    return cases;
}

}  // namespace marchland::geo
