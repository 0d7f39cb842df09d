#include "geo/layers/services.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/files/placing.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/layers/day_columns.hpp"
#include "geo/layers/listed_column.hpp"
#include "geo/vocabulary/text.hpp"

#include <map>

namespace marchland::geo {
namespace {

class ServiceRows {
public:
    ServiceRows(LayerReader& reader, Communes const& communes)
        : reader_{reader}, id_{reader.required_field("id")}, kind_{reader.required_field("kind")},
          name_{reader.optional_field("name")}, capacity_{reader.optional_field("capacity")},
          opening_{reader.optional_field("opening")}, since_{reader.optional_field("since")},
          until_{reader.optional_field("until")}, commune_{reader.optional_field("commune")},
          kinds_{reader, kind_, "service_kind", {.then = "; the row is left out"}}, dated_{reader}
    {
        if (commune_ != nullptr) {
            communes_in_.emplace(reader, communes, CommuneFields::of(reader, commune_));
        }
    }

    /// Says what was carried forward from former communes.
    void finish()
    {
        if (communes_in_) {
            communes_in_->finish();
        }
    }

    bool has_what_it_needs() const { return id_ != nullptr && kind_ != nullptr; }

    /// Nothing: the row cannot be used, which is said.
    std::optional<Service> of(std::size_t row)
    {
        auto const id = reader_.text(id_, row);
        if (!id) {
            reader_.say(Severity::error, "id-missing", row, id_->name, "the service has no id",
                        "give each service an id of its own");
            return std::nullopt;
        }
        reader_.label(row, *id);
        if (kinds_.empty(row)) {
            reader_.say(Severity::error, "kind-missing", row, kind_->name,
                        "the cell is empty; expected the kind of the service",
                        "fill it in with a word of the list service_kind");
        }
        auto const kind = kinds_.of(row);
        auto const since = days_in(reader_, since_, row);
        auto const until = days_in(reader_, until_, row);
        if (since && until && until->to < since->from) {
            reader_.say(Severity::error, "days-turned-round", row, until_->name,
                        "the service ends before it begins", "correct since or until");
        }
        if (!kind) {
            return std::nullopt;
        }
        return Service{.id = *id,
                       .name = reader_.text(name_, row).value_or(*id),
                       .kind = *kind,
                       .capacity = capacity(row),
                       .opening = opening(row),
                       .since = since ? std::optional{since->from} : std::nullopt,
                       .until = until ? std::optional{until->to} : std::nullopt,
                       .dated = dated_.of(row),
                       .at = {},
                       .commune = commune(row)};
    }

private:
    double capacity(std::size_t row)
    {
        auto const text = reader_.text(capacity_, row);
        if (!text) {
            return unknown;
        }
        auto const persons = reader_.number(capacity_, row, Quantity::whole);
        if (!persons || !(*persons >= 0.0)) {
            reader_.say(Severity::error, "bad-capacity", row, capacity_->name,
                        "found " + without_names(*text) +
                            ", expected how many persons it can take at once: 0, 1, 2, ...",
                        "correct the figure, or leave the cell empty where it is not known");
            return unknown;
        }
        return *persons;
    }

    std::string opening(std::size_t row)
    {
        auto const text = reader_.text(opening_, row).value_or("");
        if (text.empty() || are_opening_hours(text)) {
            return text;
        }
        reader_.say(Severity::warning, "bad-opening", row, opening_->name,
                    "the opening hours cannot be read; expected days, hours or both: "
                    "\"mon;tue;wed;thu;fri 07:30-11:30;13:00-16:30\"; taken as not known",
                    "correct the cell, or leave it empty");
        return "";
    }

    std::optional<CommuneId> commune(std::size_t row)
    {
        return commune_ == nullptr || !reader_.text(commune_, row) ? std::nullopt
                                                                   : communes_in_->of(row).whole();
    }

    LayerReader& reader_;
    Field const* id_;
    Field const* kind_;
    Field const* name_;
    Field const* capacity_;
    Field const* opening_;
    Field const* since_;
    Field const* until_;
    Field const* commune_;
    ListedColumn kinds_;
    DatedColumns dated_;
    std::optional<CommuneColumn> communes_in_;
};

/// A register may have none at all, and name the commune alone.
bool has_place(LayerReader& reader)
{
    return reader.table().spatial() ||
           (reader.optional_field("x") != nullptr || reader.optional_field("y") != nullptr);
}

}  // namespace

bool are_opening_hours(std::string_view text)
{
    auto const words = trimmed(text);
    auto const colon = words.find(':');  // of the first time of day; days have none
    bool const timed = colon != words.npos;
    auto const blank = timed ? words.rfind(' ', colon) : words.npos;
    auto const times = !timed ? words.size() : blank == words.npos ? 0 : blank + 1;
    auto const days = trimmed(words.substr(0, times));
    bool const sound_days = days.empty() || Recurring::parse(days).value_or(Recurring{}).ever();
    return !words.empty() && sound_days && (!timed || are_hours(words.substr(times)));
}

std::vector<Service> read_services(LayerSource const& source, Communes const& communes,
                                   Findings& findings)
{
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_persons(*reader, {"id", "name", "opening"})) {
        return {};
    }
    ServiceRows rows{*reader, communes};
    if (!rows.has_what_it_needs()) {
        return {};
    }
    auto const points = has_place(*reader) ? placed_points(*reader, communes.crs)
                                           : std::vector<std::optional<Point>>(reader->rows());
    std::map<std::string, std::pair<std::size_t, Service>> by_id;
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto service = rows.of(row);
        if (!service) {
            continue;
        }
        service->at = points[row];
        auto const [known, is_new] = by_id.try_emplace(service->id, row, *service);
        if (!is_new) {
            reader->say(Severity::error, "duplicate-id", row, reader->name_in_file("id"),
                        "the id of this row is already that of row " +
                            std::to_string(reader->table().row_number(known->second.first)),
                        "give each service an id of its own");
        } else if (!service->at && !service->commune) {
            reader->say(Severity::note, "no-coordinate", row, "",
                        "the place is not known: the service stays in the register, and no hours "
                        "to it are told",
                        "add its coordinates, or the code of its commune");
        }
    }
    rows.finish();
    std::vector<Service> services;
    for (auto& [id, entry] : by_id) {
        services.push_back(std::move(entry.second));
    }
    reader->finish();
    return services;
}

}  // namespace marchland::geo
