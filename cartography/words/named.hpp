// Names that results spell out, in the language of the page: groups of persons, rules of lists,
// models.
#pragma once

#include "cartography/words/words.hpp"

#include <QString>

namespace marchland::cartography {

/// "Sex: female" for the scope sex and the name "F".
QString group_word(results::ChangeScope scope, std::string const& name, Words const& words);

/// What a list of the hold-out was made by.
QString rule_word(std::string const& rule, Words const& words);

/// What stands behind the relative risk.
QString model_word(std::string const& model, Words const& words);

}  // namespace marchland::cartography
