// Finding the commune that a row of another table means. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/period.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace marchland::geo {

/// What a row says of a commune, or of what that became: how much of it belongs where.
struct PartOf {
    std::optional<CommuneId> commune;  ///< nothing: beyond the study
    Share share;
    bool operator==(PartOf const&) const = default;
};

/// Who a row speaks of.
struct Meant {
    bool sound = false;         ///< false: an error was said, leave the row out
    std::vector<PartOf> parts;  ///< none although sound: the record says "unknown"
    std::string former = {};    ///< the code, where it is one of before the study's vintage
    std::string day = {};       ///< and a day on which it held

    /// The one commune of the study that has all of it; nothing where there is none, or several.
    std::optional<CommuneId> whole() const
    {
        return parts.size() == 1 && parts.front().share.whole() ? parts.front().commune
                                                                : std::nullopt;
    }
};

/// What is carried from a former commune to the present ones.
enum class Carried : std::uint8_t {
    sums,  ///< what may be added: persons, hours in all
    means  ///< a figure for each head, share or score: of several former communes the mean counts
};

/// The columns that say which commune a row means; nullptr: there is no such column.
struct CommuneFields {
    Field const* code = nullptr;      ///< or the name
    Field const* vintage = nullptr;   ///< from when the code is valid
    Field const* period = nullptr;    ///< tells what a code without a vintage means
    Field const* level = nullptr;     ///< commune, district, province
    Field const* district = nullptr;  ///< these two tell communes of one name apart
    Field const* province = nullptr;
    std::string as_of = {};  ///< of the whole table, where rows have no period; empty: not stated

    /// Those of a table, by their contract names.
    static CommuneFields of(LayerReader& reader, Field const* code, Field const* period = nullptr);
};

/// Which commune each row of a table means.
///
/// A row without a vintage, whose code means one thing before a reform and another after, is read by its period; where
/// that reaches over the reform, or there is none, it is an error and never a guess. A name instead of a code is asked about
/// until the study answers it (LayerSource::names): with the commune, where one is called so, or all of them.
class CommuneColumn {
public:
    /// \pre fields.code != nullptr
    CommuneColumn(LayerReader& reader, Communes const& communes, CommuneFields fields,
                  Carried carried = Carried::sums);

    /// Says what is wrong.
    Meant of(std::size_t row);

    /// How much a row of a former commune weighs in the mean of a present one, 0 to 1: as many of its people as went
    /// there, over all who went there. A row under a code of the study weighs 1.
    double weight(Meant const& meant, PartOf const& part);

    /// Says what was carried forward, and why.
    void finish();

private:
    Meant of_code(std::string const& code, std::size_t row);
    Meant of_name(std::string const& name, std::size_t row);
    Meant of_answer(std::string const& answer, std::size_t row);
    bool is_code(std::string const& text) const;
    Meant bare(std::string const& code, std::size_t row);
    Meant by_period(std::string const& code, std::size_t row);
    Meant of_vintage(std::string const& code, std::string const& stated, std::size_t row);
    Meant present(std::string const& code, std::size_t row);
    Meant former(std::string const& code, std::string const& day);
    Meant carried(Meant meant);
    std::vector<Meant> meanings(std::string const& code);
    /// A commune that a name may stand for.
    struct Reading {
        NamedPlace place;
        Meant meant;
    };
    std::vector<Reading> readings(std::string const& name, std::size_t row);
    std::string stated_vintage(std::size_t row);
    /// A name that the study does not answer.
    struct Question {
        std::size_t row = 0;  ///< the first that asks
        std::size_t rows = 0;
        std::vector<Reading> readings;
    };
    void say(std::string const& name, Question const& question);
    void say_names();
    bool alike(Meant const& a, Meant const& b) const;
    std::optional<Period> period_of(std::size_t row);
    void refuse_vintage(std::size_t row, std::string const& code, std::string const& stated,
                        std::string const& why);

    LayerReader& reader_;
    Communes const& communes_;
    CommuneFields fields_;
    Carried kind_;
    std::string stated_;                                          ///< vintage of all rows
    std::map<std::pair<std::string, std::string>, Meant> known_;  ///< former code, day
    /// What former communes gave to a present one.
    struct Given {
        double people = 0.0;  ///< where all are known
        bool known = true;
        double shares = 0.0;
    };
    std::map<std::string, std::map<CommuneId, Given>> people_;  ///< who came where: by day
    std::size_t rows_carried_ = 0;
    std::size_t rows_by_period_ = 0;
    std::size_t rows_of_larger_units_ = 0;
    std::map<std::string, Question> questions_;  ///< by the name as it is written
    std::map<std::string, std::string> taken_;   ///< name as it is written -> commune
    bool evenly_ = false;  ///< weights without the people of the former communes
};

/// A whole row's period, in or out of the study; nothing where it cannot be read, which is said.
std::optional<Period> period_in(LayerReader& reader, Field const* field, std::size_t row);

/// The periods of a table of counts, within the study. A row counts for the months that the study covers: "2025" in
/// a study that ends in June is half a year. Where no month is left, the row counts nothing.
class CoveredPeriods {
public:
    /// \param field  nullptr: there is no such column, and every row is for the whole study.
    CoveredPeriods(LayerReader& reader, Field const* field, Period const& study)
        : reader_{reader}, field_{field}, study_{study}
    {
    }

    /// Nothing where it cannot be read or lies outside; says so.
    std::optional<Period> of(std::size_t row);

    /// What a row counts, for the sum that is told of rows that reach beyond the study.
    void counts(std::size_t row, double amount);

    /// Says how many rows reach beyond the study, and what they count. \param unit  "persons" or the like.
    void finish(std::string const& unit);

private:
    LayerReader& reader_;
    Field const* field_;
    Period study_;
    std::size_t last_cut_ = SIZE_MAX;  ///< the last row that reaches beyond
    std::size_t cut_ = 0;
    double amount_ = 0.0;
};

}  // namespace marchland::geo
