/// \file words.hpp
/// Every text that maps and reports print, in each language. Nothing is worded anywhere else: the
/// texts stand in the files *_texts.hpp, a subject each. %1, %2 ... stand for what is filled in.
#pragma once

#include "cartography/words/text.hpp"
#include "results/results.hpp"

#include <QString>

#include <string>
#include <string_view>

namespace marchland::cartography {

/// \param code  "vi" or "en". \throws Error{usage} for any other.
Language language_of(std::string_view code);

/// "vi" or "en", as HTML and settings write it.
QString code_of(Language language);

/// Says texts in one language.
class Words {
public:
    constexpr explicit Words(Language language) : language_{language} {}

    QString operator()(Text const& text) const;
    Language language() const noexcept { return language_; }

private:
    Language language_;
};

/// A layer or a way to travel by its name in the study; other names stay as they are.
QString layer_word(std::string const& name, Words const& words);
QString travel_word(std::string const& name, Words const& words);

/// How strong the evidence is; "no information" for none.
QString evidence_word(results::Evidence evidence, Words const& words);

/// Open or closed, and what keeps people from it on the network.
QString status_word(results::CrossingRow const& crossing, Words const& words);

/// What the correction for many tests holds down to About::fdr: the share of false finds, or the
/// chance of any.
QString false_finds(results::About const& about, Words const& words);

}  // namespace marchland::cartography
