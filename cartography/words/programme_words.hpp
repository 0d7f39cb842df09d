/// \file programme_words.hpp
/// Words for what services and activities are; those that a study added stay as they are.
#pragma once

#include "cartography/words/words.hpp"

#include <QString>

#include <string>

namespace marchland::cartography {

QString service_word(std::string const& name, Words const& words);
QString activity_word(std::string const& name, Words const& words);
QString actor_word(std::string const& name, Words const& words);
QString unit_word(std::string const& name, Words const& words);
/// Of one or several, "; " between.
QString population_word(std::string const& names, Words const& words);
QString actors_word(std::string const& names, Words const& words);

}  // namespace marchland::cartography
