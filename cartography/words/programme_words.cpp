#include "cartography/words/programme_words.hpp"

#include "cartography/words/named_texts.hpp"
#include "cartography/words/programme_texts.hpp"

#include <QStringList>

namespace marchland::cartography {

using namespace Qt::StringLiterals;

QString service_word(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<23> known{
        {{"reception_centre", text::service_reception_centre},
         {"shelter", text::service_shelter},
         {"essential_needs", text::service_essential_needs},
         {"medical", text::service_medical},
         {"psychosocial", text::service_psychosocial},
         {"legal_aid", text::service_legal_aid},
         {"interpretation", text::service_interpretation},
         {"schooling", text::service_schooling},
         {"vocational_training", text::service_vocational_training},
         {"loan", text::service_loan},
         {"allowance", text::service_allowance},
         {"job_placement", text::service_job_placement},
         {"civil_papers", text::service_civil_papers},
         {"reintegration", text::service_reintegration},
         {"follow_up", text::service_follow_up},
         {"referral", text::service_referral},
         {"hotline", text::service_hotline},
         {"liaison_office", text::service_liaison_office},
         {"rights_station", text::service_rights_station},
         {"information_desk", text::service_information_desk},
         {"club", text::service_club},
         {"other", text::word_other},
         {"unknown", text::word_unknown}}};
    return word_for(name, known, words);
}

QString activity_word(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<42> known{
        {{"outreach", text::activity_outreach},
         {"leaflet", text::activity_leaflet},
         {"poster", text::activity_poster},
         {"radio_loudspeaker", text::activity_radio_loudspeaker},
         {"social_media", text::activity_social_media},
         {"self_help_group", text::activity_self_help_group},
         {"school_session", text::activity_school_session},
         {"school_campaign", text::activity_school_campaign},
         {"training", text::activity_training},
         {"training_of_trainers", text::activity_training_of_trainers},
         {"household_visit", text::activity_household_visit},
         {"market_event", text::activity_market_event},
         {"meeting", text::activity_meeting},
         {"drama_performance", text::activity_drama_performance},
         {"patrol", text::activity_patrol},
         {"handover", text::activity_handover},
         {"liaison", text::activity_liaison},
         {"accommodation", text::activity_accommodation},
         {"survey", text::activity_survey},
         {"reception_centre", text::service_reception_centre},
         {"shelter", text::service_shelter},
         {"essential_needs", text::service_essential_needs},
         {"medical", text::service_medical},
         {"psychosocial", text::service_psychosocial},
         {"legal_aid", text::service_legal_aid},
         {"interpretation", text::service_interpretation},
         {"schooling", text::service_schooling},
         {"vocational_training", text::service_vocational_training},
         {"loan", text::service_loan},
         {"allowance", text::service_allowance},
         {"job_placement", text::service_job_placement},
         {"civil_papers", text::service_civil_papers},
         {"reintegration", text::service_reintegration},
         {"follow_up", text::service_follow_up},
         {"referral", text::service_referral},
         {"hotline", text::service_hotline},
         {"liaison_office", text::service_liaison_office},
         {"rights_station", text::service_rights_station},
         {"information_desk", text::service_information_desk},
         {"club", text::service_club},
         {"other", text::word_other},
         {"unknown", text::word_unknown}}};
    return word_for(name, known, words);
}

QString actor_word(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<26> known{{{"womens_union", text::actor_womens_union},
                                           {"border_guard", text::actor_border_guard},
                                           {"police", text::actor_police},
                                           {"health", text::actor_health},
                                           {"labour_social", text::actor_labour_social},
                                           {"home_affairs", text::actor_home_affairs},
                                           {"justice", text::actor_justice},
                                           {"education", text::actor_education},
                                           {"culture", text::actor_culture},
                                           {"youth_union", text::actor_youth_union},
                                           {"farmers_union", text::actor_farmers_union},
                                           {"fatherland_front", text::actor_fatherland_front},
                                           {"peoples_committee", text::actor_peoples_committee},
                                           {"customs", text::actor_customs},
                                           {"steering_committee", text::actor_steering_committee},
                                           {"iom", text::actor_iom},
                                           {"unicef", text::actor_unicef},
                                           {"unodc", text::actor_unodc},
                                           {"un_act", text::actor_un_act},
                                           {"save_the_children", text::actor_save_the_children},
                                           {"world_vision", text::actor_world_vision},
                                           {"ngo", text::actor_ngo},
                                           {"partner_abroad", text::actor_partner_abroad},
                                           {"joint", text::actor_joint},
                                           {"other", text::word_other},
                                           {"unknown", text::word_unknown}}};
    return word_for(name, known, words);
}

QString unit_word(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<15> known{{{"person", text::unit_person},
                                           {"household", text::unit_household},
                                           {"copy", text::unit_copy},
                                           {"session", text::unit_session},
                                           {"course", text::unit_course},
                                           {"place", text::unit_place},
                                           {"case", text::unit_case},
                                           {"call", text::unit_call},
                                           {"hour", text::unit_hour},
                                           {"day", text::unit_day},
                                           {"usd", text::unit_usd},
                                           {"vnd", text::unit_vnd},
                                           {"cny", text::unit_cny},
                                           {"other", text::word_other},
                                           {"unknown", text::word_unknown}}};
    return word_for(name, known, words);
}

namespace {

QString one_population(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<14> known{{{"at_risk", text::population_at_risk},
                                           {"returned", text::population_returned},
                                           {"detected", text::population_detected},
                                           {"assisted", text::population_assisted},
                                           {"general_public", text::population_general_public},
                                           {"women", text::population_women},
                                           {"men", text::population_men},
                                           {"children", text::population_children},
                                           {"students", text::population_students},
                                           {"staff", text::population_staff},
                                           {"media", text::population_media},
                                           {"migrants", text::population_migrants},
                                           {"other", text::word_other},
                                           {"unknown", text::word_unknown}}};
    return word_for(name, known, words);
}

/// "a; b" with each of its words told.
QString each_told(std::string const& names, Words const& words,
                  QString (*tell)(std::string const& name, Words const& words))
{
    QStringList told;
    for (auto const& name : QString::fromStdString(names).split(u"; "_s)) {
        told += tell(name.toStdString(), words);
    }
    return told.join(u"; "_s);
}

}  // namespace

QString population_word(std::string const& names, Words const& words)
{
    return each_told(names, words, one_population);
}

QString actors_word(std::string const& names, Words const& words)
{
    return each_told(names, words, actor_word);
}

}  // namespace marchland::cartography
