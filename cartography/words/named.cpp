#include "cartography/words/named.hpp"

#include "cartography/words/method_texts.hpp"
#include "cartography/words/named_texts.hpp"
#include "cartography/words/work_texts.hpp"

namespace marchland::cartography {

namespace {

QString sex_word(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<3> known{
        {{"F", text::sex_female}, {"M", text::sex_male}, {"unknown", text::unknown_group}}};
    return word_for(name, known, words);
}

/// "18–24"; a band stays as the study spells it but for the dash.
QString age_word(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<1> known{{{"unknown", text::unknown_group}}};
    return word_for(name, known, words).replace(u'-', u'–');
}

QString form_word(std::string const& name, Words const& words)
{
    static constexpr NamedTexts<10> known{{{"forced_labour", text::form_forced_labour},
                                           {"sexual_exploitation", text::form_sexual_exploitation},
                                           {"forced_marriage", text::form_forced_marriage},
                                           {"domestic_servitude", text::form_domestic_servitude},
                                           {"forced_criminality", text::form_forced_criminality},
                                           {"forced_begging", text::form_forced_begging},
                                           {"removal_of_organs", text::form_removal_of_organs},
                                           {"illegal_adoption", text::form_illegal_adoption},
                                           {"other", text::form_other},
                                           {"unknown", text::unknown_group}}};
    return word_for(name, known, words);
}

}  // namespace

QString group_word(results::ChangeScope scope, std::string const& name, Words const& words)
{
    using enum results::ChangeScope;
    switch (scope) {
    case sex:
        return words(text::group_sex).arg(sex_word(name, words));
    case age:
        return words(text::group_age).arg(age_word(name, words));
    case form:
        return words(text::group_form).arg(form_word(name, words));
    case region:
    case commune:
        break;
    }
    return QString::fromStdString(name);
}

QString rule_word(std::string const& rule, Words const& words)
{
    static constexpr NamedTexts<9> known{
        {{"expected persons", text::rule_expected},
         {"expected detections at last year's effort", text::rule_expected_detections},
         {"all years before", text::rule_all_years},
         {"last year's list", text::rule_last_year},
         {"people at risk", text::rule_people},
         {"expected persons, past not fading", text::rule_not_fading},
         {"expected persons, half-life 1 year", text::rule_half_life_1},
         {"expected persons, half-life 2 years", text::rule_half_life_2},
         {"expected persons, half-life 4 years", text::rule_half_life_4}}};
    return word_for(rule, known, words);
}

QString model_word(std::string const& model, Words const& words)
{
    static constexpr NamedTexts<3> known{{{"bym2", text::model_bym2},
                                          {"bym2-negbin", text::model_bym2_negbin},
                                          {"gamma-poisson", text::model_gamma_poisson}}};
    return word_for(model, known, words);
}

}  // namespace marchland::cartography
