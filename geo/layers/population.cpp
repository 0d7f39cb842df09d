#include "geo/layers/population.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace marchland::geo {
namespace {

constexpr double too_thin = 15.0;  ///< times thinner than around
constexpr double too_dense = 8.0;  ///< times denser
constexpr double too_many = 15.0;  ///< times as many people as in the middle commune
constexpr std::size_t fewest_neighbours = 2;
constexpr std::size_t fewest_communes = 8;  ///< without neighbours the whole study is compared

/// Half of the values lie below it. \pre not empty
double middle_of(std::vector<double> values)
{
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Sums of people by commune, and what they lack.
class Population {
public:
    explicit Population(Communes& communes)
        : communes_{communes}, people_{communes.size()}, doubled_{communes.size()}
    {
    }

    /// False where the commune, or the former one, has a figure already.
    bool add(Meant const& meant, double people)
    {
        if (!meant.former.empty()) {
            auto const since = communes_.former.since(meant.former, meant.day);
            if (!communes_.former_people.emplace(std::pair{meant.former, since}, people).second) {
                return false;
            }
        }
        // One vintage for each commune: figures of its parts and of itself would be added up.
        for (auto const& part : meant.parts) {
            if (part.commune &&
                vintage_of_.try_emplace(*part.commune, meant.day).first->second != meant.day) {
                return false;
            }
        }
        if (meant.former.empty() && meant.parts.front().commune &&
            doubled_[*meant.parts.front().commune]++ != 0) {
            return false;
        }
        for (auto const& part : meant.parts) {
            if (part.commune) {
                people_[*part.commune].push_back(people * part.share.likely);
            }
        }
        days_.insert(meant.day);
        return true;
    }

    /// Puts the sums into the communes. \returns those that a former commune without a figure is part of.
    std::vector<CommuneId> finish()
    {
        auto const lacking = incomplete();
        for (auto const id : people_.ids()) {
            auto& figures = people_[id];
            std::ranges::sort(figures);  // the sum must not depend on the order of the rows
            double sum = figures.empty() ? unknown : 0.0;
            for (double const figure : figures) {
                sum += figure;
            }
            bool const same = std::isnan(communes_.at_risk[id]) ||
                              communes_.at_risk[id] == communes_.population[id];
            bool const whole = std::ranges::find(lacking, id) == lacking.end();
            communes_.population[id] = whole ? std::round(sum) : unknown;
            communes_.at_risk[id] = same ? communes_.population[id] : communes_.at_risk[id];
        }
        return lacking;
    }

private:
    std::vector<CommuneId> incomplete() const
    {
        std::set<CommuneId> lacking;
        for (auto const& day : days_) {
            if (day.empty()) {
                continue;
            }
            for (auto const& code : communes_.former.codes_on(day)) {
                if (communes_.former_people.contains({code, communes_.former.since(code, day)})) {
                    continue;
                }
                for (auto const& part : communes_.former.successors(code, day, communes_.vintage)) {
                    auto const id = communes_.find(part.code);
                    if (id && !people_[*id].empty() && doubled_[*id] == 0) {
                        lacking.insert(*id);
                    }
                }
            }
        }
        return {lacking.begin(), lacking.end()};
    }

    std::map<CommuneId, std::string> vintage_of_;  ///< of the figures that it has
    Communes& communes_;
    PerCommune<std::vector<double>> people_;
    PerCommune<std::uint8_t> doubled_;  ///< 1: has a figure under its present code
    std::set<std::string> days_;
};

std::string labels_of(Communes const& communes, std::vector<CommuneId> const& ids)
{
    constexpr std::size_t told = 5;
    std::string list;
    for (std::size_t i = 0; i < std::min(told, ids.size()); ++i) {
        list += (i == 0 ? "" : ", ") + communes.label(ids[i]);
    }
    return list + (ids.size() > told ? " and " + std::to_string(ids.size() - told) + " more" : "");
}

}  // namespace

void read_population(LayerSource const& source, Communes& communes, Findings& findings)
{
    auto reader = LayerReader::open(source, findings);
    if (!reader ||
        refuses_columns(*reader, {"commune", "population"}, "population", {}, &communes.names)) {
        return;
    }
    auto const* const commune = reader->required_field("commune");
    auto const* const population = reader->required_field("population");
    if (commune == nullptr || population == nullptr) {
        return;
    }
    CommuneColumn places{*reader, communes, CommuneFields::of(*reader, commune)};
    Population people{communes};
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const meant = places.of(row);
        auto const text = reader->text(population, row);
        auto const figure = reader->number(population, row, Quantity::whole);
        if (!meant.sound || meant.parts.empty()) {
            continue;
        }
        if (!figure || *figure < 0.0) {
            reader->say(Severity::warning, "population-text", row, population->name,
                        (text ? "found " + without_names(*text) : "the cell is empty") +
                            std::string{", expected a number of people; rates and ranks of the "
                                        "commune stay unknown"},
                        "fill in the figure");
        } else if (!people.add(meant, *figure)) {
            reader->say(Severity::error, "doubled-row", row, commune->name,
                        "the commune has more than one figure",
                        "keep one row for each commune and vintage");
        }
    }
    places.finish();
    auto const lacking = people.finish();
    if (!lacking.empty()) {
        reader->say(Severity::warning, "population-missing",
                    std::to_string(lacking.size()) +
                        " communes took in a former one that has no figure, so their people are "
                        "not known: " +
                        labels_of(communes, lacking),
                    "add the rows that are missing");
    }
    std::vector<CommuneId> without;
    for (auto const id : communes.code.ids()) {
        if (std::isnan(communes.population[id]) &&
            std::ranges::find(lacking, id) == lacking.end()) {
            without.push_back(id);
        }
    }
    if (!without.empty()) {
        reader->say(Severity::warning, "population-missing",
                    std::to_string(without.size()) +
                        " communes have no figure; their rates and ranks stay unknown: " +
                        labels_of(communes, without),
                    "add the rows that are missing");
    }
    reader->finish();
}

