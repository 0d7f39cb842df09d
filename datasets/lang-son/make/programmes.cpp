#include "datasets/lang-son/make/programmes.hpp"

#include "datasets/lang-son/make/csv.hpp"
#include "datasets/lang-son/make/province.hpp"
#include "geo/vocabulary/random.hpp"
#include "geo/vocabulary/text.hpp"

#include <array>
#include <string>
#include <string_view>

namespace marchland::lang_son {
namespace {

constexpr auto end_of_study = "2025-06-30";

struct ServiceFact {
    char const* id;
    char const* kind;
    char const* commune;
    int capacity;  ///< 0: not told
    char const* opening;
    char const* since;
    char const* until;
    char const* as_of;
    bool placed = true;  ///< at the office of the commune; else it names the commune alone
};

constexpr auto office_hours = "mon;tue;wed;thu;fri 07:30-11:30;13:30-17:00";

constexpr std::array services{
    ServiceFact{"SYN-DV-01", "reception_centre", "05977", 20, "daily 00:00-23:59", "2012-01", "",
                "2025-05-15"},
    ServiceFact{"SYN-DV-02", "shelter", "06187", 8, "", "2019-06", "", "2024-03-01", false},
    ServiceFact{"SYN-DV-03", "legal_aid", "05986", 0, office_hours, "2015-01", "", "2025-05-15"},
    ServiceFact{"SYN-DV-04", "legal_aid", "06385", 0, office_hours, "2020-01", "", "2025-05-15"},
    ServiceFact{"SYN-DV-05", "loan", "05983", 0, office_hours, "2010-01", "", "2025-04-30"},
    ServiceFact{"SYN-DV-06", "loan", "06529", 0, office_hours, "2010-01", "", "2025-04-30"},
    ServiceFact{"SYN-DV-07", "loan", "06325", 0, office_hours, "2010-01", "", "2025-04-30"},
    ServiceFact{"SYN-DV-08", "loan", "06112", 0, office_hours, "2010-01", "", "2023-12-31"},
    ServiceFact{"SYN-DV-09", "vocational_training", "05977", 120, office_hours, "2014-09", "",
                "2025-05-15"},
    ServiceFact{"SYN-DV-10", "vocational_training", "06613", 40, office_hours, "2018-09",
                "2025-12-31", "2025-05-15"},
    ServiceFact{"SYN-DV-11", "liaison_office", "06184", 0, "daily 07:00-18:00", "2016-01", "",
                "2025-06-15"},
    ServiceFact{"SYN-DV-12", "information_desk", "06172", 0, "daily 07:00-17:00", "2025-09-01", "",
                "2025-06-15"},
    ServiceFact{"SYN-DV-13", "hotline", "", 0, "daily 00:00-23:59", "2013-01", "", ""}};

/// Communes in which the teams of the women's union held a session in a quarter, in about a third of them.
constexpr double session_chance = 0.3;
constexpr std::array quarters{"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"};

class ActivityText {
public:
    void add(std::string const& where, std::string const& kind, std::string const& actor,
             std::string const& period, std::string const& unit, std::string const& planned,
             std::string const& done, std::string const& reached, std::string const& population)
    {
        csv_.add({where, kind, actor, period, unit, planned, done, reached, population,
                  end_of_study, "1"});
    }
    void write(std::filesystem::path const& path) const { csv_.write(path); }

private:
    CsvText csv_{{"commune", "kind", "actor", "period", "unit", "planned", "done", "reached",
                  "population", "as_of", "synthetic"}};
};

void add_sessions(Facts const& facts, ActivityText& text)
{
    for (std::size_t i = 0; i < facts.communes.size(); ++i) {
        geo::Draws draws{geo::Random{seed, "activities", i}};
        auto const& commune = facts.communes[i];
        for (auto const* const quarter : quarters) {
            if (draws.uniform() < session_chance) {
                auto const done = 1 + draws.below(3);
                text.add(commune.code, "outreach", "womens_union", quarter, "session", "2",
                         std::to_string(done), std::to_string(done * (30 + draws.below(25))),
                         "general_public");
            }
            if (commune.at_border && draws.uniform() < session_chance) {
                text.add(commune.code, "outreach", "border_guard", quarter, "session", "1", "1", "",
                         "general_public");
            }
        }
    }
}

}  // namespace

void write_services(Facts const& facts, Projection const& projection,
                    std::filesystem::path const& path)
{
    CsvText csv{{"id", "name", "kind", "capacity", "opening", "since", "until", "as_of", "commune",
                 "lon", "lat", "synthetic"}};
    for (auto const& one : services) {
        bool const somewhere = !std::string_view{one.commune}.empty();
        auto const at = one.placed && somewhere
                            ? projection.degrees(facts.commune(one.commune).office)
                            : geo::Point{};
        auto const degree = [&](double value) {
            return one.placed && somewhere ? geo::fixed(value, 5) : "";
        };
        csv.add({one.id, std::string{"SYNTHETIC "}.append(one.id + 4), one.kind,
                 one.capacity > 0 ? std::to_string(one.capacity) : "", one.opening, one.since,
                 one.until, one.as_of, one.commune, degree(at.x), degree(at.y), "1"});
    }
    csv.write(path);
}

void write_activities(Facts const& facts, std::filesystem::path const& path)
{
    ActivityText text;
    add_sessions(facts, text);
    text.add("region", "leaflet", "womens_union", "2025-H1", "copy", "2000", "2422", "100000",
             "general_public");
    text.add("region", "loan", "womens_union", "2024", "person", "", "713", "",
             "at_risk; returned");
    text.add("05977", "vocational_training", "labour_social", "2024", "person", "40", "31", "",
             "returned");
    text.add("06172", "market_event", "womens_union", "2025-Q2", "session", "3", "3", "240",
             "general_public");
    text.add("06529", "school_campaign", "education", "2025-Q1", "session", "6", "4", "520",
             "students");
    text.add("06613", "school_campaign", "education", "2025-Q2", "session", "4", "", "",
             "students");
    text.add("06046", "club", "womens_union", "2025-Q4", "session", "3", "", "", "women");
    text.write(path);
}

void write_waiting(std::filesystem::path const& path)
{
    constexpr std::array months{"2025-04", "2025-05", "2025-06"};
    constexpr std::array counted{"2025-04-30", "2025-05-31", "2025-06-30"};
    constexpr std::array bands{"0-14", "15-28", "29-42", "43+"};
    constexpr std::array means{3.0, 2.5, 2.0, 1.5};
    CsvText csv{{"period", "kind", "band", "count", "as_of", "synthetic"}};
    for (std::size_t month = 0; month < months.size(); ++month) {
        geo::Draws draws{geo::Random{seed, "waiting", month}};
        for (std::size_t band = 0; band < bands.size(); ++band) {
            csv.add({months.at(month), "answer", bands.at(band),
                     std::to_string(draws.poisson(means.at(band))), counted.at(month), "1"});
        }
        csv.add({months.at(month), "notice", "0-9", std::to_string(draws.poisson(1.0)),
                 counted.at(month), "1"});
        csv.add({months.at(month), "notice", "10+", std::to_string(draws.poisson(2.0)),
                 counted.at(month), "1"});
    }
    csv.write(path);
}

}  // namespace marchland::lang_son
