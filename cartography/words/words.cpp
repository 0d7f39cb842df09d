#include "cartography/words/words.hpp"

#include "cartography/words/corridor_texts.hpp"
#include "cartography/words/measure_texts.hpp"
#include "cartography/words/method_texts.hpp"
#include "cartography/words/named_texts.hpp"
#include "cartography/words/numbers.hpp"
#include "geo/vocabulary/error.hpp"

namespace marchland::cartography {

Language language_of(std::string_view code)
{
    if (code == "vi") {
        return Language::vietnamese;
    }
    if (code == "en") {
        return Language::english;
    }
    throw geo::Error{geo::Trouble::usage,
                     "language \"" + std::string{code} + "\" is not known; choose vi or en"};
}

QString code_of(Language language)
{
    return language == Language::vietnamese ? QStringLiteral("vi") : QStringLiteral("en");
}

QString Words::operator()(Text const& text) const
{
    return QStringView{text.in(language_)}.toString();
}

QString layer_word(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<25> known{{{"communes", text::layer_communes},
                                           {"crossings", text::layer_crossings},
                                           {"markets", text::layer_markets},
                                           {"roads", text::layer_roads},
                                           {"paths", text::layer_paths},
                                           {"terrain", text::layer_terrain},
                                           {"land_cover", text::layer_land_cover},
                                           {"rivers", text::layer_rivers},
                                           {"border", text::layer_border},
                                           {"cases", text::layer_cases},
                                           {"effort", text::layer_effort},
                                           {"people", text::layer_people},
                                           {"lists", text::layer_lists},
                                           {"visits", text::layer_visits},
                                           {"services", text::layer_services},
                                           {"activities", text::layer_activities},
                                           {"waiting", text::layer_waiting},
                                           {"plan", text::layer_plan},
                                           {"crosswalk", text::layer_crosswalk},
                                           {"indicators", text::layer_indicators},
                                           {"risk", text::layer_risk},
                                           {"hotspots", text::layer_hotspots},
                                           {"corridors", text::layer_corridors},
                                           {"posts", text::layer_posts},
                                           {"demand", text::layer_demand}}};
    return word_for(name, known, words);
}

QString travel_word(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<3> known{{{"motorbike", text::travel_motorbike},
                                          {"foot", text::travel_foot},
                                          {"car", text::travel_car}}};
    return word_for(name, known, words);
}

QString evidence_word(results::Evidence evidence, Words const& words)
{
    switch (evidence) {
    case results::Evidence::strong:
        return words(text::evidence_strong);
    case results::Evidence::moderate:
        return words(text::evidence_moderate);
    case results::Evidence::weak:
        return words(text::evidence_weak);
    case results::Evidence::none:
        break;
    }
    return words(text::evidence_none);
}

QString status_word(results::CrossingRow const& crossing, Words const& words)
{
    using enum results::NetworkTie;
    auto status =
        words(crossing.status == results::CrossingStatus::open     ? text::status_open
              : crossing.status == results::CrossingStatus::closed ? text::status_closed
                                                                   : text::status_unknown);
    if (crossing.network != joined) {
        status += QStringLiteral("; ") + words(crossing.network == apart  ? text::network_apart
                                               : crossing.network == none ? text::network_none
                                                                          : text::network_trains);
    }
    if (crossing.doubtful_share >= 0.005) {  // 0 % would say nothing
        status +=
            QStringLiteral("; ") +
            words(text::flow_doubtful).arg(percent(crossing.doubtful_share, words.language()));
    }
    return status;
}

QString false_finds(results::About const& about, Words const& words)
{
    bool const any = about.correction == "holm" || about.correction == "bonferroni";
    return words(any ? text::false_finds_chance : text::false_finds_share)
        .arg(percent(about.fdr, words.language()));
}

}  // namespace marchland::cartography
