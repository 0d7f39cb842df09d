/// \file language.hpp
/// The language of windows, dialogs and maps; switched while the program runs.
#pragma once

#include "cartography/words/words.hpp"

#include <QTranslator>

namespace marchland::viewer {

/// Installs and removes the translations; one for each program.
class LanguageSwitch {
public:
    LanguageSwitch();

    /// Every window gets QEvent::LanguageChange.
    void speak(cartography::Language language);
    cartography::Language language() const noexcept { return language_; }

private:
    cartography::Language language_ = cartography::Language::english;
    QTranslator windows_;
    QTranslator dialogs_;
};

/// What the system asks for: Vietnamese unless it speaks another language.
cartography::Language system_language();

}  // namespace marchland::viewer