void judge_density(Communes const& communes, Boundaries const& boundaries, std::string const& file,
                   Findings& findings)
{
    PerCommune<double> density{communes.size(), unknown};
    std::vector<double> all;
    std::vector<double> people;
    for (auto const id : communes.code.ids()) {
        double const km2 = communes.has_shape(id) ? area_of(communes.shape[id]) / 1e6 : 0.0;
        if (communes.population[id] > 0.0 && km2 > 0.0) {
            density[id] = communes.population[id] / km2;
            all.push_back(density[id]);
            people.push_back(communes.population[id]);
        }
    }
    if (all.size() < 3) {
        return;
    }
    double const usual_people = middle_of(people);
    auto const near = boundaries.neighbours(Contiguity::queen);
    for (auto const id : communes.code.ids()) {
        if (std::isnan(density[id])) {
            continue;
        }
        std::vector<double> around;
        for (auto const other : near[id]) {
            if (!std::isnan(density[other])) {
                around.push_back(density[other]);
            }
        }
        bool const alone = around.size() < fewest_neighbours;
        if (alone && all.size() < fewest_communes) {
            continue;
        }
        double const usual = middle_of(alone ? all : around);
        bool const thin =
            density[id] * too_thin < usual && (alone || density[id] < std::ranges::min(around));
        bool const dense =
            density[id] > too_dense * usual && communes.population[id] > too_many * usual_people;
        if (thin || dense) {
            findings.push_back(
                {.severity = Severity::warning,
                 .rule = "density",
                 .file = file,
                 .layer = "communes",
                 .feature = communes.label(id),
                 .field = "population",
                 .message = "found " + fixed(communes.population[id], 0) + " people, that is " +
                            fixed(density[id], 1) + " a km2 where " + fixed(usual, 0) +
                            (alone ? " is usual here" : " is usual around it") +
                            "; a rate on this figure may be nonsense",
                 .action = "compare with the census of the former communes and correct the "
                           "figure"});
        }
    }
}

}  // namespace marchland::geo
